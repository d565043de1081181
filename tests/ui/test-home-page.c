/* test-home-page.c: the packs that can be played, and how they come and go
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-home-page.h"
#include "byl-import-window.h"
#include "byl-pack-card.h"
#include "byl-problems-window.h"
#include "ui-fixture.h"

#include <glib/gstdio.h>

#define QUESTIONS \
  "\"language\":\"en\",\"writers\":[{\"id\":\"w0\",\"name\":\"Ann\"}," \
  "{\"id\":\"w1\",\"name\":\"Bob\"}]," \
  "\"questions\":[{\"id\":\"q0\",\"prompt\":\"First?\",\"answers\":[" \
  "{\"writer\":\"w0\",\"text\":\"This is an answer that is long enough.\"}," \
  "{\"writer\":\"w1\",\"text\":\"This one is long enough as well, I think.\"}]}]}"
#define START "{\"format\":\"byline-pack\",\"version\":1,"
#define BUILT_IN START "\"id\":\"small\",\"title\":\"Built in\"," QUESTIONS
#define REAL START "\"id\":\"real\",\"title\":\"Real\",\"provenance\":{\"kind\":\"imported\"}," \
  QUESTIONS
#define REVISED START "\"id\":\"revised\",\"title\":\"Revised\",\"revision\":7," QUESTIONS
#define RECORDED START "\"id\":\"recorded\",\"title\":\"Recorded\",\"revision\":7," \
  "\"provenance\":{\"kind\":\"recorded\"}," QUESTIONS
#define OWN START "\"id\":\"own\",\"title\":\"Cats <b>& dogs\"," QUESTIONS

typedef struct
{
  char       *folder;
  BylLibrary *library;
  BylJournal *journal;
  GSettings  *settings;
  GtkWidget  *window;
  GtkWidget  *page;
} Fixture;

static GFile *
get_file (Fixture    *fixture,
          const char *folder,
          const char *name,
          const char *contents)
{
  g_autofree char *parent = g_build_filename (fixture->folder, folder, NULL);
  g_autofree char *path = g_build_filename (parent, name, NULL);

  g_mkdir_with_parents (parent, 0700);

  if (contents != NULL)
    g_assert_true (g_file_set_contents (path, contents, -1, NULL));

  return g_file_new_for_path (path);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr(GFile) built_in_pack = NULL;
  g_autoptr(GFile) own_pack = NULL;
  g_autoptr(GFile) built_in = NULL;
  g_autoptr(GFile) own = NULL;
  g_autoptr(GFile) index = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  fixture->folder = ui_fixture_make_folder ();
  built_in_pack = get_file (fixture, "built-in", "small.json", BUILT_IN);
  own_pack = get_file (fixture, "own", "own.json", OWN);
  built_in = g_file_get_parent (built_in_pack);
  own = g_file_get_parent (own_pack);
  index = get_file (fixture, "cache", "index", NULL);
  fixture->library = byl_library_new (built_in, own, index, NULL);
  byl_library_refresh_async (fixture->library, NULL, ui_fixture_keep_result, &result);
  ui_fixture_wait_result (&result);
  g_assert_true (byl_library_refresh_finish (fixture->library, result, NULL));
  fixture->journal = ui_fixture_open_journal (fixture->folder);
  fixture->settings = g_settings_new (APPLICATION_ID);
  fixture->page = g_object_new (BYL_TYPE_HOME_PAGE, NULL);
  byl_home_page_set_up (BYL_HOME_PAGE (fixture->page), fixture->library, fixture->journal,
                        fixture->settings);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  ui_fixture_destroy_window (fixture->window);
  byl_journal_close (fixture->journal);
  ui_fixture_settle ();
  g_assert_finalize_object (fixture->journal);
  g_assert_finalize_object (fixture->library);
  g_object_unref (fixture->settings);
  ui_fixture_remove_folder (fixture->folder);
}

static GtkWidget *
find_play (Fixture    *fixture,
           const char *title)
{
  g_autofree char *label = g_strdup_printf ("Play %s", title);

  return ui_fixture_find_button (fixture->page, label);
}

static gboolean
has_own_card (gpointer data)
{
  return find_play (data, "Cats <b>& dogs") != NULL;
}

static gboolean
has_no_own_card (gpointer data)
{
  return !has_own_card (data);
}

static gboolean
has_real_card (gpointer data)
{
  return find_play (data, "Real") != NULL;
}

static gboolean
is_invited (gpointer data)
{
  return ui_fixture_find_button (((Fixture *) data)->page, "Browse real answers…") != NULL;
}

static gboolean
is_not_invited (gpointer data)
{
  return !is_invited (data);
}

static void
test_real_answers_are_offered_until_there_are_some (Fixture       *fixture,
                                                    gconstpointer  user_data)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GFile) real = get_file (fixture, "downloads", "real.json", REAL);
  g_autofree char *uri = NULL;

  ui_fixture_wait_until (is_invited, fixture, "the invitation");
  g_list_store_append (files, real);
  byl_home_page_add_files (BYL_HOME_PAGE (fixture->page), G_LIST_MODEL (files));
  ui_fixture_wait_until (has_real_card, fixture, "the pack");
  ui_fixture_wait_until (is_not_invited, fixture, "the end of the invitation");

  uri = g_file_get_uri (byl_pack_entry_get_file (byl_library_find (fixture->library, "real")));
  gtk_widget_activate_action (fixture->page, "pack.remove", "s", uri);
  ui_fixture_wait_until (is_invited, fixture, "the invitation again");
}

static gboolean
has_recordings_card (gpointer data)
{
  return ui_fixture_find_button (((Fixture *) data)->page, "Open my recordings…") != NULL;
}

static gboolean
has_new_pack_card (gpointer data)
{
  return ui_fixture_find_button (((Fixture *) data)->page, "New pack from my questions…") != NULL;
}

static void
test_a_card_leads_back_to_recordings (Fixture       *fixture,
                                      gconstpointer  user_data)
{
  ui_fixture_wait_until (has_new_pack_card, fixture, "the invitation");
  g_assert_false (has_recordings_card (fixture));
  byl_home_page_set_recordings (BYL_HOME_PAGE (fixture->page), TRUE);
  ui_fixture_wait_until (has_recordings_card, fixture, "the way back");
  g_assert_false (has_new_pack_card (fixture));
  byl_home_page_set_recordings (BYL_HOME_PAGE (fixture->page), FALSE);
  ui_fixture_wait_until (has_new_pack_card, fixture, "the invitation again");
  g_assert_false (has_recordings_card (fixture));
}

static gboolean
has_recorded_card (gpointer data)
{
  return find_play (data, "Recorded") != NULL;
}

static gboolean
has_revised_card (gpointer data)
{
  return find_play (data, "Revised (revision 7)") != NULL;
}

static void
test_revisions_are_told_but_not_of_recordings (Fixture       *fixture,
                                               gconstpointer  user_data)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GFile) revised = get_file (fixture, "downloads", "revised.json", REVISED);
  g_autoptr(GFile) recorded = get_file (fixture, "downloads", "recorded.json", RECORDED);

  g_list_store_append (files, revised);
  g_list_store_append (files, recorded);
  byl_home_page_add_files (BYL_HOME_PAGE (fixture->page), G_LIST_MODEL (files));
  ui_fixture_wait_until (has_revised_card, fixture, "the pack");
  ui_fixture_wait_until (has_recorded_card, fixture, "the recording");
}

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window; /* the list of windows holds another reference */
    }

  return NULL;
}

static GtkWindow *
find_problems (void)
{
  return find_window (BYL_TYPE_PROBLEMS_WINDOW);
}

static gboolean
is_refused (gpointer data)
{
  return find_problems () != NULL;
}

static void
test_bad_file_opens_the_problems_window (Fixture       *fixture,
                                         gconstpointer  user_data)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GFile) bad = get_file (fixture, "downloads", "bad.json", START "\"id\":7}");

  g_list_store_append (files, bad);
  byl_home_page_add_files (BYL_HOME_PAGE (fixture->page), G_LIST_MODEL (files));
  ui_fixture_wait_until (is_refused, NULL, "the problems");
  g_assert_true (gtk_window_get_transient_for (find_problems ()) == GTK_WINDOW (fixture->window));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 2);
  gtk_window_destroy (find_problems ());
}

static gboolean
is_offered (gpointer data)
{
  return find_window (BYL_TYPE_IMPORT_WINDOW) != NULL;
}

static gboolean
is_not_offered (gpointer data)
{
  return !is_offered (data);
}

static void
test_a_table_is_offered_and_a_list_is_not (Fixture       *fixture,
                                           gconstpointer  user_data)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr(GFile) list = get_file (fixture, "downloads", "list.csv", "bread\nmilk\n");
  g_autoptr(GFile) table = get_file (fixture, "downloads", "table.csv",
                                     "prompt,writer,answer\n"
                                     "Why?,Ash,Because it has to be so.\n"
                                     "Why?,Birch,There is no reason at all.\n");

  g_list_store_append (files, list);
  g_list_store_append (files, table);
  byl_home_page_add_files (BYL_HOME_PAGE (fixture->page), G_LIST_MODEL (files));
  ui_fixture_wait_until (is_offered, NULL, "the offer");
  ui_fixture_wait_until (is_refused, NULL, "the refusal");
  g_assert_nonnull (ui_fixture_find_text (GTK_WIDGET (find_problems ()),
                                          "“list.csv” was not added. No answers are found in this "
                                          "table. It needs a row for each answer, with columns "
                                          "called prompt, writer and answer."));
  g_assert_true (gtk_window_get_transient_for (find_window (BYL_TYPE_IMPORT_WINDOW))
                 == GTK_WINDOW (fixture->window));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->library)), ==, 2);
  gtk_window_destroy (find_problems ());
  gtk_window_close (find_window (BYL_TYPE_IMPORT_WINDOW));
  ui_fixture_wait_until (is_not_offered, NULL, "the end of the offer");
}

static void
play_cb (BylHomePage   *page,
         BylPackEntry  *entry,
         BylRules      *rules,
         char         **played)
{
  g_free (*played);
  *played = g_strdup (byl_pack_entry_get_id (entry));
}

static void
test_packs_have_buttons_called_by_their_titles (Fixture       *fixture,
                                                gconstpointer  user_data)
{
  g_autofree char *played = NULL;
  GtkWidget *built_in;

  ui_fixture_wait_until (has_own_card, fixture, "the packs");
  g_assert_nonnull (ui_fixture_find_text (fixture->page, "Cats <b>& dogs"));
  built_in = find_play (fixture, "Built in");
  g_assert_nonnull (built_in);
  /* A screen reader would take the name from there instead. */
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (built_in),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_signal_connect (fixture->page, "play", G_CALLBACK (play_cb), &played);
  g_signal_emit_by_name (find_play (fixture, "Cats <b>& dogs"), "clicked");
  g_assert_cmpstr (played, ==, "own");
  g_signal_emit_by_name (built_in, "clicked");
  g_assert_cmpstr (played, ==, "small");
}

static gboolean
is_counted (gpointer data)
{
  Fixture *fixture = data;

  return ui_fixture_find_text (fixture->page, "1 of 1 question") != NULL
         && ui_fixture_find_text (fixture->page, "0 of 2 right · by chance 1") != NULL;
}

static void
play_a_round (Fixture *fixture)
{
  g_autoptr(BylDeal) deal = ui_fixture_deal (2, 1, FALSE);
  g_autoptr(GAsyncResult) started = NULL;
  g_autoptr(GAsyncResult) revealed = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id;

  byl_journal_start_game_async (fixture->journal, deal, NULL, ui_fixture_keep_result, &started);
  ui_fixture_wait_result (&started);
  id = byl_journal_start_game_finish (fixture->journal, started, &error);
  g_assert_no_error (error);
  byl_journal_reveal_async (fixture->journal, id, 0, 1.0, NULL, ui_fixture_keep_result, &revealed);
  ui_fixture_wait_result (&revealed);
  byl_journal_reveal_finish (fixture->journal, revealed, &error);
  g_assert_no_error (error);
}

static void
test_what_was_played_is_counted (Fixture       *fixture,
                                 gconstpointer  user_data)
{
  ui_fixture_wait_until (has_own_card, fixture, "the packs");
  g_assert_false (is_counted (fixture));
  play_a_round (fixture);
  byl_home_page_refresh (BYL_HOME_PAGE (fixture->page));
  ui_fixture_wait_until (is_counted, fixture, "the count");
  g_assert_nonnull (ui_fixture_find_text (fixture->page, "0 of 1 question"));
}

static gboolean
has_undo (gpointer data)
{
  Fixture *fixture = data;

  return ui_fixture_find_button (fixture->page, "_Undo") != NULL;
}

static void
test_removed_pack_can_be_had_back (Fixture       *fixture,
                                   gconstpointer  user_data)
{
  g_autofree char *uri = NULL;

  ui_fixture_wait_until (has_own_card, fixture, "the packs");
  uri = g_file_get_uri (byl_pack_entry_get_file (byl_library_find (fixture->library, "own")));
  gtk_widget_activate_action (fixture->page, "pack.remove", "s", uri);
  ui_fixture_wait_until (has_no_own_card, fixture, "the pack to go");
  ui_fixture_wait_until (has_undo, fixture, "the way back");
  g_assert_nonnull (find_play (fixture, "Built in"));
  g_assert_nonnull (ui_fixture_find_text (fixture->page, "“Cats <b>& dogs” removed"));

  g_signal_emit_by_name (ui_fixture_find_button (fixture->page, "_Undo"), "clicked");
  ui_fixture_wait_until (has_own_card, fixture, "the pack to come back");
  /* Who has pressed the button, which goes now, goes on at the pack. */
  g_assert_true (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)),
                                          BYL_TYPE_PACK_CARD)
                 == gtk_widget_get_ancestor (find_play (fixture, "Cats <b>& dogs"),
                                             BYL_TYPE_PACK_CARD));
}

static void
count_cb (gpointer  page,
          guint    *count)
{
  (*count)++;
}

static void
test_interrupted_game_is_offered_once (Fixture       *fixture,
                                       gconstpointer  user_data)
{
  g_autoptr(BylDeal) deal = ui_fixture_deal (2, 3, FALSE);
  GtkRevealer *offer = NULL;
  guint n_resumed = 0;
  guint n_given_up = 0;

  ((BylDealtRound *) deal->rounds->pdata[0])->revealed = TRUE;
  g_signal_connect (fixture->page, "resume", G_CALLBACK (count_cb), &n_resumed);
  g_signal_connect (fixture->page, "give-up", G_CALLBACK (count_cb), &n_given_up);
  byl_home_page_offer_resume (BYL_HOME_PAGE (fixture->page), deal);
  offer = GTK_REVEALER (gtk_widget_get_ancestor (
    ui_fixture_find_text (fixture->page, "Your game of “Small” waits at round 2 of 3."),
    GTK_TYPE_REVEALER));
  g_assert_true (gtk_revealer_get_reveal_child (offer));

  g_signal_emit_by_name (ui_fixture_find_button (GTK_WIDGET (offer), "Go on playing"), "clicked");
  g_assert_cmpuint (n_resumed, ==, 1);
  g_assert_cmpuint (n_given_up, ==, 0);
  g_assert_false (gtk_revealer_get_reveal_child (offer));
  byl_home_page_offer_resume (BYL_HOME_PAGE (fixture->page), deal);
  g_assert_true (gtk_revealer_get_reveal_child (offer));
  g_signal_emit_by_name (ui_fixture_find_button (GTK_WIDGET (offer), "Give up"), "clicked");
  g_assert_false (gtk_revealer_get_reveal_child (offer));
  g_assert_cmpuint (n_resumed, ==, 1);
  g_assert_cmpuint (n_given_up, ==, 1);

  byl_home_page_offer_resume (BYL_HOME_PAGE (fixture->page), deal);
  byl_home_page_offer_resume (BYL_HOME_PAGE (fixture->page), NULL);
  g_assert_false (gtk_revealer_get_reveal_child (offer));
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

  add ("/home-page/bad-file-opens-the-problems-window", test_bad_file_opens_the_problems_window);
  add ("/home-page/a-table-is-offered-and-a-list-is-not",
       test_a_table_is_offered_and_a_list_is_not);
  add ("/home-page/packs-have-buttons-called-by-their-titles",
       test_packs_have_buttons_called_by_their_titles);
  add ("/home-page/real-answers-are-offered-until-there-are-some",
       test_real_answers_are_offered_until_there_are_some);
  add ("/home-page/a-card-leads-back-to-recordings", test_a_card_leads_back_to_recordings);
  add ("/home-page/revisions-are-told-but-not-of-recordings",
       test_revisions_are_told_but_not_of_recordings);
  add ("/home-page/what-was-played-is-counted", test_what_was_played_is_counted);
  add ("/home-page/removed-pack-can-be-had-back", test_removed_pack_can_be_had_back);
  add ("/home-page/interrupted-game-is-offered-once", test_interrupted_game_is_offered_once);

  return g_test_run ();
}
