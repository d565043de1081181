/* test-luck-text.c: luck is never called skill
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-luck-text.h"

#include <math.h>
#include <string.h>

#define NOT_MORE "not yet more than luck"

static void
assert_words (double      luck,
              gboolean    apart,
              const char *words,
              gboolean    said)
{
  g_autofree char *text = byl_luck_text_new (luck, apart);

  g_test_message ("%g: %s", luck, text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpint (strstr (text, words) != NULL, ==, said);
}

static void
test_impossible_odds_are_no_division_by_zero (void)
{
  assert_words (0.0, TRUE, "less than once in a million", TRUE);
  assert_words (1e-12, TRUE, "less than once in a million", TRUE);
  assert_words (5e-324, TRUE, "less than once in a million", TRUE);
  assert_words ((double) NAN, TRUE, NOT_MORE, TRUE);
}

static void
test_what_luck_brings_is_called_luck (void)
{
  const double odds[] = { 1.0, 0.99, 0.75, 0.51, 0.5, 0.34, 0.1, 0.0501 };

  for (guint i = 0; i < G_N_ELEMENTS (odds); i++)
    assert_words (odds[i], TRUE, NOT_MORE, TRUE);

  assert_words (0.75, TRUE, "Of 100 players who guess blindly, 75 ", TRUE);
}

static void
test_what_luck_seldom_brings_is_told_by_its_odds (void)
{
  assert_words (0.05, TRUE, NOT_MORE, FALSE);
  assert_words (0.05, TRUE, "once in 20 ", TRUE);
  assert_words (0.01, TRUE, "once in 100 ", TRUE);
  /* Never rounded up: that would make the score look better than it is. */
  assert_words (1.0 / 1999.0, TRUE, "once in 1900 ", TRUE);
}

static void
test_what_chance_may_still_explain_is_never_praised (void)
{
  assert_words (0.04, FALSE, "this may be luck", TRUE);
  assert_words (0.0, FALSE, "this may be luck", TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/luck-text/impossible-odds-are-no-division-by-zero",
                   test_impossible_odds_are_no_division_by_zero);
  g_test_add_func ("/luck-text/what-luck-brings-is-called-luck",
                   test_what_luck_brings_is_called_luck);
  g_test_add_func ("/luck-text/what-luck-seldom-brings-is-told-by-its-odds",
                   test_what_luck_seldom_brings_is_told_by_its_odds);
  g_test_add_func ("/luck-text/what-chance-may-still-explain-is-never-praised",
                   test_what_chance_may_still_explain_is_never_praised);

  return g_test_run ();
}
