/* test-library-index.c: what the library remembers, and when it does not trust that
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-library-support.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static guint
count (BylLibrary *library)
{
  return g_list_model_get_n_items (G_LIST_MODEL (library));
}

/* Puts other contents of the same length and time in the file's place: who read it would notice. */
static void
spoil_in_secret (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *contents = test_read (file);
  struct timespec times[2];
  struct stat status;
  int descriptor;

  g_assert_cmpint (stat (path, &status), ==, 0);
  memset (contents, '?', strlen (contents));
  descriptor = g_open (path, O_WRONLY, 0);
  g_assert_cmpint (descriptor, >=, 0);
  g_assert_cmpint (write (descriptor, contents, strlen (contents)), ==, (gssize) status.st_size);
  times[0] = status.st_atim;
  times[1] = status.st_mtim;
  g_assert_cmpint (futimens (descriptor, times), ==, 0);
  close (descriptor);
}

static void
test_unchanged_pack_is_listed_without_being_read (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->user_path, "pack.json", test_pack);
  g_autoptr(BylLibrary) first = test_place_start (place);
  g_autoptr(BylLibrary) second = NULL;
  g_autoptr(BylPackEntry) entry = NULL;

  spoil_in_secret (file);
  second = test_place_open (place);
  g_assert_cmpuint (count (second), ==, 1);
  entry = test_get (second, 0);
  g_assert_cmpstr (byl_pack_entry_get_title (entry), ==, "A pack");
  g_assert_cmpstr (byl_pack_entry_get_writer_names (entry)[1], ==, "Bo");
  g_assert_cmpuint (byl_pack_entry_get_n_questions (entry), ==, 2);

  /* Nor is it read afterwards. */
  test_refresh (second);
  g_assert_cmpuint (count (second), ==, 1);
}

static void
test_broken_file_is_read_once_only (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autofree char *text = test_spoil ("test-pack", "../../xyz");
  g_autoptr(GFile) file = test_write (place->user_path, "pack.json", text);
  g_autoptr(BylLibrary) first = test_place_start (place);
  g_autoptr(GFile) good = NULL;
  struct timespec times[2];
  struct stat status;

  g_assert_cmpuint (count (first), ==, 0);

  /* Mended with the same length and time, it is not looked at; touched, it is. */
  g_assert_cmpint (stat (g_file_peek_path (file), &status), ==, 0);
  good = test_write (place->user_path, "pack.json", test_pack);
  g_assert_cmpint (strlen (text), ==, strlen (test_pack));
  times[0] = status.st_atim;
  times[1] = status.st_mtim;
  g_assert_cmpint (utimensat (AT_FDCWD, g_file_peek_path (file), times, 0), ==, 0);
  test_refresh (first);
  g_assert_cmpuint (count (first), ==, 0);

  times[1].tv_sec += 2;
  g_assert_cmpint (utimensat (AT_FDCWD, g_file_peek_path (file), times, 0), ==, 0);
  test_refresh (first);
  g_assert_cmpuint (count (first), ==, 1);
}

static void
test_changed_pack_is_listed_as_it_was_until_the_refresh (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->user_path, "pack.json", test_pack);
  g_autoptr(BylLibrary) first = test_place_start (place);
  g_autofree char *changed = test_make_pack ("changed-pack", 2, "Other");
  g_autoptr(GFile) again = test_write (place->user_path, "pack.json", changed);
  g_autoptr(BylLibrary) second = test_place_open (place);
  g_autoptr(BylLibrary) third = NULL;

  g_assert_cmpuint (count (second), ==, 1);
  g_assert_null (byl_library_find (second, "changed-pack"));
  test_refresh (second);
  g_assert_cmpuint (count (second), ==, 1);
  g_assert_nonnull (byl_library_find (second, "changed-pack"));

  /* What was read is remembered. */
  third = test_place_open (place);
  g_assert_nonnull (byl_library_find (third, "changed-pack"));
}

static void
test_lost_pack_is_gone_after_the_refresh (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->user_path, "pack.json", test_pack);
  g_autoptr(BylLibrary) first = test_place_start (place);
  g_autoptr(BylLibrary) second = NULL;

  g_assert_cmpint (g_unlink (g_file_peek_path (file)), ==, 0);
  second = test_place_open (place);
  test_refresh (second);
  g_assert_cmpuint (count (second), ==, 0);
}

static void
test_packs_of_other_folders_are_not_listed (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->user_path, "pack.json", test_pack);
  g_autoptr(BylLibrary) first = test_place_start (place);
  g_autoptr(GFile) elsewhere = test_child (place->dir, "data");
  g_autoptr(BylLibrary) second =
    byl_library_new (place->built_in_dir, elsewhere, place->index_file, NULL);

  g_assert_cmpuint (count (second), ==, 0);
}

/* Whatever the index holds, the list is right after a refresh, and the index is good again. */
static void
check_rebuilt (TestPlace *place)
{
  g_autoptr(BylLibrary) broken = test_place_open (place);
  g_autoptr(BylLibrary) mended = NULL;

  test_refresh (broken);
  g_assert_cmpuint (count (broken), ==, 1);
  mended = test_place_open (place);
  g_assert_cmpuint (count (mended), ==, 1);
}

static void
test_broken_index_is_rebuilt (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->user_path, "pack.json", test_pack);
  g_autoptr(BylLibrary) first = test_place_start (place);
  const char *path = g_file_peek_path (place->index_file);
  g_autofree char *good = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &good, &length, NULL));
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  check_rebuilt (place);
  g_assert_true (g_file_set_contents (path, "not an index at all", -1, NULL));
  check_rebuilt (place);
  g_assert_cmpint (g_unlink (path), ==, 0);
  check_rebuilt (place);

  /* Of another version. */
  good[0] ^= 0x55;
  g_assert_true (g_file_set_contents (path, good, (gssize) length, NULL));
  check_rebuilt (place);
  good[0] ^= 0x55;

  for (gsize i = 1; i < length; i += 7)
    {
      g_assert_true (g_file_set_contents (path, good, (gssize) i, NULL));
      check_rebuilt (place);
    }
}

/* A byte that is wrong may name another file or another title; it may not do harm. */
static void
test_spoilt_index_does_no_harm (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->user_path, "pack.json", test_pack);
  g_autoptr(BylLibrary) first = test_place_start (place);
  const char *path = g_file_peek_path (place->index_file);
  g_autofree char *good = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &good, &length, NULL));
  for (gsize i = 0; i < length; i++)
    {
      g_autoptr(BylLibrary) library = NULL;
      g_autoptr(BylPackEntry) entry = NULL;

      good[i] ^= 0x11;
      g_assert_true (g_file_set_contents (path, good, (gssize) length, NULL));
      good[i] ^= 0x11;
      library = test_place_open (place);
      entry = test_get (library, 0);
      if (entry == NULL)
        continue;

      g_assert_nonnull (byl_pack_entry_get_title (entry));
      g_assert_nonnull (byl_pack_entry_get_writer_names (entry));
      byl_pack_entry_get_summary (entry);
    }
}

static void
test_index_that_cannot_be_written_is_done_without (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->user_path, "pack.json", test_pack);
  g_autoptr(GFile) blocked = test_write (place->dir, "cache", "a file in the folder's place");
  g_autoptr(BylLibrary) library = test_place_start (place);

  g_assert_cmpuint (count (library), ==, 1);
}

/* A thousand packs are listed at once: no file but the index is opened. */
static void
test_thousand_packs_are_listed_at_once (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(BylLibrary) first = NULL;
  g_autoptr(BylLibrary) second = NULL;
  gint64 start;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.json", i);
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autofree char *text = test_make_pack (id, 1, name);
      g_autoptr(GFile) file = test_write (place->user_path, name, text);
    }

  first = test_place_start (place);
  start = g_get_monotonic_time ();
  second = test_place_open (place);
  g_test_message ("1,000 packs listed in %.1f ms", (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (count (second), ==, 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library-index/unchanged-pack-is-listed-without-being-read",
                   test_unchanged_pack_is_listed_without_being_read);
  g_test_add_func ("/library-index/broken-file-is-read-once-only",
                   test_broken_file_is_read_once_only);
  g_test_add_func ("/library-index/changed-pack-is-listed-as-it-was-until-the-refresh",
                   test_changed_pack_is_listed_as_it_was_until_the_refresh);
  g_test_add_func ("/library-index/lost-pack-is-gone-after-the-refresh", test_lost_pack_is_gone_after_the_refresh);
  g_test_add_func ("/library-index/packs-of-other-folders-are-not-listed",
                   test_packs_of_other_folders_are_not_listed);
  g_test_add_func ("/library-index/broken-index-is-rebuilt", test_broken_index_is_rebuilt);
  g_test_add_func ("/library-index/spoilt-index-does-no-harm", test_spoilt_index_does_no_harm);
  g_test_add_func ("/library-index/index-that-cannot-be-written-is-done-without",
                   test_index_that_cannot_be_written_is_done_without);
  g_test_add_func ("/library-index/thousand-packs-are-listed-at-once",
                   test_thousand_packs_are_listed_at_once);

  return g_test_run ();
}
