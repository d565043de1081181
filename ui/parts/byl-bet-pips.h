/* byl-bet-pips.h: four pips on which a player says how sure a guess is
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "byl-bet.h"

G_BEGIN_DECLS

#define BYL_TYPE_BET_PIPS (byl_bet_pips_get_type ())
G_DECLARE_FINAL_TYPE (BylBetPips, byl_bet_pips, BYL, BET_PIPS, GtkWidget)

GtkWidget *byl_bet_pips_new         (void);
guint      byl_bet_pips_get_bet     (BylBetPips *self);
guint      byl_bet_pips_get_n_names (BylBetPips *self);
void       byl_bet_pips_set_bet     (BylBetPips *self,
                                     guint       bet);
void       byl_bet_pips_set_n_names (BylBetPips *self,
                                     guint       n_names);

G_END_DECLS
