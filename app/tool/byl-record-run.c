/* byl-record-run.c: byline-pack record: asking, telling how far it is, and writing the pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-record-run.h"

#include "byl-ask.h"
#include "byl-check-command.h"
#include "byl-known-facts.h"
#include "byl-output.h"
#include "byl-places.h"
#include "byl-save.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>

/* Microseconds between two lines that say how far it is. */
#define INTERVAL G_USEC_PER_SEC

/* A recording under way. */
typedef struct
{
  BylRecording *recording;
  GMainLoop    *loop;
  gint64        last_told; /* monotonic time, in microseconds */
  guint         n_told;    /* answers that were told of */
  GHashTable   *told;      /* sentences that were said once */
  gboolean      is_stopped;
  guint         signals[2];
} Run;

static void
tell_progress (Run *run)
{
  guint n_done = byl_recording_get_n_done (run->recording);
  guint n_expected = byl_recording_get_n_expected (run->recording);

  run->last_told = g_get_monotonic_time ();
  run->n_told = n_done;

  /* Translators: how many answers are there, and how many there will be. */
  g_printerr (ngettext ("%u of %u answer", "%u of %u answers", n_expected), n_done, n_expected);
  g_printerr ("\n");
}

static void
progress_cb (GObject    *object,
             GParamSpec *pspec,
             gpointer    user_data)
{
  Run *run = user_data;

  if (byl_recording_get_n_done (run->recording) != run->n_told &&
      g_get_monotonic_time () - run->last_told >= INTERVAL)
    tell_progress (run);
}

/* What is waited for is said at once, and once; the rest at the end. */
static void
trouble_cb (GObject    *object,
            GParamSpec *pspec,
            gpointer    user_data)
{
  Run *run = user_data;
  g_autoptr(GPtrArray) sentences = byl_recording_dup_notices (run->recording);

  for (guint i = 0; i < sentences->len; i++)
    if (g_hash_table_add (run->told, g_strdup (g_ptr_array_index (sentences, i))))
      g_printerr ("%s\n", (const char *) g_ptr_array_index (sentences, i));
}

static void
phase_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  Run *run = user_data;

  if (byl_recording_get_phase (run->recording) != BYL_RECORDING_RUNNING)
    g_main_loop_quit (run->loop);
}

static gboolean
stop_cb (gpointer user_data)
{
  Run *run = user_data;

  run->is_stopped = TRUE;
  byl_recording_stop (run->recording);
  g_main_loop_quit (run->loop);

  return G_SOURCE_CONTINUE;
}

static void
tell_troubles (Run *run)
{
  g_autoptr(GPtrArray) sentences = byl_recording_dup_troubles (run->recording);

  for (guint i = 0; i < sentences->len; i++)
    if (!g_hash_table_contains (run->told, g_ptr_array_index (sentences, i)))
      g_printerr ("%s\n", (const char *) g_ptr_array_index (sentences, i));
}

/* Asks until there is nothing left to ask, or somebody stops it; what has come is on the disk
 * then. */
static void
ask (Run       *run,
     GPtrArray *providers)
{
  g_autoptr(SoupSession) session = byl_ask_session_new ();
  g_autoptr(BylKeys) keys = byl_keys_new ();

  g_signal_connect (run->recording, "notify::n-done", G_CALLBACK (progress_cb), run);
  g_signal_connect (run->recording, "notify::n-troubles", G_CALLBACK (trouble_cb), run);
  g_signal_connect (run->recording, "notify::phase", G_CALLBACK (phase_cb), run);
  run->signals[0] = g_unix_signal_add (SIGINT, stop_cb, run);
  run->signals[1] = g_unix_signal_add (SIGTERM, stop_cb, run);

  byl_recording_start (run->recording, session, keys, providers);
  if (byl_recording_get_phase (run->recording) == BYL_RECORDING_RUNNING)
    g_main_loop_run (run->loop);
  while (byl_recording_is_saving (run->recording))
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (run->signals); i++)
    g_source_remove (run->signals[i]);
  g_signal_handlers_disconnect_by_data (run->recording, run);
}

static GPtrArray *
load_known (void)
{
  g_autofree char *path = g_build_filename (byl_places_get_data_dir (), "writers.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return byl_known_facts_load (file, NULL);
}

static gboolean
write_pack (BylRecording  *recording,
            const char    *output,
            GError       **error)
{
  g_autoptr(GPtrArray) known = load_known ();
  g_autoptr(GPtrArray) notices = NULL;
  g_autoptr(GBytes) bytes = byl_recording_make_pack (recording, known, &notices, error);
  g_autoptr(GFile) file = g_file_new_for_path (output);

  if (bytes != NULL && g_str_has_suffix (output, ".gz"))
    {
      GBytes *compressed = byl_save_compress (bytes, error);

      g_bytes_unref (bytes);
      bytes = compressed;
    }

  if (bytes == NULL || !byl_save_file (file, bytes, error))
    return FALSE;

  for (guint i = 0; i < notices->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (notices, i));

  return TRUE;
}

static int
tell_stop (BylRecording *recording)
{
  guint n_done = byl_recording_get_n_done (recording);

  g_printerr (ngettext ("Stopped. %u answer is kept; the same command goes on.",
                        "Stopped. %u answers are kept; the same command goes on.", n_done),
              n_done);
  g_printerr ("\n");

  return BYL_EXIT_ERRORS;
}

static int
finish (BylRecording *recording,
        const char   *output)
{
  g_autofree char *name = g_filename_display_name (output);
  g_autofree char *line = NULL;
  g_autoptr(GError) error = NULL;
  guint n_playable = byl_recording_get_n_playable (recording);

  if (!write_pack (recording, output, &error))
    {
      g_printerr ("%s\n", error->message);
      return n_playable > 0 ? BYL_EXIT_USAGE : BYL_EXIT_ERRORS;
    }

  /* Translators: a file’s name, and how many questions are in it */
  line = g_strdup_printf (ngettext ("%s: a pack of %u question.", "%s: a pack of %u questions.",
                                    n_playable),
                          name, n_playable);
  byl_output_print (line);
  if (!byl_output_finish ())
    return BYL_EXIT_USAGE;

  return byl_recording_get_phase (recording) == BYL_RECORDING_COMPLETE ? BYL_EXIT_GOOD
                                                                       : BYL_EXIT_ERRORS;
}

/**
 * byl_record_run:
 * @recording: (transfer full): a recording, new or begun earlier
 * @providers: (element-type BylProvider): the presets
 * @output: (type filename): where the pack goes
 *
 * Asks for what is missing, and writes a pack of what is there. Counts and troubles go to the
 * standard error.
 *
 * Returns: the exit code
 */
int
byl_record_run (BylRecording *recording,
                GPtrArray    *providers,
                const char   *output)
{
  g_autoptr(BylRecording) owned = recording;
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Run run = { .recording = recording, .loop = loop, .told = told };

  if (byl_recording_get_n_done (recording) == 0)
    {
      g_autofree char *cost =
        byl_recording_plan_describe_cost (byl_recording_get_plan (recording), providers);

      g_printerr ("%s\n", cost);
    }

  ask (&run, providers);
  tell_progress (&run);
  tell_troubles (&run);

  return run.is_stopped ? tell_stop (recording) : finish (recording, output);
}
