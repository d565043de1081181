/* test-log-odds.c: log-odds, intervals and what they do at their ends
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-log-odds.h"

#include <math.h>

static BylCounts
make_counts (const double *counts,
             const double *bases,
             guint         n)
{
  BylCounts made = { 0 };

  for (guint i = 0; i < n; i++)
    byl_counts_add (&made, counts[i], bases[i]);

  return made;
}

/* So many answers, each with so many of a hundred. */
static BylCounts
make_even (guint  n,
           double count)
{
  BylCounts made = { 0 };

  for (guint i = 0; i < n; i++)
    byl_counts_add (&made, count, 100);

  return made;
}

static void
test_nothing_says_nothing (void)
{
  BylCounts none = { 0 };
  BylCounts some = make_even (3, 1);
  BylCounts zero = make_even (3, 0);
  double z = 1;

  g_assert_cmpfloat (byl_log_odds (&none, &none, &z), ==, 0);
  g_assert_cmpfloat (z, ==, 0);
  g_assert_cmpfloat (byl_log_odds (&some, &none, &z), ==, 0);
  g_assert_cmpfloat (byl_log_odds (&zero, &zero, &z), ==, 0);
  g_assert_true (isnan (byl_counts_get_ratio (&none)));
}

static void
test_alike_is_zero (void)
{
  BylCounts one = make_even (5, 3);
  BylCounts other = make_even (50, 3);
  double z;

  g_assert_cmpfloat_with_epsilon (byl_log_odds (&one, &other, &z), 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (z, 0, 1e-12);
}

/* 200 of 10,000 against 100 of 10,000, with a prior of 1,000: α = 15, by hand. Even counts have the
 * variance of words that come one by one. */
static void
test_formula_is_that_of_the_paper (void)
{
  BylCounts one = make_even (100, 2);
  BylCounts other = make_even (100, 1);
  double first = log (215.0 / 10785);
  double second = log (115.0 / 10885);
  double variance = 1 / 215.0 + 1 / 10785.0 + 1 / 115.0 + 1 / 10885.0;
  double z;

  g_assert_cmpfloat_with_epsilon (byl_log_odds (&one, &other, &z), first - second, 1e-12);
  g_assert_cmpfloat_with_epsilon (z, (first - second) / sqrt (variance), 1e-9);
}

static void
test_sides_can_be_exchanged (void)
{
  BylCounts one = make_even (10, 2);
  BylCounts other = make_even (7, 9);
  double z;
  double back;
  double effect = byl_log_odds (&one, &other, &z);

  g_assert_cmpfloat_with_epsilon (byl_log_odds (&other, &one, &back), -effect, 1e-12);
  g_assert_cmpfloat_with_epsilon (back, -z, 1e-12);
}

/* Twenty in one answer are worth less than one in each of twenty. */
static void
test_one_answer_with_all_of_it_is_weak (void)
{
  const double even_counts[] = { 5, 5, 5, 5 };
  const double lump_counts[] = { 20, 0, 0, 0 };
  const double bases[] = { 100, 100, 100, 100 };
  BylCounts even = make_counts (even_counts, bases, 4);
  BylCounts lump = make_counts (lump_counts, bases, 4);
  BylCounts other = make_even (20, 1);
  double even_z;
  double lump_z;

  g_assert_cmpfloat_with_epsilon (byl_log_odds (&even, &other, &even_z),
                                  byl_log_odds (&lump, &other, &lump_z), 1e-12);
  g_assert_cmpfloat (even_z, >, 2);
  g_assert_cmpfloat (lump_z, <, even_z / 2);
}

static void
test_all_against_most_is_finite (void)
{
  BylCounts one = make_even (148, 100);
  BylCounts other = make_even (444, 99);
  double z;
  double effect = byl_log_odds (&one, &other, &z);

  g_assert_true (isfinite (effect));
  g_assert_true (isfinite (z));
  g_assert_cmpfloat (effect, >, 0);
}

/* 8 of 10 answers vary as 9 trials do, since the variance is that of a sample: Wilson's interval of
 * a share of 0.8 of 9. */
static void
test_interval_is_wilsons (void)
{
  BylCounts counts = { 0 };
  double low;
  double high;

  for (guint i = 0; i < 10; i++)
    byl_counts_add (&counts, i < 8, 1);
  byl_counts_get_interval (&counts, &low, &high);
  g_assert_cmpfloat_with_epsilon (low, 0.47379, 1e-5);
  g_assert_cmpfloat_with_epsilon (high, 0.94672, 1e-5);
}

static void
test_interval_holds_its_ratio (void)
{
  static const double levels[] = { 0, 0.001, 0.5, 1, 3, 50, 100, 250 };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    for (guint n = 1; n < 30; n += 7)
      {
        BylCounts counts = make_even (n, levels[i]);
        double ratio = byl_counts_get_ratio (&counts);
        double low;
        double high;

        byl_counts_get_interval (&counts, &low, &high);
        g_assert_cmpfloat (low, >=, 0);
        g_assert_cmpfloat (low, <=, ratio + 1e-9);
        g_assert_cmpfloat (high, >=, ratio - 1e-9);
        if (ratio <= 1)
          g_assert_cmpfloat (high, <=, 1 + 1e-9);
      }
}

static void
test_none_at_all_has_an_upper_end (void)
{
  BylCounts none = make_even (10, 0);
  double low;
  double high;

  byl_counts_get_interval (&none, &low, &high);
  g_assert_cmpfloat (low, ==, 0);
  g_assert_cmpfloat_with_epsilon (high, 0.00383, 1e-5); /* z² / (n + z²) of 1,000 chances */
}

static void
test_few_degrees_weaken_t (void)
{
  g_assert_cmpfloat_with_epsilon (byl_log_odds_t_to_z (2.776, 4), 1.86, 0.01);
  g_assert_cmpfloat_with_epsilon (byl_log_odds_t_to_z (2.045, 29), 1.96, 0.01);
  g_assert_cmpfloat_with_epsilon (byl_log_odds_t_to_z (1.96, 100000), 1.96, 0.001);
  g_assert_cmpfloat_with_epsilon (byl_log_odds_t_to_z (-2.045, 29), -1.96, 0.01);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/log-odds/nothing-says-nothing", test_nothing_says_nothing);
  g_test_add_func ("/log-odds/alike-is-zero", test_alike_is_zero);
  g_test_add_func ("/log-odds/formula-is-that-of-the-paper", test_formula_is_that_of_the_paper);
  g_test_add_func ("/log-odds/sides-can-be-exchanged", test_sides_can_be_exchanged);
  g_test_add_func ("/log-odds/one-answer-with-all-of-it-is-weak",
                   test_one_answer_with_all_of_it_is_weak);
  g_test_add_func ("/log-odds/all-against-most-is-finite", test_all_against_most_is_finite);
  g_test_add_func ("/log-odds/interval-is-wilsons", test_interval_is_wilsons);
  g_test_add_func ("/log-odds/interval-holds-its-ratio", test_interval_holds_its_ratio);
  g_test_add_func ("/log-odds/none-at-all-has-an-upper-end", test_none_at_all_has_an_upper_end);
  g_test_add_func ("/log-odds/few-degrees-weaken-t", test_few_degrees_weaken_t);

  return g_test_run ();
}
