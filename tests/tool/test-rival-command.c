/* test-rival-command.c: byline-pack rival, as a pack's author runs it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tool-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_QUESTIONS 12u

typedef struct
{
  char *path; /* of a pack */
} Fixture;

static char *
write_pack (const char *json)
{
  g_autoptr(GError) error = NULL;
  char *path;
  int descriptor = g_file_open_tmp ("byline-rival-XXXXXX.json", &path, &error);

  g_assert_no_error (error);
  g_assert_true (g_close (descriptor, NULL));
  g_assert_true (g_file_set_contents (path, json, -1, NULL));

  return path;
}

/* Anna lists, Berta asks; Clara has one answer only. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GString) json =
    g_string_new ("{\"format\":\"byline-pack\",\"version\":1,\"id\":\"trial\",\"title\":\"Trial\","
                  "\"language\":\"en\",\"writers\":[{\"id\":\"anna\",\"name\":\"Anna\"},"
                  "{\"id\":\"berta\",\"name\":\"Berta\"},{\"id\":\"clara\",\"name\":\"Clara\"}],"
                  "\"questions\":[");

  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"q%u\",\"prompt\":\"Number %u?\",\"answers\":["
                              "{\"writer\":\"anna\",\"text\":\"- **One:** number %u.\\n- **Two:** "
                              "and so on.\"},{\"writer\":\"berta\",\"text\":\"Well, why do you ask? "
                              "I think it must be %u!\"}", i > 0 ? "," : "", i, i, i, i);
      if (i == 0)
        g_string_append (json, ",{\"writer\":\"clara\",\"text\":\"One answer is all there is.\"}");
      g_string_append (json, "]}");
    }
  g_string_append (json, "]}");

  fixture->path = write_pack (json->str);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_free (fixture->path);
}

/* Runs the command with words parted by “|”. Returns what it printed. */
static char *
run (const char *path,
     const char *words,
     int         code)
{
  g_autofree char *line = g_strconcat (words, "|", path, NULL);
  g_auto(Outcome) outcome = tool_fixture_run (g_get_tmp_dir (), NULL, "rival", line);

  g_assert_cmpint (outcome.code, ==, code);

  return g_steal_pointer (&outcome.output);
}

static void
check_refused (const char *path,
               const char *words)
{
  g_autofree char *output = run (path, words, 2);

  g_assert_cmpstr (output, ==, "");
}

static JsonNode *
run_json (const char *path,
          const char *words)
{
  g_autofree char *output = run (path, words, 0);
  JsonNode *root = tool_fixture_parse (output);

  g_assert_nonnull (strchr (output, '\n'));
  g_assert_cmpstr (strchr (output, '\n'), ==, "\n");

  return root;
}

static void
test_what_cannot_be_tried_is_refused (Fixture       *fixture,
                                      gconstpointer  data)
{
  check_refused ("nowhere.json", "--json");
  check_refused (fixture->path, "--folds=1");
  check_refused (fixture->path, "--folds=many");
  check_refused (fixture->path, "--writers=anna,nobody");
  check_refused (fixture->path, "another.json");
}

static void
test_a_writer_alone_cannot_be_told_apart (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autofree char *output = run (fixture->path, "--writers=anna", 1);

  g_assert_cmpstr (output, ==, "");
}

static void
test_the_result_has_every_member (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr(JsonNode) root = run_json (fixture->path, "--json|--folds=3");
  JsonObject *result = json_node_get_object (root);

  g_assert_cmpint (json_object_get_int_member (result, "n"), ==, 2 * N_QUESTIONS + 1);
  g_assert_cmpint (json_object_get_int_member (result, "questions"), ==, N_QUESTIONS);
  g_assert_cmpint (json_object_get_int_member (result, "folds"), ==, 3);
  g_assert_cmpfloat (json_object_get_double_member (result, "seconds"), >, 0.0);
  g_assert_cmpfloat (json_object_get_double_member (result, "peak_mib"), >, 1.0);
  g_assert_cmpfloat (json_object_get_double_member (result, "single"), >, 0.85);
  g_assert_cmpfloat (json_object_get_double_member (result, "joint"), >, 0.85);
  g_assert_cmpfloat (json_object_get_double_member (result, "ece"), >=, 0.0);
  g_assert_false (json_object_has_member (result, "curve"));
}

static void
test_only_chosen_writers_take_part (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr(JsonNode) root = run_json (fixture->path, "--json|--writers=berta,anna");
  JsonObject *result = json_node_get_object (root);

  g_assert_cmpint (json_object_get_int_member (result, "n"), ==, 2 * N_QUESTIONS);
  g_assert_cmpfloat (json_object_get_double_member (result, "joint"), ==, 1.0);
}

static void
test_the_curve_doubles_the_questions (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr(JsonNode) root = run_json (fixture->path, "--json|--curve");
  JsonArray *curve = json_object_get_array_member (json_node_get_object (root), "curve");

  g_assert_cmpuint (json_array_get_length (curve), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      JsonObject *point = json_array_get_object_element (curve, i);

      g_assert_cmpint (json_object_get_int_member (point, "questions"), ==, 5 << i);
      g_assert_true (json_object_has_member (point, "single"));
      g_assert_true (json_object_has_member (point, "joint"));
    }
}

/* Both write the same, word for word. */
static void
test_what_nothing_tells_apart_is_right_by_chance_alone (void)
{
  g_autoptr(GString) json =
    g_string_new ("{\"format\":\"byline-pack\",\"version\":1,\"id\":\"same\",\"title\":\"Same\","
                  "\"language\":\"en\",\"writers\":[{\"id\":\"anna\",\"name\":\"Anna\"},"
                  "{\"id\":\"berta\",\"name\":\"Berta\"}],\"questions\":[");
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *path = NULL;

  for (guint i = 0; i < 4 * N_QUESTIONS; i++)
    g_string_append_printf (json, "%s{\"id\":\"q%u\",\"prompt\":\"Number %u?\",\"answers\":["
                            "{\"writer\":\"anna\",\"text\":\"It is number %u, as we all know.\"},"
                            "{\"writer\":\"berta\",\"text\":\"It is number %u, as we all know.\"}]}",
                            i > 0 ? "," : "", i, i, i, i);
  g_string_append (json, "]}");

  path = write_pack (json->str);
  root = run_json (path, "--json");
  g_assert_cmpint (g_remove (path), ==, 0);

  for (guint i = 0; i < 2; i++)
    {
      double share = json_object_get_double_member (json_node_get_object (root),
                                                    i == 0 ? "single" : "joint");

      g_assert_cmpfloat (share, >, 0.3);
      g_assert_cmpfloat (share, <, 0.7);
    }
}

/* The peer, scikit-learn, reaches .941 and .990 (tests/bench/rival.sh). */
static void
test_real_writers_are_told_apart_better_than_by_the_peer (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("BYLINE_SHARED"), "data", "packs",
                                            "frontier-2026.json.gz", NULL);
  g_autoptr(JsonNode) root = NULL;
  JsonObject *result;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the packs of real answers are not there");
      return;
    }

  root = run_json (path, "--json");
  result = json_node_get_object (root);
  g_assert_cmpint (json_object_get_int_member (result, "n"), ==, 592);
  g_assert_cmpfloat (json_object_get_double_member (result, "single"), >=, 0.96);
  g_assert_cmpfloat (json_object_get_double_member (result, "joint"), >=, 0.99);
  g_assert_cmpfloat (json_object_get_double_member (result, "ece"), <=, 0.05);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/rival-command/what-cannot-be-tried-is-refused", test_what_cannot_be_tried_is_refused);
  ADD ("/rival-command/a-writer-alone-cannot-be-told-apart",
       test_a_writer_alone_cannot_be_told_apart);
  ADD ("/rival-command/the-result-has-every-member", test_the_result_has_every_member);
  ADD ("/rival-command/only-chosen-writers-take-part", test_only_chosen_writers_take_part);
  ADD ("/rival-command/the-curve-doubles-the-questions", test_the_curve_doubles_the_questions);
  g_test_add_func ("/rival-command/what-nothing-tells-apart-is-right-by-chance-alone",
                   test_what_nothing_tells_apart_is_right_by_chance_alone);
  g_test_add_func ("/rival-command/real-writers-are-told-apart-better-than-by-the-peer",
                   test_real_writers_are_told_apart_better_than_by_the_peer);

  return g_test_run ();
}
