/* byl-luck-text.c: what a score says, and what it does not
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-luck-text.h"

#include <glib/gi18n.h>

#include <math.h>

#define SKILL 0.05 /* from here on a result is hard to get by luck alone */

static guint
round_down_to_two_digits (double value)
{
  double unit = 1.0;

  while (value / unit >= 100.0 && unit < 1e7)
    unit *= 10.0;

  return (guint) (floor (value / unit) * unit);
}

/**
 * byl_luck_text_new:
 * @luck: the probability of this score or a better one by chance alone, 0.0 to 1.0
 * @better: whether the score is above what chance brings on average
 *
 * A score is never called more than luck unless luck alone would bring it in fewer than one of
 * twenty tries.
 *
 * Returns: (transfer full): translated sentences
 */
char *
byl_luck_text_new (double   luck,
                   gboolean better)
{
  guint tries;

  if (!better)
    return g_strdup (_("A blind guesser would do as well."));

  tries = luck > 1e-9 ? round_down_to_two_digits (1.0 / luck) : G_MAXUINT;

  if (luck > SKILL && tries <= 1)
    return g_strdup (_("A blind guesser would mostly do as well: this is not yet more than luck."));

  if (luck > SKILL)
    /* Translators: %u is at least 2. */
    return g_strdup_printf (ngettext ("By guessing blindly, one game in %u goes as well: this is "
                                      "not "
                                      "yet more than luck.",
                                      "By guessing blindly, one game in %u goes as well: this is "
                                      "not "
                                      "yet more than luck.", tries), tries);

  if (tries >= 10000000)
    return g_strdup (_("By guessing blindly, not one game in ten million goes as well."));

  /* Translators: %u is at least 20. */
  return g_strdup_printf (ngettext ("By guessing blindly, one game in %u goes as well.",
                                    "By guessing blindly, one game in %u goes as well.", tries),
                          tries);
}
