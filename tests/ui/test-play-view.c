/* test-play-view.c: from the last round of a game to its summary
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-play-view.h"
#include "byl-summary-page.h"
#include "byl-trouble-bar.h"
#include "ui-fixture.h"

#define TROUBLE "The disk is full."

typedef struct
{
  char       *folder;
  BylLibrary *library;
  BylJournal *journal;
  GtkWidget  *window;
  GtkWidget  *view;
} Fixture;

static GFile *
get_file (Fixture    *fixture,
          const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

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
  built_in = get_file (fixture, "built-in");
  own = get_file (fixture, "own");
  index = get_file (fixture, "index");
  fixture->library = byl_library_new (built_in, own, index, NULL);
  fixture->journal = ui_fixture_open_journal (fixture->folder);
  fixture->view = byl_play_view_new (fixture->library);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
}

/* GTK 4.8 keeps a page of a stack that was hidden, and with it what the page holds. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  ui_fixture_destroy_window (fixture->window);
  g_object_unref (fixture->library);
  byl_journal_close (fixture->journal);
  g_object_unref (fixture->journal);
  ui_fixture_remove_folder (fixture->folder);
}

static BylTable *
new_table (Fixture *fixture)
{
  g_autoptr(BylGame) game = byl_game_new (ui_fixture_deal (2, 1, FALSE));

  return byl_table_new (fixture->journal, game);
}

static void
finish (Fixture *fixture)
{
  BylPlayView *view = BYL_PLAY_VIEW (fixture->view);

  g_signal_emit_by_name (byl_play_view_get_round_page (view), "finished");
}

static const char *
get_told (Fixture *fixture)
{
  GtkWidget *summary = ui_fixture_find (fixture->view, BYL_TYPE_SUMMARY_PAGE, 0);

  return byl_trouble_bar_get_sentence
           (BYL_TROUBLE_BAR (gtk_widget_get_template_child (summary, BYL_TYPE_SUMMARY_PAGE,
                                                            "trouble_bar")));
}

static gboolean
is_out_of_trouble (gpointer table)
{
  return byl_table_get_trouble (table) == NULL;
}

static void
test_summary_says_that_the_game_is_not_kept (Fixture       *fixture,
                                             gconstpointer  user_data)
{
  g_autoptr(BylTable) table = new_table (fixture);

  byl_table_set_trouble (table, TROUBLE);
  byl_play_view_set_table (BYL_PLAY_VIEW (fixture->view), table);
  finish (fixture);
  g_assert_nonnull (get_told (fixture));
  g_assert_nonnull (strstr (get_told (fixture), TROUBLE));

  /* The game can be kept after all: then there is nothing to say. */
  g_signal_emit_by_name (ui_fixture_find_button (fixture->view, "Try again"), "clicked");
  ui_fixture_wait_until (is_out_of_trouble, table, "the end of the trouble");
  g_assert_null (get_told (fixture));
}

static void
test_summary_of_a_game_that_is_kept_says_nothing (Fixture       *fixture,
                                                  gconstpointer  user_data)
{
  g_autoptr(BylTable) bad = new_table (fixture);
  g_autoptr(BylTable) good = new_table (fixture);

  byl_table_set_trouble (bad, TROUBLE);
  byl_play_view_set_table (BYL_PLAY_VIEW (fixture->view), bad);
  byl_play_view_set_table (BYL_PLAY_VIEW (fixture->view), good);
  finish (fixture);
  g_assert_null (get_told (fixture));
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

  add ("/play-view/summary-says-that-the-game-is-not-kept",
       test_summary_says_that_the_game_is_not_kept);
  add ("/play-view/summary-of-a-game-that-is-kept-says-nothing",
       test_summary_of_a_game_that_is_kept_says_nothing);

  return g_test_run ();
}
