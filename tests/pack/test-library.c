/* test-library.c: which packs are listed, in which order, and how the list changes
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-library-support.h"

#include <glib/gstdio.h>

typedef struct
{
  guint n_changes;
  guint position;
  guint n_removed;
  guint n_added;
} Changes;

static void
changed_cb (GListModel *model,
            guint       position,
            guint       n_removed,
            guint       n_added,
            Changes    *changes)
{
  changes->n_changes++;
  changes->position = position;
  changes->n_removed = n_removed;
  changes->n_added = n_added;
}

static void
write_pack (const char *dir,
            const char *name,
            const char *id,
            guint       revision,
            const char *title)
{
  g_autofree char *text = test_make_pack (id, revision, title);
  g_autoptr(GFile) file = test_write (dir, name, text);
}

static void
assert_listed (BylLibrary *library,
               const char *expected)
{
  g_autofree char *list = test_list (library);

  g_assert_cmpstr (list, ==, expected);
}

static void
test_no_folders_give_an_empty_list (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(BylLibrary) library = test_place_start (place);

  assert_listed (library, "");
  g_assert_null (byl_library_find (library, "test-pack"));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (library), 0));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (library)) == BYL_TYPE_PACK_ENTRY);

  /* Nothing is made before there is something to keep. */
  g_assert_false (g_file_query_exists (place->user_dir, NULL));
}

static void
test_built_in_packs_come_first_then_titles (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(BylLibrary) library = NULL;

  write_pack (place->user_path, "1.json", "user-b", 1, "Beta");
  write_pack (place->user_path, "2.bylinepack", "user-a", 1, "Alpha");
  write_pack (place->built_in_path, "3.json", "own-z", 1, "Zeta");
  write_pack (place->built_in_path, "4.json", "own-y", 1, "Ypsilon");
  library = test_place_start (place);
  assert_listed (library, "*own-y:1 *own-z:1 user-a:1 user-b:1");
}

static void
test_revisions_are_both_listed (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(BylLibrary) library = NULL;

  write_pack (place->user_path, "1.json", "pack", 1, "Title");
  write_pack (place->user_path, "3.json", "pack", 3, "Title");
  write_pack (place->built_in_path, "2.json", "pack", 2, "Title");
  library = test_place_start (place);
  assert_listed (library, "*pack:2 pack:3 pack:1");
  g_assert_cmpuint (byl_pack_entry_get_revision (byl_library_find (library, "pack")), ==, 3);
}

static void
test_other_files_are_passed_over_and_kept (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) text = test_write (place->user_path, "notes.txt", test_pack);
  g_autoptr(GFile) hidden = test_write (place->user_path, ".hidden.json", test_pack);
  g_autoptr(GFile) broken = test_write (place->user_path, "broken.json", "{");
  g_autoptr(GFile) good = test_write (place->user_path, "good.json", test_pack);
  g_autofree char *folder = g_build_filename (place->user_path, "folder.json", NULL);
  g_autoptr(BylLibrary) library = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  library = test_place_start (place);
  assert_listed (library, "test-pack:2");
  g_assert_true (g_file_query_exists (broken, NULL));
  g_assert_true (g_file_query_exists (text, NULL));
  g_assert_true (g_file_query_exists (hidden, NULL));
}

static void
test_entry_says_what_the_pack_says (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(GFile) file = test_write (place->user_path, "pack.json", test_pack);
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(BylPackEntry) entry = test_get (library, 0);
  g_autofree char *title = NULL;
  g_auto(GStrv) names = NULL;
  guint n_questions;

  g_assert_true (g_file_equal (byl_pack_entry_get_file (entry), file));
  g_assert_cmpstr (byl_pack_entry_get_title (entry), ==, "A pack");
  g_assert_cmpstr (byl_pack_entry_get_summary (entry), ==, "Short");
  g_assert_cmpstr (byl_pack_entry_get_language (entry), ==, "en");
  g_assert_cmpstr (byl_pack_entry_get_license (entry), ==, "CC0-1.0");
  g_assert_cmpstr (byl_pack_entry_get_source (entry), ==, "Work");
  g_assert_cmpint (byl_pack_entry_get_provenance (entry), ==, BYL_PROVENANCE_RECORDED);
  g_assert_cmpstr (byl_pack_entry_get_writer_names (entry)[1], ==, "Bo");
  g_assert_cmpstr (byl_pack_entry_get_writer_ids (entry)[0], ==, "ada");
  g_assert_null (byl_pack_entry_get_writer_ids (entry)[2]);
  g_assert_cmpstr (byl_pack_entry_get_categories (entry)[0], ==, "science");
  g_assert_null (byl_pack_entry_get_categories (entry)[1]);
  g_assert_false (byl_pack_entry_get_all_models (entry));
  g_assert_false (byl_pack_entry_get_built_in (entry));

  g_object_get (entry, "title", &title, "n-questions", &n_questions, "writer-names", &names, NULL);
  g_assert_cmpstr (title, ==, "A pack");
  g_assert_cmpuint (n_questions, ==, 2);
  g_assert_cmpstr (names[0], ==, "Ada");
}

static void
test_one_illustrative_answer_is_said_of_the_pack (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autofree char *text = test_spoil ("\"pasted\"", "\"illustrative\"");
  g_autoptr(GFile) file = test_write (place->user_path, "pack.json", text);
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(BylPackEntry) entry = test_get (library, 0);

  g_assert_cmpint (byl_pack_entry_get_provenance (entry), ==, BYL_PROVENANCE_ILLUSTRATIVE);
}

static void
test_pack_of_models_says_so (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autofree char *text = test_spoil ("\"kind\": \"voice\", ", "");
  g_autoptr(GFile) file = test_write (place->user_path, "pack.json", text);
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(BylPackEntry) entry = test_get (library, 0);

  g_assert_true (byl_pack_entry_get_all_models (entry));
}

static void
test_nothing_changes_if_nothing_changed (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(BylLibrary) library = NULL;
  Changes changes = { 0 };

  write_pack (place->user_path, "1.json", "a", 1, "A");
  library = test_place_start (place);
  g_signal_connect (library, "items-changed", G_CALLBACK (changed_cb), &changes);
  test_refresh (library);
  g_assert_cmpuint (changes.n_changes, ==, 0);
}

static void
test_new_file_is_one_change (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(BylLibrary) library = NULL;
  g_autoptr(BylPackEntry) before = NULL;
  g_autoptr(BylPackEntry) after = NULL;
  Changes changes = { 0 };

  write_pack (place->user_path, "1.json", "a", 1, "A");
  write_pack (place->user_path, "3.json", "c", 1, "C");
  library = test_place_start (place);
  before = test_get (library, 1);
  g_signal_connect (library, "items-changed", G_CALLBACK (changed_cb), &changes);

  write_pack (place->user_path, "2.json", "b", 1, "B");
  test_refresh (library);
  assert_listed (library, "a:1 b:1 c:1");
  g_assert_cmpuint (changes.n_changes, ==, 1);
  g_assert_cmpuint (changes.position, ==, 1);
  g_assert_cmpuint (changes.n_removed, ==, 0);
  g_assert_cmpuint (changes.n_added, ==, 1);

  /* What has not changed is the very same object. */
  after = test_get (library, 2);
  g_assert_true (before == after);
}

static void
test_lost_file_is_one_change (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(BylLibrary) library = NULL;
  g_autofree char *path = g_build_filename (place->user_path, "1.json", NULL);
  Changes changes = { 0 };

  write_pack (place->user_path, "1.json", "a", 1, "A");
  write_pack (place->user_path, "2.json", "b", 1, "B");
  library = test_place_start (place);
  g_signal_connect (library, "items-changed", G_CALLBACK (changed_cb), &changes);

  g_assert_cmpint (g_unlink (path), ==, 0);
  test_refresh (library);
  assert_listed (library, "b:1");
  g_assert_cmpuint (changes.n_changes, ==, 1);
  g_assert_cmpuint (changes.position, ==, 0);
  g_assert_cmpuint (changes.n_removed, ==, 1);
  g_assert_cmpuint (changes.n_added, ==, 0);
}

static void
test_changed_file_is_one_change (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(BylLibrary) library = NULL;
  Changes changes = { 0 };

  write_pack (place->user_path, "1.json", "a", 1, "A");
  write_pack (place->user_path, "2.json", "b", 1, "B");
  library = test_place_start (place);
  g_signal_connect (library, "items-changed", G_CALLBACK (changed_cb), &changes);

  write_pack (place->user_path, "2.json", "b", 12, "B");
  test_refresh (library);
  assert_listed (library, "a:1 b:12");
  g_assert_cmpuint (changes.n_changes, ==, 1);
  g_assert_cmpuint (changes.position, ==, 1);
  g_assert_cmpuint (changes.n_removed, ==, 1);
  g_assert_cmpuint (changes.n_added, ==, 1);
}

static void
test_many_changes_end_in_the_right_list (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(BylLibrary) library = test_place_start (place);
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr(BylLibrary) fresh = NULL;
      g_autofree char *expected = NULL;

      for (guint i = 0; i < 12; i++)
        {
          g_autofree char *name = g_strdup_printf ("%u.json", i);
          g_autofree char *id = g_strdup_printf ("p%u", i);
          g_autofree char *title = g_strdup_printf ("Title %u", g_rand_int_range (random, 0, 9));
          g_autofree char *path = g_build_filename (place->user_path, name, NULL);

          switch (g_rand_int_range (random, 0, 3))
            {
            case 0:
              write_pack (place->user_path, name, id, round + 1, title);
              break;
            case 1:
              g_unlink (path);
              break;
            default:
              break;
            }
        }

      test_refresh (library);
      fresh = test_place_start (place);
      expected = test_list (fresh);
      assert_listed (library, expected);
    }
}

static void
test_refresh_can_be_cancelled (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  g_autoptr(BylLibrary) library = test_place_open (place);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  write_pack (place->user_path, "1.json", "a", 1, "A");
  g_cancellable_cancel (cancellable);
  byl_library_refresh_async (library, cancellable, test_keep_result, &result);
  test_wait (&result);
  g_assert_false (byl_library_refresh_finish (library, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_listed (library, "");
}

static void
test_library_goes_when_nobody_holds_it (void)
{
  g_autoptr(TestPlace) place = test_place_new ();
  BylLibrary *library = test_place_start (place);

  /* The thread that read the packs may still be letting go of the library. */
  g_object_add_weak_pointer (G_OBJECT (library), (gpointer *) &library);
  g_object_unref (library);

  for (guint i = 0; i < 1000 && library != NULL; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }

  g_assert_null (library);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/library/no-folders-give-an-empty-list", test_no_folders_give_an_empty_list);
  g_test_add_func ("/library/built-in-packs-come-first-then-titles",
                   test_built_in_packs_come_first_then_titles);
  g_test_add_func ("/library/revisions-are-both-listed", test_revisions_are_both_listed);
  g_test_add_func ("/library/other-files-are-passed-over-and-kept",
                   test_other_files_are_passed_over_and_kept);
  g_test_add_func ("/library/entry-says-what-the-pack-says", test_entry_says_what_the_pack_says);
  g_test_add_func ("/library/one-illustrative-answer-is-said-of-the-pack",
                   test_one_illustrative_answer_is_said_of_the_pack);
  g_test_add_func ("/library/pack-of-models-says-so", test_pack_of_models_says_so);
  g_test_add_func ("/library/nothing-changes-if-nothing-changed",
                   test_nothing_changes_if_nothing_changed);
  g_test_add_func ("/library/new-file-is-one-change", test_new_file_is_one_change);
  g_test_add_func ("/library/lost-file-is-one-change", test_lost_file_is_one_change);
  g_test_add_func ("/library/changed-file-is-one-change", test_changed_file_is_one_change);
  g_test_add_func ("/library/many-changes-end-in-the-right-list",
                   test_many_changes_end_in_the_right_list);
  g_test_add_func ("/library/refresh-can-be-cancelled", test_refresh_can_be_cancelled);
  g_test_add_func ("/library/library-goes-when-nobody-holds-it",
                   test_library_goes_when_nobody_holds_it);

  return g_test_run ();
}
