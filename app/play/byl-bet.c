/* byl-bet.c: how sure a player is of a guess, and what that earns
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-bet.h"

/**
 * byl_bet_get_confidence:
 * @bet: how sure the player is
 * @n_names: names that could be signed, at least 2
 *
 * A bet below chance would say that another name is likelier, so with few names the lower bets are
 * lifted to chance.
 *
 * Returns: the probability that the player gives to the name signed, 0.0 to 1.0
 */
double
byl_bet_get_confidence (BylBet bet,
                        guint  n_names)
{
  const double confidences[BYL_N_BETS] = { 0.0, 0.5, 0.75, 0.9 };

  g_return_val_if_fail (n_names >= 2, 1.0);
  g_return_val_if_fail ((guint) bet < BYL_N_BETS, 0.0);

  return MAX (confidences[bet], 1.0 / n_names);
}

/**
 * byl_bet_get_points:
 * @bet: how sure the player was
 * @n_names: names that could be signed, at least 2
 * @right: whether the guess was right
 *
 * Points by the Brier score (Brier 1950), scaled so that chance earns 0 and a certain right guess
 * 100: 100·(1 − B/(1 − 1/k)), with B = Σ(p − o)² over the names and the confidence that is left
 * spread evenly over the other names. Honesty pays best: no bet earns more on average than the
 * probability that the player really has.
 *
 * Returns: points, at most 100; negative for a sure guess that was wrong
 */
double
byl_bet_get_points (BylBet   bet,
                    guint    n_names,
                    gboolean right)
{
  double confidence = byl_bet_get_confidence (bet, n_names);
  double rest = (1.0 - confidence) / (n_names - 1);
  double brier;

  if (right)
    brier = (1.0 - confidence) * (1.0 - confidence) + (n_names - 1) * rest * rest;
  else
    brier = confidence * confidence + (1.0 - rest) * (1.0 - rest) + (n_names - 2) * rest * rest;

  return 100.0 * (1.0 - brier / (1.0 - 1.0 / n_names));
}
