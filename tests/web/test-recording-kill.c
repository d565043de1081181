/* test-recording-kill.c: a program that is killed while it records loses no finished answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-ask.h"
#include "byl-pack-reader.h"
#include "byl-recording.h"
#include "recording-fixture.h"

#include <stdio.h>
#include <string.h>

#define N_KILLS      50u
#define N_QUESTIONS 100u
#define N_WRITERS     4u

static const char * const models[] = { "alpha", "beta", "gamma", "delta" };

/* The child: goes on with a recording until it is complete, or is killed. */
static int
child_record (const char *path,
              const char *address)
{
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  g_autoptr(BylRecording) recording = byl_recording_open (folder, NULL);
  g_autoptr(SoupSession) session = byl_ask_session_new ();
  RecordingFixture fixture = {
    .session = session,
    .providers = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_provider_free),
  };

  if (recording == NULL)
    return 2;

  recording_fixture_add_provider (&fixture, "test", address, 4);
  recording_fixture_run (&fixture, recording);
  g_ptr_array_unref (fixture.providers);

  return byl_recording_get_phase (recording) == BYL_RECORDING_COMPLETE ? 0 : 1;
}

/* The child: makes one recording after the other, until it is killed. */
static int
child_create (const char *path)
{
  g_autoptr(GFile) dir = g_file_new_for_path (path);
  g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (2, 2);

  printf ("begun\n");
  fflush (stdout);
  while (TRUE)
    {
      g_autoptr(BylRecording) recording = byl_recording_create (dir, plan, NULL);

      if (recording == NULL)
        return 2;
    }
}

static GSubprocess *
start_child (const char *task,
             const char *path,
             const char *address)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr(GError) error = NULL;
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--child",
                                         task, path, address, NULL);

  g_assert_no_error (error);
  return child;
}

static void
kill_child (GSubprocess *child)
{
  g_subprocess_force_exit (child);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
}

static void
wait_microseconds (gint64 microseconds)
{
  gint64 end = g_get_monotonic_time () + microseconds;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (50);
}

/* Until nothing that the dead child sent is left. */
static void
drain (ModelServer *server)
{
  wait_microseconds (3000);
  while (server->n_open > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* What is on the disk in whole lines. */
static char *
read_durable (GFile *folder)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), "answers.jsonl", NULL);
  char *content = NULL;
  char *last;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  last = strrchr (content, '\n');
  *(last != NULL ? last + 1 : content) = '\0';

  return content;
}

/* Which answers are on the disk, and how often each had been asked for when it was seen there. */
static void
note_durable (ModelServer *server,
              const char  *durable,
              GHashTable  *noted)
{
  for (guint i = 1; i <= N_QUESTIONS; i++)
    for (guint j = 0; j < N_WRITERS; j++)
      {
        g_autofree char *prompt = g_strdup_printf ("Question %u?", i);
        g_autofree char *text = model_server_make_text (models[j], prompt);
        g_autofree char *place = g_strdup_printf ("%s\n%s", models[j], prompt);

        if (strstr (durable, text) != NULL && !g_hash_table_contains (noted, place))
          g_hash_table_insert (
            noted, g_steal_pointer (&place),
            GUINT_TO_POINTER (model_server_count (server->asked, models[j], prompt)));
      }
}

static void
check_noted (ModelServer *server,
             GHashTable  *noted)
{
  GHashTableIter iter;
  gpointer place;
  gpointer n_asked;

  g_hash_table_iter_init (&iter, noted);
  while (g_hash_table_iter_next (&iter, &place, &n_asked))
    g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (server->asked, place)), ==,
                      GPOINTER_TO_UINT (n_asked));
}

/* Lets a child record for a moment that chance chooses, then kills it. */
static void
record_and_kill (RecordingFixture *fixture,
                 GFile            *folder)
{
  guint n_before = fixture->server->n_asked;
  guint n_more = (guint) g_random_int_range (1, 10);
  g_autoptr(GSubprocess) child =
    start_child ("record", g_file_peek_path (folder), fixture->address);

  while (fixture->server->n_asked < n_before + n_more)
    g_main_context_iteration (NULL, TRUE);
  wait_microseconds (g_random_int_range (0, 8000));
  kill_child (child);
  g_assert_false (g_subprocess_get_if_exited (child));
  drain (fixture->server);
}

static void
test_no_finished_answer_is_lost_or_asked_twice (RecordingFixture *fixture,
                                                gconstpointer     data)
{
  g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (N_QUESTIONS, N_WRITERS);
  g_autoptr(BylRecording) recording = byl_recording_create (fixture->dir, plan, NULL);
  g_autoptr(GFile) folder = g_object_ref (byl_recording_get_folder (recording));
  g_autoptr(GHashTable) noted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *before = g_strdup ("");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(BylPack) pack = NULL;
  guint n_torn = 0;

  g_clear_object (&recording);
  fixture->server->delay = 4;
  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autofree char *durable = NULL;

      record_and_kill (fixture, folder);
      durable = read_durable (folder);
      g_assert_true (g_str_has_prefix (durable, before));
      note_durable (fixture->server, durable, noted);
      g_free (before);
      before = g_steal_pointer (&durable);
    }
  g_assert_cmpuint (g_hash_table_size (noted), >, N_KILLS);
  g_assert_cmpuint (g_hash_table_size (noted), <, N_QUESTIONS * N_WRITERS);

  recording = byl_recording_open (folder, NULL);
  n_torn = byl_recording_get_n_expected (recording) - byl_recording_get_n_done (recording);
  g_assert_cmpuint (byl_recording_get_n_done (recording), >=, g_hash_table_size (noted));
  recording_fixture_run (fixture, recording);
  g_assert_cmpint (byl_recording_get_phase (recording), ==, BYL_RECORDING_COMPLETE);
  check_noted (fixture->server, noted);
  bytes = byl_recording_make_pack (recording, NULL, NULL, NULL);
  pack = byl_pack_read (bytes, NULL, NULL);
  g_assert_cmpuint (byl_pack_get_n_questions (pack), ==, N_QUESTIONS);
  g_assert_cmpuint (byl_pack_get_n_writers (pack), ==, N_WRITERS);
  g_test_message ("%u answers were there after %u kills; %u were asked for in all, for %u",
                  N_QUESTIONS * N_WRITERS - n_torn, N_KILLS, fixture->server->n_asked,
                  N_QUESTIONS * N_WRITERS);
}

static void
test_a_half_made_folder_is_no_recording (RecordingFixture *fixture,
                                         gconstpointer     data)
{
  guint n_folders = 0;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u", fixture->path, i);
      g_autoptr(GSubprocess) child = start_child ("create", path, NULL);
      g_autoptr(GDir) dir = NULL;
      char byte;
      const char *name;

      g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (child), &byte, 1, NULL,
                                            NULL), ==, 1);
      wait_microseconds (g_random_int_range (0, 10000));
      kill_child (child);

      dir = g_dir_open (path, 0, NULL);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autoptr(GFile) folder = g_file_new_build_filename (path, name, NULL);
          g_autoptr(BylRecording) recording = NULL;
          g_autoptr(GError) error = NULL;

          if (*name == '.')
            continue;

          recording = byl_recording_open (folder, &error);
          g_assert_no_error (error);
          n_folders++;
        }
    }

  g_assert_cmpuint (n_folders, >, 0);
}

#define ADD(name, function) \
  g_test_add ("/recording-kill/" name, RecordingFixture, NULL, recording_fixture_set_up, function, \
              recording_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  if (argc >= 4 && strcmp (argv[1], "--child") == 0)
    return strcmp (argv[2], "create") == 0 ? child_create (argv[3])
                                           : child_record (argv[3], argv[4]);

  g_test_init (&argc, &argv, NULL);

  ADD ("no-finished-answer-is-lost-or-asked-twice", test_no_finished_answer_is_lost_or_asked_twice);
  ADD ("a-half-made-folder-is-no-recording", test_a_half_made_folder_is_no_recording);

  return g_test_run ();
}
