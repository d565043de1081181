/* test-recipe-path.c: ways to values, wherever somebody put them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recipe-path.h"

static const char document[] =
  "{\"title\": \"T\", \"a/b\": 1, \"m~n\": 2, \"*\": 3, \"\": 4, \"list\": [{\"id\": 7, \"text\": "
  "\"one\"}, {\"id\": 8}, {\"id\": 9, \"text\": \"three\"}], \"by\": {\"x\": [\"p\", \"q\"], \"y\": "
  "[\"r\"]}}";

/* What the walk has met, each with a space behind it. */
static gboolean
collect (BylRecipeTrail *trail,
         gpointer        user_data)
{
  g_autofree char *text = json_to_string (trail->places[trail->depth - 1].node, FALSE);

  g_string_append_printf (user_data, "%s ", text);

  return TRUE;
}

static char *
walk (const char *path)
{
  g_autoptr(JsonNode) root = json_from_string (document, NULL);
  g_autoptr(BylRecipePath) parsed = byl_recipe_path_new (path, FALSE);
  BylRecipeTrail trail = { .depth = 1 };
  GString *found = g_string_new (NULL);

  g_assert_nonnull (parsed);
  trail.places[0].node = root;
  g_assert_true (byl_recipe_path_each (parsed, &trail, collect, found));
  g_assert_cmpuint (trail.depth, ==, 1);

  return g_string_free (found, FALSE);
}

static void
test_no_path_is_refused (void)
{
  static const char * const wrong[] = {
    "a", "a/b", "/a~", "/a~3", "/~", "#", "-1/a", "1", "1/a", "0#", " /a", "999999999/a",
  };
  static const char * const wrong_even_up[] = {
    "a", "1a", "1#/a", "#", "01/a", "1 /a", "99/a", "1##", "/a~", "4294967297/a",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (byl_recipe_path_new (wrong[i], FALSE));
  for (guint i = 0; i < G_N_ELEMENTS (wrong_even_up); i++)
    g_assert_null (byl_recipe_path_new (wrong_even_up[i], TRUE));
}

static void
test_steps_lead_down (void)
{
  static const struct
  {
    const char *path;
    const char *found;
  } cases[] = {
    { "/title", "\"T\" " }, { "/a~1b", "1 " }, { "/m~0n", "2 " }, { "/~2", "3 " }, { "/", "4 " },
    { "/list/*/text", "\"one\" \"three\" " }, { "/list/1/id", "8 " }, { "/list/01/id", "" },
    { "/list/3/id", "" }, { "/by/*/*", "\"p\" \"q\" \"r\" " }, { "/by/*", "[\"p\",\"q\"] [\"r\"] " },
    { "/nothing", "" }, { "/title/*", "" }, { "/title/0", "" }, { "/list/id", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = walk (cases[i].path);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* From the second text of “x”. */
static gboolean
look_around (BylRecipeTrail *trail,
             gpointer        user_data)
{
  static const struct
  {
    const char *path;
    const char *name;
    const char *value;
  } cases[] = {
    { "", NULL, "\"q\"" }, { "0", NULL, "\"q\"" }, { "0#", "1", NULL }, { "1#", "x", NULL },
    { "2#", "by", NULL }, { "3#", NULL, NULL }, { "4#", NULL, NULL }, { "1/0", NULL, "\"p\"" },
    { "2/y/0", NULL, "\"r\"" }, { "3/title", NULL, "\"T\"" }, { "3/list/*/text", NULL, "\"one\"" },
    { "4/title", NULL, NULL }, { "32/title", NULL, NULL },
  };
  guint *n_looks = user_data;

  if (!byl_recipe_trail_is_at (trail, "1") ||
      trail->places[trail->depth - 2].member == NULL)
    return TRUE;

  (*n_looks)++;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(BylRecipePath) path = byl_recipe_path_new (cases[i].path, TRUE);

      g_assert_nonnull (path);
      if (path->name)
        {
          g_autofree char *name = byl_recipe_path_dup_name (path, trail);

          g_assert_cmpstr (name, ==, cases[i].name);
        }
      else
        {
          JsonNode *node = byl_recipe_path_find (path, trail);
          g_autofree char *value = node != NULL ? json_to_string (node, FALSE) : NULL;

          g_assert_cmpstr (value, ==, cases[i].value);
        }
    }

  return FALSE;
}

static void
test_relative_paths_lead_up_first (void)
{
  g_autoptr(JsonNode) root = json_from_string (document, NULL);
  g_autoptr(BylRecipePath) path = byl_recipe_path_new ("/by/x/*", FALSE);
  BylRecipeTrail trail = { .depth = 1 };
  guint n_looks = 0;

  trail.places[0].node = root;
  g_assert_false (byl_recipe_path_each (path, &trail, look_around, &n_looks));
  g_assert_cmpuint (n_looks, ==, 1);
}

static void
test_columns_are_found_in_any_case (void)
{
  static const char * const columns[] = { "Prompt", "Voice A", NULL };
  static const char * const folded[] = { "prompt", "voice a", NULL };
  g_autoptr(JsonNode) root = json_from_string ("[\"Why?\", \"So.\", \"Extra\"]", NULL);
  g_autoptr(BylRecipePath) by_name = byl_recipe_path_new ("/PROMPT", TRUE);
  g_autoptr(BylRecipePath) by_number = byl_recipe_path_new ("/1", TRUE);
  g_autoptr(BylRecipePath) strange = byl_recipe_path_new ("/answer", TRUE);
  BylRecipeTrail trail = { .depth = 1, .columns = columns, .folded = folded };

  trail.places[0].node = root;
  g_assert_cmpstr (json_node_get_string (byl_recipe_path_find (by_name, &trail)), ==, "Why?");
  g_assert_cmpstr (json_node_get_string (byl_recipe_path_find (by_number, &trail)), ==, "So.");
  g_assert_null (byl_recipe_path_find (strange, &trail));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recipe-path/no-path-is-refused", test_no_path_is_refused);
  g_test_add_func ("/recipe-path/steps-lead-down", test_steps_lead_down);
  g_test_add_func ("/recipe-path/relative-paths-lead-up-first", test_relative_paths_lead_up_first);
  g_test_add_func ("/recipe-path/columns-are-found-in-any-case",
                   test_columns_are_found_in_any_case);

  return g_test_run ();
}
