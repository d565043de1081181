/* test-journal-marks.c: the words that the player marks are kept, and their credit with them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "journal-fixture.h"

static void
mark (BylDealtCard *card,
      guint         start,
      guint         end)
{
  if (card->marks == NULL)
    card->marks = byl_marks_new ();

  g_assert_true (byl_marks_change (card->marks, start, end, TRUE));
}

static void
assert_kept (BylJournal     *journal,
             gint64          game,
             const BylMarks *marks)
{
  g_autoptr(BylDeal) loaded = wait_load (journal, game, NULL);

  g_assert_true (byl_marks_equal (get_card (loaded, 0, 1)->marks, marks));
}

static void
test_no_mark_changes_after_the_reveal (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  g_autoptr(BylMarks) before = NULL;
  g_autoptr(GError) error = NULL;
  gint64 game;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  game = wait_start_game (journal, deal, NULL);
  mark (get_card (deal, 0, 1), 2, 6);
  before = byl_marks_copy (get_card (deal, 0, 1)->marks);
  g_assert_true (wait_sign (journal, game, 0, get_round (deal, 0), NULL));
  g_assert_true (wait_reveal (journal, game, 0, NULL));
  mark (get_card (deal, 0, 1), 8, 9);
  g_assert_false (wait_sign (journal, game, 0, get_round (deal, 0), &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_JOURNAL);
  assert_kept (journal, game, before);
  fixture_tear_down (&fixture);
}

static void
test_marks_and_their_credit_come_back (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  BylMarks *marks;
  g_autoptr(GError) error = NULL;
  gint64 game;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  game = wait_start_game (journal, deal, NULL);
  mark (get_card (deal, 0, 1), 2, 6);
  g_assert_true (wait_sign (journal, game, 0, get_round (deal, 0), NULL));
  g_assert_true (wait_sign (journal, game, 0, get_round (deal, 0), NULL));
  marks = get_card (deal, 0, 1)->marks;
  assert_kept (journal, game, marks);
  g_assert_cmpint (fixture_query (fixture.path, "SELECT count(*) FROM marks"), ==, 1);

  g_assert_true (wait_reveal (journal, game, 0, NULL));
  marks->judged = TRUE;
  marks->all_words = 9;
  marks->all_credited = 2;
  g_assert_true (wait_sign (journal, game, 0, get_round (deal, 0), &error));
  g_assert_no_error (error);
  assert_kept (journal, game, marks);
  fixture_tear_down (&fixture);
}

static void
test_a_game_is_started_with_its_marks (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  gint64 game;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  mark (get_card (deal, 0, 1), 2, 6);
  game = wait_start_game (journal, deal, NULL);
  assert_kept (journal, game, get_card (deal, 0, 1)->marks);

  /* What was changed by hand is no mark. */
  fixture_execute (fixture.path, "UPDATE marks SET marks = 'words'");
  assert_kept (journal, game, NULL);
  fixture_tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal-marks/no-mark-changes-after-the-reveal",
                   test_no_mark_changes_after_the_reveal);
  g_test_add_func ("/journal-marks/marks-and-their-credit-come-back",
                   test_marks_and_their_credit_come_back);
  g_test_add_func ("/journal-marks/a-game-is-started-with-its-marks",
                   test_a_game_is_started_with_its_marks);

  return g_test_run ();
}
