/* test-tell-round.c: the tells of a round are found in advance, and told after the reveal only
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-label.h"
#include "byl-round-page.h"
#include "byl-tell-legend.h"
#include "byl-tell-list.h"
#include "byl-tell-panel.h"
#include "byl-tell-row.h"
#include "byl-tell-sentence.h"
#include "play-fixture.h"
#include "tell-fixture.h"
#include "ui-fixture.h"

#include <string.h>

/* What was asked to be shown. */
typedef struct
{
  GArray *spans; /* (element-type BylSpan) */
  guint   n_all;
} Shown;

static gboolean
is_ready (gpointer found)
{
  return byl_tell_round_get_ready (found);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *n)
{
  ++*n;
}

static void
show_span_cb (GtkWidget *panel,
              guint      start,
              guint      end,
              Shown     *shown)
{
  BylSpan span = { start, end };

  g_array_append_val (shown->spans, span);
}

static void
show_all_cb (GtkWidget *panel,
             gboolean   all,
             Shown     *shown)
{
  shown->n_all += all ? 1 : 0;
}

static BylTellRound *
search (BylPack  *pack,
        BylGame  *game,
        gboolean  wait)
{
  g_autoptr(BylTellSource) source = tell_fixture_new_source (pack);
  BylTellRound *found = byl_tell_round_new (source, byl_game_get_round (game), TRUE);

  g_assert_false (byl_tell_round_get_ready (found));

  if (wait)
    ui_fixture_wait_until (is_ready, found, "the tells");

  return found;
}

/* The card of a writer on the table. */
static BylCard *
find_card (BylGame    *game,
           const char *writer)
{
  const BylDealtRound *dealt = byl_round_get_dealt (byl_game_get_round (game));

  for (guint i = 0; i < dealt->cards->len; i++)
    if (g_str_equal (((BylDealtCard *) dealt->cards->pdata[i])->writer, writer))
      return byl_round_get_card (byl_game_get_round (game), i);

  g_assert_not_reached ();
}

static GtkWidget *
open_panel (BylCard      *card,
            BylTellRound *found)
{
  GtkWidget *panel = g_object_ref_sink (g_object_new (BYL_TYPE_TELL_PANEL, NULL));

  byl_tell_panel_set_card (BYL_TELL_PANEL (panel), card, FALSE, found);
  ui_fixture_settle ();

  return panel;
}

static void
close_panel (GtkWidget *panel)
{
  byl_tell_panel_set_card (BYL_TELL_PANEL (panel), NULL, FALSE, NULL);
  g_assert_finalize_object (panel);
}

static guint
count_rows (GtkWidget *panel)
{
  guint n = 0;

  while (ui_fixture_find (panel, BYL_TYPE_TELL_ROW, n) != NULL)
    n++;

  return n;
}

static void
test_nothing_is_told_before_the_reveal (void)
{
  g_autoptr(BylPack) pack = tell_fixture_new_pack ();
  g_autoptr(BylGame) game = tell_fixture_deal (pack, TRUE, FALSE);
  g_autoptr(BylTellRound) found = search (pack, game, TRUE);
  GtkWidget *panel;

  for (guint i = 0; i < 3; i++)
    g_assert_null (byl_tell_round_get_report (found, i));

  panel = open_panel (find_card (game, "ann"), found);
  g_assert_cmpuint (count_rows (panel), ==, 0);
  g_assert_null (ui_fixture_find_text (panel, "Counted in these made-up answers"));
  close_panel (panel);

  byl_game_reveal (game, 1);
  for (guint i = 0; i < 3; i++)
    g_assert_nonnull (byl_tell_round_get_report (found, i));
  g_assert_null (byl_tell_round_get_report (found, 3));
}

static void
test_what_is_measured_appears_when_it_is_ready (void)
{
  g_autoptr(BylPack) pack = tell_fixture_new_pack ();
  g_autoptr(BylGame) game = tell_fixture_deal (pack, FALSE, TRUE);
  g_autoptr(BylTellRound) found = search (pack, game, FALSE);
  GtkWidget *panel = open_panel (find_card (game, "ann"), found);
  guint n = 0;

  g_signal_connect (found, "notify::ready", G_CALLBACK (count_cb), &n);

  if (!byl_tell_round_get_ready (found))
    g_assert_cmpuint (count_rows (panel), ==, 0);

  ui_fixture_wait_until (is_ready, found, "the tells");
  ui_fixture_settle ();
  g_assert_cmpuint (n, <=, 1);
  g_assert_cmpuint (count_rows (panel), >, 0);
  g_assert_nonnull (ui_fixture_find_text (panel, "Counted in these made-up answers"));
  g_assert_null (ui_fixture_find_text (panel, "Measured in this pack"));
  close_panel (panel);
}

/* A pack can be edited between a game and the look back at it. */
static void
test_writer_whom_the_pack_no_longer_has_is_not_told_of (void)
{
  g_autoptr(BylPack) played = tell_fixture_new_pack ();
  g_autoptr(BylPack) edited = play_fixture_new_pack (3, 4);
  g_autoptr(BylGame) game = tell_fixture_deal (played, TRUE, TRUE);
  g_autoptr(BylTellRound) found = search (edited, game, TRUE);
  GtkWidget *panel = open_panel (find_card (game, "bob"), found);

  g_assert_null (byl_tell_round_get_report (found, 0));
  g_assert_cmpuint (count_rows (panel), ==, 0);
  close_panel (panel);
}

static void
test_wrong_guess_is_told_what_would_have_decided (void)
{
  g_autoptr(BylPack) pack = tell_fixture_new_pack ();
  g_autoptr(BylGame) wrong = tell_fixture_deal (pack, TRUE, TRUE);
  g_autoptr(BylGame) right = tell_fixture_deal (pack, FALSE, TRUE);
  g_autoptr(BylTellRound) of_wrong = search (pack, wrong, TRUE);
  g_autoptr(BylTellRound) of_right = search (pack, right, TRUE);
  GtkWidget *panel = open_panel (find_card (wrong, "ann"), of_wrong);

  g_assert_nonnull (ui_fixture_find_button (panel, "What would have decided"));
  g_assert_null (ui_fixture_find_button (panel, "What misled"));
  close_panel (panel);

  panel = open_panel (find_card (right, "ann"), of_right);
  g_assert_null (ui_fixture_find_button (panel, "What would have decided"));
  g_assert_null (ui_fixture_find_button (panel, "What misled"));
  close_panel (panel);
}

static void
test_row_leads_from_place_to_place (void)
{
  g_autoptr(BylPack) pack = tell_fixture_new_pack ();
  g_autoptr(BylGame) game = tell_fixture_deal (pack, FALSE, TRUE);
  g_autoptr(BylTellRound) found = search (pack, game, TRUE);
  GtkWidget *panel = open_panel (find_card (game, "bob"), found);
  GtkWidget *row = ui_fixture_find_button (panel, "Em dashes · 2 here");
  Shown shown = { g_array_new (FALSE, FALSE, sizeof (BylSpan)), 0 };

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_get_focusable (row));
  g_signal_connect (panel, "show-span", G_CALLBACK (show_span_cb), &shown);

  for (guint i = 0; i < 3; i++)
    g_signal_emit_by_name (row, "clicked");

  g_assert_cmpuint (shown.spans->len, ==, 3);
  g_assert_cmpuint (g_array_index (shown.spans, BylSpan, 0).start, <,
                    g_array_index (shown.spans, BylSpan, 1).start);
  g_assert_cmpuint (g_array_index (shown.spans, BylSpan, 0).start, ==,
                    g_array_index (shown.spans, BylSpan, 2).start);
  g_array_unref (shown.spans);
  close_panel (panel);
}

static const BylTellEntry *
find_entry_without_place (const BylTellReport *report)
{
  for (guint i = 0; i < byl_tell_report_get_n_shown (report, FALSE); i++)
    if (((BylTellEntry *) report->entries->pdata[i])->spans->len == 0)
      return report->entries->pdata[i];

  g_assert_not_reached ();
}

/* What an answer lacks is nowhere to be shown: its row says how it is counted. */
static void
test_row_without_a_place_explains_itself (void)
{
  g_autoptr(BylPack) pack = tell_fixture_new_pack ();
  g_autoptr(BylGame) game = tell_fixture_deal (pack, FALSE, TRUE);
  g_autoptr(BylTellRound) found = search (pack, game, TRUE);
  BylCard *card = find_card (game, "ann");
  GtkWidget *panel = open_panel (card, found);
  const BylTellEntry *entry =
    find_entry_without_place (byl_tell_round_get_report (found, byl_card_get_position (card)));
  g_autofree char *amount = byl_tell_sentence_dup_amount (entry);
  g_autofree char *label =
    g_strdup_printf ("%s · %s", byl_tell_kind_get_name (entry->measure->tell), amount);
  GtkWidget *row = ui_fixture_find_button (panel, label);
  const char *finding = byl_tell_kind_get_finding (entry->measure->tell);
  Shown shown = { g_array_new (FALSE, FALSE, sizeof (BylSpan)), 0 };

  g_assert_nonnull (row);
  g_signal_connect (panel, "show-span", G_CALLBACK (show_span_cb), &shown);
  g_assert_null (ui_fixture_find_text (row, finding));
  g_signal_emit_by_name (row, "clicked");
  g_assert_nonnull (ui_fixture_find_text (row, finding));
  g_signal_emit_by_name (row, "clicked");
  g_assert_null (ui_fixture_find_text (row, finding));
  g_assert_cmpuint (shown.spans->len, ==, 0);
  g_array_unref (shown.spans);
  close_panel (panel);
}

static void
test_only_the_strongest_are_listed_until_all_are_asked_for (void)
{
  g_autoptr(BylPack) pack = tell_fixture_new_pack ();
  g_autoptr(BylGame) game = tell_fixture_deal (pack, FALSE, TRUE);
  g_autoptr(BylTellRound) found = search (pack, game, TRUE);
  BylCard *card = find_card (game, "cyd");
  const BylTellReport *report = byl_tell_round_get_report (found, byl_card_get_position (card));
  GtkWidget *panel = open_panel (card, found);
  guint n_words = report->words->len > 0 ? 1 : 0;
  g_autofree char *label = g_strdup_printf ("Show all %u", report->entries->len);
  Shown shown = { NULL, 0 };

  g_assert_cmpuint (report->entries->len, >, BYL_TELL_REPORT_STRONGEST);
  g_assert_cmpuint (count_rows (panel), ==, BYL_TELL_REPORT_STRONGEST + n_words);
  g_signal_connect (panel, "show-all", G_CALLBACK (show_all_cb), &shown);
  g_signal_emit_by_name (ui_fixture_find_button (panel, label), "clicked");
  ui_fixture_settle ();
  g_assert_cmpuint (shown.n_all, ==, 1);
  g_assert_cmpuint (count_rows (panel), ==, report->entries->len + n_words);
  g_signal_emit_by_name (ui_fixture_find_button (panel, "Show the strongest only"), "clicked");
  ui_fixture_settle ();
  g_assert_cmpuint (shown.n_all, ==, 1);
  g_assert_cmpuint (count_rows (panel), ==, BYL_TELL_REPORT_STRONGEST + n_words);
  close_panel (panel);
}

static guint
count_drawn_on (GtkWidget *page)
{
  GtkWidget *label;
  guint n = 0;

  for (guint i = 0; (label = ui_fixture_find (page, BYL_TYPE_READ_LABEL, i)) != NULL; i++)
    n += byl_read_label_has_tells (BYL_READ_LABEL (label)) ? 1 : 0;

  return n;
}

static gboolean
has_profile (gpointer source)
{
  return byl_tell_source_get_profile (source) != NULL;
}

static gboolean
is_drawn_on (gpointer page)
{
  return count_drawn_on (page) >= 3;
}

/* All is found while the round is played, and nothing of it is to be seen. */
static void
test_answers_are_drawn_on_after_the_reveal_only (void)
{
  g_autoptr(BylPack) pack = tell_fixture_new_pack ();
  g_autoptr(BylTellSource) source = tell_fixture_new_source (pack);
  g_autoptr(BylGame) game = tell_fixture_deal (pack, FALSE, FALSE);
  g_autoptr(GFile) file = g_file_new_for_path ("never-opened");
  g_autoptr(BylJournal) journal = byl_journal_new (file);
  g_autoptr(BylTable) table = byl_table_new (journal, game);
  GtkWidget *page = g_object_new (BYL_TYPE_ROUND_PAGE, NULL);
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), page);
  byl_table_set_tell_source (table, source);
  byl_round_page_set_table (BYL_ROUND_PAGE (page), table);
  byl_round_page_finish (BYL_ROUND_PAGE (page));
  ui_fixture_wait_until (has_profile, source, "the profile");
  ui_fixture_settle ();
  g_assert_nonnull (ui_fixture_find (page, BYL_TYPE_READ_LABEL, 2));
  g_assert_cmpuint (count_drawn_on (page), ==, 0);
  g_assert_cmpuint (count_rows (page), ==, 0);
  g_assert_cmpuint (ui_fixture_count_shown (page, BYL_TYPE_TELL_LEGEND), ==, 0);

  byl_round_page_go_on (BYL_ROUND_PAGE (page));
  ui_fixture_wait_until (is_drawn_on, page, "the tells on the answers");
  ui_fixture_settle ();
  g_assert_cmpuint (count_rows (page), >, 0);
  g_assert_cmpuint (ui_fixture_count_shown (page, BYL_TYPE_TELL_LEGEND), ==, 1);
  ui_fixture_destroy_window (window);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  g_test_add_func ("/tell-round/nothing-is-told-before-the-reveal",
                   test_nothing_is_told_before_the_reveal);
  g_test_add_func ("/tell-round/what-is-measured-appears-when-it-is-ready",
                   test_what_is_measured_appears_when_it_is_ready);
  g_test_add_func ("/tell-round/writer-whom-the-pack-no-longer-has-is-not-told-of",
                   test_writer_whom_the_pack_no_longer_has_is_not_told_of);
  g_test_add_func ("/tell-round/wrong-guess-is-told-what-would-have-decided",
                   test_wrong_guess_is_told_what_would_have_decided);
  g_test_add_func ("/tell-round/row-leads-from-place-to-place",
                   test_row_leads_from_place_to_place);
  g_test_add_func ("/tell-round/row-without-a-place-explains-itself",
                   test_row_without_a_place_explains_itself);
  g_test_add_func ("/tell-round/only-the-strongest-are-listed-until-all-are-asked-for",
                   test_only_the_strongest_are_listed_until_all_are_asked_for);

  g_test_add_func ("/tell-round/answers-are-drawn-on-after-the-reveal-only",
                   test_answers_are_drawn_on_after_the_reveal_only);

  return g_test_run ();
}
