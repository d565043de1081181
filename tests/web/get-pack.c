/* get-pack.c: downloads and installs one pack, to be killed while it does
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-download.h"
#include "byl-web-session.h"

#include <stdlib.h>

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(gboolean *) user_data = byl_library_refresh_finish (BYL_LIBRARY (source), result, NULL);
}

static void
downloaded_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BylPackEntry) entry = byl_download_finish (result, NULL, &error);

  if (entry == NULL)
    g_printerr ("%s\n", error->message);

  *(int *) user_data = entry != NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GFile) recipe_file = g_file_new_for_path (argv[1]);
  g_autoptr(GFile) built_in_dir = g_file_new_for_path (argv[2]);
  g_autoptr(GFile) user_dir = g_file_new_for_path (argv[3]);
  g_autoptr(GFile) index_file = g_file_new_for_path (argv[4]);
  g_autoptr(GFile) cache_dir = g_file_new_for_path (argv[5]);
  g_autoptr(BylRecipe) recipe = byl_recipe_load (recipe_file, NULL, NULL, NULL);
  g_autoptr(BylLibrary) library = byl_library_new (built_in_dir, user_dir, index_file, NULL);
  g_autoptr(SoupSession) session = byl_web_session_new ();
  BylDownloadPlace place = {
    .session = session, .library = library, .cache_dir = cache_dir, .pause = 1,
  };
  gboolean refreshed = FALSE;
  int status = -1;

  byl_library_refresh_async (library, NULL, refreshed_cb, &refreshed);
  while (!refreshed)
    g_main_context_iteration (NULL, TRUE);

  byl_download_recipe_async (&place, recipe, NULL, NULL, NULL, NULL, downloaded_cb, &status);
  while (status < 0)
    g_main_context_iteration (NULL, TRUE);

  return status;
}
