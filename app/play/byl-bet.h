/* byl-bet.h: how sure a player is of a guess, and what that earns
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BYL_BET_CHANCE, /* no better than drawing lots */
  BYL_BET_HALF,   /* 50 % */
  BYL_BET_MOSTLY, /* 75 % */
  BYL_BET_SURE,   /* 90 % */
} BylBet;

#define BYL_N_BETS 4

double byl_bet_get_confidence (BylBet   bet,
                               guint    n_names);
double byl_bet_get_points     (BylBet   bet,
                               guint    n_names,
                               gboolean right);

G_END_DECLS
