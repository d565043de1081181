/* test-profile-command.c: byline-pack profile, as a person or another program runs it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tool-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* A folder with packs, and one for the cache. */
typedef struct
{
  char *dir;
  char *cache;
} Fixture;

static char *
make_pack (void)
{
  GString *json = g_string_new (
    "{\"format\": \"byline-pack\", \"version\": 1, \"id\": \"p\", \"title\": \"P\", "
    "\"language\": \"tlh\", \"writers\": [{\"id\": \"anna\", \"name\": \"Anna\"}, "
    "{\"id\": \"berta\", \"name\": \"Berta\"}, {\"id\": \"carla\", \"name\": \"Carla\"}], "
    "\"questions\": [");

  for (guint i = 0; i < 8; i++)
    g_string_append_printf (
      json,
      "%s{\"id\": \"q%u\", \"prompt\": \"P\", \"answers\": ["
      "{\"writer\": \"anna\", \"text\": \"Wholly so; the answer is number %u.\"},"
      "{\"writer\": \"berta\", \"text\": \"The answer is always number %u.\"},"
      "{\"writer\": \"carla\", \"text\": \"The answer! It is number %u.\"}]}",
      i > 0 ? "," : "", i, i, i, i);
  g_string_append (json, "]}");

  return g_string_free (json, FALSE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *pack = make_pack ();
  g_autofree char *path = NULL;

  fixture->dir = g_dir_make_tmp ("byline-profile-XXXXXX", NULL);
  fixture->cache = g_build_filename (fixture->dir, "byline", "profiles", NULL);
  path = g_build_filename (fixture->dir, "pack.json", NULL);
  g_assert_true (g_file_set_contents (path, pack, -1, NULL));
  g_free (path);
  path = g_build_filename (fixture->dir, "bad.json", NULL);
  g_assert_true (g_file_set_contents (path, "{\"format\": \"byline-pack\"}", -1, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *byline = g_path_get_dirname (fixture->cache);

  tool_fixture_remove_all (fixture->cache);
  tool_fixture_remove_all (byline);
  tool_fixture_remove_all (fixture->dir);
  g_free (fixture->cache);
  g_free (fixture->dir);
}

/* Runs the program in the folder, with words parted by “|”. */
static Outcome
run (Fixture    *fixture,
     const char *words)
{
  return tool_fixture_run (fixture->dir, "XDG_CACHE_HOME", "profile", words);
}

static JsonObject *
get_writer (JsonNode *root,
            guint     position)
{
  return json_array_get_object_element (
    json_object_get_array_member (json_node_get_object (root), "writers"), position);
}

static JsonObject *
find_tell (JsonObject *writer,
           const char *kind)
{
  JsonArray *tells = json_object_get_array_member (writer, "tells");

  for (guint i = 0; i < json_array_get_length (tells); i++)
    {
      JsonObject *tell = json_array_get_object_element (tells, i);

      if (g_str_equal (json_object_get_string_member (tell, "kind"), kind))
        return tell;
    }

  g_assert_not_reached ();
}

static void
test_wrong_usage_is_two (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char * const wrong[] = {
    "", "--json", "--jsn|pack.json", "missing.json", "bad.json", "--pair=anna|pack.json",
    "--pair=anna,anna|pack.json", "--pair=anna,bert|pack.json", "--pair=anna,berta,carla|pack.json",
    "--pair=|pack.json",
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
test_json_has_every_writer_and_kind (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_auto(Outcome) outcome = run (fixture, "--json|pack.json");
  g_autoptr(JsonNode) root = tool_fixture_parse (outcome.output);
  JsonObject *anna = get_writer (root, 0);
  JsonObject *semicolon = find_tell (anna, "semicolon");
  JsonObject *hedge = find_tell (anna, "hedge");

  g_assert_cmpint (outcome.code, ==, 0);
  g_assert_cmpstr (json_object_get_string_member (anna, "id"), ==, "anna");
  g_assert_cmpint (json_object_get_int_member (anna, "answers"), ==, 8);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (semicolon, "value"), 1000.0 / 7,
                                  1e-9);
  g_assert_true (json_object_get_boolean_member (semicolon, "is_tell"));
  g_assert_cmpint (json_object_get_int_member (semicolon, "answers_with"), ==, 8);
  g_assert_cmpint (json_object_get_int_member (semicolon, "others_with"), ==, 0);
  g_assert_cmpint (json_object_get_int_member (semicolon, "others_answers"), ==, 16);

  /* There are no words of Klingon to look for. */
  g_assert_true (json_object_get_null_member (hedge, "value"));
  g_assert_false (json_object_get_boolean_member (hedge, "is_tell"));
  g_assert_cmpstr (json_object_get_string_member (get_writer (root, 2), "id"), ==, "carla");
}

static void
test_pair_is_of_two (Fixture       *fixture,
                     gconstpointer  data)
{
  g_auto(Outcome) outcome = run (fixture, "--json|--pair=carla,berta|pack.json");
  g_autoptr(JsonNode) root = tool_fixture_parse (outcome.output);
  JsonArray *writers = json_object_get_array_member (json_node_get_object (root), "writers");

  g_assert_cmpint (outcome.code, ==, 0);
  g_assert_cmpuint (json_array_get_length (writers), ==, 2);
  g_assert_cmpfloat (json_object_get_double_member (find_tell (get_writer (root, 0), "semicolon"),
                                                    "others"), ==, 0);
  g_assert_true (json_object_get_boolean_member (find_tell (get_writer (root, 1), "exclamation"),
                                                 "is_tell"));
}

static void
test_text_names_tells_and_words (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_auto(Outcome) outcome = run (fixture, "--no-cache|pack.json");

  g_assert_cmpint (outcome.code, ==, 0);
  g_assert_true (g_str_has_prefix (outcome.output, "Anna"));
  g_assert_nonnull (strstr (outcome.output, "  semicolon "));
  g_assert_nonnull (strstr (outcome.output, "Wholly so"));
}

static void
test_cache_changes_nothing (Fixture       *fixture,
                            gconstpointer  data)
{
  g_auto(Outcome) uncached = run (fixture, "--json|--no-cache|pack.json");
  gboolean kept_none = !g_file_test (fixture->cache, G_FILE_TEST_EXISTS);
  g_auto(Outcome) first = run (fixture, "--json|pack.json");
  g_auto(Outcome) second = run (fixture, "--json|pack.json");

  g_assert_true (kept_none);
  g_assert_cmpstr (uncached.output, ==, first.output);
  g_assert_cmpstr (first.output, ==, second.output);
  g_assert_cmpuint (tool_fixture_remove_all (fixture->cache), ==, 1);
}

static void
test_bad_pack_does_not_stop_the_others (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_auto(Outcome) outcome = run (fixture, "--json|bad.json|pack.json");
  g_autoptr(JsonNode) root = tool_fixture_parse (outcome.output);

  g_assert_cmpint (outcome.code, ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "pack"), ==, "p");
}

#define ADD(name, function) \
  g_test_add ("/profile-command/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("wrong-usage-is-two", test_wrong_usage_is_two);
  ADD ("bad-pack-does-not-stop-the-others", test_bad_pack_does_not_stop_the_others);
  ADD ("json-has-every-writer-and-kind", test_json_has_every_writer_and_kind);
  ADD ("pair-is-of-two", test_pair_is_of_two);
  ADD ("text-names-tells-and-words", test_text_names_tells_and_words);
  ADD ("cache-changes-nothing", test_cache_changes_nothing);

  return g_test_run ();
}
