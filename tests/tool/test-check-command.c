/* test-check-command.c: byline-pack check, as a pack's author or another program runs it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tool-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char good_pack[] =
  "{\"format\": \"byline-pack\", \"version\": 1, \"id\": \"good\", \"title\": \"T\", "
  "\"language\": \"en\",\n"
  " \"writers\": [{\"id\": \"anna\", \"name\": \"Anna\"}, {\"id\": \"berta\", \"name\": "
  "\"Berta\"}],\n"
  " \"questions\": [{\"id\": \"q\", \"prompt\": \"P\", \"answers\": [\n"
  "  {\"writer\": \"anna\", \"text\": \"An answer of twenty characters.\"},\n"
  "  {\"writer\": \"berta\", \"text\": \"Another answer of such a length.\"}]}]}\n";

/* A folder with a file of every kind. */
typedef struct
{
  char *dir;
} Fixture;

static char *
replace (const char *from,
         const char *to)
{
  GString *text = g_string_new (good_pack);

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);

  return g_string_free (text, FALSE);
}

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->dir, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *bad = replace ("\"anna\", \"text\"", "\"ana\", \"text\"");
  g_autofree char *leak = replace ("An answer of", "Anna answers in");
  g_autofree char *fifo = NULL;
  g_autofree char *link = NULL;
  g_autofree char *folder = NULL;

  fixture->dir = g_dir_make_tmp ("byline-tool-XXXXXX", NULL);
  write_file (fixture, "good.json", good_pack);
  write_file (fixture, "bad.json", bad);
  write_file (fixture, "leak.json", leak);
  write_file (fixture, "broken.json", "{\"format\": \"byline-pack\",\n x}");
  write_file (fixture, "empty.json", "");
  write_file (fixture, "ümläut “x”.json", good_pack);

  fifo = g_build_filename (fixture->dir, "fifo.json", NULL);
  link = g_build_filename (fixture->dir, "link.json", NULL);
  folder = g_build_filename (fixture->dir, "folder.json", NULL);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tool_fixture_remove_all (fixture->dir);
  g_free (fixture->dir);
}

/* Runs the program in the folder, with words parted by “|”. */
static Outcome
run (Fixture    *fixture,
     const char *words)
{
  return tool_fixture_run (fixture->dir, NULL, NULL, words);
}

static void
check_code (Fixture    *fixture,
            const char *words,
            int         code)
{
  g_auto(Outcome) outcome = run (fixture, words);

  g_assert_cmpint (outcome.code, ==, code);
}

/* The lines of the output, each an object of its own. */
static GPtrArray *
parse_lines (const char *output)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_auto(GStrv) lines = g_strsplit (output, "\n", -1);
  guint n_lines = g_strv_length (lines);

  g_assert_cmpuint (n_lines, >=, 1);
  g_assert_cmpstr (lines[n_lines - 1], ==, "");
  for (guint i = 0; i + 1 < n_lines; i++)
    {
      g_autoptr(GError) error = NULL;
      JsonNode *node = json_from_string (lines[i], &error);

      g_assert_no_error (error);
      g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
      g_ptr_array_add (nodes, node);
    }

  return nodes;
}

static JsonArray *
get_problems (GPtrArray  *nodes,
              guint       line,
              const char *file,
              gboolean    ok)
{
  JsonObject *object = json_node_get_object (g_ptr_array_index (nodes, line));

  g_assert_cmpuint (json_object_get_size (object), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, file);
  g_assert_cmpint (json_object_get_boolean_member (object, "ok"), ==, ok);

  return json_object_get_array_member (object, "problems");
}

static void
check_problem (JsonArray  *problems,
               guint       position,
               const char *severity,
               const char *code,
               const char *pointer,
               gint64      line,
               gint64      column,
               const char *suggestion)
{
  JsonObject *problem = json_array_get_object_element (problems, position);

  g_assert_cmpstr (json_object_get_string_member (problem, "severity"), ==, severity);
  g_assert_cmpstr (json_object_get_string_member (problem, "code"), ==, code);
  g_assert_cmpstr (json_object_get_string_member (problem, "pointer"), ==, pointer);
  g_assert_cmpint (json_object_get_int_member (problem, "line"), ==, line);
  g_assert_cmpint (json_object_get_int_member (problem, "column"), ==, column);
  g_assert_cmpstr (json_object_get_string_member (problem, "message"), !=, "");
  g_assert_cmpint (json_object_has_member (problem, "suggestion"), ==, suggestion != NULL);
  if (suggestion != NULL)
    g_assert_cmpstr (json_object_get_string_member (problem, "suggestion"), ==, suggestion);
  g_assert_cmpuint (json_object_get_size (problem), ==, suggestion != NULL ? 7 : 6);
}

static void
test_wrong_usage_is_two (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char * const wrong[] = {
    "", "chek|good.json", "check", "check|--json", "check|--jsn|good.json", "--json", "good.json",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto(Outcome) outcome = run (fixture, wrong[i]);

      g_assert_cmpint (outcome.code, ==, 2);
      g_assert_cmpstr (outcome.output, ==, "");
      g_assert_cmpstr (outcome.errors, !=, "");
    }
}

static void
test_help_and_version_are_given (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_auto(Outcome) help = run (fixture, "--help");
  g_auto(Outcome) command_help = run (fixture, "check|--help");
  g_auto(Outcome) version = run (fixture, "--version");

  g_assert_cmpint (help.code, ==, 0);
  g_assert_nonnull (strstr (help.output, "check"));
  g_assert_cmpint (command_help.code, ==, 0);
  g_assert_nonnull (strstr (command_help.output, "--json"));
  g_assert_cmpint (version.code, ==, 0);
  g_assert_cmpstr (version.output, ==, "byline-pack " VERSION "\n");
}

static void
test_errors_are_one_and_warnings_nothing (Fixture       *fixture,
                                          gconstpointer  data)
{
  check_code (fixture, "check|good.json", 0);
  check_code (fixture, "check|leak.json", 0);
  check_code (fixture, "check|bad.json", 1);
  check_code (fixture, "check|broken.json", 1);
  check_code (fixture, "check|empty.json", 1);
}

static void
test_what_cannot_be_read_is_two (Fixture       *fixture,
                                 gconstpointer  data)
{
  static const char * const names[] = { "missing.json", "folder.json", "fifo.json", "link.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *words = g_strconcat ("check|--json|", names[i], NULL);
      g_auto(Outcome) outcome = run (fixture, words);
      g_autoptr(GPtrArray) nodes = parse_lines (outcome.output);
      JsonArray *problems;

      g_assert_cmpint (outcome.code, ==, 2);
      g_assert_cmpuint (nodes->len, ==, 1);
      problems = get_problems (nodes, 0, names[i], FALSE);
      g_assert_cmpuint (json_array_get_length (problems), ==, 1);
      check_problem (problems, 0, "error", "unreadable", "", 0, 0, NULL);
    }
}

static void
test_unreadable_file_is_two (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "good.json", NULL);

  /* A regular file that even root cannot read from its start, since modes do not bind root. */
  check_code (fixture, "check|/proc/self/mem", 2);

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (geteuid () != 0)
    check_code (fixture, "check|good.json", 2);
}

static void
test_huge_file_is_two (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "good.json", NULL);

  g_assert_cmpint (truncate (path, 257 * 1024 * 1024), ==, 0);
  check_code (fixture, "check|good.json", 2);
}

static void
test_worst_file_decides (Fixture       *fixture,
                         gconstpointer  data)
{
  check_code (fixture, "check|good.json|bad.json|leak.json", 1);
  check_code (fixture, "check|missing.json|bad.json|good.json", 2);
  check_code (fixture, "check|bad.json|missing.json", 2);
  check_code (fixture, "check|good.json|leak.json", 0);
}

static void
test_json_is_a_line_a_file_in_order (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_auto(Outcome) outcome =
    run (fixture, "check|bad.json|--json|missing.json|leak.json|broken.json|good.json");
  g_autoptr(GPtrArray) nodes = parse_lines (outcome.output);
  JsonArray *problems;

  g_assert_cmpint (outcome.code, ==, 2);
  g_assert_cmpstr (outcome.errors, ==, "");
  g_assert_cmpuint (nodes->len, ==, 5);

  problems = get_problems (nodes, 0, "bad.json", FALSE);
  check_problem (problems, 0, "warning", "imbalance", "/writers/0", 2, 14, NULL);
  check_problem (problems, 1, "error", "unknown-writer", "/questions/0/answers/0/writer", 4, 14,
                 "anna");
  g_assert_cmpuint (json_array_get_length (problems), ==, 2);

  get_problems (nodes, 1, "missing.json", FALSE);

  problems = get_problems (nodes, 2, "leak.json", TRUE);
  g_assert_cmpuint (json_array_get_length (problems), ==, 1);
  check_problem (problems, 0, "warning", "name-leak", "/questions/0/answers/0/text", 4, 30, NULL);

  problems = get_problems (nodes, 3, "broken.json", FALSE);
  check_problem (problems, 0, "error", "not-json", "", 2, 2, NULL);

  g_assert_cmpuint (json_array_get_length (get_problems (nodes, 4, "good.json", TRUE)), ==, 0);
}

static void
test_text_names_file_line_and_code (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_auto(Outcome) outcome = run (fixture, "check|bad.json|missing.json|good.json");
  g_auto(GStrv) lines = g_strsplit (outcome.output, "\n", -1);

  /* Two problems and a summary; one and a summary; a summary. */
  g_assert_cmpuint (g_strv_length (lines), ==, 7);
  g_assert_true (g_str_has_prefix (lines[0], "bad.json:2:14: warning: "));
  g_assert_true (g_str_has_suffix (lines[0], " [imbalance]"));
  g_assert_true (g_str_has_prefix (lines[1], "bad.json:4:14: error: "));
  g_assert_true (g_str_has_suffix (lines[1], " [unknown-writer]"));
  g_assert_true (g_str_has_prefix (lines[2], "bad.json: "));
  g_assert_true (g_str_has_prefix (lines[3], "missing.json: error: "));
  g_assert_true (g_str_has_suffix (lines[3], " [unreadable]"));
  g_assert_true (g_str_has_prefix (lines[4], "missing.json: "));
  g_assert_true (g_str_has_prefix (lines[5], "good.json: "));
}

static void
test_names_are_utf8_in_any_locale (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr(GPtrArray) nodes = NULL;
  g_auto(Outcome) outcome = { 0, NULL, NULL };

  g_setenv ("LC_ALL", "C", TRUE);
  outcome = run (fixture, "check|--json|ümläut “x”.json");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);

  g_assert_cmpint (outcome.code, ==, 0);
  g_assert_true (g_utf8_validate (outcome.output, -1, NULL));
  nodes = parse_lines (outcome.output);
  g_assert_cmpuint (nodes->len, ==, 1);
}

static void
test_output_that_cannot_be_written_is_two (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr(GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *path = g_build_filename (fixture->dir, "good.json", NULL);
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;

  g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("BYLINE_PACK"), "check", path,
                                         NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 2);
}

static void
test_compressed_packs_are_checked (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *pack =
    g_build_filename (g_getenv ("BYLINE_SHARED"), "data", "packs", "vicuna-80.json.gz", NULL);
  g_autofree char *words = g_strconcat ("check|--json|", pack, NULL);
  g_autoptr(GPtrArray) nodes = NULL;
  g_auto(Outcome) outcome = { 0, NULL, NULL };

  if (!g_file_test (pack, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the packs of real answers are not beside the sources");
      return;
    }

  outcome = run (fixture, words);
  g_assert_cmpint (outcome.code, ==, 0);
  nodes = parse_lines (outcome.output);
  get_problems (nodes, 0, pack, TRUE);
}

#define ADD(name, function) \
  g_test_add ("/check-command/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("wrong-usage-is-two", test_wrong_usage_is_two);
  ADD ("help-and-version-are-given", test_help_and_version_are_given);
  ADD ("errors-are-one-and-warnings-nothing", test_errors_are_one_and_warnings_nothing);
  ADD ("what-cannot-be-read-is-two", test_what_cannot_be_read_is_two);
  ADD ("unreadable-file-is-two", test_unreadable_file_is_two);
  ADD ("huge-file-is-two", test_huge_file_is_two);
  ADD ("worst-file-decides", test_worst_file_decides);
  ADD ("json-is-a-line-a-file-in-order", test_json_is_a_line_a_file_in_order);
  ADD ("text-names-file-line-and-code", test_text_names_file_line_and_code);
  ADD ("names-are-utf8-in-any-locale", test_names_are_utf8_in_any_locale);
  ADD ("output-that-cannot-be-written-is-two", test_output_that_cannot_be_written_is_two);
  ADD ("compressed-packs-are-checked", test_compressed_packs_are_checked);

  return g_test_run ();
}
