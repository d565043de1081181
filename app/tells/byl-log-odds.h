/* byl-log-odds.h: how much more often one side does something than another
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BYL_Z_95 1.959963984540054 /* the normal deviate of a two-sided 95 % */

/* What the answers of one side add up to: each has so many of a thing among so many chances, such
 * as semicolons among words. */
typedef struct
{
  guint  n;            /* answers */
  guint  n_with;       /* of them, those with at least one */
  double count;
  double base;         /* chances */
  double squares;      /* of the answers' counts, summed */
  double products;     /* of each answer's count and base, summed */
  double base_squares; /* of the answers' bases, summed */
} BylCounts;

void   byl_counts_add          (BylCounts       *self,
                                double           count,
                                double           base);
double byl_counts_get_ratio    (const BylCounts *self);
double byl_counts_get_spread   (const BylCounts *self);
void   byl_counts_get_interval (const BylCounts *self,
                                double          *low,
                                double          *high);

double byl_log_odds            (const BylCounts *one,
                                const BylCounts *other,
                                double          *z);
double byl_log_odds_t_to_z     (double           t,
                                guint            degrees);

G_END_DECLS
