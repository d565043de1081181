/* byl-rival-trial.c: how good the rival is at a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-trial.h"

#include "byl-rival-learn.h"
#include "byl-rival-match.h"

/* Expected calibration error with ten bins of equal width (M. P. Naeini et al., AAAI 2015). */
#define N_BINS 10u

#define N_REPEATS 5u

typedef struct
{
  double sure[N_BINS]; /* sum of the probabilities of the likeliest names */
  guint right[N_BINS];
} Bins;

typedef struct
{
  guint n;
  guint questions;
  guint single;
  guint joint;
  Bins alone;
  Bins together;
} Tally;

/* The same order for the same seed on every machine (GRand is the Mersenne Twister). */
static guint *
shuffle (guint n,
         guint seed)
{
  guint *order = g_new (guint, n);
  GRand *rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < n; i++)
    {
      guint j = g_rand_int_range (rand, 0, i + 1);

      order[i] = order[j];
      order[j] = i;
    }
  g_rand_free (rand);

  return order;
}

static guint
find_likeliest (const double *shares,
                guint         n_names)
{
  guint best = 0;

  for (guint i = 1; i < n_names; i++)
    if (shares[i] > shares[best])
      best = i;

  return best;
}

static void
add_to_bins (Bins         *self,
             const double *shares,
             guint         n_names,
             guint         truth)
{
  guint best = find_likeliest (shares, n_names);
  guint bin = MIN ((guint) (shares[best] * N_BINS), N_BINS - 1);

  self->sure[bin] += shares[best];
  self->right[bin] += best == truth;
}

static double
get_error (const Bins *self,
           guint       n)
{
  double sum = 0.0;

  for (guint i = 0; i < N_BINS; i++)
    sum += ABS (self->sure[i] - self->right[i]);

  return n > 0 ? sum / n : 0.0;
}

/* The answers to one question: each alone, then all together. Where nothing tells two answers
 * apart, the first one that is laid has the first choice of a name: so that this is not right by
 * itself, they are laid in another order than the names. */
static void
try_question (const BylRivalModel *model,
              const BylRivalRow   *rows,
              guint                n,
              Tally               *tally)
{
  g_autofree double *scores = g_new (double, (gsize) n * n);
  g_autofree double *shares = g_new (double, (gsize) n * n);
  g_autofree guint *writers = g_new (guint, n);
  g_autofree guint *truths = shuffle (n, rows[0].question); /* of each card, its name's place */
  g_autofree guint *names = g_new (guint, n);

  if (n < 2)
    return;

  for (guint i = 0; i < n; i++)
    writers[i] = rows[i].writer;

  for (guint i = 0; i < n; i++)
    {
      byl_rival_ask (model, &rows[truths[i]], writers, n, scores + (gsize) i * n);
      byl_rival_share (model, scores + (gsize) i * n, 1, n, shares);
      tally->single += find_likeliest (shares, n) == truths[i];
      add_to_bins (&tally->alone, shares, n, truths[i]);
    }

  byl_rival_match (scores, n, n, names);
  byl_rival_share (model, scores, n, n, shares);
  for (guint i = 0; i < n; i++)
    {
      tally->joint += names[i] == truths[i];
      add_to_bins (&tally->together, shares + (gsize) i * n, n, truths[i]);
    }

  tally->n += n;
  tally->questions++;
}

/* Learns from the answers to unmarked questions, and guesses those to the marked ones. */
static gboolean
try_marked (const BylRivalCorpus *corpus,
            const gboolean       *marked,
            guint                 n_writers,
            Tally                *tally,
            GCancellable         *cancellable)
{
  g_autofree BylRivalRow *learned = g_new (BylRivalRow, corpus->n_rows);
  g_autofree BylRivalRow *guessed = g_new (BylRivalRow, corpus->n_rows);
  guint n_learned = byl_rival_pick_rows (corpus->rows, corpus->n_rows, marked, FALSE, learned);
  guint n_guessed = byl_rival_pick_rows (corpus->rows, corpus->n_rows, marked, TRUE, guessed);
  g_autoptr(BylRivalModel) model = NULL;

  if (n_learned > 0)
    {
      model = byl_rival_learn (learned, n_learned, n_writers, cancellable);
      if (model == NULL)
        return FALSE;
    }

  for (guint i = 0, end; i < n_guessed; i = end)
    {
      end = byl_rival_find_end (guessed, n_guessed, i);
      try_question (model, guessed + i, end - i, tally);
    }

  return TRUE;
}

static void
finish (const Tally   *tally,
        BylRivalTrial *trial)
{
  trial->n = tally->n;
  trial->questions = tally->questions;
  trial->single = tally->n > 0 ? (double) tally->single / tally->n : 0.0;
  trial->joint = tally->n > 0 ? (double) tally->joint / tally->n : 0.0;
  trial->single_error = get_error (&tally->alone, tally->n);
  trial->joint_error = get_error (&tally->together, tally->n);
}

/**
 * byl_rival_trial_run:
 * @corpus: the answers of a pack
 * @n_questions: questions of the pack
 * @n_writers: writers of the pack
 * @folds: parts into which the questions are divided, at least 2
 * @trial: (out caller-allocates): the result
 * @cancellable: (nullable): ends the work early
 *
 * Guesses the answers to each part of the questions after learning from those to the others.
 *
 * Returns: %FALSE if it was cancelled
 */
gboolean
byl_rival_trial_run (const BylRivalCorpus *corpus,
                     guint                 n_questions,
                     guint                 n_writers,
                     guint                 folds,
                     BylRivalTrial        *trial,
                     GCancellable         *cancellable)
{
  g_autofree guint *order = shuffle (n_questions, 0);
  g_autofree gboolean *marked = g_new (gboolean, n_questions);
  Tally tally = { 0 };

  for (guint fold = 0; fold < folds; fold++)
    {
      for (guint i = 0; i < n_questions; i++)
        marked[order[i]] = i % folds == fold;
      if (!try_marked (corpus, marked, n_writers, &tally, cancellable))
        return FALSE;
    }

  finish (&tally, trial);

  return TRUE;
}

/**
 * byl_rival_trial_small:
 * @corpus: the answers of a pack
 * @n_questions: questions of the pack
 * @n_writers: writers of the pack
 * @n_learned: how many of the questions are learned from, fewer than there are
 * @trial: (out caller-allocates): the result of five such trials together
 * @cancellable: (nullable): ends the work early
 *
 * Learns from the answers to a few questions and guesses those to all others.
 *
 * Returns: %FALSE if it was cancelled
 */
gboolean
byl_rival_trial_small (const BylRivalCorpus *corpus,
                       guint                 n_questions,
                       guint                 n_writers,
                       guint                 n_learned,
                       BylRivalTrial        *trial,
                       GCancellable         *cancellable)
{
  g_autofree gboolean *marked = g_new (gboolean, n_questions);
  Tally tally = { 0 };

  for (guint repeat = 0; repeat < N_REPEATS; repeat++)
    {
      g_autofree guint *order = shuffle (n_questions, repeat + 1);

      for (guint i = 0; i < n_questions; i++)
        marked[order[i]] = i >= n_learned;
      if (!try_marked (corpus, marked, n_writers, &tally, cancellable))
        return FALSE;
    }

  finish (&tally, trial);

  return TRUE;
}
