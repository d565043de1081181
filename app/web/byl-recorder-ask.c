/* byl-recorder-ask.c: for the recorder: asking for one answer, and what comes of it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recorder-private.h"

#include "byl-ask.h"
#include "byl-error.h"
#include "byl-key.h"
#include "byl-recording-source.h"

#include <glib/gi18n-lib.h>

/* A model that failed so often in a row is not asked further: most likely there is none of that
 * name. Nor is a server that said the same so often, such as that a budget is spent. */
#define MAX_IN_VAIN 5u

/* An answer for which its server went silent so often is given up, so that others have their
 * turn. */
#define MAX_UNREACHED 3u

/* How patient one is with servers. */
static BylRecorderPatience patience;

/* For tests. */
void
byl_recorder_set_patience (const BylRecorderPatience *patient)
{
  patience = patient != NULL ? *patient : (BylRecorderPatience) { NULL };
}

/* Milliseconds of a pause; 0 where the server is given up. */
guint
byl_recorder_get_pause (guint n_pauses)
{
  static const guint pauses[] = { 2000, 5000, 15000, 30000, 0 };

  return (patience.pauses != NULL ? patience.pauses : pauses)[n_pauses];
}

/* A question on its way; it keeps the recorder, but not the recording. */
typedef struct
{
  BylRecorder     *recorder;
  BylRecorderLane *lane;
  BylRecorderJob  *job;
} Asked;

static void
progress_cb (guint    n_characters,
             gpointer user_data)
{
  const Asked *asked = user_data;
  BylRecording *recording = asked->recorder->recording;

  if (recording == NULL)
    return;

  byl_recording_set_slot (recording, asked->job->question, asked->job->writer, BYL_SLOT_ASKING,
                          n_characters);
  byl_recording_show_question (recording, asked->job->question);
  byl_recording_show_counts (recording);
}

static BylRecordingAnswer *
make_answer (BylRecorderLane      *lane,
             const BylRecorderJob *job,
             const BylReply       *reply)
{
  BylRecordingPlan *plan = lane->recorder->recording->plan;
  const BylRecordingWriter *writer = g_ptr_array_index (plan->writers, job->writer);
  BylRecordingAnswer *answer = byl_recording_answer_new (job->question, job->writer, reply->text);

  answer->date = g_strdup (reply->date);
  answer->provider = byl_recording_source_dup_name (lane->provider, lane->address);
  answer->requested_model = g_strdup (writer->model);
  answer->reported_model = g_strdup (reply->reported_model);
  answer->system = g_strdup (byl_recording_plan_get_system (plan, job->writer));
  if (reply->parameters != NULL)
    answer->parameters = json_object_ref (reply->parameters);
  answer->input_tokens = reply->input_tokens;
  answer->output_tokens = reply->output_tokens;
  answer->seconds = reply->seconds;
  answer->ended = g_strdup (reply->ended);

  return answer;
}

/* A server may put into its answer what it was sent: that must reach neither the disk nor a
 * pack. */
static gboolean
holds_key (const BylRecordingAnswer *answer,
           const BylRecordingPlan   *plan,
           const char               *key)
{
  g_autofree char *line = key != NULL ? byl_recording_answer_to_line (answer, plan) : NULL;

  return byl_key_is_in (key, line);
}

static void
take_reply (BylRecorderLane *lane,
            BylRecorderJob  *job,
            const BylReply  *reply)
{
  BylRecorder *self = lane->recorder;
  BylRecordingAnswer *answer = make_answer (lane, job, reply);

  byl_recorder_lane_resume (lane);
  lane->n_pauses = 0;
  if (holds_key (answer, self->recording->plan, lane->key))
    {
      byl_recording_answer_free (answer);
      byl_recorder_fail (self, job, _("The server put the key into its answer, which was thrown "
                                      "away. Do not trust this server."));
      return;
    }

  self->n_in_vain[job->writer] = 0;
  lane->n_in_vain = 0;
  byl_recording_get_slot (self->recording, job->question, job->writer)->is_queued = FALSE;
  byl_recording_save (self->recording, answer);
  byl_recording_show_question (self->recording, job->question);
  g_free (job);
}

/* The server may be back soon. Another answer is asked for first then, in case that it is this one
 * on which the server falls silent. */
static void
take_unreached (BylRecorderLane *lane,
                BylRecorderJob  *job,
                const char      *message)
{
  BylRecording *recording = lane->recorder->recording;
  guint question = job->question;

  if (!lane->is_open || (++job->n_unreached >= MAX_UNREACHED && lane->n_pauses == 0))
    {
      byl_recorder_fail (lane->recorder, job, message);
      return;
    }

  byl_recording_set_slot (recording, question, job->writer, BYL_SLOT_WAITING, 0);
  byl_recording_show_question (recording, question);
  g_queue_push_tail (&lane->jobs, job);
  byl_recorder_lane_pause (lane, message);
}

static void
take_error (BylRecorderLane *lane,
            BylRecorderJob  *job,
            const GError    *error)
{
  BylRecorder *self = lane->recorder;
  guint writer = job->writer;

  if (g_error_matches (error, BYL_ERROR, BYL_ERROR_NETWORK))
    {
      take_unreached (lane, job, error->message);
      return;
    }

  if (g_strcmp0 (lane->failure, error->message) != 0)
    {
      g_free (lane->failure);
      lane->failure = g_strdup (error->message);
      lane->n_in_vain = 0;
    }

  byl_recorder_fail (self, job, error->message);
  if (++lane->n_in_vain >= MAX_IN_VAIN || g_error_matches (error, BYL_ERROR, BYL_ERROR_KEY))
    byl_recorder_lane_close (lane, error->message);
  else if (++self->n_in_vain[writer] >= MAX_IN_VAIN)
    byl_recorder_fail_writer (lane, writer, error->message);
}

static void
ask_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  Asked *asked = user_data;
  BylRecorder *self = asked->recorder;
  BylRecorderLane *lane = asked->lane;
  g_autoptr(GError) error = NULL;
  g_autoptr(BylReply) reply = byl_ask_finish (SOUP_SESSION (source), result, &error);

  lane->n_asking--;
  if (self->recording == NULL)
    g_free (asked->job);
  else if (reply != NULL)
    take_reply (lane, asked->job, reply);
  else
    take_error (lane, asked->job, error);

  if (self->recording != NULL)
    {
      byl_recording_show_counts (self->recording);
      byl_recorder_lane_pump (lane);
    }

  g_free (asked);
  byl_recorder_unref (self);
}

/* Asks for an answer, whose job is given away. */
void
byl_recorder_ask (BylRecorderLane *lane,
                  BylRecorderJob  *job)
{
  BylRecorder *self = lane->recorder;
  BylRecording *recording = self->recording;
  const BylQuestionLine *question = g_ptr_array_index (recording->plan->questions, job->question);
  const BylRecordingWriter *writer = g_ptr_array_index (recording->plan->writers, job->writer);
  const BylQuery query = {
    .provider = lane->provider,
    .address = writer->address,
    .model = writer->model,
    .key = lane->key,
    .system = byl_recording_plan_get_system (recording->plan, job->writer),
    .prompt = question->prompt,
    .parameters = byl_recording_plan_get_parameters (recording->plan, job->writer),
    .retry = patience.retry,
  };
  Asked *asked = g_new0 (Asked, 1);

  asked->recorder = byl_recorder_ref (self);
  asked->lane = lane;
  asked->job = job;
  lane->n_asking++;

  recording->begun[job->question] = TRUE;
  byl_recording_set_slot (recording, job->question, job->writer, BYL_SLOT_ASKING, 0);
  byl_recording_show_question (recording, job->question);
  byl_ask_async (self->session, &query, progress_cb, asked, self->cancellable, ask_cb, asked);
}
