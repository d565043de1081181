/* test-lexicon.c: files of words, good and bad
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "tells-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEAD "{\"language\": \"en\", \"name\": \"English\", \"match\": \"words\",\n"

/* A file that is no lexicon, and what its error names. */
typedef struct
{
  const char *name;
  const char *content;
  BylError code;
  const char *place;
} Bad;

static const Bad bad[] = {
  { "empty-file", "", BYL_ERROR_SYNTAX, NULL },
  { "no-json", "{\"language\": }", BYL_ERROR_SYNTAX, ":1:" },
  { "list", "[]", BYL_ERROR_FORMAT, NULL },
  { "no-language", "{\"name\": \"English\", \"match\": \"words\", \"lists\": {}}", BYL_ERROR_FORMAT,
    NULL },
  { "wrong-match", "{\"language\": \"en\", \"name\": \"E\",\n \"match\": \"letters\", \"lists\": {}}",
    BYL_ERROR_FORMAT, ":2:11: " },
  { "no-lists", HEAD "\"x\": 1}", BYL_ERROR_FORMAT, NULL },
  { "unknown-list", HEAD "\"lists\": {\n\"hedges\": {\"find\": [\"may\"]}}}", BYL_ERROR_FORMAT,
    ":3:11: " },
  { "no-find", HEAD "\"lists\": {\"hedge\": {}}}", BYL_ERROR_FORMAT, "(/lists/hedge)" },
  { "empty-find", HEAD "\"lists\": {\"hedge\": {\"find\": []}}}", BYL_ERROR_FORMAT,
    "(/lists/hedge)" },
  { "wrong-not", HEAD "\"lists\": {\"hedge\": {\"find\": [\"may\"], \"not\": 1}}}",
    BYL_ERROR_FORMAT, "(/lists/hedge/not)" },
  { "number", HEAD "\"lists\": {\"hedge\": {\"find\": [\"may\",\n7]}}}", BYL_ERROR_FORMAT,
    ":3:1: " },
  { "blank", HEAD "\"lists\": {\"hedge\": {\"find\": [\"\"]}}}", BYL_ERROR_FORMAT,
    "(/lists/hedge/find/0)" },
  { "two-spaces", HEAD "\"lists\": {\"hedge\": {\"find\": [\"may  be\"]}}}", BYL_ERROR_FORMAT,
    "(/lists/hedge/find/0)" },
  { "marks", HEAD "\"lists\": {\"hedge\": {\"find\": [\"a\", \"may, be\"]}}}", BYL_ERROR_FORMAT,
    "(/lists/hedge/find/1)" },
  { "star-within", HEAD "\"lists\": {\"hedge\": {\"find\": [\"m*y\"]}}}", BYL_ERROR_FORMAT,
    "(/lists/hedge/find/0)" },
  { "gap-at-the-start", HEAD "\"lists\": {\"hedge\": {\"find\": [\"... may\"]}}}", BYL_ERROR_FORMAT,
    "(/lists/hedge/find/0)" },
  { "gap-at-the-end", HEAD "\"lists\": {\"hedge\": {\"find\": [\"a\"], \"not\": [\"may ...\"]}}}",
    BYL_ERROR_FORMAT, "(/lists/hedge/not/0)" },
  { "two-gaps", HEAD "\"lists\": {\"hedge\": {\"find\": [\"may ... ... be\"]}}}", BYL_ERROR_FORMAT,
    "(/lists/hedge/find/0)" },
};

static BylLexicon *
load (const char  *content,
      GError     **error)
{
  g_autofree char *folder = g_dir_make_tmp ("byline-lexicon-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "xx.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  BylLexicon *lexicon;

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  lexicon = byl_lexicon_load (file, error);
  g_remove (path);
  g_rmdir (folder);

  return lexicon;
}

static void
test_bad_file_is_refused_with_its_place (gconstpointer data)
{
  const Bad *item = data;
  g_autoptr(GError) error = NULL;

  g_assert_null (load (item->content, &error));
  g_assert_error (error, BYL_ERROR, (int) item->code);
  if (item->place != NULL)
    g_assert_nonnull (strstr (error->message, item->place));
}

static void
test_missing_file_is_an_error (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nonexistent/xx.json");
  g_autoptr(GError) error = NULL;

  g_assert_null (byl_lexicon_load (file, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_READ);
}

static void
test_unknown_language_has_none (void)
{
  static const char *const tags[] = { "xx", "", "..", "../en", "en/", "x-en", "1", "français" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr(BylLexicon) lexicon = tells_fixture_load_lexicon (tags[i]);

      g_assert_null (lexicon);
    }
}

static void
test_variety_has_that_of_its_language (void)
{
  g_autoptr(BylLexicon) german = tells_fixture_load_lexicon ("de-AT-1901");
  g_autoptr(BylLexicon) english = tells_fixture_load_lexicon ("EN-gb");

  g_assert_cmpstr (byl_lexicon_get_language (german), ==, "de");
  g_assert_cmpstr (byl_lexicon_get_name (german), ==, "Deutsch");
  g_assert_cmpstr (byl_lexicon_get_language (english), ==, "en");
}

static void
test_lexicon_is_read_once (void)
{
  g_autoptr(BylLexicon) first = tells_fixture_load_lexicon ("en");
  g_autoptr(BylLexicon) second = tells_fixture_load_lexicon ("en-US");

  g_assert_true (first == second);
  g_assert_cmpuint (strlen (byl_lexicon_get_hash (first)), ==, 64);
}

static void
test_lists_are_known (void)
{
  g_autoptr(BylLexicon) lexicon = tells_fixture_load_lexicon ("de");

  g_assert_true (byl_lexicon_has_list (lexicon, "hedge"));
  g_assert_false (byl_lexicon_has_list (lexicon, "booster"));
  g_assert_false (byl_lexicon_has_list (lexicon, "nonsense"));
}

/* Those that are installed with the program. */
static void
test_installed_lexicons_are_good (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("BYLINE_DATA_DIR"), "lexicons", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("there is no folder of lexicons");
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GError) error = NULL;
      g_autoptr(BylLexicon) lexicon = byl_lexicon_load (file, &error);

      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (name, byl_lexicon_get_language (lexicon)));
      g_assert_true (byl_lexicon_has_list (lexicon, "hedge"));
      g_assert_true (byl_lexicon_has_list (lexicon, "stop-word"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lexicon/bad-file-is-refused/%s", bad[i].name);

      g_test_add_data_func (path, &bad[i], test_bad_file_is_refused_with_its_place);
    }
  g_test_add_func ("/lexicon/missing-file-is-an-error", test_missing_file_is_an_error);
  g_test_add_func ("/lexicon/unknown-language-has-none", test_unknown_language_has_none);
  g_test_add_func ("/lexicon/variety-has-that-of-its-language",
                   test_variety_has_that_of_its_language);
  g_test_add_func ("/lexicon/lexicon-is-read-once", test_lexicon_is_read_once);
  g_test_add_func ("/lexicon/lists-are-known", test_lists_are_known);
  g_test_add_func ("/lexicon/installed-lexicons-are-good", test_installed_lexicons_are_good);

  return g_test_run ();
}
