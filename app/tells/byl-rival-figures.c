/* byl-rival-figures.c: what can be counted of the shape of an answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-figures.h"

#include <math.h>

/* Variety is that of the first words, or long answers would always have less of it. */
#define VARIETY_WORDS 100u
#define LONG_WORD     7u

typedef struct
{
  float *figures;
  GHashTable *words; /* the first words, folded */
  guint sentence;    /* words of the sentence that is being read */
  guint block;       /* words of the block that is being read */
  gboolean preamble; /* nothing but words was read so far */
  double lengths;    /* sum over sentences, and of squares */
  double squares;
} Counting;

static void
count_blocks (const BylReadText *text,
              float             *figures)
{
  guint n_blocks;
  const BylBlock *blocks = byl_read_text_get_blocks (text, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      figures[BYL_FIGURE_BLOCKS] += blocks[i].kind != BYL_BLOCK_CELL;
      figures[BYL_FIGURE_HEADINGS] += blocks[i].kind == BYL_BLOCK_HEADING;
      figures[BYL_FIGURE_CODE_BLOCKS] += blocks[i].kind == BYL_BLOCK_CODE;
      figures[BYL_FIGURE_RULES] += blocks[i].kind == BYL_BLOCK_RULE;
      figures[BYL_FIGURE_CELLS] += blocks[i].kind == BYL_BLOCK_CELL;
      figures[BYL_FIGURE_QUOTED] += blocks[i].quote_depth > 0;
      figures[BYL_FIGURE_NUMBERED] += blocks[i].marker == BYL_MARKER_NUMBER;
      figures[BYL_FIGURE_BULLETS] += blocks[i].marker != BYL_MARKER_NUMBER &&
                                     blocks[i].marker != BYL_MARKER_NONE;
      figures[BYL_FIGURE_HEADING_LEVEL] = MAX (figures[BYL_FIGURE_HEADING_LEVEL],
                                               blocks[i].level);
      figures[BYL_FIGURE_NESTING] = MAX (figures[BYL_FIGURE_NESTING], blocks[i].list_depth);
    }
}

static gboolean
begins_item (const BylBlock *blocks,
             guint           n_blocks,
             guint           at,
             guint          *block)
{
  while (*block < n_blocks && blocks[*block].end <= at)
    ++*block;

  return *block < n_blocks && blocks[*block].start == at &&
         blocks[*block].marker != BYL_MARKER_NONE;
}

static void
count_runs (const BylReadText *text,
            float             *figures)
{
  guint n_runs;
  guint n_blocks;
  guint block = 0;
  const BylRun *runs = byl_read_text_get_runs (text, &n_runs);
  const BylBlock *blocks = byl_read_text_get_blocks (text, &n_blocks);

  for (guint i = 0; i < n_runs; i++)
    {
      BylRunStyle style = runs[i].style;

      figures[BYL_FIGURE_BOLD] += (style & BYL_RUN_BOLD) != 0;
      figures[BYL_FIGURE_ITALIC] += (style & BYL_RUN_ITALIC) != 0;
      figures[BYL_FIGURE_INLINE_CODE] += (style & BYL_RUN_CODE) != 0;
      figures[BYL_FIGURE_LINKS] += (style & BYL_RUN_LINK) != 0;
      figures[BYL_FIGURE_BOLD_LEAD] += (style & BYL_RUN_BOLD) != 0 &&
                                       begins_item (blocks, n_blocks, runs[i].start, &block);
    }
}

static void
end_sentence (Counting *self)
{
  if (self->sentence == 0)
    return;

  self->figures[BYL_FIGURE_SENTENCES]++;
  self->lengths += self->sentence;
  self->squares += (double) self->sentence * self->sentence;
  self->sentence = 0;
}

static void
count_word (Counting            *self,
            const gunichar      *characters,
            const BylRivalToken *token)
{
  float *figures = self->figures;
  guint length = token->end - token->start;

  self->sentence++;
  figures[BYL_FIGURE_WORDS]++;
  figures[BYL_FIGURE_WORD_LENGTH] += length;
  figures[BYL_FIGURE_LONG_WORDS] += length >= LONG_WORD;
  figures[BYL_FIGURE_CAPITALS] += g_unichar_isupper (characters[token->start]);

  for (guint i = token->start + 1; i < token->end; i++)
    if (characters[i] == '\'' || characters[i] == 0x2019)
      {
        figures[BYL_FIGURE_CONTRACTIONS]++;
        if (characters[i] == 0x2019)
          figures[BYL_FIGURE_CURLY_QUOTES]++;
        break;
      }

  if (figures[BYL_FIGURE_WORDS] <= VARIETY_WORDS)
    g_hash_table_add (self->words, GUINT_TO_POINTER (token->folded));
}

static void
end_block (Counting *self)
{
  end_sentence (self);
  if (self->block == 0)
    return;

  if (self->figures[BYL_FIGURE_FIRST_BLOCK] == 0.0f)
    self->figures[BYL_FIGURE_FIRST_BLOCK] = self->block;
  self->figures[BYL_FIGURE_LAST_BLOCK] = self->block;
  self->block = 0;
}

/* A stop ends a sentence where white space or formatting follows; where a script has no spaces it
 * always does. */
static void
count_mark (Counting            *self,
            gunichar             character,
            const BylRivalToken *next)
{
  int figure = byl_rival_figures_find_mark (character);

  if (figure >= 0)
    self->figures[figure]++;

  if (byl_rival_ends_sentence (character) &&
      (next == NULL || next->spaced || next->kind == BYL_TOKEN_SIGN || character >= 0x3000))
    end_sentence (self);
}

static void
count_sign (Counting *self,
            gunichar  letter)
{
  switch (letter)
    {
    case BYL_SIGN_BLOCK:
    case BYL_SIGN_ITEM_BLOCK:
    case '\n':
      end_block (self);
      break;
    case BYL_SIGN_ITALIC:
    case BYL_SIGN_ITALIC_END:
      break;
    default:
      self->preamble = FALSE;
    }
}

static void
count_tokens (Counting       *self,
              const gunichar *characters,
              GArray         *tokens)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      const BylRivalToken *token = &g_array_index (tokens, BylRivalToken, i);

      switch (token->kind)
        {
        case BYL_TOKEN_WORD:
          count_word (self, characters, token);
          self->block++;
          self->figures[BYL_FIGURE_PREAMBLE] += self->preamble;
          break;
        case BYL_TOKEN_NUMBER:
          self->figures[BYL_FIGURE_NUMBERS]++;
          self->sentence++;
          self->preamble = FALSE;
          break;
        case BYL_TOKEN_MARK:
          count_mark (self, characters[token->start], i + 1 < tokens->len ? token + 1 : NULL);
          break;
        case BYL_TOKEN_SIGN:
          count_sign (self, token->letter);
          break;
        }
    }

  end_block (self);
}

/* Counts become rates where a longer answer has more of everything. */
static void
finish (Counting *self)
{
  float *figures = self->figures;
  float words = MAX (figures[BYL_FIGURE_WORDS], 1.0f);
  float sentences = MAX (figures[BYL_FIGURE_SENTENCES], 1.0f);
  float items = MAX (figures[BYL_FIGURE_BULLETS] + figures[BYL_FIGURE_NUMBERED], 1.0f);
  double mean = self->lengths / sentences;

  figures[BYL_FIGURE_SENTENCE_LENGTH] = mean;
  figures[BYL_FIGURE_SENTENCE_SPREAD] = sqrt (MAX (self->squares / sentences - mean * mean, 0.0));
  figures[BYL_FIGURE_BLOCK_LENGTH] = words / MAX (figures[BYL_FIGURE_BLOCKS], 1.0f);
  figures[BYL_FIGURE_ITEM_LENGTH] = items > 1.0f ? words / items : 0.0f;
  figures[BYL_FIGURE_BOLD_LEAD] /= items;

  for (BylFigure i = BYL_FIGURE_COMMAS; i <= BYL_FIGURE_CONTRACTIONS; i++)
    figures[i] *= 1000.0f / words;

  figures[BYL_FIGURE_WORD_LENGTH] /= words;
  figures[BYL_FIGURE_LONG_WORDS] /= words;
  figures[BYL_FIGURE_VARIETY] = g_hash_table_size (self->words) / MIN (words, VARIETY_WORDS);
}

/**
 * byl_rival_figures_count:
 * @text: an answer as it is shown
 * @characters: its text, a value a character
 * @tokens: (element-type BylRivalToken): what byl_rival_tokens_new () read
 * @figures: (out caller-allocates): counts; marks and numbers for 1,000 words; lengths in words
 *   or, of words, in characters; bold leads a list item; long words and variety from 0.0 to 1.0
 *
 * Counts what the shape of an answer is made of. An empty answer has zeros.
 */
void
byl_rival_figures_count (const BylReadText *text,
                         const gunichar    *characters,
                         GArray            *tokens,
                         float              figures[BYL_N_FIGURES])
{
  g_autoptr(GHashTable) words = g_hash_table_new (NULL, NULL);
  Counting counting = { .figures = figures, .words = words, .preamble = TRUE };

  for (guint i = 0; i < BYL_N_FIGURES; i++)
    figures[i] = 0.0f;

  count_blocks (text, figures);
  count_runs (text, figures);
  count_tokens (&counting, characters, tokens);
  finish (&counting);
}

/**
 * byl_rival_figures_find_mark:
 * @character: any character
 *
 * Returns: the #BylFigure that counts it, or -1
 */
int
byl_rival_figures_find_mark (gunichar character)
{
  switch (character)
    {
    case ',': case 0x3001: case 0xff0c: case 0x060c: return BYL_FIGURE_COMMAS;
    case '.': case 0x3002: return BYL_FIGURE_STOPS;
    case ':': case 0xff1a: return BYL_FIGURE_COLONS;
    case ';': case 0xff1b: return BYL_FIGURE_SEMICOLONS;
    case 0x2013: case 0x2014: return BYL_FIGURE_DASHES;
    case '-': case 0x2010: case 0x2011: return BYL_FIGURE_HYPHENS;
    case '(': case 0xff08: return BYL_FIGURE_PARENTHESES;
    case '!': case 0xff01: return BYL_FIGURE_EXCLAMATIONS;
    case '?': case 0xff1f: case 0x061f: return BYL_FIGURE_QUESTIONS;
    case 0x2026: return BYL_FIGURE_ELLIPSES;
    case '"': return BYL_FIGURE_STRAIGHT_QUOTES;
    case 0x201c: case 0x201d: case 0x201e: case 0x2018: case 0x2019: case 0xab: case 0xbb:
    case 0x300c:
      return BYL_FIGURE_CURLY_QUOTES;
    default:
      return character >= 0xa0 && !g_unichar_ispunct (character) ? BYL_FIGURE_SYMBOLS : -1;
    }
}
