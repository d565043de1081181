/* test-recording-view.c: a recording is followed blind, stopped, gone on with and pasted into
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-ask.h"
#include "byl-paste-page.h"
#include "byl-recording-cell.h"
#include "byl-recording-lines.h"
#include "byl-recording-view.h"
#include "loopback.h"
#include "studio-fixture.h"
#include "ui-fixture.h"

#include <string.h>

typedef struct
{
  char         *folder;
  SoupServer   *server;
  SoupSession  *session;
  BylKeys      *keys;
  GPtrArray    *providers;
  BylRecording *recording; /* (nullable) */
  GtkWidget    *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->folder = ui_fixture_make_folder ();
  fixture->server = studio_fixture_start_server ();
  fixture->session = byl_ask_session_new ();
  fixture->keys = byl_keys_new ();
  fixture->providers = studio_fixture_new_providers (fixture->server);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 700);
}

static gboolean
is_idle (gpointer data)
{
  return byl_recording_get_phase (data) != BYL_RECORDING_RUNNING;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  ui_fixture_destroy_window (fixture->window);

  if (fixture->recording != NULL)
    {
      byl_recording_stop (fixture->recording);
      ui_fixture_wait_until (is_idle, fixture->recording, "the end of the recording");
    }

  g_clear_object (&fixture->recording);
  g_ptr_array_unref (fixture->providers);
  g_object_unref (fixture->keys);
  g_object_unref (fixture->session);
  loopback_stop (fixture->server);
  ui_fixture_settle ();
  ui_fixture_remove_folder (fixture->folder);
}

static void
record (Fixture            *fixture,
        guint               n_questions,
        const char * const *models)
{
  g_autoptr(BylRecordingPlan) plan =
    studio_fixture_new_plan (fixture->server, n_questions, models);
  g_autoptr(GFile) parent = g_file_new_for_path (fixture->folder);
  g_autoptr(GError) error = NULL;

  fixture->recording = byl_recording_create (parent, plan, &error);
  g_assert_no_error (error);
}

static GtkWidget *
show_view (Fixture *fixture)
{
  GtkWidget *view = byl_recording_view_new (fixture->providers, fixture->keys, fixture->session);

  byl_recording_view_set_recording (BYL_RECORDING_VIEW (view), fixture->recording);
  gtk_window_set_child (GTK_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  studio_fixture_wait (100);

  return view;
}

static GtkWidget *
get_part (GtkWidget  *view,
          const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (view, BYL_TYPE_RECORDING_VIEW, name));
}

static gboolean
is_complete (gpointer data)
{
  return byl_recording_get_phase (data) == BYL_RECORDING_COMPLETE;
}

static gboolean
has_trouble (gpointer data)
{
  g_autoptr(GPtrArray) troubles = byl_recording_dup_troubles (data);

  return troubles->len > 0 && is_idle (data);
}

static void
test_a_model_that_fails_is_told_but_not_its_letter (Fixture       *fixture,
                                                    gconstpointer  user_data)
{
  const char *models[] = { STUDIO_QUICK, STUDIO_LONG, STUDIO_BROKEN, NULL };
  g_autofree char *cells = NULL;
  GtkWidget *view;

  record (fixture, 3, models);
  view = show_view (fixture);
  gtk_widget_activate_action (view, "recording.start", NULL);
  ui_fixture_wait_until (has_trouble, fixture->recording, "the trouble");
  studio_fixture_wait (50);
  g_assert_true (gtk_widget_get_visible (get_part (view, "troubles")));
  g_assert_true (gtk_widget_get_visible (get_part (view, "start")));
  cells = ui_fixture_describe (get_part (view, "questions"));

  for (guint i = 0; models[i] != NULL; i++)
    g_assert_null (strstr (cells, models[i]));
  g_assert_null (strstr (cells, "rror"));
  g_assert_nonnull (strstr (cells, "not there yet"));
}

static void
test_nothing_names_a_writer_while_answers_come (Fixture       *fixture,
                                                gconstpointer  user_data)
{
  const char *models[] = { STUDIO_QUICK, STUDIO_SLOW, NULL };
  g_autofree char *description = NULL;
  GtkWidget *view;

  record (fixture, 4, models);
  view = show_view (fixture);
  byl_recording_start (fixture->recording, fixture->session, fixture->keys, fixture->providers);
  studio_fixture_wait (300);
  g_assert_cmpuint (byl_recording_get_phase (fixture->recording), ==, BYL_RECORDING_RUNNING);
  g_assert_true (gtk_widget_get_visible (get_part (view, "stop")));
  g_assert_false (gtk_widget_get_visible (get_part (view, "start")));
  g_assert_cmpuint (ui_fixture_count_shown (view, BYL_TYPE_RECORDING_CELL), ==, 8);
  description = ui_fixture_describe (view);

  for (guint i = 0; models[i] != NULL; i++)
    g_assert_null (strstr (description, models[i]));
  g_assert_null (strstr (description, "In short"));
  g_assert_null (strstr (description, "A Server Here"));
}

static void
test_what_is_stopped_can_be_gone_on_with (Fixture       *fixture,
                                          gconstpointer  user_data)
{
  const char *models[] = { STUDIO_QUICK, STUDIO_SLOW, NULL };
  GtkWidget *view;
  guint n_asked;

  record (fixture, 2, models);
  view = show_view (fixture);
  gtk_widget_activate_action (view, "recording.start", NULL);
  studio_fixture_wait (200);
  gtk_widget_activate_action (view, "recording.stop", NULL);
  ui_fixture_wait_until (is_idle, fixture->recording, "the stop");
  g_assert_true (gtk_widget_get_visible (get_part (view, "start")));
  g_assert_false (gtk_widget_get_visible (get_part (view, "stop")));
  g_assert_cmpuint (byl_recording_get_n_done (fixture->recording), ==, 2);

  /* What is there is not asked for again. */
  n_asked = studio_fixture_count_asked (fixture->server);
  gtk_widget_activate_action (view, "recording.start", NULL);
  studio_fixture_wait (200);
  g_assert_cmpuint (studio_fixture_count_asked (fixture->server), <=, n_asked + 2);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_a_complete_one_can_be_played_and_exported (Fixture       *fixture,
                                                gconstpointer  user_data)
{
  const char *models[] = { STUDIO_QUICK, STUDIO_LONG, NULL };
  GtkWidget *view;
  guint n_played = 0;
  guint n_exported = 0;

  record (fixture, 6, models);
  view = show_view (fixture);
  g_signal_connect_swapped (view, "play", G_CALLBACK (count_cb), &n_played);
  g_signal_connect_swapped (view, "export", G_CALLBACK (count_cb), &n_exported);
  gtk_widget_activate_action (view, "recording.play", NULL);
  gtk_widget_activate_action (view, "recording.export", NULL);
  g_assert_cmpuint (n_played + n_exported, ==, 0);
  gtk_widget_grab_focus (view);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == get_part (view, "start"));
  gtk_widget_activate_action (view, "recording.start", NULL);
  ui_fixture_wait_until (is_complete, fixture->recording, "all answers");
  gtk_widget_activate_action (view, "recording.play", NULL);
  gtk_widget_activate_action (view, "recording.export", NULL);
  g_assert_cmpuint (n_played, ==, 1);
  g_assert_cmpuint (n_exported, ==, 1);
  g_assert_false (gtk_widget_get_visible (get_part (view, "stop")));
  g_assert_false (gtk_widget_get_visible (get_part (view, "start")));
  gtk_widget_grab_focus (view);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == get_part (view, "play"));
}

static void
paste (GtkWidget  *page,
       const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (gtk_widget_get_template_child (page,
                                                                          BYL_TYPE_PASTE_PAGE,
                                                                          "buffer"));

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_widget_activate_action (page, "paste.next", NULL);
}

static void
test_answers_are_pasted_one_after_the_other (Fixture       *fixture,
                                             gconstpointer  user_data)
{
  const char *models[] = { STUDIO_PASTED, STUDIO_QUICK, NULL };
  GtkWidget *page = byl_paste_page_new ();
  guint n_finished = 0;

  record (fixture, 2, models);
  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  g_signal_connect_swapped (page, "finished", G_CALLBACK (count_cb), &n_finished);
  byl_paste_page_set_recording (BYL_PASTE_PAGE (page), fixture->recording);

  /* Nothing but white space is no answer. */
  paste (page, " \n");
  g_assert_cmpuint (byl_recording_get_n_done (fixture->recording), ==, 0);
  paste (page, "It steeps for two minutes, and no longer than three.");
  g_assert_cmpuint (byl_recording_get_n_done (fixture->recording), ==, 1);
  g_assert_cmpuint (n_finished, ==, 0);
  paste (page, "Say that you would like to sleep, and mean it kindly.");
  g_assert_cmpuint (byl_recording_get_n_done (fixture->recording), ==, 2);
  g_assert_cmpuint (n_finished, ==, 1);
}

static void
test_the_questions_text_can_be_copied (Fixture       *fixture,
                                       gconstpointer  user_data)
{
  const char *models[] = { STUDIO_PASTED, STUDIO_QUICK, NULL };
  GtkWidget *page = byl_paste_page_new ();
  GdkContentProvider *content;
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  record (fixture, 1, models);
  gtk_window_set_child (GTK_WINDOW (fixture->window), page);
  byl_paste_page_set_recording (BYL_PASTE_PAGE (page), fixture->recording);
  gtk_widget_activate_action (page, "paste.copy", NULL);
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (page));
  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (content, &value, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (g_value_get_string (&value), "How long should green tea"));
}

static void
test_lines_draw_no_more_than_there_is (Fixture       *fixture,
                                       gconstpointer  user_data)
{
  GtkWidget *lines = byl_recording_lines_new ();
  const guint lengths[] = { 0, 1, 499, 500, 1999, 2000, G_MAXUINT };

  gtk_window_set_child (GTK_WINDOW (fixture->window), lines);
  gtk_window_present (GTK_WINDOW (fixture->window));

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
      g_autoptr(GskRenderNode) node = NULL;
      graphene_rect_t bounds;

      byl_recording_lines_set_n_characters (BYL_RECORDING_LINES (lines), lengths[i]);
      gtk_widget_allocate (lines, 200, 40, -1, NULL);
      GTK_WIDGET_GET_CLASS (lines)->snapshot (lines, snapshot);
      node = gtk_snapshot_to_node (snapshot);
      g_assert_nonnull (node);
      gsk_render_node_get_bounds (node, &bounds);
      g_assert_cmpfloat (bounds.size.width, <=, 200);
      g_assert_cmpfloat (bounds.size.height, <=, 40);
    }
}

#define ADD(name, function) \
  g_test_add ("/recording-view/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  ADD ("a-model-that-fails-is-told-but-not-its-letter",
       test_a_model_that_fails_is_told_but_not_its_letter);
  ADD ("nothing-names-a-writer-while-answers-come",
       test_nothing_names_a_writer_while_answers_come);
  ADD ("what-is-stopped-can-be-gone-on-with", test_what_is_stopped_can_be_gone_on_with);
  ADD ("a-complete-one-can-be-played-and-exported",
       test_a_complete_one_can_be_played_and_exported);
  ADD ("answers-are-pasted-one-after-the-other", test_answers_are_pasted_one_after_the_other);
  ADD ("the-questions-text-can-be-copied", test_the_questions_text_can_be_copied);
  ADD ("lines-draw-no-more-than-there-is", test_lines_draw_no_more_than_there_is);

  return g_test_run ();
}
