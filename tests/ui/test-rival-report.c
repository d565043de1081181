/* test-rival-report.c: what the rival says is shown from the reveal on, and never called more than
 * it is
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-report.h"
#include "byl-rival-score.h"
#include "byl-rival-words.h"
#include "byl-round-page.h"
#include "ui-fixture.h"

#include <string.h>

typedef struct
{
  GtkWidget *window;
  GtkWidget *report;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->report = g_object_new (BYL_TYPE_RIVAL_REPORT, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->report);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  ui_fixture_destroy_window (fixture->window);
}

/* The rival has the first card right and takes the others for each other. */
static void
let_rival_sign (BylDeal *deal)
{
  for (guint i = 0; i < deal->rounds->len; i++)
    {
      GPtrArray *cards = ((BylDealtRound *) deal->rounds->pdata[i])->cards;

      for (guint j = 0; j < cards->len; j++)
        {
          BylDealtCard *card = g_ptr_array_index (cards, j);
          BylDealtCard *named = g_ptr_array_index (cards, j == 0 ? 0 : cards->len - j);

          card->rival = byl_rival_note_new (named->writer, j == 0 ? 0.9991 : 0.42);
          byl_rival_note_add_argument (card->rival, NULL, "Only <i>it</i> & few others say so.", 2,
                                       7);
          byl_rival_note_add_argument (card->rival, NULL, "Nothing is so short.", 0, 0);
        }
    }
}

static BylDeal *
new_deal (guint n_rounds)
{
  BylDeal *deal = ui_fixture_deal (3, n_rounds, FALSE);

  deal->rules->rival = TRUE;

  return deal;
}

static void
sign_all (BylGame *game)
{
  BylRound *on_table = byl_game_get_round (game);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(BylName) name = g_list_model_get_item (byl_round_get_names (on_table), i);

      byl_round_sign (on_table, i, byl_name_get_id (name));
    }
}

static void
test_nothing_is_shown_before_the_reveal (Fixture       *fixture,
                                         gconstpointer  user_data)
{
  BylDeal *deal = new_deal (1);
  g_autoptr(BylGame) silent = byl_game_new (byl_deal_copy (deal));
  g_autoptr(BylGame) game = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  let_rival_sign (deal);
  game = byl_game_new (deal);
  byl_rival_report_set_round (BYL_RIVAL_REPORT (fixture->report), byl_game_get_round (silent));
  before = ui_fixture_describe (fixture->report);
  byl_rival_report_set_round (BYL_RIVAL_REPORT (fixture->report), byl_game_get_round (game));
  after = ui_fixture_describe (fixture->report);
  ui_fixture_assert_same (before, after);
  g_assert_false (gtk_widget_get_visible (fixture->report));
}

static void
test_a_round_page_gives_nothing_of_the_rival_away (Fixture       *fixture,
                                                   gconstpointer  user_data)
{
  char *folder = ui_fixture_make_folder ();
  g_autoptr(BylJournal) journal = ui_fixture_open_journal (folder);
  g_autofree char *descriptions[2] = { NULL, NULL };

  for (guint i = 0; i < 2; i++)
    {
      BylDeal *deal = new_deal (1);
      GtkWidget *window = gtk_window_new ();
      GtkWidget *page = g_object_new (BYL_TYPE_ROUND_PAGE, NULL);
      g_autoptr(BylGame) game = NULL;
      g_autoptr(BylTable) table = NULL;

      if (i == 1)
        let_rival_sign (deal);

      game = byl_game_new (deal);
      table = byl_table_new (journal, game);
      gtk_window_set_child (GTK_WINDOW (window), page);
      byl_round_page_set_table (BYL_ROUND_PAGE (page), table);
      descriptions[i] = ui_fixture_describe (page);
      byl_round_page_set_table (BYL_ROUND_PAGE (page), NULL);
      ui_fixture_destroy_window (window);
    }

  ui_fixture_assert_same (descriptions[0], descriptions[1]);
  g_free (g_steal_pointer (&descriptions[0]));
  g_free (g_steal_pointer (&descriptions[1]));
  byl_journal_close (journal);
  ui_fixture_remove_folder (folder);
}

static void
test_the_reveal_shows_names_shares_and_marks (Fixture       *fixture,
                                              gconstpointer  user_data)
{
  BylDeal *deal = new_deal (1);
  g_autoptr(BylGame) game = NULL;
  BylRound *on_table;

  let_rival_sign (deal);
  game = byl_game_new (deal);
  on_table = byl_game_get_round (game);
  byl_rival_report_set_round (BYL_RIVAL_REPORT (fixture->report), on_table);
  sign_all (game);
  byl_game_reveal (game, 1.0);

  g_assert_true (gtk_widget_get_visible (fixture->report));
  g_assert_nonnull (ui_fixture_find_text (fixture->report,
                                          byl_card_get_truth (byl_round_get_card (on_table, 0))));
  /* What is not certain is never called so. */
  g_assert_nonnull (ui_fixture_find_text (fixture->report, "99 %"));
  g_assert_nonnull (ui_fixture_find_text (fixture->report, "42 %"));
  g_assert_nonnull (ui_fixture_find_text (fixture->report, "✓"));
  g_assert_nonnull (ui_fixture_find_text (fixture->report, "✗"));
  /* Words of an answer are no markup. */
  g_assert_nonnull (ui_fixture_find_text (fixture->report, "Only <i>it</i> & few others say so."));
  g_assert_nonnull (ui_fixture_find_text (fixture->report, "Nothing is so short."));
}

/* They are kept as data, and are worded in the language and with the name of now. */
static void
test_reasons_are_worded_when_they_are_shown (Fixture       *fixture,
                                             gconstpointer  user_data)
{
  BylDeal *deal = new_deal (1);
  BylDealtCard *dealt = ((BylDealtRound *) deal->rounds->pdata[0])->cards->pdata[0];
  g_autoptr(BylGame) game = NULL;
  g_autofree char *sentence = NULL;
  BylCard *card;

  let_rival_sign (deal);
  g_ptr_array_set_size (dealt->rival->arguments, 0);
  byl_rival_note_add_argument (dealt->rival, "a reason of a later version", NULL, 0, 0);
  byl_rival_note_add_argument (dealt->rival,
                               "{'kind': <'end'>, 'words': <'so <b>'>, 'with': <uint32 3>,"
                               " 'answers': <uint32 4>, 'others-with': <uint32 0>,"
                               " 'others': <uint32 9>}", NULL, 0, 2);
  game = byl_game_new (deal);
  byl_rival_report_set_round (BYL_RIVAL_REPORT (fixture->report), byl_game_get_round (game));
  sign_all (game);
  byl_game_reveal (game, 1.0);

  card = byl_round_get_card (byl_game_get_round (game), 0);
  sentence = g_strdup_printf ("“so <b>” near the end: in 3 of 4 answers of %s, in 0 of 9 of the "
                              "others.", byl_card_get_rival_name (card));
  g_assert_nonnull (ui_fixture_find_button (fixture->report, sentence));
  g_assert_null (ui_fixture_find_text (fixture->report, "a reason of a later version"));
}

static void
test_a_late_rival_takes_the_place_of_its_notice (Fixture       *fixture,
                                                 gconstpointer  user_data)
{
  BylDeal *deal = new_deal (1);
  g_autoptr(BylDeal) notes = byl_deal_copy (deal);
  g_autoptr(BylGame) game = byl_game_new (deal);

  let_rival_sign (notes);
  byl_game_set_rival_notice (game, "It is still reading.");
  byl_rival_report_set_round (BYL_RIVAL_REPORT (fixture->report), byl_game_get_round (game));
  g_assert_null (ui_fixture_find_text (fixture->report, "It is still reading."));
  sign_all (game);
  byl_game_reveal (game, 1.0);
  g_assert_nonnull (ui_fixture_find_text (fixture->report, "It is still reading."));
  byl_game_take_rival (game, notes);
  g_assert_null (ui_fixture_find_text (fixture->report, "It is still reading."));
  g_assert_nonnull (ui_fixture_find_text (fixture->report, "42 %"));
}

static void
test_without_a_rival_there_is_no_report (Fixture       *fixture,
                                         gconstpointer  user_data)
{
  g_autoptr(BylGame) game = byl_game_new (ui_fixture_deal (3, 1, FALSE));

  byl_rival_report_set_round (BYL_RIVAL_REPORT (fixture->report), byl_game_get_round (game));
  sign_all (game);
  byl_game_reveal (game, 1.0);
  g_assert_false (gtk_widget_get_visible (fixture->report));
  byl_rival_report_set_round (BYL_RIVAL_REPORT (fixture->report), NULL);
  g_assert_false (gtk_widget_get_visible (fixture->report));
}

static void
show_span_cb (BylRivalReport *report,
              guint           start,
              guint           end,
              guint          *span)
{
  span[0] = start;
  span[1] = end;
}

static void
test_a_reason_leads_to_its_words (Fixture       *fixture,
                                  gconstpointer  user_data)
{
  BylDeal *deal = new_deal (1);
  g_autoptr(BylGame) game = NULL;
  guint span[2] = { 0, 0 };

  let_rival_sign (deal);
  game = byl_game_new (deal);
  sign_all (game);
  byl_game_reveal (game, 1.0);
  byl_rival_report_set_round (BYL_RIVAL_REPORT (fixture->report), byl_game_get_round (game));
  byl_rival_report_set_chosen (BYL_RIVAL_REPORT (fixture->report), 2);
  g_signal_connect (fixture->report, "show-span", G_CALLBACK (show_span_cb), span);
  g_signal_emit_by_name (ui_fixture_find_button (fixture->report,
                                                 "Only <i>it</i> & few others say so."), "clicked");
  g_assert_cmpuint (span[0], ==, 2);
  g_assert_cmpuint (span[1], ==, 7);
  /* What is about the whole answer leads nowhere. */
  g_assert_null (ui_fixture_find_button (fixture->report, "Nothing is so short."));
}

static BylMatch *
new_match (guint wins,
           guint losses)
{
  BylMatch *match = byl_match_new ();

  for (guint i = 0; i < wins + losses; i++)
    byl_match_add_round (match, 1, 0, i < wins ? 1 : 0, i < wins ? 0 : 1);

  return match;
}

static void
test_luck_is_never_called_more (Fixture       *fixture,
                                gconstpointer  user_data)
{
  g_autoptr(BylMatch) none = byl_match_new ();
  g_autoptr(BylMatch) even = new_match (0, 0);
  g_autoptr(BylMatch) likely = new_match (8, 4);
  g_autoptr(BylMatch) unlikely = new_match (9, 1);
  g_autoptr(BylMatch) rare = new_match (0, 40);
  g_autofree char *of_even = NULL;
  g_autofree char *of_likely = byl_rival_words_match (likely);
  g_autofree char *of_unlikely = byl_rival_words_match (unlikely);
  g_autofree char *of_rare = byl_rival_words_match (rare);

  g_assert_null (byl_rival_words_match (none));
  byl_match_add_round (even, 4, 4, 0, 0);
  of_even = byl_rival_words_match (even);
  g_assert_nonnull (strstr (of_even, "4 cards"));

  g_assert_nonnull (strstr (of_likely, "12 cards"));
  g_assert_nonnull (strstr (of_likely, "on 8 it was you"));
  g_assert_nonnull (strstr (of_likely, "39 of 100"));
  g_assert_nonnull (strstr (of_likely, "not yet more than luck"));
  g_assert_nonnull (strstr (of_unlikely, "in 2 of 100"));
  g_assert_null (strstr (of_unlikely, "not yet"));
  g_assert_nonnull (strstr (of_rare, "fewer than 1 of 100"));
  g_assert_null (strstr (of_rare, "skill"));
}

static BylGame *
play (guint n_rounds,
      guint n_noted)
{
  BylDeal *deal = new_deal (n_rounds);

  let_rival_sign (deal);

  for (guint i = 0; i < n_rounds; i++)
    {
      BylDealtRound *dealt = g_ptr_array_index (deal->rounds, i);

      dealt->revealed = TRUE;

      for (guint j = 0; j < dealt->cards->len; j++)
        {
          BylDealtCard *card = g_ptr_array_index (dealt->cards, j);

          card->guess = g_strdup (card->writer);

          if (i >= n_noted)
            g_clear_pointer (&card->rival, byl_rival_note_free);
        }
    }

  return byl_game_new (deal);
}

static void
test_the_summary_counts_the_cards_of_both (Fixture       *fixture,
                                           gconstpointer  user_data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *score = g_object_new (BYL_TYPE_RIVAL_SCORE, NULL);
  g_autoptr(BylGame) game = play (3, 2);
  g_autoptr(BylGame) silent = play (2, 0);
  g_autoptr(BylGame) without = byl_game_new (ui_fixture_deal (3, 1, FALSE));
  g_autoptr(BylMatch) match = new_match (8, 4);
  g_autofree char *words = byl_rival_words_match (match);

  gtk_window_set_child (GTK_WINDOW (window), score);
  byl_rival_score_set_game (BYL_RIVAL_SCORE (score), without);
  g_assert_false (gtk_widget_get_visible (score));

  byl_rival_score_set_game (BYL_RIVAL_SCORE (score), game);
  g_assert_true (gtk_widget_get_visible (score));
  g_assert_nonnull (ui_fixture_find_text (score, "6 of 6"));
  g_assert_nonnull (ui_fixture_find_text (score, "2 of 6"));
  g_assert_nonnull (ui_fixture_find_text (score, "2"));
  byl_rival_score_set_match (BYL_RIVAL_SCORE (score), match);
  g_assert_nonnull (ui_fixture_find_text (score, words));

  byl_game_set_rival_notice (silent, "It stayed away.");
  byl_rival_score_set_game (BYL_RIVAL_SCORE (score), silent);
  byl_rival_score_set_match (BYL_RIVAL_SCORE (score), match);
  g_assert_nonnull (ui_fixture_find_text (score, "It stayed away."));
  g_assert_null (ui_fixture_find_text (score, words));
  ui_fixture_destroy_window (window);
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

  add ("/rival-report/nothing-is-shown-before-the-reveal",
       test_nothing_is_shown_before_the_reveal);
  add ("/rival-report/a-round-page-gives-nothing-of-the-rival-away",
       test_a_round_page_gives_nothing_of_the_rival_away);
  add ("/rival-report/the-reveal-shows-names-shares-and-marks",
       test_the_reveal_shows_names_shares_and_marks);
  add ("/rival-report/reasons-are-worded-when-they-are-shown",
       test_reasons_are_worded_when_they_are_shown);
  add ("/rival-report/a-late-rival-takes-the-place-of-its-notice",
       test_a_late_rival_takes_the_place_of_its_notice);
  add ("/rival-report/without-a-rival-there-is-no-report",
       test_without_a_rival_there_is_no_report);
  add ("/rival-report/a-reason-leads-to-its-words", test_a_reason_leads_to_its_words);
  add ("/rival-report/luck-is-never-called-more", test_luck_is_never_called_more);
  add ("/rival-report/the-summary-counts-the-cards-of-both",
       test_the_summary_counts_the_cards_of_both);

  return g_test_run ();
}
