/* download-fixture.c: a published set of answers, and an installation to fetch it into
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "download-fixture.h"

#include "byl-web-session.h"

#include <string.h>

DownloadFixture *
download_fixture_new (void)
{
  DownloadFixture *self = g_new0 (DownloadFixture, 1);

  self->server = fault_server_start ();
  self->session = byl_web_session_new ();
  self->place = test_place_new ();
  self->library = test_place_start (self->place);
  self->cache_path = g_build_filename (self->place->dir, "fetched", NULL);
  self->cache_dir = g_file_new_for_path (self->cache_path);

  return self;
}

void
download_fixture_free (DownloadFixture *self)
{
  soup_session_abort (self->session);
  g_object_unref (self->session);
  test_place_close (self->library);
  test_place_free (self->place);
  g_object_unref (self->cache_dir);
  g_free (self->cache_path);
  fault_server_stop (self->server);
  g_free (self);
}

BylDownloadPlace
download_fixture_get_place (DownloadFixture *self)
{
  return (BylDownloadPlace) {
    .session = self->session, .library = self->library, .cache_dir = self->cache_dir, .pause = 1,
  };
}

char *
download_make_path (guint number)
{
  return g_strdup_printf ("/data/%u.json", number);
}

/* One question a file, and two answers; with so many spaces that it takes its time. */
static GBytes *
make_file (guint number,
           gsize padding)
{
  g_autofree char *spaces = g_strnfill (padding, ' ');
  char *text = g_strdup_printf ("{\"id\": \"q%u\", \"prompt\": \"What is %u?\", \"responses\": [%s"
                                "{\"name\": \"Ada\", \"text\": \"It is the number %u, no doubt.\"},"
                                "{\"name\": \"Bob\", \"text\": \"Perhaps %u; I could not say.\"}]}",
                                number, number, spaces, number, number);

  return g_bytes_new_take (text, strlen (text));
}

void
download_publish (FaultServer *server,
                  gsize        padding)
{
  for (guint i = 0; i < DOWNLOAD_FILES; i++)
    {
      g_autofree char *path = download_make_path (i);
      g_autoptr(GBytes) bytes = make_file (i, padding);

      fault_server_add_file (server, path, bytes, NULL);
    }
}

char *
download_make_recipe_text (FaultServer *server,
                           gsize        padding,
                           gboolean     with_hashes)
{
  g_autofree char *address = fault_server_dup_address (server, "/");
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "{\"format\": \"byline-recipe\", \"version\": 1,"
                          "\"id\": \"published\", \"revision\": 2, \"title\": \"Published\","
                          "\"language\": \"en\","
                          "\"source\": {\"title\": \"Published\"},"
                          "\"address\": \"%s\", \"readings\": [{\"files\": \"data/*.json\","
                          "\"format\": \"json\", \"records\": \"/responses/*\","
                          "\"question\": \"2/id\", \"prompt\": \"2/prompt\","
                          "\"writer\": \"/name\", \"answer\": \"/text\"}], \"files\": [", address);
  for (guint i = 0; i < DOWNLOAD_FILES; i++)
    {
      g_autoptr(GBytes) bytes = make_file (i, padding);
      g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      g_string_append_printf (text, "%s{\"path\": \"data/%u.json\"", i > 0 ? ", " : "", i);
      if (with_hashes)
        g_string_append_printf (text, ", \"sha256\": \"%s\", \"size\": %" G_GSIZE_FORMAT, sha256,
                                g_bytes_get_size (bytes));
      g_string_append_c (text, '}');
    }
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

BylRecipe *
download_make_recipe (FaultServer *server,
                      gsize        padding,
                      gboolean     with_hashes)
{
  g_autofree char *text = download_make_recipe_text (server, padding, with_hashes);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  BylRecipe *recipe = byl_recipe_read (bytes, NULL, &error);

  g_assert_no_error (error);

  return recipe;
}

static void
progress_cb (BylDownloadStep step,
             guint64         n_bytes,
             guint64         size,
             gpointer        user_data)
{
  DownloadFixture *self = user_data;

  g_assert_false (self->imported);
  self->n_progress++;
  self->last_bytes = n_bytes;
  self->last_size = size;
  self->imported = step == BYL_DOWNLOAD_IMPORTING;
}

BylPackEntry *
download_run (DownloadFixture  *self,
              BylRecipe        *recipe,
              GCancellable     *cancellable,
              GError          **error)
{
  BylDownloadPlace place = download_fixture_get_place (self);
  g_autoptr(GAsyncResult) result = NULL;

  self->n_progress = 0;
  self->imported = FALSE;
  byl_download_recipe_async (&place, recipe, NULL, progress_cb, self, cancellable,
                             test_keep_result, &result);
  test_wait (&result);

  return byl_download_finish (result, NULL, error);
}

/* Files that are kept, of any pack; those that are being written do not count. */
guint
download_count_cached (DownloadFixture *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->cache_path, 0, NULL);
  const char *folder;
  guint n = 0;

  while (dir != NULL && (folder = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->cache_path, folder, NULL);
      g_autoptr(GDir) inner = g_dir_open (path, 0, NULL);
      const char *name;

      while (inner != NULL && (name = g_dir_read_name (inner)) != NULL)
        n += (g_str_has_prefix (name, "file-") || g_str_has_prefix (name, "from-")) &&
             !g_str_has_suffix (name, ".part") && !g_str_has_suffix (name, ".etag");
    }

  return n;
}

/* Whether a file is kept, whole and under its checksum. */
gboolean
download_is_cached (const char *cache_path,
                    guint       number,
                    gsize       padding)
{
  g_autoptr(GBytes) bytes = make_file (number, padding);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *name = g_strconcat ("file-", sha256, NULL);
  g_autoptr(GDir) dir = g_dir_open (cache_path, 0, NULL);
  const char *folder = dir != NULL ? g_dir_read_name (dir) : NULL;
  g_autofree char *path = folder != NULL ? g_build_filename (cache_path, folder, name, NULL) : NULL;

  return path != NULL && g_file_test (path, G_FILE_TEST_EXISTS);
}
