/* byl-chance.h: what luck alone would have earned, and how sure a share is
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The distribution of the hits that luck alone earns over some rounds: exact, by convolution. */
typedef struct _BylChance BylChance;

/* A share with the interval that it lies in with 95 % confidence; each 0.0 to 1.0. */
typedef struct
{
  double share;
  double low;
  double high;
} BylInterval;

BylChance  *byl_chance_new           (void);
void        byl_chance_free          (BylChance       *self);
void        byl_chance_add_line_up   (BylChance       *self,
                                      guint            n_cards);
void        byl_chance_add_solo      (BylChance       *self,
                                      guint            n_names);
double      byl_chance_get_mean      (const BylChance *self);
double      byl_chance_get_at_least  (const BylChance *self,
                                      guint            hits);
double      byl_chance_line_up       (guint            n_cards,
                                      guint            hits);
BylInterval byl_chance_interval      (double           hits,
                                      double           n);
double      byl_chance_normal_quantile (double         probability);
double      byl_chance_d_prime       (guint            hits,
                                      guint            n_signal,
                                      guint            false_alarms,
                                      guint            n_noise);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylChance, byl_chance_free)

G_END_DECLS
