/* byl-profile.c: the measured tells of the writers of a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-profile.h"

#include "byl-profile-private.h"

#include <math.h>
#include <stdlib.h>

/* What was measured of one writer. */
typedef struct
{
  guint n_answers;
  double n_words;
  BylMeasure measures[BYL_N_TELLS];
  GArray *words; /* (element-type BylMeasuredWord) */
} Portrait;

struct _BylProfile
{
  gatomicrefcount references;
  BylTellCounts *counts;
  Portrait **portraits; /* (array): by writer, %NULL for those that are not compared */
};

G_DEFINE_BOXED_TYPE (BylProfile, byl_profile, byl_profile_ref, byl_profile_unref)

static void
portrait_free (Portrait *portrait)
{
  g_array_unref (portrait->words);
  g_free (portrait);
}

/* Strongest first; those that are called tells before those that are not. */
static int
compare_measures (const void *first,
                  const void *second)
{
  const BylMeasure *a = first;
  const BylMeasure *b = second;

  if (a->is_tell != b->is_tell)
    return a->is_tell ? -1 : 1;
  if (fabs (a->z) != fabs (b->z))
    return fabs (a->z) > fabs (b->z) ? -1 : 1;

  return (int) a->tell - (int) b->tell;
}

/* Which rows of a question belong to the writer and to those that it is compared with. */
static void
add_question (BylComparison *comparison,
              guint          first,
              guint          last,
              guint          writer,
              int            other)
{
  guint n_mine = 0;
  guint n_others = 0;

  for (guint i = first; i < last; i++)
    {
      guint whose = byl_tell_counts_get_row (comparison->counts, i)->writer;

      n_mine += whose == writer;
      n_others += whose != writer && (other < 0 || whose == (guint) other);
    }

  for (guint32 i = first; i < last && n_mine > 0 && n_others > 0; i++)
    {
      guint whose = byl_tell_counts_get_row (comparison->counts, i)->writer;

      if (whose == writer)
        g_array_append_val (comparison->mine, i);
      else if (other < 0 || whose == (guint) other)
        g_array_append_val (comparison->others, i);
    }
}

static void
find_rows (BylComparison *comparison,
           guint          writer,
           int            other)
{
  const BylTellCounts *counts = comparison->counts;
  guint last;

  for (guint first = 0; first < counts->rows->len; first = last)
    {
      guint question = byl_tell_counts_get_row (counts, first)->question;

      for (last = first + 1; last < counts->rows->len; last++)
        if (byl_tell_counts_get_row (counts, last)->question != question)
          break;
      add_question (comparison, first, last, writer, other);
    }
}

static Portrait *
make_portrait (const BylTellCounts *counts,
               guint                writer,
               int                  other)
{
  BylComparison comparison = { .counts = counts };
  Portrait *portrait = g_new0 (Portrait, 1);

  comparison.mine = g_array_new (FALSE, FALSE, sizeof (guint32));
  comparison.others = g_array_new (FALSE, FALSE, sizeof (guint32));
  find_rows (&comparison, writer, other);

  portrait->n_answers = comparison.mine->len;
  for (guint i = 0; i < comparison.mine->len; i++)
    portrait->n_words +=
      byl_tell_counts_get_row (counts, g_array_index (comparison.mine, guint32, i))->figures.words;

  for (guint i = 0; i < BYL_N_TELLS; i++)
    byl_measure_fill (&portrait->measures[i], &comparison, i);
  qsort (portrait->measures, BYL_N_TELLS, sizeof (BylMeasure), compare_measures);

  portrait->words = g_array_new (FALSE, FALSE, sizeof (BylMeasuredWord));
  byl_measure_words (&comparison, portrait->words);

  g_array_unref (comparison.mine);
  g_array_unref (comparison.others);

  return portrait;
}

static BylProfile *
new_empty (BylTellCounts *counts)
{
  BylProfile *self = g_new0 (BylProfile, 1);

  g_atomic_ref_count_init (&self->references);
  self->counts = byl_tell_counts_ref (counts);
  self->portraits = g_new0 (Portrait *, counts->n_writers + 1);

  return self;
}

/**
 * byl_profile_new: (constructor)
 * @counts: what was counted in a pack
 *
 * Measures every writer beside all others on the questions that it answered: the same counts give
 * the same figures. It may be called in any thread.
 *
 * Returns: (transfer full): the profile of all writers
 */
BylProfile *
byl_profile_new (BylTellCounts *counts)
{
  BylProfile *self;

  g_return_val_if_fail (counts != NULL, NULL);

  self = new_empty (counts);
  for (guint i = 0; i < counts->n_writers; i++)
    self->portraits[i] = make_portrait (counts, i, -1);

  return self;
}

/**
 * byl_profile_new_pair: (constructor)
 * @counts: what was counted in a pack
 * @writer: position of a writer in the pack
 * @other: position of another
 *
 * Measures two writers beside each other only, on the questions that both answered.
 *
 * Returns: (transfer full): the profile of the two; of other writers it says nothing
 */
BylProfile *
byl_profile_new_pair (BylTellCounts *counts,
                      guint          writer,
                      guint          other)
{
  BylProfile *self;

  g_return_val_if_fail (counts != NULL, NULL);
  g_return_val_if_fail (writer < counts->n_writers, NULL);
  g_return_val_if_fail (other < counts->n_writers, NULL);
  g_return_val_if_fail (writer != other, NULL);

  self = new_empty (counts);
  self->portraits[writer] = make_portrait (counts, writer, (int) other);
  self->portraits[other] = make_portrait (counts, other, (int) writer);

  return self;
}

/**
 * byl_profile_ref:
 * @self: a profile
 *
 * Returns: (transfer full): the same profile
 */
BylProfile *
byl_profile_ref (BylProfile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * byl_profile_unref:
 * @self: (transfer full): a profile
 *
 * Gives up a reference; the last one frees the profile.
 */
void
byl_profile_unref (BylProfile *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (guint i = 0; i < self->counts->n_writers; i++)
    g_clear_pointer (&self->portraits[i], portrait_free);
  g_free (self->portraits);
  byl_tell_counts_unref (self->counts);
  g_free (self);
}

/**
 * byl_profile_get_counts:
 * @self: a profile
 *
 * Returns: (transfer none): what it was made of, for the profile of a pair
 */
BylTellCounts *
byl_profile_get_counts (const BylProfile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->counts;
}

/**
 * byl_profile_get_n_answers:
 * @self: a profile
 * @writer: position of a writer in the pack
 *
 * Returns: how many answers of the writer were compared, 0 if none was
 */
guint
byl_profile_get_n_answers (const BylProfile *self,
                           guint             writer)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (writer < self->counts->n_writers, 0);

  return self->portraits[writer] != NULL ? self->portraits[writer]->n_answers : 0;
}

/**
 * byl_profile_get_n_words:
 * @self: a profile
 * @writer: position of a writer in the pack
 *
 * Returns: how many words these answers have
 */
guint
byl_profile_get_n_words (const BylProfile *self,
                         guint             writer)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (writer < self->counts->n_writers, 0);

  return self->portraits[writer] != NULL ? (guint) self->portraits[writer]->n_words : 0;
}

/**
 * byl_profile_get_measures:
 * @self: a profile
 * @writer: position of a writer in the pack
 * @n_measures: (out): how many there are
 *
 * All kinds, whether they are tells or not: those that are come first, the strongest before the
 * others.
 *
 * Returns: (transfer none) (nullable) (array length=n_measures): the measures, %NULL for a writer
 *   of which the profile says nothing
 */
const BylMeasure *
byl_profile_get_measures (const BylProfile *self,
                          guint             writer,
                          guint            *n_measures)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (writer < self->counts->n_writers, NULL);
  g_return_val_if_fail (n_measures != NULL, NULL);

  *n_measures = self->portraits[writer] != NULL ? BYL_N_TELLS : 0;

  return self->portraits[writer] != NULL ? self->portraits[writer]->measures : NULL;
}

/**
 * byl_profile_find_measure:
 * @self: a profile
 * @writer: position of a writer in the pack
 * @tell: a kind
 *
 * Returns: (transfer none) (nullable): the measure of that kind, %NULL for a writer of which the
 *   profile says nothing
 */
const BylMeasure *
byl_profile_find_measure (const BylProfile *self,
                          guint             writer,
                          BylTell           tell)
{
  guint n;
  const BylMeasure *measures = byl_profile_get_measures (self, writer, &n);

  for (guint i = 0; measures != NULL && i < n; i++)
    if (measures[i].tell == tell)
      return &measures[i];

  return NULL;
}

/**
 * byl_profile_get_words:
 * @self: a profile
 * @writer: position of a writer in the pack
 * @n_words: (out): how many there are
 *
 * The words and pairs of words that the writer uses more than the others, strongest first.
 *
 * Returns: (transfer none) (nullable) (array length=n_words): the words, %NULL for a writer of
 *   which the profile says nothing
 */
const BylMeasuredWord *
byl_profile_get_words (const BylProfile *self,
                       guint             writer,
                       guint            *n_words)
{
  const Portrait *portrait;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (writer < self->counts->n_writers, NULL);
  g_return_val_if_fail (n_words != NULL, NULL);

  portrait = self->portraits[writer];
  *n_words = portrait != NULL ? portrait->words->len : 0;

  return portrait != NULL ? (const BylMeasuredWord *) portrait->words->data : NULL;
}
