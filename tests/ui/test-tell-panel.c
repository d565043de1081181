/* test-tell-panel.c: what gave an answer away is told after the reveal, and not before
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-panel.h"
#include "ui-fixture.h"

#include <string.h>

#define QUOTE "one of them"

static BylGame *
play (gboolean revealed)
{
  BylDeal *deal = ui_fixture_deal (3, 1, TRUE);
  BylDealtRound *dealt = g_ptr_array_index (deal->rounds, 0);
  BylDealtCard *card = g_ptr_array_index (dealt->cards, 0);
  BylAuthorTell tells[] = { { BYL_FAMILY_STRUCTURE, NULL, (char *) QUOTE, NULL },
                            { BYL_FAMILY_TONE, NULL, (char *) "nowhere <b>& in it", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (tells); i++)
    g_ptr_array_add (card->tells, byl_author_tell_copy (&tells[i]));

  card->guess = g_strdup (((BylDealtCard *) dealt->cards->pdata[1])->writer);
  dealt->revealed = revealed;

  return byl_game_new (deal);
}

static void
show_span_cb (BylTellPanel *panel,
              guint         start,
              guint         end,
              BylSpan      *shown)
{
  shown->start = start;
  shown->end = end;
}

static void
test_card_that_is_not_revealed_is_not_told_of (void)
{
  g_autoptr(BylGame) game = play (FALSE);
  GtkWidget *panel = g_object_ref_sink (g_object_new (BYL_TYPE_TELL_PANEL, NULL));
  g_autofree char *text = NULL;

  byl_tell_panel_set_card (BYL_TELL_PANEL (panel),
                           byl_round_get_card (byl_game_get_round (game), 0), TRUE, NULL);
  text = ui_fixture_describe (panel);
  g_assert_null (strstr (text, "Writer"));
  g_assert_null (strstr (text, QUOTE));
  g_assert_null (strstr (text, "Answer A"));
  g_assert_finalize_object (panel);
}

static void
test_tells_are_told_by_family_after_the_reveal (void)
{
  g_autoptr(BylGame) game = play (TRUE);
  BylCard *card = byl_round_get_card (byl_game_get_round (game), 0);
  GtkWidget *panel = g_object_ref_sink (g_object_new (BYL_TYPE_TELL_PANEL, NULL));
  g_autofree char *title = g_strdup_printf ("Answer A: %s", byl_card_get_truth (card));
  g_autofree char *verdict = g_strdup_printf ("You signed %s.", byl_card_get_guess (card));
  BylSpan shown = { 0, 0 };
  BylSpan expected;

  byl_tell_panel_set_card (BYL_TELL_PANEL (panel), card, TRUE, NULL);
  g_assert_nonnull (ui_fixture_find_text (panel, title));
  g_assert_nonnull (ui_fixture_find_text (panel, verdict));
  g_assert_nonnull (ui_fixture_find_text (panel, "Tone"));
  g_assert_nonnull (ui_fixture_find_text (panel, "Structure"));
  g_assert_null (ui_fixture_find_text (panel, "Uncertainty"));

  /* A quote that the answer lacks is read, not pressed. */
  g_assert_nonnull (ui_fixture_find_text (panel, "“nowhere <b>& in it”"));
  g_assert_null (ui_fixture_find_button (panel, "nowhere <b>& in it"));

  g_signal_connect (panel, "show-span", G_CALLBACK (show_span_cb), &shown);
  g_signal_emit_by_name (ui_fixture_find_button (panel, QUOTE), "clicked");
  g_assert_true (byl_read_text_find_quote (byl_card_get_read_text (card), QUOTE, &expected));
  g_assert_cmpuint (shown.start, ==, expected.start);
  g_assert_cmpuint (shown.end, ==, expected.end);

  byl_tell_panel_set_card (BYL_TELL_PANEL (panel), NULL, FALSE, NULL);
  g_assert_null (ui_fixture_find_text (panel, title));
  g_assert_finalize_object (panel);
}

static gboolean
can_scroll (gpointer data)
{
  GtkAdjustment *adjustment = data;

  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 50;
}

static void
test_next_card_is_told_of_from_the_top (void)
{
  g_autoptr(BylGame) game = play (TRUE);
  BylRound *on_table = byl_game_get_round (game);
  GtkWidget *panel = g_object_new (BYL_TYPE_TELL_PANEL, NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scroller = ui_fixture_find (panel, GTK_TYPE_SCROLLED_WINDOW, 0);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_window_set_default_size (GTK_WINDOW (window), 300, 120);
  gtk_window_set_child (GTK_WINDOW (window), panel);
  byl_tell_panel_set_card (BYL_TELL_PANEL (panel), byl_round_get_card (on_table, 0), TRUE, NULL);
  gtk_window_present (GTK_WINDOW (window));
  ui_fixture_wait_until (can_scroll, adjustment, "the panel");
  gtk_adjustment_set_value (adjustment, 40);

  /* The same card, told of again, is not scrolled back. */
  byl_tell_panel_set_card (BYL_TELL_PANEL (panel), byl_round_get_card (on_table, 0), TRUE, NULL);
  ui_fixture_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);

  byl_tell_panel_set_card (BYL_TELL_PANEL (panel), byl_round_get_card (on_table, 1), TRUE, NULL);
  ui_fixture_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  ui_fixture_destroy_window (window);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  g_test_add_func ("/tell-panel/card-that-is-not-revealed-is-not-told-of",
                   test_card_that_is_not_revealed_is_not_told_of);
  g_test_add_func ("/tell-panel/tells-are-told-by-family-after-the-reveal",
                   test_tells_are_told_by_family_after_the_reveal);

  g_test_add_func ("/tell-panel/next-card-is-told-of-from-the-top",
                   test_next_card_is_told_of_from_the_top);

  return g_test_run ();
}
