/* test-catalogue-page.c: packs that can be got, from the first press to the game
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-page.h"
#include "byl-catalogue-window.h"
#include "byl-web-session.h"
#include "loopback.h"
#include "ui-fixture.h"

#include <glib/gstdio.h>

#define PACK \
  "{\"format\":\"byline-pack\",\"version\":1,\"id\":\"garden\",\"title\":\"Garden <b>& soil\"," \
  "\"language\":\"en\",\"provenance\":{\"kind\":\"imported\"}," \
  "\"writers\":[{\"id\":\"w0\",\"name\":\"Ash\"},{\"id\":\"w1\",\"name\":\"Birch\"}]," \
  "\"questions\":[{\"id\":\"q0\",\"prompt\":\"First?\",\"answers\":[" \
  "{\"writer\":\"w0\",\"text\":\"This is an answer that is long enough.\"}," \
  "{\"writer\":\"w1\",\"text\":\"This one is long enough as well, I think.\"}]}]}"
#define START "{\"format\":\"byline-catalogue\",\"version\":1,\"title\":\"Test\",\"entries\":["
#define END "]}"

#define ENTRY(id, title, writer) \
  "{\"id\":\"" id "\",\"title\":\"" title "\",\"languages\":[\"en\"],\"writers\":[\"" writer "\"," \
  "\"Fir\"],\"questions\":3,\"pack\":{\"address\":\"https://catalogue.example/" id ".json\"}}"
#define FOUR(id) \
  ENTRY (id "a", "Apple", "Ash") "," ENTRY (id "b", "Basil", "Ash") "," \
  ENTRY (id "c", "Chive", "Ash") "," ENTRY (id "d", "Dill", "Ash")
#define MANY START FOUR ("e") "," FOUR ("f") "," FOUR ("g") "," \
  ENTRY ("oak", "Acorns", "Oak Mini") END

typedef struct
{
  char              *folder;
  SoupServer        *server;
  SoupServerMessage *held;    /* an answer that is kept back */
  gboolean           hold;    /* whether answers are kept back */
  guint              status;  /* that the pack is answered with */
  guint              n_asked; /* how often anything was asked of the server */
  BylLibrary        *library;
  BylCatalogue      *catalogue;
  GtkWidget         *window;
  GtkWidget         *page;
} Fixture;

static void
answer_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  Fixture *fixture = user_data;

  fixture->n_asked++;
  soup_server_message_set_status (message, fixture->status, NULL);

  if (fixture->status == SOUP_STATUS_OK)
    soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, PACK,
                                      strlen (PACK));

  if (!fixture->hold)
    return;

  g_set_object (&fixture->held, message);
  soup_server_message_pause (message);
}

static void
list_cb (SoupServer        *server,
         SoupServerMessage *message,
         const char        *path,
         GHashTable        *query,
         gpointer           user_data)
{
  const char *list =
    START "{\"id\":\"harbour\",\"title\":\"Harbour\",\"languages\":[\"fr\"],\"writers\":[\"Elm\","
    "\"Fir\"],\"questions\":3,\"pack\":{\"address\":\"https://catalogue.example/harbour.json\"}}" END;

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, list,
                                    strlen (list));
}

static GFile *
get_file (Fixture    *fixture,
          const char *name,
          const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  if (contents != NULL)
    g_assert_true (g_file_set_contents (path, contents, -1, NULL));

  return g_file_new_for_path (path);
}

static char *
make_list (Fixture *fixture)
{
  g_autofree char *address = loopback_address (fixture->server, "/garden.json");

  return g_strdup_printf (
    START "{\"id\":\"garden\",\"title\":\"Garden <b>& soil\",\"summary\":\"Of slugs & snails.\","
    "\"languages\":[\"en\"],\"writers\":[\"Ash\",\"Birch\"],\"questions\":1,\"size\":2000000,"
    "\"license\":\"MIT\",\"license_note\":\"You may do what you like.\",\"source\":{\"title\":"
    "\"The Survey\",\"url\":\"https://catalogue.example/\"},\"requirement\":\"It takes a second.\","
    "\"pack\":{\"address\":\"%s\"}}" END, address);
}

static void
open_page (Fixture *fixture)
{
  fixture->page = byl_catalogue_page_new (fixture->catalogue);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up_with (Fixture    *fixture,
             const char *list)
{
  g_autoptr(SoupSession) session = byl_web_session_new ();
  g_autoptr(GFile) built_in = get_file (fixture, "built-in", NULL);
  g_autoptr(GFile) own = get_file (fixture, "own", NULL);
  g_autoptr(GFile) index = get_file (fixture, "index", NULL);
  g_autoptr(GFile) file = get_file (fixture, "catalogue.json", list);
  g_autoptr(GFile) recipes = get_file (fixture, "recipes", NULL);
  g_autoptr(GFile) further = get_file (fixture, "further.json", NULL);
  g_autoptr(GFile) cache = get_file (fixture, "cache", NULL);
  g_autofree char *recipes_path = g_file_get_path (recipes);

  g_mkdir (recipes_path, 0700);
  fixture->library = byl_library_new (built_in, own, index, NULL);
  fixture->catalogue = byl_catalogue_new (file, recipes, further, cache, fixture->library,
                                          session);
  open_page (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *list = NULL;

  fixture->folder = ui_fixture_make_folder ();
  fixture->status = SOUP_STATUS_OK;
  fixture->server = loopback_start ();
  soup_server_add_handler (fixture->server, "/garden.json", answer_cb, fixture, NULL);
  soup_server_add_handler (fixture->server, "/list.json", list_cb, fixture, NULL);
  list = make_list (fixture);
  set_up_with (fixture, user_data != NULL ? user_data : list);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* What is under way holds things until it has been given up. */
static void
assert_goes (gpointer    object,
             const char *what)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  ui_fixture_wait_until (is_gone, &object, what);
}

static void
remove_what_is_there (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_what_is_there (child);
    }

  g_remove (path);
}

/* The catalogue itself removes what it no longer needs, in threads that nobody waits for. */
static gboolean
is_removed (gpointer data)
{
  Fixture *fixture = data;

  remove_what_is_there (fixture->folder);

  return !g_file_test (fixture->folder, G_FILE_TEST_EXISTS);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  ui_fixture_destroy_window (fixture->window);
  assert_goes (fixture->catalogue, "the end of the catalogue");
  g_clear_object (&fixture->held);
  loopback_stop (fixture->server);
  assert_goes (fixture->library, "the end of the library");
  ui_fixture_wait_until (is_removed, fixture, "the end of the folder");
  g_free (fixture->folder);
}

static gboolean
can_press (Fixture    *fixture,
           const char *label)
{
  GtkWidget *button = ui_fixture_find_button (fixture->page, label);

  return button != NULL && gtk_widget_get_mapped (button);
}

static void
press (Fixture    *fixture,
       const char *label)
{
  g_assert_true (can_press (fixture, label));
  g_signal_emit_by_name (ui_fixture_find_button (fixture->page, label), "clicked");
}

static gboolean
can_get (gpointer data)
{
  return can_press (data, "Get Garden <b>& soil");
}

static gboolean
can_cancel (gpointer data)
{
  return can_press (data, "Cancel Garden <b>& soil");
}

static gboolean
can_try_again (gpointer data)
{
  return can_press (data, "Try Again: Garden <b>& soil");
}

static gboolean
can_play (gpointer data)
{
  return can_press (data, "Play Garden <b>& soil");
}

static gboolean
is_held (gpointer data)
{
  return ((Fixture *) data)->held != NULL;
}

static guint
count_packs (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->library));
}

static gboolean
is_broken (gpointer data)
{
  GtkWidget *text = ui_fixture_find_text (((Fixture *) data)->page, "Nothing to Get");

  return text != NULL && gtk_widget_get_mapped (text);
}

static void
test_a_broken_catalogue_is_said_in_its_place (Fixture       *fixture,
                                              gconstpointer  user_data)
{
  ui_fixture_wait_until (is_broken, fixture, "the sentence");
  g_assert_false (can_get (fixture));
}

static void
test_a_refusal_is_told_and_can_be_tried_again (Fixture       *fixture,
                                               gconstpointer  user_data)
{
  fixture->status = SOUP_STATUS_NOT_FOUND;
  ui_fixture_wait_until (can_get, fixture, "the pack");
  g_assert_false (can_try_again (fixture));
  press (fixture, "Get Garden <b>& soil");
  ui_fixture_wait_until (can_try_again, fixture, "the refusal");
  g_assert_false (can_get (fixture));
  g_assert_false (can_cancel (fixture));
  g_assert_cmpuint (count_packs (fixture), ==, 0);

  fixture->status = SOUP_STATUS_OK;
  press (fixture, "Try Again: Garden <b>& soil");
  ui_fixture_wait_until (can_play, fixture, "the pack");
  g_assert_false (can_try_again (fixture));
  g_assert_cmpuint (count_packs (fixture), ==, 1);
}

static void
test_all_is_told_before_anything_is_fetched (Fixture       *fixture,
                                             gconstpointer  user_data)
{
  const char *told[] = { "Garden <b>& soil", "Of slugs & snails.", "Ash, Birch",
                         "\342\201\250English\342\201\251 · \342\201\2501 question\342\201\251 · "
                         "\342\201\2502.0\302\240MB to fetch\342\201\251", "It takes a second.",
                         "Licence: MIT. You may do what you like.", "Source: The Survey" };

  ui_fixture_wait_until (can_get, fixture, "the pack");

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_assert_nonnull (ui_fixture_find_text (fixture->page, told[i]));

  g_assert_false (can_cancel (fixture));
  g_assert_false (can_play (fixture));
  g_assert_false (can_try_again (fixture));
  ui_fixture_settle ();
  g_assert_cmpuint (fixture->n_asked, ==, 0);
}

static void
test_what_is_being_fetched_can_be_cancelled (Fixture       *fixture,
                                             gconstpointer  user_data)
{
  GtkWidget *bar;

  fixture->hold = TRUE;
  ui_fixture_wait_until (can_get, fixture, "the pack");
  press (fixture, "Get Garden <b>& soil");
  ui_fixture_wait_until (is_held, fixture, "the server to be asked");
  ui_fixture_wait_until (can_cancel, fixture, "the way back");
  g_assert_false (can_get (fixture));
  bar = ui_fixture_find (fixture->page, GTK_TYPE_PROGRESS_BAR, 0);
  g_assert_true (gtk_widget_get_mapped (bar));
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (bar),
                                                     GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                     "Getting Garden <b>& soil"));

  press (fixture, "Cancel Garden <b>& soil");
  ui_fixture_wait_until (can_get, fixture, "the end of it");
  g_assert_false (can_cancel (fixture));
  g_assert_cmpuint (count_packs (fixture), ==, 0);
}

static void
test_who_presses_a_button_goes_on_with_the_next (Fixture       *fixture,
                                                 gconstpointer  user_data)
{
  GtkWidget *button;

  fixture->hold = TRUE;
  ui_fixture_wait_until (can_get, fixture, "the pack");
  button = ui_fixture_find_button (fixture->page, "Get Garden <b>& soil");
  g_assert_true (gtk_widget_grab_focus (button));
  press (fixture, "Get Garden <b>& soil");
  ui_fixture_wait_until (can_cancel, fixture, "the way back");
  button = ui_fixture_find_button (fixture->page, "Cancel Garden <b>& soil");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == button);
  press (fixture, "Cancel Garden <b>& soil");
  ui_fixture_wait_until (can_get, fixture, "the end of it");
}

static void
test_another_page_shows_what_is_under_way (Fixture       *fixture,
                                           gconstpointer  user_data)
{
  fixture->hold = TRUE;
  ui_fixture_wait_until (can_get, fixture, "the pack");
  press (fixture, "Get Garden <b>& soil");
  ui_fixture_wait_until (is_held, fixture, "the server to be asked");
  ui_fixture_destroy_window (fixture->window);

  open_page (fixture);
  ui_fixture_wait_until (can_cancel, fixture, "what goes on");
  fixture->hold = FALSE;
  soup_server_message_unpause (fixture->held);
  ui_fixture_wait_until (can_play, fixture, "the pack");
}

static void
play_cb (BylCataloguePage  *page,
         BylPackEntry      *pack,
         char             **played)
{
  *played = g_strdup (byl_pack_entry_get_id (pack));
}

static void
test_a_pack_that_was_got_can_be_played (Fixture       *fixture,
                                        gconstpointer  user_data)
{
  g_autofree char *played = NULL;

  g_signal_connect (fixture->page, "play", G_CALLBACK (play_cb), &played);
  ui_fixture_wait_until (can_get, fixture, "the pack");
  press (fixture, "Get Garden <b>& soil");
  ui_fixture_wait_until (can_play, fixture, "the pack");
  g_assert_false (can_get (fixture));
  g_assert_null (played);
  press (fixture, "Play Garden <b>& soil");
  g_assert_cmpstr (played, ==, "garden");
}

static GtkWidget *
find_search (Fixture *fixture)
{
  return ui_fixture_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, 0);
}

static gboolean
has_search (gpointer data)
{
  return gtk_widget_get_mapped (find_search (data));
}

static gboolean
shows_acorns_alone (gpointer data)
{
  return can_press (data, "Get Acorns") && !can_press (data, "Get Apple");
}

static gboolean
shows_nothing (gpointer data)
{
  GtkWidget *text = ui_fixture_find_text (((Fixture *) data)->page, "Nothing Found");

  return text != NULL && gtk_widget_get_mapped (text);
}

static void
test_a_long_catalogue_can_be_searched (Fixture       *fixture,
                                       gconstpointer  user_data)
{
  GtkEditable *search = GTK_EDITABLE (find_search (fixture));

  ui_fixture_wait_until (has_search, fixture, "the search");
  gtk_editable_set_text (search, "none of them");
  ui_fixture_wait_until (shows_nothing, fixture, "nothing");
  gtk_editable_set_text (search, "mini");
  ui_fixture_wait_until (shows_acorns_alone, fixture, "what was searched");
}

static void
test_a_short_catalogue_has_no_search (Fixture       *fixture,
                                      gconstpointer  user_data)
{
  ui_fixture_wait_until (can_get, fixture, "the pack");
  g_assert_false (has_search (fixture));
}

static void
type (GtkWindow  *window,
      const char *address)
{
  GtkWidget *row = ui_fixture_find (GTK_WIDGET (window), ADW_TYPE_ENTRY_ROW, 0);

  gtk_editable_set_text (GTK_EDITABLE (row), address);
}

static gboolean
is_refused (GtkWindow *window)
{
  return gtk_widget_has_css_class (ui_fixture_find (GTK_WIDGET (window), ADW_TYPE_ENTRY_ROW, 0),
                                   "error");
}

static void
test_an_address_is_judged_while_it_is_typed (Fixture       *fixture,
                                             gconstpointer  user_data)
{
  GtkWindow *window = byl_catalogue_window_new (GTK_WINDOW (fixture->window), fixture->catalogue);
  GtkWidget *add = ui_fixture_find_button (GTK_WIDGET (window), "Add");

  g_assert_false (gtk_widget_get_sensitive (add));
  type (window, "htt");
  g_assert_false (is_refused (window));
  g_assert_false (gtk_widget_get_sensitive (add));
  type (window, "ftp://catalogue.example");
  g_assert_true (is_refused (window));
  g_assert_false (gtk_widget_get_sensitive (add));
  type (window, "https://me:secret@catalogue.example");
  g_assert_true (is_refused (window));
  type (window, " https://catalogue.example/list.json ");
  g_assert_false (is_refused (window));
  g_assert_true (gtk_widget_get_sensitive (add));
  gtk_window_destroy (window);
}

static gboolean
shows_refusal (gpointer data)
{
  return is_refused (data);
}

static gboolean
shows_remove (gpointer data)
{
  g_autofree char *label = g_strdup_printf ("Remove %s", (char *)
                                            g_object_get_data (data, "address"));

  return ui_fixture_find_button (data, label) != NULL;
}

static gboolean
shows_undo (gpointer data)
{
  return ui_fixture_find_button (data, "_Undo") != NULL;
}

static gboolean
lists_two (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (((Fixture *) data)->catalogue)) == 2;
}

static void
remove_address (GtkWindow  *window,
                const char *address)
{
  g_autofree char *label = g_strdup_printf ("Remove %s", address);

  g_signal_emit_by_name (ui_fixture_find_button (GTK_WIDGET (window), label), "clicked");
}

static void
test_a_catalogue_that_is_added_can_be_removed_and_had_back (Fixture       *fixture,
                                                            gconstpointer  user_data)
{
  GtkWindow *window = byl_catalogue_window_new (GTK_WINDOW (fixture->window), fixture->catalogue);
  g_autofree char *missing = loopback_address (fixture->server, "/missing.json");
  g_autofree char *address = loopback_address (fixture->server, "/list.json");

  ui_fixture_wait_until (can_get, fixture, "the pack");
  gtk_window_present (window);
  type (window, missing);
  g_signal_emit_by_name (ui_fixture_find_button (GTK_WIDGET (window), "Add"), "clicked");
  ui_fixture_wait_until (shows_refusal, window, "the refusal");

  g_object_set_data (G_OBJECT (window), "address", address);
  type (window, address);
  g_signal_emit_by_name (ui_fixture_find_button (GTK_WIDGET (window), "Add"), "clicked");
  ui_fixture_wait_until (shows_remove, window, "the catalogue");
  ui_fixture_wait_until (lists_two, fixture, "its pack");

  remove_address (window, address);
  g_assert_false (shows_remove (window));
  ui_fixture_wait_until (shows_undo, window, "the way back");
  g_signal_emit_by_name (ui_fixture_find_button (GTK_WIDGET (window), "_Undo"), "clicked");
  g_assert_true (shows_remove (window));
  g_assert_true (lists_two (fixture));

  remove_address (window, address);
  gtk_window_close (window);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->catalogue)), ==, 1);
}

static void
add (const char *path,
     const char *list,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  user_data))
{
  g_test_add (path, Fixture, list, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  add ("/catalogue-page/a-broken-catalogue-is-said-in-its-place", "{\"format\":",
       test_a_broken_catalogue_is_said_in_its_place);
  add ("/catalogue-page/a-refusal-is-told-and-can-be-tried-again", NULL,
       test_a_refusal_is_told_and_can_be_tried_again);
  add ("/catalogue-page/all-is-told-before-anything-is-fetched", NULL,
       test_all_is_told_before_anything_is_fetched);
  add ("/catalogue-page/what-is-being-fetched-can-be-cancelled", NULL,
       test_what_is_being_fetched_can_be_cancelled);
  add ("/catalogue-page/who-presses-a-button-goes-on-with-the-next", NULL,
       test_who_presses_a_button_goes_on_with_the_next);
  add ("/catalogue-page/another-page-shows-what-is-under-way", NULL,
       test_another_page_shows_what_is_under_way);
  add ("/catalogue-page/a-pack-that-was-got-can-be-played", NULL,
       test_a_pack_that_was_got_can_be_played);
  add ("/catalogue-page/a-long-catalogue-can-be-searched", MANY,
       test_a_long_catalogue_can_be_searched);
  add ("/catalogue-page/a-short-catalogue-has-no-search", NULL,
       test_a_short_catalogue_has_no_search);
  add ("/catalogue-window/an-address-is-judged-while-it-is-typed", NULL,
       test_an_address_is_judged_while_it_is_typed);
  add ("/catalogue-window/a-catalogue-that-is-added-can-be-removed-and-had-back", NULL,
       test_a_catalogue_that_is_added_can_be_removed_and_had_back);

  return g_test_run ();
}
