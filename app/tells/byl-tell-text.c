/* byl-tell-text.c: a read text in words, marks and sentences
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-text.h"

#include "byl-lexicon-private.h"
#include "byl-tell-scan.h"

static void
make_room (BylTellText *self,
           gsize        bytes)
{
  if (bytes <= self->room)
    return;

  /* Two words have a byte between them, or are of two bytes and more. */
  self->room = MAX (bytes, 2 * self->room);
  self->tokens = g_renew (BylToken, self->tokens, self->room / 2 + 2);
  self->marks = g_renew (BylTokenMark, self->marks, self->room + 1);
}

static void
begin (BylTellText *self,
       const char  *text,
       gsize        bytes)
{
  make_room (self, bytes);
  self->n_tokens = self->n_marks = 0;
  g_array_set_size (self->sentences, 0);
  g_array_set_size (self->blocks, 0);
  self->at = text;
  self->limit = text + bytes;
  self->position = 0;
}

static void
begin_block (BylTellText *self)
{
  BylTokenBlock block = {
    .first_token = self->n_tokens,
    .first_mark = self->n_marks,
    .first_sentence = self->sentences->len,
  };

  g_array_append_val (self->blocks, block);
  self->gap = BYL_GAP_BLOCK;
  self->terminator = 0;
  self->space = self->line = FALSE;
}

static void
end_block (BylTellText *self)
{
  BylTokenBlock *block = &g_array_index (self->blocks, BylTokenBlock, self->blocks->len - 1);

  byl_tell_scan_settle (self);
  block->last_token = self->n_tokens;
  block->last_mark = self->n_marks;
  block->last_sentence = self->sentences->len;
  block->end = self->terminator;

  if (block->last_sentence > block->first_sentence)
    {
      BylTokenSentence *sentence =
        &g_array_index (self->sentences, BylTokenSentence, block->last_sentence - 1);

      sentence->last = self->n_tokens;
      sentence->end = self->terminator;
    }
}

/* How many of the bytes are not the first of their character. */
static gsize
count_inner_bytes (const char *at,
                   const char *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  gsize count = 0;

  for (; end - at >= 8; at += 8)
    {
      guint64 word;

      memcpy (&word, at, sizeof word);
      /* The bytes within a character begin with the bits 10; the product adds the marks up. */
      count += ((word >> 7 & ~word >> 6 & ones) * ones) >> 56;
    }

  for (; at < end; at++)
    count += ((guchar) *at & 0xc0) == 0x80;

  return count;
}

/* Finds the byte of a character that is not behind the place of reading. */
static const char *
find_byte (const BylTellText *self,
           guint              position)
{
  const char *at = self->at;
  gsize left = position > self->position ? position - self->position : 0;

  while (left > 0 && at < self->limit)
    {
      gsize bytes = MIN (left, (gsize) (self->limit - at));

      left -= bytes - count_inner_bytes (at, at + bytes);
      at += bytes;
    }
  while (((guchar) *at & 0xc0) == 0x80)
    at++;

  return at;
}

static void
skip (BylTellText *self,
      guint        position)
{
  self->at = find_byte (self, position);
  self->position = position;
}

/* The runs of code within a block are read apart from what is around them. */
static void
read_block (BylTellText    *self,
            const BylBlock *block,
            const char     *end,
            const BylRun   *runs,
            guint           n_runs,
            guint          *run)
{
  for (; *run < n_runs && runs[*run].start < block->end; ++*run)
    {
      if ((runs[*run].style & BYL_RUN_CODE) == 0)
        continue;

      byl_tell_scan_words (self, find_byte (self, runs[*run].start));
      byl_tell_scan_code (self, find_byte (self, runs[*run].end));
    }

  byl_tell_scan_words (self, end);
}

static void
mark_starts (BylTellText    *self,
             const BylBlock *block,
             gboolean       *is_first)
{
  const BylTokenBlock *read = &g_array_index (self->blocks, BylTokenBlock, self->blocks->len - 1);
  BylToken *token;

  if (read->last_token == read->first_token)
    return;

  token = &self->tokens[read->first_token];
  token->flags |= BYL_TOKEN_BLOCK_START;
  if (block->marker != BYL_MARKER_NONE)
    token->flags |= BYL_TOKEN_ITEM_START;

  if (*is_first && block->kind == BYL_BLOCK_PARAGRAPH)
    {
      token->flags |= BYL_TOKEN_TEXT_START;
      *is_first = FALSE;
    }
}

/**
 * byl_tell_text_init:
 * @self: a text on the stack or in a struct
 * @lexicon: (nullable): the language; it must live as long as the text
 *
 * Begins without a text.
 */
void
byl_tell_text_init (BylTellText      *self,
                    const BylLexicon *lexicon)
{
  memset (self, 0, sizeof *self);
  byl_word_table_init (&self->table, lexicon);
  self->in_characters = lexicon != NULL && lexicon->in_characters;
  self->sentences = g_array_new (FALSE, FALSE, sizeof (BylTokenSentence));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (BylTokenBlock));
}

/**
 * byl_tell_text_clear:
 * @self: a text
 *
 * Frees what is in it.
 */
void
byl_tell_text_clear (BylTellText *self)
{
  byl_word_table_clear (&self->table);
  g_clear_pointer (&self->tokens, g_free);
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->blocks, g_array_unref);
}

/**
 * byl_tell_text_read:
 * @self: a text
 * @text: a read text
 *
 * Takes a read text apart. Blocks of code are left out.
 */
void
byl_tell_text_read (BylTellText       *self,
                    const BylReadText *text)
{
  const char *bytes = byl_read_text_get_text (text);
  gboolean is_first = TRUE;
  guint run = 0;
  guint n_blocks;
  guint n_runs;
  const BylBlock *blocks = byl_read_text_get_blocks (text, &n_blocks);
  const BylRun *runs = byl_read_text_get_runs (text, &n_runs);

  begin (self, bytes, strlen (bytes));

  for (guint i = 0; i < n_blocks; i++)
    {
      const BylBlock *block = &blocks[i];

      skip (self, block->start);
      begin_block (self);
      if (block->kind != BYL_BLOCK_CODE)
        read_block (self, block, find_byte (self, block->end), runs, n_runs, &run);
      end_block (self);
      mark_starts (self, block, &is_first);
    }
}

/**
 * byl_tell_text_read_plain:
 * @self: a text
 * @text: valid UTF-8
 *
 * Takes a text apart as if it were one paragraph.
 */
void
byl_tell_text_read_plain (BylTellText *self,
                          const char  *text)
{
  begin (self, text, strlen (text));
  begin_block (self);
  byl_tell_scan_words (self, self->limit);
  end_block (self);
}

/**
 * byl_tell_text_count_words:
 * @self: a text
 * @first: a token, inclusive
 * @last: a token, exclusive
 *
 * Counts words, so that texts of all scripts can be compared: where words are written without
 * spaces, 1.6 characters of Han or kana count as a word, the measure by which the Lancaster Corpus
 * of Mandarin Chinese (McEnery and Xiao 2004) was cut to the same number of words as its English
 * model, and four letters of Thai, Lao, Khmer and Myanmar.
 *
 * Returns: how many words the tokens are
 */
double
byl_tell_text_count_words (const BylTellText *self,
                           guint              first,
                           guint              last)
{
  guint64 weight = 0;

  for (guint i = first; i < last; i++)
    weight += self->tokens[i].weight;

  return (double) weight / BYL_TOKEN_WEIGHT;
}

/**
 * byl_tell_text_find_token:
 * @self: a text
 * @position: characters from its start
 *
 * Returns: the first token that does not end before the place; the number of tokens if all do
 */
guint
byl_tell_text_find_token (const BylTellText *self,
                          guint              position)
{
  guint first = 0;
  guint last = self->n_tokens;

  while (first < last)
    {
      guint middle = (first + last) / 2;

      if (self->tokens[middle].end <= position)
        first = middle + 1;
      else
        last = middle;
    }

  return first;
}
