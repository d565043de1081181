/* byl-rival-learn.c: learning, and knowing how much to trust it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-learn.h"

#include "byl-rival-jobs.h"
#include "byl-rival-match.h"

#include <math.h>

/* Questions are set aside in turn, a fifth each, until so many answers were guessed. */
#define N_PARTS     5u
#define MIN_GUESSED 250u

/* The logarithm of the sharpness is between these; a guess of it without any answers is 0, and
 * deviates by 1. */
#define LEAST_LOG -2.0
#define MOST_LOG  3.0
#define TOLERANCE 1e-2
#define LEAST_SHARE 1e-9

/* Questions with more answers are not judged: what is said of them grows with the square, and how
 * they share their names is dear to be found. */
#define MAX_TOGETHER 64u

/* One set-aside part: for each of its questions, what was said of each answer (a row) to each of
 * their writers (a column, in the same order) by what was learned from the other parts. */
typedef struct
{
  GArray *scores; /* (element-type double) */
  GArray *sizes;  /* (element-type guint): answers to each question */
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

  for (guint i = 0; i < n_rows; i = byl_rival_find_end (rows, n_rows, i))
    n++;

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

static gboolean
is_known (const BylRivalModel *model,
          guint                writer)
{
  for (guint i = 0; i < model->n_classes; i++)
    if (model->writers[i] == writer)
      return TRUE;

  return FALSE;
}

/* Of a writer whose other answers were all set aside nothing can be said. */
static void
guess_question (Part                *part,
                const BylRivalModel *model,
                const BylRivalRow   *rows,
                guint                n_rows)
{
  g_autofree guint *writers = g_new (guint, n_rows);
  g_autofree double *scores = g_new (double, n_rows);
  guint n = 0;

  for (guint i = 0; i < n_rows; i++)
    if (is_known (model, rows[i].writer))
      writers[n++] = rows[i].writer;

  if (n < 2 || n > MAX_TOGETHER)
    return;

  for (guint i = 0; i < n_rows; i++)
    if (is_known (model, rows[i].writer))
      {
        byl_rival_ask (model, &rows[i], writers, n, scores);
        g_array_append_vals (part->scores, scores, n);
      }
  g_array_append_val (part->sizes, n);
}

static void
guess_part (Learning *self,
            guint     position)
{
  Part *part = &self->guessed[position];
  g_autofree BylRivalRow *learned = g_new (BylRivalRow, self->n_rows);
  g_autofree BylRivalRow *rows = g_new (BylRivalRow, self->n_rows);
  g_autoptr(BylRivalModel) model = NULL;
  guint n_learned = 0;
  guint n_rows = 0;

  for (guint i = 0; i < self->n_rows; i++)
    if (self->parts[i] == position)
      rows[n_rows++] = self->rows[i];
    else
      learned[n_learned++] = self->rows[i];

  part->scores = g_array_new (FALSE, FALSE, sizeof (double));
  part->sizes = g_array_new (FALSE, FALSE, sizeof (guint));
  model = byl_rival_model_new (learned, n_learned, self->n_writers, self->cancellable);

  for (guint i = 0, end; model != NULL && i < n_rows; i = end)
    {
      end = byl_rival_find_end (rows, n_rows, i);
      guess_question (part, model, rows + i, end - i);
    }
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

/* The mean log-likelihood of the true writers of a question's answers. */
static double
judge_question (const double *scores,
                guint         n,
                double        sharpness,
                gboolean      together)
{
  gsize size = (gsize) n * n;
  g_autofree double *sharp = g_new (double, size);
  g_autofree double *shares = g_new (double, size);
  double sum = 0.0;

  for (gsize i = 0; i < size; i++)
    sharp[i] = sharpness * scores[i];

  if (together)
    byl_rival_shares (sharp, n, n, shares);
  else
    for (guint i = 0; i < n; i++)
      byl_rival_shares (sharp + (gsize) i * n, 1, n, shares + (gsize) i * n);

  for (gsize i = 0; i < size; i += n + 1)
    sum += log (MAX (shares[i], LEAST_SHARE));

  return sum;
}

/* The log-likelihood of the true writers, and of the sharpness itself. */
static double
judge (const Learning *self,
       guint           n_guessed,
       double          log_sharpness,
       gboolean        together)
{
  double sum = -0.5 * log_sharpness * log_sharpness;
  guint n_judged = 0;

  for (guint i = 0; i < n_guessed; i++)
    {
      const double *scores = (const double *) self->guessed[i].scores->data;

      for (guint j = 0; j < self->guessed[i].sizes->len; j++)
        {
          guint n = g_array_index (self->guessed[i].sizes, guint, j);

          if (!together || n_judged < MIN_GUESSED)
            {
              sum += judge_question (scores, n, exp (log_sharpness), together);
              n_judged += n;
            }
          scores += (gsize) n * n;
        }
    }

  return sum;
}

/* Golden-section search (J. Kiefer, 1953): the likelihood has one top. */
static double
find_sharpness (const Learning *self,
                guint           n_guessed,
                gboolean        together)
{
  const double ratio = (sqrt (5.0) - 1.0) / 2.0;
  double low = LEAST_LOG;
  double high = MOST_LOG;

  while (high - low > TOLERANCE)
    {
      double first = high - ratio * (high - low);
      double second = low + ratio * (high - low);

      if (judge (self, n_guessed, first, together) > judge (self, n_guessed, second, together))
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
    {
      learning.model->sharpness = find_sharpness (&learning, n_guessed, FALSE);
      learning.model->joint_sharpness = find_sharpness (&learning, n_guessed, TRUE);
    }
  else
    g_clear_pointer (&learning.model, byl_rival_model_free);

  for (guint i = 0; i < n_guessed; i++)
    {
      g_array_unref (guessed[i].scores);
      g_array_unref (guessed[i].sizes);
    }
  g_free (learning.parts);

  return learning.model;
}

/**
 * byl_rival_find_end:
 * @rows: (array length=n_rows): answers, those to one question side by side
 * @n_rows: how many they are
 * @start: the first answer to a question
 *
 * Returns: the position behind the last answer to the same question
 */
guint
byl_rival_find_end (const BylRivalRow *rows,
                    guint              n_rows,
                    guint              start)
{
  guint end = start + 1;

  while (end < n_rows && rows[end].question == rows[start].question)
    end++;

  return end;
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
 * @scores: (out caller-allocates) (array length=n_writers): what speaks for each; times one of the
 *   kinds of sharpness they are log-probabilities, but for a constant. A writer of whom nothing is
 *   known has the mean of the others
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

/**
 * byl_rival_share:
 * @model: (nullable): what was learned
 * @scores: (array): what byl_rival_ask () said of each card
 * @n_cards: cards
 * @n_writers: writers
 * @shares: (out caller-allocates) (array): for each card, the probability of each writer; where
 *   there are several cards, given that no two have the same one
 */
void
byl_rival_share (const BylRivalModel *model,
                 const double        *scores,
                 guint                n_cards,
                 guint                n_writers,
                 double              *shares)
{
  gsize size = (gsize) n_cards * n_writers;
  g_autofree double *sharp = g_new (double, size);
  double sharpness = 1.0;

  if (model != NULL)
    sharpness = n_cards > 1 && n_cards <= n_writers ? model->joint_sharpness : model->sharpness;

  for (gsize i = 0; i < size; i++)
    sharp[i] = sharpness * scores[i];

  byl_rival_shares (sharp, n_cards, n_writers, shares);
}
