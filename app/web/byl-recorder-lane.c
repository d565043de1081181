/* byl-recorder-lane.c: for the recorder: all that is asked of one server
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recorder-private.h"

#include "byl-web-address.h"

#include <glib/gi18n-lib.h>

/* How many are asked at once of a server that nothing is known of. */
#define PARALLEL 2u

/* Milliseconds between looks for a network. */
#define OFFLINE_PAUSE 30000u

void
byl_recorder_lane_free (BylRecorderLane *lane)
{
  g_clear_handle_id (&lane->pause, g_source_remove);
  g_queue_clear_full (&lane->jobs, g_free);
  byl_provider_free (lane->provider);
  byl_key_free (lane->key);
  g_free (lane->address);
  g_free (lane->origin);
  g_free (lane->notice);
  g_free (lane->failure);
  g_free (lane);
}

/* A plan may be older than the presets: its writers are asked all the same. */
static BylProvider *
make_provider (const BylRecordingWriter *writer)
{
  BylProvider *provider = g_new0 (BylProvider, 1);

  provider->id = g_strdup (writer->provider);
  provider->name = g_strdup (writer->provider);
  provider->interface = writer->interface;
  provider->address = g_strdup (writer->address != NULL ? writer->address : "");
  provider->parallel = PARALLEL;
  provider->models = g_ptr_array_new ();

  return provider;
}

static BylRecorderLane *
find_lane (BylRecorder *self,
           guint        writer)
{
  const BylRecordingWriter *asked = g_ptr_array_index (self->recording->plan->writers, writer);
  const BylProvider *preset = byl_providers_find (self->providers, asked->provider);
  g_autoptr(BylProvider) provider = preset != NULL ? byl_provider_copy (preset)
                                                   : make_provider (asked);
  const char *address = asked->address != NULL ? asked->address : provider->address;
  g_autofree char *origin = byl_provider_dup_origin (address);
  BylRecorderLane *lane;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      lane = g_ptr_array_index (self->lanes, i);
      if (g_strcmp0 (lane->provider->id, provider->id) == 0 &&
          g_strcmp0 (lane->origin, origin) == 0)
        return lane;
    }

  lane = g_new0 (BylRecorderLane, 1);
  lane->recorder = self;
  lane->address = g_strdup (address);
  lane->origin = g_steal_pointer (&origin);
  lane->provider = g_steal_pointer (&provider);
  g_ptr_array_add (self->lanes, lane);

  return lane;
}

/* The lane of a writer's server; made where it is missing. */
BylRecorderLane *
byl_recorder_get_lane (BylRecorder *self,
                       guint        writer)
{
  if (self->lane_of[writer] == NULL)
    self->lane_of[writer] = find_lane (self, writer);

  return self->lane_of[writer];
}

/* Begins to ask, once the key has been looked for. */
void
byl_recorder_lane_open (BylRecorderLane *lane)
{
  g_autofree char *message = NULL;

  if (lane->key == NULL && lane->provider->needs_key)
    {
      message = g_strdup_printf (
        /* Translators: the name of a provider of models */
        _("There is no key for “%s”. Give one, then try again."), lane->provider->name);
      byl_recorder_lane_close (lane, message);
      return;
    }

  lane->is_open = TRUE;
  byl_recorder_lane_pump (lane);
}

/* An answer that cannot be had. */
void
byl_recorder_fail (BylRecorder    *self,
                   BylRecorderJob *job,
                   const char     *message)
{
  BylRecording *recording = self->recording;
  guint question = job->question;

  byl_recording_get_slot (recording, question, job->writer)->is_queued = FALSE;
  byl_recording_set_slot (recording, question, job->writer, BYL_SLOT_FAILED, 0);
  byl_recording_add_trouble (recording, job->writer, 1, message);
  byl_recording_show_question (recording, question);
  g_free (job);
}

/* Gives up on all that is still to be asked of a writer, or of all where it is G_MAXUINT. */
void
byl_recorder_fail_writer (BylRecorderLane *lane,
                          guint            writer,
                          const char      *message)
{
  GQueue jobs = lane->jobs;
  BylRecorderJob *job;

  g_queue_init (&lane->jobs);
  while ((job = g_queue_pop_head (&jobs)) != NULL)
    {
      if (writer == G_MAXUINT || job->writer == writer)
        byl_recorder_fail (lane->recorder, job, message);
      else
        g_queue_push_tail (&lane->jobs, job);
    }
}

/* Gives up on a server; the others go on. */
void
byl_recorder_lane_close (BylRecorderLane *lane,
                         const char      *message)
{
  lane->is_open = FALSE;
  byl_recorder_fail_writer (lane, G_MAXUINT, message);
  byl_recording_show_counts (lane->recorder->recording);
  byl_recorder_settle (lane->recorder);
}

/* Asks as many at once as the server bears; after a pause one, to see whether it is back. */
void
byl_recorder_lane_pump (BylRecorderLane *lane)
{
  BylRecorder *self = lane->recorder;
  guint limit = lane->n_pauses > 0 ? 1 : MAX (lane->provider->parallel, 1u);

  byl_recorder_ref (self);
  while (self->recording != NULL && lane->is_open && lane->pause == 0 && lane->n_asking < limit &&
         lane->jobs.length > 0)
    byl_recorder_ask (lane, g_queue_pop_head (&lane->jobs));
  byl_recorder_settle (self);
  byl_recorder_unref (self);
}

static void
take_back_notice (BylRecorderLane *lane)
{
  if (lane->notice != NULL && lane->recorder->recording != NULL)
    byl_recording_drop_trouble (lane->recorder->recording, lane->notice);
  g_clear_pointer (&lane->notice, g_free);
}

/* The pause is over, or no longer matters. */
void
byl_recorder_lane_resume (BylRecorderLane *lane)
{
  g_clear_handle_id (&lane->pause, g_source_remove);
  take_back_notice (lane);
}

static gboolean
pause_cb (gpointer user_data)
{
  BylRecorderLane *lane = user_data;

  lane->pause = 0;
  byl_recorder_lane_pump (lane);

  return G_SOURCE_REMOVE;
}

/* Without a network nobody can be reached, but for who is on this machine. */
static gboolean
is_offline (BylRecorderLane *lane)
{
  g_autoptr(GUri) address = byl_web_address_parse (lane->address, NULL);

  return address != NULL && !byl_web_address_is_loopback (address) &&
         !g_network_monitor_get_network_available (g_network_monitor_get_default ());
}

static char *
make_notice (BylRecorderLane *lane,
             guint            milliseconds)
{
  guint seconds = (milliseconds + 999) / 1000;

  if (is_offline (lane))
    return g_strdup (_("There is no network. Byline goes on as soon as there is one again."));

  return g_strdup_printf (
    /* Translators: the name of a provider of models, and how long is waited */
    ngettext ("“%s” cannot be reached. Byline tries again in %u second.",
              "“%s” cannot be reached. Byline tries again in %u seconds.", seconds),
    lane->provider->name, seconds);
}

/* A server that cannot be reached is left alone for a while, and after some whiles for good; the
 * network is waited for as long as it takes. */
void
byl_recorder_lane_pause (BylRecorderLane *lane,
                         const char      *message)
{
  guint milliseconds = byl_recorder_get_pause (lane->n_pauses);

  if (lane->pause != 0)
    return;

  take_back_notice (lane);
  if (milliseconds == 0 && is_offline (lane))
    milliseconds = OFFLINE_PAUSE;
  else if (milliseconds > 0)
    lane->n_pauses++;

  if (milliseconds == 0)
    {
      byl_recorder_lane_close (lane, message);
      return;
    }

  lane->notice = make_notice (lane, milliseconds);
  byl_recording_add_trouble (lane->recorder->recording, G_MAXUINT, 0, lane->notice);
  lane->pause = g_timeout_add (milliseconds, pause_cb, lane);
}
