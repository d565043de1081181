/* test-figures.c: figures that come with the program, and those of a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-figures.h"
#include "byl-pack-reader.h"
#include "byl-places.h"
#include "byl-profile-store.h"

#include <glib/gstdio.h>

#define HEAD "{\"format\":\"byline-figures\",\"version\":1,\"kinds\":1,\"pack\":\"p\",\"title\":\"T\","
#define DASH "{\"kind\":\"em-dash\",\"value\":9.5,\"low\":8,\"high\":11,\"others\":2,\"z\":7," \
             "\"separation\":0.8,\"effect\":1.5,\"answers_with\":9,\"answers\":10," \
             "\"others_with\":3,\"others_answers\":30,\"is_tell\":true}"

static BylFigures *
load (const char  *text,
      GError     **error)
{
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  int descriptor = g_file_open_tmp ("byline-figures-XXXXXX.json", &path, NULL);
  BylFigures *figures;

  g_assert_cmpint (descriptor, >=, 0);
  g_close (descriptor, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = g_file_new_for_path (path);
  figures = byl_figures_load (file, error);
  g_unlink (path);

  return figures;
}

static void
test_what_are_no_figures_is_refused (void)
{
  const char *cases[] = {
    "",
    "[]",
    "{",
    "{\"format\":\"byline-figures\"}",
    "{\"format\":\"byline-figures\",\"version\":2,\"kinds\":1,\"pack\":\"p\",\"title\":\"T\","
    "\"writers\":[]}",
    "{\"format\":\"byline-figures\",\"version\":1,\"kinds\":999,\"pack\":\"p\",\"title\":\"T\","
    "\"writers\":[]}",
    HEAD "\"writers\":{}}",
    HEAD "\"writers\":[1]}",
    HEAD "\"writers\":[{\"id\":\"a\",\"name\":\"A\"}]}",
    HEAD "\"writers\":[{\"id\":\"a\",\"name\":\"A\",\"tells\":[{\"kind\":\"no-kind\"}]}]}",
    HEAD "\"writers\":[{\"id\":\"a\",\"name\":\"A\",\"tells\":[{\"kind\":\"em-dash\"}]}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (load (cases[i], &error));
      g_assert_error (error, BYL_ERROR, BYL_ERROR_FORMAT);
    }
}

static void
test_figures_are_read_as_written (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BylFigures) figures =
    load (HEAD "\"answers\":40,\"date\":\"2026-04\",\"writers\":[{\"id\":\"a\",\"name\":\"A\","
          "\"answers\":10,\"tells\":[" DASH "],\"words\":[\"well\",3,\"of course\"]}]}", &error);
  const BylMeasure *ranked[BYL_N_TELLS];
  const BylWriterFigures *writer;

  g_assert_no_error (error);
  g_assert_true (figures->is_shipped);
  g_assert_cmpuint (figures->n_answers, ==, 40);
  g_assert_cmpstr (figures->date, ==, "2026-04");
  g_assert_cmpuint (figures->writers->len, ==, 1);
  writer = g_ptr_array_index (figures->writers, 0);
  g_assert_cmpuint (writer->n_answers, ==, 10);
  g_assert_cmpuint (g_strv_length (writer->words), ==, 2);
  g_assert_null (byl_writer_figures_get (writer, BYL_TELL_HEDGE));
  g_assert_cmpfloat (byl_writer_figures_get (writer, BYL_TELL_EM_DASH)->value, ==, 9.5);
  g_assert_cmpuint (byl_writer_figures_rank (writer, ranked), ==, 1);
  g_assert_cmpint (ranked[0]->tell, ==, BYL_TELL_EM_DASH);
}

static void
test_shipped_figures_can_be_read (void)
{
  g_autofree char *path =
    g_build_filename (byl_places_get_data_dir (), "figures", "frontier-2026.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(BylFigures) figures = byl_figures_load (file, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (figures->writers->len, ==, 4);
  g_assert_nonnull (figures->source);

  for (guint i = 0; i < figures->writers->len; i++)
    {
      const BylWriterFigures *writer = g_ptr_array_index (figures->writers, i);
      const BylMeasure *ranked[BYL_N_TELLS];

      g_assert_cmpuint (writer->n_answers, ==, 148);
      g_assert_cmpuint (byl_writer_figures_rank (writer, ranked), >=, 5);
      g_assert_nonnull (writer->words[0]);
    }
}

static void
test_figures_of_a_pack_are_those_of_its_profile (void)
{
  g_autofree char *path =
    g_build_filename (byl_places_get_data_dir (), "packs", "learn-the-tells.json", NULL);
  g_autofree char *lexicons = g_build_filename (byl_places_get_data_dir (), "lexicons", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(BylPack) pack = byl_pack_load (file, NULL, NULL, &error);
  g_autoptr(BylProfile) profile = byl_profile_load (pack, NULL, lexicons, NULL, NULL, &error);
  g_autoptr(BylFigures) figures = byl_figures_new (pack, profile);

  g_assert_no_error (error);
  g_assert_false (figures->is_shipped);
  g_assert_cmpint (figures->provenance, ==, BYL_PROVENANCE_ILLUSTRATIVE);
  g_assert_cmpuint (figures->writers->len, ==, byl_pack_get_n_writers (pack));
  g_assert_cmpuint (figures->n_answers, ==, 96);

  for (guint i = 0; i < figures->writers->len; i++)
    {
      const BylWriterFigures *writer = g_ptr_array_index (figures->writers, i);

      g_assert_cmpstr (writer->id, ==, byl_pack_get_writer (pack, i)->id);
      for (guint j = 0; j < BYL_N_TELLS; j++)
        g_assert_cmpfloat (byl_writer_figures_get (writer, j)->z, ==,
                           byl_profile_find_measure (profile, i, j)->z);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/what-are-no-figures-is-refused", test_what_are_no_figures_is_refused);
  g_test_add_func ("/figures/figures-are-read-as-written", test_figures_are_read_as_written);
  g_test_add_func ("/figures/shipped-figures-can-be-read", test_shipped_figures_can_be_read);
  g_test_add_func ("/figures/figures-of-a-pack-are-those-of-its-profile",
                   test_figures_of_a_pack_are_those_of_its_profile);

  return g_test_run ();
}
