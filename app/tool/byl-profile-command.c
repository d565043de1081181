/* byl-profile-command.c: byline-pack profile: the measured tells of the writers of a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-profile-command.h"

#include "byl-check-command.h"
#include "byl-output.h"
#include "byl-pack-reader.h"
#include "byl-places.h"
#include "byl-profile-store.h"
#include "byl-tell-names.h"

#include <glib/gi18n.h>
#include <math.h>

/* Of words and of pairs, in the list for people. */
#define MAX_SHOWN 10u

/* What the command line asks for. */
typedef struct
{
  char *pair;        /* (nullable): the ids of two writers, with a comma between them */
  gboolean json;
  gboolean no_cache;
} Request;

static void
add_measure (JsonBuilder      *builder,
             const BylMeasure *measure)
{
  const BylTellKind *kind = byl_tell_kind_get (measure->tell);

  json_builder_begin_object (builder);
  byl_output_add_string (builder, "kind", kind->id);
  byl_output_add_string (builder, "family", byl_tell_names_get_family (kind->family));
  byl_output_add_string (builder, "unit", byl_tell_names_get_unit (kind->unit));
  byl_output_add_number (builder, "value", measure->value);
  byl_output_add_number (builder, "low", measure->low);
  byl_output_add_number (builder, "high", measure->high);
  byl_output_add_number (builder, "others", measure->others);
  byl_output_add_number (builder, kind->unit == BYL_TELL_SIZE ? "difference" : "log_odds",
                         measure->effect);
  byl_output_add_number (builder, "z", measure->z);
  byl_output_add_number (builder, "separation", measure->separation);
  byl_output_add_integer (builder, "answers_with", measure->n_with);
  byl_output_add_integer (builder, "answers", measure->n_answers);
  byl_output_add_integer (builder, "others_with", measure->n_others_with);
  byl_output_add_integer (builder, "others_answers", measure->n_others);
  byl_output_add_boolean (builder, "is_tell", measure->is_tell);
  json_builder_end_object (builder);
}

static void
add_word (JsonBuilder           *builder,
          const BylMeasuredWord *word)
{
  json_builder_begin_object (builder);
  byl_output_add_string (builder, "text", word->text);
  byl_output_add_number (builder, "value", word->value);
  byl_output_add_number (builder, "others", word->others);
  byl_output_add_number (builder, "log_odds", word->effect);
  byl_output_add_number (builder, "z", word->z);
  byl_output_add_integer (builder, "answers_with", word->n_with);
  byl_output_add_integer (builder, "answers", word->n_answers);
  byl_output_add_integer (builder, "others_with", word->n_others_with);
  byl_output_add_integer (builder, "others_answers", word->n_others);
  json_builder_end_object (builder);
}

static void
add_words (JsonBuilder      *builder,
           const char       *name,
           const BylProfile *profile,
           guint             writer,
           gboolean          pairs)
{
  guint n;
  const BylMeasuredWord *words = byl_profile_get_words (profile, writer, &n);

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    if (words[i].is_pair == pairs)
      add_word (builder, &words[i]);
  json_builder_end_array (builder);
}

static void
add_writer (JsonBuilder      *builder,
            const BylPack    *pack,
            const BylProfile *profile,
            guint             position)
{
  const BylWriter *writer = byl_pack_get_writer (pack, position);
  guint n;
  const BylMeasure *measures = byl_profile_get_measures (profile, position, &n);

  json_builder_begin_object (builder);
  byl_output_add_string (builder, "id", writer->id);
  byl_output_add_string (builder, "name", writer->name);
  byl_output_add_integer (builder, "answers", byl_profile_get_n_answers (profile, position));
  byl_output_add_integer (builder, "words_written", byl_profile_get_n_words (profile, position));
  json_builder_set_member_name (builder, "tells");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    add_measure (builder, &measures[i]);
  json_builder_end_array (builder);
  add_words (builder, "words", profile, position, FALSE);
  add_words (builder, "pairs", profile, position, TRUE);
  json_builder_end_object (builder);
}

static void
print_json (const char       *name,
            const BylPack    *pack,
            const BylProfile *profile)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  guint n;

  json_builder_begin_object (builder);
  byl_output_add_string (builder, "file", name);
  byl_output_add_string (builder, "pack", byl_pack_get_id (pack));
  byl_output_add_string (builder, "language", byl_pack_get_language (pack));
  byl_output_add_integer (builder, "kinds", BYL_TELL_VERSION);
  byl_output_add_integer (builder, "answers",
                          byl_tell_counts_get_n_answers (byl_profile_get_counts (profile)));
  json_builder_set_member_name (builder, "writers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < byl_pack_get_n_writers (pack); i++)
    if (byl_profile_get_measures (profile, i, &n) != NULL)
      add_writer (builder, pack, profile, i);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  byl_output_print_json (builder);
}

static void
print_measure (const BylMeasure *measure)
{
  const BylTellKind *kind = byl_tell_kind_get (measure->tell);
  g_autofree char *value = byl_tell_kind_dup_value_text (measure->tell, measure->value);
  g_autofree char *others = byl_tell_kind_dup_value_text (measure->tell, measure->others);
  g_autofree char *line =
    /* Translators: the id of a kind of tell; a writer’s figure and that of the others, each with
     * its unit; how sure the difference is; in how many answers it is of how many, for both */
    g_strdup_printf (_("  %-20s %s (others: %s), z = %.1f, in %u of %u answers (others: %u of %u)"),
                     kind->id, value, others, measure->z, measure->n_with, measure->n_answers,
                     measure->n_others_with, measure->n_others);

  byl_output_print (line);
}

static void
print_words (const BylProfile *profile,
             guint             writer,
             gboolean          pairs)
{
  g_autoptr(GString) line = g_string_new ("  ");
  guint n;
  guint n_shown = 0;
  const BylMeasuredWord *words = byl_profile_get_words (profile, writer, &n);

  for (guint i = 0; i < n && n_shown < MAX_SHOWN; i++)
    if (words[i].is_pair == pairs)
      {
        /* Translators: a word, in a list of words */
        g_string_append_printf (line, n_shown++ > 0 ? C_("further word in a list", ", “%s”")
                                                    : C_("word in a list", "“%s”"), words[i].text);
      }

  if (n_shown > 0)
    byl_output_print (line->str);
}

static void
print_text (const BylPack    *pack,
            const BylProfile *profile)
{
  for (guint i = 0; i < byl_pack_get_n_writers (pack); i++)
    {
      guint n;
      const BylMeasure *measures = byl_profile_get_measures (profile, i, &n);
      guint n_answers = byl_profile_get_n_answers (profile, i);
      g_autofree char *title = NULL;

      if (measures == NULL)
        continue;

      /* Translators: the name of a writer, and how many of its answers were measured */
      title = g_strdup_printf (ngettext ("%s, %u answer:", "%s, %u answers:", n_answers),
                               byl_pack_get_writer (pack, i)->name, n_answers);
      byl_output_print (title);
      for (guint j = 0; j < n && measures[j].is_tell; j++)
        print_measure (&measures[j]);
      print_words (profile, i, FALSE);
      print_words (profile, i, TRUE);
    }
}

static int
find_writer (const BylPack *pack,
             const char    *id)
{
  for (guint i = 0; i < byl_pack_get_n_writers (pack); i++)
    if (g_strcmp0 (byl_pack_get_writer (pack, i)->id, id) == 0)
      return (int) i;

  return -1;
}

/* The profile of two writers only, if two were named. */
static gboolean
choose_pair (const Request  *request,
             const BylPack  *pack,
             BylProfile    **profile)
{
  g_auto(GStrv) ids = request->pair != NULL ? g_strsplit (request->pair, ",", -1) : NULL;
  BylProfile *pair;
  int first;
  int second;

  if (ids == NULL)
    return TRUE;

  first = find_writer (pack, ids[0]);
  second = ids[0] != NULL ? find_writer (pack, ids[1]) : -1;
  if (first < 0 || second < 0 || first == second || g_strv_length (ids) != 2)
    {
      g_printerr ("%s\n", _("Name two writers of the pack by their ids, with a comma between "
                            "them."));
      return FALSE;
    }

  pair = byl_profile_new_pair (byl_profile_get_counts (*profile), first, second);
  byl_profile_unref (*profile);
  *profile = pair;

  return TRUE;
}

static gboolean
profile_file (const Request   *request,
              BylKnownWriters *known,
              const char      *argument)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (argument);
  g_autofree char *name = g_filename_display_name (argument);
  g_autofree char *lexicons = g_build_filename (byl_places_get_data_dir (), "lexicons", NULL);
  g_autofree char *cache = request->no_cache ? NULL : byl_places_dup_cache_dir ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BylPack) pack = byl_pack_load (file, NULL, NULL, &error);
  g_autoptr(BylProfile) profile = NULL;

  if (pack != NULL)
    profile = byl_profile_load (pack, known, lexicons, cache, NULL, &error);
  if (profile == NULL)
    {
      g_printerr ("%s: %s\n", name, error->message);
      return FALSE;
    }

  if (!choose_pair (request, pack, &profile))
    return FALSE;

  if (request->json)
    print_json (name, pack, profile);
  else
    print_text (pack, profile);

  return TRUE;
}

static int
profile_files (const Request *request,
               char         **files)
{
  g_autofree char *path = g_build_filename (byl_places_get_data_dir (), "writers.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(BylKnownWriters) known = byl_known_writers_load (file, NULL);
  gboolean is_good = TRUE;

  for (guint i = 0; files[i] != NULL; i++)
    if (!profile_file (request, known, files[i]))
      is_good = FALSE;

  return byl_output_finish () && is_good ? BYL_EXIT_GOOD : BYL_EXIT_USAGE;
}

/**
 * byl_profile_command_run:
 * @arguments: (array zero-terminated=1): the program's name, options and files; changed by parsing
 *
 * Measures the writers of packs.
 *
 * Returns: the exit code
 */
int
byl_profile_command_run (char **arguments)
{
  Request request = { NULL };
  g_auto(GStrv) files = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GOptionContext) context = NULL;
  const GOptionEntry entries[] = {
    { "pair", 0, 0, G_OPTION_ARG_STRING, &request.pair,
      /* Translators: the help of an option */
      N_("Measure two writers beside each other only"), N_("ID,ID") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &request.json, N_("Print one line of JSON for each pack"),
      NULL },
    { "no-cache", 0, 0, G_OPTION_ARG_NONE, &request.no_cache,
      N_("Measure anew, and keep nothing for the next time"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, N_("PACK…") },
    { NULL }
  };
  int code;

  /* Translators: shown in the help of a command, after its name and [OPTION…] */
  context = g_option_context_new (_("– measure the tells of the writers of packs"));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (
    context, _("Returns 0 if all packs were measured, 2 if one cannot be."));

  if (!g_option_context_parse_strv (context, &arguments, &error))
    {
      g_printerr ("%s\n", error->message);
      g_free (request.pair);
      return BYL_EXIT_USAGE;
    }

  if (files == NULL)
    {
      g_printerr ("%s\n", _("Name at least one pack. “byline-pack profile --help” says more."));
      g_free (request.pair);
      return BYL_EXIT_USAGE;
    }

  code = profile_files (&request, files);
  g_free (request.pair);

  return code;
}
