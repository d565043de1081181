/* gallery.c: every page in every state as a picture; see tests/gallery.sh
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-home-page.h"
#include "byl-lesson.h"
#include "byl-parts.h"
#include "byl-picture.h"
#include "byl-places.h"
#include "byl-problem.h"
#include "byl-problems-window.h"
#include "byl-rules-window.h"
#include "byl-tell-panel.h"
#include "byl-tell-row.h"
#include "byl-window.h"
#include "gallery-answers.h"
#include "gallery-guide.h"
#include "gallery-studio.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include <locale.h>

#define PATIENCE_SECONDS 20

typedef gboolean (*Condition) (gpointer data);

static const char *folder;
static const char *variant;
static int width;
static int height;
static BylLibrary *library;
static BylJournal *journal;
static BylWindow *window;
static int failures;

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_milliseconds (guint milliseconds)
{
  gboolean stop = FALSE;

  g_timeout_add (milliseconds, stop_cb, &stop);

  while (!stop)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_until (Condition   condition,
            gpointer    data,
            const char *what)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (!condition (data))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("Waited in vain for %s", what);

      wait_milliseconds (10);
    }
}

static void
take_picture (GtkWindow  *of,
              const char *state)
{
  g_autofree char *name = g_strdup_printf ("%s-%s.png", state, variant);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  /* On a loaded machine a page may not have been drawn at first. */
  for (guint i = 0; i < 20; i++)
    {
      g_clear_error (&error);
      wait_milliseconds (250);
      if (byl_picture_save (of, path, &error))
        return;
    }

  g_printerr ("%s\n", error->message);
  failures++;
}

static BylRoundPage *
get_page (void)
{
  BylPlayView *view = byl_window_get_play_view (window);

  return view != NULL ? byl_play_view_get_round_page (view) : NULL;
}

static BylGame *
get_game (void)
{
  BylRoundPage *page = get_page ();

  return page != NULL && byl_round_page_get_table (page) != NULL
           ? byl_table_get_game (byl_round_page_get_table (page)) : NULL;
}

static gboolean
is_game (gpointer data)
{
  return get_game () != NULL && byl_game_get_deal (get_game ())->rules->rounds == GPOINTER_TO_UINT (data)
         && byl_game_get_position (get_game ()) == 0;
}

static gboolean
is_signed (gpointer data)
{
  return byl_round_get_n_unsigned (byl_game_get_round (get_game ())) == GPOINTER_TO_UINT (data);
}

static gboolean
is_revealed (gpointer data)
{
  return byl_round_get_revealed (byl_game_get_round (get_game ()));
}

static gboolean
has_packs (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (library)) >= GPOINTER_TO_UINT (data);
}

static void
start (BylRules *rules)
{
  BylPackEntry *pack = byl_library_find (library, BYL_LESSON_PACK);

  byl_window_start (window, pack, rules);
  wait_until (is_game, GUINT_TO_POINTER (rules->rounds), "a game");
}

/* Signs the first cards with the names in turn: some right, some wrong, as it comes. */
static void
sign (guint n_cards)
{
  BylRound *on_table = byl_game_get_round (get_game ());
  guint n_all = g_list_model_get_n_items (G_LIST_MODEL (on_table));

  for (guint i = 0; i < n_cards; i++)
    {
      byl_round_page_choose (get_page (), i);
      byl_round_page_sign (get_page (), i);
      byl_round_page_raise_bet (get_page (), (int) i);
    }

  wait_until (is_signed, GUINT_TO_POINTER (n_all - n_cards), "the signatures");
}

static gboolean
is_measured (gpointer data)
{
  BylTellSource *source = byl_table_get_tell_source (byl_round_page_get_table (get_page ()));

  return byl_tell_source_get_profile (source) != NULL;
}

static void
reveal (void)
{
  wait_until (is_measured, NULL, "what is measured in the pack");
  byl_round_page_go_on (get_page ());
  wait_until (is_revealed, NULL, "the reveal");
}

/* By its id in a .ui file, or by its type. */
static GtkWidget *
find_child (GtkWidget  *root,
            GType       type,
            const char *id)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type)
      && (id == NULL
          || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (root)), id) == 0))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type, id);

  return found;
}

static GtkWidget *
find_row_with_places (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (BYL_IS_TELL_ROW (root)
      && g_strcmp0 (gtk_widget_get_tooltip_text (root),
                    _("Show in the answer, one after the other")) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row_with_places (child);

  return found;
}

/* The tells beside the chosen answer, or in its place on a narrow window: the strongest ones, the
 * end of all of them, and the place of one in the answer. */
static void
show_tells (void)
{
  GtkWidget *page = GTK_WIDGET (get_page ());
  GtkWidget *panel = find_child (page, BYL_TYPE_TELL_PANEL, NULL);
  GtkWidget *scroller = find_child (panel, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (find_child (page, GTK_TYPE_TOGGLE_BUTTON, "tells_side")), TRUE);
  take_picture (GTK_WINDOW (window), "tells");
  g_signal_emit_by_name (find_child (panel, GTK_TYPE_BUTTON, "more"), "clicked");
  wait_milliseconds (100);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  take_picture (GTK_WINDOW (window), "tells-all");
  g_signal_emit_by_name (find_row_with_places (panel), "clicked");
  take_picture (GTK_WINDOW (window), "tells-place");
}

static void
play_line_up (void)
{
  g_autoptr(BylRules) rules = byl_rules_new ();

  rules->rounds = 2;
  rules->bets = TRUE;
  start (rules);
  take_picture (GTK_WINDOW (window), "round");
  sign (2);
  take_picture (GTK_WINDOW (window), "signing");
  sign (4);
  reveal ();
  byl_round_page_finish (get_page ());
  take_picture (GTK_WINDOW (window), "reveal");
  byl_round_page_choose (get_page (), 2);
  take_picture (GTK_WINDOW (window), "reveal-other");
  show_tells ();
  byl_round_page_go_on (get_page ());
  sign (4);
  reveal ();
  byl_round_page_go_on (get_page ());
  take_picture (GTK_WINDOW (window), "summary");
}

/* What else there is to say of a round stands at the end of the tells. */
static void
show_reports (void)
{
  GtkWidget *page = GTK_WIDGET (get_page ());
  GtkWidget *panel = find_child (page, BYL_TYPE_TELL_PANEL, NULL);
  GtkWidget *scroller = find_child (panel, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (find_child (page, GTK_TYPE_TOGGLE_BUTTON, "tells_side")), TRUE);
  wait_milliseconds (200);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

static gboolean
has_rival (gpointer data)
{
  return byl_game_has_rival (get_game ());
}

static void
play_rival (void)
{
  g_autoptr(BylRules) rules = byl_rules_new ();

  rules->rounds = 4;
  rules->rival = TRUE;
  rules->mark = TRUE;
  start (rules);
  wait_until (has_rival, NULL, "the rival");
  byl_table_mark (byl_round_page_get_table (get_page ()), 0, 0, 16, TRUE);
  byl_table_mark (byl_round_page_get_table (get_page ()), 0, 42, 45, TRUE);
  byl_table_mark (byl_round_page_get_table (get_page ()), 1, 0, 14, TRUE);
  wait_milliseconds (500);
  take_picture (GTK_WINDOW (window), "marking");

  for (guint i = 0; i < rules->rounds; i++)
    {
      sign (4);
      reveal ();

      if (i == 0)
        {
          show_reports ();
          take_picture (GTK_WINDOW (window), "rival");
        }

      byl_round_page_go_on (get_page ());
    }

  take_picture (GTK_WINDOW (window), "rival-summary");
}

static void
play_duel (void)
{
  const char *writers[] = { "almanac", "host", NULL };
  g_autoptr(BylRules) rules = byl_rules_new ();

  rules->rounds = 3;
  rules->writers = g_strdupv ((char **) writers);
  start (rules);
  sign (2);
  reveal ();
  take_picture (GTK_WINDOW (window), "duel");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  take_picture (GTK_WINDOW (window), "home-waiting");
}

static void
play_lesson (void)
{
  g_autoptr(BylRules) rules = byl_lesson_new_rules ();

  start (rules);
  take_picture (GTK_WINDOW (window), "lesson");
  sign (1);
  reveal ();
  take_picture (GTK_WINDOW (window), "lesson-reveal");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
}

static void
show_progress (const char *state)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "progress");
  wait_milliseconds (400);
  take_picture (GTK_WINDOW (window), state);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-view", "s", "home");
}

static void
show_rules (void)
{
  g_autoptr(BylRules) rules = byl_rules_new ();
  GtkWindow *rules_window = byl_rules_window_new (GTK_WINDOW (window),
                                                  byl_library_find (library, BYL_LESSON_PACK), rules);

  gtk_window_set_default_size (rules_window, MIN (width, 500), MIN (height, 700));
  gtk_window_present (rules_window);
  take_picture (rules_window, "rules");
  gtk_window_destroy (rules_window);
}

static void
show_problems (void)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);
  BylProblem *problem;
  GtkWindow *problems_window;

  problem = byl_problem_new (BYL_SEVERITY_ERROR, "unknown-writer", "/questions/0/answers/1/writer",
                             "“%s” is not the id of a writer of this pack.", "cleark");
  problem->line = 14;
  problem->column = 17;
  problem->suggestion = g_strdup ("clerk");
  g_ptr_array_add (problems, problem);
  problem = byl_problem_new (BYL_SEVERITY_WARNING, "short-answer", "/questions/0/answers/2/text",
                             "This answer is too short to have a style.");
  problem->line = 21;
  problem->column = 15;
  g_ptr_array_add (problems, problem);

  problems_window = byl_problems_window_present (GTK_WINDOW (window), "my-pack.json",
                                                 _("The pack has errors."), problems);
  gtk_window_set_default_size (problems_window, MIN (width, 640), MIN (height, 480));
  take_picture (problems_window, "problems");
  gtk_window_destroy (problems_window);
}

static GFile *
get_file (const char *directory,
          const char *name)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);

  return g_file_new_for_path (path);
}

static void
open_window (GtkApplication *application)
{
  g_autofree char *user_dir = byl_places_dup_user_dir ();
  g_autoptr(GFile) built_in = get_file (byl_places_get_data_dir (), "packs");
  g_autoptr(GFile) known_file = get_file (byl_places_get_data_dir (), "writers.json");
  g_autoptr(GFile) packs = get_file (user_dir, "packs");
  g_autoptr(GFile) index = get_file (user_dir, "library.index");
  g_autoptr(GFile) journal_file = get_file (user_dir, "journal.sqlite");
  g_autoptr(BylKnownWriters) known = byl_known_writers_load (known_file, NULL);
  g_autoptr(GSettings) settings = g_settings_new (APPLICATION_ID);
  const guint64 seed = 2026;

  library = byl_library_new (built_in, packs, index, known);
  journal = byl_journal_new (journal_file);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  window = byl_window_new (application, library, journal, known, settings);
  byl_window_set_seed (window, &seed);
  gtk_window_present (GTK_WINDOW (window));
  byl_library_refresh_async (library, NULL, NULL, NULL);
}

static void
activate_cb (GtkApplication *application)
{
  byl_parts_init ();
  gtk_widget_set_default_direction (g_str_equal (_("default:LTR"), "default:RTL")
                                      ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  open_window (application);
  wait_until (has_packs, GUINT_TO_POINTER (1), "the packs");
  take_picture (GTK_WINDOW (window), "home");
  show_progress ("progress-empty");
  play_lesson ();
  play_line_up ();
  play_rival ();
  play_duel ();
  take_picture (GTK_WINDOW (window), "home-played");
  show_progress ("progress");
  gallery_guide (window, take_picture);
  gallery_answers (window, library, width, height, take_picture);
  gallery_studio (library, width, height, take_picture);
  show_rules ();
  show_problems ();
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(AdwApplication) application = NULL;

  if (argc != 5)
    {
      g_printerr ("Usage: %s FOLDER VARIANT WIDTH HEIGHT\n", argv[0]);
      return 2;
    }

  folder = argv[1];
  variant = argv[2];
  width = atoi (argv[3]);
  height = atoi (argv[4]);
  g_mkdir_with_parents (folder, 0755);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, byl_places_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = g_object_new (ADW_TYPE_APPLICATION,
                              "application-id", APPLICATION_ID ".Gallery",
                              "flags", G_APPLICATION_NON_UNIQUE,
                              "resource-base-path", "/io/github/bylinequiz/Byline",
                              NULL);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  g_application_run (G_APPLICATION (application), 1, argv);

  return failures > 0 ? 1 : 0;
}
