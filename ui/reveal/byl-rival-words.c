/* byl-rival-words.c: how the player and the rival compare, in words
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-words.h"

#include <glib/gi18n.h>

#include <math.h>

/**
 * byl_rival_words_probability:
 * @probability: of something that is not certain, 0.0 to 1.0
 *
 * Returns: (transfer full): the same in per cent, never rounded to none or to all
 */
char *
byl_rival_words_probability (double probability)
{
  /* Translators: a share in per cent, such as 93 %. */
  return g_strdup_printf (_("%.0f %%"), CLAMP (round (100.0 * probability), 1.0, 99.0));
}

/* Each sentence tells, over all games, the cards that only one of the two was right on, on how many
 * of these it was the player, and how many of 100 matches between equals end as unequally. */
static char *
write_difference (const BylMatch *match)
{
  double luck = byl_match_get_luck (match);
  guint n = match->only_hits + match->rival_only;
  guint number = (guint) round (100.0 * luck);

  if (number == 0)
    return g_strdup_printf (ngettext ("So far there was %u card on which only one of you was "
                                      "right, and on %u it was you: by luck alone, as if a coin "
                                      "decided each round, a difference like this comes in fewer "
                                      "than 1 of 100 such matches.",
                                      "So far there were %u cards on which only one of you was "
                                      "right, and on %u it was you: by luck alone, as if a coin "
                                      "decided each round, a difference like this comes in fewer "
                                      "than 1 of 100 such matches.", n),
                            n, match->only_hits);

  if (luck <= BYL_RIVAL_WORDS_MOST_LUCK)
    return g_strdup_printf (ngettext ("So far there was %u card on which only one of you was "
                                      "right, and on %u it was you: by luck alone, as if a coin "
                                      "decided each round, a difference like this comes in %u of "
                                      "100 such matches.",
                                      "So far there were %u cards on which only one of you was "
                                      "right, and on %u it was you: by luck alone, as if a coin "
                                      "decided each round, a difference like this comes in %u of "
                                      "100 such matches.", n),
                            n, match->only_hits, number);

  return g_strdup_printf (ngettext ("So far there was %u card on which only one of you was right, "
                                    "and on %u it was you: by luck alone, as if a coin decided "
                                    "each round, a difference like this comes in %u of 100 such "
                                    "matches, so it is not yet more than luck.",
                                    "So far there were %u cards on which only one of you was "
                                    "right, and on %u it was you: by luck alone, as if a coin "
                                    "decided each round, a difference like this comes in %u of 100 "
                                    "such matches, so it is not yet more than luck.", n),
                          n, match->only_hits, number);
}

/**
 * byl_rival_words_match:
 * @match: how the player and the rival compare over all games so far
 *
 * The luck is told as a natural frequency (Gigerenzer and Hoffrage 1995), and what luck brings in
 * more than one of twenty matches is not called a difference.
 *
 * Returns: (transfer full) (nullable): a translated sentence; %NULL for a match without cards
 */
char *
byl_rival_words_match (const BylMatch *match)
{
  if (match->cards == 0)
    return NULL;

  if (match->only_hits + match->rival_only == 0)
    return g_strdup_printf (ngettext ("You and the rival were both right or both wrong on the %u "
                                      "card that you have shared so far.",
                                      "You and the rival were both right or both wrong on each of "
                                      "the %u cards that you have shared so far.", match->cards),
                            match->cards);

  return write_difference (match);
}
