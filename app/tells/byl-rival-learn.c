/* byl-rival-learn.c: learning, and knowing how much to trust it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-learn.h"

#include "byl-rival-jobs.h"

#include <math.h>

/* Questions are set aside in turn, a fifth each, until so many answers were guessed. */
#define N_PARTS     5u
#define MIN_GUESSED 400u

/* The logarithm of the sharpness is between these; a guess of it without any answers is 0, and
 * deviates by 1. */
#define LEAST_LOG -2.0
#define MOST_LOG  3.0
#define TOLERANCE 1e-3

/* One set-aside part: its answers, and what was said of them by what was learned without them. */
typedef struct
{
  BylRivalRow *rows;
  guint n_rows;
  GArray *scores;  /* (element-type double): of the writers of each row's question, its own first */
  GArray *lengths; /* (element-type guint): how many of them for each row */
} Part;

typedef struct
{
  const BylRivalRow *rows;
  guint n_rows;
  guint n_writers;
  guint n_parts;
  guint *parts;  /* of each row */
  Part *guessed;
  BylRivalModel *model; /* (nullable): learned from all */
  GCancellable *cancellable;
} Learning;

static guint
count_questions (const BylRivalRow *rows,
                 guint              n_rows)
{
  guint n = 0;

  for (guint i = 0; i < n_rows; i++)
    n += i == 0 || rows[i].question != rows[i - 1].question;

  return n;
}

static void
part_rows (Learning *self)
{
  guint n_questions = count_questions (self->rows, self->n_rows);
  guint n = 0;

  self->n_parts = n_questions < 2 ? 0 : MIN (N_PARTS, n_questions);
  self->parts = g_new0 (guint, self->n_rows);

  for (guint i = 0; i < self->n_rows && self->n_parts > 0; i++)
    {
      n += i > 0 && self->rows[i].question != self->rows[i - 1].question;
      self->parts[i] = n % self->n_parts;
    }
}

/* Fewer parts are guessed where each has many answers. */
static guint
count_guessed_parts (const Learning *self)
{
  guint n_guessed = 0;
  guint n = 0;

  while (n < self->n_parts && n_guessed < MIN_GUESSED)
    {
      for (guint i = 0; i < self->n_rows; i++)
        n_guessed += self->parts[i] == n;
      n++;
    }

  return n;
}

static void
guess_row (Part                *part,
           guint                position,
           const BylRivalModel *model)
{
  const BylRivalRow *row = &part->rows[position];
  g_autoptr(GArray) writers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree double *scores = NULL;
  gboolean known = FALSE;

  g_array_append_val (writers, row->writer);
  for (guint i = 0; i < part->n_rows; i++)
    if (part->rows[i].question == row->question && part->rows[i].writer != row->writer)
      g_array_append_val (writers, part->rows[i].writer);

  for (guint i = 0; i < model->n_classes; i++)
    known = known || model->writers[i] == row->writer;

  if (!known || writers->len < 2)
    return;

  scores = g_new (double, writers->len);
  byl_rival_ask (model, row, (const guint *) writers->data, writers->len, scores);
  g_array_append_vals (part->scores, scores, writers->len);
  g_array_append_val (part->lengths, writers->len);
}

static void
guess_part (Learning *self,
            guint     position)
{
  Part *part = &self->guessed[position];
  g_autofree BylRivalRow *rows = g_new (BylRivalRow, self->n_rows);
  g_autoptr(BylRivalModel) model = NULL;
  guint n_rows = 0;

  part->rows = g_new (BylRivalRow, self->n_rows);
  part->scores = g_array_new (FALSE, FALSE, sizeof (double));
  part->lengths = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n_rows; i++)
    if (self->parts[i] == position)
      part->rows[part->n_rows++] = self->rows[i];
    else
      rows[n_rows++] = self->rows[i];

  model = byl_rival_model_new (rows, n_rows, self->n_writers, self->cancellable);
  for (guint i = 0; model != NULL && i < part->n_rows; i++)
    guess_row (part, i, model);
}

static void
learn_job (guint    position,
           gpointer data)
{
  Learning *self = data;

  if (position == 0)
    self->model = byl_rival_model_new (self->rows, self->n_rows, self->n_writers,
                                       self->cancellable);
  else
    guess_part (self, position - 1);
}

/* The log-likelihood of the true writers, and of the sharpness itself. */
static double
judge (const Learning *self,
       guint           n_guessed,
       double          log_sharpness)
{
  double sharpness = exp (log_sharpness);
  double sum = -0.5 * log_sharpness * log_sharpness;

  for (guint i = 0; i < n_guessed; i++)
    {
      const double *scores = (const double *) self->guessed[i].scores->data;

      for (guint j = 0; j < self->guessed[i].lengths->len; j++)
        {
          guint n = g_array_index (self->guessed[i].lengths, guint, j);
          double others = 0.0;

          for (guint k = 0; k < n; k++)
            others += exp (CLAMP (sharpness * (scores[k] - scores[0]), -500.0, 500.0));
          sum -= log (others);
          scores += n;
        }
    }

  return sum;
}

/* Golden-section search (J. Kiefer, 1953): the likelihood has one top. */
static double
find_sharpness (const Learning *self,
                guint           n_guessed)
{
  const double ratio = (sqrt (5.0) - 1.0) / 2.0;
  double low = LEAST_LOG;
  double high = MOST_LOG;

  while (high - low > TOLERANCE)
    {
      double first = high - ratio * (high - low);
      double second = low + ratio * (high - low);

      if (judge (self, n_guessed, first) > judge (self, n_guessed, second))
        high = second;
      else
        low = first;
    }

  return exp ((low + high) / 2.0);
}

/**
 * byl_rival_learn:
 * @rows: (array length=n_rows): answers to learn from, those to one question side by side
 * @n_rows: how many they are, at least 1
 * @n_writers: writers of the pack
 * @cancellable: (nullable): ends the work early
 *
 * Learns from answers, and finds how sharp its probabilities may be: from answers to questions
 * that were set aside, and guessed by what was learned from the others (temperature scaling:
 * C. Guo et al., “On calibration of modern neural networks”, ICML 2017).
 *
 * Returns: (transfer full) (nullable): what was learned, or %NULL if it was cancelled
 */
BylRivalModel *
byl_rival_learn (const BylRivalRow *rows,
                 guint              n_rows,
                 guint              n_writers,
                 GCancellable      *cancellable)
{
  Learning learning = { rows, n_rows, n_writers, .cancellable = cancellable };
  g_autofree Part *guessed = NULL;
  guint n_guessed;

  part_rows (&learning);
  n_guessed = count_guessed_parts (&learning);
  learning.guessed = guessed = g_new0 (Part, n_guessed + 1);

  byl_rival_jobs_run (n_guessed + 1, learn_job, &learning);
  if (learning.model != NULL && !g_cancellable_is_cancelled (cancellable))
    learning.model->sharpness = find_sharpness (&learning, n_guessed);
  else
    g_clear_pointer (&learning.model, byl_rival_model_free);

  for (guint i = 0; i < n_guessed; i++)
    {
      g_array_unref (guessed[i].scores);
      g_array_unref (guessed[i].lengths);
      g_free (guessed[i].rows);
    }
  g_free (learning.parts);

  return learning.model;
}

/**
 * byl_rival_pick_rows:
 * @rows: (array length=n_rows): answers
 * @n_rows: how many they are
 * @questions: (array): for each question of the pack, whether it is marked
 * @which: whether the answers to marked questions are picked, or the others
 * @picked: (out caller-allocates) (array length=n_rows): they, in the same order
 *
 * Returns: how many were picked
 */
guint
byl_rival_pick_rows (const BylRivalRow *rows,
                     guint              n_rows,
                     const gboolean    *questions,
                     gboolean           which,
                     BylRivalRow       *picked)
{
  guint n = 0;

  for (guint i = 0; i < n_rows; i++)
    if (!questions[rows[i].question] == !which)
      picked[n++] = rows[i];

  return n;
}

/**
 * byl_rival_ask:
 * @model: (nullable): what was learned
 * @row: an answer; who wrote it is not looked at
 * @writers: (array length=n_writers): who may have written it, as positions in the pack
 * @n_writers: how many they are
 * @scores: (out caller-allocates) (array length=n_writers): log-probabilities, but for a constant;
 *   a writer of whom nothing is known has the mean of the others
 *
 * Asks who wrote an answer.
 */
void
byl_rival_ask (const BylRivalModel *model,
               const BylRivalRow   *row,
               const guint         *writers,
               guint                n_writers,
               double              *scores)
{
  g_autofree double *all = g_new0 (double, model != NULL ? model->n_classes : 0);
  double sum = 0.0;
  guint n_known = 0;

  if (model != NULL)
    byl_rival_model_score (model, row, all);

  for (guint i = 0; i < n_writers; i++)
    {
      scores[i] = NAN;
      for (guint j = 0; model != NULL && j < model->n_classes; j++)
        if (model->writers[j] == writers[i])
          {
            scores[i] = all[j];
            sum += all[j];
            n_known++;
          }
    }

  for (guint i = 0; i < n_writers; i++)
    if (isnan (scores[i]))
      scores[i] = n_known > 0 ? sum / n_known : 0.0;
}
