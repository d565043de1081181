/* test-table.c: what is seen on the table is in the journal, and a journal that fails stops no game
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-table.h"
#include "ui-fixture.h"

#include <glib/gstdio.h>

typedef struct
{
  char       *folder;
  BylJournal *journal;
  BylTable   *table;
} Fixture;

static gint64
keep (BylJournal     *journal,
      const BylDeal  *deal,
      GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_journal_start_game_async (journal, deal, NULL, ui_fixture_keep_result, &result);
  ui_fixture_wait_result (&result);

  return byl_journal_start_game_finish (journal, result, error);
}

static BylDeal *
load (BylJournal *journal,
      gint64      id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  BylDeal *deal;

  byl_journal_load_game_async (journal, id, NULL, ui_fixture_keep_result, &result);
  ui_fixture_wait_result (&result);
  deal = byl_journal_load_game_finish (journal, result, &error);
  g_assert_no_error (error);

  return deal;
}

static gint64
find_interrupted (BylJournal *journal)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  byl_journal_find_interrupted_async (journal, NULL, ui_fixture_keep_result, &result);
  ui_fixture_wait_result (&result);
  id = byl_journal_find_interrupted_finish (journal, result, &error);
  g_assert_no_error (error);

  return id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr(BylGame) game = byl_game_new (ui_fixture_deal (3, 2, TRUE));
  g_autoptr(GError) error = NULL;

  fixture->folder = ui_fixture_make_folder ();
  fixture->journal = ui_fixture_open_journal (fixture->folder);
  byl_game_set_id (game, keep (fixture->journal, byl_game_get_deal (game), &error));
  g_assert_no_error (error);
  fixture->table = byl_table_new (fixture->journal, game);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  if (fixture->journal != NULL)
    byl_journal_close (fixture->journal);

  ui_fixture_settle ();
  g_assert_finalize_object (fixture->table);
  g_clear_object (&fixture->journal);
  ui_fixture_remove_folder (fixture->folder);
}

static BylRound *
get_round (BylTable *table)
{
  return byl_game_get_round (byl_table_get_game (table));
}

static void
sign_all (BylTable *table)
{
  const BylDealtRound *dealt = byl_round_get_dealt (get_round (table));

  for (guint i = 0; i < dealt->cards->len; i++)
    byl_table_sign (table, i, ((BylDealtName *) dealt->names->pdata[i])->id);
}

static gboolean
is_guess_shown (gpointer table)
{
  return byl_card_get_guess (byl_round_get_card (get_round (table), 0)) != NULL;
}

static gboolean
is_signed (gpointer table)
{
  return byl_round_get_n_unsigned (get_round (table)) == 0;
}

static gboolean
is_revealed (gpointer table)
{
  return byl_round_get_revealed (get_round (table));
}

static gboolean
is_in_trouble (gpointer table)
{
  return byl_table_get_trouble (table) != NULL;
}

static void
test_game_is_played_on_without_a_journal (void)
{
  char *folder = ui_fixture_make_folder ();
  g_autofree char *path = g_build_filename (folder, "journal.sqlite", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  BylJournal *journal = byl_journal_new (file);
  BylGame *game = byl_game_new (ui_fixture_deal (3, 2, FALSE));
  BylTable *table = byl_table_new (journal, game);
  g_autoptr(GError) error = NULL;

  /* A folder lies where the file should be. */
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_assert_cmpint (keep (journal, byl_game_get_deal (game), &error), ==, 0);
  g_assert_nonnull (error);
  byl_table_set_trouble (table, error->message);

  for (guint i = 0; i < 2; i++)
    {
      byl_table_lay (table, i);
      sign_all (table);
      g_assert_true (is_guess_shown (table));
      byl_table_reveal (table);
      g_assert_true (is_revealed (table));
      g_assert_false (byl_table_get_busy (table));
    }

  byl_journal_close (journal);
  ui_fixture_settle ();
  g_assert_finalize_object (table);
  g_assert_finalize_object (game);
  g_object_unref (journal);
  ui_fixture_remove_folder (folder);
}

static gboolean
is_out_of_trouble (gpointer table)
{
  return byl_table_get_trouble (table) == NULL;
}

static gboolean
is_trouble_told_anew (gpointer table)
{
  return g_strcmp0 (byl_table_get_trouble (table), "blocked") != 0;
}

static void
test_game_is_kept_once_the_journal_can_be_written (void)
{
  char *folder = ui_fixture_make_folder ();
  g_autofree char *blocked = g_build_filename (folder, "blocked", NULL);
  g_autofree char *path = g_build_filename (blocked, "journal.sqlite", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  BylJournal *journal = byl_journal_new (file);
  BylGame *game = byl_game_new (ui_fixture_deal (3, 2, FALSE));
  BylTable *table = byl_table_new (journal, game);
  g_autoptr(BylDeal) kept = NULL;
  gint64 id;

  g_assert_true (g_file_set_contents (blocked, "A file where the folder should be", -1, NULL));
  byl_table_set_trouble (table, "blocked");
  sign_all (table);
  byl_table_reveal (table);
  ui_fixture_wait_until (is_trouble_told_anew, table, "a try that fails");
  g_assert_nonnull (byl_table_get_trouble (table));
  g_assert_cmpint (byl_game_get_deal (game)->id, ==, 0);

  g_assert_cmpint (g_unlink (blocked), ==, 0);
  byl_table_keep_again (table);
  ui_fixture_wait_until (is_out_of_trouble, table, "the end of the trouble");
  id = byl_game_get_deal (game)->id;
  kept = load (journal, id);
  g_assert_true (((BylDealtRound *) kept->rounds->pdata[0])->revealed);
  g_assert_cmpuint (byl_dealt_round_count_hits (kept->rounds->pdata[0]),
                    ==, byl_dealt_round_count_hits (byl_game_get_deal (game)->rounds->pdata[0]));
  g_assert_false (((BylDealtRound *) kept->rounds->pdata[1])->revealed);

  /* From here on it is as if nothing had been. */
  byl_table_lay (table, 1);
  sign_all (table);
  g_assert_false (is_guess_shown (table));
  byl_table_reveal (table);
  ui_fixture_wait_until (is_revealed, table, "the reveal");
  g_assert_null (byl_table_get_trouble (table));
  g_assert_cmpint (byl_game_get_deal (game)->id, ==, id);

  byl_journal_close (journal);
  ui_fixture_settle ();
  g_assert_finalize_object (table);
  g_assert_finalize_object (game);
  g_object_unref (journal);
  ui_fixture_remove_folder (folder);
}

static void
count_cb (gpointer    table,
          GParamSpec *pspec,
          guint      *count)
{
  (*count)++;
}

static void
test_journal_that_fails_stops_no_game (Fixture       *fixture,
                                       gconstpointer  user_data)
{
  guint count = 0;

  g_signal_connect (fixture->table, "notify::trouble", G_CALLBACK (count_cb), &count);
  /* Of a game that the journal does not know it keeps no guess. */
  byl_game_set_id (byl_table_get_game (fixture->table), 4711);
  sign_all (fixture->table);
  ui_fixture_wait_until (is_in_trouble, fixture->table, "the trouble");
  ui_fixture_wait_until (is_signed, fixture->table, "the guesses");
  g_assert_cmpuint (count, ==, 1);

  byl_table_reveal (fixture->table);
  ui_fixture_wait_until (is_revealed, fixture->table, "the reveal");
  byl_table_lay (fixture->table, 1);
  sign_all (fixture->table);
  byl_table_reveal (fixture->table);
  ui_fixture_wait_until (is_revealed, fixture->table, "the second reveal");
  g_assert_cmpuint (byl_game_get_n_cards (byl_table_get_game (fixture->table)), ==, 6);
  g_assert_cmpuint (count, ==, 1);
  /* It may be told once more at the end, when the journal is closed. */
  g_signal_handlers_disconnect_by_func (fixture->table, count_cb, &count);
}

/* Most of it is played while the first try is under way. */
static void
test_trouble_is_over_when_everything_is_kept (Fixture       *fixture,
                                              gconstpointer  user_data)
{
  gint64 id = byl_game_get_deal (byl_table_get_game (fixture->table))->id;
  g_autoptr(BylDeal) kept = NULL;

  byl_table_set_trouble (fixture->table, "full");

  for (guint i = 0; i < 2; i++)
    {
      byl_table_lay (fixture->table, i);
      sign_all (fixture->table);
      byl_table_bet (fixture->table, 1, BYL_BET_SURE);
      byl_table_reveal (fixture->table);
      g_assert_true (is_revealed (fixture->table));
    }

  g_assert_nonnull (byl_table_get_trouble (fixture->table));
  ui_fixture_wait_until (is_out_of_trouble, fixture->table, "the end of the trouble");
  kept = load (fixture->journal, id);

  for (guint i = 0; i < 2; i++)
    {
      const BylDealtRound *round = kept->rounds->pdata[i];

      g_assert_true (round->revealed);
      for (guint j = 0; j < round->cards->len; j++)
        g_assert_cmpstr (((BylDealtCard *) round->cards->pdata[j])->guess,
                         ==, ((BylDealtName *) round->names->pdata[j])->id);
      g_assert_cmpint (((BylDealtCard *) round->cards->pdata[1])->bet, ==, BYL_BET_SURE);
    }

  g_assert_cmpint (kept->finished, !=, 0);
}

static void
test_first_trouble_stays (Fixture       *fixture,
                          gconstpointer  user_data)
{
  byl_table_set_trouble (fixture->table, "first");
  byl_table_set_trouble (fixture->table, "second");

  g_assert_cmpstr (byl_table_get_trouble (fixture->table), ==, "first");
}

static void
test_round_is_not_revealed_while_a_card_waits (Fixture       *fixture,
                                               gconstpointer  user_data)
{
  byl_table_reveal (fixture->table);

  g_assert_false (byl_table_get_busy (fixture->table));
  g_assert_false (is_revealed (fixture->table));
}

static void
test_guess_is_shown_once_it_is_kept (Fixture       *fixture,
                                     gconstpointer  user_data)
{
  const BylDealtRound *dealt = byl_round_get_dealt (get_round (fixture->table));
  const char *writer = ((BylDealtName *) dealt->names->pdata[1])->id;
  BylJournal *other = NULL;
  g_autoptr(BylDeal) kept = NULL;

  byl_table_sign (fixture->table, 0, writer);
  byl_table_bet (fixture->table, 0, BYL_BET_SURE);
  g_assert_false (is_guess_shown (fixture->table));

  ui_fixture_wait_until (is_guess_shown, fixture->table, "the guess");
  g_assert_null (byl_table_get_trouble (fixture->table));
  other = ui_fixture_open_journal (fixture->folder);
  kept = load (other, byl_game_get_deal (byl_table_get_game (fixture->table))->id);
  dealt = g_ptr_array_index (kept->rounds, 0);
  g_assert_cmpstr (((BylDealtCard *) dealt->cards->pdata[0])->guess, ==, writer);
  g_assert_false (dealt->revealed);
  byl_journal_close (other);
  g_object_unref (other);
}

static void
test_reveal_comes_after_the_guesses (Fixture       *fixture,
                                     gconstpointer  user_data)
{
  g_autoptr(BylDeal) kept = NULL;
  const BylDealtRound *dealt;

  sign_all (fixture->table);
  byl_table_reveal (fixture->table);
  g_assert_true (byl_table_get_busy (fixture->table));
  g_assert_false (is_revealed (fixture->table));
  /* What comes too late changes nothing. */
  byl_table_sign (fixture->table, 0, NULL);

  ui_fixture_wait_until (is_revealed, fixture->table, "the reveal");
  g_assert_false (byl_table_get_busy (fixture->table));
  g_assert_true (is_guess_shown (fixture->table));
  kept = load (fixture->journal, byl_game_get_deal (byl_table_get_game (fixture->table))->id);
  dealt = g_ptr_array_index (kept->rounds, 0);
  g_assert_true (dealt->revealed);
  for (guint i = 0; i < dealt->cards->len; i++)
    g_assert_cmpstr (((BylDealtCard *) dealt->cards->pdata[i])->guess,
                     ==, ((BylDealtName *) dealt->names->pdata[i])->id);
}

static void
play_round (Fixture *fixture,
            guint    position)
{
  byl_table_lay (fixture->table, position);
  sign_all (fixture->table);
  byl_table_reveal (fixture->table);
  ui_fixture_wait_until (is_revealed, fixture->table, "the reveal");
}

/* Closes the journal as the end of the program does, and asks as the next start does. */
static gint64
find_interrupted_at_next_start (Fixture *fixture)
{
  BylJournal *next;
  gint64 id;

  byl_journal_close (fixture->journal);
  ui_fixture_settle ();
  next = ui_fixture_open_journal (fixture->folder);
  id = find_interrupted (next);
  byl_journal_close (next);
  g_object_unref (next);

  return id;
}

static void
test_game_in_its_middle_is_found_again (Fixture       *fixture,
                                        gconstpointer  user_data)
{
  play_round (fixture, 0);

  g_assert_cmpint (find_interrupted_at_next_start (fixture),
                   ==, byl_game_get_deal (byl_table_get_game (fixture->table))->id);
}

static void
test_last_reveal_ends_the_game (Fixture       *fixture,
                                gconstpointer  user_data)
{
  play_round (fixture, 0);
  play_round (fixture, 1);

  g_assert_cmpint (find_interrupted_at_next_start (fixture), ==, 0);
  g_assert_null (byl_table_get_trouble (fixture->table));
}

static void
test_played_game_is_only_looked_at (void)
{
  char *folder = ui_fixture_make_folder ();
  BylJournal *journal = ui_fixture_open_journal (folder);
  BylDeal *deal = ui_fixture_deal (3, 1, FALSE);
  BylGame *game;
  BylTable *table;

  ((BylDealtRound *) deal->rounds->pdata[0])->revealed = TRUE;
  game = byl_game_new (deal);
  table = byl_table_new (journal, game);
  g_assert_true (byl_table_get_replay (table));
  sign_all (table);
  g_assert_false (is_guess_shown (table));

  byl_journal_close (journal);
  g_assert_finalize_object (table);
  g_assert_finalize_object (game);
  g_object_unref (journal);
  ui_fixture_remove_folder (folder);
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  user_data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  g_test_add_func ("/table/game-is-played-on-without-a-journal",
                   test_game_is_played_on_without_a_journal);
  add ("/table/journal-that-fails-stops-no-game", test_journal_that_fails_stops_no_game);
  g_test_add_func ("/table/game-is-kept-once-the-journal-can-be-written",
                   test_game_is_kept_once_the_journal_can_be_written);
  add ("/table/trouble-is-over-when-everything-is-kept",
       test_trouble_is_over_when_everything_is_kept);
  add ("/table/first-trouble-stays", test_first_trouble_stays);
  add ("/table/round-is-not-revealed-while-a-card-waits",
       test_round_is_not_revealed_while_a_card_waits);
  add ("/table/guess-is-shown-once-it-is-kept", test_guess_is_shown_once_it_is_kept);
  add ("/table/reveal-comes-after-the-guesses", test_reveal_comes_after_the_guesses);
  add ("/table/game-in-its-middle-is-found-again", test_game_in_its_middle_is_found_again);
  add ("/table/last-reveal-ends-the-game", test_last_reveal_ends_the_game);
  g_test_add_func ("/table/played-game-is-only-looked-at", test_played_game_is_only_looked_at);

  return g_test_run ();
}
