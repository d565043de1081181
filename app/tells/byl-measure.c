/* byl-measure.c: measuring one kind of tell of one writer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-log-odds.h"
#include "byl-profile-private.h"

#include <math.h>

/* What the answers to one question say of a kind. */
typedef struct
{
  double mine;   /* the writer's value */
  double sum;    /* of the others' values */
  guint n;       /* how many others there are */
  double more;   /* of them, those of which the writer has more, and half of those with the same */
} Question;

/* One after the other, the questions for which the writer and another have a value. */
typedef struct
{
  const BylComparison *comparison;
  BylTell tell;
  guint mine;   /* the next of the writer's rows */
  guint others; /* the next of the others' rows */
} Walk;

static const BylTellRow *
get_row (const BylComparison *comparison,
         const GArray        *rows,
         guint                index)
{
  return byl_tell_counts_get_row (comparison->counts, g_array_index (rows, guint32, index));
}

static double
get_value (const BylTellRow *row,
           BylTell           tell)
{
  return byl_tell_figures_get_value (&row->figures, tell);
}

static gboolean
next_question (Walk     *walk,
               Question *question)
{
  const BylComparison *comparison = walk->comparison;

  while (walk->mine < comparison->mine->len)
    {
      const BylTellRow *mine = get_row (comparison, comparison->mine, walk->mine++);

      *question = (Question) { .mine = get_value (mine, walk->tell) };
      for (; walk->others < comparison->others->len; walk->others++)
        {
          const BylTellRow *row = get_row (comparison, comparison->others, walk->others);
          double value;

          if (row->question != mine->question)
            break;

          value = get_value (row, walk->tell);
          if (isnan (value))
            continue;
          question->n++;
          question->sum += value;
          question->more += question->mine > value ? 1 : question->mine == value ? 0.5 : 0;
        }

      if (question->n > 0 && !isnan (question->mine))
        return TRUE;
    }

  return FALSE;
}

static double
measure_separation (const BylComparison *comparison,
                    BylTell              tell)
{
  Walk walk = { comparison, tell, 0, 0 };
  Question question;
  double more = 0;
  guint n = 0;

  while (next_question (&walk, &question))
    {
      more += question.more;
      n += question.n;
    }

  return n > 0 ? more / n : 0.5;
}

static BylCounts
add_up (const BylComparison *comparison,
        const GArray        *rows,
        BylTell              tell)
{
  BylCounts counts = { 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      const BylTellFigures *figures = &get_row (comparison, rows, i)->figures;
      double base = byl_tell_figures_get_base (figures, tell);

      if (base > 0 && !isnan (figures->counts[tell]))
        byl_counts_add (&counts, figures->counts[tell], base);
    }

  return counts;
}

static void
fill_counted (BylMeasure          *self,
              const BylComparison *comparison)
{
  BylCounts mine = add_up (comparison, comparison->mine, self->tell);
  BylCounts others = add_up (comparison, comparison->others, self->tell);
  gboolean is_rate = byl_tell_kind_get (self->tell)->unit == BYL_TELL_RATE;
  double scale = is_rate ? 1000 : 1;

  self->value = scale * byl_counts_get_ratio (&mine);
  self->others = scale * byl_counts_get_ratio (&others);
  byl_counts_get_interval (&mine, &self->low, &self->high);
  self->low *= scale;
  self->high *= scale;
  self->effect = byl_log_odds (&mine, &others, &self->z);
  self->n_with = mine.n_with;
  self->n_answers = mine.n;
  self->n_others_with = others.n_with;
  self->n_others = others.n;
}

/* The mean, and the standard error of it, of the values that are there. */
static double
get_mean (const BylComparison *comparison,
          const GArray        *rows,
          BylTell              tell,
          guint               *n,
          double              *standard_error)
{
  double sum = 0;
  double squares = 0;
  double mean;

  *n = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      double value = get_value (get_row (comparison, rows, i), tell);

      if (isnan (value))
        continue;
      sum += value;
      squares += value * value;
      ++*n;
    }

  mean = *n > 0 ? sum / *n : NAN;
  *standard_error = *n > 1 ? sqrt (MAX (squares - sum * mean, 0) / (*n - 1) / *n) : 0;

  return mean;
}

/* The answers of which a size is on the side of the question's mean to which the writer leans. */
static void
count_leaning (BylMeasure          *self,
               const BylComparison *comparison)
{
  double side = self->z < 0 ? -1 : 1;
  guint mine = 0;
  guint others = 0;

  while (mine < comparison->mine->len)
    {
      const BylTellRow *row = get_row (comparison, comparison->mine, mine++);
      double value = get_value (row, self->tell);
      double sum = isnan (value) ? 0 : value;
      guint n = isnan (value) ? 0 : 1;
      guint first = others;

      for (; others < comparison->others->len; others++)
        {
          const BylTellRow *other = get_row (comparison, comparison->others, others);
          double others_value = get_value (other, self->tell);

          if (other->question != row->question)
            break;
          if (isnan (others_value))
            continue;
          sum += others_value;
          n++;
        }

      self->n_with += side * (value * n - sum) > 0;
      for (guint i = first; i < others; i++)
        {
          double others_value = get_value (get_row (comparison, comparison->others, i), self->tell);

          self->n_others_with += side * (others_value * n - sum) > 0;
        }
    }
}

/* A size is compared on each question by itself: questions differ more than writers do. */
static void
fill_size (BylMeasure          *self,
           const BylComparison *comparison)
{
  Walk walk = { comparison, self->tell, 0, 0 };
  Question question;
  double standard_error;
  double sum = 0;
  double squares = 0;
  guint n = 0;

  self->others = get_mean (comparison, comparison->others, self->tell, &self->n_others,
                           &standard_error);
  self->value = get_mean (comparison, comparison->mine, self->tell, &self->n_answers,
                          &standard_error);
  self->low = self->value - BYL_Z_95 * standard_error;
  self->high = self->value + BYL_Z_95 * standard_error;

  while (next_question (&walk, &question))
    {
      double difference = question.mine - question.sum / question.n;

      sum += difference;
      squares += difference * difference;
      n++;
    }

  if (n > 0)
    self->effect = sum / n;
  if (n > 1 && self->effect != 0)
    {
      double variance = MAX (squares - sum * self->effect, 0) / (n - 1);

      /* Differences that are all the same say as much as those that spread as far as they are
       * large. */
      variance = MAX (variance, 1e-12 * self->effect * self->effect);
      self->z = byl_log_odds_t_to_z (self->effect / sqrt (variance / n), n - 1);
    }

  count_leaning (self, comparison);
}

/**
 * byl_measure_fill:
 * @self: (out caller-allocates): a measure
 * @comparison: a writer's answers and the others'
 * @tell: a kind
 *
 * Measures a kind.
 */
void
byl_measure_fill (BylMeasure          *self,
                  const BylComparison *comparison,
                  BylTell              tell)
{
  guint n_showing;

  *self = (BylMeasure) { .tell = tell, .value = NAN, .low = NAN, .high = NAN, .others = NAN };
  if (byl_tell_kind_get (tell)->unit == BYL_TELL_SIZE)
    fill_size (self, comparison);
  else
    fill_counted (self, comparison);
  self->separation = measure_separation (comparison, tell);

  /* What a writer leaves out, the others must have. */
  n_showing = self->z > 0 || byl_tell_kind_get (tell)->unit == BYL_TELL_SIZE ? self->n_with
                                                                            : self->n_others_with;
  self->is_tell = fabs (self->z) >= BYL_TELL_MIN_Z && n_showing >= BYL_TELL_MIN_ANSWERS;
}

/**
 * byl_measure_favours:
 * @self: a kind of a writer
 * @tells: the tells of an answer
 *
 * Whether an answer shows what was measured: that it has what the writer has more often, or lacks
 * what the writer lacks; of a rate or a size, that it is on the writer's side of the middle between
 * its figure and the others'.
 *
 * Returns: whether the kind speaks for the writer in this answer
 */
gboolean
byl_measure_favours (const BylMeasure *self,
                     const BylTells   *tells)
{
  double value;
  double middle;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (tells != NULL, FALSE);

  value = byl_tells_get_value (tells, self->tell);
  middle = (self->value + self->others) / 2;
  if (isnan (value) || isnan (middle) || self->z == 0)
    return FALSE;

  if (byl_tell_kind_get (self->tell)->unit == BYL_TELL_SHARE)
    return self->z > 0 ? value > 0 : value == 0;

  return self->z > 0 ? value > middle : value < middle;
}
