/* test-progress-page.c: the progress page shows what was played, and sells no luck as skill
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-game-row.h"
#include "byl-progress-page.h"
#include "byl-progress-words.h"
#include "byl-writer-row.h"

#include <glib/gstdio.h>

#define NOON G_GINT64_CONSTANT (1767268800000000) /* 2026-01-01, 12:00 UTC */
#define HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

typedef struct
{
  char       *folder;
  BylJournal *journal;
  GtkWidget  *window;
  GtkWidget  *page;
} Fixture;

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
open_journal (BylJournal  *journal,
              GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_journal_open_async (journal, NULL, keep_result_cb, &result);
  wait_for_result (&result);

  return byl_journal_open_finish (journal, result, error);
}

static gint64
keep_game (Fixture *fixture,
           BylDeal *deal)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 game;

  byl_journal_start_game_async (fixture->journal, deal, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  game = byl_journal_start_game_finish (fixture->journal, result, &error);
  g_assert_no_error (error);
  byl_deal_free (deal);

  return game;
}

static BylTally *
tally_all (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  BylTally *tally;

  byl_journal_tally_async (fixture->journal, NULL, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  tally = byl_journal_tally_finish (fixture->journal, result, &error);
  g_assert_no_error (error);

  return tally;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("byline-progress-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "journal.db", NULL);
  file = g_file_new_for_path (path);
  fixture->journal = byl_journal_new (file);
  g_assert_true (open_journal (fixture->journal, &error));
  g_assert_no_error (error);

  fixture->page = byl_progress_page_new ();
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  byl_progress_page_set_journal (BYL_PROGRESS_PAGE (fixture->page), fixture->journal);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr(GDir) folder = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->journal);

  folder = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }

  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static BylDeal *
deal_game (const char *pack,
           const char *title,
           BylMode     mode,
           gint64      started)
{
  BylDeal *deal = byl_deal_new ();

  byl_rules_free (deal->rules);
  deal->rules = byl_rules_new ();
  deal->rules->mode = mode;
  deal->pack = g_strdup (pack);
  deal->revision = 1;
  deal->pack_title = g_strdup (title);
  deal->language = g_strdup ("en");
  deal->app_version = g_strdup ("0");
  deal->seed = 7;
  deal->started = started;
  deal->finished = started + HOUR;

  return deal;
}

/* Writers are letters: who may be signed, who wrote each card, and whom the player signed ('-': nobody). */
static void
deal_round (BylDeal    *deal,
            const char *names,
            const char *writers,
            const char *guesses)
{
  BylDealtRound *round = byl_dealt_round_new ();

  round->question = g_strdup_printf ("question-%u", deal->rounds->len);
  round->prompt = g_strdup ("Why?");
  round->revealed = TRUE;
  round->seconds = 3.0;

  for (const char *name = names; *name != '\0'; name++)
    {
      g_autofree char *id = g_strdup_printf ("%c", *name);
      g_autofree char *shown = g_strdup_printf ("<b>Voice</b> %c", *name);

      g_ptr_array_add (round->names, byl_dealt_name_new (id, shown));
    }

  for (guint i = 0; writers[i] != '\0'; i++)
    {
      BylDealtCard *card = byl_dealt_card_new ();

      card->writer = g_strdup_printf ("%c", writers[i]);
      card->text = g_strdup_printf ("Because %c says so.", writers[i]);
      card->hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, card->text, -1);
      card->guess = guesses[i] != '-' ? g_strdup_printf ("%c", guesses[i]) : NULL;
      g_ptr_array_add (round->cards, card);
    }

  g_ptr_array_add (deal->rounds, round);
}

static gpointer
get_part (Fixture    *fixture,
          const char *name)
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
get_headline (Fixture *fixture)
{
  return gtk_label_get_text (get_part (fixture, "headline"));
}

static GtkWidget *
get_row (Fixture    *fixture,
         const char *list,
         int         position)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (get_part (fixture, list), position));
}

static void
refresh_until (Fixture    *fixture,
               const char *state)
{
  byl_progress_page_refresh (BYL_PROGRESS_PAGE (fixture->page));

  while (g_strcmp0 (gtk_stack_get_visible_child_name (get_part (fixture, "stack")), state) != 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_headline (Fixture    *fixture,
                   const char *headline)
{
  while (g_strcmp0 (get_headline (fixture), headline) != 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Ten of fourteen right: eight of twelve in pack "one", two of two in the later pack "two". */
static void
play_two_packs (Fixture *fixture,
                gint64  *first,
                gint64  *second)
{
  BylDeal *line_up = deal_game ("one", "<i>One</i> & all", BYL_MODE_LINE_UP, NOON);
  BylDeal *solo = deal_game ("two", "Two", BYL_MODE_SOLO, NOON + HOUR);

  deal_round (line_up, "abcd", "abcd", "abdc");
  deal_round (line_up, "abcd", "abcd", "abcd");
  deal_round (line_up, "abcd", "abcd", "bacd");
  deal_round (solo, "ab", "a", "a");
  deal_round (solo, "ab", "a", "a");

  *first = keep_game (fixture, line_up);
  *second = keep_game (fixture, solo);
}

static void
test_unreadable_journal_says_why (Fixture       *fixture,
                                  gconstpointer  user_data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "journal.db", "no-folder.db", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(BylJournal) journal = byl_journal_new (file);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *sentence = NULL;

  g_assert_false (open_journal (journal, NULL));
  byl_journal_list_packs_async (journal, NULL, keep_result_cb, &result);
  wait_for_result (&result);
  g_assert_null (byl_journal_list_packs_finish (journal, result, &error));
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
test_empty_journal_is_said_to_be (Fixture       *fixture,
                                  gconstpointer  user_data)
{
  refresh_until (fixture, "empty");
  g_assert_null (get_row (fixture, "games_list", 0));
}

static void
test_page_without_a_journal_stays_blank (Fixture       *fixture,
                                         gconstpointer  user_data)
{
  byl_progress_page_set_journal (BYL_PROGRESS_PAGE (fixture->page), NULL);
  byl_progress_page_refresh (BYL_PROGRESS_PAGE (fixture->page));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_part (fixture, "stack")), ==, "blank");
}

static void
test_game_without_a_reveal_has_no_score (Fixture       *fixture,
                                         gconstpointer  user_data)
{
  BylDeal *deal = deal_game ("one", "One", BYL_MODE_LINE_UP, NOON);
  BylDealtRound *round;
  GtkWidget *row, *hits;

  deal_round (deal, "ab", "ab", "a-");
  round = g_ptr_array_index (deal->rounds, 0);
  round->revealed = FALSE;
  deal->finished = 0;
  keep_game (fixture, deal);
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
test_numbers_are_those_played (Fixture       *fixture,
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
  tally = tally_all (fixture);
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
test_writers_are_told_apart (Fixture       *fixture,
                             gconstpointer  user_data)
{
  gint64 first, second;
  GtkWidget *row;
  guint hits, shown;

  play_two_packs (fixture, &first, &second);
  refresh_until (fixture, "numbers");

  row = get_row (fixture, "writers", 0);
  g_assert_cmpstr (get_text (row, BYL_TYPE_WRITER_ROW, "name"), ==, "<b>Voice</b> a");
  g_assert_cmpint (sscanf (get_text (row, BYL_TYPE_WRITER_ROW, "hits"), "%u of %u", &hits, &shown), ==, 2);
  g_assert_cmpuint (hits, ==, 4);
  g_assert_cmpuint (shown, ==, 5);
  g_assert_nonnull (strstr (get_text (row, BYL_TYPE_WRITER_ROW, "mixed_up"), "<b>Voice</b> b"));
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "d_prime_help")));

  /* Three cards say too little. */
  row = get_row (fixture, "writers", 1);
  for (guint i = 0; i < 3; i++)
    {
      const char *parts[] = { "mixed_up", "alarms", "d_prime" };

      g_assert_cmpstr (get_text (row, BYL_TYPE_WRITER_ROW, parts[i]), ==, "");
      g_assert_cmpstr (get_text (get_row (fixture, "writers", 0), BYL_TYPE_WRITER_ROW, parts[i]), !=, "");
    }
}

static void
test_bets_bring_points (Fixture       *fixture,
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
  keep_game (fixture, deal);
  refresh_until (fixture, "numbers");

  tally = tally_all (fixture);
  g_assert_cmpuint (tally->bets, ==, 1);
  points = g_strdup_printf ("%.0f", byl_bet_get_points (BYL_BET_SURE, 2, TRUE));
  g_assert_true (gtk_widget_get_visible (get_part (fixture, "points")));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (get_part (fixture, "points")), points));
}

static void
test_pack_is_chosen_and_kept (Fixture       *fixture,
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
  keep_game (fixture, later);
  byl_progress_page_refresh (BYL_PROGRESS_PAGE (fixture->page));
  wait_for_headline (fixture, "2 of 3 right");
  g_assert_cmpuint (gtk_drop_down_get_selected (chooser), ==, position);

  gtk_drop_down_set_selected (chooser, 0);
  wait_for_headline (fixture, "10 of 15 right");
}

static void
test_lucky_game_is_called_luck (Fixture       *fixture,
                                gconstpointer  user_data)
{
  BylDeal *deal = deal_game ("one", "One", BYL_MODE_SOLO, NOON);
  g_autoptr(BylTally) tally = NULL;
  const char *shown;

  deal_round (deal, "ab", "a", "a");
  deal_round (deal, "ab", "b", "b");
  keep_game (fixture, deal);
  refresh_until (fixture, "numbers");

  g_assert_cmpstr (get_headline (fixture), ==, "2 of 2 right");
  tally = tally_all (fixture);
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
test_game_is_opened_by_its_id (Fixture       *fixture,
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
count_rows (Fixture *fixture)
{
  guint n = 0;

  while (get_row (fixture, "games_list", (int) n) != NULL)
    n++;

  return n;
}

static void
test_long_list_grows_as_it_is_scrolled (Fixture       *fixture,
                                        gconstpointer  user_data)
{
  const guint n_games = 60;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (get_part (fixture, "scroller"));

  for (guint i = 0; i < n_games; i++)
    {
      BylDeal *deal = deal_game ("one", "One", BYL_MODE_SOLO, NOON + i * HOUR);

      deal_round (deal, "ab", "a", "a");
      keep_game (fixture, deal);
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
test_page_goes_while_it_reads (Fixture       *fixture,
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
test_verdict_needs_both_odds_and_interval (void)
{
  g_autoptr(BylTally) tally = byl_tally_new ();
  g_autofree char *luck = NULL;
  g_autofree char *unsure = NULL;
  g_autofree char *unlikely = NULL;
  g_autofree char *rare = NULL;

  tally->cards = 48;
  tally->hits = 31;
  tally->expected = 12.0;
  tally->interval = byl_chance_interval (31.0, 48.0);

  tally->luck = 0.0501;
  g_assert_cmpint (byl_progress_words_judge (tally), ==, BYL_VERDICT_LUCK);
  luck = byl_progress_words_dup_luck (tally);
  g_assert_nonnull (strstr (luck, " 5 "));

  tally->luck = 0.00043214;
  g_assert_cmpint (byl_progress_words_judge (tally), ==, BYL_VERDICT_UNLIKELY);
  unlikely = byl_progress_words_dup_luck (tally);
  g_assert_nonnull (strstr (unlikely, "2300"));

  tally->luck = 0.0;
  g_assert_cmpint (byl_progress_words_judge (tally), ==, BYL_VERDICT_UNLIKELY);
  rare = byl_progress_words_dup_luck (tally);
  g_assert_cmpstr (rare, !=, unlikely);

  tally->luck = 0.04;
  tally->interval.low = 0.25;
  g_assert_cmpint (byl_progress_words_judge (tally), ==, BYL_VERDICT_UNSURE);
  unsure = byl_progress_words_dup_luck (tally);
  g_assert_nonnull (strstr (unsure, "25"));
}

static void
test_dates_are_told_in_the_players_zone (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset (10 * 3600);
  g_autoptr(GDateTime) now = g_date_time_new (zone, 2026, 1, 1, 23, 0, 0.0);
  g_autofree char *today = byl_progress_words_dup_when (NOON - 21 * HOUR, now); /* 01:00 there */
  g_autofree char *yesterday = byl_progress_words_dup_when (NOON - 23 * HOUR, now);
  g_autofree char *before = byl_progress_words_dup_when (NOON - 47 * HOUR, now);
  g_autofree char *before_in_full = byl_progress_words_dup_date (NOON - 47 * HOUR, zone);
  g_autofree char *never = byl_progress_words_dup_when (G_MAXINT64, now);
  g_autofree char *never_in_full = byl_progress_words_dup_date (G_MININT64, zone);

  g_assert_nonnull (strstr (today, "01:00"));
  g_assert_null (strstr (today, "2026"));
  g_assert_nonnull (strstr (yesterday, "23:00"));
  g_assert_null (strstr (yesterday, "2025"));
  g_assert_cmpstr (before, ==, before_in_full);
  g_assert_nonnull (strstr (before, "30"));
  g_assert_nonnull (strstr (before, "2025"));
  g_assert_cmpstr (never, ==, never_in_full);
  g_assert_cmpstr (never, !=, "");
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
  add ("/progress-page/page-without-a-journal-stays-blank", test_page_without_a_journal_stays_blank);
  add ("/progress-page/game-without-a-reveal-has-no-score", test_game_without_a_reveal_has_no_score);
  add ("/progress-page/numbers-are-those-played", test_numbers_are_those_played);
  add ("/progress-page/writers-are-told-apart", test_writers_are_told_apart);
  add ("/progress-page/bets-bring-points", test_bets_bring_points);
  add ("/progress-page/pack-is-chosen-and-kept", test_pack_is_chosen_and_kept);
  add ("/progress-page/lucky-game-is-called-luck", test_lucky_game_is_called_luck);
  add ("/progress-page/game-is-opened-by-its-id", test_game_is_opened_by_its_id);
  add ("/progress-page/long-list-grows-as-it-is-scrolled", test_long_list_grows_as_it_is_scrolled);
  add ("/progress-page/page-goes-while-it-reads", test_page_goes_while_it_reads);
  g_test_add_func ("/progress-words/verdict-needs-both-odds-and-interval",
                   test_verdict_needs_both_odds_and_interval);
  g_test_add_func ("/progress-words/dates-are-told-in-the-players-zone",
                   test_dates_are_told_in_the_players_zone);

  return g_test_run ();
}
