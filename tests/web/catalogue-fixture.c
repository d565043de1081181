/* catalogue-fixture.c: a catalogue on an installation of its own, and a server with packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "catalogue-fixture.h"

#include <string.h>

static void
changed_cb (CatalogueFixture *self,
            guint             position,
            guint             n_removed,
            guint             n_added)
{
  g_string_append_printf (self->changes, "%u-%u+%u ", position, n_removed, n_added);
}

static void
addresses_cb (CatalogueFixture *self)
{
  self->n_addresses_told++;
}

static void
open_catalogue (CatalogueFixture *self)
{
  const char *dir = self->download->place->dir;
  g_autoptr(GFile) file = test_child (dir, "catalogue.json");
  g_autoptr(GFile) recipe_dir = test_child (dir, "recipes");
  g_autoptr(GFile) user_file = test_child (dir, "data/catalogues.json");

  self->catalogue = byl_catalogue_new (file, recipe_dir, user_file, self->download->cache_dir,
                                       self->download->library, self->download->session);
  g_signal_connect_swapped (self->catalogue, "items-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->catalogue, "notify::addresses", G_CALLBACK (addresses_cb), self);
}

/* A thread that has just finished may hold the catalogue for a moment. */
static void
close_catalogue (CatalogueFixture *self)
{
  g_autoptr(GTimer) timer = g_timer_new ();
  gpointer left = self->catalogue;

  g_object_add_weak_pointer (G_OBJECT (self->catalogue), &left);
  g_signal_handlers_disconnect_by_data (self->catalogue, self);
  g_object_unref (self->catalogue);
  while (g_atomic_pointer_get (&left) != NULL)
    {
      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 10);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (100);
    }
}

/* Loaded, with that text as the list that comes with the program; NULL for an empty one. */
CatalogueFixture *
catalogue_fixture_new (const char *built_in)
{
  CatalogueFixture *self = g_new0 (CatalogueFixture, 1);
  const char *const none[] = { NULL };
  g_autofree char *empty = NULL;

  self->download = download_fixture_new ();
  self->changes = g_string_new (NULL);
  empty = catalogue_make_list (self->download->server, "pack", none);
  g_object_unref (test_write (self->download->place->dir, "catalogue.json",
                              built_in != NULL ? built_in : empty));
  open_catalogue (self);
  catalogue_fixture_load (self);
  catalogue_assert_changes (self, NULL);
  self->n_addresses_told = 0;

  return self;
}

void
catalogue_fixture_free (CatalogueFixture *self)
{
  close_catalogue (self);
  g_string_free (self->changes, TRUE);
  download_fixture_free (self->download);
  g_free (self);
}

/* As in the next run of the program. */
void
catalogue_fixture_reopen (CatalogueFixture *self)
{
  close_catalogue (self);
  open_catalogue (self);
  catalogue_fixture_load (self);
  catalogue_assert_changes (self, NULL);
}

void
catalogue_fixture_load (CatalogueFixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  byl_catalogue_load_async (self->catalogue, NULL, test_keep_result, &result);
  test_wait (&result);
  g_assert_true (byl_catalogue_load_finish (self->catalogue, result, &error));
  g_assert_no_error (error);
}

gboolean
catalogue_fixture_add (CatalogueFixture  *self,
                       const char        *path,
                       GPtrArray        **problems,
                       GError           **error)
{
  g_autofree char *address = fault_server_dup_address (self->download->server, path);
  g_autoptr(GAsyncResult) result = NULL;

  byl_catalogue_add_address_async (self->catalogue, address, NULL, test_keep_result, &result);
  test_wait (&result);

  return byl_catalogue_add_address_finish (self->catalogue, result, problems, error);
}

gboolean
catalogue_fixture_refresh (CatalogueFixture  *self,
                           GError           **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_catalogue_refresh_async (self->catalogue, NULL, test_keep_result, &result);
  test_wait (&result);

  return byl_catalogue_refresh_finish (self->catalogue, result, error);
}

void
catalogue_fixture_serve (CatalogueFixture *self,
                         const char       *path,
                         const char       *text,
                         const char       *etag)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  fault_server_add_file (self->download->server, path, bytes, etag);
}

/* At “/ID.json”. */
void
catalogue_fixture_serve_pack (CatalogueFixture *self,
                              const char       *id,
                              guint             revision)
{
  g_autofree char *text = test_make_pack (id, revision, id);
  g_autofree char *path = g_strconcat ("/", id, ".json", NULL);

  catalogue_fixture_serve (self, path, text, NULL);
}

void
catalogue_fixture_install (CatalogueFixture *self,
                           const char       *id,
                           guint             revision)
{
  g_autofree char *text = test_make_pack (id, revision, id);
  g_autoptr(GFile) file = test_write (self->download->place->dir, "new.json", text);
  g_autoptr(GError) error = NULL;
  g_autoptr(BylPackEntry) entry = test_add (self->download->library, file, NULL, &error);

  g_assert_no_error (error);
}

/* The lines are “id:revision”, or “id:revision:path”; the path is “/ID.json” otherwise. A path that
 * does not begin with a slash is the name of a recipe. */
char *
catalogue_make_list (FaultServer        *server,
                     const char         *kind,
                     const char * const *lines)
{
  GString *text =
    g_string_new ("{\"format\": \"byline-catalogue\", \"version\": 1, \"entries\": [");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (lines[i], ":", 3);
      g_autofree char *usual = g_strconcat ("/", parts[0], ".json", NULL);
      const char *path = parts[2] != NULL ? parts[2] : usual;
      g_autofree char *address = fault_server_dup_address (server, path);

      g_string_append_printf (text, "%s{\"id\": \"%s\", \"revision\": %s, \"title\": \"The %s\","
                              "\"languages\": [\"en\"], \"writers\": [\"Ada\", \"Bob\"],"
                              "\"questions\": 3, ", i > 0 ? ", " : "",
                              parts[0], parts[1], parts[0]);
      if (path[0] == '/')
        g_string_append_printf (text, "\"%s\": {\"address\": \"%s\"}}", kind, address);
      else
        g_string_append_printf (text, "\"recipe\": \"%s\"}", path);
    }
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

/* Owned by the catalogue. */
BylCatalogueEntry *
catalogue_get_entry (CatalogueFixture *self,
                     guint             position)
{
  g_autoptr(BylCatalogueEntry) entry =
    g_list_model_get_item (G_LIST_MODEL (self->catalogue), position);

  g_assert_nonnull (entry);

  return entry;
}

void
catalogue_wait (CatalogueFixture  *self,
                guint              position,
                BylCatalogueState  state)
{
  BylCatalogueEntry *entry = catalogue_get_entry (self, position);

  while (byl_catalogue_entry_get_state (entry) != state)
    g_main_context_iteration (NULL, TRUE);
}

void
catalogue_assert_state (CatalogueFixture  *self,
                        guint              position,
                        BylCatalogueState  state)
{
  g_assert_cmpint (byl_catalogue_entry_get_state (catalogue_get_entry (self, position)), ==, state);
}

/* Since the last time; NULL for whatever it was. */
void
catalogue_assert_changes (CatalogueFixture *self,
                          const char       *changes)
{
  if (changes != NULL)
    g_assert_cmpstr (self->changes->str, ==, changes);

  g_string_truncate (self->changes, 0);
}
