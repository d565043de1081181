/* test-download-kill.c: killed at any moment, a download loses nothing that was whole
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-reader.h"
#include "download-fixture.h"

#include <glib/gstdio.h>

#define N_KILLS  50u
#define PADDING  200000u /* bytes of each file, so that it takes a while */

/* The installation that is being filled. */
typedef struct
{
  FaultServer *server;
  TestPlace   *place;
  char        *recipe_path;
  char        *cache_path;
  gboolean     is_cached[DOWNLOAD_FILES];
  guint        n_asked[DOWNLOAD_FILES]; /* when the file was found whole */
} Installation;

static void
open_installation (Installation *self,
                   FaultServer  *server)
{
  g_autofree char *text = download_make_recipe_text (server, PADDING, TRUE);

  *self = (Installation) { .server = server, .place = test_place_new () };
  self->recipe_path = g_build_filename (self->place->dir, "recipe.json", NULL);
  self->cache_path = g_build_filename (self->place->dir, "fetched", NULL);
  g_object_unref (test_write (self->place->dir, "recipe.json", text));
}

static void
close_installation (Installation *self)
{
  test_place_free (self->place);
  g_free (self->recipe_path);
  g_free (self->cache_path);
}

static GSubprocess *
start (Installation *self)
{
  g_autofree char *index_path = g_file_get_path (self->place->index_file);
  g_autoptr(GError) error = NULL;
  GSubprocess *process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("BYLINE_GET_PACK"),
                      self->recipe_path, self->place->built_in_path, self->place->user_path,
                      index_path, self->cache_path, NULL);

  g_assert_no_error (error);

  return process;
}

/* Packs that the library will find; what it was writing to when it was killed bears no such
 * name. */
static guint
count_packs (Installation *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->place->user_path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".json") || g_str_has_suffix (name, ".json.gz");

  return n;
}

/* Whatever is listed can be played; returns whether the pack is. */
static gboolean
check_library (Installation *self)
{
  BylLibrary *library = test_place_start (self->place);
  BylPackEntry *entry = byl_library_find (library, "published");
  gboolean installed = entry != NULL;

  g_assert_cmpuint (count_packs (self), ==, installed ? 1 : 0);
  if (installed)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(BylPack) pack =
        byl_pack_load (byl_pack_entry_get_file (entry), NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (byl_pack_get_n_questions (pack), ==, DOWNLOAD_FILES);
    }
  test_place_close (library);

  return installed;
}

/* What was whole was not asked for again, and is still there. */
static void
check_cache (Installation *self,
             gboolean      installed)
{
  for (guint i = 0; i < DOWNLOAD_FILES; i++)
    {
      g_autofree char *path = download_make_path (i);
      guint n_asked = fault_server_count (self->server, path);
      gboolean is_cached = download_is_cached (self->cache_path, i, PADDING);

      if (self->is_cached[i])
        {
          g_assert_cmpuint (n_asked, ==, self->n_asked[i]);
          g_assert_true (is_cached || installed);
        }
      self->is_cached[i] = is_cached;
      self->n_asked[i] = n_asked;
    }
}

static void
check_nothing_is_left (Installation *self)
{
  g_autoptr(GFile) cache_dir = g_file_new_for_path (self->cache_path);
  g_autoptr(GDir) dir = NULL;

  byl_download_forget (cache_dir, (const char *[]) { "published", NULL });
  dir = g_dir_open (self->cache_path, 0, NULL);
  g_assert_nonnull (dir);
  g_assert_null (g_dir_read_name (dir));
}

static void
finish (Installation *self)
{
  g_autoptr(GSubprocess) process = start (self);
  g_autoptr(GError) error = NULL;

  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (check_library (self));
  check_cache (self, TRUE);
  check_nothing_is_left (self);
}

/* Files that the server has sent to their end. */
static guint
count_sent (FaultServer *server)
{
  guint n = 0;

  for (guint i = 0; i < DOWNLOAD_FILES; i++)
    {
      g_autofree char *path = download_make_path (i);

      n += fault_server_count_whole (server, path);
    }

  return n;
}

static gboolean
is_alive (GSubprocess *process)
{
  return g_subprocess_get_identifier (process) != NULL;
}

/* A moment of its own for each number: right after the start, after some of the files, once all are
 * there, while they are imported, or just as the pack is written to its folder. */
static void
wait_for_moment (Installation *self,
                 GSubprocess  *process,
                 guint         number,
                 guint         n_sent)
{
  guint n_wanted = number % 5 * DOWNLOAD_FILES / 4;
  guint n_files = test_place_count (self->place, "");
  guint n_there = 0;

  for (guint i = 0; i < DOWNLOAD_FILES; i++)
    n_there += self->is_cached[i];

  while (is_alive (process) &&
         (n_there + count_sent (self->server) - n_sent < n_wanted ||
          (number % 10 == 9 && test_place_count (self->place, "") == n_files)))
    {
      g_usleep (100);
      g_main_context_iteration (NULL, FALSE);
    }

  if (number % 10 == 9)
    return;

  /* The import takes a little longer than the files do. */
  g_usleep (number % N_KILLS / 5 * (number % 5 == 4 ? 10000 : 700));
}

static void
test_a_download_that_is_killed_loses_nothing_and_breaks_nothing (void)
{
  g_autoptr(FaultServer) server = fault_server_start ();
  Installation installation;
  guint n_killed = 0;
  guint n_installed = 0;
  guint n_whole = 0;

  download_publish (server, PADDING);
  open_installation (&installation, server);

  for (guint i = 0; n_killed < N_KILLS; i++)
    {
      guint n_sent = count_sent (server);
      g_autoptr(GSubprocess) process = start (&installation);
      gboolean installed;

      wait_for_moment (&installation, process, i, n_sent);
      g_subprocess_force_exit (process);
      g_subprocess_wait (process, NULL, NULL);
      n_killed += g_subprocess_get_if_signaled (process);

      installed = check_library (&installation);
      check_cache (&installation, installed);
      for (guint j = 0; j < DOWNLOAD_FILES; j++)
        n_whole += installation.is_cached[j];
      if (!installed)
        continue;

      n_installed++;
      check_nothing_is_left (&installation);
      close_installation (&installation);
      open_installation (&installation, server);
    }

  g_test_message ("Killed %u times; %u times a pack was installed by then, %u times a file whole",
                  n_killed, n_installed, n_whole);

  finish (&installation);
  close_installation (&installation);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/download-kill/a-download-that-is-killed-loses-nothing-and-breaks-nothing",
                   test_a_download_that_is_killed_loses_nothing_and_breaks_nothing);

  return g_test_run ();
}
