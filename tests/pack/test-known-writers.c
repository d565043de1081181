/* test-known-writers.c: what is known of models, and what is no such list
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-known-writers.h"
#include "test-pack-support.h"

static void
check_refused (const char *contents,
               BylError    code)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) file = test_write (dir, "writers.json", contents);
  g_autoptr(GError) error = NULL;

  g_assert_null (byl_known_writers_load (file, &error));
  g_assert_error (error, BYL_ERROR, (int) code);
  g_assert_null (byl_known_writers_load (file, NULL));
}

static void
test_broken_list_is_an_error (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) missing = test_child (dir, "writers.json");
  g_autoptr(GError) error = NULL;

  g_assert_null (byl_known_writers_load (missing, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_READ);

  check_refused ("", BYL_ERROR_SYNTAX);
  check_refused ("{\"format\":", BYL_ERROR_SYNTAX);
  check_refused ("[]", BYL_ERROR_FORMAT);
  check_refused ("{\"format\": 1, \"version\": 1, \"writers\": []}", BYL_ERROR_FORMAT);
  check_refused ("{\"format\": \"byline-pack\", \"version\": 1, \"writers\": []}",
                 BYL_ERROR_FORMAT);
  check_refused ("{\"format\": \"byline-writers\", \"version\": 2, \"writers\": []}",
                 BYL_ERROR_VERSION);
  check_refused ("{\"format\": \"byline-writers\", \"version\": \"1\", \"writers\": []}",
                 BYL_ERROR_VERSION);
  check_refused ("{\"format\": \"byline-writers\", \"version\": 1}", BYL_ERROR_FORMAT);
  check_refused ("{\"format\": \"byline-writers\", \"version\": 1, \"writers\": {}}",
                 BYL_ERROR_FORMAT);
  check_refused ("{\"format\": \"byline-writers\", \"version\": 1, \"writers\": [1]}",
                 BYL_ERROR_FORMAT);
}

static void
test_broken_writer_is_an_error (void)
{
  static const char * const writers[] = {
    "{}",
    "{\"id\": \"a\", \"name\": \"A\"}",
    "{\"id\": \"a\", \"name\": 1, \"maker\": \"M\"}",
    "{\"id\": \"a\", \"name\": \"A\", \"maker\": \"M\", \"aliases\": \"B\"}",
    "{\"id\": \"a\", \"name\": \"A\", \"maker\": \"M\", \"aliases\": [1]}",
    "{\"id\": \"a\", \"name\": \"A\", \"maker\": \"M\", \"aliases\": [null]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"format\": \"byline-writers\", \"version\": 1, "
                                               "\"writers\": [%s]}", writers[i]);

      check_refused (text, BYL_ERROR_FORMAT);
    }
}

static void
test_all_names_are_added_as_they_are_written (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) file =
    test_write (dir, "writers.json",
                "{\"format\": \"byline-writers\", \"version\": 1, \"writers\": ["
                "{\"id\": \"a\", \"name\": \"Alpha\", \"maker\": \"Makers\", \"aliases\": "
                "[\"First\"], "
                "\"x\": {}}, {\"id\": \"b\", \"name\": \"Beta\", \"maker\": \"Makers\"}]}");
  g_autoptr(GError) error = NULL;
  g_autoptr(BylKnownWriters) known = byl_known_writers_load (file, &error);
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_auto(GStrv) exact = NULL;
  g_auto(GStrv) any = NULL;

  g_assert_no_error (error);
  byl_known_writers_add_names (known, mask);
  exact = byl_mask_dup_names (mask, BYL_MASK_EXACT_CASE);
  any = byl_mask_dup_names (mask, BYL_MASK_ANY_CASE);
  g_assert_true (g_strv_contains ((const char * const *) exact, "Alpha"));
  g_assert_true (g_strv_contains ((const char * const *) exact, "First"));
  g_assert_true (g_strv_contains ((const char * const *) exact, "Makers"));
  g_assert_true (g_strv_contains ((const char * const *) exact, "Beta"));
  g_assert_cmpuint (g_strv_length (any), ==, 0);
}

static void
test_empty_list_can_be_used (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) file =
    test_write (dir, "writers.json",
                "{\"format\": \"byline-writers\", \"version\": 1, \"writers\": []}");
  g_autoptr(BylKnownWriters) read = byl_known_writers_load (file, NULL);
  g_autoptr(BylKnownWriters) empty = byl_known_writers_new_empty ();
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_auto(GStrv) names = NULL;

  byl_known_writers_add_names (read, mask);
  byl_known_writers_add_names (empty, mask);
  names = byl_mask_dup_names (mask, BYL_MASK_EXACT_CASE);
  g_assert_cmpuint (g_strv_length (names), ==, 0);
}

static void
test_own_list_is_good (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("BYLINE_DATA_DIR"), "writers.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(BylKnownWriters) known = byl_known_writers_load (file, &error);
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_auto(GStrv) names = NULL;

  g_assert_no_error (error);
  byl_known_writers_add_names (known, mask);
  names = byl_mask_dup_names (mask, BYL_MASK_EXACT_CASE);
  g_assert_true (g_strv_contains ((const char * const *) names, "Muse Spark"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/known-writers/broken-list-is-an-error", test_broken_list_is_an_error);
  g_test_add_func ("/known-writers/broken-writer-is-an-error", test_broken_writer_is_an_error);
  g_test_add_func ("/known-writers/all-names-are-added-as-they-are-written",
                   test_all_names_are_added_as_they_are_written);
  g_test_add_func ("/known-writers/empty-list-can-be-used", test_empty_list_can_be_used);
  g_test_add_func ("/known-writers/own-list-is-good", test_own_list_is_good);

  return g_test_run ();
}
