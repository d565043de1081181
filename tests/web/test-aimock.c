/* test-aimock.c: the four interfaces, as a program of other people's has them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "asking.h"
#include "byl-error.h"

#include <string.h>

/* npm's @copilotkit/aimock emulates the interfaces on this machine. tests/run.sh installs it where
 * there is npm; where it is not, these tests are skipped. */

#define KEY "made-up-for-this-very-test"

typedef struct
{
  GSubprocess *aimock;
  char        *address;
  Asking      *asking;
} Fixture;

static char *
find_aimock (void)
{
  const char *folder = g_getenv ("BYLINE_AIMOCK");
  g_autofree char *node = g_find_program_in_path ("node");
  g_autofree char *path = NULL;

  if (folder == NULL || node == NULL)
    return NULL;

  path = g_build_filename (folder, "node_modules", "@copilotkit", "aimock", "dist", "cli.js", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

/* Reads what it says until it says where it listens. */
static char *
read_address (GSubprocess *aimock)
{
  g_autoptr(GDataInputStream) lines =
    g_data_input_stream_new (g_subprocess_get_stdout_pipe (aimock));
  char *line;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  while ((line = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, NULL)) != NULL)
    {
      char *address = strstr (line, "http://127.0.0.1:");

      if (address != NULL)
        {
          address = g_strdup (address);
          g_free (line);
          return address;
        }
      g_free (line);
    }

  return NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  interface)
{
  g_autofree char *program = find_aimock ();
  g_autofree char *answers = g_test_build_filename (G_TEST_DIST, "web", "aimock.json", NULL);
  g_autoptr(GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autoptr(GError) error = NULL;

  if (program == NULL)
    return;

  g_subprocess_launcher_setenv (launcher, "AIMOCK_API_KEYS", KEY, TRUE);
  fixture->aimock = g_subprocess_launcher_spawn (launcher, &error, "node", program, "-p", "0",
                                                 "-f", answers, NULL);
  g_assert_no_error (error);
  fixture->address = read_address (fixture->aimock);
  g_assert_nonnull (fixture->address);
  fixture->asking = asking_new (GPOINTER_TO_UINT (interface));
  fixture->asking->query.address = fixture->address;
  fixture->asking->query.key = KEY;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  interface)
{
  if (fixture->aimock == NULL)
    return;

  asking_free (fixture->asking);
  g_free (fixture->address);
  g_subprocess_force_exit (fixture->aimock);
  g_subprocess_wait (fixture->aimock, NULL, NULL);
  g_object_unref (fixture->aimock);
}

static gboolean
is_missing (Fixture *fixture)
{
  if (fixture->aimock == NULL)
    g_test_skip ("npm's @copilotkit/aimock is not installed; tests/run.sh does it where npm is");

  return fixture->aimock == NULL;
}

static void
assert_fails (Fixture    *fixture,
              const char *prompt,
              int         code)
{
  g_test_message ("%s", prompt);
  fixture->asking->query.prompt = prompt;
  asking_assert_error (fixture->asking, BYL_ERROR, code);
  g_assert_null (strstr (fixture->asking->error->message, KEY));
}

static void
test_faults_are_told_apart (Fixture       *fixture,
                            gconstpointer  interface)
{
  if (is_missing (fixture))
    return;

  assert_fails (fixture, "cut", BYL_ERROR_REPLY);
  assert_fails (fixture, "leave", BYL_ERROR_REPLY);
  assert_fails (fixture, "empty", BYL_ERROR_REPLY);
  assert_fails (fixture, "spent", BYL_ERROR_SERVER);
  assert_fails (fixture, "garbled", BYL_ERROR_SERVER);
  assert_fails (fixture, "dropped", BYL_ERROR_SERVER);
  assert_fails (fixture, "nobody has written an answer to this", BYL_ERROR_SERVER);
  assert_fails (fixture, "gone", BYL_ERROR_NETWORK);

  fixture->asking->query.deadline = 300;
  assert_fails (fixture, "slow", BYL_ERROR_NETWORK);
  fixture->asking->query.deadline = 0;

  fixture->asking->query.key = "another-one-that-was-made-up";
  assert_fails (fixture, "Who weaves by day?", BYL_ERROR_KEY);
  fixture->asking->query.key = NULL;
  assert_fails (fixture, "Who weaves by day?", BYL_ERROR_KEY);
}

static void
test_a_stream_becomes_an_answer (Fixture       *fixture,
                                 gconstpointer  interface)
{
  gboolean is_ollama = GPOINTER_TO_UINT (interface) == BYL_INTERFACE_OLLAMA;
  gboolean is_gemini = GPOINTER_TO_UINT (interface) == BYL_INTERFACE_GEMINI;
  g_autoptr(BylReply) reply = NULL;
  GArray *progress;

  if (is_missing (fixture))
    return;

  reply = asking_ask (fixture->asking);
  progress = fixture->asking->progress;
  g_assert_no_error (fixture->asking->error);
  g_assert_cmpstr (reply->text, ==,
                   "Penelope weaves by day 🧵, and unpicks it by night.\n\n1. Loom\n2. Thread");
  g_assert_cmpstr (reply->ended, ==, "stop");
  g_assert_cmpuint (reply->n_tries, ==, 1);
  g_assert_cmpuint (g_array_index (progress, guint, progress->len - 1), ==,
                    g_utf8_strlen (reply->text, -1));

  /* It tells Ollama's clients no tokens, and Gemini's no model. */
  if (!is_ollama)
    {
      g_assert_cmpint (reply->input_tokens, ==, 11);
      g_assert_cmpint (reply->output_tokens, ==, 23);
    }
  if (!is_ollama && !is_gemini)
    g_assert_cmpstr (reply->reported_model, ==, "penelope-1-b");
}

static void
test_an_answer_can_be_too_short_or_come_late (Fixture       *fixture,
                                              gconstpointer  interface)
{
  g_autoptr(BylReply) cut_short = NULL;
  g_autoptr(BylReply) third = NULL;

  if (is_missing (fixture))
    return;

  fixture->asking->query.prompt = "short";
  cut_short = asking_ask (fixture->asking);
  g_assert_no_error (fixture->asking->error);
  g_assert_cmpstr (cut_short->text, ==, "Twenty years are lo");
  /* To Ollama's clients it says so of all that it says. */
  g_assert_cmpstr (cut_short->ended, ==,
                   GPOINTER_TO_UINT (interface) == BYL_INTERFACE_OLLAMA ? "stop" : "length");

  fixture->asking->query.prompt = "again";
  third = asking_ask (fixture->asking);
  g_assert_no_error (fixture->asking->error);
  g_assert_cmpstr (third->text, ==, "The third time it is heard.");
  g_assert_cmpuint (third->n_tries, ==, 3);
}

/* OpenRouter sends comments while it waits for somebody else. */
static void
test_comments_are_no_part_of_an_answer (Fixture       *fixture,
                                        gconstpointer  interface)
{
  g_autofree char *address = NULL;
  g_autoptr(BylReply) reply = NULL;
  g_auto(GStrv) ids = NULL;

  if (is_missing (fixture))
    return;

  address = g_strconcat (fixture->address, "/api", NULL);
  fixture->asking->query.address = address;
  fixture->asking->query.prompt = "patience";
  reply = asking_ask (fixture->asking);
  g_assert_no_error (fixture->asking->error);
  g_assert_cmpstr (reply->text, ==, "She waits while others talk.");

  ids = asking_list (fixture->asking);
  g_assert_no_error (fixture->asking->error);
  g_assert_cmpuint (g_strv_length (ids), >, 0);
}

static void
test_models_are_listed (Fixture       *fixture,
                        gconstpointer  interface)
{
  g_auto(GStrv) ids = NULL;

  if (is_missing (fixture))
    return;

  ids = asking_list (fixture->asking);
  if (GPOINTER_TO_UINT (interface) == BYL_INTERFACE_GEMINI)
    {
      /* It has no list for Gemini: a name can be typed all the same. */
      g_assert_error (fixture->asking->error, BYL_ERROR, BYL_ERROR_SERVER);
      return;
    }

  g_assert_no_error (fixture->asking->error);
  g_assert_true (g_strv_contains ((const char * const *) ids, "penelope-1"));
}

int
main (int    argc,
      char **argv)
{
  const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "faults-are-told-apart", test_faults_are_told_apart },
    { "a-stream-becomes-an-answer", test_a_stream_becomes_an_answer },
    { "an-answer-can-be-too-short-or-come-late", test_an_answer_can_be_too_short_or_come_late },
    { "models-are-listed", test_models_are_listed },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint interface = 0; interface <= BYL_INTERFACE_OLLAMA; interface++)
    for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
      {
        g_autofree char *path = g_strdup_printf ("/aimock/%s/%s", byl_interface_get_id (interface),
                                                 tests[i].name);

        g_test_add (path, Fixture, GUINT_TO_POINTER (interface), set_up, tests[i].test, tear_down);
      }

  g_test_add ("/aimock/openai/comments-are-no-part-of-an-answer", Fixture,
              GUINT_TO_POINTER (BYL_INTERFACE_OPENAI), set_up,
              test_comments_are_no_part_of_an_answer, tear_down);

  return g_test_run ();
}
