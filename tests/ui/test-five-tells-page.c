/* test-five-tells-page.c: two writers are chosen, shown and played
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-example-view.h"
#include "byl-five-tells-page.h"
#include "byl-lesson.h"
#include "byl-pair-tell-row.h"
#include "byl-places.h"
#include "byl-rules.h"
#include "ui-fixture.h"

typedef struct
{
  char       *folder;
  BylLibrary *library;
  GtkWidget  *page;
  char      **played; /* (nullable): ids of those who play */
  guint       answers;
} Fixture;

static GFile *
get_file (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
play_cb (BylFiveTellsPage *page,
         BylPackEntry     *entry,
         BylRules         *rules,
         Fixture          *fixture)
{
  g_assert_cmpstr (byl_pack_entry_get_id (entry), ==, BYL_LESSON_PACK);
  fixture->played = g_strdupv (rules->writers);
  fixture->answers = rules->answers;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr(GFile) built_in = get_file (byl_places_get_data_dir (), "packs");
  g_autoptr(GFile) own = NULL;
  g_autoptr(GFile) index = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  fixture->folder = ui_fixture_make_folder ();
  own = get_file (fixture->folder, "own");
  index = get_file (fixture->folder, "index");
  fixture->library = byl_library_new (built_in, own, index, NULL);
  fixture->page = g_object_ref_sink (byl_five_tells_page_new ());

  if (user_data != NULL)
    {
      byl_library_refresh_async (fixture->library, NULL, ui_fixture_keep_result, &result);
      ui_fixture_wait_result (&result);
    }

  byl_five_tells_page_set_up (BYL_FIVE_TELLS_PAGE (fixture->page), fixture->library, NULL);
  g_signal_connect (fixture->page, "play", G_CALLBACK (play_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_strfreev (fixture->played);
  g_assert_finalize_object (fixture->page);
  g_object_unref (fixture->library);
  ui_fixture_remove_folder (fixture->folder);
}

static gboolean
is_ready (gpointer data)
{
  return byl_five_tells_page_get_ready (data);
}

static void
open_page (Fixture    *fixture,
           const char *first,
           const char *second)
{
  byl_five_tells_page_open (BYL_FIVE_TELLS_PAGE (fixture->page), BYL_LESSON_PACK, first, second);
  ui_fixture_wait_until (is_ready, fixture->page, "the tells");
}

static GtkDropDown *
get_chooser (Fixture    *fixture,
             const char *name)
{
  return GTK_DROP_DOWN (gtk_widget_get_template_child (fixture->page, BYL_TYPE_FIVE_TELLS_PAGE,
                                                       name));
}

static const char *
get_name (GtkDropDown *chooser)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (chooser));
}

static void
test_without_packs_it_says_so (Fixture       *fixture,
                               gconstpointer  user_data)
{
  g_assert_false (byl_five_tells_page_open (BYL_FIVE_TELLS_PAGE (fixture->page), "any", "", ""));
  g_assert_false (byl_five_tells_page_get_ready (BYL_FIVE_TELLS_PAGE (fixture->page)));
  g_assert_nonnull (ui_fixture_find_text (fixture->page, "No pack has two writers"));
}

static void
test_unknown_names_show_the_first_writers (Fixture       *fixture,
                                           gconstpointer  user_data)
{
  BylFiveTellsPage *page = BYL_FIVE_TELLS_PAGE (fixture->page);

  g_assert_false (byl_five_tells_page_open (page, "no such pack", "nobody", ""));
  g_assert_cmpuint (gtk_drop_down_get_selected (get_chooser (fixture, "first")), ==, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (get_chooser (fixture, "second")), ==, 1);
  g_assert_false (byl_five_tells_page_open (page, BYL_LESSON_PACK, "host", "host"));
  g_assert_true (byl_five_tells_page_open (page, BYL_LESSON_PACK, "host", "clerk"));
  ui_fixture_wait_until (is_ready, fixture->page, "the tells");
}

static void
test_five_tells_are_shown_with_examples (Fixture       *fixture,
                                         gconstpointer  user_data)
{
  open_page (fixture, "host", "almanac");
  g_assert_cmpuint (ui_fixture_count_shown (fixture->page, BYL_TYPE_PAIR_TELL_ROW), ==, 5);
  g_assert_cmpuint (ui_fixture_count_shown (fixture->page, BYL_TYPE_EXAMPLE_VIEW), >=, 3);
  g_assert_cmpstr (get_name (get_chooser (fixture, "first")), ==, "The Host");
  g_assert_cmpstr (get_name (get_chooser (fixture, "second")), ==, "The Almanac");

  byl_five_tells_page_set_narrow (BYL_FIVE_TELLS_PAGE (fixture->page), TRUE);
  g_assert_cmpuint (ui_fixture_count_shown (fixture->page, BYL_TYPE_PAIR_TELL_ROW), ==, 5);
}

static void
test_who_stands_on_the_other_side_is_swapped (Fixture       *fixture,
                                              gconstpointer  user_data)
{
  open_page (fixture, "host", "almanac");
  gtk_drop_down_set_selected (get_chooser (fixture, "first"),
                              gtk_drop_down_get_selected (get_chooser (fixture, "second")));
  g_assert_cmpstr (get_name (get_chooser (fixture, "first")), ==, "The Almanac");
  g_assert_cmpstr (get_name (get_chooser (fixture, "second")), ==, "The Host");
  g_assert_false (byl_five_tells_page_get_ready (BYL_FIVE_TELLS_PAGE (fixture->page)));
  ui_fixture_wait_until (is_ready, fixture->page, "the tells");
}

static void
test_duel_is_of_these_two (Fixture       *fixture,
                           gconstpointer  user_data)
{
  open_page (fixture, "clerk", "consultant");
  g_signal_emit_by_name (ui_fixture_find_button (fixture->page, "Play the Blind Duel"), "clicked");
  g_assert_nonnull (fixture->played);
  g_assert_cmpuint (g_strv_length (fixture->played), ==, 2);
  g_assert_cmpstr (fixture->played[0], ==, "clerk");
  g_assert_cmpstr (fixture->played[1], ==, "consultant");
  g_assert_cmpuint (fixture->answers, ==, 2);
}

static void
test_page_may_go_while_it_measures (Fixture       *fixture,
                                    gconstpointer  user_data)
{
  BylFiveTellsPage *page = BYL_FIVE_TELLS_PAGE (fixture->page);

  byl_five_tells_page_open (page, BYL_LESSON_PACK, "clerk", "consultant");
  byl_five_tells_page_open (page, BYL_LESSON_PACK, "clerk", "host");
  g_object_run_dispose (G_OBJECT (page));
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &fixture->page);
  g_object_unref (page);

  while (fixture->page != NULL)
    g_main_context_iteration (NULL, TRUE);

  fixture->page = g_object_ref_sink (byl_five_tells_page_new ());
}

static void
add (const char    *path,
     gconstpointer  has_packs,
     void         (*test) (Fixture       *fixture,
                           gconstpointer  user_data))
{
  g_test_add (path, Fixture, has_packs, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  const char *packs = "packs";
  char *cache = ui_fixture_make_folder ();
  int result;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);

  if (!ui_fixture_init (&argc, &argv))
    {
      ui_fixture_remove_folder (cache);
      return 0;
    }

  add ("/five-tells-page/without-packs-it-says-so", NULL, test_without_packs_it_says_so);
  add ("/five-tells-page/unknown-names-show-the-first-writers", packs,
       test_unknown_names_show_the_first_writers);
  add ("/five-tells-page/five-tells-are-shown-with-examples", packs,
       test_five_tells_are_shown_with_examples);
  add ("/five-tells-page/who-stands-on-the-other-side-is-swapped", packs,
       test_who_stands_on_the_other_side_is_swapped);
  add ("/five-tells-page/duel-is-of-these-two", packs, test_duel_is_of_these_two);
  add ("/five-tells-page/page-may-go-while-it-measures", packs, test_page_may_go_while_it_measures);

  result = g_test_run ();
  ui_fixture_remove_folder (cache);

  return result;
}
