/* byl-tell-finding-prompt.c: what an answer takes from the question
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-finding.h"

#include <math.h>

/* Without a list of the words that say nothing, short ones are taken for such. */
#define SHORT_WORD 4u /* characters */

/* An answer restates the question if it takes so many words from it, and at least half of its
 * first sentence. */
#define MIN_RESTATED 3u

/* So many words are compared with those of the prompt, for all quotations of an answer together:
 * some hundred times as many as a long answer to a long question needs. */
#define MAX_COMPARISONS (4u * 1024u * 1024u)

static guint32
get_folded (const BylTellFinding *self,
            guint                 token)
{
  return self->text->tokens[token].folded;
}

/* Whether the words stand in the prompt one after the other. Where too much was compared already,
 * what is quoted counts as the answer's own. */
static gboolean
is_in_prompt (BylTellFinding *self,
              guint           first,
              guint           last)
{
  const guint32 *prompt = (const guint32 *) self->prompt->data;
  guint length = last - first;

  for (guint start = 0;
       start + length <= self->prompt->len && self->n_compared < MAX_COMPARISONS;
       start++)
    {
      guint same = 0;

      while (same < length && prompt[start + same] == get_folded (self, first + same))
        same++;
      self->n_compared += same + 1;
      if (same == length)
        return TRUE;
    }

  return FALSE;
}

static void
mark_quoted (BylTellFinding *self,
             guint           first_token,
             guint           last_token,
             guint           first_mark,
             guint           last_mark)
{
  if (first_token >= last_token || !is_in_prompt (self, first_token, last_token))
    return;

  for (guint i = first_token; i < last_token; i++)
    self->text->tokens[i].flags |= BYL_TOKEN_QUOTED;
  for (guint i = first_mark; i < last_mark; i++)
    self->text->marks[i].quoted = TRUE;
}

/* The mark that ends what a quotation mark begins: 0 for one that begins nothing. */
static gboolean
closes (gunichar open,
        gunichar mark)
{
  switch (open)
    {
    case '"':
      return mark == '"';
    case 0x201c:
    case 0x201f:
      return mark == 0x201d;
    case 0x201e:
      return mark == 0x201c || mark == 0x201d;
    case 0x2018:
    case 0x201a:
      return mark == 0x2019 || mark == 0x2018;
    case 0x00ab:
      return mark == 0x00bb;
    case 0x00bb:
      return mark == 0x00ab;
    case 0x300c:
      return mark == 0x300d;
    case 0x300e:
      return mark == 0x300f;
    default:
      return FALSE;
    }
}

static gboolean
is_quotation_mark (gunichar mark)
{
  return mark == '"' || (mark >= 0x2018 && mark <= 0x201f) || mark == 0x00ab || mark == 0x00bb ||
         (mark >= 0x300c && mark <= 0x300f);
}

static void
find_quotations (BylTellFinding      *self,
                 const BylTokenBlock *block)
{
  const BylTokenMark *marks = self->text->marks;
  guint open = block->last_mark;

  for (guint i = block->first_mark; i < block->last_mark; i++)
    {
      if (!is_quotation_mark (marks[i].character))
        continue;

      if (open < block->last_mark && closes (marks[open].character, marks[i].character))
        {
          mark_quoted (self, marks[open].token, marks[i].token, open + 1, i);
          open = block->last_mark;
        }
      else if (open == block->last_mark || marks[i].character != '"')
        {
          open = i;
        }
    }
}

/**
 * byl_tell_finding_prompt:
 * @self: an answer
 *
 * Marks what the answer quotes from the prompt, between quotation marks or in a block: those are
 * not its own words.
 */
void
byl_tell_finding_prompt (BylTellFinding *self)
{
  if (self->prompt == NULL || self->prompt->len == 0)
    return;

  for (guint i = 0; i < self->n_blocks; i++)
    {
      const BylTokenBlock *block = byl_tell_finding_get_block (self, i);

      if (self->blocks[i].quote_depth > 0)
        mark_quoted (self, block->first_token, block->last_token, block->first_mark,
                     block->last_mark);
      else
        find_quotations (self, block);
    }
}

/* Whether a word of the first sentence says what the question is about. */
static gboolean
is_telling (const BylTellFinding *self,
            guint                 token)
{
  const BylToken *word = &self->text->tokens[token];

  if (word->word == 0 || (word->word_flags & (BYL_WORD_STOP | BYL_WORD_MASKED)) != 0)
    return FALSE;

  if (self->lexicon == NULL || !byl_lexicon_has_list (self->lexicon, "stop-word"))
    return word->end - word->start >= SHORT_WORD || word->weight < BYL_TOKEN_WEIGHT;

  for (guint i = 0; i < self->matcher->found->len; i++)
    {
      const BylTellMatch *match = &g_array_index (self->matcher->found, BylTellMatch, i);

      if (match->first > token)
        break;
      if (match->list == BYL_LIST_STOP_WORD && match->last > token)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_word_of_prompt (const BylTellFinding *self,
                   guint32               word)
{
  const guint32 *prompt = (const guint32 *) self->prompt->data;

  for (guint i = 0; i < self->prompt->len; i++)
    if (prompt[i] == word)
      return TRUE;

  return FALSE;
}

static gboolean
is_repeated (const BylTellFinding *self,
             guint                 first,
             guint                 token)
{
  for (guint i = first; i < token; i++)
    if (get_folded (self, i) == get_folded (self, token))
      return TRUE;

  return FALSE;
}

/**
 * byl_tell_finding_echo:
 * @self: an answer
 * @sentence: (nullable): its first sentence
 *
 * Finds the words of the question in the first sentence.
 */
void
byl_tell_finding_echo (BylTellFinding         *self,
                       const BylTokenSentence *sentence)
{
  double *counts = self->figures->counts;
  guint last = sentence != NULL ? MIN (sentence->last, sentence->first + 200) : 0;
  guint n_words = 0;
  guint final = 0;

  if (self->prompt == NULL)
    {
      counts[BYL_TELL_ECHO] = counts[BYL_TELL_OPENER_RESTATES] = NAN;
      return;
    }
  if (sentence == NULL)
    return;

  for (guint i = sentence->first; i < last; i++)
    {
      if (!is_telling (self, i) || is_repeated (self, sentence->first, i))
        continue;

      n_words++;
      if (is_word_of_prompt (self, get_folded (self, i)))
        {
          byl_tell_finding_add_words (self, BYL_TELL_ECHO, i, i + 1);
          final = i;
        }
    }

  if (counts[BYL_TELL_ECHO] >= MIN_RESTATED && 2 * counts[BYL_TELL_ECHO] >= n_words)
    byl_tell_finding_set_words (self, BYL_TELL_OPENER_RESTATES, sentence->first, final + 1);
}
