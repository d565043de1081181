/* test-progress-page.c: the progress page shows what was played, and sells no luck as skill
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-game-row.h"
#include "byl-progress-words.h"
#include "byl-writer-row.h"
#include "progress-fixture.h"

#include <stdio.h>
#include <string.h>

static gpointer
get_part (PageFixture *fixture,
          const char  *name)
{
  return gtk_widget_get_template_child (fixture->page, BYL_TYPE_PROGRESS_PAGE, name);
}

static const char *
get_text (gpointer    widget,
          GType       type,
          const char *name)
{
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_template_child (widget, type, name)));
}

static const char *
get_headline (PageFixture *fixture)
{
  return gtk_label_get_text (get_part (fixture, "headline"));
}

static GtkWidget *
get_row (PageFixture *fixture,
         const char  *list,
         int          position)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (get_part (fixture, list), position));
}

static void
refresh_until (PageFixture *fixture,
               const char  *state)
{
  byl_progress_page_refresh (BYL_PROGRESS_PAGE (fixture->page));

  while (g_strcmp0 (gtk_stack_get_visible_child_name (get_part (fixture, "stack")), state) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_headline (PageFixture *fixture,
                   const char  *headline)
{
  while (g_strcmp0 (get_headline (fixture), headline) != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Ten of fourteen right: eight of twelve in pack "one", two of two in the later pack "two". */
static void
play_two_packs (PageFixture *fixture,
                gint64      *first,
                gint64      *second)
{
  BylDeal *line_up = deal_game ("one", "<i>One</i> & all", BYL_MODE_LINE_UP, NOON);
  BylDeal *solo = deal_game ("two", "Two", BYL_MODE_SOLO, NOON + HOUR);

  deal_round (line_up, "abcd", "abcd", "abdc");
  deal_round (line_up, "abcd", "abcd", "abcd");
  deal_round (line_up, "abcd", "abcd", "bacd");
  deal_round (solo, "ab", "a", "a");
  deal_round (solo, "ab", "a", "a");

  *first = page_keep_game (fixture, line_up);
  *second = page_keep_game (fixture, solo);
}

static void
test_unreadable_journal_says_why (PageFixture   *fixture,
                                  gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (fixture->files.path, "no-folder.db", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(BylJournal) journal = byl_journal_new (file);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;

  g_assert_false (wait_open (journal, NULL));
  byl_journal_list_packs_async (journal, NULL, keep_result_cb, &result);
  g_assert_null (byl_journal_list_packs_finish (journal, wait_for (&result), &error));
  g_assert_nonnull (error);

  byl_progress_page_set_journal (BYL_PROGRESS_PAGE (fixture->page), journal);
  refresh_until (fixture, "error");

  sentence = g_markup_escape_text (error->message, -1);
  g_assert_cmpstr (adw_status_page_get_description (get_part (fixture, "error")), ==, sentence);

  /* A journal that can be read again takes its place. */
  byl_progress_page_set_journal (BYL_PROGRESS_PAGE (fixture->page), fixture->journal);
  refresh_until (fixture, "empty");
}

static void
test_empty_journal_is_said_to_be (PageFixture   *fixture,
                                  gconstpointer  user_data)
{
  refresh_until (fixture, "empty");
  g_assert_null (get_row (fixture, "games_list", 0));
}

static void
test_page_without_a_journal_stays_blank (PageFixture   *fixture,
                                         gconstpointer  user_data)
{
  byl_progress_page_set_journal (BYL_PROGRESS_PAGE (fixture->page), NULL);
  byl_progress_page_refresh (BYL_PROGRESS_PAGE (fixture->page));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_part (fixture, "stack")), ==, "blank");
}

static void
test_game_without_a_reveal_has_no_score (PageFixture   *fixture,
                                         gconstpointer  user_data)
{
  BylDeal *deal = deal_game ("one", "One", BYL_MODE_LINE_UP, NOON);
  BylDealtRound *round;
  GtkWidget *row, *hits;

  deal_round (deal, "ab", "ab", "a-");
  round = g_ptr_array_index (deal->rounds, 0);
  round->revealed = FALSE;
  deal->finished = 0;
  page_keep_game (fixture, deal);
  refresh_until (fixture, "numbers");

  row = get_row (fixture, "games_list", 0);
  hits = GTK_WIDGET (gtk_widget_get_template_child (row, BYL_TYPE_GAME_ROW, "hits"));
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (hits)));
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "chance")));
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "share")));
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "luck")));
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "writers_section")));
}

static void
test_numbers_are_those_played (PageFixture   *fixture,
                               gconstpointer  user_data)
{
  g_autoptr(BylTally) tally = NULL;
  g_autofree char *chance = byl_progress_words_dup_chance (4.0);
  g_autofree char *share = NULL;
  g_autofree char *luck = NULL;
  gint64 first, second;
  GtkWidget *row;

  play_two_packs (fixture, &first, &second);
  refresh_until (fixture, "numbers");
  tally = page_tally_all (fixture);
  share = byl_progress_words_dup_share (tally);
  luck = byl_progress_words_dup_luck (tally);

  g_assert_cmpstr (get_headline (fixture), ==, "10 of 14 right");
  g_assert_cmpstr (gtk_label_get_text (get_part (fixture, "chance")), ==, chance);
  g_assert_nonnull (strstr (chance, "4.0"));
  g_assert_cmpstr (gtk_label_get_text (get_part (fixture, "share")), ==, share);
  g_assert_nonnull (strstr (share, "71"));
  g_assert_nonnull (strstr (share, "29"));
  g_assert_cmpstr (gtk_label_get_text (get_part (fixture, "luck")), ==, luck);
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "points")));

  /* Newest first. */
  row = get_row (fixture, "games_list", 0);
  g_assert_cmpint (byl_played_game_get_id (byl_game_row_get_game (BYL_GAME_ROW (row))), ==, second);
  g_assert_cmpstr (get_text (row, BYL_TYPE_GAME_ROW, "hits"), ==, "2 of 2 right");
  row = get_row (fixture, "games_list", 1);
  g_assert_cmpint (byl_played_game_get_id (byl_game_row_get_game (BYL_GAME_ROW (row))), ==, first);
  g_assert_cmpstr (get_text (row, BYL_TYPE_GAME_ROW, "hits"), ==, "8 of 12 right");
  g_assert_cmpstr (get_text (row, BYL_TYPE_GAME_ROW, "pack"), ==, "<i>One</i> & all");
  g_assert_null (get_row (fixture, "games_list", 2));
}

static void
test_writers_are_told_apart (PageFixture   *fixture,
                             gconstpointer  user_data)
{
  gint64 first, second;
  GtkWidget *row, *few;
  const char *score;
  guint hits, shown;

  play_two_packs (fixture, &first, &second);
  refresh_until (fixture, "numbers");

  row = get_row (fixture, "writers", 0);
  g_assert_cmpstr (get_text (row, BYL_TYPE_WRITER_ROW, "name"), ==, "<b>Voice</b> a");
  score = get_text (row, BYL_TYPE_WRITER_ROW, "hits");
  g_assert_cmpint (sscanf (score, "%u of %u", &hits, &shown), ==, 2);
  g_assert_cmpuint (hits, ==, 4);
  g_assert_cmpuint (shown, ==, 5);
  g_assert_nonnull (strstr (get_text (row, BYL_TYPE_WRITER_ROW, "mixed_up"), "<b>Voice</b> b"));
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "d_prime_help")));

  /* Three cards say too little. */
  few = get_row (fixture, "writers", 1);
  for (guint i = 0; i < 3; i++)
    {
      const char *parts[] = { "mixed_up", "alarms", "d_prime" };

      g_assert_cmpstr (get_text (row, BYL_TYPE_WRITER_ROW, parts[i]), !=, "");
      g_assert_cmpstr (get_text (few, BYL_TYPE_WRITER_ROW, parts[i]), ==, "");
    }
}

static void
test_bets_bring_points (PageFixture   *fixture,
                        gconstpointer  user_data)
{
  BylDeal *deal = deal_game ("one", "One", BYL_MODE_SOLO, NOON);
  BylDealtRound *round;
  BylDealtCard *card;
  g_autoptr(BylTally) tally = NULL;
  g_autofree char *points = NULL;

  deal->rules->bets = TRUE;
  deal_round (deal, "ab", "a", "a");
  round = g_ptr_array_index (deal->rounds, 0);
  card = g_ptr_array_index (round->cards, 0);
  card->bet = BYL_BET_SURE;
  page_keep_game (fixture, deal);
  refresh_until (fixture, "numbers");

  tally = page_tally_all (fixture);
  g_assert_cmpuint (tally->bets, ==, 1);
  points = g_strdup_printf ("%.0f", byl_bet_get_points (BYL_BET_SURE, 2, TRUE));
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "points")));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (get_part (fixture, "points")), points));
}

static void
test_pack_is_chosen_and_kept (PageFixture   *fixture,
                              gconstpointer  user_data)
{
  GtkDropDown *chooser = get_part (fixture, "chooser");
  BylDeal *later = deal_game ("two", "Two", BYL_MODE_SOLO, NOON + 2 * HOUR);
  GListModel *packs;
  gint64 first, second;
  guint position = 1;

  play_two_packs (fixture, &first, &second);
  refresh_until (fixture, "numbers");
  packs = gtk_drop_down_get_model (chooser);
  g_assert_cmpuint (g_list_model_get_n_items (packs), ==, 3);
  g_assert_cmpuint (gtk_drop_down_get_selected (chooser), ==, 0);
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (chooser),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL, "Pack"));

  if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (packs), position), "Two") != 0)
    position = 2;

  gtk_drop_down_set_selected (chooser, position);
  wait_for_headline (fixture, "2 of 2 right");
  g_assert_null (get_row (fixture, "games_list", 1));

  deal_round (later, "ab", "a", "b");
  page_keep_game (fixture, later);
  byl_progress_page_refresh (BYL_PROGRESS_PAGE (fixture->page));
  wait_for_headline (fixture, "2 of 3 right");
  g_assert_cmpuint (gtk_drop_down_get_selected (chooser), ==, position);

  gtk_drop_down_set_selected (chooser, 0);
  wait_for_headline (fixture, "10 of 15 right");
}

static void
test_lucky_game_is_called_luck (PageFixture   *fixture,
                                gconstpointer  user_data)
{
  BylDeal *deal = deal_game ("one", "One", BYL_MODE_SOLO, NOON);
  g_autoptr(BylTally) tally = NULL;
  const char *shown;

  deal_round (deal, "ab", "a", "a");
  deal_round (deal, "ab", "b", "b");
  page_keep_game (fixture, deal);
  refresh_until (fixture, "numbers");

  g_assert_cmpstr (get_headline (fixture), ==, "2 of 2 right");
  tally = page_tally_all (fixture);
  g_assert_cmpint (byl_progress_words_judge (tally), ==, BYL_VERDICT_LUCK);

  /* One in four who guess would have both right. */
  shown = gtk_label_get_text (get_part (fixture, "luck"));
  g_assert_nonnull (strstr (shown, "25"));
  g_assert_nonnull (strstr (shown, "not yet more than luck"));
}

static void
activate_cb (BylProgressPage *page,
             gint64           game,
             gpointer         user_data)
{
  gint64 *activated = user_data;

  *activated = game;
}

static void
test_game_is_opened_by_its_id (PageFixture   *fixture,
                               gconstpointer  user_data)
{
  gint64 first, second;
  gint64 activated = 0;
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *date = byl_progress_words_dup_date (NOON, zone);
  g_autofree char *name = g_strdup_printf ("Look again at the game of %s", date);
  GtkWidget *row, *look;

  play_two_packs (fixture, &first, &second);
  refresh_until (fixture, "numbers");
  g_signal_connect (fixture->page, "game-activated", G_CALLBACK (activate_cb), &activated);

  row = get_row (fixture, "games_list", 1);
  gtk_widget_activate (row);
  g_assert_cmpint (activated, ==, first);

  look = GTK_WIDGET (gtk_widget_get_template_child (get_row (fixture, "games_list", 0),
                                                    BYL_TYPE_GAME_ROW, "look"));
  g_signal_emit_by_name (look, "clicked");
  g_assert_cmpint (activated, ==, second);

  look = GTK_WIDGET (gtk_widget_get_template_child (row, BYL_TYPE_GAME_ROW, "look"));
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (row),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL, name));
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (look),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL, name));
}

static guint
count_rows (PageFixture *fixture)
{
  guint n = 0;

  while (get_row (fixture, "games_list", (int) n) != NULL)
    n++;

  return n;
}

static void
test_long_list_grows_as_it_is_scrolled (PageFixture   *fixture,
                                        gconstpointer  user_data)
{
  const guint n_games = 60;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (get_part (fixture, "scroller"));

  for (guint i = 0; i < n_games; i++)
    {
      BylDeal *deal = deal_game ("one", "One", BYL_MODE_SOLO, NOON + i * HOUR);

      deal_round (deal, "ab", "a", "a");
      page_keep_game (fixture, deal);
    }

  gtk_window_present (GTK_WINDOW (fixture->window));
  refresh_until (fixture, "numbers");
  while (gtk_adjustment_get_page_size (adjustment) <= 0.0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (count_rows (fixture), <, n_games);
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "games_left_off")));

  while (count_rows (fixture) < n_games)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      g_main_context_iteration (NULL, TRUE);
    }

  g_assert_cmpuint (count_rows (fixture), ==, n_games);
}

static void
test_page_goes_while_it_reads (PageFixture   *fixture,
                               gconstpointer  user_data)
{
  GtkWidget *page = byl_progress_page_new ();
  gint64 first, second;

  play_two_packs (fixture, &first, &second);
  g_object_ref_sink (page);
  byl_progress_page_set_journal (BYL_PROGRESS_PAGE (page), fixture->journal);
  byl_progress_page_refresh (BYL_PROGRESS_PAGE (page));
  byl_progress_page_refresh (BYL_PROGRESS_PAGE (page));
  g_object_run_dispose (G_OBJECT (page));

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  g_object_unref (page);
  while (page != NULL)
    g_main_context_iteration (NULL, TRUE);

  /* Nor does one stay that has read all. */
  refresh_until (fixture, "numbers");
  page = g_object_ref (fixture->page);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  g_assert_finalize_object (page);
}

static void
add (const char *path,
     void      (*test) (PageFixture   *fixture,
                        gconstpointer  user_data))
{
  g_test_add (path, PageFixture, NULL, page_set_up, test, page_tear_down);
}

int
main (int    argc,
      char **argv)
{
  /* What a screen reader hears is asserted without one. */
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }

  adw_init ();

  add ("/progress-page/unreadable-journal-says-why", test_unreadable_journal_says_why);
  add ("/progress-page/empty-journal-is-said-to-be", test_empty_journal_is_said_to_be);
  add ("/progress-page/page-without-a-journal-stays-blank",
       test_page_without_a_journal_stays_blank);
  add ("/progress-page/game-without-a-reveal-has-no-score",
       test_game_without_a_reveal_has_no_score);
  add ("/progress-page/numbers-are-those-played", test_numbers_are_those_played);
  add ("/progress-page/writers-are-told-apart", test_writers_are_told_apart);
  add ("/progress-page/bets-bring-points", test_bets_bring_points);
  add ("/progress-page/pack-is-chosen-and-kept", test_pack_is_chosen_and_kept);
  add ("/progress-page/lucky-game-is-called-luck", test_lucky_game_is_called_luck);
  add ("/progress-page/game-is-opened-by-its-id", test_game_is_opened_by_its_id);
  add ("/progress-page/long-list-grows-as-it-is-scrolled", test_long_list_grows_as_it_is_scrolled);
  add ("/progress-page/page-goes-while-it-reads", test_page_goes_while_it_reads);

  return g_test_run ();
}
