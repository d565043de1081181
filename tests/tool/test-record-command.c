/* test-record-command.c: byline-pack record, as a person or another program runs it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-reader.h"
#include "recording-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#define ANSWERS 8u /* of the fixture's four questions, by its two writers */

/* A folder with all that the command reads, and a server for it to ask. */
typedef struct
{
  RecordingFixture base;
  char            *key; /* (nullable): for the environment */
} Fixture;

/* How the program ended, and what it said. */
typedef struct
{
  int   code;
  char *output;
  char *errors;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_free (outcome->output);
  g_free (outcome->errors);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *content)
{
  g_autofree char *path = g_build_filename (fixture->base.path, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *providers = NULL;

  recording_fixture_set_up (&fixture->base, data);
  providers = g_strdup_printf (
    "{\"format\": \"byline-providers\", \"version\": 1, \"providers\": [{\"id\": \"test\", "
    "\"name\": \"Test\", \"interface\": \"openai\", \"address\": \"%s\", "
    "\"key_variable\": \"BYLINE_TEST_KEY\", \"needs_key\": false, \"parallel\": 2, "
    "\"models\": [{\"id\": \"alpha\", \"name\": \"Alpha\", \"maker\": \"Anna\"}]}]}",
    fixture->base.address);
  write_file (fixture, "providers.json", providers);
  write_file (fixture, "questions.txt", "One?\nTwo?\nThree?\nFour?\n");
  write_file (fixture, "writers.json",
              "{\"system\": \"Be brief.\", \"writers\": ["
              "{\"name\": \"Alpha\", \"provider\": \"test\", \"model\": \"alpha\"}, "
              "{\"name\": \"Beta\", \"provider\": \"test\", \"model\": \"beta\", "
              "\"parameters\": {\"temperature\": 0.5}}]}");
  fixture->key = NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  recording_fixture_tear_down (&fixture->base, data);
  g_free (fixture->key);
}

static GSubprocess *
start (Fixture    *fixture,
       const char *words)
{
  g_autofree char *line = g_strconcat (g_getenv ("BYLINE_PACK"), "|record|", words, NULL);
  g_auto(GStrv) arguments = g_strsplit (line, "|", -1);
  g_autoptr(GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr(GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_set_cwd (launcher, fixture->base.path);
  g_subprocess_launcher_setenv (launcher, "BYLINE_DATA_DIR", fixture->base.path, TRUE);
  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);
  if (fixture->key != NULL)
    g_subprocess_launcher_setenv (launcher, "BYLINE_TEST_KEY", fixture->key, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) arguments, &error);
  g_assert_no_error (error);

  return process;
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      place)
{
  *(GAsyncResult **) place = g_object_ref (result);
}

/* Serves the program until it ends. */
static Outcome
finish (GSubprocess *process)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  Outcome outcome;

  g_subprocess_communicate_utf8_async (process, NULL, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_subprocess_communicate_utf8_finish (process, result, &outcome.output,
                                                       &outcome.errors, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  outcome.code = g_subprocess_get_exit_status (process);
  g_object_unref (process);

  return outcome;
}

static Outcome
run (Fixture    *fixture,
     const char *words)
{
  return finish (start (fixture, words));
}

static gboolean
exists (Fixture    *fixture,
        const char *name)
{
  g_autofree char *path = g_build_filename (fixture->base.path, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static BylPack *
load_pack (Fixture    *fixture,
           const char *name)
{
  g_autofree char *path = g_build_filename (fixture->base.path, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  BylPack *pack = byl_pack_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

#define GOOD "--questions=questions.txt|--writers=writers.json|-o|out.json"

static void
test_wrong_usage_is_two (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char * const wrong[] = {
    "", "--questions=questions.txt", "--questions=questions.txt|--writers=writers.json",
    GOOD "|questions.txt", GOOD "|--language=english", GOOD "|--title= ", GOOD "|--unknown",
    "--questions=missing.txt|--writers=writers.json|-o|out.json",
    "--questions=questions.txt|--writers=missing.json|-o|out.json",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto(Outcome) outcome = run (fixture, wrong[i]);

      g_assert_cmpint (outcome.code, ==, 2);
      g_assert_cmpstr (outcome.output, ==, "");
      g_assert_cmpstr (outcome.errors, !=, "");
    }
  g_assert_cmpuint (fixture->base.server->n_asked, ==, 0);
}

static void
test_keys_in_arguments_are_refused_and_not_repeated (Fixture       *fixture,
                                                     gconstpointer  data)
{
  static const char * const wrong[] = {
    "--key=sk-canary", "--key|sk-canary", "--api-key=sk-canary", "--openai_api_key|sk-canary",
    "-key=sk-canary", "--token=sk-canary", "-k|sk-canary", "--unknown=sk-canary", "sk-canary",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *words = g_strconcat (GOOD "|", wrong[i], NULL);
      g_auto(Outcome) outcome = run (fixture, words);

      g_assert_cmpint (outcome.code, ==, 2);
      g_assert_cmpstr (outcome.errors, !=, "");
      g_assert_null (strstr (outcome.errors, "sk-canary"));
    }
  g_assert_cmpuint (fixture->base.server->n_asked, ==, 0);
  g_assert_false (exists (fixture, "out.json.recording"));
}

static void
test_errors_in_files_are_told_with_their_places (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_auto(Outcome) outcome = { 0 };

  write_file (fixture, "questions.txt", "{\"prompt\": \"One?\"}\n{\"prompt\": 2}\n");
  write_file (fixture, "writers.json",
              "[{\"name\": \"Alpha\", \"provider\": \"tset\", \"model\": \"alpha\"},\n"
              " {\"name\": \"Beta\", \"model\": \"beta\", \"parameters\": 1},\n"
              " {\"provider\": \"test\", \"model\": 5}]\n");
  outcome = run (fixture, GOOD);
  g_assert_cmpint (outcome.code, ==, 1);
  g_assert_nonnull (strstr (outcome.errors, "questions.txt:2:1:"));
  g_assert_nonnull (strstr (outcome.errors, "writers.json:1:32:"));
  g_assert_nonnull (strstr (outcome.errors, "“test”"));
  g_assert_nonnull (strstr (outcome.errors, "writers.json:2:"));
  g_assert_nonnull (strstr (outcome.errors, "writers.json:3:"));
  g_assert_nonnull (strstr (outcome.errors, "(/2/model)"));

  write_file (fixture, "questions.txt", "One?\n");
  write_file (fixture, "writers.json",
              "[{\"name\": \"Alpha\", \"provider\": \"test\", \"model\": \"alpha\"},\n"
              " {\"name\": \"alpha\", \"provider\": \"test\", \"model\": \"beta\",\n"
              "  \"parameters\": {\"api_key\": \"sk-canary\"}}]\n");
  outcome_clear (&outcome);
  outcome = run (fixture, GOOD);
  g_assert_cmpint (outcome.code, ==, 1);
  g_assert_nonnull (strstr (outcome.errors, "[duplicate-name]"));
  g_assert_nonnull (strstr (outcome.errors, "writers.json:3:"));
  g_assert_nonnull (strstr (outcome.errors, "[secret]"));
  g_assert_null (strstr (outcome.errors, "sk-canary"));
}

static void
test_answers_become_a_pack (Fixture       *fixture,
                            gconstpointer  data)
{
  g_auto(Outcome) outcome = run (fixture, GOOD "|--title=Tea|--language=de");
  g_autoptr(BylPack) pack = NULL;

  g_assert_cmpint (outcome.code, ==, 0);
  g_assert_nonnull (strstr (outcome.output, "out.json"));
  g_assert_nonnull (strstr (outcome.errors, "8 of 8"));
  pack = load_pack (fixture, "out.json");
  g_assert_cmpstr (byl_pack_get_title (pack), ==, "Tea");
  g_assert_cmpstr (byl_pack_get_language (pack), ==, "de");
  g_assert_cmpuint (byl_pack_get_n_questions (pack), ==, 4);
  g_assert_cmpuint (byl_pack_get_n_writers (pack), ==, 2);
  g_assert_cmpstr (byl_pack_get_writer (pack, 0)->maker, ==, "Anna");
  g_assert_cmpuint (fixture->base.server->max_open, <=, 2);
}

static void
test_a_list_of_writers_and_a_compressed_pack_will_do (Fixture       *fixture,
                                                      gconstpointer  data)
{
  g_auto(Outcome) outcome = { 0 };
  g_autoptr(BylPack) pack = NULL;

  write_file (fixture, "questions.txt", "prompt,category\nOne?,Tea\n");
  write_file (fixture, "writers.json",
              "[{\"name\": \"Alpha\", \"provider\": \"test\", \"model\": \"alpha\"},"
              " {\"name\": \"Beta\", \"provider\": \"test\", \"model\": \"beta\"}]");
  outcome = run (fixture, "--questions=questions.txt|--writers=writers.json|-o|my tea.json.gz");
  g_assert_cmpint (outcome.code, ==, 0);
  pack = load_pack (fixture, "my tea.json.gz");
  g_assert_cmpstr (byl_pack_get_title (pack), ==, "my tea");
  g_assert_cmpstr (byl_pack_get_question (pack, 0)->category, ==, "Tea");
}

static void
test_a_stopped_recording_goes_on_where_it_was (Fixture       *fixture,
                                               gconstpointer  data)
{
  GSubprocess *process;
  guint n_asked;

  fixture->base.server->delay = 40;
  for (guint i = 0; i < 2; i++)
    {
      g_auto(Outcome) stopped = { 0 };

      n_asked = fixture->base.server->n_asked;
      process = start (fixture, GOOD);
      while (fixture->base.server->n_asked < n_asked + 4)
        g_main_context_iteration (NULL, TRUE);
      g_subprocess_send_signal (process, i == 0 ? SIGINT : SIGTERM);
      stopped = finish (process);
      g_assert_cmpint (stopped.code, ==, 1);
      g_assert_cmpstr (stopped.output, ==, "");
      g_assert_false (exists (fixture, "out.json"));
      g_assert_true (exists (fixture, "out.json.recording"));
    }

  {
    g_auto(Outcome) finished = run (fixture, GOOD);
    g_auto(Outcome) again = { 0 };
    g_autoptr(BylPack) pack = load_pack (fixture, "out.json");

    g_assert_cmpint (finished.code, ==, 0);
    g_assert_cmpuint (byl_pack_get_n_questions (pack), ==, 4);

    /* Two are asked at once, so no stop costs more than two. */
    n_asked = fixture->base.server->n_asked;
    g_assert_cmpuint (n_asked, <=, ANSWERS + 2 * 2);
    again = run (fixture, GOOD);
    g_assert_cmpint (again.code, ==, 0);
    g_assert_cmpuint (fixture->base.server->n_asked, ==, n_asked);
  }
}

static void
test_what_is_there_already_is_not_overwritten (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->base.path, "out.json", NULL);
  g_autofree char *content = NULL;
  g_auto(Outcome) outcome = { 0 };

  write_file (fixture, "out.json", "mine");
  outcome = run (fixture, GOOD);
  g_assert_cmpint (outcome.code, ==, 2);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");

  g_unlink (path);
  outcome_clear (&outcome);
  outcome = run (fixture, GOOD);
  g_assert_cmpint (outcome.code, ==, 0);
  write_file (fixture, "questions.txt", "Another?\n");
  outcome_clear (&outcome);
  outcome = run (fixture, GOOD);
  g_assert_cmpint (outcome.code, ==, 2);
  g_assert_cmpuint (fixture->base.server->n_asked, ==, ANSWERS);
}

static void
test_a_second_program_is_told_of_the_first (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_auto(Outcome) second = { 0 };
  g_auto(Outcome) first = { 0 };
  GSubprocess *process;

  fixture->base.server->delay = 200;
  process = start (fixture, GOOD);
  while (fixture->base.server->n_asked == 0)
    g_main_context_iteration (NULL, TRUE);
  second = run (fixture, GOOD);
  g_assert_cmpint (second.code, ==, 2);
  first = finish (process);
  g_assert_cmpint (first.code, ==, 0);
}

static void
test_missing_answers_are_told_and_one (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_auto(Outcome) outcome = { 0 };
  g_auto(Outcome) again = { 0 };

  write_file (fixture, "writers.json",
              "[{\"name\": \"Alpha\", \"provider\": \"test\", \"model\": \"alpha\"},"
              " {\"name\": \"Beta\", \"provider\": \"test\", \"model\": \"beta\"},"
              " {\"name\": \"Gamma\", \"provider\": \"test\", \"model\": \"gamma\"}]");
  model_server_set_mood (fixture->base.server, "beta", MODEL_IS_MISSING);
  outcome = run (fixture, GOOD);
  g_assert_cmpint (outcome.code, ==, 1);
  g_assert_nonnull (strstr (outcome.errors, "“Beta”"));
  g_assert_true (exists (fixture, "out.json"));

  model_server_set_mood (fixture->base.server, "beta", MODEL_ANSWERS);
  again = run (fixture, GOOD);
  g_assert_cmpint (again.code, ==, 0);
  g_assert_cmpuint (model_server_count (fixture->base.server->asked, "alpha", "One?"), ==, 1);
}

/* The key is in the environment, where it belongs, and at the server; and nowhere else. */
static void
test_a_key_is_found_nowhere_whatever_the_server_does (Fixture       *fixture,
                                                      gconstpointer  data)
{
  static const ModelMood moods[] = {
    MODEL_FAILS_ONCE, MODEL_FAILS, MODEL_IS_CUT, MODEL_BETRAYS, MODEL_REFUSES_KEY, MODEL_ANSWERS,
  };
  g_autofree char *random = g_uuid_string_random ();

  fixture->key = g_strconcat ("sk-canary-", random, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (moods); i++)
    {
      g_auto(Outcome) outcome = { 0 };

      model_server_set_mood (fixture->base.server, "beta", moods[i]);
      outcome = run (fixture, GOOD);
      g_assert_cmpstr (fixture->base.server->key, ==, fixture->key);
      g_assert_null (strstr (outcome.output, fixture->key));
      g_assert_null (strstr (outcome.errors, fixture->key));
      g_assert_false (recording_fixture_holds (fixture->base.path, fixture->key));
    }
  g_assert_true (exists (fixture, "out.json"));
}

#define ADD(name, function) \
  g_test_add ("/record-command/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("wrong-usage-is-two", test_wrong_usage_is_two);
  ADD ("keys-in-arguments-are-refused-and-not-repeated",
       test_keys_in_arguments_are_refused_and_not_repeated);
  ADD ("errors-in-files-are-told-with-their-places",
       test_errors_in_files_are_told_with_their_places);
  ADD ("what-is-there-already-is-not-overwritten", test_what_is_there_already_is_not_overwritten);
  ADD ("a-second-program-is-told-of-the-first", test_a_second_program_is_told_of_the_first);
  ADD ("missing-answers-are-told-and-one", test_missing_answers_are_told_and_one);
  ADD ("answers-become-a-pack", test_answers_become_a_pack);
  ADD ("a-list-of-writers-and-a-compressed-pack-will-do",
       test_a_list_of_writers_and_a_compressed_pack_will_do);
  ADD ("a-stopped-recording-goes-on-where-it-was", test_a_stopped_recording_goes_on_where_it_was);
  ADD ("a-key-is-found-nowhere-whatever-the-server-does",
       test_a_key_is_found_nowhere_whatever_the_server_does);

  return g_test_run ();
}
