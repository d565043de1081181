/* byl-recipe-reader.c: from bytes through the gate to a recipe
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recipe.h"

#include "byl-error.h"
#include "byl-json-read.h"
#include "byl-load.h"
#include "byl-pack-read-parts.h"
#include "byl-recipe-read-parts.h"
#include "byl-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define FORMAT         "byline-recipe"
#define FORMAT_VERSION 1
#define MAX_BYTES      (8u * 1024u * 1024u)
#define MAX_MARKS      64u

static const BylMember recipe_members[] = {
  { "$schema", FALSE }, { "format", TRUE }, { "version", TRUE }, { "id", TRUE },
  { "revision", FALSE }, { "title", TRUE }, { "summary", FALSE }, { "language", TRUE },
  { "license", FALSE }, { "authors", FALSE }, { "source", FALSE }, { "generic", FALSE },
  { "address", FALSE }, { "files", FALSE }, { "readings", TRUE }, { "writers", FALSE },
  { "keep", FALSE }, { "repeats", FALSE }, { "twins", FALSE }, { "marks", FALSE },
  { NULL, FALSE },
};

/* In the order of BylRecipeRepeats. */
static const char * const repeats[] = { "first", "last", NULL };

/* In the order of BylRecipeTwins. */
static const char * const twins[] = { "drop", "first", "keep", NULL };

/* Whether the JSON is a recipe that this version reads at all. */
static gboolean
accept_kind (JsonNode   *root,
             GPtrArray  *problems,
             GError    **error)
{
  const char *format = byl_json_read_get_format (root);
  BylProblem *problem;

  if (g_strcmp0 (format, FORMAT) != 0)
    {
      problem = byl_problem_new (BYL_SEVERITY_ERROR, "not-a-recipe", "",
                                 _("This file is JSON, but not a recipe: its “format” must be "
                                   "“%s”."),
                                 FORMAT);
      if (format != NULL && strlen (format) <= 2 * strlen (FORMAT))
        problem->suggestion =
          g_strdup (byl_text_nearest (format, (const char *[]) { FORMAT, NULL }));
      byl_json_read_stop (problems, problem, BYL_ERROR_FORMAT, error);
      return FALSE;
    }

  if (!byl_json_read_is_newer (root, FORMAT_VERSION))
    return TRUE;

  problem = byl_problem_new (BYL_SEVERITY_ERROR, "newer-version", "/version",
                             _("This recipe needs a newer Byline. Update the program, then open "
                               "it again."));
  byl_json_read_stop (problems, problem, BYL_ERROR_VERSION, error);

  return FALSE;
}

/* What is somebody's work says whose; a shape that anybody's files may have is nobody's. */
static void
check_source (BylReading *reading,
              JsonObject *object,
              BylRecipe  *recipe)
{
  if (!recipe->generic && !json_object_has_member (object, "source"))
    byl_reading_add (reading, "missing-member", NULL,
                     _("“%s” is missing here: say whose work the answers are taken from."),
                     "source");
}

static void
read_root (BylReading *reading,
           JsonNode   *root,
           BylRecipe  *recipe)
{
  JsonObject *object = byl_reading_object (reading, root, recipe_members);
  gint64 version = FORMAT_VERSION;
  int choice;

  byl_reading_integer (reading, object, "version", FORMAT_VERSION, FORMAT_VERSION, &version);
  byl_pack_read_head (reading, object);
  recipe->generic = byl_recipe_read_boolean (reading, object, "generic");
  check_source (reading, object, recipe);
  byl_recipe_read_files (reading, object, recipe);
  byl_recipe_read_readings (reading, object, recipe);
  byl_recipe_read_writers (reading, object, recipe);
  choice = byl_reading_choice (reading, object, "repeats", repeats);
  recipe->repeats = choice < 0 ? BYL_REPEATS_FIRST : (BylRecipeRepeats) choice;
  choice = byl_reading_choice (reading, object, "twins", twins);
  recipe->twins = choice < 0 ? BYL_TWINS_DROP : (BylRecipeTwins) choice;
  recipe->marks = byl_recipe_read_texts (reading, object, "marks", 0, MAX_MARKS);
}

/**
 * byl_recipe_read:
 * @bytes: the contents of a recipe's file, decompressed
 * @problems: (element-type BylProblem) (nullable): takes every error, with line and column
 * @error: return location for the error
 *
 * Reads a recipe. All errors are found at once. Unknown members are passed over.
 *
 * Errors: %BYL_ERROR_SIZE where there are too many bytes; %BYL_ERROR_SYNTAX where they are not
 * JSON; %BYL_ERROR_FORMAT where they are JSON of another kind; %BYL_ERROR_VERSION where they are a
 * recipe of a later version; %BYL_ERROR_RECIPE where the recipe has errors.
 *
 * Returns: (transfer full) (nullable): the recipe; %NULL with @error set
 */
BylRecipe *
byl_recipe_read (GBytes     *bytes,
                 GPtrArray  *problems,
                 GError    **error)
{
  g_autoptr(GPtrArray) list = byl_problem_list_ref (problems);
  g_autoptr(JsonNode) root = byl_json_read (bytes, list, error);
  g_autoptr(BylRecipe) recipe = NULL;
  BylReading reading = { .problems = list };

  if (root == NULL)
    return NULL;

  if (!accept_kind (root, list, error))
    {
      byl_json_read_locate (bytes, list);
      return NULL;
    }

  recipe = byl_recipe_new ();
  reading.pack = recipe->head;
  read_root (&reading, root, recipe);
  if (reading.n_errors == 0)
    return g_steal_pointer (&recipe);

  byl_json_read_locate (bytes, list);
  g_set_error (error, BYL_ERROR, BYL_ERROR_RECIPE,
               ngettext ("The recipe has %u error and cannot be followed until it is mended.",
                         "The recipe has %u errors and cannot be followed until they are mended.",
                         reading.n_errors),
               reading.n_errors);

  return NULL;
}

/**
 * byl_recipe_load:
 * @file: a recipe's file, plain or gzip-compressed
 * @problems: (element-type BylProblem) (nullable): takes every error, with line and column
 * @cancellable: (nullable): to stop early
 * @error: return location for the error
 *
 * Reads a recipe from a file; this blocks. Errors are those of byl_load_file() and
 * byl_recipe_read().
 *
 * Returns: (transfer full) (nullable): the recipe; %NULL with @error set
 */
BylRecipe *
byl_recipe_load (GFile         *file,
                 GPtrArray     *problems,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr(GBytes) bytes = byl_load_file (file, MAX_BYTES, cancellable, error);

  if (bytes == NULL)
    return NULL;

  return byl_recipe_read (bytes, problems, error);
}

/* Those that name their files first; then those of the most particular shape, by which a file is
 * known that two would take. */
static gint
compare_recipes (gconstpointer a,
                 gconstpointer b)
{
  const BylRecipe *one = *(const BylRecipe * const *) a;
  const BylRecipe *other = *(const BylRecipe * const *) b;
  guint one_rank = byl_recipe_get_rank (one);
  guint other_rank = byl_recipe_get_rank (other);

  if (one->generic != other->generic)
    return one->generic ? 1 : -1;
  if (one_rank != other_rank)
    return one_rank > other_rank ? -1 : 1;

  return g_strcmp0 (byl_recipe_get_id (one), byl_recipe_get_id (other));
}

/**
 * byl_recipes_load_dir:
 * @dir: a folder of recipes
 * @error: return location for the error
 *
 * Reads all recipes of a folder; this blocks. What is no recipe is left out.
 *
 * Errors: %BYL_ERROR_READ where there is no such folder.
 *
 * Returns: (transfer full) (nullable) (element-type BylRecipe): the recipes, those of a shape that
 *   anybody's files may have last, and of these the most particular first; %NULL with @error set
 */
GPtrArray *
byl_recipes_load_dir (GFile   *dir,
                      GError **error)
{
  g_autoptr(GPtrArray) recipes = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_recipe_unref);
  g_autoptr(GFileEnumerator) children = NULL;
  g_autoptr(GError) cause = NULL;
  GFileInfo *info;
  GFile *child;

  children = g_file_enumerate_children (dir, G_FILE_ATTRIBUTE_STANDARD_NAME,
                                        G_FILE_QUERY_INFO_NONE, NULL, &cause);
  if (children == NULL)
    {
      g_set_error (error, BYL_ERROR, BYL_ERROR_READ,
                   /* Translators: what the system says */
                   _("The recipes cannot be listed: %s."), cause->message);
      return NULL;
    }

  while (g_file_enumerator_iterate (children, &info, &child, NULL, NULL) && info != NULL)
    {
      BylRecipe *recipe = NULL;

      if (g_str_has_suffix (g_file_info_get_name (info), ".json"))
        recipe = byl_recipe_load (child, NULL, NULL, NULL);
      if (recipe != NULL)
        g_ptr_array_add (recipes, recipe);
    }
  g_ptr_array_sort (recipes, compare_recipes);

  return g_steal_pointer (&recipes);
}
