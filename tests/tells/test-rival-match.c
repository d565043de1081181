/* test-rival-match.c: names given out one to one
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-match.h"

#include <math.h>

#define MANY 1000u

static void
check_one_to_one (const guint *names,
                  guint        n_cards,
                  guint        n_names)
{
  g_autofree gboolean *taken = g_new0 (gboolean, n_names);

  for (guint i = 0; i < n_cards; i++)
    {
      g_assert_cmpuint (names[i], <, n_names);
      g_assert_false (taken[names[i]]);
      taken[names[i]] = TRUE;
    }
}

/* The best of all ways, by trying them. */
static double
try_all (const double *scores,
         guint         n_cards,
         guint         n_names,
         guint         card,
         guint         taken)
{
  double best = -INFINITY;

  if (card == n_cards)
    return 0.0;

  for (guint i = 0; i < n_names; i++)
    if ((taken & 1u << i) == 0)
      best = MAX (best, scores[card * n_names + i] +
                        try_all (scores, n_cards, n_names, card + 1, taken | 1u << i));

  return best;
}

/* The share of ways that give @name to @card, by going through them all. */
static double
sum_all (const double *scores,
         guint         n_cards,
         guint         n_names,
         guint         card,
         guint         taken,
         guint         wanted_card,
         guint         wanted_name)
{
  double sum = 0.0;

  if (card == n_cards)
    return 1.0;

  for (guint i = 0; i < n_names; i++)
    if ((taken & 1u << i) == 0 && (card != wanted_card || i == wanted_name))
      sum += exp (scores[card * n_names + i]) *
             sum_all (scores, n_cards, n_names, card + 1, taken | 1u << i, wanted_card,
                      wanted_name);

  return sum;
}

static void
fill (GRand  *rand,
      double *scores,
      guint   n)
{
  for (guint i = 0; i < n; i++)
    scores[i] = g_rand_double_range (rand, -6.0, 0.0);
}

static void
test_no_card_needs_nothing (void)
{
  guint name = 7;
  double share = 7.0;

  byl_rival_match (NULL, 0, 3, &name);
  byl_rival_shares (NULL, 0, 3, &share);
  g_assert_cmpuint (name, ==, 7);
  g_assert_cmpfloat (share, ==, 7.0);
}

static void
test_more_cards_than_names_stand_alone (void)
{
  const double scores[] = { 0.0, -1.0, 0.0, -2.0, -3.0, 0.0 };
  guint names[3];
  double shares[6];

  byl_rival_match (scores, 3, 2, names);
  g_assert_cmpuint (names[0], ==, 0);
  g_assert_cmpuint (names[1], ==, 0);
  g_assert_cmpuint (names[2], ==, 1);

  byl_rival_shares (scores, 3, 2, shares);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (shares[2 * i] + shares[2 * i + 1], 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (shares[0], 1.0 / (1.0 + exp (-1.0)), 1e-9);
}

static void
test_a_card_gives_way_where_all_together_gain (void)
{
  /* Alone both cards say the first name. */
  const double scores[] = { -0.1, -0.3, -0.1, -5.0 };
  guint names[2];

  byl_rival_match (scores, 2, 2, names);
  g_assert_cmpuint (names[0], ==, 1);
  g_assert_cmpuint (names[1], ==, 0);
}

static void
test_the_match_is_the_best_of_all_ways (void)
{
  GRand *rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 200; round++)
    {
      guint n_names = 1 + round % 6;
      guint n_cards = 1 + round / 7 % n_names;
      double scores[36];
      guint names[6];
      double sum = 0.0;

      fill (rand, scores, n_cards * n_names);
      byl_rival_match (scores, n_cards, n_names, names);
      check_one_to_one (names, n_cards, n_names);
      for (guint i = 0; i < n_cards; i++)
        sum += scores[i * n_names + names[i]];

      g_assert_cmpfloat_with_epsilon (sum, try_all (scores, n_cards, n_names, 0, 0), 1e-9);
    }

  g_rand_free (rand);
}

static void
test_shares_are_those_of_all_ways (void)
{
  GRand *rand = g_rand_new_with_seed (6);

  for (guint round = 0; round < 60; round++)
    {
      guint n_names = 2 + round % 4;
      guint n_cards = MIN (2 + round / 5 % 4, n_names);
      double scores[25];
      double shares[25];

      fill (rand, scores, n_cards * n_names);
      byl_rival_shares (scores, n_cards, n_names, shares);

      for (guint i = 0; i < n_cards; i++)
        for (guint j = 0; j < n_names; j++)
          {
            double all = sum_all (scores, n_cards, n_names, 0, 0, G_MAXUINT, 0);
            double with = sum_all (scores, n_cards, n_names, 0, 0, i, j);

            g_assert_cmpfloat_with_epsilon (shares[i * n_names + j], with / all, 1e-9);
          }
    }

  g_rand_free (rand);
}

static void
test_a_thousand_cards_have_names_of_their_own (void)
{
  g_autofree double *scores = g_new (double, MANY * MANY);
  g_autofree guint *names = g_new (guint, MANY);
  GRand *rand = g_rand_new_with_seed (7);

  fill (rand, scores, MANY * MANY);
  for (guint i = 0; i < MANY; i++)
    scores[i * MANY + (i * 7 + 3) % MANY] = 10.0;

  byl_rival_match (scores, MANY, MANY, names);
  for (guint i = 0; i < MANY; i++)
    g_assert_cmpuint (names[i], ==, (i * 7 + 3) % MANY);

  g_rand_free (rand);
}

static void
test_shares_of_many_cards_sum_to_one (void)
{
  const guint n = 40;
  g_autofree double *scores = g_new (double, n * n);
  g_autofree double *shares = g_new (double, n * n);
  GRand *rand = g_rand_new_with_seed (8);

  fill (rand, scores, n * n);
  scores[0] = -1e6;
  byl_rival_shares (scores, n, n, shares);

  for (guint i = 0; i < n; i++)
    {
      double cards = 0.0;
      double names = 0.0;

      for (guint j = 0; j < n; j++)
        {
          g_assert_true (shares[i * n + j] >= 0.0);
          cards += shares[i * n + j];
          names += shares[j * n + i];
        }
      g_assert_cmpfloat_with_epsilon (cards, 1.0, 1e-6);
      g_assert_cmpfloat_with_epsilon (names, 1.0, 1e-2);
    }

  g_rand_free (rand);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rival-match/no-card-needs-nothing", test_no_card_needs_nothing);
  g_test_add_func ("/rival-match/more-cards-than-names-stand-alone",
                   test_more_cards_than_names_stand_alone);
  g_test_add_func ("/rival-match/a-card-gives-way-where-all-together-gain",
                   test_a_card_gives_way_where_all_together_gain);
  g_test_add_func ("/rival-match/the-match-is-the-best-of-all-ways",
                   test_the_match_is_the_best_of_all_ways);
  g_test_add_func ("/rival-match/shares-are-those-of-all-ways", test_shares_are_those_of_all_ways);
  g_test_add_func ("/rival-match/a-thousand-cards-have-names-of-their-own",
                   test_a_thousand_cards_have_names_of_their_own);
  g_test_add_func ("/rival-match/shares-of-many-cards-sum-to-one",
                   test_shares_of_many_cards_sum_to_one);

  return g_test_run ();
}
