/* test-tally.c: what the journal adds up to, against sums done by hand
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "journal-fixture.h"

#include <string.h>

#define CLOSE 1e-12

static const BylWriterTally *
find_writer (BylTally   *tally,
             const char *name)
{
  for (guint i = 0; i < tally->writers->len; i++)
    {
      const BylWriterTally *writer = g_ptr_array_index (tally->writers, i);

      if (strcmp (writer->name, name) == 0)
        return writer;
    }

  return NULL;
}

/* Cards are dealt in turns: question 0 shows Quill, Ember, Moss, Tern, question 1 starts with
 * Ember. */
static void
play_line_up (BylJournal *journal)
{
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 3);
  gint64 game;

  sign_card (get_round (deal, 0), 0, "quill", BYL_BET_SURE);
  sign_card (get_round (deal, 0), 1, "moss", BYL_BET_HALF);
  sign_card (get_round (deal, 0), 2, "ember", BYL_BET_CHANCE);
  sign_card (get_round (deal, 1), 0, "ember", BYL_BET_CHANCE);
  sign_card (get_round (deal, 1), 1, "moss", BYL_BET_CHANCE);
  sign_card (get_round (deal, 1), 2, "tern", BYL_BET_CHANCE);
  sign_card (get_round (deal, 1), 3, "quill", BYL_BET_CHANCE);
  sign_card (get_round (deal, 2), 0, "moss", BYL_BET_SURE);

  deal->started = 1000;
  game = wait_start_game (journal, deal, NULL);
  g_assert_true (wait_reveal (journal, game, 0, NULL));
  g_assert_true (wait_reveal (journal, game, 1, NULL));
}

static void
play_solo (BylJournal *journal)
{
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_SOLO, 1);
  gint64 game;

  sign_card (get_round (deal, 0), 0, "moss", BYL_BET_MOSTLY);
  deal->started = 2000;
  game = wait_start_game (journal, deal, NULL);
  g_assert_true (wait_reveal (journal, game, 0, NULL));
}

/* A writer of the same id and another name. */
static void
play_renamed (BylJournal *journal,
              const char *pack)
{
  g_autoptr(BylDeal) deal = make_deal (pack, BYL_MODE_LINE_UP, 1);
  BylDealtName *name = g_ptr_array_index (get_round (deal, 0)->names, 0);
  gint64 game;

  g_free (name->name);
  name->name = g_strdup ("Feather");
  deal->rules->bets = FALSE;
  sign_card (get_round (deal, 0), 0, "quill", BYL_BET_SURE);
  deal->started = 3000;
  game = wait_start_game (journal, deal, NULL);
  g_assert_true (wait_reveal (journal, game, 0, NULL));
}

static void
test_nothing_played_is_no_skill (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  g_autoptr(BylTally) tally = NULL;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  wait_start_game (journal, deal, NULL);
  tally = wait_tally (journal, NULL, NULL);

  g_assert_cmpuint (tally->games, ==, 0);
  g_assert_cmpuint (tally->cards, ==, 0);
  g_assert_cmpfloat (tally->luck, ==, 1.0);
  g_assert_cmpfloat (tally->interval.low, ==, 0.0);
  g_assert_cmpfloat (tally->interval.high, ==, 1.0);
  g_assert_cmpuint (tally->writers->len, ==, 0);
  fixture_tear_down (&fixture);
}

static void
test_totals_agree_with_sums_by_hand (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylTally) tally = NULL;
  g_autoptr(BylTally) other = NULL;
  BylInterval expected;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  play_line_up (journal);
  play_solo (journal);
  tally = wait_tally (journal, "demo", NULL);

  g_assert_cmpuint (tally->games, ==, 2);
  g_assert_cmpuint (tally->rounds, ==, 3);
  g_assert_cmpuint (tally->cards, ==, 9);
  g_assert_cmpuint (tally->hits, ==, 5);
  g_assert_cmpfloat_with_epsilon (tally->expected, 2.25, CLOSE);

  /* Of the 24² outcomes of the line-ups 29 have five hits or more and 54 have four, to which the
   * solo round adds one in a quarter of the cases. */
  g_assert_cmpfloat_with_epsilon (tally->luck, (29.0 + 54.0 / 4.0) / 576.0, CLOSE);

  /* 4 · ¾ + 4 · ¾ + 1 = 7 independent guesses. */
  expected = byl_chance_interval (5.0 / 9.0 * 7.0, 7.0);
  g_assert_cmpfloat_with_epsilon (tally->interval.share, 5.0 / 9.0, CLOSE);
  g_assert_cmpfloat_with_epsilon (tally->interval.low, expected.low, CLOSE);
  g_assert_cmpfloat_with_epsilon (tally->interval.high, expected.high, CLOSE);

  /* 98.22… − 33.33… − 88.88… for the three that were not bets on chance, which earn nothing. */
  g_assert_cmpuint (tally->bets, ==, 8);
  g_assert_cmpfloat_with_epsilon (tally->points, -24.0, 1e-9);

  other = wait_tally (journal, "other", NULL);
  g_assert_cmpuint (other->rounds, ==, 0);
  fixture_tear_down (&fixture);
}

static void
assert_writer (BylTally   *tally,
               guint       position,
               const char *name,
               guint       shown,
               guint       hits,
               guint       others,
               guint       false_alarms,
               const char *mixed_up)
{
  const BylWriterTally *writer = g_ptr_array_index (tally->writers, position);

  g_assert_cmpstr (writer->name, ==, name);
  g_assert_cmpuint (writer->shown, ==, shown);
  g_assert_cmpuint (writer->hits, ==, hits);
  g_assert_cmpuint (writer->others, ==, others);
  g_assert_cmpuint (writer->false_alarms, ==, false_alarms);
  g_assert_cmpfloat_with_epsilon (writer->expected, shown / 4.0, CLOSE);
  g_assert_cmpstr (writer->mixed_up, ==, mixed_up);
}

static void
test_writers_agree_with_sums_by_hand (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylTally) tally = NULL;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  play_line_up (journal);
  play_solo (journal);
  tally = wait_tally (journal, NULL, NULL);

  g_assert_cmpuint (tally->writers->len, ==, 4);
  assert_writer (tally, 0, "Quill", 3, 2, 6, 0, "Moss");
  assert_writer (tally, 1, "Ember", 2, 1, 7, 1, "Moss");
  assert_writer (tally, 2, "Moss", 2, 1, 7, 2, "Ember");
  assert_writer (tally, 3, "Tern", 1, 1, 7, 0, NULL);
  g_assert_cmpfloat_with_epsilon (find_writer (tally, "Quill")->d_prime, 1.7838731566498975, CLOSE);
  g_assert_cmpfloat_with_epsilon (find_writer (tally, "Ember")->d_prime, 0.8871465590188759, CLOSE);
  fixture_tear_down (&fixture);
}

static void
test_games_without_bets_earn_no_points (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylTally) tally = NULL;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  play_renamed (journal, "demo");
  tally = wait_tally (journal, NULL, NULL);

  g_assert_cmpuint (tally->hits, ==, 1);
  g_assert_cmpuint (tally->bets, ==, 0);
  g_assert_cmpfloat (tally->points, ==, 0.0);
  fixture_tear_down (&fixture);
}

static void
test_a_renamed_writer_stays_one_within_its_pack (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylTally) one = NULL;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  play_line_up (journal);
  play_renamed (journal, "demo");
  one = wait_tally (journal, "demo", NULL);

  g_assert_null (find_writer (one, "Quill"));
  g_assert_cmpuint (find_writer (one, "Feather")->shown, ==, 3);
  fixture_tear_down (&fixture);
}

static void
test_writers_of_two_packs_are_told_apart_by_name (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylTally) all = NULL;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  play_line_up (journal);
  play_renamed (journal, "other");
  all = wait_tally (journal, NULL, NULL);

  g_assert_cmpuint (find_writer (all, "Quill")->shown, ==, 2);
  g_assert_cmpuint (find_writer (all, "Feather")->shown, ==, 1);
  fixture_tear_down (&fixture);
}

static void
play_many (BylJournal *journal)
{
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 25);

  for (guint i = 0; i < deal->rounds->len; i++)
    {
      get_round (deal, i)->revealed = TRUE;
      for (guint j = 0; j < FIXTURE_N_WRITERS; j++)
        sign_card (get_round (deal, i), j, j % 2 == 0 ? "quill" : "moss", BYL_BET_HALF);
    }

  g_assert_cmpint (wait_start_game (journal, deal, NULL), >, 0);
}

/* Run with -m perf: prints what one acknowledged guess and a tally of 10,000 rounds take. */
static void
test_speed (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylTally) tally = NULL;
  gint64 start, game = 0;

  if (!g_test_perf ())
    {
      g_test_skip ("run with -m perf to measure");
      return;
    }

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  for (guint i = 0; i < 400; i++)
    play_many (journal);

  start = g_get_monotonic_time ();
  tally = wait_tally (journal, NULL, NULL);
  g_assert_cmpuint (tally->rounds, ==, 10000);
  g_test_message ("%.2f ms for a tally of 10,000 rounds",
                  (double) (g_get_monotonic_time () - start) / 1000.0);

  {
    g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);

    game = wait_start_game (journal, deal, NULL);
    start = g_get_monotonic_time ();
    for (guint i = 0; i < 100; i++)
      {
        sign_card (get_round (deal, 0), 0, i % 2 == 0 ? "quill" : "moss", BYL_BET_HALF);
        g_assert_true (wait_sign (journal, game, 0, get_round (deal, 0), NULL));
      }
    g_test_message ("%.2f ms for an acknowledged guess",
                  (double) (g_get_monotonic_time () - start) / 100000.0);
  }

  start = g_get_monotonic_time ();
  g_assert_finalize_object (g_steal_pointer (&journal));
  g_test_message ("%.2f ms for closing",
                  (double) (g_get_monotonic_time () - start) / 1000.0);
  start = g_get_monotonic_time ();
  journal = open_journal (fixture.file);
  g_test_message ("%.2f ms for opening and checking",
                  (double) (g_get_monotonic_time () - start) / 1000.0);
  fixture_tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tally/nothing-played-is-no-skill", test_nothing_played_is_no_skill);
  g_test_add_func ("/tally/totals-agree-with-sums-by-hand", test_totals_agree_with_sums_by_hand);
  g_test_add_func ("/tally/writers-agree-with-sums-by-hand", test_writers_agree_with_sums_by_hand);
  g_test_add_func ("/tally/games-without-bets-earn-no-points",
                   test_games_without_bets_earn_no_points);
  g_test_add_func ("/tally/a-renamed-writer-stays-one-within-its-pack",
                   test_a_renamed_writer_stays_one_within_its_pack);
  g_test_add_func ("/tally/writers-of-two-packs-are-told-apart-by-name",
                   test_writers_of_two_packs_are_told_apart_by_name);
  g_test_add_func ("/tally/speed", test_speed);

  return g_test_run ();
}
