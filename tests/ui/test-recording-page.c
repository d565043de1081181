/* test-recording-page.c: from questions to a pack that is played, exported and deleted
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-ask.h"
#include "byl-load.h"
#include "byl-pack-reader.h"
#include "byl-paste-page.h"
#include "byl-question-page.h"
#include "byl-recording-desk.h"
#include "byl-recording-exporting.h"
#include "byl-recording-page.h"
#include "byl-recording-shelf.h"
#include "byl-recording-view.h"
#include "byl-rules.h"
#include "byl-writer-choice-page.h"
#include "loopback.h"
#include "studio-fixture.h"
#include "ui-fixture.h"

#include <string.h>

typedef struct
{
  char             *folder;
  SoupServer       *server;
  SoupSession      *session;
  BylLibrary       *library;
  GFile            *recordings;
  GtkWidget        *window;
  BylRecordingPage *page;
  BylPackEntry     *played; /* (nullable) */
  guint             rounds;
} Fixture;

static GFile *
get_file (const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_new_for_path (path);
}

static void
play_cb (Fixture      *fixture,
         BylPackEntry *entry,
         BylRules     *rules)
{
  g_set_object (&fixture->played, entry);
  fixture->rounds = rules->rounds;
}

static void
make_page (Fixture *fixture)
{
  fixture->page = BYL_RECORDING_PAGE (byl_recording_page_new (fixture->library, fixture->session,
                                                              fixture->recordings));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  g_signal_connect_swapped (fixture->page, "play", G_CALLBACK (play_cb), fixture);
  byl_recording_page_open (fixture->page);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr(GFile) packs = NULL;
  g_autoptr(GFile) index = NULL;
  g_autoptr(GFile) built_in = g_file_new_for_path ("/nonexistent");

  fixture->folder = ui_fixture_make_folder ();
  packs = get_file (fixture->folder, "packs");
  index = get_file (fixture->folder, "index");
  fixture->recordings = get_file (fixture->folder, "recordings");
  fixture->server = studio_fixture_start_server ();
  fixture->session = byl_ask_session_new ();
  fixture->library = byl_library_new (built_in, packs, index, NULL);
  make_page (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  ui_fixture_destroy_window (fixture->window);
  studio_fixture_wait (50);
  g_clear_object (&fixture->played);
  g_object_unref (fixture->library);
  g_object_unref (fixture->session);
  g_object_unref (fixture->recordings);
  loopback_stop (fixture->server);
  ui_fixture_settle ();
  ui_fixture_remove_folder (fixture->folder);
}

static GtkWidget *
get_shown (gpointer data)
{
  GtkStack *steps = GTK_STACK (gtk_widget_get_template_child (
    GTK_WIDGET (((Fixture *) data)->page), BYL_TYPE_RECORDING_PAGE, "steps"));

  return gtk_stack_get_visible_child (steps);
}

static gboolean
shows_questions (gpointer data)
{
  return BYL_IS_QUESTION_PAGE (get_shown (data));
}

static gboolean
shows_shelf (gpointer data)
{
  return BYL_IS_RECORDING_SHELF (get_shown (data))
         && byl_recording_shelf_get_n (BYL_RECORDING_SHELF (get_shown (data))) > 0;
}

static BylRecording *
get_recording (Fixture *fixture)
{
  return byl_recording_view_get_recording (BYL_RECORDING_VIEW (get_shown (fixture)));
}

static gboolean
is_complete (gpointer data)
{
  return byl_recording_get_phase (get_recording (data)) == BYL_RECORDING_COMPLETE;
}

static gboolean
is_installed (gpointer data)
{
  return g_list_model_get_n_items (G_LIST_MODEL (((Fixture *) data)->library)) == 1;
}

static gboolean
is_played (gpointer data)
{
  return ((Fixture *) data)->played != NULL;
}

/* Types questions, chooses models and records. */
static void
record (Fixture            *fixture,
        guint               n_questions,
        const char * const *models)
{
  g_autofree char *questions = studio_fixture_dup_questions (n_questions);
  g_autoptr(BylRecordingPlan) plan =
    studio_fixture_new_plan (fixture->server, n_questions, models);

  ui_fixture_wait_until (shows_questions, fixture, "the questions");
  byl_question_page_set_text (BYL_QUESTION_PAGE (get_shown (fixture)), questions);
  gtk_widget_activate_action (get_shown (fixture), "questions.next", NULL);
  g_assert_true (BYL_IS_WRITER_CHOICE_PAGE (get_shown (fixture)));
  byl_writer_choice_page_add (BYL_WRITER_CHOICE_PAGE (get_shown (fixture)), plan->writers);
  gtk_widget_activate_action (get_shown (fixture), "writers.record", NULL);
  g_assert_true (BYL_IS_RECORDING_VIEW (get_shown (fixture)));
}

static guint
get_revision (Fixture *fixture)
{
  g_autoptr(BylPackEntry) entry = g_list_model_get_item (G_LIST_MODEL (fixture->library), 0);

  return byl_pack_entry_get_revision (entry);
}

static void
test_questions_wait_for_whoever_goes_back (Fixture       *fixture,
                                           gconstpointer  user_data)
{
  BylQuestionPage *questions;

  ui_fixture_wait_until (shows_questions, fixture, "the questions");
  questions = BYL_QUESTION_PAGE (get_shown (fixture));
  byl_question_page_set_text (questions, "One?\nTwo?\n");
  gtk_widget_activate_action (GTK_WIDGET (questions), "questions.next", NULL);
  g_assert_true (BYL_IS_WRITER_CHOICE_PAGE (get_shown (fixture)));
  g_assert_true (byl_recording_page_go_back (fixture->page));
  g_assert_true (shows_questions (fixture));
  g_assert_false (byl_recording_page_go_back (fixture->page));
  byl_recording_page_open (fixture->page);
  ui_fixture_settle ();
  g_assert_cmpuint (byl_question_page_get_questions (questions)->len, ==, 2);
}

static void
test_a_complete_recording_is_a_pack_and_is_played (Fixture       *fixture,
                                                   gconstpointer  user_data)
{
  const char *models[] = { STUDIO_QUICK, STUDIO_LONG, NULL };

  record (fixture, 6, models);
  ui_fixture_wait_until (is_complete, fixture, "all answers");
  ui_fixture_wait_until (is_installed, fixture, "the pack");
  gtk_widget_activate_action (get_shown (fixture), "recording.play", NULL);
  ui_fixture_wait_until (is_played, fixture, "the game");
  g_assert_cmpuint (byl_pack_entry_get_n_questions (fixture->played), ==, 6);
  g_assert_cmpuint (fixture->rounds, ==, 6);
  g_assert_cmpint (byl_pack_entry_get_provenance (fixture->played), ==, BYL_PROVENANCE_RECORDED);
  g_assert_true (is_installed (fixture));
}

static void
paste (Fixture    *fixture,
       const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (gtk_widget_get_template_child (
    get_shown (fixture), BYL_TYPE_PASTE_PAGE, "buffer"));

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_widget_activate_action (get_shown (fixture), "paste.next", NULL);
}

static gboolean
is_idle (gpointer data)
{
  return byl_recording_get_phase (get_recording (data)) == BYL_RECORDING_IDLE;
}

static void
test_recording_further_takes_the_place_of_the_pack (Fixture       *fixture,
                                                    gconstpointer  user_data)
{
  const char *models[] = { STUDIO_QUICK, STUDIO_LONG, STUDIO_PASTED, NULL };
  guint revision;

  record (fixture, 1, models);
  ui_fixture_wait_until (is_idle, fixture, "what can be asked");
  gtk_widget_activate_action (get_shown (fixture), "recording.play", NULL);
  ui_fixture_wait_until (is_played, fixture, "the game");
  revision = get_revision (fixture);
  gtk_widget_activate_action (get_shown (fixture), "recording.paste", NULL);
  g_assert_true (BYL_IS_PASTE_PAGE (get_shown (fixture)));
  paste (fixture, "A third answer, which somebody has brought here by hand.");
  g_assert_true (BYL_IS_RECORDING_VIEW (get_shown (fixture)));
  g_assert_true (is_complete (fixture));
  g_clear_object (&fixture->played);
  gtk_widget_activate_action (get_shown (fixture), "recording.play", NULL);
  ui_fixture_wait_until (is_played, fixture, "the game");
  ui_fixture_wait_until (is_installed, fixture, "one pack");
  g_assert_cmpuint (get_revision (fixture), >, revision);
}

static void
test_a_recording_is_found_again (Fixture       *fixture,
                                 gconstpointer  user_data)
{
  const char *models[] = { STUDIO_QUICK, STUDIO_SLOW, STUDIO_PASTED, NULL };
  g_autofree char *uri = NULL;
  g_autofree char *title = NULL;
  GtkWidget *shelf;
  BylRecording *recording;

  record (fixture, 2, models);
  recording = get_recording (fixture);
  uri = g_file_get_uri (byl_recording_get_folder (recording));
  byl_recording_stop (recording);
  ui_fixture_wait_until (is_idle, fixture, "the stop");
  byl_recording_paste (recording, 0, 2, "A third answer, brought here by hand.", NULL, NULL);
  gtk_widget_activate_action (get_shown (fixture), "recording.start", NULL);

  /* It runs on while something else is looked at. */
  g_assert_true (byl_recording_page_go_back (fixture->page));
  ui_fixture_wait_until (shows_shelf, fixture, "the list");
  g_assert_cmpuint (byl_recording_get_phase (recording), ==, BYL_RECORDING_RUNNING);
  shelf = get_shown (fixture);
  gtk_widget_activate_action (shelf, "shelf.open", "s", uri);
  g_assert_true (get_recording (fixture) == recording);

  /* Another one gets another title. */
  g_assert_true (byl_recording_page_go_back (fixture->page));
  g_signal_emit_by_name (shelf, "create");
  g_assert_true (shows_questions (fixture));
  title = byl_question_page_dup_title (BYL_QUESTION_PAGE (get_shown (fixture)));
  g_assert_cmpstr (title, ==, "My questions 2");

  /* Another run of the program finds what has come. */
  ui_fixture_destroy_window (fixture->window);
  studio_fixture_wait (100);
  make_page (fixture);
  ui_fixture_wait_until (shows_shelf, fixture, "the list");
  gtk_widget_activate_action (get_shown (fixture), "shelf.open", "s", uri);
  g_assert_true (BYL_IS_RECORDING_VIEW (get_shown (fixture)));
  g_assert_cmpuint (byl_recording_get_n_done (get_recording (fixture)), >=, 1);
  g_assert_cmpuint (byl_recording_get_phase (get_recording (fixture)), ==, BYL_RECORDING_IDLE);
}

static gboolean
has_no_folder (gpointer data)
{
  g_autoptr(GDir) folder = g_dir_open (g_file_peek_path (data), 0, NULL);

  return folder == NULL || g_dir_read_name (folder) == NULL;
}

static gboolean
is_shelf_empty (gpointer data)
{
  return BYL_IS_RECORDING_SHELF (get_shown (data))
           ? byl_recording_shelf_get_n (BYL_RECORDING_SHELF (get_shown (data))) == 0
           : shows_questions (data);
}

static GtkWidget *
find_close_button (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root)
      && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), "window-close-symbolic") == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_close_button (child);

  return found;
}

/* Closes a toast, behind which another may wait. */
static gboolean
is_gone_with_toasts (gpointer data)
{
  GtkWidget *close = find_close_button (GTK_WIDGET (gtk_widget_get_template_child (
    GTK_WIDGET (((Fixture *) data)->page), BYL_TYPE_RECORDING_PAGE, "toasts")));

  if (close != NULL)
    g_signal_emit_by_name (close, "clicked");

  return has_no_folder (((Fixture *) data)->recordings);
}

static void
test_deleting_can_be_undone_until_the_end (Fixture       *fixture,
                                           gconstpointer  user_data)
{
  const char *models[] = { STUDIO_QUICK, STUDIO_SLOW, STUDIO_PASTED, NULL };
  g_autofree char *uri = NULL;
  GtkWidget *undo;

  record (fixture, 1, models);
  uri = g_file_get_uri (byl_recording_get_folder (get_recording (fixture)));
  gtk_widget_activate_action (get_shown (fixture), "recording.paste", NULL);
  g_assert_true (byl_recording_page_go_back (fixture->page));
  g_assert_true (byl_recording_page_go_back (fixture->page));
  ui_fixture_wait_until (shows_shelf, fixture, "the list");
  gtk_widget_activate_action (get_shown (fixture), "shelf.delete", "s", uri);
  ui_fixture_wait_until (is_shelf_empty, fixture, "the end of the row");
  g_assert_false (has_no_folder (fixture->recordings));
  undo = ui_fixture_find_button (GTK_WIDGET (fixture->page), "_Undo");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  ui_fixture_wait_until (shows_shelf, fixture, "the row");
  g_assert_false (has_no_folder (fixture->recordings));

  gtk_widget_activate_action (get_shown (fixture), "shelf.delete", "s", uri);
  ui_fixture_wait_until (is_shelf_empty, fixture, "the end of the row");
  ui_fixture_wait_until (is_gone_with_toasts, fixture, "the end of the recording");
}

static void
test_who_closes_the_program_cannot_undo (Fixture       *fixture,
                                         gconstpointer  user_data)
{
  const char *models[] = { STUDIO_QUICK, STUDIO_SLOW, NULL };
  g_autofree char *uri = NULL;

  record (fixture, 1, models);
  uri = g_file_get_uri (byl_recording_get_folder (get_recording (fixture)));
  g_assert_true (byl_recording_page_go_back (fixture->page));
  ui_fixture_wait_until (shows_shelf, fixture, "the list");
  gtk_widget_activate_action (get_shown (fixture), "shelf.delete", "s", uri);
  ui_fixture_wait_until (is_shelf_empty, fixture, "the end of the row");
  ui_fixture_destroy_window (fixture->window);
  ui_fixture_wait_until (has_no_folder, fixture->recordings, "the end of the recording");
  make_page (fixture);
}

static gboolean
has_said (gpointer data)
{
  return *(char **) data != NULL;
}

static void
said_cb (char       **said,
         const char  *sentence)
{
  g_free (*said);
  *said = g_strdup (sentence);
}

static void
test_an_exported_pack_is_whole (Fixture       *fixture,
                                gconstpointer  user_data)
{
  const char *models[] = { STUDIO_PASTED, STUDIO_PASTED, NULL };
  const char *answers[] =
  {
    "It steeps for two minutes, and no longer than three.", "Taste it, and stop when it is good.",
    "Say that you would like to sleep, and mean it kindly.", "Buy a drum, and begin at five.",
  };
  g_autoptr(BylRecordingPlan) plan = studio_fixture_new_plan (fixture->server, 2, models);
  g_autoptr(BylRecordingDesk) desk = byl_recording_desk_new (fixture->recordings,
                                                             fixture->library);
  g_autoptr(GFile) file = get_file (fixture->folder, "exported.bylinepack");
  g_autoptr(GFile) nowhere = g_file_new_for_path ("/nonexistent/exported.bylinepack");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(BylPack) pack = NULL;
  g_autofree char *said = NULL;
  BylRecordingWriter *other = plan->writers->pdata[1];
  BylRecording *recording;

  g_free (other->name);
  other->name = g_strdup ("Another Model");
  recording = byl_recording_desk_create (desk, plan, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (desk, "said", G_CALLBACK (said_cb), &said);

  /* Nothing to export yet. */
  byl_recording_desk_export (desk, recording, file);
  ui_fixture_wait_until (has_said, &said, "the refusal");
  g_assert_false (g_file_query_exists (file, NULL));

  for (guint i = 0; i < 4; i++)
    {
      byl_recording_paste (recording, i / 2, i % 2, answers[i], NULL, &error);
      g_assert_no_error (error);
    }

  /* It is complete, and installs itself. */
  ui_fixture_wait_until (is_installed, fixture, "the pack");
  studio_fixture_wait (50);
  g_clear_pointer (&said, g_free);
  byl_recording_desk_export (desk, recording, nowhere);
  ui_fixture_wait_until (has_said, &said, "the refusal");

  g_clear_pointer (&said, g_free);
  byl_recording_desk_export (desk, recording, file);
  ui_fixture_wait_until (has_said, &said, "the file");
  bytes = byl_load_file (file, 1024 * 1024, NULL, &error);
  g_assert_no_error (error);
  pack = byl_pack_read (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (byl_pack_get_id (pack), ==, byl_recording_get_id (recording));
  g_signal_handlers_disconnect_by_data (desk, &said);
}

static void
test_a_files_name_is_safe_everywhere (Fixture       *fixture,
                                      gconstpointer  user_data)
{
  g_autofree char *bad = byl_recording_exporting_dup_name ("../a\\b:c*?\"<>|\n");
  g_autofree char *hidden = byl_recording_exporting_dup_name (".hidden");
  g_autofree char *none = byl_recording_exporting_dup_name ("  ");
  g_autofree char *good = byl_recording_exporting_dup_name ("Fragen für später");

  g_assert_cmpstr (bad, ==, "-.-a-b-c-------.bylinepack");
  g_assert_cmpstr (hidden, ==, "-hidden.bylinepack");
  g_assert_cmpstr (none, ==, "pack.bylinepack");
  g_assert_cmpstr (good, ==, "Fragen für später.bylinepack");
}

#define ADD(name, function) \
  g_test_add ("/recording-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  if (!ui_fixture_init (&argc, &argv))
    return 0;

  ADD ("questions-wait-for-whoever-goes-back", test_questions_wait_for_whoever_goes_back);
  ADD ("a-complete-recording-is-a-pack-and-is-played",
       test_a_complete_recording_is_a_pack_and_is_played);
  ADD ("recording-further-takes-the-place-of-the-pack",
       test_recording_further_takes_the_place_of_the_pack);
  ADD ("a-recording-is-found-again", test_a_recording_is_found_again);
  ADD ("deleting-can-be-undone-until-the-end", test_deleting_can_be_undone_until_the_end);
  ADD ("who-closes-the-program-cannot-undo", test_who_closes_the_program_cannot_undo);
  ADD ("an-exported-pack-is-whole", test_an_exported_pack_is_whole);
  ADD ("a-files-name-is-safe-everywhere", test_a_files_name_is_safe_everywhere);

  return g_test_run ();
}
