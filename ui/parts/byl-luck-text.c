/* byl-luck-text.c: what a score says, and what it does not
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-luck-text.h"

#include <glib/gi18n.h>

#include <math.h>

#define LEAST_LUCK 0.000001 /* the one under which its exact size tells nobody anything */

/* Two figures are all that the odds of luck are good for: 1 in 2,300, not 1 in 2,314. Never rounded
 * up, which would make the score look better than it is. */
static guint
round_down_to_two_figures (double number)
{
  double unit = 1.0;

  while (number / unit >= 100.0)
    unit *= 10.0;

  return (guint) (floor (number / unit + 1e-9) * unit);
}

/**
 * byl_luck_text_new:
 * @luck: the probability of this score or a better one by chance alone, 0.0 to 1.0
 * @apart: whether the interval of the share of hits lies above chance; %TRUE where none is shown
 *
 * A score is never called more than luck unless luck alone would bring it in one of twenty tries or
 * fewer. The odds are natural frequencies, since those are read rightly where a p-value is not
 * (Gigerenzer and Hoffrage 1995).
 *
 * Returns: (transfer full): translated sentences
 */
char *
byl_luck_text_new (double   luck,
                   gboolean apart)
{
  guint number;

  if (!(luck <= BYL_LUCK_MOST))
    {
      number = (guint) round (100.0 * CLAMP (luck, 0.0, 1.0));

      /* Translators: how many of 100 people who drew lots would have as many right, or more. */
      return g_strdup_printf (ngettext ("Of 100 players who guess blindly, %u would do as well or "
                                        "better: this is not yet more than luck.",
                                        "Of 100 players who guess blindly, %u would do as well or "
                                        "better: this is not yet more than luck.", number), number);
    }

  number = round_down_to_two_figures (1.0 / MAX (luck, LEAST_LUCK));

  if (!apart)
    /* Translators: the number of tries is 20 or more. */
    return g_strdup_printf (ngettext ("Guessing blindly does as well as this once in %'u try, "
                                      "but chance still lies between these bounds: this may be "
                                      "luck.",
                                      "Guessing blindly does as well as this once in %'u tries, "
                                      "but chance still lies between these bounds: this may be "
                                      "luck.",
                                      number),
                            number);

  if (luck < LEAST_LUCK)
    return g_strdup (_("Guessing blindly does as well as this less than once in a million tries."));

  /* Translators: the number of tries is 20 or more. */
  return g_strdup_printf (ngettext ("Guessing blindly does as well as this once in %'u try.",
                                    "Guessing blindly does as well as this once in %'u tries.",
                                    number), number);
}
