/* byl-tell-text.h: a read text in words, marks and sentences
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-read-text.h"
#include "byl-word-table.h"

G_BEGIN_DECLS

/* What stands between a word and the one before it; the widest comes last. */
typedef enum
{
  BYL_GAP_NONE,     /* nothing: they are of an unspaced script */
  BYL_GAP_SPACE,
  BYL_GAP_HYPHEN,   /* a hyphen without spaces */
  BYL_GAP_RANGE,    /* a short dash or a tilde, with or without spaces */
  BYL_GAP_COMMA,    /* one comma */
  BYL_GAP_MARK,     /* any other mark, or several */
  BYL_GAP_SENTENCE, /* the end of a sentence */
  BYL_GAP_BLOCK,    /* the end of a block */
} BylGap;

typedef enum
{
  BYL_TOKEN_CODE           = 1 << 0, /* of code within the text */
  BYL_TOKEN_QUOTED         = 1 << 1, /* quoted from the prompt */
  BYL_TOKEN_ADDRESS        = 1 << 2, /* a web address that is typed out */
  BYL_TOKEN_SENTENCE_START = 1 << 3,
  BYL_TOKEN_BLOCK_START    = 1 << 4,
  BYL_TOKEN_ITEM_START     = 1 << 5, /* the first word of an item of a list */
  BYL_TOKEN_TEXT_START     = 1 << 6, /* the first word of the first paragraph */
} BylTokenFlags;

/* Words are weighed in such parts: characters of unspaced scripts are less than one. */
#define BYL_TOKEN_WEIGHT 8u

/* One word of the text, with what the table knows of it. */
typedef struct
{
  guint32 start;      /* characters from the text's start, inclusive */
  guint32 end;        /* exclusive */
  guint32 word;       /* its number in the table, 0 = none */
  guint32 folded;     /* the number of the word that it is, case apart */
  guint32 symbols;    /* what it is to the lexicon: the first in the table's list */
  guint8  n_symbols;
  guint8  n_roots;    /* of these, what entries begin with; they come first */
  guint16 word_flags; /* BylWordFlags */
  guint16 weight;     /* eighths of a word */
  guint8  gap;        /* BylGap: what stands before it */
  guint8  flags;      /* BylTokenFlags */
} BylToken;

/* What marks are called that come in more shapes than one. */
#define BYL_MARK_EMOJI      0x1f600u
#define BYL_MARK_ELLIPSIS   0x2026u
#define BYL_MARK_EM_DASH    0x2014u
#define BYL_MARK_EN_DASH    0x2013u /* between spaces */
#define BYL_MARK_ARROW      0x2192u
#define BYL_MARK_APOSTROPHE 0x02bcu /* a curly one between letters */

/* One mark of punctuation, or emoji, that some kind of tell is about. */
typedef struct
{
  guint32  position;  /* characters from the text's start */
  guint32  length;    /* characters */
  gunichar character; /* wide forms as plain ones */
  guint32  token;     /* the number of words before it */
  gboolean quoted;    /* of what is quoted from the prompt */
} BylTokenMark;

typedef struct
{
  guint32  first; /* token, inclusive */
  guint32  last;  /* exclusive */
  guint32  block;
  gunichar end;   /* the mark that ends it, 0 = none */
} BylTokenSentence;

/* What a block holds; the numbers of tokens, marks and sentences, the last ones exclusive. */
typedef struct
{
  guint32  first_token;
  guint32  last_token;
  guint32  first_mark;
  guint32  last_mark;
  guint32  first_sentence;
  guint32  last_sentence;
  gunichar end; /* the mark that ends its last sentence, 0 = none */
} BylTokenBlock;

/* So many words are looked up late, while the memory that they lie in is fetched. */
#define BYL_TOKENS_WAITING 8u

/* A word that waits to be looked up. */
typedef struct
{
  const char *spelling;
  guint32     length; /* bytes; 0 = none waits here */
  guint64     key;
} BylTokenWaiting;

/* A text that was taken apart. It is used over again for text after text, so that its memory and
 * its table of words serve them all. */
typedef struct
{
  BylWordTable      table;
  gboolean          in_characters; /* every character of Korean or Thai is a word, too */

  BylToken         *tokens;
  guint             n_tokens;
  BylTokenMark     *marks;
  guint             n_marks;
  GArray           *sentences; /* (element-type BylTokenSentence) */
  GArray           *blocks;    /* (element-type BylTokenBlock): as many as the text has */
  gsize             room;      /* bytes of text for which tokens and marks have room */

  /* Where the reading is. */
  const char       *at;
  const char       *limit;      /* the text's end */
  guint             position;   /* characters before it */
  BylGap            gap;        /* since the last word */
  gunichar          terminator; /* of a sentence, since the last word; 0 = none */
  gboolean          space;      /* white space came after it */
  gboolean          line;       /* a line ended since the last word */
  guint8            flags;      /* BylTokenFlags of all words of the part */
  BylTokenWaiting   waiting[BYL_TOKENS_WAITING]; /* by the numbers of their tokens */
} BylTellText;

void     byl_tell_text_init         (BylTellText       *self,
                                     const BylLexicon  *lexicon);
void     byl_tell_text_clear        (BylTellText       *self);
void     byl_tell_text_read         (BylTellText       *self,
                                     const BylReadText *text);
void     byl_tell_text_read_plain   (BylTellText       *self,
                                     const char        *text);
double   byl_tell_text_count_words  (const BylTellText *self,
                                     guint              first,
                                     guint              last);
guint    byl_tell_text_find_token   (const BylTellText *self,
                                     guint              position);

G_END_DECLS
