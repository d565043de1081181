/* test-import-window.c: files that a recipe knows, from the look at them to the pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import-window.h"
#include "ui-fixture.h"

#include <glib/gstdio.h>

/* Any table whose columns bear these names. */
#define TABLE_RECIPE \
  "{\"format\":\"byline-recipe\",\"version\":1,\"id\":\"any-table\",\"title\":\"Any <table>\"," \
  "\"summary\":\"A row for each answer.\",\"language\":\"en\",\"generic\":true,\"readings\":[" \
  "{\"files\":\"*.csv\",\"format\":\"csv\",\"header\":\"present\",\"prompt\":\"/question\"," \
  "\"writer\":\"/writer\",\"answer\":\"/answer\"}]}"

/* A data set in two kinds of files. */
#define SET_RECIPE \
  "{\"format\":\"byline-recipe\",\"version\":1,\"id\":\"slugs\",\"title\":\"The Slug Survey\"," \
  "\"language\":\"en\",\"license\":\"CC-BY-4.0\",\"source\":{\"title\":" \
  "\"Slugs & snails\",\"url\":\"https://catalogue.example/slugs\"},\"readings\":[" \
  "{\"files\":\"questions.jsonl\",\"format\":\"json-lines\",\"question\":\"/number\"," \
  "\"prompt\":\"/asked\"}," \
  "{\"files\":\"*.jsonl\",\"format\":\"json-lines\",\"question\":\"/number\"," \
  "\"writer\":\"/who\",\"answer\":\"/said\"}]}"

#define TABLE \
  "question,writer,answer\n" \
  "How do I keep slugs away?,Ash <4>,Put a ring of copper around the bed.\n" \
  "How do I keep slugs away?,Birch,\"Great question! Copper, beer and coffee.\"\n" \
  "How do I keep slugs away?,Cedar,I would ask a hedgehog to move in.\n" \
  "When do I sow beans?,Ash <4>,\"After the last frost, in the middle of May.\"\n" \
  "When do I sow beans?,Birch,In May; not before the saints of ice.\n" \
  "What is loam?,Ash <4>,\n"

#define QUESTIONS "{\"number\":1,\"asked\":\"What eats slugs?\"}\n"
#define ASH "{\"number\":1,\"who\":\"Ash\",\"said\":\"Hedgehogs eat slugs at night.\"}\n"
#define BIRCH "{\"number\":1,\"who\":\"Birch\",\"said\":\"Ducks do, and with pleasure.\"}\n"

typedef struct
{
  char       *folder;
  GFile      *recipes;
  BylLibrary *library;
  GPtrArray  *files;
  GPtrArray  *offers;
  GPtrArray  *unknown;
  GtkWindow  *window;
  char       *imported; /* (nullable): id of the pack */
} Fixture;

static GFile *
get_file (Fixture    *fixture,
          const char *folder,
          const char *name,
          const char *contents)
{
  g_autofree char *parent = g_build_filename (fixture->folder, folder, NULL);
  g_autofree char *path = g_build_filename (parent, name, NULL);

  g_mkdir_with_parents (parent, 0700);

  if (contents != NULL)
    g_assert_true (g_file_set_contents (path, contents, -1, NULL));

  return g_file_new_for_path (path);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr(GFile) built_in = NULL;
  g_autoptr(GFile) own = NULL;
  g_autoptr(GFile) index = NULL;

  fixture->folder = ui_fixture_make_folder ();
  g_object_unref (get_file (fixture, "recipes", "any-table.json", TABLE_RECIPE));
  g_object_unref (get_file (fixture, "recipes", "slugs.json", SET_RECIPE));
  fixture->recipes = get_file (fixture, "recipes", ".", NULL);
  built_in = get_file (fixture, "built-in", ".", NULL);
  own = get_file (fixture, "own", ".", NULL);
  index = get_file (fixture, "cache", "index", NULL);
  fixture->library = byl_library_new (built_in, own, index, NULL);
  fixture->files = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_clear_pointer (&fixture->offers, g_ptr_array_unref);
  g_clear_pointer (&fixture->unknown, g_ptr_array_unref);
  g_ptr_array_unref (fixture->files);
  ui_fixture_settle ();
  g_assert_finalize_object (fixture->library);
  g_object_unref (fixture->recipes);
  ui_fixture_remove_folder (fixture->folder);
  g_free (fixture->imported);
}

static void
add_file (Fixture    *fixture,
          const char *name,
          const char *contents)
{
  g_ptr_array_add (fixture->files, get_file (fixture, "downloads", name, contents));
}

static void
find (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  byl_import_finding_start_async (fixture->recipes, fixture->files, NULL, ui_fixture_keep_result,
                                  &result);
  ui_fixture_wait_result (&result);
  fixture->offers = byl_import_finding_start_finish (result, &fixture->unknown, &error);
  g_assert_no_error (error);
}

static void
imported_cb (GtkWindow    *window,
             BylPackEntry *pack,
             Fixture      *fixture)
{
  fixture->imported = g_strdup (byl_pack_entry_get_id (pack));
}

static void
open_window (Fixture *fixture)
{
  find (fixture);
  g_assert_cmpuint (fixture->offers->len, ==, 1);
  fixture->window = byl_import_window_new (NULL, fixture->offers->pdata[0], fixture->library);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  g_signal_connect (fixture->window, "imported", G_CALLBACK (imported_cb), fixture);
  gtk_window_present (fixture->window);
}

static gboolean
shows (GtkWindow  *window,
       const char *text)
{
  GtkWidget *label = ui_fixture_find_text (GTK_WIDGET (window), text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static GtkWidget *
find_import (Fixture *fixture)
{
  return ui_fixture_find_button (GTK_WIDGET (fixture->window), "Import");
}

static gboolean
is_offered (gpointer data)
{
  Fixture *fixture = data;

  return shows (fixture->window, "Who Takes Part")
         && gtk_widget_get_sensitive (find_import (fixture));
}

static gboolean
has_failed (gpointer data)
{
  return shows (((Fixture *) data)->window, "Nothing Can Be Made of This");
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->window == NULL;
}

static gboolean
counts_two_answers (gpointer data)
{
  Fixture *fixture = data;

  return is_offered (fixture) && shows (fixture->window, "1") && shows (fixture->window, "2");
}

/* The switch of a writer, by the order in which they are shown. */
static GtkSwitch *
find_switch (Fixture *fixture,
             guint    number)
{
  return GTK_SWITCH (ui_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_SWITCH, number));
}

static void
press_import (Fixture *fixture)
{
  g_signal_emit_by_name (find_import (fixture), "clicked");
}

static guint
count_packs (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->library));
}

static void
close_window (Fixture *fixture)
{
  gtk_window_close (fixture->window);
  ui_fixture_wait_until (is_gone, fixture, "the end of the window");
}

static void
test_what_no_recipe_knows_is_not_offered (Fixture       *fixture,
                                          gconstpointer  user_data)
{
  add_file (fixture, "shopping.csv", "bread,2\nmilk,1\n");
  add_file (fixture, "notes.txt", "Buy bread.");
  add_file (fixture, "missing.csv", NULL);
  find (fixture);
  g_assert_cmpuint (fixture->offers->len, ==, 0);
  g_assert_cmpuint (fixture->unknown->len, ==, 3);
}

static void
test_files_that_are_not_what_they_seem_are_refused (Fixture       *fixture,
                                                    gconstpointer  user_data)
{
  add_file (fixture, "lonely.csv", "question,writer,answer\nWhy is it so?,Ash,Because it is.\n");
  open_window (fixture);
  ui_fixture_wait_until (has_failed, fixture, "the refusal");
  g_assert_false (gtk_widget_get_sensitive (find_import (fixture)));
  close_window (fixture);
  g_assert_cmpuint (count_packs (fixture), ==, 0);
}

static void
test_files_of_a_data_set_are_one_offer (Fixture       *fixture,
                                        gconstpointer  user_data)
{
  const BylImportOffer *offer;

  add_file (fixture, "ash.jsonl", ASH);
  add_file (fixture, "table.csv", TABLE);
  add_file (fixture, "questions.jsonl", QUESTIONS);
  add_file (fixture, "birch.jsonl", BIRCH);
  find (fixture);
  g_assert_cmpuint (fixture->unknown->len, ==, 0);
  g_assert_cmpuint (fixture->offers->len, ==, 2);
  offer = fixture->offers->pdata[0];
  g_assert_cmpstr (byl_recipe_get_id (offer->recipes->pdata[0]), ==, "slugs");
  g_assert_cmpuint (offer->sources->len, ==, 3);
  offer = fixture->offers->pdata[1];
  g_assert_cmpstr (byl_recipe_get_id (offer->recipes->pdata[0]), ==, "any-table");
  g_assert_cmpuint (offer->sources->len, ==, 1);
}

static void
test_nothing_is_done_before_it_is_asked_for (Fixture       *fixture,
                                             gconstpointer  user_data)
{
  add_file (fixture, "table.csv", TABLE);
  open_window (fixture);
  g_assert_false (gtk_widget_get_sensitive (find_import (fixture)));
  g_assert_false (shows (fixture->window, "Who Takes Part"));
  ui_fixture_wait_until (is_offered, fixture, "the offer");
  g_assert_true (shows (fixture->window, "Any <table>"));
  g_assert_true (shows (fixture->window, "A row for each answer."));
  g_assert_true (shows (fixture->window, "table.csv"));
  g_assert_true (shows (fixture->window, "Ash <4>"));
  g_assert_true (shows (fixture->window, "5"));
  close_window (fixture);
  g_assert_cmpuint (count_packs (fixture), ==, 0);
  g_assert_null (fixture->imported);
}

static void
test_an_import_ends_in_a_pack (Fixture       *fixture,
                               gconstpointer  user_data)
{
  g_autoptr(BylPackEntry) pack = NULL;

  add_file (fixture, "questions.jsonl", QUESTIONS);
  add_file (fixture, "ash.jsonl", ASH);
  add_file (fixture, "birch.jsonl", BIRCH);
  open_window (fixture);
  ui_fixture_wait_until (is_offered, fixture, "the offer");
  g_assert_true (shows (fixture->window, "CC-BY-4.0"));
  g_assert_true (shows (fixture->window, "Slugs & snails"));
  press_import (fixture);
  ui_fixture_wait_until (is_gone, fixture, "the end of the window");
  g_assert_cmpstr (fixture->imported, ==, "slugs");
  g_assert_cmpuint (count_packs (fixture), ==, 1);
  pack = g_list_model_get_item (G_LIST_MODEL (fixture->library), 0);
  g_assert_cmpuint (byl_pack_entry_get_n_questions (pack), ==, 1);
  g_assert_cmpint (byl_pack_entry_get_provenance (pack), ==, BYL_PROVENANCE_IMPORTED);
}

static void
test_who_takes_part_is_chosen (Fixture       *fixture,
                               gconstpointer  user_data)
{
  g_autoptr(BylPackEntry) pack = NULL;
  const char * const *names;

  add_file (fixture, "table.csv", TABLE);
  open_window (fixture);
  ui_fixture_wait_until (is_offered, fixture, "the offer");

  /* Two are needed. */
  gtk_switch_set_active (find_switch (fixture, 0), FALSE);
  g_assert_true (gtk_widget_get_sensitive (find_import (fixture)));
  gtk_switch_set_active (find_switch (fixture, 1), FALSE);
  g_assert_false (gtk_widget_get_sensitive (find_import (fixture)));
  g_assert_true (shows (fixture->window, "At least two writers have to take part."));

  /* Birch and Cedar have one question in common. */
  gtk_switch_set_active (find_switch (fixture, 1), TRUE);
  g_assert_false (shows (fixture->window, "At least two writers have to take part."));
  ui_fixture_wait_until (counts_two_answers, fixture, "the count");
  press_import (fixture);
  ui_fixture_wait_until (is_gone, fixture, "the end of the window");
  pack = g_list_model_get_item (G_LIST_MODEL (fixture->library), 0);
  names = byl_pack_entry_get_writer_names (pack);
  g_assert_cmpuint (g_strv_length ((char **) names), ==, 2);
  g_assert_true (g_strv_contains (names, "Birch"));
  g_assert_true (g_strv_contains (names, "Cedar"));
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  user_data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  add ("/import-window/what-no-recipe-knows-is-not-offered",
       test_what_no_recipe_knows_is_not_offered);
  add ("/import-window/files-that-are-not-what-they-seem-are-refused",
       test_files_that_are_not_what_they_seem_are_refused);
  add ("/import-window/files-of-a-data-set-are-one-offer", test_files_of_a_data_set_are_one_offer);
  add ("/import-window/nothing-is-done-before-it-is-asked-for",
       test_nothing_is_done_before_it_is_asked_for);
  add ("/import-window/an-import-ends-in-a-pack", test_an_import_ends_in_a_pack);
  add ("/import-window/who-takes-part-is-chosen", test_who_takes_part_is_chosen);

  return g_test_run ();
}
