/* gallery-studio.c: the pictures of a pack from one's own questions
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gallery-studio.h"

#include "byl-ask.h"
#include "byl-paste-page.h"
#include "byl-question-page.h"
#include "byl-recording-view.h"
#include "byl-writer-choice-details.h"
#include "byl-writer-choice-page.h"
#include "byl-writer-choice-window.h"
#include "loopback.h"
#include "studio-fixture.h"

#define SETTLING_MILLISECONDS 700

typedef struct
{
  GtkWindow   *window;
  SoupServer  *server;
  GPtrArray   *providers;
  SoupSession *session;
  BylKeys     *keys;
  GFile       *folder;
  int          width;
  GalleryTake  take;
} Studio;

static void
take (Studio     *studio,
      GtkWidget  *page,
      const char *state)
{
  if (page != NULL)
    {
      adw_window_set_content (ADW_WINDOW (studio->window), page);
      gtk_widget_grab_focus (page);
    }

  studio_fixture_wait (SETTLING_MILLISECONDS);
  studio->take (studio->window, state);
}

static void
show_questions (Studio *studio)
{
  GtkWidget *page = byl_question_page_new ();
  g_autofree char *questions = studio_fixture_dup_questions (9);
  g_autofree char *twin = g_strconcat (questions, "\nIs it rude to leave a party without saying "
                                                  "goodbye?\n", NULL);

  take (studio, page, "studio-questions-empty");
  byl_question_page_set_text (BYL_QUESTION_PAGE (page), twin);
  take (studio, NULL, "studio-questions");
}

static void
show_models (Studio *studio)
{
  const char *models[] = { STUDIO_QUICK, STUDIO_LONG, STUDIO_PASTED, NULL };
  g_autoptr(BylRecordingPlan) none = studio_fixture_new_plan (studio->server, 10, models + 3);
  g_autoptr(BylRecordingPlan) plan = studio_fixture_new_plan (studio->server, 10, models);
  GtkWidget *page = byl_writer_choice_page_new (studio->providers, studio->keys, studio->session);

  byl_writer_choice_page_set_plan (BYL_WRITER_CHOICE_PAGE (page), none);
  take (studio, page, "studio-models-empty");
  byl_writer_choice_page_set_plan (BYL_WRITER_CHOICE_PAGE (page), plan);
  adw_expander_row_set_expanded (studio_fixture_find (page, ADW_TYPE_EXPANDER_ROW), TRUE);
  take (studio, NULL, "studio-models");
}

static void
show_window (Studio     *studio,
             GtkWindow  *window,
             const char *state)
{
  gtk_window_set_default_size (window, MIN (studio->width, 520), 700);
  gtk_window_present (window);
  studio_fixture_wait (SETTLING_MILLISECONDS);
  studio->take (window, state);
}

static void
show_adding (Studio *studio)
{
  const char *models[] = { STUDIO_QUICK, NULL };
  g_autoptr(BylRecordingPlan) plan = studio_fixture_new_plan (studio->server, 10, models);
  BylWriterOrigin paid = { .provider = (char *) "paid" };
  BylWriterOrigin here = { .provider = (char *) "here" };
  BylWriterOrigin pasted = { .provider = (char *) "" };
  GtkWindow *window = byl_writer_choice_window_new (studio->window, studio->providers,
                                                    studio->keys, studio->session, &paid);

  show_window (studio, window, "studio-add-key");
  gtk_window_destroy (window);
  window = byl_writer_choice_window_new (studio->window, studio->providers, studio->keys,
                                         studio->session, &here);
  show_window (studio, window, "studio-add");
  gtk_widget_activate_action (GTK_WIDGET (window), "models.test", NULL);
  studio_fixture_wait (SETTLING_MILLISECONDS);
  gtk_switch_set_active (studio_fixture_find (window, GTK_TYPE_SWITCH), TRUE);
  show_window (studio, window, "studio-add-tested");
  gtk_window_destroy (window);
  window = byl_writer_choice_window_new (studio->window, studio->providers, studio->keys,
                                         studio->session, &pasted);
  show_window (studio, window, "studio-add-pasted");
  gtk_window_destroy (window);
  window = byl_writer_choice_details_new (studio->window, plan->writers->pdata[0]);
  adw_expander_row_set_enable_expansion (studio_fixture_find (window, ADW_TYPE_EXPANDER_ROW),
                                         TRUE);
  adw_expander_row_set_expanded (studio_fixture_find (window, ADW_TYPE_EXPANDER_ROW), TRUE);
  show_window (studio, window, "studio-details");
  gtk_window_destroy (window);
}

static void
show_recording (Studio             *studio,
                const char * const *models,
                const char         *state)
{
  g_autoptr(BylRecordingPlan) plan = studio_fixture_new_plan (studio->server, 10, models);
  g_autoptr(GError) error = NULL;
  g_autoptr(BylRecording) recording = byl_recording_create (studio->folder, plan, &error);
  GtkWidget *page = byl_recording_view_new (studio->providers, studio->keys, studio->session);

  g_assert_no_error (error);
  byl_recording_start (recording, studio->session, studio->keys, studio->providers);
  byl_recording_view_set_recording (BYL_RECORDING_VIEW (page), recording);
  studio_fixture_wait (SETTLING_MILLISECONDS);
  take (studio, page, state);
  byl_recording_stop (recording);

  if (g_strv_contains (models, STUDIO_PASTED))
    {
      page = byl_paste_page_new ();
      byl_paste_page_set_recording (BYL_PASTE_PAGE (page), recording);
      take (studio, page, "studio-paste");
    }
}

static void
show_recordings (Studio     *studio,
                 BylLibrary *library)
{
  GtkWidget *page = byl_recording_page_new (library, studio->session, studio->folder);

  byl_recording_page_open (BYL_RECORDING_PAGE (page));
  take (studio, page, "studio-shelf");
}

static void
remove_tree (GFile *folder)
{
  g_autoptr(GFileEnumerator) children =
    g_file_enumerate_children (folder, "standard::name,standard::type",
                               G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL)
         && child != NULL)
    remove_tree (child);

  g_file_delete (folder, NULL, NULL);
}

/**
 * gallery_studio:
 * @library: the installed packs
 * @width: pixels
 * @height: pixels
 * @take: takes a picture
 *
 * Takes the pictures of all steps from questions to a recorded pack, in a window of their own.
 */
void
gallery_studio (BylLibrary  *library,
                int          width,
                int          height,
                GalleryTake  take_picture)
{
  const char *running[] = { STUDIO_QUICK, STUDIO_LONG, STUDIO_SLOW, STUDIO_PASTED, NULL };
  const char *troubled[] = { STUDIO_QUICK, STUDIO_LONG, STUDIO_BROKEN, NULL };
  const char *complete[] = { STUDIO_QUICK, STUDIO_LONG, NULL };
  g_autofree char *path = g_dir_make_tmp ("byline-studio-XXXXXX", NULL);
  Studio studio = { .width = width, .take = take_picture };

  studio.window = GTK_WINDOW (adw_window_new ());
  studio.server = studio_fixture_start_server ();
  studio.providers = studio_fixture_new_providers (studio.server);
  studio.session = byl_ask_session_new ();
  studio.keys = byl_keys_new ();
  studio.folder = g_file_new_for_path (path);
  gtk_window_set_default_size (studio.window, width, height);
  gtk_window_present (studio.window);
  show_questions (&studio);
  show_models (&studio);
  show_adding (&studio);
  show_recording (&studio, running, "studio-recording");
  show_recording (&studio, troubled, "studio-recording-troubled");
  show_recording (&studio, complete, "studio-recording-complete");
  show_recordings (&studio, library);
  gtk_window_destroy (studio.window);
  g_ptr_array_unref (studio.providers);
  g_object_unref (studio.session);
  g_object_unref (studio.keys);
  loopback_stop (studio.server);
  remove_tree (studio.folder);
  g_object_unref (studio.folder);
}
