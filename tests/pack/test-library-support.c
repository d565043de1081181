/* test-library-support.c: a library on folders of its own
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-library-support.h"

TestPlace *
test_place_new (void)
{
  TestPlace *place = g_new0 (TestPlace, 1);

  place->dir = test_make_dir ();
  place->built_in_path = g_build_filename (place->dir, "built-in", NULL);
  place->user_path = g_build_filename (place->dir, "data", "packs", NULL);
  place->built_in_dir = g_file_new_for_path (place->built_in_path);
  place->user_dir = g_file_new_for_path (place->user_path);
  place->index_file = test_child (place->dir, "cache/index");

  return place;
}

void
test_place_free (TestPlace *place)
{
  g_object_unref (place->built_in_dir);
  g_object_unref (place->user_dir);
  g_object_unref (place->index_file);
  g_free (place->built_in_path);
  g_free (place->user_path);
  test_remove_dir (place->dir);
  g_free (place);
}

/* As at the program's start, before anything is read. */
BylLibrary *
test_place_open (TestPlace *place)
{
  return byl_library_new (place->built_in_dir, place->user_dir, place->index_file, NULL);
}

/* As some moments after the program's start. */
BylLibrary *
test_place_start (TestPlace *place)
{
  BylLibrary *library = test_place_open (place);

  test_refresh (library);

  return library;
}

/* As at the program's end. A thread that has just finished may hold the library for a moment. */
void
test_place_close (BylLibrary *library)
{
  g_autoptr(GTimer) timer = g_timer_new ();
  gpointer left = library;

  g_object_add_weak_pointer (G_OBJECT (library), &left);
  g_object_unref (library);
  while (g_atomic_pointer_get (&left) != NULL)
    {
      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 10);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (100);
    }
}

/* How many files a folder of the user's has; what begins with a point does not count. */
guint
test_place_count (TestPlace  *place,
                  const char *folder)
{
  g_autofree char *path = g_build_filename (place->user_path, folder, NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += name[0] != '.';

  return n;
}

void
test_refresh (BylLibrary *library)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  byl_library_refresh_async (library, NULL, test_keep_result, &result);
  test_wait (&result);
  g_assert_true (byl_library_refresh_finish (library, result, &error));
  g_assert_no_error (error);
}

BylPackEntry *
test_add (BylLibrary  *library,
          GFile       *file,
          GPtrArray  **problems,
          GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  byl_library_add_async (library, file, NULL, test_keep_result, &result);
  test_wait (&result);

  return byl_library_add_finish (library, result, problems, error);
}

BylPackEntry *
test_get (BylLibrary *library,
          guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (library), position);
}

/* What is listed: “id:revision id:revision …”, with a star at those that are built in. */
char *
test_list (BylLibrary *library)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (library));
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(BylPackEntry) entry = test_get (library, i);

      g_string_append_printf (list, "%s%s%s:%u", i > 0 ? " " : "",
                              byl_pack_entry_get_built_in (entry) ? "*" : "",
                              byl_pack_entry_get_id (entry), byl_pack_entry_get_revision (entry));
    }

  return g_string_free (list, FALSE);
}
