/* recording-fixture.c: a folder for recordings, a server to ask, and plans
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "recording-fixture.h"

#include "byl-recording-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* Tests wait for nobody. */
static const BylRetryPolicy retry = {
  .n_retries = 2, .first_delay = 1, .max_delay = 2, .max_wait = 5,
};
static const guint pauses[] = { 5, 10, 0 };

void
recording_fixture_set_up (RecordingFixture *self,
                          gconstpointer     data)
{
  static const BylRecorderPatience patience = { .pauses = pauses, .retry = &retry };

  byl_recorder_set_patience (&patience);
  self->path = g_dir_make_tmp ("byline-recording-XXXXXX", NULL);
  self->dir = g_file_new_for_path (self->path);
  self->server = model_server_start ();
  self->address = model_server_get_address (self->server);
  self->session = byl_ask_session_new ();
  self->providers = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_provider_free);
  recording_fixture_add_provider (self, "test", self->address, 4);
}

void
recording_fixture_tear_down (RecordingFixture *self,
                             gconstpointer     data)
{
  g_object_unref (self->session);
  model_server_stop (self->server);
  recording_fixture_remove (self->path);
  g_ptr_array_unref (self->providers);
  g_object_unref (self->dir);
  g_free (self->address);
  g_free (self->path);
}

BylProvider *
recording_fixture_add_provider (RecordingFixture *self,
                                const char       *id,
                                const char       *address,
                                guint             parallel)
{
  BylProvider *provider = g_new0 (BylProvider, 1);

  provider->id = g_strdup (id);
  provider->name = g_strdup_printf ("Provider %s", id);
  provider->interface = BYL_INTERFACE_OPENAI;
  provider->address = g_strdup (address);
  provider->parallel = parallel;
  provider->models = g_ptr_array_new ();
  g_ptr_array_add (self->providers, provider);

  return provider;
}

/* Questions “Question 1?” and so on, for the models “alpha”, “beta” and so on of “test”. */
BylRecordingPlan *
recording_fixture_plan (guint n_questions,
                        guint n_writers)
{
  static const char * const names[] = { "Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta" };
  BylRecordingPlan *plan = byl_recording_plan_new ("Tea & code", "en");

  for (guint i = 0; i < n_questions; i++)
    {
      g_autofree char *prompt = g_strdup_printf ("Question %u?", i + 1);

      g_ptr_array_add (plan->questions, byl_question_line_new (prompt, "Kitchen", i + 1));
    }

  for (guint i = 0; i < n_writers; i++)
    {
      BylRecordingWriter *writer = byl_recording_writer_new (names[i]);

      writer->pasted = FALSE;
      writer->provider = g_strdup ("test");
      writer->model = g_ascii_strdown (names[i], -1);
      g_ptr_array_add (plan->writers, writer);
    }

  return plan;
}

void
recording_fixture_add_pasted (BylRecordingPlan *plan,
                              const char       *name)
{
  g_ptr_array_add (plan->writers, byl_recording_writer_new (name));
}

/* A recording; one writer more where some are pasted. */
BylRecording *
recording_fixture_create (RecordingFixture *self,
                          guint             n_questions,
                          guint             n_writers,
                          gboolean          pasted)
{
  g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (n_questions, n_writers);
  g_autoptr(GError) error = NULL;
  BylRecording *recording;

  if (pasted)
    recording_fixture_add_pasted (plan, "Muse Spark");
  recording = byl_recording_create (self->dir, plan, &error);
  g_assert_no_error (error);

  return recording;
}

/* Lets go of a recording, and opens it anew. */
BylRecording *
recording_fixture_reopen (BylRecording **recording)
{
  g_autoptr(GFile) folder = g_object_ref (byl_recording_get_folder (*recording));
  g_autoptr(GError) error = NULL;

  g_assert_finalize_object (*recording);
  *recording = byl_recording_open (folder, &error);
  g_assert_no_error (error);

  return *recording;
}

/* Asks for everything until there is nothing left to ask. */
void
recording_fixture_run (RecordingFixture *self,
                       BylRecording     *recording)
{
  byl_recording_start (recording, self->session, NULL, self->providers);
  while (recording->recorder != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
wake_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

void
recording_fixture_wait (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add (milliseconds, wake_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

void
recording_fixture_remove (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        recording_fixture_remove (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

char *
recording_fixture_path (BylRecording *recording,
                        const char   *name)
{
  return g_build_filename (g_file_peek_path (byl_recording_get_folder (recording)), name, NULL);
}

/* Whether bytes hold a text, whatever else there is among them. */
static gboolean
holds (const char *content,
       gsize       length,
       const char *text)
{
  gsize n = strlen (text);

  for (gsize i = 0; i + n <= length; i++)
    if (memcmp (content + i, text, n) == 0)
      return TRUE;

  return FALSE;
}

/* Whether a text is anywhere in the files of a folder, however deep. */
gboolean
recording_fixture_holds (const char *path,
                         const char *text)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while (dir != NULL && !found && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *content = NULL;
      gsize length = 0;

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        found = recording_fixture_holds (child, text);
      else if (g_file_get_contents (child, &content, &length, NULL))
        found = holds (content, length, text);
    }

  return found;
}
