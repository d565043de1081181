/* test-known-facts.c: what is known of models, as far as it is as it should be
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-known-facts.h"
#include "byl-places.h"

#include <glib/gstdio.h>

static GPtrArray *
load (const char  *text,
      GError     **error)
{
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  int descriptor = g_file_open_tmp ("byline-facts-XXXXXX.json", &path, NULL);
  GPtrArray *writers;

  g_assert_cmpint (descriptor, >=, 0);
  g_close (descriptor, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = g_file_new_for_path (path);
  writers = byl_known_facts_load (file, error);
  g_unlink (path);

  return writers;
}

static void
test_what_is_no_list_is_refused (void)
{
  const char *cases[] = { "", "[]", "{", "{\"format\":\"byline-writers\"}",
                          "{\"format\":\"byline-pack\",\"writers\":[]}",
                          "{\"format\":\"byline-writers\",\"writers\":{}}" };
  g_autoptr(GFile) nowhere = g_file_new_for_path ("/nowhere/writers.json");
  g_autoptr(GError) missing = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (load (cases[i], &error));
      g_assert_error (error, BYL_ERROR, BYL_ERROR_FORMAT);
    }

  g_assert_null (byl_known_facts_load (nowhere, &missing));
  g_assert_error (missing, BYL_ERROR, BYL_ERROR_READ);
}

static void
test_what_is_odd_is_left_out (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) writers =
    load ("{\"format\":\"byline-writers\",\"version\":1,\"writers\":[1,{\"id\":\"x\"},"
          "{\"id\":\"a\",\"name\":\"A\",\"maker\":\"M\",\"aliases\":[\"Alpha\",2],"
          "\"available\":\"here\",\"facts\":[3,{\"label\":\"L\"},"
          "{\"label\":\"L\",\"value\":\"5\",\"source\":\"S\"}]}]}", &error);
  const BylKnownWriter *writer;

  g_assert_no_error (error);
  g_assert_cmpuint (writers->len, ==, 1);
  writer = g_ptr_array_index (writers, 0);
  g_assert_cmpuint (g_strv_length (writer->aliases), ==, 1);
  g_assert_null (writer->available[0]);
  g_assert_cmpuint (writer->facts->len, ==, 1);
  g_assert_null (((BylKnownFact *) g_ptr_array_index (writer->facts, 0))->source);
  g_assert_true (byl_known_writer_is (writer, "ALPHA"));
  g_assert_true (byl_known_writer_is (writer, "a"));
  g_assert_false (byl_known_writer_is (writer, "Al"));
}

static void
test_installed_list_has_facts_with_sources (void)
{
  g_autofree char *path = g_build_filename (byl_places_get_data_dir (), "writers.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) writers = byl_known_facts_load (file, &error);
  guint n_facts = 0;

  g_assert_no_error (error);

  for (guint i = 0; i < writers->len; i++)
    {
      const BylKnownWriter *writer = g_ptr_array_index (writers, i);

      for (guint j = 0; j < writer->facts->len; j++, n_facts++)
        g_assert_nonnull (((BylKnownFact *) g_ptr_array_index (writer->facts, j))->source);
    }

  g_assert_cmpuint (n_facts, >, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/known-facts/what-is-no-list-is-refused", test_what_is_no_list_is_refused);
  g_test_add_func ("/known-facts/what-is-odd-is-left-out", test_what_is_odd_is_left_out);
  g_test_add_func ("/known-facts/installed-list-has-facts-with-sources",
                   test_installed_list_has_facts_with_sources);

  return g_test_run ();
}
