/* test-journal-rival.c: what the rival says is kept, and compared with what the player says
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "journal-fixture.h"

typedef struct
{
  Fixture     place;
  BylJournal *journal;
} Test;

static void
set_up (Test          *test,
        gconstpointer  user_data)
{
  fixture_set_up (&test->place);
  test->journal = open_journal (test->place.file);
}

static void
tear_down (Test          *test,
           gconstpointer  user_data)
{
  byl_journal_close (test->journal);
  g_object_unref (test->journal);
  fixture_tear_down (&test->place);
}

static void
note (BylDealtCard *card,
      const char   *writer)
{
  const double probabilities[] = { 0.125, 0.75, 0.1, 0.025 };

  byl_rival_note_free (card->rival);
  card->rival = byl_rival_note_new (writer, 0.75);
  g_array_append_vals (card->rival->probabilities, probabilities, G_N_ELEMENTS (probabilities));
  byl_rival_note_add_argument (card->rival, "“It's” a \"quote\" — with 'marks'\n.", NULL,
                               3, 9);
  byl_rival_note_add_argument (card->rival, "", NULL, 0, 0);
}

static void
assert_noted (const BylDealtCard *card,
              const char         *writer)
{
  const BylRivalArgument *argument;

  g_assert_nonnull (card->rival);
  g_assert_cmpstr (card->rival->writer, ==, writer);
  g_assert_cmpfloat (card->rival->probability, ==, 0.75);
  g_assert_cmpuint (card->rival->probabilities->len, ==, 4);
  g_assert_cmpfloat (g_array_index (card->rival->probabilities, double, 2), ==, 0.1);
  g_assert_cmpuint (card->rival->arguments->len, ==, 2);
  argument = g_ptr_array_index (card->rival->arguments, 0);
  g_assert_null (argument->sentence);
  g_assert_cmpstr (argument->reason, ==, "“It's” a \"quote\" — with 'marks'\n.");
  g_assert_cmpuint (argument->start, ==, 3);
  g_assert_cmpuint (argument->end, ==, 9);
  argument = g_ptr_array_index (card->rival->arguments, 1);
  g_assert_cmpstr (argument->reason, ==, "");
}

static void
test_a_game_that_is_not_there_changes_nothing (Test          *test,
                                               gconstpointer  user_data)
{
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  g_autoptr(GError) error = NULL;

  note (get_card (deal, 0, 0), "moss");
  deal->id = 77;
  g_assert_true (wait_keep_rival (test->journal, deal, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (test->place.path, "SELECT count(*) FROM rival_notes"), ==, 0);
}

static void
test_a_note_changed_by_hand_is_still_read (Test          *test,
                                           gconstpointer  user_data)
{
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  g_autoptr(BylDeal) loaded = NULL;
  gint64 game;

  note (get_card (deal, 0, 0), "moss");
  game = wait_start_game (test->journal, deal, NULL);
  fixture_execute (test->place.path, "UPDATE rival_notes SET probability = 7, arguments = 'x',"
                                     " reasons = '[', probabilities = '[nan'");
  loaded = wait_load (test->journal, game, NULL);
  g_assert_cmpstr (get_card (loaded, 0, 0)->rival->writer, ==, "moss");
  g_assert_cmpfloat (get_card (loaded, 0, 0)->rival->probability, ==, 1.0);
  g_assert_cmpuint (get_card (loaded, 0, 0)->rival->arguments->len, ==, 0);
  g_assert_cmpuint (get_card (loaded, 0, 0)->rival->probabilities->len, ==, 0);
}

static void
test_notes_come_back_with_the_game (Test          *test,
                                    gconstpointer  user_data)
{
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 2);
  g_autoptr(BylDeal) loaded = NULL;
  g_autoptr(GError) error = NULL;

  deal->id = wait_start_game (test->journal, deal, NULL);
  note (get_card (deal, 1, 2), "ember");
  g_assert_true (wait_keep_rival (test->journal, deal, &error));
  g_assert_no_error (error);

  loaded = wait_load (test->journal, deal->id, NULL);
  assert_noted (get_card (loaded, 1, 2), "ember");
  g_assert_null (get_card (loaded, 1, 1)->rival);
  g_assert_null (get_card (loaded, 0, 2)->rival);
}

static void
test_a_game_is_started_with_its_notes (Test          *test,
                                       gconstpointer  user_data)
{
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_SOLO, 1);
  g_autoptr(BylDeal) loaded = NULL;
  gint64 game;

  note (get_card (deal, 0, 0), "tern");
  game = wait_start_game (test->journal, deal, NULL);
  loaded = wait_load (test->journal, game, NULL);
  assert_noted (get_card (loaded, 0, 0), "tern");
}

static void
test_what_was_said_once_stays (Test          *test,
                               gconstpointer  user_data)
{
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  g_autoptr(BylDeal) loaded = NULL;

  note (get_card (deal, 0, 0), "moss");
  deal->id = wait_start_game (test->journal, deal, NULL);
  note (get_card (deal, 0, 0), "tern");
  g_assert_true (wait_keep_rival (test->journal, deal, NULL));
  loaded = wait_load (test->journal, deal->id, NULL);
  assert_noted (get_card (loaded, 0, 0), "moss");
}

/* Plays a round of four cards in which the first @hits and the last @rival_hits are right. */
static gint64
play (Test     *test,
      guint     hits,
      guint     rival_hits,
      guint     n_noted,
      gboolean  reveal)
{
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  gint64 game;

  for (guint i = 0; i < FIXTURE_N_WRITERS; i++)
    {
      BylDealtCard *card = get_card (deal, 0, i);
      BylDealtCard *other = get_card (deal, 0, (i + 1) % FIXTURE_N_WRITERS);

      sign_card (get_round (deal, 0), i, i < hits ? card->writer : other->writer, BYL_BET_CHANCE);

      if (i < n_noted)
        note (card, i >= FIXTURE_N_WRITERS - rival_hits ? card->writer : other->writer);
    }

  game = wait_start_game (test->journal, deal, NULL);
  if (reveal)
    g_assert_true (wait_reveal (test->journal, game, 0, NULL));

  return game;
}

static void
test_only_shared_and_revealed_rounds_are_compared (Test          *test,
                                                   gconstpointer  user_data)
{
  g_autoptr(BylMatch) match = NULL;

  play (test, 4, 0, 0, TRUE);
  play (test, 4, 0, 3, TRUE);
  play (test, 4, 0, 4, FALSE);
  match = wait_match (test->journal, NULL);
  g_assert_cmpuint (match->cards, ==, 0);
  g_assert_cmpuint (match->leads->len, ==, 0);
  g_assert_cmpfloat (byl_match_get_luck (match), ==, 1.0);
}

static void
test_a_match_adds_up_over_the_games (Test          *test,
                                     gconstpointer  user_data)
{
  g_autoptr(BylMatch) match = NULL;

  play (test, 4, 2, 4, TRUE); /* the player leads by two */
  play (test, 1, 4, 4, TRUE); /* the rival leads by three */
  play (test, 2, 2, 4, TRUE); /* two each, on different cards */
  match = wait_match (test->journal, NULL);
  g_assert_cmpuint (match->cards, ==, 12);
  g_assert_cmpuint (match->hits, ==, 7);
  g_assert_cmpuint (match->rival_hits, ==, 8);
  g_assert_cmpuint (match->only_hits, ==, 4);
  g_assert_cmpuint (match->rival_only, ==, 5);
  g_assert_cmpuint (match->leads->len, ==, 2);
}

static void
add (const char *path,
     void      (*function) (Test          *test,
                            gconstpointer  user_data))
{
  g_test_add (path, Test, NULL, set_up, function, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/journal-rival/a-game-that-is-not-there-changes-nothing",
       test_a_game_that_is_not_there_changes_nothing);
  add ("/journal-rival/a-note-changed-by-hand-is-still-read",
       test_a_note_changed_by_hand_is_still_read);
  add ("/journal-rival/notes-come-back-with-the-game", test_notes_come_back_with_the_game);
  add ("/journal-rival/a-game-is-started-with-its-notes", test_a_game_is_started_with_its_notes);
  add ("/journal-rival/what-was-said-once-stays", test_what_was_said_once_stays);
  add ("/journal-rival/only-shared-and-revealed-rounds-are-compared",
       test_only_shared_and_revealed_rounds_are_compared);
  add ("/journal-rival/a-match-adds-up-over-the-games", test_a_match_adds_up_over_the_games);

  return g_test_run ();
}
