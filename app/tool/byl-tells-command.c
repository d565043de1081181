/* byl-tells-command.c: byline-pack tells: the tells of an answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tells-command.h"

#include "byl-check-command.h"
#include "byl-load.h"
#include "byl-output.h"
#include "byl-places.h"
#include "byl-tell-finder.h"
#include "byl-tell-names.h"

#include <glib/gi18n.h>

#define MAX_BYTES (16u * 1024u * 1024u)

/* Longer places are cut off in the list for people. */
#define MAX_SHOWN 60

/* What the command line asks for. */
typedef struct
{
  const char *language;
  const char *prompt;  /* (nullable) */
  gboolean json;
  BylLexicon *lexicon; /* (nullable) */
  BylTellFinder *finder;
} Request;

static char *
dup_place (const BylReadText *text,
           const BylTellSpan *span)
{
  return g_utf8_substring (byl_read_text_get_text (text), span->start, span->end);
}

static void
print_text (BylReadText *text,
            BylTells    *tells)
{
  guint n_spans;
  const BylTellSpan *spans = byl_tells_get_spans (tells, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    {
      const BylTellKind *kind = byl_tell_kind_get (spans[i].tell);
      g_autofree char *place = dup_place (text, &spans[i]);
      g_autofree char *collapsed = byl_text_collapse (place);
      gboolean is_long = g_utf8_strlen (collapsed, -1) > MAX_SHOWN;
      g_autofree char *shown = g_utf8_substring (collapsed, 0, is_long ? MAX_SHOWN : -1);
      g_autofree char *line =
        g_strdup_printf ("%s\t%s\t%u\t%u\t%s%s", kind->id,
                         byl_tell_names_get_family (kind->family), spans[i].start, spans[i].end,
                         shown, is_long ? "…" : "");

      byl_output_print (line);
    }
}

static void
add_span (JsonBuilder       *builder,
          const BylReadText *text,
          const BylTellSpan *span)
{
  const BylTellKind *kind = byl_tell_kind_get (span->tell);
  g_autofree char *place = dup_place (text, span);

  json_builder_begin_object (builder);
  byl_output_add_string (builder, "kind", kind->id);
  byl_output_add_string (builder, "family", byl_tell_names_get_family (kind->family));
  byl_output_add_integer (builder, "start", span->start);
  byl_output_add_integer (builder, "end", span->end);
  byl_output_add_string (builder, "text", place);
  json_builder_end_object (builder);
}

static void
add_figure (JsonBuilder    *builder,
            const BylTells *tells,
            BylTell         tell)
{
  const BylTellKind *kind = byl_tell_kind_get (tell);

  json_builder_begin_object (builder);
  byl_output_add_string (builder, "kind", kind->id);
  byl_output_add_string (builder, "family", byl_tell_names_get_family (kind->family));
  byl_output_add_string (builder, "unit", byl_tell_names_get_unit (kind->unit));
  byl_output_add_number (builder, "count", byl_tells_get_count (tells, tell));
  byl_output_add_number (builder, "base", byl_tells_get_base (tells, tell));
  byl_output_add_number (builder, "value", byl_tells_get_value (tells, tell));
  json_builder_end_object (builder);
}

static void
print_json (const Request *request,
            const char    *name,
            BylReadText   *text,
            BylTells      *tells)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint n_spans;
  const BylTellSpan *spans = byl_tells_get_spans (tells, &n_spans);

  json_builder_begin_object (builder);
  byl_output_add_string (builder, "file", name);
  byl_output_add_string (builder, "language", request->language);
  byl_output_add_boolean (builder, "lexicon", request->lexicon != NULL);
  json_builder_set_member_name (builder, "tells");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_spans; i++)
    add_span (builder, text, &spans[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "figures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < BYL_N_TELLS; i++)
    add_figure (builder, tells, i);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  byl_output_print_json (builder);
}

/* An answer is read as a player reads it, but for the names that only a pack knows. */
static BylReadText *
read_answer (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_utf8_make_valid (data != NULL ? data : "", (gssize) length);
  g_autofree char *clean = byl_text_clean (text);
  g_autofree char *answer = byl_text_without_thinking (clean);

  return byl_read_text_new_markdown (g_strstrip (answer));
}

static gboolean
find_in_file (const Request *request,
              const char    *argument)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (argument);
  g_autofree char *name = g_filename_display_name (argument);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = byl_load_file (file, MAX_BYTES, NULL, &error);
  g_autoptr(BylReadText) text = NULL;
  g_autoptr(BylTells) tells = NULL;

  if (bytes == NULL)
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }

  text = read_answer (bytes);
  tells = byl_tell_finder_find (request->finder, text, request->prompt);
  if (request->json)
    print_json (request, name, text, tells);
  else
    print_text (text, tells);

  return TRUE;
}

static int
find_in_files (Request *request,
               char   **files)
{
  g_autofree char *folder = g_build_filename (byl_places_get_data_dir (), "lexicons", NULL);
  g_autoptr(BylLexicon) lexicon = NULL;
  g_autoptr(BylTellFinder) finder = NULL;
  g_autoptr(GError) error = NULL;
  gboolean is_good = TRUE;

  if (!byl_lexicon_find (folder, request->language, &lexicon, &error))
    {
      g_printerr ("%s\n", error->message);
      return BYL_EXIT_USAGE;
    }
  if (lexicon == NULL)
    {
      g_printerr (_("There is no lexicon for the language “%s”: only what needs no words is "
                    "looked for."), request->language);
      g_printerr ("\n");
    }

  request->lexicon = lexicon;
  request->finder = finder = byl_tell_finder_new (lexicon);
  for (guint i = 0; files[i] != NULL; i++)
    if (!find_in_file (request, files[i]))
      is_good = FALSE;

  return byl_output_finish () && is_good ? BYL_EXIT_GOOD : BYL_EXIT_USAGE;
}

/**
 * byl_tells_command_run:
 * @arguments: (array zero-terminated=1): the program's name, options and files; changed by parsing
 *
 * Lists the tells of answers that are files of Markdown.
 *
 * Returns: the exit code
 */
int
byl_tells_command_run (char **arguments)
{
  g_autofree char *language = NULL;
  g_autofree char *prompt = NULL;
  gboolean json = FALSE;
  g_auto(GStrv) files = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GOptionContext) context = NULL;
  const GOptionEntry entries[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, &language,
      /* Translators: the help of an option; “en” stays as it is */
      N_("The language of the answers (“en” if it is not given)"), N_("XX") },
    { "question", 0, 0, G_OPTION_ARG_STRING, &prompt,
      N_("The question that they answer"), N_("TEXT") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print one line of JSON for each file"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, N_("FILE…") },
    { NULL }
  };
  Request request = { 0 };

  /* Translators: shown in the help of a command, after its name and [OPTION…] */
  context = g_option_context_new (_("– find the tells of answers in Markdown"));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (
    context, _("Returns 0 if all files were read, 2 if one cannot be read."));

  if (!g_option_context_parse_strv (context, &arguments, &error))
    {
      g_printerr ("%s\n", error->message);
      return BYL_EXIT_USAGE;
    }

  if (files == NULL)
    {
      g_printerr ("%s\n", _("Name at least one file with an answer. “byline-pack tells --help” "
                            "says more."));
      return BYL_EXIT_USAGE;
    }

  request.language = language != NULL ? language : "en";
  request.prompt = prompt;
  request.json = json;

  return find_in_files (&request, files);
}
