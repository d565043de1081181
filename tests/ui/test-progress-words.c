/* test-progress-words.c: what the progress page says of its numbers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-progress-words.h"

#include <string.h>

#define NOON G_GINT64_CONSTANT (1767268800000000) /* 2026-01-01, 12:00 UTC */
#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

static void
test_verdict_needs_both_odds_and_interval (void)
{
  g_autoptr(BylTally) tally = byl_tally_new ();
  g_autofree char *luck = NULL;
  g_autofree char *unsure = NULL;
  g_autofree char *unlikely = NULL;
  g_autofree char *rare = NULL;

  tally->cards = 48;
  tally->hits = 31;
  tally->expected = 12.0;
  tally->interval = byl_chance_interval (31.0, 48.0);

  tally->luck = 0.0501;
  g_assert_cmpint (byl_progress_words_judge (tally), ==, BYL_VERDICT_LUCK);
  luck = byl_progress_words_dup_luck (tally);
  g_assert_nonnull (strstr (luck, " 5 "));

  tally->luck = 0.00043214;
  g_assert_cmpint (byl_progress_words_judge (tally), ==, BYL_VERDICT_UNLIKELY);
  unlikely = byl_progress_words_dup_luck (tally);
  g_assert_nonnull (strstr (unlikely, "2300"));

  tally->luck = 0.0;
  g_assert_cmpint (byl_progress_words_judge (tally), ==, BYL_VERDICT_UNLIKELY);
  rare = byl_progress_words_dup_luck (tally);
  g_assert_cmpstr (rare, !=, unlikely);

  tally->luck = 0.04;
  tally->interval.low = 0.25;
  g_assert_cmpint (byl_progress_words_judge (tally), ==, BYL_VERDICT_UNSURE);
  unsure = byl_progress_words_dup_luck (tally);
  g_assert_nonnull (strstr (unsure, "25"));
}

static void
test_dates_are_told_in_the_players_zone (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset (10 * 3600);
  g_autoptr(GDateTime) now = g_date_time_new (zone, 2026, 1, 1, 23, 0, 0.0);
  g_autofree char *today = byl_progress_words_dup_when (NOON - 21 * HOUR, now); /* 01:00 there */
  g_autofree char *yesterday = byl_progress_words_dup_when (NOON - 23 * HOUR, now);
  g_autofree char *before = byl_progress_words_dup_when (NOON - 47 * HOUR, now);
  g_autofree char *before_in_full = byl_progress_words_dup_date (NOON - 47 * HOUR, zone);
  g_autofree char *never = byl_progress_words_dup_when (G_MAXINT64, now);
  g_autofree char *never_in_full = byl_progress_words_dup_date (G_MININT64, zone);

  g_assert_nonnull (strstr (today, "01:00"));
  g_assert_null (strstr (today, "2026"));
  g_assert_nonnull (strstr (yesterday, "23:00"));
  g_assert_null (strstr (yesterday, "2025"));
  g_assert_cmpstr (before, ==, before_in_full);
  g_assert_nonnull (strstr (before, "30"));
  g_assert_nonnull (strstr (before, "2025"));
  g_assert_cmpstr (never, ==, never_in_full);
  g_assert_cmpstr (never, !=, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/progress-words/verdict-needs-both-odds-and-interval",
                   test_verdict_needs_both_odds_and_interval);
  g_test_add_func ("/progress-words/dates-are-told-in-the-players-zone",
                   test_dates_are_told_in_the_players_zone);

  return g_test_run ();
}
