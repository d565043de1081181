/* catalogue-fixture.c: a catalogue of one pack, and a server that may refuse it or keep it back
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "catalogue-fixture.h"

#include "byl-catalogue-page.h"
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

static void
answer_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  CatalogueFixture *fixture = user_data;

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
    "\"Fir\"],\"questions\":3,\"pack\":{\"address\":"
    "\"https://catalogue.example/harbour.json\"}}" END;

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, list,
                                    strlen (list));
}

static GFile *
get_file (CatalogueFixture *fixture,
          const char       *name,
          const char       *contents)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  if (contents != NULL)
    g_assert_true (g_file_set_contents (path, contents, -1, NULL));

  return g_file_new_for_path (path);
}

static char *
make_list (CatalogueFixture *fixture)
{
  g_autofree char *address = loopback_address (fixture->server, "/garden.json");

  return g_strdup_printf (
    START "{\"id\":\"garden\",\"title\":\"Garden <b>& soil\",\"summary\":\"Of slugs & snails.\","
    "\"languages\":[\"en\"],\"writers\":[\"Ash\",\"Birch\"],\"questions\":1,\"size\":2000000,"
    "\"license\":\"MIT\",\"license_note\":\"You may do what you like.\",\"source\":{\"title\":"
    "\"The Survey\",\"url\":\"https://catalogue.example/\"},\"requirement\":\"It takes a second.\","
    "\"pack\":{\"address\":\"%s\"}}" END, address);
}

void
catalogue_fixture_open_page (CatalogueFixture *fixture)
{
  fixture->page = byl_catalogue_page_new (fixture->catalogue);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up_with (CatalogueFixture *fixture,
             const char       *list)
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
  catalogue_fixture_open_page (fixture);
}

void
catalogue_fixture_set_up (CatalogueFixture *fixture,
                          gconstpointer     user_data)
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
  CatalogueFixture *fixture = data;

  remove_what_is_there (fixture->folder);

  return !g_file_test (fixture->folder, G_FILE_TEST_EXISTS);
}

void
catalogue_fixture_tear_down (CatalogueFixture *fixture,
                             gconstpointer     user_data)
{
  ui_fixture_destroy_window (fixture->window);
  assert_goes (fixture->catalogue, "the end of the catalogue");
  g_clear_object (&fixture->held);
  loopback_stop (fixture->server);
  assert_goes (fixture->library, "the end of the library");
  ui_fixture_wait_until (is_removed, fixture, "the end of the folder");
  g_free (fixture->folder);
}

gboolean
catalogue_fixture_can_press (CatalogueFixture *fixture,
                             const char       *label)
{
  GtkWidget *button = ui_fixture_find_button (fixture->page, label);

  return button != NULL && gtk_widget_get_mapped (button);
}

void
catalogue_fixture_press (CatalogueFixture *fixture,
                         const char       *label)
{
  g_assert_true (catalogue_fixture_can_press (fixture, label));
  g_signal_emit_by_name (ui_fixture_find_button (fixture->page, label), "clicked");
}

gboolean
catalogue_fixture_can_get (gpointer data)
{
  return catalogue_fixture_can_press (data, "Get Garden <b>& soil");
}

gboolean
catalogue_fixture_can_cancel (gpointer data)
{
  return catalogue_fixture_can_press (data, "Cancel Garden <b>& soil");
}

gboolean
catalogue_fixture_can_try_again (gpointer data)
{
  return catalogue_fixture_can_press (data, "Try Again: Garden <b>& soil");
}

gboolean
catalogue_fixture_can_play (gpointer data)
{
  return catalogue_fixture_can_press (data, "Play Garden <b>& soil");
}
