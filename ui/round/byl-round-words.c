/* byl-round-words.c: what the round page says of the score, in sentences
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-round-words.h"

#include <glib/gi18n.h>

/**
 * byl_round_words_dup_standing:
 * @game: a game
 *
 * Returns: (transfer full): which round it is, and the score so far beside chance
 */
char *
byl_round_words_dup_standing (BylGame *game)
{
  guint n_cards = byl_game_get_n_cards (game);
  guint number = byl_game_get_position (game) + 1;
  guint n_rounds = byl_game_get_n_rounds (game);

  if (n_cards == 0)
    /* Translators: which round of how many. */
    return g_strdup_printf (_("Round %u of %u"), number, n_rounds);

  /* Translators: which round of how many; cards guessed right of how many; how many a blind
   * guesser would have had right. */
  return g_strdup_printf (_("Round %u of %u · %u right of %u · by chance %.3g"),
                          number, n_rounds, byl_game_get_hits (game), n_cards,
                          byl_chance_get_mean (byl_game_get_chance (game)));
}

/**
 * byl_round_words_dup_verdict:
 * @round: a revealed round
 *
 * Returns: (transfer full): how many cards were signed right
 */
char *
byl_round_words_dup_verdict (BylRound *round)
{
  guint hits = byl_round_get_hits (round);

  if (byl_round_get_solo (round))
    return g_strdup (hits == 1 ? _("Right.") : _("Not this time."));

  return g_strdup_printf (ngettext ("%u right in this round", "%u right in this round", hits),
                          hits);
}

/**
 * byl_round_words_dup_trouble:
 * @trouble: (nullable): a sentence that says what went wrong with the journal
 *
 * Returns: (transfer full) (nullable): what that means for the game; %NULL without trouble
 */
char *
byl_round_words_dup_trouble (const char *trouble)
{
  if (trouble == NULL)
    return NULL;

  /* Translators: %s is a sentence that says what went wrong. */
  return g_strdup_printf (_("You can play on, but your guesses are not kept for now. %s"), trouble);
}
