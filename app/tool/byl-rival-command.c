/* byl-rival-command.c: byline-pack rival: how well a pack's writers can be told apart
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-command.h"

#include "byl-check-command.h"
#include "byl-pack-reader.h"
#include "byl-places.h"
#include "byl-rival-trial.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <sys/resource.h>

#define FIRST_OF_CURVE 5u

typedef struct
{
  char **files;
  char *writers; /* (nullable): ids, parted by commas */
  int folds;
  gboolean plain_text;
  gboolean curve;
  gboolean json;
} Options;

/* What was measured with so many questions to learn from. */
typedef struct
{
  guint n_learned;
  BylRivalTrial trial;
} Point;

static void
add_number (JsonBuilder *builder,
            const char  *name,
            double       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, value);
}

static void
add_count (JsonBuilder *builder,
           const char  *name,
           guint        value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_trial (JsonBuilder         *builder,
           const BylRivalTrial *trial)
{
  add_number (builder, "single", trial->single);
  add_number (builder, "joint", trial->joint);
  add_number (builder, "ece", trial->single_error);
  add_number (builder, "joint_ece", trial->joint_error);
}

static void
add_curve (JsonBuilder *builder,
           GArray      *curve)
{
  json_builder_set_member_name (builder, "curve");
  json_builder_begin_array (builder);
  for (guint i = 0; i < curve->len; i++)
    {
      const Point *point = &g_array_index (curve, Point, i);

      json_builder_begin_object (builder);
      add_count (builder, "questions", point->n_learned);
      add_trial (builder, &point->trial);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static double
get_peak_mebibytes (void)
{
  struct rusage usage;

  if (getrusage (RUSAGE_SELF, &usage) != 0)
    return 0.0;

  return usage.ru_maxrss / 1024.0;
}

static void
print_json (const BylRivalTrial *trial,
            const Options       *options,
            GArray              *curve,
            double               seconds)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *line = NULL;

  json_builder_begin_object (builder);
  add_trial (builder, trial);
  add_count (builder, "n", trial->n);
  add_count (builder, "questions", trial->questions);
  add_count (builder, "folds", options->folds);
  add_number (builder, "seconds", seconds);
  add_number (builder, "peak_mib", get_peak_mebibytes ());
  if (options->curve)
    add_curve (builder, curve);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  line = json_to_string (root, FALSE);
  fputs (line, stdout);
  fputc ('\n', stdout);
}

static void
print_line (const char *line)
{
  fputs (line, stdout);
  fputc ('\n', stdout);
}

static void
print_text (const BylRivalTrial *trial,
            const Options       *options,
            GArray              *curve,
            double               seconds)
{
  g_autofree char *guessed =
    g_strdup_printf (ngettext ("%u answer guessed", "%u answers guessed", trial->n), trial->n);
  g_autofree char *asked =
    g_strdup_printf (ngettext ("%u question", "%u questions", trial->questions),
                     trial->questions);
  /* Translators: “6,439 answers guessed” and “805 questions”; the last is a number of seconds */
  g_autofree char *head = g_strdup_printf (_("%s, %s, %.1f s"), guessed, asked, seconds);
  g_autofree char *single = g_strdup_printf (_("An answer alone: %.1f %% right"),
                                             100.0 * trial->single);
  g_autofree char *joint = g_strdup_printf (_("A question’s answers matched with its writers: "
                                              "%.1f %% right"), 100.0 * trial->joint);
  g_autofree char *error = g_strdup_printf (_("Its probabilities are off by %.1f points on "
                                              "average."), 100.0 * trial->single_error);

  print_line (head);
  print_line (single);
  print_line (joint);
  print_line (error);

  for (guint i = 0; i < curve->len; i++)
    {
      const Point *point = &g_array_index (curve, Point, i);
      g_autofree char *learned =
        g_strdup_printf (ngettext ("After %u question: %.1f %% alone, %.1f %% matched",
                                   "After %u questions: %.1f %% alone, %.1f %% matched",
                                   point->n_learned),
                         point->n_learned, 100.0 * point->trial.single,
                         100.0 * point->trial.joint);

      print_line (learned);
    }
}

/* Marks the writers whose ids are named. Returns %FALSE if one is not there. */
static gboolean
mark_writers (const BylPack *pack,
              const char    *names,
              gboolean      *marked)
{
  g_auto(GStrv) ids = g_strsplit (names, ",", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < byl_pack_get_n_writers (pack); j++)
        if (g_str_equal (byl_pack_get_writer (pack, j)->id, g_strstrip (ids[i])))
          found = marked[j] = TRUE;

      if (!found)
        {
          g_printerr (_("This pack has no writer “%s”."), ids[i]);
          g_printerr ("\n");
          return FALSE;
        }
    }

  return TRUE;
}

static GArray *
measure_curve (const BylRivalCorpus *corpus,
               const BylPack        *pack)
{
  GArray *curve = g_array_new (FALSE, FALSE, sizeof (Point));
  guint n_questions = byl_pack_get_n_questions (pack);

  for (guint n = FIRST_OF_CURVE; n < n_questions; n *= 2)
    {
      Point point = { n, { 0 } };

      byl_rival_trial_small (corpus, n_questions, byl_pack_get_n_writers (pack), n, &point.trial,
                             NULL);
      g_array_append_val (curve, point);
    }

  return curve;
}

static int
try_pack (const BylPack *pack,
          const Options *options,
          gint64         start)
{
  g_autofree char *path = g_build_filename (byl_places_get_data_dir (), "writers.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(BylKnownWriters) known = byl_known_writers_load (file, NULL);
  g_autofree gboolean *writers = g_new0 (gboolean, byl_pack_get_n_writers (pack) + 1);
  g_autoptr(BylRivalCorpus) corpus = NULL;
  g_autoptr(GArray) curve = NULL;
  BylRivalTrial trial;
  double seconds;

  if (options->writers != NULL && !mark_writers (pack, options->writers, writers))
    return BYL_EXIT_USAGE;

  corpus = byl_rival_corpus_new (pack, known, NULL,
                                 options->writers != NULL ? writers : NULL, options->plain_text,
                                 NULL);
  byl_rival_trial_run (corpus, byl_pack_get_n_questions (pack), byl_pack_get_n_writers (pack),
                       options->folds, &trial, NULL);
  seconds = (g_get_monotonic_time () - start) / (double) G_USEC_PER_SEC;

  if (trial.n == 0)
    {
      g_printerr ("%s\n", _("No question has answers of two of these writers."));
      return BYL_EXIT_ERRORS;
    }

  curve = options->curve ? measure_curve (corpus, pack)
                         : g_array_new (FALSE, FALSE, sizeof (Point));

  if (options->json)
    print_json (&trial, options, curve, seconds);
  else
    print_text (&trial, options, curve, seconds);

  if (fflush (stdout) == 0 && !ferror (stdout))
    return BYL_EXIT_GOOD;

  g_printerr ("%s\n", _("The result could not be written out. Is the disk full?"));

  return BYL_EXIT_USAGE;
}

static int
run (const Options *options)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr(GFile) file = NULL;
  g_autoptr(BylPack) pack = NULL;
  g_autoptr(GError) error = NULL;

  if (options->files == NULL || options->files[1] != NULL)
    {
      g_printerr ("%s\n", _("Name one pack. “byline-pack rival --help” says more."));
      return BYL_EXIT_USAGE;
    }

  if (options->folds < 2)
    {
      g_printerr ("%s\n", _("There are at least 2 folds: one to guess, one to learn from."));
      return BYL_EXIT_USAGE;
    }

  file = g_file_new_for_commandline_arg (options->files[0]);
  pack = byl_pack_load (file, NULL, NULL, &error);
  if (pack == NULL)
    {
      g_printerr ("%s\n", error->message);
      return BYL_EXIT_USAGE;
    }

  return try_pack (pack, options, start);
}

/**
 * byl_rival_command_run:
 * @arguments: (array zero-terminated=1): the program's name, options and a file; changed by parsing
 *
 * Lets the rival guess the answers of a pack, each after learning from other questions, and prints
 * how many were right.
 *
 * Returns: the exit code
 */
int
byl_rival_command_run (char **arguments)
{
  Options options = { .folds = 5 };
  int code;
  g_autoptr(GError) error = NULL;
  g_autoptr(GOptionContext) context = NULL;
  const GOptionEntry entries[] = {
    { "writers", 0, 0, G_OPTION_ARG_STRING, &options.writers,
      N_("Only these writers take part"), N_("ID,ID…") },
    { "folds", 0, 0, G_OPTION_ARG_INT, &options.folds,
      N_("Parts of the questions, guessed in turn (5)"), N_("N") },
    { "plain-text", 0, 0, G_OPTION_ARG_NONE, &options.plain_text,
      N_("Take the formatting out"), NULL },
    { "curve", 0, 0, G_OPTION_ARG_NONE, &options.curve,
      N_("Learn from 5, 10, 20 … questions, too"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_("Print one line of JSON"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, N_("PACK") },
    { NULL }
  };

  /* Translators: shown in the help of a command, after its name and [OPTION…] */
  context = g_option_context_new (_("– try how well a pack’s writers can be told apart"));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (g_option_context_parse_strv (context, &arguments, &error))
    {
      code = run (&options);
    }
  else
    {
      g_printerr ("%s\n", error->message);
      code = BYL_EXIT_USAGE;
    }

  g_free (options.writers);
  g_strfreev (options.files);

  return code;
}
