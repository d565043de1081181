/* byl-rival-matrix.c: answers as rows of numbers, to be weighed
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-matrix.h"

#include <math.h>
#include <string.h>

/* Four floats that are multiplied at once: the weights of an input for four writers. */
typedef float Lanes __attribute__ ((vector_size (BYL_RIVAL_LANES * sizeof (float)),
                                      aligned (sizeof (float)), may_alias));

static float values[G_MAXUINT8 + 1];

static gpointer
fill_values (gpointer data)
{
  for (guint i = 1; i <= G_MAXUINT8; i++)
    values[i] = 1.0f + logf (i);

  return NULL;
}

static gsize
fill_view (BylRivalMatrix         *self,
           const BylRivalFeatures *features,
           guint                   start,
           guint                   end,
           const BylRivalColumns  *columns,
           gsize                   at,
           float                  *scale)
{
  double squares = 0.0;

  for (guint i = start; i < end; i++)
    {
      guint32 column = byl_rival_columns_find (columns, features->hashes[i]);
      float value = values[features->counts[i]];

      if (column == BYL_RIVAL_NO_COLUMN)
        continue;

      self->columns[at] = column;
      self->counts[at++] = features->counts[i];
      squares += value * value;
    }

  *scale = squares > 0.0 ? 1.0 / sqrt (squares) : 0.0f;

  return at;
}

/**
 * byl_rival_matrix_init:
 * @self: (out caller-allocates): a matrix
 * @rows: (array length=n_rows): answers
 * @n_rows: how many they are
 * @columns: the patterns that have a column; others are left out
 * @scale: of the figures
 *
 * Writes answers as rows of numbers.
 */
void
byl_rival_matrix_init (BylRivalMatrix        *self,
                       const BylRivalRow     *rows,
                       guint                  n_rows,
                       const BylRivalColumns *columns,
                       const BylRivalScale   *scale)
{
  static GOnce once = G_ONCE_INIT;
  gsize n = 0;
  gsize at = 0;

  g_once (&once, fill_values, NULL);

  for (guint i = 0; i < n_rows; i++)
    n += rows[i].features->ends[BYL_RIVAL_N_VIEWS - 1];

  self->n_rows = n_rows;
  self->columns = g_new (guint32, n);
  self->counts = g_new (guint8, n);
  self->ends = g_new (gsize, (gsize) n_rows * BYL_RIVAL_N_VIEWS);
  self->scales = g_new (float, (gsize) n_rows * BYL_RIVAL_N_VIEWS);
  self->inputs = g_new (float, (gsize) n_rows * BYL_RIVAL_N_INPUTS);

  for (guint i = 0; i < n_rows; i++)
    {
      const BylRivalFeatures *features = rows[i].features;

      for (guint j = 0; j < BYL_RIVAL_N_VIEWS; j++)
        {
          gsize view = (gsize) i * BYL_RIVAL_N_VIEWS + j;

          at = fill_view (self, features, j == 0 ? 0 : features->ends[j - 1], features->ends[j],
                          columns, at, &self->scales[view]);
          self->ends[view] = at;
        }

      byl_rival_scale_apply (scale, features->figures,
                             self->inputs + (gsize) i * BYL_RIVAL_N_INPUTS);
    }

  self->columns = g_renew (guint32, self->columns, at);
  self->counts = g_renew (guint8, self->counts, at);
}

/**
 * byl_rival_matrix_clear:
 * @self: a matrix
 *
 * Frees what it holds.
 */
void
byl_rival_matrix_clear (BylRivalMatrix *self)
{
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->counts, g_free);
  g_clear_pointer (&self->ends, g_free);
  g_clear_pointer (&self->scales, g_free);
  g_clear_pointer (&self->inputs, g_free);
}

/**
 * byl_rival_matrix_square:
 * @self: a matrix
 * @row: one of its rows
 *
 * Returns: the square of the length of the row
 */
float
byl_rival_matrix_square (const BylRivalMatrix *self,
                         guint                 row)
{
  const float *inputs = self->inputs + (gsize) row * BYL_RIVAL_N_INPUTS;
  float square = 0.0f;

  for (guint i = 0; i < BYL_RIVAL_N_VIEWS; i++)
    square += self->scales[(gsize) row * BYL_RIVAL_N_VIEWS + i] > 0.0f;

  for (guint i = 0; i < BYL_RIVAL_N_INPUTS; i++)
    square += inputs[i] * inputs[i];

  return square;
}

/**
 * byl_rival_matrix_value:
 * @count: how often a pattern stands in an answer, at least 1
 *
 * Returns: its number before its view is brought to the length 1
 */
float
byl_rival_matrix_value (guint8 count)
{
  return values[count];
}

/**
 * byl_rival_matrix_score:
 * @self: a matrix
 * @row: one of its rows
 * @weights: (array): @stride for each of the columns, then for each of the inputs
 * @n_columns: how many columns there are
 * @stride: weights of one column, a multiple of %BYL_RIVAL_LANES
 * @scores: (out caller-allocates) (array length=stride): the sums of the row's numbers, each times
 *   its weight
 *
 * Weighs a row for all writers at once.
 */
void
byl_rival_matrix_score (const BylRivalMatrix *self,
                        guint                 row,
                        const float          *weights,
                        guint                 n_columns,
                        guint                 stride,
                        float                *scores)
{
  const gsize *ends = self->ends + (gsize) row * BYL_RIVAL_N_VIEWS;
  const float *scales = self->scales + (gsize) row * BYL_RIVAL_N_VIEWS;
  const float *inputs = self->inputs + (gsize) row * BYL_RIVAL_N_INPUTS;
  gsize start = row == 0 ? 0 : ends[-1];

  for (guint lane = 0; lane < stride; lane += BYL_RIVAL_LANES)
    {
      const float *own = weights + lane;
      Lanes sum = { 0.0f };
      gsize at = start;

      for (guint i = 0; i < BYL_RIVAL_N_VIEWS; i++)
        {
          Lanes view = { 0.0f };

          for (; at < ends[i]; at++)
            view += *(const Lanes *) (own + (gsize) self->columns[at] * stride) *
                    values[self->counts[at]];
          sum += view * scales[i];
        }

      for (guint i = 0; i < BYL_RIVAL_N_INPUTS; i++)
        sum += *(const Lanes *) (own + (gsize) (n_columns + i) * stride) * inputs[i];

      memcpy (scores + lane, &sum, sizeof sum);
    }
}

/**
 * byl_rival_matrix_add:
 * @self: a matrix
 * @row: one of its rows
 * @factors: (array length=stride): one for each writer
 * @n_columns: how many columns there are
 * @stride: weights of one column
 * @weights: (inout) (array): to which the row's numbers are added, times the factors
 *
 * Moves the weights along a row.
 */
void
byl_rival_matrix_add (const BylRivalMatrix *self,
                      guint                 row,
                      const float          *factors,
                      guint                 n_columns,
                      guint                 stride,
                      float                *weights)
{
  const gsize *ends = self->ends + (gsize) row * BYL_RIVAL_N_VIEWS;
  const float *scales = self->scales + (gsize) row * BYL_RIVAL_N_VIEWS;
  const float *inputs = self->inputs + (gsize) row * BYL_RIVAL_N_INPUTS;
  gsize start = row == 0 ? 0 : ends[-1];

  for (guint lane = 0; lane < stride; lane += BYL_RIVAL_LANES)
    {
      float *own = weights + lane;
      gsize at = start;
      Lanes factor;

      memcpy (&factor, factors + lane, sizeof factor);

      for (guint i = 0; i < BYL_RIVAL_N_VIEWS; i++)
        {
          Lanes view = factor * scales[i];

          for (; at < ends[i]; at++)
            *(Lanes *) (own + (gsize) self->columns[at] * stride) +=
              view * values[self->counts[at]];
        }

      for (guint i = 0; i < BYL_RIVAL_N_INPUTS; i++)
        *(Lanes *) (own + (gsize) (n_columns + i) * stride) += factor * inputs[i];
    }
}
