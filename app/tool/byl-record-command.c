/* byl-record-command.c: byline-pack record: a pack of models' answers to one's own questions
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-record-command.h"

#include "byl-check-command.h"
#include "byl-error.h"
#include "byl-pack-patterns.h"
#include "byl-pack.h"
#include "byl-places.h"
#include "byl-record-plan.h"
#include "byl-record-run.h"
#include "byl-recording-list.h"

#include <glib/gi18n.h>
#include <string.h>

/* Beside the pack: what is recorded so far. */
#define RECORDING ".recording"

/* What the command line asks for. */
typedef struct
{
  char  *questions; /* (nullable) */
  char  *writers;   /* (nullable) */
  char  *output;    /* (nullable) */
  char  *title;     /* (nullable) */
  char  *language;  /* (nullable) */
  char **words;     /* (nullable): what nobody asked for */
} Request;

static int
fail (const GError *error)
{
  g_printerr ("%s\n", error->message);

  return g_error_matches (error, BYL_ERROR, BYL_ERROR_RECORDING) ? BYL_EXIT_ERRORS
                                                                 : BYL_EXIT_USAGE;
}

/* Whether an option is meant to be a key, whatever it is called. */
static gboolean
is_secret_option (const char *argument)
{
  static const char * const words[] = { "key", "token", "secret", "password", "bearer" };
  g_autofree char *name = NULL;

  if (*argument != '-')
    return FALSE;

  name = g_ascii_strdown (argument, (gssize) strcspn (argument, "= "));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (name, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* The parser of options would repeat a key that it does not know what to do with. Everybody on the
 * machine can read the arguments of a program, and the shell keeps them. */
static gboolean
refuse_keys (char **arguments)
{
  for (guint i = 1; arguments[i] != NULL; i++)
    if (is_secret_option (arguments[i]))
      {
        g_printerr ("%s\n", _("Keys are not given as arguments, where others can read them. Put "
                              "the key into the provider’s variable of the environment, such as "
                              "OPENAI_API_KEY, or into your keyring; and take this one out of "
                              "your shell’s history."));
        return TRUE;
      }

  return FALSE;
}

/* The name of the pack's file without what is known to stand behind it. */
static char *
make_title (const char *output)
{
  static const char * const endings[] = { ".gz", ".json", ".bylinepack" };
  g_autofree char *base = g_path_get_basename (output);
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (base, endings[i]) && strlen (base) > strlen (endings[i]))
      base[strlen (base) - strlen (endings[i])] = '\0';

  name = g_filename_display_name (base);

  return g_steal_pointer (&name);
}

static gboolean
accept_request (Request *request)
{
  if (request->words != NULL || request->questions == NULL || request->writers == NULL ||
      request->output == NULL)
    {
      g_printerr ("%s\n", _("Name the questions with “--questions”, the models with “--writers” "
                            "and the pack with “-o”. “byline-pack record --help” says more."));
      return FALSE;
    }

  if (request->language == NULL)
    request->language = g_strdup ("en");
  if (!byl_pattern_is_language_tag (request->language))
    {
      g_printerr ("%s\n", _("Here a language is named by a tag such as “en” or “pt-BR”."));
      return FALSE;
    }

  if (request->title == NULL)
    request->title = make_title (request->output);
  g_strstrip (request->title);
  if (*request->title == '\0' || g_utf8_strlen (request->title, -1) > BYL_PACK_MAX_LINE)
    {
      g_printerr (_("Give the pack a title of at most %u characters."), BYL_PACK_MAX_LINE);
      g_printerr ("\n");
      return FALSE;
    }

  return TRUE;
}

static BylRecording *
go_on (const BylRecordingPlan  *plan,
       GFile                   *folder,
       GError                 **error)
{
  g_autoptr(BylRecording) recording = byl_recording_open (folder, error);
  g_autofree char *name = g_filename_display_name (g_file_peek_path (folder));

  if (recording == NULL)
    return NULL;

  if (byl_recording_plan_equal (plan, byl_recording_get_plan (recording)))
    return g_steal_pointer (&recording);

  g_set_error (error, BYL_ERROR, BYL_ERROR_SAVE,
               /* Translators: a folder */
               _("“%s” holds a recording of other questions, models or settings. Choose another "
                 "name for the pack, or delete that folder."),
               name);
  return NULL;
}

/* The recording beside the pack, which may have been begun earlier. */
static BylRecording *
find_recording (const Request           *request,
                const BylRecordingPlan  *plan,
                GError                 **error)
{
  g_autofree char *path = g_strconcat (request->output, RECORDING, NULL);
  g_autofree char *name = g_filename_display_name (request->output);
  g_autoptr(GFile) dir = g_file_new_for_path (path);
  g_autoptr(GPtrArray) list = byl_recording_list_load (dir, error);
  const BylRecordingSummary *summary;

  if (list == NULL)
    return NULL;

  if (list->len > 0)
    {
      summary = g_ptr_array_index (list, 0);
      return go_on (plan, summary->folder, error);
    }

  if (!g_file_test (request->output, G_FILE_TEST_EXISTS))
    return byl_recording_create (dir, plan, error);

  g_set_error (error, BYL_ERROR, BYL_ERROR_SAVE,
               /* Translators: a file’s name */
               _("%s is there already, and was not begun with these questions. Choose another "
                 "name."),
               name);
  return NULL;
}

static int
run (Request *request)
{
  g_autofree char *path = g_build_filename (byl_places_get_data_dir (), "providers.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) providers = NULL;
  g_autoptr(BylRecordingPlan) plan = NULL;
  g_autoptr(BylRecording) recording = NULL;
  int code = BYL_EXIT_USAGE;

  if (!accept_request (request))
    return BYL_EXIT_USAGE;

  providers = byl_providers_load (file, &error);
  if (providers == NULL)
    return fail (error);

  plan = byl_record_plan_load (request->questions, request->writers, request->title,
                               request->language, providers, &code);
  if (plan == NULL)
    return code;

  recording = find_recording (request, plan, &error);
  if (recording == NULL)
    return fail (error);

  return byl_record_run (g_steal_pointer (&recording), providers, request->output);
}

static void
clear_request (Request *request)
{
  g_free (request->questions);
  g_free (request->writers);
  g_free (request->output);
  g_free (request->title);
  g_free (request->language);
  g_strfreev (request->words);
}

/**
 * byl_record_command_run:
 * @arguments: (array zero-terminated=1): the program's name and options; changed by parsing
 *
 * Asks models questions, and makes a pack of their answers.
 *
 * Returns: the exit code
 */
int
byl_record_command_run (char **arguments)
{
  Request request = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GOptionContext) context = NULL;
  const GOptionEntry entries[] = {
    { "questions", 0, 0, G_OPTION_ARG_FILENAME, &request.questions,
      N_("Questions: one a line, CSV or JSON"), N_("FILE") },
    { "writers", 0, 0, G_OPTION_ARG_FILENAME, &request.writers, N_("Models to ask, as JSON"),
      N_("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, N_("Write the pack to this file"),
      N_("PACK") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &request.title, N_("Title of the pack"), N_("TEXT") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &request.language,
      N_("Language of the questions; English if it is not given"), N_("XX") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &request.words, NULL, NULL },
    { NULL }
  };
  int code = BYL_EXIT_USAGE;

  if (refuse_keys (arguments))
    return BYL_EXIT_USAGE;

  /* Translators: shown in the help of a command, after its name and [OPTION…] */
  context = g_option_context_new (_("– ask models your questions, and make a pack of the answers"));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (
    context, _("Keys come from the keyring or from the environment. Ctrl+C stops; the same command "
               "goes on, and asks nothing twice.\n"
               "Returns 0 if every answer is in the pack, 1 if a file has errors or answers are "
               "missing, 2 if a file cannot be read or written."));

  if (g_option_context_parse_strv (context, &arguments, &error))
    code = run (&request);
  else if (g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    /* What follows an unknown option may be a key, and is not repeated. */
    g_printerr ("%s\n", _("There is an option that this command does not have. “byline-pack record "
                          "--help” lists those that it has."));
  else
    g_printerr ("%s\n", error->message);
  clear_request (&request);

  return code;
}
