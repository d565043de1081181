/* byl-log-odds.c: how much more often one side does something than another
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-log-odds.h"

#include <math.h>

/**
 * byl_counts_add:
 * @self: a side
 * @count: how often an answer has the thing, at least 0
 * @base: how often it could have it, at least 0
 *
 * Adds an answer.
 */
void
byl_counts_add (BylCounts *self,
                double     count,
                double     base)
{
  self->n++;
  self->n_with += count > 0;
  self->count += count;
  self->base += base;
  self->squares += count * count;
  self->products += count * base;
  self->base_squares += base * base;
}

/**
 * byl_counts_get_ratio:
 * @self: a side
 *
 * Returns: its count for each chance, NaN if there was none
 */
double
byl_counts_get_ratio (const BylCounts *self)
{
  return self->base > 0 ? self->count / self->base : NAN;
}

/**
 * byl_counts_get_spread:
 * @self: a side
 *
 * How much the count would vary from one lot of such answers to the next: the variance of a ratio
 * estimate over clusters (Cochran 1977, “Sampling techniques”, 6.13), whose clusters are the
 * answers. It is that of a Poisson count, the count itself, where the answers differ by chance
 * alone, and more where a few answers have most of it.
 *
 * Returns: the variance of the count, at least 0
 */
double
byl_counts_get_spread (const BylCounts *self)
{
  double ratio = byl_counts_get_ratio (self);
  double spread;

  if (self->n < 2 || isnan (ratio))
    return self->count;

  spread = self->squares - 2 * ratio * self->products + ratio * ratio * self->base_squares;

  return MAX (spread, 0) * self->n / (self->n - 1);
}

/**
 * byl_counts_get_interval:
 * @self: a side
 * @low: (out): where the interval begins
 * @high: (out): where it ends
 *
 * Gives a 95 % interval of the ratio: Wilson's, for as many trials as would vary as much as the
 * answers do (Franco et al. 2019, “Comparative study of confidence intervals for proportions in
 * complex sample surveys”). It holds for a small ratio as well as for a share near 1, and for none
 * at all.
 */
void
byl_counts_get_interval (const BylCounts *self,
                         double          *low,
                         double          *high)
{
  double ratio = byl_counts_get_ratio (self);
  double share;
  double scale;
  double spread;
  double trials;
  double middle;
  double half;

  *low = *high = ratio;
  if (isnan (ratio))
    return;

  /* What can be there more often than once for each chance is no share: it is made one. */
  scale = ratio > 1 ? 2 * ratio : 1;
  share = ratio / scale;
  spread = byl_counts_get_spread (self);
  trials = self->base * scale;
  if (self->n > 1 && spread > 0 && share > 0 && share < 1)
    trials = MIN (trials, share * (1 - share) * trials * trials / spread);

  middle = share + BYL_Z_95 * BYL_Z_95 / (2 * trials);
  half = BYL_Z_95 * sqrt (share * (1 - share) / trials +
                          BYL_Z_95 * BYL_Z_95 / (4 * trials * trials));
  *low = share > 0 ? MAX (0, scale * (middle - half) / (1 + BYL_Z_95 * BYL_Z_95 / trials)) : 0;
  *high = scale * (middle + half) / (1 + BYL_Z_95 * BYL_Z_95 / trials);
}

/* The prior weighs so much of the smaller side: in a small pack and in a large one, what one side
 * has never done is then known as well as its size allows. */
#define PRIOR_SHARE 0.1

/* The log-odds of one side with the prior, and their variance. */
static double
get_side (const BylCounts *side,
          double           prior,
          double           rate,
          double          *variance)
{
  double with = side->count + prior * rate;
  double without = MAX (side->base - side->count, 0) + prior * (1 - rate);
  double spread = MAX (byl_counts_get_spread (side), side->count);

  *variance = (spread + prior * rate) / (with * with) + 1 / without;

  return log (with / without);
}

/**
 * byl_log_odds:
 * @one: a side
 * @other: the other side
 * @z: (out): the difference divided by its standard deviation
 *
 * The log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008,
 * “Fightin’ words”): the prior is that each side does it as often as both together, and weighs a
 * tenth of the smaller side. The variance is that of the paper, 1/(y + α) + 1/(n + α₀ − y − α) for
 * each side, which is that of words that come one by one; where the answers of a side differ more
 * than that, such as when a single one has all the emoji, the variance between the answers is taken
 * for that of y.
 *
 * Returns: the difference of the log-odds, above 0 where @one does it more; 0 where nobody does
 */
double
byl_log_odds (const BylCounts *one,
              const BylCounts *other,
              double          *z)
{
  double base = one->base + other->base;
  double rate = base > 0 ? (one->count + other->count) / base : 0;
  double prior = PRIOR_SHARE * MIN (one->base, other->base);
  double first;
  double second;
  double variances[2];

  *z = 0;

  /* What all have, or none has, tells nobody from anybody; so much of it is no share. */
  if (rate <= 0 || one->base <= 0 || other->base <= 0)
    return 0;
  rate = MIN (rate, 1 - 1e-6);

  first = get_side (one, prior, rate, &variances[0]);
  second = get_side (other, prior, rate, &variances[1]);
  *z = (first - second) / sqrt (variances[0] + variances[1]);

  return first - second;
}

/**
 * byl_log_odds_t_to_z:
 * @t: a value of Student's t
 * @degrees: its degrees of freedom, at least 1
 *
 * Returns: the normal deviate that is as rare (Abramowitz and Stegun 1972, 26.7.8)
 */
double
byl_log_odds_t_to_z (double t,
                     guint  degrees)
{
  return t * (1 - 1 / (4.0 * degrees)) / sqrt (1 + t * t / (2.0 * degrees));
}
