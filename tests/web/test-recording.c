/* test-recording.c: what is kept of a recording, whatever happens to it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-recording-list.h"
#include "byl-recording.h"
#include "recording-fixture.h"
#include "test-pack-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

static char *
read_answers (BylRecording *recording,
              gsize        *length)
{
  g_autofree char *path = recording_fixture_path (recording, "answers.jsonl");
  char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, length, NULL));
  return content;
}

static void
write_answers (GFile      *folder,
               const char *content,
               gsize       length)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), "answers.jsonl", NULL);

  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

static guint
count_sentences (BylRecording *recording)
{
  g_autoptr(GPtrArray) sentences = byl_recording_dup_troubles (recording);

  return sentences->len;
}

static guint
count_entries (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static guint
count_lines (BylRecording *recording)
{
  g_autofree char *answers = read_answers (recording, NULL);
  guint n = 0;

  for (const char *at = answers; *at != '\0'; at++)
    n += *at == '\n';

  return n;
}

/* Who ends the program runs no main loop any more. */
static void
test_what_has_come_is_on_the_disk_before_a_program_ends (RecordingFixture *fixture,
                                                         gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 6, 2, FALSE);
  guint n_come;

  byl_recording_start (recording, fixture->session, NULL, fixture->providers);
  while (!byl_recording_is_saving (recording))
    g_main_context_iteration (NULL, TRUE);
  n_come = byl_recording_get_n_done (recording) + 1;

  byl_recording_stop (recording);
  byl_recording_finish_saving (recording);
  g_assert_cmpuint (count_lines (recording), >=, n_come);

  while (byl_recording_is_saving (recording))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (byl_recording_get_n_done (recording), ==, count_lines (recording));
}

static void
test_a_plan_with_errors_makes_no_folder (RecordingFixture *fixture,
                                         gconstpointer     data)
{
  g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (1, 1);
  g_autoptr(GError) error = NULL;

  g_assert_null (byl_recording_create (fixture->dir, plan, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_RECORDING);
  g_assert_cmpuint (count_entries (fixture->path), ==, 0);
}

static void
test_a_folder_that_cannot_be_made_is_told (RecordingFixture *fixture,
                                           gconstpointer     data)
{
  g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (1, 2);
  g_autofree char *path = g_build_filename (fixture->path, "file", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_null (byl_recording_create (file, plan, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SAVE);
}

static void
test_what_is_no_recording_is_not_opened (RecordingFixture *fixture,
                                         gconstpointer     data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->path, "plan.json", NULL);

  g_assert_null (byl_recording_open (fixture->dir, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_READ);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "{\"format\": \"byline-pack\"}", -1, NULL));
  g_assert_null (byl_recording_open (fixture->dir, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_RECORDING);
}

static void
test_files_are_the_owners_alone (RecordingFixture *fixture,
                                 gconstpointer     data)
{
  static const char * const names[] = { "plan.json", "answers.jsonl" };
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 1, 2, FALSE);
  GStatBuf status;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = recording_fixture_path (recording, names[i]);

      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    }
  g_assert_cmpint (g_stat (g_file_peek_path (byl_recording_get_folder (recording)), &status), ==,
                   0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
}

static void
test_a_second_one_is_told_of_the_first (RecordingFixture *fixture,
                                        gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 1, 2, FALSE);
  GFile *folder = byl_recording_get_folder (recording);
  g_autoptr(GError) error = NULL;

  g_assert_null (byl_recording_open (folder, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (byl_recording_list_remove (folder, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_LOCKED);
  recording_fixture_reopen (&recording);
}

static void
test_what_was_recorded_is_there_again (RecordingFixture *fixture,
                                       gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 3, 2, FALSE);
  g_autofree char *id = g_strdup (byl_recording_get_id (recording));
  guint64 n_characters;

  recording_fixture_run (fixture, recording);
  n_characters = byl_recording_get_n_characters (recording);
  g_assert_cmpuint (n_characters, >, 0);

  recording_fixture_reopen (&recording);
  g_assert_cmpstr (byl_recording_get_id (recording), ==, id);
  g_assert_cmpint (byl_recording_get_phase (recording), ==, BYL_RECORDING_COMPLETE);
  g_assert_cmpuint (byl_recording_get_n_characters (recording), ==, n_characters);
  g_assert_cmpuint (count_sentences (recording), ==, 0);
  g_assert_cmpuint (fixture->server->n_asked, ==, 6);
}

/* Whatever of the last line is missing, all before it is there, and the rest is asked for again. */
static void
test_a_torn_last_line_is_taken_out (RecordingFixture *fixture,
                                    gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 2, 2, FALSE);
  g_autoptr(GFile) folder = NULL;
  g_autofree char *content = NULL;
  const char *last;
  gsize length;

  recording_fixture_run (fixture, recording);
  folder = g_object_ref (byl_recording_get_folder (recording));
  content = read_answers (recording, &length);
  g_clear_object (&recording);
  last = g_strrstr_len (content, (gssize) length - 1, "\n") + 1;

  for (gsize cut = (gsize) (last - content) + 1; cut < length - 1; cut++)
    {
      g_autofree char *path = g_build_filename (g_file_peek_path (folder), "answers.jsonl", NULL);
      GStatBuf status;

      write_answers (folder, content, cut);
      recording = byl_recording_open (folder, NULL);
      g_assert_cmpuint (byl_recording_get_n_done (recording), ==, 3);
      g_assert_cmpuint (count_sentences (recording), ==, 1);
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_size, ==, last - content);
      g_clear_object (&recording);
    }

  /* Only the line break is missing: the answer is whole. */
  write_answers (folder, content, length - 1);
  recording = byl_recording_open (folder, NULL);
  g_assert_cmpuint (byl_recording_get_n_done (recording), ==, 4);
  g_assert_cmpuint (count_sentences (recording), ==, 0);
  recording_fixture_reopen (&recording);
  g_assert_cmpuint (byl_recording_get_n_done (recording), ==, 4);
}

static char *
replace_line (char     **lines,
              guint      position,
              const char *line)
{
  char *old = lines[position];
  char *content;

  lines[position] = (char *) line;
  content = g_strjoinv ("\n", lines);
  lines[position] = old;

  return content;
}

static void
test_a_damaged_line_costs_one_answer (RecordingFixture *fixture,
                                      gconstpointer     data)
{
  static const char * const damaged[] = {
    "x", "{}", "[]", "null", "{\"question\": 1}", "\xff\xfe\xfd", "\x1f\x8b\x08",
    "{\"question\": \"q1\", \"writer\": \"alpha\", \"text\": \"\", \"provenance\": {}}",
    "{\"question\": \"q99\", \"writer\": \"alpha\", \"text\": \"a\", \"provenance\": {}}",
    "{\"question\": \"q0\", \"writer\": \"alpha\", \"text\": \"a\", \"provenance\": {}}",
    "{\"question\": \"q1\", \"writer\": \"nobody\", \"text\": \"a\", \"provenance\": {}}",
    "{\"question\": \"q1\", \"writer\": \"alpha\", \"text\": \"a\\u0000b\", \"provenance\": {}}",
    "{\"question\": \"q1\", \"writer\": \"alpha\", \"text\": 5, \"provenance\": {}}",
    "{\"question\": \"q1\", \"writer\": \"alpha\", \"text\": \"a\", \"provenance\": []}",
  };
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 3, 2, FALSE);
  g_autoptr(GFile) folder = NULL;
  g_autofree char *content = NULL;
  g_auto(GStrv) lines = NULL;
  gsize length;

  recording_fixture_run (fixture, recording);
  folder = g_object_ref (byl_recording_get_folder (recording));
  content = read_answers (recording, &length);
  lines = g_strsplit (content, "\n", -1);
  g_clear_object (&recording);
  g_assert_cmpuint (g_strv_length (lines), ==, 7);

  for (guint i = 0; i < 6; i++)
    for (guint j = 0; j < G_N_ELEMENTS (damaged); j++)
      {
        g_autofree char *spoilt = replace_line (lines, i, damaged[j]);
        g_autoptr(GError) error = NULL;

        write_answers (folder, spoilt, strlen (spoilt));
        recording = byl_recording_open (folder, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (byl_recording_get_n_done (recording), ==, 5);
        g_assert_cmpuint (count_sentences (recording), ==, 1);
        g_clear_object (&recording);
      }

  /* What is missing now is asked for, and that only. */
  recording = byl_recording_open (folder, NULL);
  recording_fixture_run (fixture, recording);
  g_assert_cmpuint (fixture->server->n_asked, ==, 7);
  recording_fixture_reopen (&recording);
  g_assert_cmpint (byl_recording_get_phase (recording), ==, BYL_RECORDING_COMPLETE);
}

static void
test_no_damage_to_answers_crashes (RecordingFixture *fixture,
                                   gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 2, 2, FALSE);
  g_autoptr(GRand) random = g_rand_new_with_seed (11);
  g_autoptr(GFile) folder = NULL;
  g_autofree char *content = NULL;
  gsize length;

  recording_fixture_run (fixture, recording);
  folder = g_object_ref (byl_recording_get_folder (recording));
  content = read_answers (recording, &length);
  g_clear_object (&recording);

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *copy = g_memdup2 (content, length);
      g_autoptr(GBytes) pack = NULL;

      for (int n = g_rand_int_range (random, 1, 6); n > 0; n--)
        copy[g_rand_int_range (random, 0, (gint32) length)] =
          (char) g_rand_int_range (random, 0, 256);
      write_answers (folder, copy, length);
      recording = byl_recording_open (folder, NULL);
      g_assert_nonnull (recording);
      if (byl_recording_get_n_playable (recording) > 0)
        {
          pack = byl_recording_make_pack (recording, NULL, NULL, NULL);
          g_assert_nonnull (pack);
        }
      g_clear_object (&recording);
    }
}

static void
test_a_full_disk_loses_no_answer (RecordingFixture *fixture,
                                  gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 6, 2, FALSE);
  BylProvider *provider = g_ptr_array_index (fixture->providers, 0);
  guint n_done;

  /* One at a time, and slow enough for the next one not to come before the disk has been full. */
  provider->parallel = 1;
  fixture->server->delay = 40;
  test_begin_limit (900);
  recording_fixture_run (fixture, recording);
  test_end_limit ();
  recording_fixture_wait (20);
  n_done = byl_recording_get_n_done (recording);
  g_assert_cmpuint (n_done, >, 0);
  g_assert_cmpuint (n_done, <, 12);
  g_assert_cmpuint (count_sentences (recording), ==, 1);
  g_assert_cmpint (byl_recording_get_phase (recording), ==, BYL_RECORDING_IDLE);

  provider->parallel = 4;
  recording_fixture_run (fixture, recording);
  recording_fixture_reopen (&recording);
  g_assert_cmpint (byl_recording_get_phase (recording), ==, BYL_RECORDING_COMPLETE);
  g_assert_cmpuint (count_sentences (recording), ==, 0);
  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *prompt = g_strdup_printf ("Question %u?", i);

      g_assert_cmpuint (model_server_count (fixture->server->answered, "alpha", prompt), ==, 1);
      g_assert_cmpuint (model_server_count (fixture->server->answered, "beta", prompt), ==, 1);
    }
}

static void
test_a_list_has_whole_recordings_only (RecordingFixture *fixture,
                                       gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 2, 2, FALSE);
  g_autofree char *half = g_build_filename (fixture->path, ".new-abcdef", NULL);
  g_autofree char *old = g_build_filename (fixture->path, ".new-ghijkl", NULL);
  const struct utimbuf long_ago = { 1000000000, 1000000000 };
  g_autofree char *empty = g_build_filename (fixture->path, "empty", NULL);
  g_autofree char *missing = g_build_filename (fixture->path, "missing", NULL);
  g_autoptr(GFile) nowhere = g_file_new_for_path (missing);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GPtrArray) none = NULL;
  const BylRecordingSummary *summary;

  g_assert_cmpint (g_mkdir (half, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (old, 0700), ==, 0);
  g_assert_cmpint (utime (old, &long_ago), ==, 0);
  g_assert_cmpint (g_mkdir (empty, 0700), ==, 0);
  recording_fixture_run (fixture, recording);
  list = byl_recording_list_load (fixture->dir, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  summary = g_ptr_array_index (list, 0);
  g_assert_cmpstr (summary->id, ==, byl_recording_get_id (recording));
  g_assert_cmpstr (summary->title, ==, "Tea & code");
  g_assert_cmpuint (summary->n_questions, ==, 2);
  g_assert_cmpuint (summary->n_expected, ==, 4);
  g_assert_cmpuint (summary->n_done, ==, 4);

  /* What was left half made long ago goes when another one is made. */
  g_object_unref (recording_fixture_create (fixture, 1, 2, FALSE));
  g_assert_true (g_file_test (half, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));

  none = byl_recording_list_load (nowhere, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_clear_object (&recording);
  g_assert_true (byl_recording_list_remove (summary->folder, NULL));
  g_assert_false (g_file_query_exists (summary->folder, NULL));
}

#define ADD(name, function) \
  g_test_add ("/recording/" name, RecordingFixture, NULL, recording_fixture_set_up, function, \
              recording_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-plan-with-errors-makes-no-folder", test_a_plan_with_errors_makes_no_folder);
  ADD ("a-folder-that-cannot-be-made-is-told", test_a_folder_that_cannot_be_made_is_told);
  ADD ("what-is-no-recording-is-not-opened", test_what_is_no_recording_is_not_opened);
  ADD ("a-torn-last-line-is-taken-out", test_a_torn_last_line_is_taken_out);
  ADD ("a-damaged-line-costs-one-answer", test_a_damaged_line_costs_one_answer);
  ADD ("no-damage-to-answers-crashes", test_no_damage_to_answers_crashes);
  ADD ("a-full-disk-loses-no-answer", test_a_full_disk_loses_no_answer);
  ADD ("what-has-come-is-on-the-disk-before-a-program-ends",
       test_what_has_come_is_on_the_disk_before_a_program_ends);
  ADD ("files-are-the-owners-alone", test_files_are_the_owners_alone);
  ADD ("a-second-one-is-told-of-the-first", test_a_second_one_is_told_of_the_first);
  ADD ("what-was-recorded-is-there-again", test_what_was_recorded_is_there_again);
  ADD ("a-list-has-whole-recordings-only", test_a_list_has_whole_recordings_only);

  return g_test_run ();
}
