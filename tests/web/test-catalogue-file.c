/* test-catalogue-file.c: a list of packs is checked before anybody sees it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-file.h"
#include "byl-error.h"
#include "byl-problem.h"

#include <string.h>

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* A good list of 15 lines that has every member that there is. */
static const char good_list[] =
  "{\n"
  "  \"format\": \"byline-catalogue\", \"version\": 1, \"title\": {\"en\": \"Packs\"},\n"
  "  \"entries\": [\n"
  "    {\"id\": \"first\", \"revision\": 2, \"title\": {\"en\": \"First\", \"de\": \"Erstes\"},\n"
  "     \"summary\": \"One of them\", \"languages\": [\"en\", \"pt-BR\"],\n"
  "     \"writers\": [\"Ada\", \"Bob\"], \"questions\": 12, \"size\": 34567,\"license\":\"MIT\",\n"
  "     \"license_note\": \"Use it.\", \"source\": {\"title\": \"Work\","
  " \"url\": \"https://a.example/\"},\n"
  "     \"requirement\": \"Nothing.\", \"recipe\": \"shipped\"},\n"
  "    {\"id\": \"second\", \"title\": \"Second\", \"languages\": [\"fr\"],\"writers\":[\"Ada\"],\n"
  "     \"questions\": 1, \"recipe\": {\"address\": \"https://b.example/r.json\",\n"
  "      \"sha256\": \"" HASH "\", \"size\": 99}},\n"
  "    {\"id\": \"third\", \"title\": \"Third\", \"languages\": [\"fr\"], \"writers\": [\"Ada\"],\n"
  "     \"questions\": 1, \"pack\": {\"address\": \"http://c.example/p.json\", \"size\": 42}}\n"
  "  ]\n"
  "}\n";

static char *
replace (const char *from,
         const char *to)
{
  const char *place = strstr (good_list, from);

  g_assert_nonnull (place);

  return g_strdup_printf ("%.*s%s%s", (int) (place - good_list), good_list, to,
                          place + strlen (from));
}

static BylCatalogueFile *
read_text (const char  *text,
           GPtrArray  **problems,
           GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);

  return byl_catalogue_file_read (bytes, *problems, error);
}

static void
test_what_is_no_list_is_refused (void)
{
  const struct { const char *text; int code; } cases[] = {
    { "", BYL_ERROR_SYNTAX }, { "<html>", BYL_ERROR_SYNTAX }, { "[]", BYL_ERROR_FORMAT },
    { "{}", BYL_ERROR_FORMAT }, { "{\"format\": 1}", BYL_ERROR_FORMAT },
    { "{\"format\": \"byline-pack\", \"version\": 1}", BYL_ERROR_FORMAT },
    { "{\"format\": \"byline-catalogue\", \"version\": 2}", BYL_ERROR_VERSION },
    { "{\"format\": \"byline-catalogue\", \"version\": 1}", BYL_ERROR_RECIPE },
    { "{\"format\": \"byline-catalogue\", \"version\": 1, \"entries\": {}}", BYL_ERROR_RECIPE },
    { "{\"format\": \"byline-catalogue\", \"version\": \"1\", \"entries\": []}", BYL_ERROR_RECIPE },
    { "{\"format\": \"byline-catalogue\", \"version\": 1, \"entries\": [1]}", BYL_ERROR_RECIPE },
    { "{\"format\": \"byline-catalogue\", \"format\": \"byline-catalogue\"}", BYL_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) problems = NULL;
      g_autoptr(GError) error = NULL;

      g_assert_null (read_text (cases[i].text, &problems, &error));
      g_assert_error (error, BYL_ERROR, cases[i].code);
      g_assert_cmpuint (problems->len, >, 0);
    }
}

static void
test_too_large_a_list_is_refused_before_it_is_read (void)
{
  g_autofree char *text = g_strnfill (BYL_CATALOGUE_MAX_BYTES + 1, ' ');
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (read_text (text, &problems, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SIZE);
}

static void
test_every_rule_names_its_place (void)
{
  const struct
  {
    const char *from;
    const char *to;
    const char *code;
    const char *pointer;
    guint       line;
  } cases[] =
    {
      { "\"id\": \"first\", ", "", "missing-member", "/entries/0", 4 },
      { "\"first\"", "\"../first\"", "bad-pattern", "/entries/0/id", 4 },
      { "\"first\"", "\"second\"", "duplicate-id", "/entries/1/id", 9 },
      { "\"revision\": 2", "\"revision\": 0", "bad-value", "/entries/0/revision", 4 },
      { "\"de\": \"Erstes\"", "\"de\": \"\"", "too-short", "/entries/0/title/de", 4 },
      { "\"pt-BR\"", "\"Portuguese\"", "bad-pattern", "/entries/0/languages/1", 5 },
      { "[\"en\", \"pt-BR\"]", "[]", "too-few", "/entries/0/languages", 5 },
      { "\"Ada\", \"Bob\"", "7", "wrong-type", "/entries/0/writers/0", 6 },
      { "\"questions\": 12", "\"questions\": 0", "bad-value", "/entries/0/questions", 6 },
      { "\"questions\": 12", "\"questions\": \"12\"", "wrong-type", "/entries/0/questions", 6 },
      { "34567", "-1", "bad-value", "/entries/0/size", 6 },
      { "\"Use it.\"", "[]", "wrong-type", "/entries/0/license_note", 7 },
      { "\"https://a.example/\"", "\"ftp://a.example/\"", "bad-address", "/entries/0/source/url",
        7 },
      { "\"shipped\"", "\"../../etc/passwd\"", "bad-pattern", "/entries/0/recipe", 8 },
      { ", \"recipe\": \"shipped\"", "", "bad-choice", "/entries/0", 4 },
      { "\"recipe\": \"shipped\"",
        "\"recipe\": \"shipped\", \"pack\": {\"address\": \"http://a.b/\"}", "bad-choice",
        "/entries/0", 4 },
      { "https://b.example/r.json", "file:///etc/passwd", "bad-address",
        "/entries/1/recipe/address", 10 },
      { "https://b.example/r.json", "https://me:word@b.example/", "bad-address",
        "/entries/1/recipe/address", 10 },
      { HASH, "0123", "bad-pattern", "/entries/1/recipe/sha256", 11 },
      { "\"size\": 42", "\"size\": 268435457", "bad-value", "/entries/2/pack/size", 13 },
      { "{\"address\": \"http://c.example/p.json\", \"size\": 42}", "\"shipped\"", "wrong-type",
        "/entries/2/pack", 13 },
    };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = replace (cases[i].from, cases[i].to);
      g_autoptr(GPtrArray) problems = NULL;
      g_autoptr(GError) error = NULL;
      const BylProblem *problem;

      g_assert_null (read_text (text, &problems, &error));
      g_assert_error (error, BYL_ERROR, BYL_ERROR_RECIPE);
      g_assert_cmpuint (problems->len, ==, 1);
      problem = g_ptr_array_index (problems, 0);
      g_assert_cmpstr (problem->code, ==, cases[i].code);
      g_assert_cmpstr (problem->pointer, ==, cases[i].pointer);
      g_assert_cmpuint (problem->line, ==, cases[i].line);
    }
}

static void
test_all_errors_are_found_at_once (void)
{
  g_autofree char *once = replace ("\"questions\": 12", "\"questions\": []");
  g_autofree char *text = g_strdup (once);
  char *third = strstr (text, "\"third\"");
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  memcpy (third, "\"T???d\"", strlen ("\"third\""));
  g_assert_null (read_text (text, &problems, &error));
  g_assert_cmpuint (problems->len, ==, 2);
}

static void
test_a_good_list_is_read_whole (void)
{
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(BylCatalogueFile) file = read_text (good_list, &problems, &error);
  const BylCatalogueLine *line;

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (byl_catalogue_file_get_n_lines (file), ==, 3);

  line = byl_catalogue_file_get_line (file, 0);
  g_assert_cmpstr (line->id, ==, "first");
  g_assert_cmpuint (line->revision, ==, 2);
  g_assert_cmpint (line->kind, ==, BYL_CATALOGUE_SHIPPED_RECIPE);
  g_assert_cmpstr (line->recipe, ==, "shipped");
  g_assert_cmpuint (g_strv_length (line->languages), ==, 2);
  g_assert_cmpstr (line->writers[1], ==, "Bob");
  g_assert_cmpuint (line->n_questions, ==, 12);
  g_assert_cmpuint (line->size, ==, 34567);
  g_assert_cmpstr (line->source->url, ==, "https://a.example/");

  line = byl_catalogue_file_get_line (file, 1);
  g_assert_cmpint (line->kind, ==, BYL_CATALOGUE_RECIPE);
  g_assert_cmpstr (line->address, ==, "https://b.example/r.json");
  g_assert_cmpstr (line->sha256, ==, HASH);
  g_assert_cmpuint (line->file_size, ==, 99);
  g_assert_cmpuint (line->size, ==, 0);

  line = byl_catalogue_file_get_line (file, 2);
  g_assert_cmpint (line->kind, ==, BYL_CATALOGUE_PACK);
  g_assert_cmpuint (line->revision, ==, 1);
  g_assert_cmpuint (line->size, ==, 42);
}

static void
test_the_list_that_comes_with_the_game_is_good (void)
{
  g_autoptr(GFile) path =
    g_file_new_build_filename (g_getenv ("BYLINE_DATA_DIR"), "catalogue.json", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(BylCatalogueFile) file = byl_catalogue_file_load (path, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (byl_catalogue_file_get_n_lines (file), >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue-file/what-is-no-list-is-refused", test_what_is_no_list_is_refused);
  g_test_add_func ("/catalogue-file/too-large-a-list-is-refused-before-it-is-read",
                   test_too_large_a_list_is_refused_before_it_is_read);
  g_test_add_func ("/catalogue-file/every-rule-names-its-place", test_every_rule_names_its_place);
  g_test_add_func ("/catalogue-file/all-errors-are-found-at-once",
                   test_all_errors_are_found_at_once);
  g_test_add_func ("/catalogue-file/a-good-list-is-read-whole", test_a_good_list_is_read_whole);
  g_test_add_func ("/catalogue-file/the-list-that-comes-with-the-game-is-good",
                   test_the_list_that_comes_with_the_game_is_good);

  return g_test_run ();
}
