/* byl-recorder.c: for the recording: what is asked, of whom, in which order
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recorder-private.h"

#include <string.h>

BylRecorder *
byl_recorder_ref (BylRecorder *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
byl_recorder_unref (BylRecorder *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->lanes);
  g_signal_handlers_disconnect_by_data (g_network_monitor_get_default (), self);
  g_object_unref (self->session);
  g_clear_object (&self->keys);
  g_clear_pointer (&self->providers, g_ptr_array_unref);
  g_object_unref (self->cancellable);
  g_free (self->lane_of);
  g_free (self->n_in_vain);
  g_free (self);
}

/* There is no need to wait any longer, perhaps. */
static void
network_changed_cb (GNetworkMonitor *monitor,
                    gboolean         is_available,
                    gpointer         user_data)
{
  BylRecorder *self = byl_recorder_ref (user_data);

  for (guint i = 0; is_available && i < self->lanes->len && self->recording != NULL; i++)
    {
      BylRecorderLane *lane = g_ptr_array_index (self->lanes, i);

      if (lane->pause == 0)
        continue;

      byl_recorder_lane_resume (lane);
      byl_recorder_lane_pump (lane);
    }
  byl_recorder_unref (self);
}

BylRecorder *
byl_recorder_new (BylRecording *recording,
                  SoupSession  *session,
                  BylKeys      *keys,
                  GPtrArray    *providers)
{
  BylRecorder *self = g_new0 (BylRecorder, 1);

  g_atomic_ref_count_init (&self->references);
  self->recording = recording;
  self->session = g_object_ref (session);
  self->keys = keys != NULL ? g_object_ref (keys) : NULL;
  self->providers = providers != NULL ? g_ptr_array_ref (providers) : NULL;
  self->cancellable = g_cancellable_new ();
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_recorder_lane_free);
  self->lane_of = g_new0 (BylRecorderLane *, recording->plan->writers->len);
  self->n_in_vain = g_new0 (guint, recording->plan->writers->len);
  g_signal_connect (g_network_monitor_get_default (), "network-changed",
                    G_CALLBACK (network_changed_cb), self);

  return self;
}

static guint *
shuffle (guint n)
{
  guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      guint j = (guint) g_random_int_range (0, (gint32) i + 1);

      order[i] = order[j];
      order[j] = i;
    }

  return order;
}

static void
add_question (BylRecorder *self,
              guint        question)
{
  BylRecordingPlan *plan = self->recording->plan;
  g_autofree guint *order = shuffle (plan->writers->len);

  for (guint i = 0; i < plan->writers->len; i++)
    {
      const BylRecordingWriter *writer = g_ptr_array_index (plan->writers, order[i]);
      BylSlot *slot = byl_recording_get_slot (self->recording, question, order[i]);
      BylRecorderJob *job;

      if (writer->pasted || slot->state != BYL_SLOT_WAITING || slot->is_queued)
        continue;

      job = g_new0 (BylRecorderJob, 1);
      job->question = question;
      job->writer = order[i];
      slot->is_queued = TRUE;
      g_queue_push_tail (&byl_recorder_get_lane (self, order[i])->jobs, job);
    }
}

typedef struct
{
  BylRecorder     *recorder;
  BylRecorderLane *lane;
} LookUp;

static void
look_up_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree LookUp *look_up = user_data;
  BylRecorder *self = look_up->recorder;
  BylRecorderLane *lane = look_up->lane;
  g_autoptr(GError) error = NULL;

  lane->is_looking = FALSE;
  byl_key_free (lane->key);
  lane->key = byl_keys_lookup_finish (BYL_KEYS (source), result, &error);
  if (self->recording != NULL && error != NULL && lane->provider->needs_key)
    byl_recorder_lane_close (lane, error->message);
  else if (self->recording != NULL)
    byl_recorder_lane_open (lane);
  byl_recorder_unref (self);
}

/* A lane that was closed is tried again: there may be another key by now. */
static void
open_lane (BylRecorder     *self,
           BylRecorderLane *lane)
{
  LookUp *look_up;

  if (lane->is_looking || lane->jobs.length == 0)
    return;

  if (lane->is_open)
    {
      byl_recorder_lane_pump (lane);
      return;
    }

  lane->n_pauses = 0;
  lane->n_in_vain = 0;
  if (self->keys == NULL)
    {
      byl_recorder_lane_open (lane);
      return;
    }

  look_up = g_new0 (LookUp, 1);
  look_up->recorder = byl_recorder_ref (self);
  look_up->lane = lane;
  lane->is_looking = TRUE;
  byl_keys_lookup_async (self->keys, lane->provider, lane->address, self->cancellable, look_up_cb,
                         look_up);
}

/* Queues all that is waiting. All lanes go through the questions in one shuffled order, so that
 * whole questions can be played soon; who is asked first is another matter for each. */
void
byl_recorder_run (BylRecorder *self)
{
  guint n = self->recording->plan->questions->len;
  g_autofree guint *order = shuffle (n);

  byl_recorder_ref (self);
  memset (self->n_in_vain, 0, self->recording->plan->writers->len * sizeof *self->n_in_vain);
  for (guint i = 0; i < n; i++)
    add_question (self, order[i]);
  for (guint i = 0; i < self->lanes->len && self->recording != NULL; i++)
    open_lane (self, g_ptr_array_index (self->lanes, i));
  byl_recorder_settle (self);
  byl_recorder_unref (self);
}

/* Asks for nothing any more, at once. */
void
byl_recorder_stop (BylRecorder *self)
{
  BylRecording *recording = self->recording;

  if (recording == NULL)
    return;

  for (guint i = 0; i < self->lanes->len; i++)
    byl_recorder_lane_resume (g_ptr_array_index (self->lanes, i));
  self->recording = NULL;
  g_cancellable_cancel (self->cancellable);
}

/* Ends the run once nothing is left of it. */
void
byl_recorder_settle (BylRecorder *self)
{
  if (self->recording == NULL)
    return;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      const BylRecorderLane *lane = g_ptr_array_index (self->lanes, i);

      if (lane->n_asking > 0 || lane->jobs.length > 0)
        return;
    }

  byl_recording_settle (self->recording);
}
