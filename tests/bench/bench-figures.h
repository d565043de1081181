/* bench-figures.h: medians, and the lines that the benchmarks print
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double bench_figures_median      (const double *values,
                                  guint         n_values);
void   bench_figures_print_ratio (const char   *name,
                                  double        ratio,
                                  double        limit,
                                  const char   *figures);
void   bench_figures_print_time  (const char   *name,
                                  double        milliseconds,
                                  double        limit,
                                  const char   *figures);

G_END_DECLS
