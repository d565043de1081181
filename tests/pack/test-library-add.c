/* test-library-add.c: adding a pack, removing one, and wanting it back
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-problem.h"
#include "test-library-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
assert_listed (BylLibrary *library,
               const char *expected)
{
  g_autofree char *list = test_list (library);

  g_assert_cmpstr (list, ==, expected);
}

static BylPackEntry *
add (BylLibrary *library,
     GFile      *file)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  BylPackEntry *entry = test_add (library, file, &problems, &error);

  g_assert_no_error (error);
  g_assert_nonnull (entry);
  g_assert_cmpuint (problems->len, ==, 0);

  return entry;
}

static GFile *
compress (TestPlace  *place,
          const char *name,
          const char *text)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  GFile *file = test_child (place->dir, name);
  g_autoptr(GOutputStream) out =
    G_OUTPUT_STREAM (g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL));
  g_autoptr(GOutputStream) stream = g_converter_output_stream_new (out, G_CONVERTER (compressor));

  g_assert_true (g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));

  return file;
}

static void
test_added_pack_is_listed_and_kept (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->dir, "any name.bylinepack", test_pack);
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(BylPackEntry) entry = add (library, file);
  g_autoptr(GFile) folder = g_file_get_parent (byl_pack_entry_get_file (entry));
  g_autofree char *name = g_file_get_basename (byl_pack_entry_get_file (entry));
  g_autofree char *kept = test_read (byl_pack_entry_get_file (entry));
  g_autoptr(BylLibrary) second = NULL;

  assert_listed (library, "test-pack:2");
  g_assert_cmpstr (kept, ==, test_pack);
  g_assert_true (g_file_equal (folder, place->user_dir));
  g_assert_true (g_str_has_prefix (name, "pack-test-pack-2-"));
  g_assert_true (g_str_has_suffix (name, ".json"));

  /* It is there at the next start, and at once. */
  second = test_place_open (place);
  assert_listed (second, "test-pack:2");
}

static void
test_compressed_pack_stays_compressed (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = compress (place, "pack.json.gz", test_pack);
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(BylPackEntry) entry = add (library, file);
  g_autofree char *original = NULL;
  g_autofree char *kept = NULL;
  gsize original_length;
  gsize kept_length;

  g_assert_true (g_str_has_suffix (g_file_peek_path (byl_pack_entry_get_file (entry)), ".json.gz"));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &original, &original_length, NULL));
  g_assert_true (g_file_get_contents (g_file_peek_path (byl_pack_entry_get_file (entry)), &kept,
                                      &kept_length, NULL));
  g_assert_cmpmem (kept, kept_length, original, original_length);
  test_refresh (library);
  assert_listed (library, "test-pack:2");
}

static void
test_same_contents_are_one_entry (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->dir, "one.json", test_pack);
  g_autoptr(GFile) copy = test_write (place->dir, "two.json", test_pack);
  g_autoptr(GFile) packed = compress (place, "three.json.gz", test_pack);
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(BylPackEntry) first = add (library, file);
  g_autoptr(BylPackEntry) second = add (library, copy);
  g_autoptr(BylPackEntry) third = add (library, packed);
  g_autoptr(BylPackEntry) own = add (library, byl_pack_entry_get_file (first));

  g_assert_true (first == second);
  g_assert_true (first == third);
  g_assert_true (first == own);
  g_assert_cmpuint (test_place_count (place, ""), ==, 1);
}

static void
test_contents_of_a_built_in_pack_are_not_added (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) built_in = test_write (place->built_in_path, "pack.json", test_pack);
  g_autoptr(GFile) file = test_write (place->dir, "pack.json", test_pack);
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(BylPackEntry) entry = add (library, file);

  g_assert_true (byl_pack_entry_get_built_in (entry));
  assert_listed (library, "*test-pack:2");
}

static void
test_two_adds_at_once_are_one_entry (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->dir, "pack.json", test_pack);
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(GAsyncResult) one = NULL;
  g_autoptr(GAsyncResult) two = NULL;
  g_autoptr(BylPackEntry) first = NULL;
  g_autoptr(BylPackEntry) second = NULL;

  byl_library_add_async (library, file, NULL, test_keep_result, &one);
  byl_library_add_async (library, file, NULL, test_keep_result, &two);
  test_wait (&one);
  test_wait (&two);
  first = byl_library_add_finish (library, one, NULL, NULL);
  second = byl_library_add_finish (library, two, NULL, NULL);
  g_assert_true (first == second);
  assert_listed (library, "test-pack:2");
}

static void
test_revisions_are_added_side_by_side (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autofree char *text = test_make_pack ("test-pack", 3, "A pack");
  g_autoptr(GFile) old = test_write (place->dir, "old.json", test_pack);
  g_autoptr(GFile) new = test_write (place->dir, "new.json", text);
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(BylPackEntry) first = add (library, old);
  g_autoptr(BylPackEntry) second = add (library, new);

  assert_listed (library, "test-pack:3 test-pack:2");
  g_assert_true (byl_library_find (library, "test-pack") == second);
}

static void
check_refused (const char *text,
               BylError    code,
               guint       n_problems)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->dir, "bad.json", text);
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (test_add (library, file, &problems, &error));
  g_assert_error (error, BYL_ERROR, (int) code);
  g_assert_cmpuint (problems->len, ==, n_problems);
  assert_listed (library, "");
  g_assert_cmpuint (test_place_count (place, ""), ==, 0);
}

static void
test_bad_pack_is_refused_with_all_its_problems (void)
{
  g_autofree char *path = test_spoil ("test-pack", "../../x");
  g_autoptr(GString) three = g_string_new (path);

  g_string_replace (three, "\"revision\": 2", "\"revision\": 0", 1);
  g_string_replace (three, "\"Why?\"", "7", 1);
  check_refused (path, BYL_ERROR_PACK, 1);
  check_refused (three->str, BYL_ERROR_PACK, 3);
  check_refused ("{", BYL_ERROR_SYNTAX, 1);
  check_refused ("[]", BYL_ERROR_FORMAT, 1);
  check_refused ("{\"format\": \"byline-pack\", \"version\": 2}", BYL_ERROR_VERSION, 1);
}

static void
test_what_is_no_file_is_refused (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(GFile) folder = g_file_new_for_path (place->dir);
  g_autoptr(GFile) missing = test_child (place->dir, "missing.json");
  g_autoptr(GFile) pipe = test_child (place->dir, "pipe.json");
  g_autoptr(GFile) link = test_child (place->dir, "link.json");
  GFile *files[] = { folder, missing, pipe, link };

  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);
  g_assert_cmpint (symlink ("nowhere", g_file_peek_path (link)), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GPtrArray) problems = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_null (test_add (library, files[i], &problems, &error));
      g_assert_error (error, BYL_ERROR, BYL_ERROR_READ);
      g_assert_cmpuint (problems->len, ==, 0);
    }
}

static void
test_full_disk_leaves_nothing_behind (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->dir, "pack.json", test_pack);
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(BylPackEntry) entry = NULL;
  g_autoptr(GError) error = NULL;

  test_begin_limit (100);
  entry = test_add (library, file, NULL, &error);
  test_end_limit ();

  g_assert_null (entry);
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SAVE);
  assert_listed (library, "");
  g_assert_cmpuint (test_place_count (place, ""), ==, 0);
}

static void
test_folder_that_cannot_be_made_is_an_error (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->dir, "pack.json", test_pack);
  g_autoptr(GFile) blocked = test_write (place->dir, "data", "a file in the folder's place");
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(GError) error = NULL;

  g_assert_null (test_add (library, file, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SAVE);
}

static void
test_folder_that_cannot_be_written_to_is_an_error (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->dir, "pack.json", test_pack);
  g_autoptr(GFile) system = g_file_new_for_path ("/proc");
  g_autoptr(BylLibrary) library =
    byl_library_new (place->built_in_dir, system, place->index_file, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (test_add (library, file, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SAVE);
}

static void
test_pack_added_during_a_refresh_stays (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->dir, "pack.json", test_pack);
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(GAsyncResult) refreshed = NULL;
  g_autoptr(GAsyncResult) added = NULL;
  g_autoptr(BylPackEntry) entry = NULL;

  for (guint i = 0; i < 20; i++)
    {
      byl_library_refresh_async (library, NULL, test_keep_result, &refreshed);
      byl_library_add_async (library, file, NULL, test_keep_result, &added);
      test_wait (&added);
      test_wait (&refreshed);
      entry = byl_library_add_finish (library, added, NULL, NULL);
      g_assert_nonnull (entry);
      assert_listed (library, "test-pack:2");

      g_clear_object (&added);
      g_clear_object (&refreshed);
      byl_library_refresh_async (library, NULL, test_keep_result, &refreshed);
      g_assert_true (byl_library_remove (library, entry, NULL));
      test_wait (&refreshed);
      g_clear_object (&refreshed);
      g_clear_object (&entry);
      test_refresh (library);
      assert_listed (library, "");
    }
}

static void
test_removed_pack_can_be_put_back (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->dir, "pack.json", test_pack);
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(BylPackEntry) entry = add (library, file);
  g_autoptr(BylPackEntry) again = NULL;
  g_autofree char *kept = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (byl_library_remove (library, entry, &error));
  g_assert_no_error (error);
  assert_listed (library, "");
  g_assert_cmpuint (test_place_count (place, ""), ==, 0);
  g_assert_cmpuint (test_place_count (place, ".removed"), ==, 1);

  /* A refresh in the same run does not take it away. */
  test_refresh (library);
  assert_listed (library, "");

  g_assert_true (byl_library_undo_remove (library, entry, &error));
  g_assert_no_error (error);
  assert_listed (library, "test-pack:2");
  again = test_get (library, 0);
  g_assert_true (again == entry);
  kept = test_read (byl_pack_entry_get_file (entry));
  g_assert_cmpstr (kept, ==, test_pack);
  g_assert_cmpuint (test_place_count (place, ".removed"), ==, 0);
}

static void
test_built_in_pack_cannot_be_removed (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->built_in_path, "pack.json", test_pack);
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(BylPackEntry) entry = test_get (library, 0);
  g_autoptr(GError) error = NULL;

  g_assert_false (byl_library_remove (library, entry, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SAVE);
  assert_listed (library, "*test-pack:2");
}

static void
test_removed_pack_goes_at_the_next_start (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->dir, "pack.json", test_pack);
  BylLibrary *library = test_place_start (place);
  BylPackEntry *entry = add (library, file);
  g_autoptr(BylLibrary) next = NULL;

  g_assert_true (byl_library_remove (library, entry, NULL));
  g_object_unref (entry);
  test_place_close (library);
  g_assert_cmpuint (test_place_count (place, ".removed"), ==, 1);

  next = test_place_open (place);
  g_assert_cmpuint (test_place_count (place, ".removed"), ==, 1);
  test_refresh (next);
  g_assert_cmpuint (test_place_count (place, ".removed"), ==, 0);
  assert_listed (next, "");
}

static void
test_second_window_leaves_what_can_be_undone (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->dir, "pack.json", test_pack);
  g_autoptr(BylLibrary) first = test_place_start (place);
  g_autoptr(BylPackEntry) entry = add (first, file);
  g_autoptr(BylLibrary) second = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (byl_library_remove (first, entry, NULL));
  second = test_place_start (place);
  assert_listed (second, "");
  g_assert_true (byl_library_undo_remove (first, entry, &error));
  g_assert_no_error (error);
  test_refresh (second);
  assert_listed (second, "test-pack:2");
}

static void
test_pack_that_another_window_removed_is_removed (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->dir, "pack.json", test_pack);
  g_autoptr(BylLibrary) first = test_place_start (place);
  g_autoptr(BylPackEntry) mine = add (first, file);
  g_autoptr(BylLibrary) second = test_place_start (place);
  g_autoptr(BylPackEntry) theirs = test_get (second, 0);
  g_autoptr(GError) error = NULL;

  g_assert_true (byl_library_remove (first, mine, NULL));
  g_assert_true (byl_library_remove (second, theirs, &error));
  g_assert_no_error (error);
  assert_listed (second, "");

  /* Only who has moved the file can bring it back. */
  g_assert_false (byl_library_undo_remove (second, theirs, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SAVE);
  g_assert_true (byl_library_undo_remove (first, mine, NULL));
}

static void
test_undo_after_adding_again_is_no_error (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->dir, "pack.json", test_pack);
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(BylPackEntry) first = add (library, file);
  g_autoptr(BylPackEntry) second = NULL;

  g_assert_true (byl_library_remove (library, first, NULL));
  second = add (library, file);
  g_assert_true (byl_library_undo_remove (library, first, NULL));
  assert_listed (library, "test-pack:2");
}

static void
test_two_libraries_see_each_others_packs (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autofree char *text = test_make_pack ("other-pack", 1, "B pack");
  g_autoptr(GFile) file = test_write (place->dir, "pack.json", test_pack);
  g_autoptr(GFile) other = test_write (place->dir, "other.json", text);
  g_autoptr(BylLibrary) first = test_place_start (place);
  g_autoptr(BylLibrary) second = test_place_start (place);
  g_autoptr(BylPackEntry) mine = add (first, file);
  g_autoptr(BylPackEntry) theirs = add (second, other);

  test_refresh (first);
  test_refresh (second);
  assert_listed (first, "test-pack:2 other-pack:1");
  assert_listed (second, "test-pack:2 other-pack:1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add_func ("/library-add/" name, function)
  ADD ("added-pack-is-listed-and-kept", test_added_pack_is_listed_and_kept);
  ADD ("compressed-pack-stays-compressed", test_compressed_pack_stays_compressed);
  ADD ("same-contents-are-one-entry", test_same_contents_are_one_entry);
  ADD ("contents-of-a-built-in-pack-are-not-added", test_contents_of_a_built_in_pack_are_not_added);
  ADD ("two-adds-at-once-are-one-entry", test_two_adds_at_once_are_one_entry);
  ADD ("revisions-are-added-side-by-side", test_revisions_are_added_side_by_side);
  ADD ("bad-pack-is-refused-with-all-its-problems", test_bad_pack_is_refused_with_all_its_problems);
  ADD ("what-is-no-file-is-refused", test_what_is_no_file_is_refused);
  ADD ("full-disk-leaves-nothing-behind", test_full_disk_leaves_nothing_behind);
  ADD ("folder-that-cannot-be-made-is-an-error", test_folder_that_cannot_be_made_is_an_error);
  ADD ("folder-that-cannot-be-written-to-is-an-error",
       test_folder_that_cannot_be_written_to_is_an_error);
  ADD ("pack-added-during-a-refresh-stays", test_pack_added_during_a_refresh_stays);
  ADD ("removed-pack-can-be-put-back", test_removed_pack_can_be_put_back);
  ADD ("built-in-pack-cannot-be-removed", test_built_in_pack_cannot_be_removed);
  ADD ("removed-pack-goes-at-the-next-start", test_removed_pack_goes_at_the_next_start);
  ADD ("second-window-leaves-what-can-be-undone", test_second_window_leaves_what_can_be_undone);
  ADD ("pack-that-another-window-removed-is-removed",
       test_pack_that_another_window_removed_is_removed);
  ADD ("undo-after-adding-again-is-no-error", test_undo_after_adding_again_is_no_error);
  ADD ("two-libraries-see-each-others-packs", test_two_libraries_see_each_others_packs);

  return g_test_run ();
}
