/* byl-rival-tokens.h: an answer as words, marks, and the signs of its formatting
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-read-text.h"

G_BEGIN_DECLS

typedef enum
{
  BYL_TOKEN_WORD,   /* letters and digits; in scripts without spaces, one character */
  BYL_TOKEN_NUMBER, /* digits */
  BYL_TOKEN_MARK,   /* one character that is neither */
  BYL_TOKEN_SIGN,   /* formatting or a new line: no characters of the text */
} BylTokenKind;

/* The letters of signs that are asked for elsewhere. */
#define BYL_SIGN_BLOCK      0xb6   /* PILCROW SIGN: a block begins */
#define BYL_SIGN_ITEM_BLOCK 0x21b5 /* a further block of a list item */
#define BYL_SIGN_ITALIC     'I'
#define BYL_SIGN_ITALIC_END 'i'

typedef struct
{
  guint32      hash;     /* of what it says, case kept, white space before a mark told apart */
  guint32      folded;   /* of a word: of its lower case; else the same as hash */
  guint        start;    /* characters from the text's start, inclusive */
  guint        end;      /* exclusive; the same as start for a sign */
  BylTokenKind kind;
  gunichar     letter;   /* what stands for it in the skeleton */
  gboolean     spaced;   /* white space stands before it */
} BylRivalToken;

GArray  *byl_rival_tokens_new    (const BylReadText *text,
                                  const gunichar    *characters);
gboolean byl_rival_ends_sentence (gunichar           character);

G_END_DECLS
