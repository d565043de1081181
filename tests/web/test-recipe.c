/* test-recipe.c: recipes, good ones and others
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-problem.h"
#include "import-fixture.h"

#include <string.h>

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static const char good[] =
  "{'format': 'byline-recipe', 'version': 1, 'id': 'made-up', 'revision': 3,\n"
  " 'title': {'en': 'Made up', 'de': 'Erfunden'}, 'language': 'en',\n"
  " 'source': {'title': 'Nobody', 'url': 'https://example.org/', 'license': 'CC0-1.0'},\n"
  " 'address': 'https://example.org/data/',\n"
  " 'files': [{'path': 'a/one two.json', 'sha256': '" HASH "', 'size': 12},\n"
  "  {'path': 'b.json', 'address': 'http://example.net/b', 'size': 30}],\n"
  " 'readings': [{'files': 'q.jsonl', 'format': 'json-lines', 'question': '/id', 'prompt': '/p'},\n"
  "  {'files': ['a/*.json'], 'format': 'json', 'records': '/x/*', 'question': '2/id',\n"
  "   'writer': {'path': '/m/*', 'where': {'path': '/role', 'is': 'w'}, 'take': '/name'},\n"
  "   'answer': ['/t', {'constant': 'C'}], 'error': '/e', 'date': {'file': 'name'}}],\n"
  " 'keep': 'marked', 'twins': 'first', 'repeats': 'last', 'marks': ['$E$'],\n"
  " 'writers': [{'name': 'Voice B'},\n"
  "  {'name': 'Voice A', 'id': 'a', 'from': ['voice-a', 'va'], 'kind': 'voice', 'keep': true},\n"
  "  {'name': 'Voice C', 'aliases': ['See'], 'released': '2026-04', 'keep': true}]}\n";

/* The recipe with one part of it, which is in it once, changed. */
static GBytes *
spoil (const char *from,
       const char *to)
{
  GString *text = g_string_new (good);
  g_autofree char *whole = NULL;

  if (*from != '\0')
    g_assert_cmpuint (g_string_replace (text, from, to, 0), ==, 1);
  whole = g_string_free (text, FALSE);

  return import_fixture_quote (whole);
}

/* A slip, and what is said of it. */
typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *code;
  const char *pointer;
  guint       line;
  const char *suggestion;
} Case;

static const Case cases[] = {
  { "id-capitals", "'made-up'", "'Made-Up'", "bad-pattern", "/id", 1, NULL },
  { "no-id", "'id': 'made-up', ", "", "missing-member", "", 1, NULL },
  { "misspelt-title", "'title': {", "'titel': {", "missing-member", "", 1, "title" },
  { "revision-zero", "'revision': 3", "'revision': 0", "bad-value", "/revision", 1, NULL },
  { "title-number", "'Erfunden'", "7", "wrong-type", "/title/de", 2, NULL },
  { "language-name", "'language': 'en'", "'language': 'English'", "bad-pattern", "/language", 2,
    NULL },
  { "no-source", "'source': {'title': 'Nobody', 'url': 'https://example.org/', 'license': "
    "'CC0-1.0'},", "", "missing-member", "", 1, NULL },
  { "source-number", "'Nobody'", "7", "wrong-type", "/source/title", 3, NULL },
  { "address-no-slash", "example.org/data/", "example.org/data", "bad-address", "/address", 4,
    NULL },
  { "address-file", "'https://example.org/data/'", "'file:///etc/'", "bad-address", "/address", 4,
    NULL },
  { "address-password", "'http://example.net/b'", "'http://u:p@example.net/b'", "bad-address",
    "/files/1/address", 6, NULL },
  { "file-no-path", "'path': 'b.json', ", "", "missing-member", "/files/1", 6, NULL },
  { "file-text", "{'path': 'b.json', 'address': 'http://example.net/b', 'size': 30}", "'b.json'",
    "wrong-type", "/files/1", 6, NULL },
  { "file-absolute", "'b.json'", "'/etc/passwd'", "bad-file", "/files/1/path", 6, NULL },
  { "file-up", "'b.json'", "'x/../../b.json'", "bad-file", "/files/1/path", 6, NULL },
  { "file-dot", "'b.json'", "'./b.json'", "bad-file", "/files/1/path", 6, NULL },
  { "file-two-slashes", "'b.json'", "'x//b.json'", "bad-file", "/files/1/path", 6, NULL },
  { "file-backslash", "'b.json'", "'x\\\\b.json'", "bad-file", "/files/1/path", 6, NULL },
  { "file-twice", "'b.json'", "'a/one two.json'", "duplicate-file", "/files/1/path", 6, NULL },
  { "hash-short", "cdef'", "cde'", "bad-pattern", "/files/0/sha256", 5, NULL },
  { "hash-capitals", "cdef'", "CDEF'", "bad-pattern", "/files/0/sha256", 5, NULL },
  { "size-text", "'size': 30", "'size': '30'", "wrong-type", "/files/1/size", 6, NULL },
  { "size-negative", "'size': 30", "'size': -1", "bad-value", "/files/1/size", 6, NULL },
  { "no-readings", "'readings': [{'files': 'q", "'reading': [{'files': 'q", "missing-member", "",
    1, "readings" },
  { "format-misspelt", "'json-lines'", "'json-line'", "bad-value", "/readings/0/format", 7,
    "json-lines" },
  { "no-format", "'format': 'json', ", "", "missing-member", "/readings/1", 8, NULL },
  { "files-number", "['a/*.json']", "[7]", "wrong-type", "/readings/1/files/0", 8, NULL },
  { "files-empty", "['a/*.json']", "[]", "too-few", "/readings/1/files", 8, NULL },
  { "records-up", "'/x/*'", "'1/x'", "bad-path", "/readings/1/records", 8, NULL },
  { "records-word", "'/x/*'", "'x'", "bad-path", "/readings/1/records", 8, NULL },
  { "path-word", "'2/id'", "'id'", "bad-path", "/readings/1/question", 8, NULL },
  { "path-number", "'2/id'", "2", "wrong-type", "/readings/1/question", 8, NULL },
  { "path-tilde", "['/t', ", "['/t~7', ", "bad-path", "/readings/1/answer/0", 10, NULL },
  { "where-no-is", ", 'is': 'w'", "", "missing-member", "/readings/1/writer/where", 9, NULL },
  { "take-up", "'/name'", "'1/name'", "bad-path", "/readings/1/writer/take", 9, NULL },
  { "constant-number", "'C'", "7", "wrong-type", "/readings/1/answer/1/constant", 10, NULL },
  { "place-empty", "{'constant': 'C'}", "{}", "bad-value", "/readings/1/answer/1", 10, NULL },
  { "place-two", "{'constant': 'C'}", "{'constant': 'C', 'file': 'name'}", "bad-value",
    "/readings/1/answer/1", 10, NULL },
  { "file-part", "{'file': 'name'}", "{'file': 'nam'}", "bad-value", "/readings/1/date/file", 10,
    "name" },
  { "no-writer", "   'writer': {", "   'author': {", "missing-member", "/readings/1", 8, NULL },
  { "no-question", "'question': '2/id',", "", "missing-member", "/readings/1", 8, NULL },
  { "no-prompt", "'prompt': '/p'", "'category': '/p'", "missing-member", "/readings/0", 7, NULL },
  { "no-answer", "   'answer': ['/t', {'constant': 'C'}], ", "", "missing-member", "/readings/1",
    8, NULL },
  { "no-ids", "'question': '/id', ", "", "no-prompts", "/readings", 7, NULL },
  { "keep-misspelt", "'keep': 'marked'", "'keep': 'markd'", "bad-value", "/keep", 11, "marked" },
  { "keep-one", "'released': '2026-04', 'keep': true", "'keep': false", "too-few", "/keep", 11,
    NULL },
  { "keep-text", "{'name': 'Voice B'}", "{'name': 'Voice B', 'keep': 'yes'}", "wrong-type",
    "/writers/0/keep", 12, NULL },
  { "twins-misspelt", "'twins': 'first'", "'twins': 'frist'", "bad-value", "/twins", 11, "first" },
  { "repeats-number", "'repeats': 'last'", "'repeats': 1", "wrong-type", "/repeats", 11, NULL },
  { "marks-empty", "'$E$'", "''", "too-short", "/marks/0", 11, NULL },
  { "writer-no-name", "{'name': 'Voice B'}", "{'id': 'b'}", "missing-member", "/writers/0", 12,
    NULL },
  { "writer-text", "{'name': 'Voice B'}", "'Voice B'", "wrong-type", "/writers/0", 12, NULL },
  { "writer-id", "'id': 'a'", "'id': '-a'", "bad-pattern", "/writers/1/id", 13, NULL },
  { "writer-id-twice", "'id': 'a'", "'id': 'Voice-B'", "duplicate-writer", "/writers/1", 13,
    NULL },
  { "writer-kind", "'kind': 'voice'", "'kind': 'voise'", "bad-value", "/writers/1/kind", 13,
    "voice" },
  { "writer-from-twice", "'va'", "'Voice B'", "duplicate-name", "/writers/1", 13, NULL },
  { "writer-released", "'2026-04'", "'April'", "bad-date", "/writers/2/released", 14, NULL },
};

static void
test_one_rule (gconstpointer data)
{
  const Case *rule = data;
  g_autoptr(GBytes) bytes = spoil (rule->from, rule->to);
  g_autoptr(GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);
  g_autoptr(GError) error = NULL;
  BylProblem *problem;

  g_assert_null (byl_recipe_read (bytes, problems, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_RECIPE);
  g_assert_cmpuint (problems->len, >=, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (problem->code, ==, rule->code);
  g_assert_cmpstr (problem->pointer, ==, rule->pointer);
  g_assert_cmpuint (problem->line, ==, rule->line);
  g_assert_cmpuint (problem->column, >, 0);
  g_assert_cmpstr (problem->suggestion, ==, rule->suggestion);
  g_assert_true (g_utf8_validate (problem->message, -1, NULL));
  g_assert_cmpuint (problems->len, ==, 1);
}

static void
test_all_problems_are_told_at_once (void)
{
  g_autoptr(GBytes) bytes =
    import_fixture_quote ("{'format': 'byline-recipe', 'version': 1, 'id': 'X',\n"
                          "'title': 1, 'language': 'x',\n"
                          "'readings': [{'files': 7}],\n"
                          "'writers': 'none'}");
  g_autoptr(GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);
  g_autoptr(GError) error = NULL;

  g_assert_null (byl_recipe_read (bytes, problems, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_RECIPE);
  g_assert_cmpuint (problems->len, ==, 8);
}

static void
test_what_is_no_recipe_is_refused (void)
{
  static const struct
  {
    const char *text;
    BylError    code;
    const char *problem;
  } wrong[] = {
    { "", BYL_ERROR_SYNTAX, NULL },
    { "{'format': 'byline-recipe',}", BYL_ERROR_SYNTAX, NULL },
    { "{'a': 1e999}", BYL_ERROR_SYNTAX, NULL },
    { "{'a': 1, 'a': 2}", BYL_ERROR_SYNTAX, NULL },
    { "{}", BYL_ERROR_FORMAT, "not-a-recipe" },
    { "[]", BYL_ERROR_FORMAT, "not-a-recipe" },
    { "7", BYL_ERROR_FORMAT, "not-a-recipe" },
    { "{'format': 7}", BYL_ERROR_FORMAT, "not-a-recipe" },
    { "{'format': 'byline-pack'}", BYL_ERROR_FORMAT, "not-a-recipe" },
    { "{'format': 'byline-recipe', 'version': 2}", BYL_ERROR_VERSION, "newer-version" },
    { "{'format': 'byline-recipe', 'version': 1e9}", BYL_ERROR_VERSION, "newer-version" },
    { "{'format': 'byline-recipe', 'version': 'x'}", BYL_ERROR_RECIPE, NULL },
    { "{'format': 'byline-recipe'}", BYL_ERROR_RECIPE, "missing-member" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GBytes) bytes = import_fixture_quote (wrong[i].text);
      g_autoptr(GPtrArray) problems =
        g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);
      g_autoptr(GError) error = NULL;

      g_assert_null (byl_recipe_read (bytes, problems, &error));
      g_assert_error (error, BYL_ERROR, (int) wrong[i].code);
      g_assert_cmpuint (problems->len, >=, 1);
      if (wrong[i].problem != NULL)
        g_assert_cmpstr (((BylProblem *) g_ptr_array_index (problems, 0))->code, ==,
                         wrong[i].problem);
    }
}

static void
test_deep_recipe_does_not_crash (void)
{
  g_autofree char *deep = g_strnfill (200000, '[');
  g_autoptr(GBytes) bytes = g_bytes_new_static (deep, strlen (deep));
  g_autoptr(GError) error = NULL;

  g_assert_null (byl_recipe_read (bytes, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_SYNTAX);
}

static void
test_recipe_says_what_it_is (void)
{
  g_autoptr(GBytes) bytes = spoil ("", "");
  g_autoptr(GError) error = NULL;
  g_autoptr(BylRecipe) recipe = byl_recipe_read (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (byl_recipe_get_id (recipe), ==, "made-up");
  g_assert_cmpuint (byl_recipe_get_revision (recipe), ==, 3);
  g_assert_cmpstr (byl_recipe_get_title (recipe), ==, "Made up");
  g_assert_null (byl_recipe_get_summary (recipe));
  g_assert_cmpstr (byl_recipe_get_language (recipe), ==, "en");
  g_assert_cmpstr (byl_recipe_get_license (recipe), ==, "CC0-1.0");
  g_assert_cmpstr (byl_recipe_get_source_title (recipe), ==, "Nobody");
  g_assert_cmpstr (byl_recipe_get_source_address (recipe), ==, "https://example.org/");
  g_assert_false (byl_recipe_is_generic (recipe));
  g_assert_cmpuint (byl_recipe_get_size (recipe), ==, 42);
}

static void
test_files_have_addresses (void)
{
  g_autoptr(GBytes) bytes = spoil (", 'size': 30", "");
  g_autoptr(BylRecipe) recipe = byl_recipe_read (bytes, NULL, NULL);
  const BylRecipeFile *file;

  g_assert_cmpuint (byl_recipe_get_n_files (recipe), ==, 2);
  file = byl_recipe_get_file (recipe, 0);
  g_assert_cmpstr (file->path, ==, "a/one two.json");
  g_assert_cmpstr (file->address, ==, "https://example.org/data/a/one%20two.json");
  g_assert_cmpstr (file->sha256, ==, HASH);
  g_assert_cmpuint (file->size, ==, 12);
  file = byl_recipe_get_file (recipe, 1);
  g_assert_cmpstr (file->address, ==, "http://example.net/b");
  g_assert_null (file->sha256);
  g_assert_cmpuint (byl_recipe_get_size (recipe), ==, 0);
}

static void
test_files_without_address_are_had_by_hand (void)
{
  g_autoptr(GBytes) bytes = spoil (" 'address': 'https://example.org/data/',\n", "");
  g_autoptr(BylRecipe) recipe = byl_recipe_read (bytes, NULL, NULL);

  g_assert_null (byl_recipe_get_file (recipe, 0)->address);
  g_assert_nonnull (byl_recipe_get_file (recipe, 1)->address);
}

/* The shipped ones by what they begin with; “…” stands for what does not matter. */
static void
test_files_are_recognised (void)
{
  static const struct
  {
    const char *name;
    const char *head;
    const char *recipe; /* the first that knows it */
  } heads[] = {
    { "data/peer_matrix/EVAL-1/results.json", "{'evaluation_id': 'EVAL-1', 'timestamp': 't', "
      "'question_text': 'q', 'category': 'c', 'responses': [{'model_name': 'Voice A', 'response':"
      "'…", "frontier-2026" },
    { "results.json", "{'evaluation_id': 1}", NULL },
    { "model_outputs.json", "[\n {\n  'dataset': 'd', 'instruction': 'i', 'output': 'o', "
      "'generator' : 'g'", "alpaca-eval-8" },
    { "Voice A.json", "{\n 'org/voice-a': {'samples': [{'prompt': 'p', 'output': 'o'", "slop-score" },
    { "voice.jsonl", "{'question_id': 81, 'model_id': 'v', 'choices': [{'index': 0, 'turns': ['a'",
      "mt-bench" },
    { "answer_v.jsonl", "{'question_id': 1, 'text': 'a', 'model_id': 'v'}", "vicuna-80" },
    { "voice.jsonl", "{'uid': '01', 'model': 'v', 'messages': [{'content': 'c', 'role': 'user'}",
      "arena-hard-0.1" },
    { "mine.csv", "prompt,writer,answer\nWhy?,Voice A,So.\n", "table-3" },
    { "mine.csv", "Question;Model;Response;Category\nWhy?;Voice A;So.;x\n", "table-3" },
    { "Voice A.csv", "\xef\xbb\xbfprompt,answer\nWhy?,So.\n", "table-2" },
    { "mine.tsv", "question\tVoice A\tVoice B\nWhy?\tSo.\tNo.\n", "table-wide" },
    { "mine.csv", "prompt,category\nWhy?,x\n", NULL },
    { "mine.csv", "prompt\nWhy?\n", NULL },
    { "mine.csv", "a,b,c\nd,e,f\n", NULL },
    { "mine.txt", "prompt,writer,answer\nWhy?,Voice A,So.\n", NULL },
    { "mine.csv", "", NULL },
    { "pack.json", "{'format': 'byline-pack', 'version': 1, 'id': 'x', 'writers': []", NULL },
  };
  g_autofree char *path = g_build_filename (g_getenv ("BYLINE_DATA_DIR"), "recipes", NULL);
  g_autoptr(GFile) dir = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) recipes = byl_recipes_load_dir (dir, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autoptr(GBytes) head = import_fixture_quote (heads[i].head);
      const char *found = NULL;

      for (guint j = 0; j < recipes->len && found == NULL; j++)
        if (byl_recipe_recognises (g_ptr_array_index (recipes, j), heads[i].name, head))
          found = byl_recipe_get_id (g_ptr_array_index (recipes, j));
      g_assert_cmpstr (found, ==, heads[i].recipe);
    }
}

static void
test_archives_are_recognised_by_what_is_in_them (void)
{
  static const char outputs[] =
    "[{\"dataset\": \"d\", \"instruction\": \"i\", \"output\": \"o\", \"generator\": \"g\"}]";
  static const ImportMember members[] = {
    { "readme", "Nothing here.", NULL, 0 }, { "results/g/model_outputs.json", outputs, NULL, 0 },
  };
  static const char * const filters[] = { NULL, "gzip", "xz", "bzip2" };
  g_autoptr(BylRecipe) recipe = import_fixture_shipped ("alpaca-eval");
  g_autoptr(BylRecipe) other = import_fixture_shipped ("multivac");
  g_autoptr(GBytes) zip = import_fixture_pack ("zip", NULL, members, 2);
  g_autoptr(GBytes) single = import_fixture_pack ("raw", "gzip", members + 1, 1);
  g_autoptr(GBytes) nothing = import_fixture_pack ("ustar", "gzip", members, 1);
  g_autoptr(GBytes) torn = g_bytes_new_static ("\x1f\x8b\x08", 3);

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr(GBytes) archive = import_fixture_pack ("ustar", filters[i], members, 2);

      g_assert_true (byl_recipe_recognises (recipe, "x.tar.something", archive));
      g_assert_false (byl_recipe_recognises (other, "x.tar.something", archive));
    }
  g_assert_true (byl_recipe_recognises (recipe, "x.zip", zip));
  g_assert_true (byl_recipe_recognises (recipe, "model_outputs.json.gz", single));
  g_assert_false (byl_recipe_recognises (recipe, "other.gz", single));
  g_assert_false (byl_recipe_recognises (recipe, "x.tgz", nothing));
  g_assert_false (byl_recipe_recognises (recipe, "model_outputs.json.gz", torn));
}

static void
test_shipped_recipes_are_listed_in_order (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("BYLINE_DATA_DIR"), "recipes", NULL);
  g_autoptr(GFile) dir = g_file_new_for_path (path);
  g_autoptr(GFile) nowhere = g_file_new_for_path ("/nowhere/at/all");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) recipes = byl_recipes_load_dir (dir, &error);
  gboolean generic = FALSE;

  g_assert_no_error (error);
  g_assert_cmpuint (recipes->len, >=, 10);
  for (guint i = 0; i < recipes->len; i++)
    {
      const BylRecipe *recipe = g_ptr_array_index (recipes, i);

      g_assert_true (!generic || byl_recipe_is_generic (recipe));
      generic = byl_recipe_is_generic (recipe);
    }
  g_assert_true (generic);

  g_assert_null (byl_recipes_load_dir (nowhere, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_READ);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/recipe/refuses/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_one_rule);
    }
  g_test_add_func ("/recipe/all-problems-are-told-at-once", test_all_problems_are_told_at_once);
  g_test_add_func ("/recipe/what-is-no-recipe-is-refused", test_what_is_no_recipe_is_refused);
  g_test_add_func ("/recipe/deep-recipe-does-not-crash", test_deep_recipe_does_not_crash);
  g_test_add_func ("/recipe/recipe-says-what-it-is", test_recipe_says_what_it_is);
  g_test_add_func ("/recipe/files-have-addresses", test_files_have_addresses);
  g_test_add_func ("/recipe/files-without-address-are-had-by-hand",
                   test_files_without_address_are_had_by_hand);
  g_test_add_func ("/recipe/files-are-recognised", test_files_are_recognised);
  g_test_add_func ("/recipe/archives-are-recognised-by-what-is-in-them",
                   test_archives_are_recognised_by_what_is_in_them);
  g_test_add_func ("/recipe/shipped-recipes-are-listed-in-order",
                   test_shipped_recipes_are_listed_in_order);

  return g_test_run ();
}
