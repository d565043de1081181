/* byl-measured-word.c: measuring the words and pairs of words of one writer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-log-odds.h"
#include "byl-profile-private.h"

/* What the rows of one side add up to, term by term. */
typedef struct
{
  BylCounts *counts;
  double words;
  double words_squares;
} Side;

static void
add_up (const BylComparison *comparison,
        const GArray        *rows,
        Side                *side)
{
  const BylTellCounts *counts = comparison->counts;

  side->counts = g_new0 (BylCounts, counts->terms->len + 1);
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 index = g_array_index (rows, guint32, i);
      double words = byl_tell_counts_get_row (counts, index)->figures.words;
      guint32 end = g_array_index (counts->firsts, guint32, index + 1);

      side->words += words;
      side->words_squares += words * words;
      for (guint32 j = g_array_index (counts->firsts, guint32, index); j < end; j++)
        byl_counts_add (&side->counts[g_array_index (counts->postings, guint32, j)],
                        counts->times->data[j], words);
    }

  /* The answers without a term have their words, too. */
  for (guint i = 0; i < counts->terms->len; i++)
    {
      side->counts[i].n = rows->len;
      side->counts[i].base = side->words;
      side->counts[i].base_squares = side->words_squares;
    }
}

static int
compare_words (const void *first,
               const void *second)
{
  const BylMeasuredWord *a = first;
  const BylMeasuredWord *b = second;

  if (a->z != b->z)
    return a->z > b->z ? -1 : 1;

  return g_strcmp0 (a->text, b->text);
}

/* The strongest words and the strongest pairs, so many of each. */
static void
keep_strongest (GArray *words)
{
  guint kept[2] = { 0, 0 };
  guint n = 0;

  g_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    {
      BylMeasuredWord word = g_array_index (words, BylMeasuredWord, i);

      if (kept[word.is_pair]++ < BYL_PROFILE_MAX_WORDS)
        g_array_index (words, BylMeasuredWord, n++) = word;
    }
  g_array_set_size (words, n);
}

/**
 * byl_measure_words:
 * @comparison: a writer's answers and the others'
 * @words: (element-type BylMeasuredWord): where to add to
 *
 * Finds the words and pairs that the writer uses more than the others, the strongest first.
 */
void
byl_measure_words (const BylComparison *comparison,
                   GArray              *words)
{
  Side mine = { NULL };
  Side others = { NULL };

  add_up (comparison, comparison->mine, &mine);
  add_up (comparison, comparison->others, &others);

  for (guint i = 0; i < comparison->counts->terms->len; i++)
    {
      const BylTerm *term = &g_array_index (comparison->counts->terms, BylTerm, i);
      BylMeasuredWord word = {
        .text = term->text,
        .is_pair = term->is_pair,
        .n_with = mine.counts[i].n_with,
        .n_answers = mine.counts[i].n,
        .n_others_with = others.counts[i].n_with,
        .n_others = others.counts[i].n,
      };

      if (word.n_with < BYL_TELL_MIN_ANSWERS)
        continue;

      word.value = 1000 * byl_counts_get_ratio (&mine.counts[i]);
      word.others = 1000 * byl_counts_get_ratio (&others.counts[i]);
      if (!(word.value > word.others))
        continue;

      word.effect = byl_log_odds (&mine.counts[i], &others.counts[i], &word.z);
      if (word.z >= BYL_TELL_MIN_Z)
        g_array_append_val (words, word);
    }

  keep_strongest (words);
  g_free (mine.counts);
  g_free (others.counts);
}
