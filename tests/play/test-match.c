/* test-match.c: what a difference between two players is worth
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-match.h"

#include <math.h>

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-12)

/* Rounds of one card: @wins of them only the player has right, @losses only the rival. */
static BylMatch *
new_solo_match (guint wins,
                guint losses,
                guint both)
{
  BylMatch *match = byl_match_new ();

  for (guint i = 0; i < wins; i++)
    byl_match_add_round (match, 1, 0, 1, 0);
  for (guint i = 0; i < losses; i++)
    byl_match_add_round (match, 1, 0, 0, 1);
  for (guint i = 0; i < both; i++)
    byl_match_add_round (match, 1, 1, 0, 0);

  return match;
}

static double
binomial (guint n,
          guint k)
{
  return exp (lgamma (n + 1.0) - lgamma (k + 1.0) - lgamma (n - k + 1.0) - n * log (2.0));
}

static void
test_nobody_leads_a_match_of_nothing (void)
{
  g_autoptr(BylMatch) match = byl_match_new ();

  g_assert_cmpfloat (byl_match_get_luck (match), ==, 1.0);
  byl_match_add_round (match, 4, 2, 1, 1);
  g_assert_cmpfloat (byl_match_get_luck (match), ==, 1.0);
  g_assert_cmpuint (match->cards, ==, 4);
  g_assert_cmpuint (match->hits, ==, 3);
  g_assert_cmpuint (match->rival_hits, ==, 3);
}

static void
test_single_cards_are_the_binomial_of_mcnemar (void)
{
  const guint wins[] = { 8, 4, 6, 12, 1, 0, 30 };
  const guint losses[] = { 4, 8, 6, 0, 0, 1, 11 };

  for (guint i = 0; i < G_N_ELEMENTS (wins); i++)
    {
      g_autoptr(BylMatch) match = new_solo_match (wins[i], losses[i], 5);
      guint n = wins[i] + losses[i];
      double expected = 0.0;

      for (guint k = MAX (wins[i], losses[i]); k <= n; k++)
        expected += 2.0 * binomial (n, k);

      g_assert_cmpfloat_with_epsilon (byl_match_get_luck (match), MIN (expected, 1.0), 1e-9);
    }
}

static void
test_eight_of_twelve_comes_in_39_of_100_matches (void)
{
  g_autoptr(BylMatch) match = new_solo_match (8, 4, 0);

  assert_near (byl_match_get_luck (match), 1588.0 / 4096.0);
}

/* In a duel of two cards a player has both or none: five rounds are five tosses, not ten. */
static void
test_cards_of_a_line_up_are_one_toss (void)
{
  g_autoptr(BylMatch) match = byl_match_new ();

  for (guint i = 0; i < 5; i++)
    byl_match_add_round (match, 2, 0, 2, 0);

  g_assert_cmpuint (match->only_hits, ==, 10);
  assert_near (byl_match_get_luck (match), 2.0 / 32.0);
}

/* By hand: leads of 1, 2 and 4 and a balance of 5 (4 + 2 − 1): of the 8 ways only ±5 and ±7. */
static void
test_leads_of_different_size_are_counted_out (void)
{
  g_autoptr(BylMatch) match = byl_match_new ();

  byl_match_add_round (match, 4, 0, 0, 1);
  byl_match_add_round (match, 4, 1, 2, 0);
  byl_match_add_round (match, 4, 0, 4, 0);
  assert_near (byl_match_get_luck (match), 4.0 / 8.0);
}

static void
test_thousands_of_rounds_are_counted (void)
{
  g_autoptr(BylMatch) match = new_solo_match (2600, 2400, 0);
  double z = (2600 - 2400 - 1) / sqrt (5000.0);

  g_assert_cmpfloat_with_epsilon (byl_match_get_luck (match), erfc (z / sqrt (2.0)), 1e-4);
}

static void
test_a_copy_stands_alone (void)
{
  g_autoptr(BylMatch) match = new_solo_match (3, 0, 1);
  g_autoptr(BylMatch) copy = byl_match_copy (match);

  byl_match_add_round (match, 1, 0, 1, 0);
  g_assert_cmpuint (copy->cards, ==, 4);
  assert_near (byl_match_get_luck (copy), 0.25);
  g_assert_null (byl_match_copy (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/match/nobody-leads-a-match-of-nothing", test_nobody_leads_a_match_of_nothing);
  g_test_add_func ("/match/single-cards-are-the-binomial-of-mcnemar",
                   test_single_cards_are_the_binomial_of_mcnemar);
  g_test_add_func ("/match/eight-of-twelve-comes-in-39-of-100-matches",
                   test_eight_of_twelve_comes_in_39_of_100_matches);
  g_test_add_func ("/match/cards-of-a-line-up-are-one-toss", test_cards_of_a_line_up_are_one_toss);
  g_test_add_func ("/match/leads-of-different-size-are-counted-out",
                   test_leads_of_different_size_are_counted_out);
  g_test_add_func ("/match/thousands-of-rounds-are-counted", test_thousands_of_rounds_are_counted);
  g_test_add_func ("/match/a-copy-stands-alone", test_a_copy_stands_alone);

  return g_test_run ();
}
