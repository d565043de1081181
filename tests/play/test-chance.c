/* test-chance.c: the sums of luck, against sums done another way
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-chance.h"

#include <math.h>
#include <string.h>

#define MOST_CARDS 6

/* Counts the hits of every order of @n names, one by one. */
static void
count_orders (guint  n,
              guint  position,
              guint  used,
              guint  hits,
              guint *counts)
{
  if (position == n)
    {
      counts[hits]++;
      return;
    }

  for (guint name = 0; name < n; name++)
    if ((used & (1u << name)) == 0)
      count_orders (n, position + 1, used | (1u << name), hits + (name == position), counts);
}

static guint
factorial (guint n)
{
  return n < 2 ? 1 : n * factorial (n - 1);
}

static double
normal_distribution (double z)
{
  return 0.5 * erfc (-z / sqrt (2.0));
}

/* The probability of at least @left more hits over line-ups of @cards, by walking every outcome. */
static double
walk_outcomes (const guint *cards,
               guint        n_rounds,
               int          left)
{
  double sum = 0.0;
  guint counts[MOST_CARDS + 1] = { 0, };

  if (n_rounds == 0)
    return left <= 0 ? 1.0 : 0.0;

  count_orders (cards[0], 0, 0, 0, counts);
  for (guint hits = 0; hits <= cards[0]; hits++)
    sum += counts[hits] / (double) factorial (cards[0])
           * walk_outcomes (cards + 1, n_rounds - 1, left - (int) hits);

  return sum;
}

static void
test_no_rounds_bring_no_hits (void)
{
  g_autoptr(BylChance) chance = byl_chance_new ();

  byl_chance_add_line_up (chance, 0);
  byl_chance_add_solo (chance, 0);

  g_assert_cmpfloat (byl_chance_get_mean (chance), ==, 0.0);
  g_assert_cmpfloat (byl_chance_get_at_least (chance, 0), ==, 1.0);
  g_assert_cmpfloat (byl_chance_get_at_least (chance, 1), ==, 0.0);
  g_assert_cmpfloat (byl_chance_get_at_least (chance, G_MAXUINT), ==, 0.0);
}

static void
test_more_hits_than_cards_are_impossible (void)
{
  g_autoptr(BylChance) chance = byl_chance_new ();

  byl_chance_add_line_up (chance, 4);

  g_assert_cmpfloat (byl_chance_line_up (4, 5), ==, 0.0);
  g_assert_cmpfloat (byl_chance_line_up (4, 3), ==, 0.0);
  g_assert_cmpfloat (byl_chance_get_at_least (chance, 5), ==, 0.0);
}

static void
test_line_up_agrees_with_every_order (void)
{
  for (guint n = 1; n <= MOST_CARDS; n++)
    {
      guint counts[MOST_CARDS + 1] = { 0, };

      count_orders (n, 0, 0, 0, counts);
      for (guint hits = 0; hits <= n; hits++)
        g_assert_cmpfloat_with_epsilon (byl_chance_line_up (n, hits),
                                        counts[hits] / (double) factorial (n), 1e-15);
    }
}

static void
test_a_thousand_cards_neither_overflow_nor_drift (void)
{
  const guint sizes[] = { 20, 171, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double sum = 0.0, mean = 0.0, square = 0.0;

      for (guint hits = 0; hits <= sizes[i]; hits++)
        {
          double share = byl_chance_line_up (sizes[i], hits);

          g_assert_true (share >= 0.0 && share <= 1.0);
          sum += share;
          mean += hits * share;
          square += (double) hits * hits * share;
        }

      g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-14);
      g_assert_cmpfloat_with_epsilon (mean, 1.0, 1e-14);
      g_assert_cmpfloat_with_epsilon (square - mean * mean, 1.0, 1e-13);
    }

  g_assert_cmpfloat_with_epsilon (byl_chance_line_up (1000, 0), exp (-1.0), 1e-15);
}

static void
test_rounds_agree_with_every_outcome (void)
{
  const guint cards[] = { 2, 3, 4, 4, 6, 5 };
  g_autoptr(BylChance) chance = byl_chance_new ();
  guint total = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      byl_chance_add_line_up (chance, cards[i]);
      total += cards[i];
    }

  g_assert_cmpfloat_with_epsilon (byl_chance_get_mean (chance), G_N_ELEMENTS (cards), 1e-15);
  for (guint hits = 0; hits <= total + 1; hits++)
    g_assert_cmpfloat_with_epsilon (byl_chance_get_at_least (chance, hits),
                                    walk_outcomes (cards, G_N_ELEMENTS (cards), (int) hits), 1e-14);
}

static void
test_small_odds_keep_their_figures (void)
{
  g_autoptr(BylChance) chance = byl_chance_new ();
  double expected = pow (24.0, -20.0);

  for (guint i = 0; i < 20; i++)
    byl_chance_add_line_up (chance, 4);

  g_assert_cmpfloat_with_epsilon (byl_chance_get_at_least (chance, 80) / expected, 1.0, 1e-12);
}

static void
test_solo_rounds_are_binomial (void)
{
  g_autoptr(BylChance) chance = byl_chance_new ();
  double expected = 0.0;

  for (guint i = 0; i < 10; i++)
    byl_chance_add_solo (chance, 4);

  for (guint hits = 7; hits <= 10; hits++)
    expected += factorial (10) / (double) factorial (hits) / factorial (10 - hits)
                * pow (0.25, hits) * pow (0.75, 10 - hits);

  g_assert_cmpfloat_with_epsilon (byl_chance_get_mean (chance), 2.5, 1e-15);
  g_assert_cmpfloat_with_epsilon (byl_chance_get_at_least (chance, 7), expected, 1e-15);
}

static void
test_kinds_of_rounds_mix (void)
{
  g_autoptr(BylChance) chance = byl_chance_new ();

  byl_chance_add_line_up (chance, 2);
  byl_chance_add_solo (chance, 3);
  byl_chance_add_solo (chance, 1);

  /* Two or none, one with a third, and one for certain. */
  g_assert_cmpfloat_with_epsilon (byl_chance_get_mean (chance), 1.0 + 1.0 / 3.0 + 1.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (byl_chance_get_at_least (chance, 1), 1.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (byl_chance_get_at_least (chance, 2), 0.5 + 0.5 / 3.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (byl_chance_get_at_least (chance, 3), 0.5, 1e-15);
  g_assert_cmpfloat_with_epsilon (byl_chance_get_at_least (chance, 4), 0.5 / 3.0, 1e-15);
}

static void
test_many_rounds_stay_close_to_the_normal_curve (void)
{
  g_autoptr(BylChance) chance = byl_chance_new ();
  gint64 start;

  for (guint i = 0; i < 10000; i++)
    byl_chance_add_line_up (chance, 4);

  /* Mean and variance are 10,000; half a hit of continuity correction; skewness is what is left. */
  start = g_get_monotonic_time ();
  g_assert_cmpfloat_with_epsilon (byl_chance_get_at_least (chance, 10000),
                                  normal_distribution (0.005), 2e-3);
  g_test_message ("the odds of 10,000 line-ups took %.1f ms",
                  (double) (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpfloat_with_epsilon (byl_chance_get_at_least (chance, 10200),
                                  normal_distribution (-1.995), 1e-3);
  g_assert_cmpfloat (byl_chance_get_at_least (chance, 40000), ==, 0.0);
  g_assert_cmpfloat (byl_chance_get_at_least (chance, 12000), >, 0.0);
  g_assert_cmpfloat (byl_chance_get_at_least (chance, 12000), <, 1e-60);
}

/* Newcombe 1998, Statistics in Medicine 17, 857–872, table I, method 3. */
static void
test_interval_agrees_with_published_ones (void)
{
  const struct { double hits, n, low, high; } rows[] = {
    { 81, 263, 0.2553, 0.3662 },
    { 15, 148, 0.0624, 0.1605 },
    { 0, 20, 0.0000, 0.1611 },
    { 1, 29, 0.0061, 0.1718 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BylInterval interval = byl_chance_interval (rows[i].hits, rows[i].n);

      g_assert_cmpfloat_with_epsilon (interval.share, rows[i].hits / rows[i].n, 1e-15);
      g_assert_cmpfloat_with_epsilon (interval.low, rows[i].low, 0.00005);
      g_assert_cmpfloat_with_epsilon (interval.high, rows[i].high, 0.00005);
    }
}

static void
test_interval_of_nothing_is_everything (void)
{
  const double counts[] = { 0.0, -1.0, NAN, INFINITY };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      BylInterval interval = byl_chance_interval (0.0, counts[i]);

      g_assert_cmpfloat (interval.low, ==, 0.0);
      g_assert_cmpfloat (interval.high, ==, 1.0);
    }

  g_assert_cmpfloat (byl_chance_interval (20.0, 20.0).high, ==, 1.0);
  g_assert_cmpfloat (byl_chance_interval (0.0, 20.0).low, ==, 0.0);
  g_assert_cmpfloat (byl_chance_interval (21.0, 20.0).share, ==, 1.0);
}

static void
test_quantile_undoes_the_distribution (void)
{
  for (double z = -7.9; z < 8.0; z += 0.1)
    {
      double lower = z <= 0.0 ? z : -z;

      g_assert_cmpfloat_with_epsilon (byl_chance_normal_quantile (normal_distribution (lower)),
                                      lower, 1e-12);
    }

  for (double p = 1e-300; p < 1e-15; p *= 1e5)
    g_assert_cmpfloat_with_epsilon (normal_distribution (byl_chance_normal_quantile (p)) / p, 1.0,
                                    1e-11);

  g_assert_cmpfloat_with_epsilon (byl_chance_normal_quantile (0.975), 1.9599639845400542, 1e-14);
  g_assert_cmpfloat (byl_chance_normal_quantile (0.5), ==, 0.0);
  g_assert_cmpfloat (byl_chance_normal_quantile (0.0), ==, -INFINITY);
  g_assert_cmpfloat (byl_chance_normal_quantile (1.0), ==, INFINITY);
  g_assert_cmpfloat (byl_chance_normal_quantile (NAN), ==, -INFINITY);
}

static void
test_d_prime_is_finite_and_signed (void)
{
  g_assert_cmpfloat_with_epsilon (byl_chance_d_prime (15, 20, 4, 20), 1.4291227687057515, 1e-13);
  g_assert_cmpfloat_with_epsilon (byl_chance_d_prime (4, 20, 15, 20), -1.4291227687057515, 1e-13);
  g_assert_cmpfloat_with_epsilon (byl_chance_d_prime (5, 20, 5, 20), 0.0, 1e-15);
  g_assert_cmpfloat (byl_chance_d_prime (0, 0, 0, 0), ==, 0.0);
  g_assert_true (isfinite (byl_chance_d_prime (20, 20, 0, 60)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chance/no-rounds-bring-no-hits", test_no_rounds_bring_no_hits);
  g_test_add_func ("/chance/more-hits-than-cards-are-impossible",
                   test_more_hits_than_cards_are_impossible);
  g_test_add_func ("/chance/line-up-agrees-with-every-order", test_line_up_agrees_with_every_order);
  g_test_add_func ("/chance/a-thousand-cards-neither-overflow-nor-drift",
                   test_a_thousand_cards_neither_overflow_nor_drift);
  g_test_add_func ("/chance/rounds-agree-with-every-outcome", test_rounds_agree_with_every_outcome);
  g_test_add_func ("/chance/small-odds-keep-their-figures", test_small_odds_keep_their_figures);
  g_test_add_func ("/chance/solo-rounds-are-binomial", test_solo_rounds_are_binomial);
  g_test_add_func ("/chance/kinds-of-rounds-mix", test_kinds_of_rounds_mix);
  g_test_add_func ("/chance/many-rounds-stay-close-to-the-normal-curve",
                   test_many_rounds_stay_close_to_the_normal_curve);
  g_test_add_func ("/chance/interval-agrees-with-published-ones",
                   test_interval_agrees_with_published_ones);
  g_test_add_func ("/chance/interval-of-nothing-is-everything",
                   test_interval_of_nothing_is_everything);
  g_test_add_func ("/chance/quantile-undoes-the-distribution",
                   test_quantile_undoes_the_distribution);
  g_test_add_func ("/chance/d-prime-is-finite-and-signed", test_d_prime_is_finite_and_signed);

  return g_test_run ();
}
