/* test-download.c: from addresses to an installed pack, whatever comes between
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-pack-reader.h"
#include "download-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

/* How often each file was sent whole. */
static void
assert_sent (DownloadFixture *fixture,
             guint            least,
             guint            most)
{
  for (guint i = 0; i < DOWNLOAD_FILES; i++)
    {
      g_autofree char *path = download_make_path (i);

      g_assert_cmpuint (fault_server_count_whole (fixture->server, path), >=, least);
      g_assert_cmpuint (fault_server_count_whole (fixture->server, path), <=, most);
    }
}

static guint
count_installed (DownloadFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->library));
}

static void
assert_nothing_installed (DownloadFixture *fixture)
{
  g_assert_cmpuint (count_installed (fixture), ==, 0);
  g_assert_cmpuint (test_place_count (fixture->place, ""), ==, 0);
}

static void
test_a_file_that_is_missing_is_told_and_nothing_installed (void)
{
  g_autoptr(DownloadFixture) fixture = download_fixture_new ();
  g_autoptr(BylRecipe) recipe = download_make_recipe (fixture->server, 0, TRUE);
  g_autoptr(GError) error = NULL;

  g_assert_null (download_run (fixture, recipe, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SERVER);
  assert_nothing_installed (fixture);
}

static void
test_a_file_that_was_changed_is_told_and_nothing_installed (void)
{
  g_autoptr(DownloadFixture) fixture = download_fixture_new ();
  g_autoptr(BylRecipe) recipe = download_make_recipe (fixture->server, 0, TRUE);
  g_autoptr(GBytes) other = g_bytes_new_static ("{}", 2);
  g_autoptr(GError) error = NULL;

  download_publish (fixture->server, 0);
  fault_server_add_file (fixture->server, "/data/3.json", other, NULL);

  g_assert_null (download_run (fixture, recipe, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_HASH);
  assert_nothing_installed (fixture);
}

static void
test_files_that_are_no_data_are_told_and_fetched_again (void)
{
  g_autoptr(DownloadFixture) fixture = download_fixture_new ();
  g_autoptr(BylRecipe) recipe = download_make_recipe (fixture->server, 0, FALSE);
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) no_error = NULL;
  g_autoptr(BylPackEntry) entry = NULL;

  for (guint i = 0; i < DOWNLOAD_FILES; i++)
    {
      g_autofree char *path = download_make_path (i);
      g_autoptr(GBytes) page = g_bytes_new_static ("<html>", 6);

      fault_server_add_file (fixture->server, path, page, NULL);
    }

  g_assert_null (download_run (fixture, recipe, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_IMPORT);
  assert_nothing_installed (fixture);
  g_assert_cmpuint (download_count_cached (fixture), ==, 0);

  download_publish (fixture->server, 0);
  entry = download_run (fixture, recipe, NULL, &no_error);
  g_assert_no_error (no_error);
  g_assert_nonnull (entry);
}

static void
test_a_recipe_without_addresses_is_told (void)
{
  g_autoptr(DownloadFixture) fixture = download_fixture_new ();
  g_autofree char *text = download_make_recipe_text (fixture->server, 0, TRUE);
  char *address = strstr (text, "\"address\"");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(BylRecipe) recipe = NULL;
  g_autoptr(GError) error = NULL;

  memcpy (address, "\"nowhere\"", strlen ("\"nowhere\""));
  bytes = g_bytes_new (text, strlen (text));
  recipe = byl_recipe_read (bytes, NULL, &error);
  g_assert_no_error (error);

  g_assert_null (download_run (fixture, recipe, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_RECIPE);
}

static void
test_a_place_that_cannot_be_written_to_is_told (void)
{
  g_autoptr(DownloadFixture) fixture = download_fixture_new ();
  g_autoptr(BylRecipe) recipe = download_make_recipe (fixture->server, 0, TRUE);
  g_autoptr(GFile) in_the_way = test_write (fixture->place->dir, "fetched", "no folder");
  g_autoptr(GError) error = NULL;

  download_publish (fixture->server, 0);
  g_assert_null (download_run (fixture, recipe, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SAVE);
  assert_nothing_installed (fixture);
}

static void
test_a_full_disk_is_told_and_nothing_installed (void)
{
  g_autoptr(DownloadFixture) fixture = download_fixture_new ();
  g_autoptr(BylRecipe) recipe = download_make_recipe (fixture->server, 50000, TRUE);
  g_autoptr(GError) error = NULL;
  g_autoptr(BylPackEntry) entry = NULL;

  download_publish (fixture->server, 50000);
  test_begin_limit (20000);
  g_assert_null (download_run (fixture, recipe, NULL, &error));
  test_end_limit ();
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SAVE);
  assert_nothing_installed (fixture);

  g_clear_error (&error);
  entry = download_run (fixture, recipe, NULL, &error);
  g_assert_no_error (error);
}

static void
test_a_pack_comes_of_many_files (void)
{
  g_autoptr(DownloadFixture) fixture = download_fixture_new ();
  g_autoptr(BylRecipe) recipe = download_make_recipe (fixture->server, 3000, TRUE);
  g_autoptr(GError) error = NULL;
  g_autoptr(BylPackEntry) entry = NULL;
  g_autoptr(BylPack) pack = NULL;

  download_publish (fixture->server, 3000);
  entry = download_run (fixture, recipe, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (byl_pack_entry_get_id (entry), ==, "published");
  g_assert_cmpuint (byl_pack_entry_get_revision (entry), ==, 2);
  g_assert_true (entry == byl_library_find (fixture->library, "published"));

  pack = byl_pack_load (byl_pack_entry_get_file (entry), NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (byl_pack_get_n_questions (pack), ==, DOWNLOAD_FILES);

  assert_sent (fixture, 1, 1);
  g_assert_cmpuint (fault_server_get_most (fixture->server), <=, 4);
  g_assert_true (fixture->imported);
  g_assert_cmpuint (fixture->last_bytes, ==, fixture->last_size);
  g_assert_cmpuint (fixture->last_size, ==, byl_recipe_get_size (recipe));
  g_assert_false (g_file_test (fixture->cache_path, G_FILE_TEST_EXISTS) &&
                  download_count_cached (fixture) > 0);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);

  return G_SOURCE_REMOVE;
}

static void
test_what_is_whole_is_not_fetched_again_after_giving_up (void)
{
  g_autoptr(DownloadFixture) fixture = download_fixture_new ();
  g_autoptr(BylRecipe) recipe = download_make_recipe (fixture->server, 20000, TRUE);
  g_autoptr(BylPackEntry) entry = NULL;

  download_publish (fixture->server, 20000);
  for (guint after = 0; entry == NULL; after += 1 + after / 4)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;
      guint timeout = g_timeout_add (after, cancel_cb, cancellable);

      entry = download_run (fixture, recipe, cancellable, &error);
      if (entry == NULL)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          g_assert_null (byl_library_find (fixture->library, "published"));
        }
      if (!g_cancellable_is_cancelled (cancellable))
        g_source_remove (timeout);
    }

  g_assert_cmpuint (count_installed (fixture), ==, 1);
}

static void
test_what_is_whole_is_not_fetched_again_after_a_fault (void)
{
  g_autoptr(DownloadFixture) fixture = download_fixture_new ();
  g_autoptr(BylRecipe) recipe = download_make_recipe (fixture->server, 0, TRUE);
  g_autofree char *last = download_make_path (DOWNLOAD_FILES - 1);
  g_autoptr(BylPackEntry) entry = NULL;
  g_autoptr(GError) error = NULL;
  gboolean cached[DOWNLOAD_FILES];

  download_publish (fixture->server, 0);
  fault_server_cut_file (fixture->server, last, 10, 3);
  g_assert_null (download_run (fixture, recipe, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_NETWORK);
  g_assert_cmpuint (download_count_cached (fixture), >=, DOWNLOAD_FILES - 4);
  for (guint i = 0; i < DOWNLOAD_FILES; i++)
    cached[i] = download_is_cached (fixture->cache_path, i, 0);

  g_clear_error (&error);
  entry = download_run (fixture, recipe, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < DOWNLOAD_FILES; i++)
    {
      g_autofree char *path = download_make_path (i);

      if (cached[i])
        g_assert_cmpuint (fault_server_count (fixture->server, path), ==, 1);
    }
}

static void
test_what_was_spoilt_meanwhile_is_fetched_again (void)
{
  g_autoptr(DownloadFixture) fixture = download_fixture_new ();
  g_autoptr(BylRecipe) recipe = download_make_recipe (fixture->server, 0, TRUE);
  g_autofree char *last = download_make_path (DOWNLOAD_FILES - 1);
  g_autoptr(BylPackEntry) entry = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = NULL;
  g_autofree char *folder = NULL;
  const char *name;

  download_publish (fixture->server, 0);
  fault_server_cut_file (fixture->server, last, 10, 3);
  g_assert_null (download_run (fixture, recipe, NULL, &error));
  g_clear_error (&error);

  dir = g_dir_open (fixture->cache_path, 0, NULL);
  folder = g_build_filename (fixture->cache_path, g_dir_read_name (dir), NULL);
  g_dir_close (dir);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "file-"))
      g_object_unref (test_write (folder, name, "spoilt"));

  entry = download_run (fixture, recipe, NULL, &error);
  g_assert_no_error (error);
  assert_sent (fixture, 1, 3);
}

static void
test_what_nobody_goes_on_with_goes_after_a_month (void)
{
  g_autoptr(DownloadFixture) fixture = download_fixture_new ();
  const struct { const char *name; gint64 days; gboolean stays; } cases[] = {
    { "get-old-0123", 31, FALSE }, { "get-new-0123", 29, TRUE }, { "other", 31, TRUE },
  };
  g_autofree char *link = g_build_filename (fixture->cache_path, "get-elsewhere-0123", NULL);
  g_autofree char *elsewhere = g_build_filename (fixture->cache_path, "other", "file-1", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->cache_path, cases[i].name, NULL);
      gint64 then = g_get_real_time () / G_USEC_PER_SEC - cases[i].days * 24 * 60 * 60;
      struct utimbuf times = { .actime = (time_t) then, .modtime = (time_t) then };

      g_mkdir_with_parents (path, 0700);
      g_object_unref (test_write (path, "file-1", "half"));
      g_assert_cmpint (g_utime (path, &times), ==, 0);
    }

  /* What a link leads to is somebody else's. */
  g_assert_cmpint (symlink ("other", link), ==, 0);
  byl_download_forget (fixture->cache_dir, (const char *[]) { NULL });
  g_assert_true (g_file_test (elsewhere, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (link), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (fixture->cache_path, cases[i].name, NULL);

      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, cases[i].stays);
    }
}

static void
test_only_one_window_fetches_a_pack (void)
{
  g_autoptr(DownloadFixture) fixture = download_fixture_new ();
  g_autoptr(BylRecipe) recipe = download_make_recipe (fixture->server, 0, TRUE);
  BylDownloadPlace place = download_fixture_get_place (fixture);
  GAsyncResult *results[2] = { NULL, NULL };
  guint n_good = 0;

  download_publish (fixture->server, 0);
  for (guint i = 0; i < 2; i++)
    byl_download_recipe_async (&place, recipe, NULL, NULL, NULL, NULL, test_keep_result,
                               &results[i]);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(BylPackEntry) entry = NULL;
      g_autoptr(GError) error = NULL;

      test_wait (&results[i]);
      entry = byl_download_finish (results[i], NULL, &error);
      n_good += entry != NULL;
      if (entry == NULL)
        g_assert_error (error, BYL_ERROR, BYL_ERROR_LOCKED);
      g_object_unref (results[i]);
    }

  g_assert_cmpuint (n_good, >=, 1);
  g_assert_cmpuint (count_installed (fixture), ==, 1);
}

static BylPackEntry *
get_pack (DownloadFixture  *fixture,
          const char       *id,
          const char       *path,
          const char       *sha256,
          guint64           size,
          GPtrArray       **problems,
          GError          **error)
{
  BylDownloadPlace place = download_fixture_get_place (fixture);
  g_autofree char *address = fault_server_dup_address (fixture->server, path);
  g_autoptr(GAsyncResult) result = NULL;

  byl_download_pack_async (&place, id, address, sha256, size, NULL, NULL, NULL, test_keep_result,
                           &result);
  test_wait (&result);

  return byl_download_finish (result, problems, error);
}

static void
test_a_pack_at_an_address_is_checked_and_installed (void)
{
  g_autoptr(DownloadFixture) fixture = download_fixture_new ();
  g_autofree char *text = test_make_pack ("far-away", 3, "Far away");
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GBytes) page = g_bytes_new_static ("<html>", 6);
  g_autoptr(GBytes) bad = g_bytes_new_static ("{\"format\":\"byline-pack\",\"version\":1}", 36);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  const struct { const char *id; const char *path; const char *sha256; guint64 size; int code; }
    cases[] = {
      { "far-away", "/missing", NULL, 0, BYL_ERROR_SERVER },
      { "far-away", "/page", NULL, 0, BYL_ERROR_SYNTAX },
      { "far-away", "/bad", NULL, 0, BYL_ERROR_PACK },
      { "far-away", "/bad", sha256, 0, BYL_ERROR_HASH },
      { "far-away", "/pack", NULL, 17, BYL_ERROR_HASH },
      { "other", "/pack", sha256, 0, BYL_ERROR_HASH },
      { "far-away", "/bomb", NULL, 0, BYL_ERROR_SIZE },
    };

  fault_server_add_file (fixture->server, "/pack", bytes, NULL);
  fault_server_add_file (fixture->server, "/page", page, NULL);
  fault_server_add_file (fixture->server, "/bad", bad, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) problems = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_null (get_pack (fixture, cases[i].id, cases[i].path, cases[i].sha256, cases[i].size,
                               &problems, &error));
      g_assert_error (error, BYL_ERROR, cases[i].code);
      g_assert_cmpint (problems->len > 0, ==, i == 1 || i == 2);
      assert_nothing_installed (fixture);
    }

  {
    g_autoptr(GError) error = NULL;
    g_autoptr(BylPackEntry) entry =
      get_pack (fixture, "far-away", "/pack", sha256, g_bytes_get_size (bytes), NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (byl_pack_entry_get_revision (entry), ==, 3);
    g_assert_cmpuint (download_count_cached (fixture), ==, 0);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/download/a-file-that-is-missing-is-told-and-nothing-installed",
                   test_a_file_that_is_missing_is_told_and_nothing_installed);
  g_test_add_func ("/download/a-file-that-was-changed-is-told-and-nothing-installed",
                   test_a_file_that_was_changed_is_told_and_nothing_installed);
  g_test_add_func ("/download/files-that-are-no-data-are-told-and-fetched-again",
                   test_files_that_are_no_data_are_told_and_fetched_again);
  g_test_add_func ("/download/a-recipe-without-addresses-is-told",
                   test_a_recipe_without_addresses_is_told);
  g_test_add_func ("/download/a-place-that-cannot-be-written-to-is-told",
                   test_a_place_that_cannot_be_written_to_is_told);
  g_test_add_func ("/download/a-full-disk-is-told-and-nothing-installed",
                   test_a_full_disk_is_told_and_nothing_installed);
  g_test_add_func ("/download/a-pack-comes-of-many-files", test_a_pack_comes_of_many_files);
  g_test_add_func ("/download/what-is-whole-is-not-fetched-again-after-giving-up",
                   test_what_is_whole_is_not_fetched_again_after_giving_up);
  g_test_add_func ("/download/what-is-whole-is-not-fetched-again-after-a-fault",
                   test_what_is_whole_is_not_fetched_again_after_a_fault);
  g_test_add_func ("/download/what-was-spoilt-meanwhile-is-fetched-again",
                   test_what_was_spoilt_meanwhile_is_fetched_again);
  g_test_add_func ("/download/what-nobody-goes-on-with-goes-after-a-month",
                   test_what_nobody_goes_on_with_goes_after_a_month);
  g_test_add_func ("/download/only-one-window-fetches-a-pack",
                   test_only_one_window_fetches_a_pack);
  g_test_add_func ("/download/a-pack-at-an-address-is-checked-and-installed",
                   test_a_pack_at_an_address_is_checked_and_installed);

  return g_test_run ();
}
