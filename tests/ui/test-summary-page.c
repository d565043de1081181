/* test-summary-page.c: the summary tells the score, beside what chance brings
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-luck-text.h"
#include "byl-summary-page.h"
#include "ui-fixture.h"

#include <string.h>

typedef struct
{
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->page = g_object_new (BYL_TYPE_SUMMARY_PAGE, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  ui_fixture_destroy_window (fixture->window);
}

/* A game of three cards a round that is over: the first @n_right rounds all right, the others all
 * wrong. */
static BylGame *
play (guint    n_rounds,
      guint    n_right,
      gboolean bets)
{
  BylDeal *deal = ui_fixture_deal (3, n_rounds, bets);

  g_free (deal->pack_title);
  deal->pack_title = g_strdup ("Cats <b>& dogs");

  for (guint i = 0; i < n_rounds; i++)
    {
      BylDealtRound *dealt = g_ptr_array_index (deal->rounds, i);

      for (guint j = 0; j < dealt->cards->len; j++)
        {
          BylDealtCard *card = g_ptr_array_index (dealt->cards, j);
          BylDealtCard *next = g_ptr_array_index (dealt->cards, (j + 1) % dealt->cards->len);

          card->guess = g_strdup (i < n_right ? card->writer : next->writer);
          card->bet = BYL_BET_SURE;
        }

      dealt->revealed = TRUE;
    }

  return byl_game_new (deal);
}

static void
test_nothing_right_is_no_success (Fixture       *fixture,
                                  gconstpointer  user_data)
{
  g_autoptr(BylGame) game = play (2, 0, FALSE);
  g_autofree char *luck = byl_luck_text_new (1.0, TRUE);

  byl_summary_page_set_game (BYL_SUMMARY_PAGE (fixture->page), game);
  g_assert_nonnull (ui_fixture_find_text (fixture->page, "0 of 6 right"));
  g_assert_nonnull (ui_fixture_find_text (fixture->page, luck));
}

/* What the row says that leads to the five tells of two writers; NULL where there is none. */
static char *
dup_mix_up (GtkWidget *widget)
{
  char *found = NULL;

  if (GTK_IS_ACTIONABLE (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)),
                    "win.five-tells") == 0)
    return g_variant_print (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)),
                            FALSE);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = dup_mix_up (child);

  return found;
}

static void
test_two_that_were_mixed_up_lead_to_their_five_tells (Fixture       *fixture,
                                                      gconstpointer  user_data)
{
  g_autoptr(BylGame) wrong = play (2, 0, FALSE);
  g_autoptr(BylGame) right = play (2, 2, FALSE);
  g_autofree char *target = NULL;

  byl_summary_page_set_game (BYL_SUMMARY_PAGE (fixture->page), right);
  g_assert_null (dup_mix_up (fixture->page));
  byl_summary_page_set_game (BYL_SUMMARY_PAGE (fixture->page), wrong);
  target = dup_mix_up (fixture->page);
  g_assert_nonnull (target);
  g_assert_nonnull (strstr (target, byl_game_get_deal (wrong)->pack));
}

static void
test_score_stands_beside_chance (Fixture       *fixture,
                                 gconstpointer  user_data)
{
  g_autoptr(BylGame) game = play (3, 2, FALSE);
  g_autofree char *luck = NULL;

  byl_summary_page_set_game (BYL_SUMMARY_PAGE (fixture->page), game);
  g_assert_nonnull (ui_fixture_find_text (fixture->page, "6 of 9 right"));
  g_assert_nonnull (ui_fixture_find_text (fixture->page, "by chance 3"));
  luck = byl_luck_text_new (byl_chance_get_at_least (byl_game_get_chance (game), 6), TRUE);
  g_assert_nonnull (ui_fixture_find_text (fixture->page, luck));
  /* A pack's title is no markup. */
  g_assert_nonnull (ui_fixture_find_text (fixture->page, "Cats <b>& dogs"));
  g_assert_null (strstr (luck, "skill"));
}

static void
test_writers_are_listed_with_their_cards (Fixture       *fixture,
                                          gconstpointer  user_data)
{
  g_autoptr(BylGame) game = play (3, 2, FALSE);
  const char *names[] = { "Writer 0", "Writer 1", "Writer 2" };

  byl_summary_page_set_game (BYL_SUMMARY_PAGE (fixture->page), game);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *name = ui_fixture_find_text (fixture->page, names[i]);
      GtkWidget *row;

      g_assert_nonnull (name);
      row = gtk_widget_get_ancestor (name, ADW_TYPE_ACTION_ROW);
      g_assert_nonnull (ui_fixture_find_text (row, "2 of 3"));
    }
}

static void
test_points_are_only_for_bets (Fixture       *fixture,
                               gconstpointer  user_data)
{
  g_autoptr(BylGame) plain = play (1, 1, FALSE);
  g_autoptr(BylGame) game = play (1, 1, TRUE);
  g_autofree char *points = g_strdup_printf ("Your bets earned %.0f points a card.",
                                             byl_bet_get_points (BYL_BET_SURE, 3, TRUE));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  byl_summary_page_set_game (BYL_SUMMARY_PAGE (fixture->page), plain);
  before = ui_fixture_describe (fixture->page);
  byl_summary_page_set_game (BYL_SUMMARY_PAGE (fixture->page), game);
  after = ui_fixture_describe (fixture->page);

  g_assert_null (strstr (before, "Your bets earned"));
  g_assert_nonnull (strstr (after, points));
}

static void
look_again_cb (BylSummaryPage *page,
               guint           number,
               guint          *seen)
{
  *seen = number;
}

static void
play_again_cb (BylSummaryPage *page,
               gboolean       *again)
{
  *again = TRUE;
}

static void
test_way_on_is_another_game_or_a_round (Fixture       *fixture,
                                        gconstpointer  user_data)
{
  g_autoptr(BylGame) game = play (3, 2, FALSE);
  const BylDealtRound *dealt = g_ptr_array_index (byl_game_get_deal (game)->rounds, 2);
  GtkWidget *prompt;
  GtkWidget *row;
  guint seen = G_MAXUINT;
  gboolean again = FALSE;

  byl_summary_page_set_game (BYL_SUMMARY_PAGE (fixture->page), game);
  g_signal_connect (fixture->page, "look-again", G_CALLBACK (look_again_cb), &seen);
  g_signal_connect (fixture->page, "play-again", G_CALLBACK (play_again_cb), &again);
  prompt = ui_fixture_find_text (fixture->page, dealt->prompt);
  row = gtk_widget_get_ancestor (prompt, GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX), "row-activated", row);
  g_assert_cmpuint (seen, ==, 2);
  g_signal_emit_by_name (ui_fixture_find_button (fixture->page, "Play again"), "clicked");
  g_assert_true (again);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  char **text = user_data;
  g_autoptr(GError) error = NULL;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_read (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_copied_result_names_nobody (Fixture       *fixture,
                                 gconstpointer  user_data)
{
  g_autoptr(BylGame) game = play (3, 2, FALSE);
  g_autofree char *text = NULL;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->page);

  byl_summary_page_set_game (BYL_SUMMARY_PAGE (fixture->page), game);
  g_signal_emit_by_name (ui_fixture_find_button (fixture->page, "Copy result"), "clicked");
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  ui_fixture_wait_until (is_read, &text, "the clipboard");

  g_assert_nonnull (strstr (text, "6 of 9 right"));
  g_assert_nonnull (strstr (text, "✓✓✓\n✓✓✓\n✗✗✗"));
  g_assert_null (strstr (text, "Writer"));
  g_assert_null (strstr (text, "Question"));
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

  add ("/summary-page/two-that-were-mixed-up-lead-to-their-five-tells",
       test_two_that_were_mixed_up_lead_to_their_five_tells);
  add ("/summary-page/nothing-right-is-no-success", test_nothing_right_is_no_success);
  add ("/summary-page/score-stands-beside-chance", test_score_stands_beside_chance);
  add ("/summary-page/writers-are-listed-with-their-cards",
       test_writers_are_listed_with_their_cards);
  add ("/summary-page/points-are-only-for-bets", test_points_are_only_for_bets);
  add ("/summary-page/way-on-is-another-game-or-a-round", test_way_on_is_another_game_or_a_round);
  add ("/summary-page/copied-result-names-nobody", test_copied_result_names_nobody);

  return g_test_run ();
}
