/* byl-rival-model.c: what was learned from some answers, to be asked about others
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-model.h"

#include "byl-rival-fit.h"

/* Weights of all columns together: 64 MiB of them. More writers have fewer columns. */
#define MAX_WEIGHTS (1u << 24)

static void
find_classes (BylRivalModel     *self,
              const BylRivalRow *rows,
              guint              n_rows,
              guint              n_writers,
              guint             *classes)
{
  g_autofree guint *counts = g_new0 (guint, n_writers);
  g_autofree guint *places = g_new0 (guint, n_writers);

  for (guint i = 0; i < n_rows; i++)
    counts[rows[i].writer]++;

  self->writers = g_new (guint, n_writers);
  self->n_answers = g_new (guint, n_writers);

  for (guint i = 0; i < n_writers; i++)
    if (counts[i] > 0)
      {
        places[i] = self->n_classes;
        self->writers[self->n_classes] = i;
        self->n_answers[self->n_classes++] = counts[i];
      }

  for (guint i = 0; i < n_rows; i++)
    classes[i] = places[rows[i].writer];
}

/* What the reasons of a guess are made of: how many answers of each writer have a pattern, and
 * the means of the figures. */
static void
count_evidence (BylRivalModel        *self,
                const BylRivalMatrix *matrix,
                const BylRivalRow    *rows,
                const guint          *classes)
{
  gsize at = 0;

  self->answers = g_new0 (guint16, (gsize) self->columns.n_columns * self->n_classes);
  self->figures = g_new0 (float, (gsize) self->n_classes * BYL_N_FIGURES);

  for (guint i = 0; i < matrix->n_rows; i++)
    {
      float *means = self->figures + (gsize) classes[i] * BYL_N_FIGURES;

      for (; at < matrix->ends[(gsize) (i + 1) * BYL_RIVAL_N_VIEWS - 1]; at++)
        {
          guint16 *count =
            &self->answers[(gsize) matrix->columns[at] * self->n_classes + classes[i]];

          *count += *count < G_MAXUINT16;
        }

      for (guint j = 0; j < BYL_N_FIGURES; j++)
        means[j] += rows[i].features->figures[j] / self->n_answers[classes[i]];
    }
}

/**
 * byl_rival_model_new:
 * @rows: (array length=n_rows): answers to learn from, those to one question side by side
 * @n_rows: how many they are, at least 1
 * @n_writers: writers of the pack
 * @cancellable: (nullable): ends the work early
 *
 * Learns from answers. Probabilities are not calibrated yet: both kinds of sharpness are 1.
 *
 * Returns: (transfer full) (nullable): what was learned, or %NULL if it was cancelled
 */
BylRivalModel *
byl_rival_model_new (const BylRivalRow *rows,
                     guint              n_rows,
                     guint              n_writers,
                     GCancellable      *cancellable)
{
  g_autoptr(BylRivalModel) self = g_new0 (BylRivalModel, 1);
  g_autofree guint *classes = g_new (guint, n_rows);
  BylRivalMatrix matrix;
  gboolean done;

  find_classes (self, rows, n_rows, n_writers, classes);
  self->sharpness = self->joint_sharpness = 1.0;
  self->stride = (self->n_classes + BYL_RIVAL_LANES - 1) / BYL_RIVAL_LANES * BYL_RIVAL_LANES;
  byl_rival_columns_init (&self->columns, rows, n_rows, MAX_WEIGHTS / self->stride);
  byl_rival_scale_init (&self->scale, rows, n_rows);
  self->weights =
    g_new0 (float, (gsize) (self->columns.n_columns + BYL_RIVAL_N_INPUTS) * self->stride);

  byl_rival_matrix_init (&matrix, rows, n_rows, &self->columns, &self->scale);
  done = byl_rival_fit (&matrix, classes, self->n_classes, self->columns.n_columns, self->stride,
                        self->weights, cancellable);
  if (done)
    count_evidence (self, &matrix, rows, classes);
  byl_rival_matrix_clear (&matrix);

  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * byl_rival_model_free:
 * @self: (transfer full): what was learned
 *
 * Frees it.
 */
void
byl_rival_model_free (BylRivalModel *self)
{
  byl_rival_columns_clear (&self->columns);
  g_free (self->writers);
  g_free (self->n_answers);
  g_free (self->weights);
  g_free (self->answers);
  g_free (self->figures);
  g_free (self);
}

/**
 * byl_rival_model_score:
 * @self: what was learned
 * @row: an answer; who wrote it is not looked at
 * @scores: (out caller-allocates) (array): for each class, what speaks for it: times the
 *   sharpness, differences are differences of log-probabilities
 *
 * Weighs an answer.
 */
void
byl_rival_model_score (const BylRivalModel *self,
                       const BylRivalRow   *row,
                       double              *scores)
{
  g_autofree float *sums = g_new (float, self->stride);
  BylRivalMatrix matrix;

  byl_rival_matrix_init (&matrix, row, 1, &self->columns, &self->scale);
  byl_rival_matrix_score (&matrix, 0, self->weights, self->columns.n_columns, self->stride, sums);
  byl_rival_matrix_clear (&matrix);

  for (guint i = 0; i < self->n_classes; i++)
    scores[i] = sums[i];
}
