/* test-tells-command.c: byline-pack tells, as a person or another program runs it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tool-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* A folder with answers, and one with a lexicon. */
typedef struct
{
  char *dir;
  char *lexicons;
} Fixture;

static const char lexicon[] =
  "{\"language\": \"en\", \"name\": \"English\", \"match\": \"words\",\n"
  " \"lists\": {\"hedge\": {\"find\": [\"may\"]}, \"stop-word\": {\"find\": [\"the\"]}}}\n";

static void
write_file (const char *folder,
            const char *name,
            const char *contents,
            gssize      length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, length, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = g_dir_make_tmp ("byline-tells-XXXXXX", NULL);
  fixture->lexicons = g_build_filename (fixture->dir, "lexicons", NULL);
  g_assert_cmpint (g_mkdir (fixture->lexicons, 0700), ==, 0);
  write_file (fixture->lexicons, "en.json", lexicon, -1);
  write_file (fixture->lexicons, "de.json", "{}", -1);
  write_file (fixture->dir, "answer.md", "It **may** be — so.\n", -1);
  write_file (fixture->dir, "empty.md", "", -1);
  write_file (fixture->dir, "bytes.md", "a\0may\xff!", 8);
  write_file (fixture->dir, "thinking.md", "<think>\nIt may.\n</think>\nNo!\n", -1);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tool_fixture_remove_all (fixture->lexicons);
  tool_fixture_remove_all (fixture->dir);
  g_free (fixture->lexicons);
  g_free (fixture->dir);
}

/* Runs the program in the folder, with words parted by “|”. */
static Outcome
run (Fixture    *fixture,
     const char *words)
{
  return tool_fixture_run (fixture->dir, "BYLINE_DATA_DIR", "tells", words);
}

static void
check_tell (JsonArray  *tells,
            guint       position,
            const char *kind,
            const char *family,
            gint64      start,
            gint64      end,
            const char *text)
{
  JsonObject *tell = json_array_get_object_element (tells, position);

  g_assert_cmpstr (json_object_get_string_member (tell, "kind"), ==, kind);
  g_assert_cmpstr (json_object_get_string_member (tell, "family"), ==, family);
  g_assert_cmpint (json_object_get_int_member (tell, "start"), ==, start);
  g_assert_cmpint (json_object_get_int_member (tell, "end"), ==, end);
  g_assert_cmpstr (json_object_get_string_member (tell, "text"), ==, text);
}

static void
test_wrong_usage_is_two (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char * const wrong[] = {
    "", "--json", "--jsn|answer.md", "missing.md", ".", "--language=de|answer.md",
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
test_tells_are_listed_in_order (Fixture       *fixture,
                                gconstpointer  data)
{
  g_auto(Outcome) outcome = run (fixture, "answer.md");

  g_assert_cmpint (outcome.code, ==, 0);
  g_assert_cmpstr (outcome.errors, ==, "");
  g_assert_cmpstr (outcome.output, ==,
                   "hedge\tuncertainty\t3\t6\tmay\n"
                   "bold\tstructure\t3\t6\tmay\n"
                   "em-dash\tstructure\t10\t11\t—\n");
}

static void
test_json_has_places_and_figures (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_auto(Outcome) outcome = run (fixture, "--json|answer.md");
  g_autoptr(JsonNode) root = tool_fixture_parse (outcome.output);
  JsonObject *object = json_node_get_object (root);
  JsonArray *tells = json_object_get_array_member (object, "tells");
  JsonArray *figures = json_object_get_array_member (object, "figures");

  g_assert_cmpint (outcome.code, ==, 0);
  g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, "answer.md");
  g_assert_true (json_object_get_boolean_member (object, "lexicon"));
  g_assert_cmpuint (json_array_get_length (tells), ==, 3);
  check_tell (tells, 0, "hedge", "uncertainty", 3, 6, "may");
  check_tell (tells, 1, "bold", "structure", 3, 6, "may");
  check_tell (tells, 2, "em-dash", "structure", 10, 11, "—");

  for (guint i = 0; i < json_array_get_length (figures); i++)
    {
      JsonObject *figure = json_array_get_object_element (figures, i);
      const char *kind = json_object_get_string_member (figure, "kind");

      if (g_str_equal (kind, "hedge"))
        g_assert_cmpfloat (json_object_get_double_member (figure, "value"), ==, 250);
      if (g_str_equal (kind, "contraction"))
        g_assert_true (json_object_get_null_member (figure, "value"));
    }
}

static void
test_language_without_lexicon_has_structure (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_auto(Outcome) outcome = run (fixture, "--language|tlh|answer.md");

  g_assert_cmpint (outcome.code, ==, 0);
  g_assert_cmpstr (outcome.errors, !=, "");
  g_assert_null (strstr (outcome.output, "hedge"));
  g_assert_nonnull (strstr (outcome.output, "em-dash"));
}

static void
test_question_is_no_own_word (Fixture       *fixture,
                              gconstpointer  data)
{
  g_auto(Outcome) without = run (fixture, "answer.md");
  g_auto(Outcome) with = run (fixture, "--question=May it be so?|answer.md");

  g_assert_null (strstr (without.output, "echo"));
  g_assert_nonnull (strstr (with.output, "echo"));
}

static void
test_any_bytes_are_read (Fixture       *fixture,
                         gconstpointer  data)
{
  g_auto(Outcome) outcome = run (fixture, "empty.md|bytes.md|thinking.md");

  g_assert_cmpint (outcome.code, ==, 0);
  g_assert_nonnull (strstr (outcome.output, "exclamation"));
  g_assert_null (strstr (outcome.output, "\thedge\t3"));
}

static void
test_missing_file_does_not_stop_the_others (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_auto(Outcome) outcome = run (fixture, "--json|missing.md|answer.md");
  g_autoptr(JsonNode) root = tool_fixture_parse (outcome.output);

  g_assert_cmpint (outcome.code, ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "file"), ==,
                   "answer.md");
}

#define ADD(name, function) \
  g_test_add ("/tells-command/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("wrong-usage-is-two", test_wrong_usage_is_two);
  ADD ("any-bytes-are-read", test_any_bytes_are_read);
  ADD ("missing-file-does-not-stop-the-others", test_missing_file_does_not_stop_the_others);
  ADD ("tells-are-listed-in-order", test_tells_are_listed_in_order);
  ADD ("json-has-places-and-figures", test_json_has_places_and_figures);
  ADD ("language-without-lexicon-has-structure", test_language_without_lexicon_has_structure);
  ADD ("question-is-no-own-word", test_question_is_no_own_word);

  return g_test_run ();
}
