/* byl-mask-token.h: a text in pieces, as names are compared with it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BYL_MASK_LETTERS,
  BYL_MASK_DIGITS,
  BYL_MASK_IDEOGRAPH, /* a character of a script without spaces, or that adds endings to names */
  BYL_MASK_SIGN,      /* one character of any other kind */
} BylMaskTokenKind;

typedef enum
{
  BYL_MASK_GAP_NONE,
  BYL_MASK_GAP_HYPHEN, /* one hyphen or underscore, or a point between digits */
  BYL_MASK_GAP_SPACE,  /* white space within a line */
  BYL_MASK_GAP_LINE,   /* white space with a line break */
  BYL_MASK_GAP_WIDE,   /* more: no name goes over it */
} BylMaskGap;

typedef struct
{
  BylMaskTokenKind kind;
  BylMaskGap gap;   /* between the token before and this one */
  guint start;      /* bytes from the text's start, inclusive */
  guint end;        /* exclusive */
  guint first;      /* characters from the text's start, inclusive */
  guint last;       /* exclusive */
} BylMaskToken;

GArray  *byl_mask_token_split    (const char         *text);
void     byl_mask_token_fold     (const BylMaskToken *self,
                                  const char         *text,
                                  GString            *folded);
gboolean byl_mask_token_is_apart (const BylMaskToken *before,
                                  const BylMaskToken *self);
gboolean byl_mask_token_has_gap  (const BylMaskToken *before,
                                  const BylMaskToken *self);

G_END_DECLS
