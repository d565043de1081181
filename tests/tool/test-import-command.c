/* test-import-command.c: byline-pack import, as a pack's author or another program runs it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tool-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static const char recipe[] =
  "{\"format\": \"byline-recipe\", \"version\": 1, \"id\": \"made-up\", \"title\": \"Made up\", "
  "\"language\": \"en\", \"source\": {\"title\": \"Nobody\"},\n"
  " \"address\": \"https://example.org/\", \"files\": [{\"path\": \"x.jsonl\", \"size\": 1000},\n"
  "  {\"path\": \"y.jsonl\"}],\n"
  " \"readings\": [{\"files\": \"*.jsonl\", \"format\": \"json-lines\", \"prompt\": \"/p\", "
  "\"writer\": \"/w\", \"answer\": \"/a\"}]}";

static const char answers[] =
  "{\"p\": \"Why?\", \"w\": \"Voice A\", \"a\": \"An answer of twenty characters.\"}\n"
  "{\"p\": \"Why?\", \"w\": \"Voice B\", \"a\": \"Another answer of such a length.\"}\n"
  "{\"p\": \"Why?\", \"w\": \"Voice C\", \"a\": \"A third one, which is like them.\"}\n"
  "{\"p\": \"How?\", \"w\": \"Voice C\", \"a\": \"\"}\n";

typedef struct
{
  char *dir;
} Fixture;

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->dir, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static char *
read_file (Fixture    *fixture,
           const char *name)
{
  g_autofree char *path = g_build_filename (fixture->dir, name, NULL);
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, NULL);

  return contents;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = g_dir_make_tmp ("byline-tool-XXXXXX", NULL);
  write_file (fixture, "recipe.json", recipe);
  write_file (fixture, "broken.json", "{\"format\": \"byline-recipe\",\n \"version\": 1}");
  write_file (fixture, "answers.jsonl", answers);
  write_file (fixture, "other.jsonl", "{\"nothing\": 1}\n");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tool_fixture_remove_all (fixture->dir);
  g_free (fixture->dir);
}

static Outcome
run (Fixture    *fixture,
     const char *words)
{
  return tool_fixture_run (fixture->dir, "HOME", "import", words);
}

static void
check_code (Fixture    *fixture,
            const char *words,
            int         code)
{
  g_auto(Outcome) outcome = run (fixture, words);

  g_assert_cmpint (outcome.code, ==, code);
  g_assert_cmpint (code == 0, ==, *outcome.errors == '\0');
}

static void
test_wrong_usage_is_two (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char * const wrong[] = {
    "--nothing", "nowhere.json|answers.jsonl|-o|p.json", "recipe.json|answers.jsonl",
    "recipe.json|-o|p.json", "recipe.json|nowhere|-o|p.json", "../recipes/multivac",
    "recipe.json|answers.jsonl|-o|nowhere/p.json",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *pack = NULL;

      check_code (fixture, wrong[i], 2);
      pack = read_file (fixture, "p.json");
      g_assert_null (pack);
    }
}

static void
test_wrong_recipes_and_files_are_one (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_auto(Outcome) outcome = run (fixture, "broken.json|answers.jsonl|-o|p.json");

  g_assert_cmpint (outcome.code, ==, 1);
  g_assert_cmpstr (outcome.output, ==, "");
  g_assert_nonnull (strstr (outcome.errors, "broken.json:1:1: error: "));
  g_assert_nonnull (strstr (outcome.errors, "[missing-member]"));

  check_code (fixture, "recipe.json|other.jsonl|-o|p.json", 1);
  check_code (fixture, "recipe.json|recipe.json|-o|p.json", 1);
  check_code (fixture, "recipe.json|answers.jsonl|-o|p.json|--writers|Voice A", 1);
  check_code (fixture, "recipe.json|answers.jsonl|-o|p.json|--writers|Voice A,Voice Q", 1);
}

static void
test_files_are_listed_where_none_is_named (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_auto(Outcome) own = run (fixture, "recipe.json");
  g_auto(Outcome) shipped = run (fixture, "multivac");
  g_auto(Outcome) by_id = run (fixture, "frontier-2026");
  g_auto(Outcome) table = run (fixture, "table-3");
  g_auto(GStrv) lines = g_strsplit (shipped.output, "\n", -1);

  g_assert_cmpint (own.code, ==, 0);
  g_assert_nonnull (strstr (own.output, "https://example.org/x.jsonl\n"));
  g_assert_nonnull (strstr (own.output, "https://example.org/y.jsonl\n"));
  g_assert_cmpint (shipped.code, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), >, 286);
  g_assert_cmpstr (by_id.output, ==, shipped.output);
  g_assert_cmpint (table.code, ==, 0);
}

static void
test_pack_is_written_and_told_of (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_auto(Outcome) outcome = run (fixture, "recipe.json|answers.jsonl|-o|p.json");
  g_auto(Outcome) check = { 0, NULL, NULL };

  g_assert_cmpint (outcome.code, ==, 0);
  g_assert_cmpstr (outcome.errors, ==, "");
  g_assert_nonnull (strstr (outcome.output, "Voice B"));
  g_assert_nonnull (strstr (outcome.output, "p.json"));

  check = tool_fixture_run (fixture->dir, "HOME", "check", "p.json");
  g_assert_cmpint (check.code, ==, 0);
}

static void
test_json_says_what_was_left_out (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_auto(Outcome) outcome =
    run (fixture, "--json|recipe.json|answers.jsonl|-o|p.json|--writers|voice c, Voice A");
  g_autoptr(JsonNode) node = tool_fixture_parse (outcome.output);
  JsonObject *object = json_node_get_object (node);
  JsonObject *left_out = json_object_get_object_member (object, "left_out");

  g_assert_cmpint (outcome.code, ==, 0);
  g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, "p.json");
  g_assert_true (g_str_has_prefix (json_object_get_string_member (object, "pack"), "made-up."));
  g_assert_cmpint (json_object_get_int_member (object, "questions"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (object, "answers"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (object, "missing"), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "writers")), ==,
                    3);
  g_assert_cmpint (json_object_get_int_member (left_out, "empty"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (left_out, "other"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (left_out, "lonely"), ==, 1);
}

static void
test_nothing_is_written_over_unasked (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autofree char *kept = NULL;
  g_autofree char *written = NULL;

  write_file (fixture, "p.json", "precious");
  check_code (fixture, "recipe.json|answers.jsonl|-o|p.json", 2);
  kept = read_file (fixture, "p.json");
  g_assert_cmpstr (kept, ==, "precious");

  check_code (fixture, "recipe.json|other.jsonl|-o|p.json|--force", 1);
  g_clear_pointer (&kept, g_free);
  kept = read_file (fixture, "p.json");
  g_assert_cmpstr (kept, ==, "precious");

  check_code (fixture, "recipe.json|answers.jsonl|-o|p.json|--force", 0);
  written = read_file (fixture, "p.json");
  g_assert_true (g_str_has_prefix (written, "{"));
}

static void
test_pack_may_be_compressed (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *written = NULL;
  g_auto(Outcome) check = { 0, NULL, NULL };

  check_code (fixture, "recipe.json|answers.jsonl|-o|p.json.gz", 0);
  written = read_file (fixture, "p.json.gz");
  g_assert_true (g_str_has_prefix (written, "\x1f\x8b"));
  check = tool_fixture_run (fixture->dir, "HOME", "check", "p.json.gz");
  g_assert_cmpint (check.code, ==, 0);
}

#define ADD(name, function) \
  g_test_add ("/import-command/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("wrong-usage-is-two", test_wrong_usage_is_two);
  ADD ("wrong-recipes-and-files-are-one", test_wrong_recipes_and_files_are_one);
  ADD ("files-are-listed-where-none-is-named", test_files_are_listed_where_none_is_named);
  ADD ("pack-is-written-and-told-of", test_pack_is_written_and_told_of);
  ADD ("json-says-what-was-left-out", test_json_says_what_was_left_out);
  ADD ("nothing-is-written-over-unasked", test_nothing_is_written_over_unasked);
  ADD ("pack-may-be-compressed", test_pack_may_be_compressed);

  return g_test_run ();
}
