/* byl-record-plan.c: byline-pack record: from its files to what is asked of whom
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-record-plan.h"

#include "byl-check-command.h"
#include "byl-error.h"
#include "byl-gate.h"
#include "byl-json-read.h"
#include "byl-load.h"
#include "byl-pack.h"
#include "byl-recording-reading.h"
#include "byl-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define WRITERS "/writers"

static const BylMember list_members[] = {
  { "writers", TRUE }, { "system", FALSE }, { "parameters", FALSE }, { NULL, FALSE },
};

/* All that is wrong with a file, as compilers say it. */
static gboolean
print_problems (GPtrArray  *problems,
                const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  gboolean has_errors = FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      const BylProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = byl_problem_to_text (problem, name);

      g_printerr ("%s [%s]\n", text, problem->code);
      has_errors = has_errors || problem->severity == BYL_SEVERITY_ERROR;
    }

  return has_errors;
}

static int
get_code (const GError *error)
{
  return g_error_matches (error, BYL_ERROR, BYL_ERROR_READ) ||
         g_error_matches (error, BYL_ERROR, BYL_ERROR_SIZE) ? BYL_EXIT_USAGE : BYL_EXIT_ERRORS;
}

static gboolean
load_questions (BylRecordingPlan *plan,
                const char       *path,
                int              *code)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(GPtrArray) problems = byl_problem_list_new ();
  g_autoptr(GError) error = NULL;
  GPtrArray *questions = byl_question_list_load (file, problems, NULL, &error);
  g_autofree char *name = g_filename_display_name (path);

  print_problems (problems, path);
  if (questions == NULL)
    {
      g_printerr ("%s: %s\n", name, error->message);
      *code = get_code (error);
      return FALSE;
    }

  g_ptr_array_unref (plan->questions);
  plan->questions = questions;

  return TRUE;
}

static void
refuse_provider (BylReading *reading,
                 GPtrArray  *providers,
                 const char *id)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < providers->len; i++)
    g_ptr_array_add (ids, ((BylProvider *) g_ptr_array_index (providers, i))->id);
  g_ptr_array_add (ids, NULL);
  list = g_strjoinv (", ", (char **) ids->pdata);

  byl_reading_enter_member (reading, "provider");
  byl_reading_add (reading, "unknown-provider",
                   byl_text_nearest (id, (const char * const *) ids->pdata),
                   /* Translators: a list of ids of providers */
                   _("There is no such provider. Choose one of these: %s."), list);
  byl_reading_leave (reading);
}

/* What a preset knows need not be said: how it wants to be asked, its address, and who made the
 * model. */
static void
fill_in (BylRecordingWriter *writer,
         const BylProvider  *provider)
{
  const BylProviderModel *model =
    writer->model != NULL ? byl_provider_find_model (provider, writer->model) : NULL;
  char *tidy;

  writer->interface = provider->interface;
  if (writer->maker == NULL && model != NULL)
    writer->maker = g_strdup (model->maker);

  tidy = writer->address != NULL
           ? byl_provider_tidy_address (provider->interface, writer->address, NULL) : NULL;
  if (tidy != NULL)
    {
      g_free (writer->address);
      writer->address = tidy;
    }
}

static void
read_writer (BylReading       *reading,
             BylRecordingPlan *plan,
             JsonNode         *node,
             GPtrArray        *providers)
{
  BylRecordingWriter *writer = byl_recording_read_writer (reading, node);
  const BylProvider *provider;

  if (writer == NULL)
    return;

  g_ptr_array_add (plan->writers, writer);
  provider = byl_providers_find (providers, writer->provider);
  if (writer->provider == NULL)
    byl_reading_add (reading, "missing-member", NULL, _("“%s” is missing here. Add it."),
                     "provider");
  else if (provider == NULL)
    refuse_provider (reading, providers, writer->provider);
  else
    fill_in (writer, provider);

  if (provider != NULL && writer->address == NULL && *provider->address == '\0')
    byl_reading_add (reading, "missing-member", NULL, _("“%s” is missing here. Add it."),
                     "address");
}

/* A list of writers, or an object that has one, and what is sent to all of them. */
static void
read_root (BylReading       *reading,
           BylRecordingPlan *plan,
           JsonNode         *root,
           GPtrArray        *providers)
{
  JsonArray *list = JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  JsonObject *object = list == NULL ? byl_reading_object (reading, root, list_members) : NULL;

  if (object != NULL)
    {
      plan->system =
        g_strdup (byl_reading_member_text (reading, object, "system", 0, G_MAXUINT));
      plan->parameters = byl_recording_read_parameters (reading, object);
      list = byl_reading_list (reading, object, "writers", 2, BYL_PACK_MAX_WRITERS);
    }

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      byl_reading_enter_item (reading, i);
      read_writer (reading, plan, json_array_get_element (list, i), providers);
      byl_reading_leave (reading);
    }
  if (object != NULL && list != NULL)
    byl_reading_leave (reading);
}

/* What the check says of this file: questions are in another one, and where the writers are the
 * root, their pointers begin behind its name. */
static void
keep_own (GPtrArray *problems,
          JsonNode  *root)
{
  for (guint i = problems->len; i > 0; i--)
    {
      BylProblem *problem = g_ptr_array_index (problems, i - 1);
      char *pointer;

      if (g_str_has_prefix (problem->pointer, "/questions"))
        {
          g_ptr_array_remove_index (problems, i - 1);
          continue;
        }

      if (!JSON_NODE_HOLDS_ARRAY (root) || !g_str_has_prefix (problem->pointer, WRITERS))
        continue;

      pointer = g_strdup (problem->pointer + strlen (WRITERS));
      g_free (problem->pointer);
      problem->pointer = pointer;
    }
}

static gboolean
load_writers (BylRecordingPlan *plan,
              const char       *path,
              GPtrArray        *providers,
              int              *code)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(GPtrArray) problems = byl_problem_list_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = byl_load_file (file, BYL_GATE_MAX_BYTES, NULL, &error);
  g_autoptr(JsonNode) root = bytes != NULL ? byl_json_read (bytes, problems, &error) : NULL;
  BylReading reading = { .problems = problems };

  if (root == NULL)
    {
      if (!print_problems (problems, path))
        g_printerr ("%s\n", error->message);
      *code = get_code (error);
      return FALSE;
    }

  read_root (&reading, plan, root, providers);
  if (reading.n_errors == 0)
    {
      byl_recording_plan_check (plan, problems);
      keep_own (problems, root);
    }
  byl_json_read_locate (bytes, problems);
  *code = BYL_EXIT_ERRORS;

  return !print_problems (problems, path);
}

/**
 * byl_record_plan_load:
 * @questions: (type filename): a file of questions
 * @writers: (type filename): a file of writers
 * @title: of the pack
 * @language: of the pack
 * @providers: (element-type BylProvider): the presets
 * @code: (out): what to return to the shell, where there is no plan
 *
 * Reads what is to be recorded, and prints all that is wrong with it.
 *
 * Returns: (transfer full) (nullable): a plan without errors
 */
BylRecordingPlan *
byl_record_plan_load (const char *questions,
                      const char *writers,
                      const char *title,
                      const char *language,
                      GPtrArray  *providers,
                      int        *code)
{
  g_autoptr(BylRecordingPlan) plan = byl_recording_plan_new (title, language);
  int writers_code = BYL_EXIT_GOOD;
  gboolean good = load_questions (plan, questions, code);

  if (load_writers (plan, writers, providers, &writers_code) && good)
    return g_steal_pointer (&plan);

  if (good || writers_code > *code)
    *code = writers_code;

  return NULL;
}
