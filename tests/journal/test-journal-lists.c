/* test-journal-lists.c: finding games again in the journal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "journal-fixture.h"

static void
test_games_are_listed_newest_first (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) first = make_deal ("demo", BYL_MODE_LINE_UP, 3);
  g_autoptr(BylDeal) second = make_deal ("other", BYL_MODE_SOLO, 2);
  g_autoptr(GListModel) all = NULL;
  g_autoptr(GListModel) one = NULL;
  g_autoptr(GListModel) few = NULL;
  g_autoptr(BylPlayedGame) game = NULL;
  g_autoptr(BylPlayedGame) solo = NULL;
  gint64 id;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  sign_card (get_round (first, 0), 0, "quill", BYL_BET_HALF);
  sign_card (get_round (first, 0), 1, "moss", BYL_BET_HALF);
  sign_card (get_round (first, 1), 0, "ember", BYL_BET_HALF);
  id = wait_start_game (journal, first, NULL);
  second->started = first->started + 1;
  wait_start_game (journal, second, NULL);
  g_assert_true (wait_reveal (journal, id, 0, NULL));
  g_assert_true (wait_end_game (journal, id, TRUE, NULL));
  g_assert_true (wait_reveal (journal, id + 1, 0, NULL));
  g_assert_true (wait_reveal (journal, id + 1, 1, NULL));
  g_assert_true (wait_end_game (journal, id + 1, FALSE, NULL));

  all = wait_list_games (journal, NULL, 10, NULL);
  one = wait_list_games (journal, "demo", 10, NULL);
  few = wait_list_games (journal, NULL, 1, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (all), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (one), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (few), ==, 1);

  game = g_list_model_get_item (one, 0);
  g_assert_cmpint (byl_played_game_get_id (game), ==, id);
  g_assert_cmpstr (byl_played_game_get_pack (game), ==, "demo");
  g_assert_cmpstr (byl_played_game_get_pack_title (game), ==, "The demo");
  g_assert_cmpint (byl_played_game_get_started (game), ==, first->started);
  g_assert_false (byl_played_game_get_finished (game));
  g_assert_cmpint (byl_played_game_get_mode (game), ==, BYL_MODE_LINE_UP);
  g_assert_cmpuint (byl_played_game_get_n_rounds (game), ==, 3);
  g_assert_cmpuint (byl_played_game_get_n_revealed (game), ==, 1);
  g_assert_cmpuint (byl_played_game_get_n_cards (game), ==, 4);
  g_assert_cmpuint (byl_played_game_get_hits (game), ==, 1);
  g_assert_cmpfloat (byl_played_game_get_expected (game), ==, 1.0);

  solo = g_list_model_get_item (few, 0);
  g_assert_cmpint (byl_played_game_get_id (solo), ==, id + 1);
  g_assert_true (byl_played_game_get_finished (solo));
  g_assert_cmpint (byl_played_game_get_mode (solo), ==, BYL_MODE_SOLO);
  g_assert_cmpuint (byl_played_game_get_n_cards (solo), ==, 2);
  g_assert_cmpfloat (byl_played_game_get_expected (solo), ==, 0.5);
  fixture_tear_down (&fixture);
}

static void
test_packs_and_questions_are_listed (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) first = make_deal ("demo", BYL_MODE_LINE_UP, 3);
  g_autoptr(BylDeal) second = make_deal ("other", BYL_MODE_LINE_UP, 3);
  g_autoptr(GAsyncResult) packs_result = NULL;
  g_autoptr(GAsyncResult) questions_result = NULL;
  g_autoptr(GAsyncResult) counts_result = NULL;
  g_autoptr(GHashTable) questions = NULL;
  g_autoptr(GHashTable) counts = NULL;
  g_auto(GStrv) packs = NULL;
  const char * const expected[] = { "demo", "Demo, again", "other", "The other", NULL };
  gint64 game;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  first->started = 1000;
  game = wait_start_game (journal, first, NULL);
  second->started = 2000;
  wait_start_game (journal, second, NULL);
  g_assert_true (wait_reveal (journal, game, 0, NULL));
  g_assert_true (wait_reveal (journal, game, 2, NULL));
  g_free (first->pack_title);
  first->pack_title = g_strdup ("Demo, again");
  first->started = 3000;
  game = wait_start_game (journal, first, NULL);
  g_assert_true (wait_reveal (journal, game, 2, NULL));

  byl_journal_list_packs_async (journal, NULL, keep_result_cb, &packs_result);
  packs = byl_journal_list_packs_finish (journal, wait_for (&packs_result), NULL);
  g_assert_cmpstrv (packs, expected);

  byl_journal_list_questions_async (journal, "demo", NULL, keep_result_cb, &questions_result);
  questions = byl_journal_list_questions_finish (journal, wait_for (&questions_result), NULL);
  g_assert_cmpuint (g_hash_table_size (questions), ==, 2);
  g_assert_true (g_hash_table_contains (questions, "question-0"));
  g_assert_true (g_hash_table_contains (questions, "question-2"));

  byl_journal_count_questions_async (journal, NULL, keep_result_cb, &counts_result);
  counts = byl_journal_count_questions_finish (journal, wait_for (&counts_result), NULL);
  g_assert_cmpuint (g_hash_table_size (counts), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (counts, "demo")), ==, 2);
  fixture_tear_down (&fixture);
}

static void
test_a_later_revision_keeps_what_was_played_of_the_former (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) former = make_deal ("demo", BYL_MODE_LINE_UP, 3);
  g_autoptr(BylDeal) later = make_deal ("demo", BYL_MODE_LINE_UP, 3);
  g_autoptr(GAsyncResult) questions_result = NULL;
  g_autoptr(GHashTable) questions = NULL;
  gint64 game;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  former->started = 1000;
  game = wait_start_game (journal, former, NULL);
  g_assert_true (wait_reveal (journal, game, 0, NULL));
  later->started = 2000;
  later->revision = former->revision + 1;
  game = wait_start_game (journal, later, NULL);
  g_assert_true (wait_reveal (journal, game, 2, NULL));

  byl_journal_list_questions_async (journal, "demo", NULL, keep_result_cb, &questions_result);
  questions = byl_journal_list_questions_finish (journal, wait_for (&questions_result), NULL);
  g_assert_cmpuint (g_hash_table_size (questions), ==, 2);
  g_assert_true (g_hash_table_contains (questions, "question-0"));
  g_assert_true (g_hash_table_contains (questions, "question-2"));
  fixture_tear_down (&fixture);
}

static void
test_an_interrupted_game_is_offered_until_it_ends (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  g_autoptr(GError) error = NULL;
  gint64 finished, given_up, open;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  g_assert_cmpint (wait_find (journal, &error), ==, 0);
  g_assert_no_error (error);
  open = wait_start_game (journal, deal, NULL);
  finished = wait_start_game (journal, deal, NULL);
  given_up = wait_start_game (journal, deal, NULL);
  g_assert_true (wait_end_game (journal, finished, FALSE, NULL));
  g_assert_true (wait_end_game (journal, given_up, TRUE, NULL));

  /* It is being played here. */
  g_assert_cmpint (wait_find (journal, NULL), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&journal));

  journal = open_journal (fixture.file);
  g_assert_cmpint (wait_find (journal, NULL), ==, open);
  g_assert_cmpint (wait_find (journal, NULL), ==, 0);
  g_assert_true (wait_end_game (journal, open, TRUE, NULL));
  g_assert_finalize_object (g_steal_pointer (&journal));

  journal = open_journal (fixture.file);
  g_assert_cmpint (wait_find (journal, NULL), ==, 0);
  fixture_tear_down (&fixture);
}

static void
test_two_windows_do_not_get_the_same_game (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) first = NULL;
  g_autoptr(BylJournal) second = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 2);
  g_autoptr(BylDeal) loaded = NULL;
  gint64 game, other;

  fixture_set_up (&fixture);
  first = open_journal (fixture.file);
  second = open_journal (fixture.file);
  game = wait_start_game (first, deal, NULL);
  other = wait_start_game (second, deal, NULL);

  for (guint i = 0; i < 4; i++)
    {
      sign_card (get_round (deal, 0), i, "moss", BYL_BET_HALF);
      g_assert_true (wait_sign (first, game, 0, get_round (deal, 0), NULL));
      g_assert_true (wait_sign (second, other, 0, get_round (deal, 0), NULL));
    }

  g_assert_cmpint (fixture_query (fixture.path, "SELECT count(*) FROM guesses"), ==, 8);
  g_assert_cmpint (wait_find (second, NULL), ==, 0);
  byl_journal_close (first);
  g_assert_cmpint (wait_find (second, NULL), ==, game);
  loaded = wait_load (second, game, NULL);
  g_assert_cmpstr (get_card (loaded, 0, 3)->guess, ==, "moss");
  fixture_tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal-lists/games-are-listed-newest-first",
                   test_games_are_listed_newest_first);
  g_test_add_func ("/journal-lists/packs-and-questions-are-listed",
                   test_packs_and_questions_are_listed);
  g_test_add_func ("/journal-lists/a-later-revision-keeps-what-was-played-of-the-former",
                   test_a_later_revision_keeps_what_was_played_of_the_former);
  g_test_add_func ("/journal-lists/an-interrupted-game-is-offered-until-it-ends",
                   test_an_interrupted_game_is_offered_until_it_ends);
  g_test_add_func ("/journal-lists/two-windows-do-not-get-the-same-game",
                   test_two_windows_do_not_get_the_same_game);

  return g_test_run ();
}
