/* byl-import-command.c: byline-pack import: a pack from published files
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import-command.h"

#include "byl-check-command.h"
#include "byl-error.h"
#include "byl-import.h"
#include "byl-output.h"
#include "byl-places.h"
#include "byl-problem.h"
#include "byl-save.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

/* What the command line asks for. */
typedef struct
{
  char     *output;    /* (nullable) */
  char     *writers;   /* (nullable): names with commas between them */
  gboolean  force;
  gboolean  json;
  char    **words;     /* (nullable): the recipe and the sources */
} Request;

static int
fail (const GError *error)
{
  g_printerr ("%s\n", error->message);

  return g_error_matches (error, BYL_ERROR, BYL_ERROR_READ) ||
         g_error_matches (error, BYL_ERROR, BYL_ERROR_SAVE) ||
         error->domain != BYL_ERROR ? BYL_EXIT_USAGE : BYL_EXIT_ERRORS;
}

static GPtrArray *
load_shipped (void)
{
  g_autofree char *path = g_build_filename (byl_places_get_data_dir (), "recipes", NULL);
  g_autoptr(GFile) dir = g_file_new_for_path (path);
  GPtrArray *recipes = byl_recipes_load_dir (dir, NULL);

  return recipes != NULL ? recipes : g_ptr_array_new ();
}

static void
list_shipped (void)
{
  g_autoptr(GPtrArray) recipes = load_shipped ();

  for (guint i = 0; i < recipes->len; i++)
    {
      const BylRecipe *recipe = g_ptr_array_index (recipes, i);

      g_printerr ("  %-18s %s\n", byl_recipe_get_id (recipe), byl_recipe_get_title (recipe));
    }
}

static BylRecipe *
find_shipped (const char *id)
{
  g_autoptr(GPtrArray) recipes = load_shipped ();

  for (guint i = 0; i < recipes->len; i++)
    if (g_str_equal (byl_recipe_get_id (g_ptr_array_index (recipes, i)), id))
      return byl_recipe_ref (g_ptr_array_index (recipes, i));

  return NULL;
}

/* A shipped one is named as its file is, without the ending. */
static GFile *
find_shipped_file (const char *name)
{
  g_autofree char *file_name = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (byl_places_get_data_dir (), "recipes", file_name, NULL);

  if (g_strrstr (name, G_DIR_SEPARATOR_S) != NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;

  return g_file_new_for_path (path);
}

static BylRecipe *
load_recipe (const char *word,
             int        *code)
{
  g_autoptr(GPtrArray) problems = byl_problem_list_new ();
  g_autofree char *name = g_filename_display_name (word);
  g_autoptr(GFile) file = find_shipped_file (word);
  BylRecipe *recipe = file == NULL ? find_shipped (word) : NULL;
  g_autoptr(GError) error = NULL;

  if (recipe != NULL)
    return recipe;

  if (file == NULL)
    file = g_file_new_for_commandline_arg (word);
  recipe = byl_recipe_load (file, problems, NULL, &error);
  if (recipe != NULL)
    return recipe;

  for (guint i = 0; i < problems->len; i++)
    {
      const BylProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = byl_problem_to_text (problem, name);

      g_printerr ("%s [%s]\n", text, problem->code);
    }
  *code = fail (error);
  if (problems->len == 0)
    {
      g_printerr ("%s\n", _("These recipes come with Byline:"));
      list_shipped ();
    }

  return NULL;
}

/* Without a source: what is needed, and where it is published. */
static int
tell_files (const BylRecipe *recipe)
{
  guint n_files = byl_recipe_get_n_files (recipe);
  g_autofree char *size = g_format_size (byl_recipe_get_size (recipe));
  g_autofree char *line = NULL;

  if (byl_recipe_get_summary (recipe) != NULL)
    byl_output_print (byl_recipe_get_summary (recipe));
  if (n_files == 0)
    {
      byl_output_print (_("It needs files of that shape. Give them on the command line, behind the "
                          "recipe."));
      return byl_output_finish () ? BYL_EXIT_GOOD : BYL_EXIT_USAGE;
    }

  if (byl_recipe_get_size (recipe) > 0)
    /* Translators: how many files, and their size such as “31.2 MB” */
    line = g_strdup_printf (ngettext ("It needs %u file, %s in all:",
                                      "It needs %u files, %s in all:", n_files),
                            n_files, size);
  else
    line = g_strdup_printf (ngettext ("It needs %u file:", "It needs %u files:", n_files), n_files);
  byl_output_print (line);

  for (guint i = 0; i < n_files; i++)
    {
      const BylRecipeFile *file = byl_recipe_get_file (recipe, i);

      byl_output_print (file->address != NULL ? file->address : file->path);
    }
  byl_output_print (_("Fetch them, keep their folders, and give the folder on the command line, "
                      "behind the recipe; an archive of them will do as well."));

  return byl_output_finish () ? BYL_EXIT_GOOD : BYL_EXIT_USAGE;
}

static void
add_writers (JsonBuilder           *builder,
             const BylImportResult *result)
{
  json_builder_set_member_name (builder, "writers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < result->writers->len; i++)
    {
      const BylImportWriter *writer = g_ptr_array_index (result->writers, i);

      json_builder_begin_object (builder);
      byl_output_add_string (builder, "id", writer->id);
      byl_output_add_string (builder, "name", writer->name);
      byl_output_add_integer (builder, "answers", writer->n_answers);
      byl_output_add_boolean (builder, "kept", writer->kept);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_left_out (JsonBuilder           *builder,
              const BylImportResult *result)
{
  const struct
  {
    const char *name;
    guint       count;
  } counts[] = {
    { "errors", result->n_errors }, { "empty", result->n_empty }, { "marked", result->n_marked },
    { "twins", result->n_twins }, { "too_long", result->n_too_long },
    { "repeats", result->n_repeats }, { "broken", result->n_broken },
    { "incomplete", result->n_incomplete }, { "unmatched", result->n_unmatched },
    { "lonely", result->n_lonely }, { "other", result->n_other },
  };

  json_builder_set_member_name (builder, "left_out");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    byl_output_add_integer (builder, counts[i].name, counts[i].count);
  json_builder_end_object (builder);
}

static void
print_json (const char            *output,
            const BylImportResult *result)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  byl_output_add_string (builder, "file", output);
  byl_output_add_string (builder, "pack", result->id);
  byl_output_add_string (builder, "title", result->title);
  byl_output_add_integer (builder, "files", result->n_files);
  byl_output_add_integer (builder, "missing", result->n_missing);
  byl_output_add_integer (builder, "questions", result->n_questions);
  byl_output_add_integer (builder, "answers", result->n_answers);
  add_writers (builder, result);
  add_left_out (builder, result);
  json_builder_end_object (builder);

  byl_output_print_json (builder);
}

/* A line of the list of writers. */
static char *
describe_writer (const BylImportWriter *writer)
{
  guint n = writer->n_answers;

  if (writer->kept)
    /* Translators: the name of a writer, whose answers are in the pack */
    return g_strdup_printf (ngettext ("  %s: %u answer, kept", "  %s: %u answers, kept", n),
                            writer->name, n);

  /* Translators: the name of a writer, whose answers are not in the pack */
  return g_strdup_printf (ngettext ("  %s: %u answer, left out", "  %s: %u answers, left out", n),
                          writer->name, n);
}

static void
print_text (const char            *output,
            const BylImportResult *result)
{
  g_auto(GStrv) sentences = byl_import_result_dup_sentences (result);
  /* Translators: the title of a pack and a file’s name */
  g_autofree char *last = g_strdup_printf (_("“%s” was written to %s."), result->title, output);

  for (guint i = 0; sentences[i] != NULL; i++)
    byl_output_print (sentences[i]);
  for (guint i = 0; i < result->writers->len; i++)
    {
      g_autofree char *line = describe_writer (g_ptr_array_index (result->writers, i));

      byl_output_print (line);
    }
  byl_output_print (last);
}

static gboolean
save (const char             *output,
      const BylImportResult  *result,
      GError                **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (output);
  g_autoptr(GBytes) compressed = NULL;

  if (g_str_has_suffix (output, ".gz"))
    {
      compressed = byl_save_compress (result->pack, error);
      return compressed != NULL && byl_save_file (file, compressed, error);
    }

  return byl_save_file (file, result->pack, error);
}

static char **
split_writers (const char *text)
{
  char **writers = text != NULL ? g_strsplit (text, ",", -1) : NULL;

  for (guint i = 0; writers != NULL && writers[i] != NULL; i++)
    g_strstrip (writers[i]);

  return writers;
}

static int
import (BylRecipe     *recipe,
        const Request *request)
{
  g_autoptr(GPtrArray) sources =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_import_source_free);
  g_auto(GStrv) writers = split_writers (request->writers);
  g_autofree char *name = g_filename_display_name (request->output);
  g_autoptr(BylImportResult) result = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 1; request->words[i] != NULL; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (request->words[i]);

      g_ptr_array_add (sources, byl_import_source_new (NULL, file));
    }

  result = byl_import_run (recipe, sources, (const char * const *) writers, NULL, &error);
  if (result == NULL || !save (request->output, result, &error))
    return fail (error);

  if (request->json)
    print_json (name, result);
  else
    print_text (name, result);

  return byl_output_finish () ? BYL_EXIT_GOOD : BYL_EXIT_USAGE;
}

static int
run (const Request *request)
{
  g_autoptr(BylRecipe) recipe = NULL;
  int code = BYL_EXIT_USAGE;

  if (request->words == NULL)
    {
      g_printerr ("%s\n", _("Name a recipe: one of these, or a file. “byline-pack import --help” "
                            "says more."));
      list_shipped ();
      return BYL_EXIT_USAGE;
    }

  recipe = load_recipe (request->words[0], &code);
  if (recipe == NULL)
    return code;

  if (request->words[1] == NULL && request->output == NULL)
    return tell_files (recipe);

  if (request->words[1] == NULL || request->output == NULL)
    {
      g_printerr ("%s\n", _("Behind the recipe, give the files to import, and the pack to write "
                            "with “-o”."));
      return BYL_EXIT_USAGE;
    }

  if (!request->force && g_file_test (request->output, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_filename_display_name (request->output);

      /* Translators: a file’s name */
      g_printerr (_("%s is there already. Choose another name, or say “--force”."), name);
      g_printerr ("\n");
      return BYL_EXIT_USAGE;
    }

  return import (recipe, request);
}

static void
clear_request (Request *request)
{
  g_free (request->output);
  g_free (request->writers);
  g_strfreev (request->words);
}

/**
 * byl_import_command_run:
 * @arguments: (array zero-terminated=1): the program's name, options, a recipe and sources; changed
 *   by parsing
 *
 * Makes a pack of files as a recipe says, and prints what was read, kept and left out.
 *
 * Returns: the exit code
 */
int
byl_import_command_run (char **arguments)
{
  Request request = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GOptionContext) context = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, N_("Write the pack to this file"),
      N_("PACK") },
    { "writers", 0, 0, G_OPTION_ARG_STRING, &request.writers,
      N_("Keep the answers of these writers only"), N_("NAME,NAME…") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &request.force, N_("Write over a file that is there"),
      NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &request.json, N_("Print one line of JSON"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &request.words, NULL,
      N_("RECIPE [SOURCE…]") },
    { NULL }
  };
  int code = BYL_EXIT_USAGE;

  /* Translators: shown in the help of a command, after its name and [OPTION…] */
  context = g_option_context_new (_("– make a pack of published files"));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (
    context, _("A source is a file, a folder or an archive. Without one, the command says which "
               "files the recipe needs.\n"
               "Returns 0 if the pack was made, 1 if the recipe or the files are not as they "
               "should be, 2 if a file cannot be read or written."));

  if (g_option_context_parse_strv (context, &arguments, &error))
    code = run (&request);
  else
    g_printerr ("%s\n", error->message);
  clear_request (&request);

  return code;
}
