/* byl-check-command.c: byline-pack check: all that is wrong with packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-check-command.h"

#include "byl-known-writers.h"
#include "byl-output.h"
#include "byl-pack-check.h"
#include "byl-places.h"
#include "byl-problem.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

static guint
count (GPtrArray   *problems,
       BylSeverity  severity)
{
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const BylProblem *problem = g_ptr_array_index (problems, i);

      if (problem->severity == severity)
        n++;
    }

  return n;
}

static void
add_problem (JsonBuilder      *builder,
             const BylProblem *problem)
{
  json_builder_begin_object (builder);
  byl_output_add_string (builder, "severity",
                         problem->severity == BYL_SEVERITY_ERROR ? "error" : "warning");
  byl_output_add_string (builder, "code", problem->code);
  byl_output_add_string (builder, "pointer", problem->pointer);
  byl_output_add_integer (builder, "line", problem->line);
  byl_output_add_integer (builder, "column", problem->column);
  byl_output_add_string (builder, "message", problem->message);
  if (problem->suggestion != NULL)
    byl_output_add_string (builder, "suggestion", problem->suggestion);
  json_builder_end_object (builder);
}

static void
print_json (const char *name,
            GPtrArray  *problems)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  byl_output_add_string (builder, "file", name);
  json_builder_set_member_name (builder, "ok");
  json_builder_add_boolean_value (builder, count (problems, BYL_SEVERITY_ERROR) == 0);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    add_problem (builder, g_ptr_array_index (problems, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  byl_output_print_json (builder);
}

static char *
make_summary (const char *name,
              GPtrArray  *problems)
{
  guint n_errors = count (problems, BYL_SEVERITY_ERROR);
  guint n_warnings = count (problems, BYL_SEVERITY_WARNING);
  g_autofree char *errors =
    g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_autofree char *warnings =
    g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);

  if (problems->len == 0)
    /* Translators: a file’s name */
    return g_strdup_printf (_("%s: this pack is good."), name);

  /* Translators: a file’s name, “2 errors” and “1 warning” */
  return g_strdup_printf (_("%s: %s, %s."), name, errors, warnings);
}

static void
print_text (const char *name,
            GPtrArray  *problems)
{
  g_autofree char *summary = make_summary (name, problems);

  for (guint i = 0; i < problems->len; i++)
    {
      const BylProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = byl_problem_to_text (problem, name);
      g_autofree char *line = g_strdup_printf ("%s [%s]", text, problem->code);

      byl_output_print (line);
    }
  byl_output_print (summary);
}

static GPtrArray *
make_unreadable (const GError *error)
{
  GPtrArray *problems = byl_problem_list_new ();

  g_ptr_array_add (problems,
                   byl_problem_new (BYL_SEVERITY_ERROR, "unreadable", "", "%s", error->message));

  return problems;
}

static int
check_file (const char            *argument,
            const BylKnownWriters *known,
            gboolean               json)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (argument);
  g_autofree char *name = g_filename_display_name (argument);
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  int code;

  if (byl_pack_check (file, known, &problems, NULL, &error))
    {
      code = count (problems, BYL_SEVERITY_ERROR) > 0 ? BYL_EXIT_ERRORS : BYL_EXIT_GOOD;
    }
  else
    {
      problems = make_unreadable (error);
      code = BYL_EXIT_USAGE;
    }

  if (json)
    print_json (name, problems);
  else
    print_text (name, problems);

  return code;
}

/* The names of known models are looked for as well, where the program finds its list. */
static BylKnownWriters *
load_known (void)
{
  g_autofree char *path = g_build_filename (byl_places_get_data_dir (), "writers.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return byl_known_writers_load (file, NULL);
}

static int
check_files (char     **files,
             gboolean   json)
{
  g_autoptr(BylKnownWriters) known = load_known ();
  int code = BYL_EXIT_GOOD;

  for (guint i = 0; files[i] != NULL; i++)
    {
      int file_code = check_file (files[i], known, json);

      code = MAX (code, file_code);
    }

  return byl_output_finish () ? code : BYL_EXIT_USAGE;
}

/**
 * byl_check_command_run:
 * @arguments: (array zero-terminated=1): the program's name, options and files; changed by parsing
 *
 * Checks packs and prints what is wrong with each.
 *
 * Returns: the exit code
 */
int
byl_check_command_run (char **arguments)
{
  gboolean json = FALSE;
  g_auto(GStrv) files = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GOptionContext) context = NULL;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print one line of JSON for each file"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, N_("FILE…") },
    { NULL }
  };

  /* Translators: shown in the help of a command, after its name and [OPTION…] */
  context = g_option_context_new (_("– find all that is wrong with packs"));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (
    context, _("Returns 0 if no pack has errors, 1 if one has, 2 if a file cannot be read."));

  if (!g_option_context_parse_strv (context, &arguments, &error))
    {
      g_printerr ("%s\n", error->message);
      return BYL_EXIT_USAGE;
    }

  if (files == NULL)
    {
      g_printerr ("%s\n", _("Name at least one file to check. “byline-pack check --help” says "
                            "more."));
      return BYL_EXIT_USAGE;
    }

  return check_files (files, json);
}
