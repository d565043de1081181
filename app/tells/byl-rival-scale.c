/* byl-rival-scale.c: figures made comparable with each other
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-scale.h"

#include <math.h>
#include <stdlib.h>

#define MAX_DEVIATIONS  3.0f
#define LEAST_DEVIATION 1e-6

/* How much a step weighs beside a deviation from the mean. */
#define STEP 0.35f

static int
compare_floats (const void *first,
                const void *second)
{
  float a = *(const float *) first;
  float b = *(const float *) second;

  return (a > b) - (a < b);
}

static void
measure (BylRivalScale     *self,
         const BylRivalRow *rows,
         guint              n_rows,
         BylFigure          figure,
         float             *values)
{
  double sum = 0.0;
  double squares = 0.0;
  double mean;

  for (guint i = 0; i < n_rows; i++)
    {
      double value;

      values[i] = rows[i].features->figures[figure];
      value = log1p (values[i]);
      sum += value;
      squares += value * value;
    }

  mean = sum / n_rows;
  self->means[figure] = mean;
  self->deviations[figure] = sqrt (MAX (squares / n_rows - mean * mean, 0.0)) + LEAST_DEVIATION;

  qsort (values, n_rows, sizeof *values, compare_floats);
  for (guint i = 0; i < BYL_RIVAL_N_STEPS; i++)
    self->steps[figure][i] = values[(gsize) (i + 1) * (n_rows - 1) / (BYL_RIVAL_N_STEPS + 1)];
}

/**
 * byl_rival_scale_init:
 * @self: (out caller-allocates): a scale
 * @rows: (array length=n_rows): the answers that are learned from
 * @n_rows: how many they are, at least 1
 *
 * Measures how the figures are spread: their means and deviations, and seven thresholds that part
 * the answers into eight equal shares.
 */
void
byl_rival_scale_init (BylRivalScale     *self,
                      const BylRivalRow *rows,
                      guint              n_rows)
{
  g_autofree float *values = g_new (float, n_rows);

  for (BylFigure i = 0; i < BYL_N_FIGURES; i++)
    measure (self, rows, n_rows, i, values);
}

/**
 * byl_rival_scale_apply:
 * @self: a scale
 * @figures: of an answer
 * @inputs: (out caller-allocates): how far each is from the mean, and on which side of each
 *   threshold, so that the effect of a figure need not be a straight line; at last a constant
 *
 * Together the inputs have about the length 1, as each of the other views has.
 */
void
byl_rival_scale_apply (const BylRivalScale *self,
                       const float          figures[BYL_N_FIGURES],
                       float                inputs[BYL_RIVAL_N_INPUTS])
{
  const float unit = 1.0f / sqrtf (BYL_RIVAL_N_INPUTS);

  for (BylFigure i = 0; i < BYL_N_FIGURES; i++)
    {
      float *own = inputs + i * BYL_RIVAL_PER_FIGURE;
      float deviation = (log1pf (figures[i]) - self->means[i]) / self->deviations[i];

      own[0] = unit * CLAMP (deviation, -MAX_DEVIATIONS, MAX_DEVIATIONS);
      for (guint j = 0; j < BYL_RIVAL_N_STEPS; j++)
        own[j + 1] = unit * (figures[i] > self->steps[i][j] ? STEP : -STEP);
    }

  inputs[BYL_RIVAL_N_INPUTS - 1] = unit;
}
