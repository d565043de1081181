/* bench-figures.c: medians, and the lines that the benchmarks print
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench-figures.h"

#include <stdlib.h>
#include <string.h>

static int
compare_values (const void *first,
                const void *second)
{
  double difference = *(const double *) first - *(const double *) second;

  return difference < 0 ? -1 : difference > 0;
}

/**
 * bench_figures_median:
 * @values: (array length=n_values): figures, left as they are
 * @n_values: an odd number, or the upper of the two in the middle is taken
 *
 * Returns: the median
 */
double
bench_figures_median (const double *values,
                      guint         n_values)
{
  g_autofree double *sorted = g_new (double, n_values);

  memcpy (sorted, values, n_values * sizeof *values);
  qsort (sorted, n_values, sizeof *sorted, compare_values);

  return sorted[n_values / 2];
}

/**
 * bench_figures_print_ratio:
 * @name: what was measured, at most 40 characters
 * @ratio: what came out, without a unit
 * @limit: the most it should be; 0 = no limit was set
 * @figures: what the ratio was made of, with units
 */
void
bench_figures_print_ratio (const char *name,
                           double      ratio,
                           double      limit,
                           const char *figures)
{
  if (limit > 0)
    g_print ("%-40s %8.3f     limit %5.2f     %s\n", name, ratio, limit, figures);
  else
    g_print ("%-40s %8.3f     no limit        %s\n", name, ratio, figures);
}

/**
 * bench_figures_print_time:
 * @name: what was measured, at most 40 characters
 * @milliseconds: how long it took on this machine
 * @limit: the most it should take, in milliseconds; 0 = no limit was set
 * @figures: what else is known of it, with units
 */
void
bench_figures_print_time (const char *name,
                          double      milliseconds,
                          double      limit,
                          const char *figures)
{
  if (limit > 0)
    g_print ("%-40s %8.2f ms  limit %5.0f ms  %s\n", name, milliseconds, limit, figures);
  else
    g_print ("%-40s %8.2f ms  no limit        %s\n", name, milliseconds, figures);
}
