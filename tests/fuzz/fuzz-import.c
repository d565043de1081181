/* fuzz-import.c: whatever a recipe says of whatever data, a pack comes of it or a sentence
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import.h"
#include "byl-pack-reader.h"
#include "byl-problem.h"
#include "fuzz.h"

#include <string.h>
#include <unistd.h>

/* Between the recipe and the data. */
#define MARK "\x1e"

#define HEAD "{\"format\":\"byline-recipe\",\"version\":1,\"id\":\"a\",\"title\":\"T\",\"language\":\"und\"," \
             "\"generic\":true,\"marks\":\"x\",\"readings\":[{\"files\":\"*\",\"format\":\""
#define FIELDS "\",\"prompt\":[\"/p\",\"1/0\"],\"question\":\"/i\",\"writer\":[\"/w\",\"0#\"],\"answer\":[\"/a\"," \
               "{\"path\":\"/m/*\",\"where\":{\"path\":\"/r\",\"is\":\"s\"},\"take\":\"/c\"}],\"date\":\"/d\"," \
               "\"error\":\"/e\"}]}"

static const char json_recipe[] = HEAD "json\",\"records\":\"/*" FIELDS;
static const char lines_recipe[] = HEAD "json-lines" FIELDS;
static const char csv_recipe[] = HEAD "csv" FIELDS;

#define ROW "{\"i\":1,\"p\":\"Why?\",\"w\":\"Voice A\",\"a\":\"So.\",\"d\":\"2026-04-08\",\"e\":null}"
#define OTHER "{\"i\":1,\"p\":\"Why?\",\"w\":\"Voice B\",\"m\":[{\"r\":\"s\",\"c\":\"No.\"}],\"d\":1775606400}"

const char * const fuzz_seeds[] = {
  HEAD "json\",\"records\":\"/*" FIELDS MARK "[" ROW "," OTHER "]",
  HEAD "json-lines" FIELDS MARK ROW "\n" OTHER "\n",
  HEAD "csv" FIELDS MARK "p,w,a\n\"Why, \"\"now\"\"?\",Voice A,So.\r\n\"Why, \"\"now\"\"?\",Voice B,No.\n",
  HEAD "csv\",\"header\":\"present\",\"records\":\"/*\",\"except\":[\"0\"],\"prompt\":\"1/0\",\"writer\":\"0#\","
  "\"answer\":\"\"}]}" MARK "p;Voice A;Voice B\nWhy?;So.;No.\n",
  MARK "PK\x03\x04\x14",
  MARK "\x1f\x8b\x08",
  NULL,
};

static char *
write_data (const char *data,
            gsize       length)
{
  char *path = g_strdup_printf ("%s/byline-fuzz-%d", g_get_tmp_dir (), (int) getpid ());

  g_assert_true (g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_NONE,
                                           0600, NULL));

  return path;
}

static void
import (BylRecipe  *recipe,
        const char *path)
{
  g_autoptr(GPtrArray) sources =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_import_source_free);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(BylImportResult) result = NULL;
  g_autoptr(BylPack) pack = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (sources, byl_import_source_new ("data", file));
  result = byl_import_run (recipe, sources, NULL, NULL, &error);
  g_assert_true ((result == NULL) == (error != NULL));
  if (error != NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  pack = byl_pack_read (result->pack, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (byl_pack_get_n_questions (pack), ==, result->n_questions);
}

static void
import_with (const char *recipe_text,
             gsize       length,
             const char *path,
             GBytes     *data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (recipe_text, length);
  g_autoptr(GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(BylRecipe) recipe = byl_recipe_read (bytes, problems, &error);

  g_assert_true ((recipe == NULL) == (error != NULL));
  g_assert_true ((recipe == NULL) == (problems->len > 0));
  if (recipe == NULL)
    return;

  byl_recipe_recognises (recipe, "data", data);
  import (recipe, path);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char *text = data != NULL ? (const char *) data : "";
  const char *mark = size > 0 ? memchr (text, *MARK, size) : NULL;
  gsize length = mark != NULL ? (gsize) (mark - text) : 0;
  const char *rest = mark != NULL ? mark + 1 : text;
  g_autoptr(GBytes) bytes = g_bytes_new_static (rest, size - (gsize) (rest - text));
  g_autofree char *path = write_data (rest, g_bytes_get_size (bytes));

  /* The list of known models is read for every import, and is not what is tried here. */
  g_setenv ("BYLINE_DATA_DIR", "/nowhere", TRUE);
  import_with (text, length, path, bytes);
  import_with (json_recipe, strlen (json_recipe), path, bytes);
  import_with (lines_recipe, strlen (lines_recipe), path, bytes);
  import_with (csv_recipe, strlen (csv_recipe), path, bytes);
  unlink (path);

  return 0;
}
