/* byl-tell-finding-speech.c: the words, sentences and paragraphs of an answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-finding.h"

#include <math.h>

/* Variety is counted among so many words: it would fall with the length of the answer. */
#define VARIETY_WORDS 100u

static gboolean
is_question_mark (gunichar mark)
{
  return mark == '?' || mark == 0xff1f || mark == 0x061f || mark == 0x037e;
}

/* Sentences are those of paragraphs, in lists and elsewhere: headings and cells are none. */
static void
measure_sentences (BylTellFinding *self)
{
  double *counts = self->figures->counts;
  double sum = 0;
  double squares = 0;
  guint n = 0;

  for (guint i = 0; i < self->text->sentences->len; i++)
    {
      const BylTokenSentence *sentence = byl_tell_finding_get_sentence (self, i);
      double length;

      if (self->blocks[sentence->block].kind != BYL_BLOCK_PARAGRAPH)
        continue;

      length = byl_tell_text_count_words (self->text, sentence->first, sentence->last);
      sum += length;
      squares += length * length;
      n++;
    }

  counts[BYL_TELL_SENTENCE_LENGTH] = n > 0 ? sum / n : NAN;
  counts[BYL_TELL_SENTENCE_SPREAD] =
    n > 1 ? sqrt (MAX (squares - sum * sum / n, 0) / (n - 1)) : NAN;
}

static void
measure_paragraphs (BylTellFinding *self)
{
  guint n_sentences = 0;
  guint n = 0;

  for (guint i = 0; i < self->n_blocks; i++)
    {
      const BylTokenBlock *read = byl_tell_finding_get_block (self, i);

      if (self->blocks[i].kind != BYL_BLOCK_PARAGRAPH || self->blocks[i].list_depth > 0 ||
          read->last_sentence == read->first_sentence)
        continue;

      n_sentences += read->last_sentence - read->first_sentence;
      n++;
    }

  self->figures->counts[BYL_TELL_PARAGRAPH_LENGTH] = n > 0 ? (double) n_sentences / n : NAN;
}

static void
measure_variety (BylTellFinding *self)
{
  guint32 seen[4 * VARIETY_WORDS] = { 0 };
  guint different = 0;

  self->figures->counts[BYL_TELL_VARIETY] = NAN;
  if (self->text->n_tokens < VARIETY_WORDS)
    return;

  for (guint i = 0; i < VARIETY_WORDS; i++)
    {
      guint32 word = self->text->tokens[i].folded + 1;
      guint slot = word % G_N_ELEMENTS (seen);

      while (seen[slot] != 0 && seen[slot] != word)
        slot = (slot + 1) % G_N_ELEMENTS (seen);
      different += seen[slot] == 0;
      seen[slot] = word;
    }

  self->figures->counts[BYL_TELL_VARIETY] = different;
}

static void
find_closing_question (BylTellFinding *self)
{
  for (guint i = self->n_blocks; i > 0; i--)
    {
      const BylBlock *block = &self->blocks[i - 1];
      const BylTokenBlock *read = byl_tell_finding_get_block (self, i - 1);
      const BylTokenSentence *sentence;

      if (block->start == block->end && block->kind != BYL_BLOCK_CODE)
        continue;

      if (block->kind == BYL_BLOCK_PARAGRAPH && read->last_sentence > read->first_sentence &&
          is_question_mark (read->end))
        {
          sentence = byl_tell_finding_get_sentence (self, read->last_sentence - 1);
          byl_tell_finding_set (self, BYL_TELL_CLOSING_QUESTION,
                                self->text->tokens[sentence->first].start, block->end);
        }
      return;
    }
}

static void
find_first_sentence (BylTellFinding *self)
{
  for (self->first = 0; self->first < self->text->sentences->len; self->first++)
    if (self->blocks[byl_tell_finding_get_sentence (self, self->first)->block].kind ==
        BYL_BLOCK_PARAGRAPH)
      return;
}

/**
 * byl_tell_finding_speech:
 * @self: an answer
 *
 * Measures its words, sentences and paragraphs.
 */
void
byl_tell_finding_speech (BylTellFinding *self)
{
  self->figures->words = byl_tell_text_count_words (self->text, 0, self->text->n_tokens);
  self->figures->counts[BYL_TELL_WORDS] = self->figures->words;

  measure_sentences (self);
  measure_paragraphs (self);
  measure_variety (self);
  find_closing_question (self);
  find_first_sentence (self);
}
