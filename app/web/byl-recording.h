/* byl-recording.h: a pack in the making: its questions, and the answers as they come in
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "byl-keys.h"
#include "byl-recording-plan.h"
#include "byl-recording-question.h"

G_BEGIN_DECLS

/**
 * BylRecordingPhase:
 * @BYL_RECORDING_IDLE: nothing is being asked
 * @BYL_RECORDING_RUNNING: answers are being asked for
 * @BYL_RECORDING_COMPLETE: every answer is there
 *
 * How far a recording is.
 */
typedef enum
{
  BYL_RECORDING_IDLE,
  BYL_RECORDING_RUNNING,
  BYL_RECORDING_COMPLETE,
} BylRecordingPhase;

#define BYL_TYPE_RECORDING (byl_recording_get_type ())
G_DECLARE_FINAL_TYPE (BylRecording, byl_recording, BYL, RECORDING, GObject)

BylRecording           *byl_recording_create         (GFile                  *parent_dir,
                                                      const BylRecordingPlan *plan,
                                                      GError                **error);
BylRecording           *byl_recording_open           (GFile                  *folder,
                                                      GError                **error);
const BylRecordingPlan *byl_recording_get_plan       (BylRecording           *self);
GFile                  *byl_recording_get_folder     (BylRecording           *self);
const char             *byl_recording_get_id         (BylRecording           *self);
const char             *byl_recording_get_title      (BylRecording           *self);
BylRecordingPhase       byl_recording_get_phase      (BylRecording           *self);
guint                   byl_recording_get_n_expected (BylRecording           *self);
guint                   byl_recording_get_n_done     (BylRecording           *self);
guint                   byl_recording_get_n_failed   (BylRecording           *self);
guint64                 byl_recording_get_n_characters (BylRecording         *self);
guint                   byl_recording_get_n_playable (BylRecording           *self);

void                    byl_recording_start          (BylRecording           *self,
                                                      SoupSession            *session,
                                                      BylKeys                *keys,
                                                      GPtrArray              *providers);
void                    byl_recording_stop           (BylRecording           *self);
gboolean                byl_recording_is_saving      (BylRecording           *self);
void                    byl_recording_finish_saving  (BylRecording           *self);
void                    byl_recording_retry          (BylRecording           *self);
GPtrArray              *byl_recording_dup_notices    (BylRecording           *self);
GPtrArray              *byl_recording_dup_troubles   (BylRecording           *self);

gboolean                byl_recording_next_paste     (BylRecording           *self,
                                                      guint                  *question,
                                                      guint                  *writer);
gboolean                byl_recording_paste          (BylRecording           *self,
                                                      guint                   question,
                                                      guint                   writer,
                                                      const char             *text,
                                                      char                  **notice,
                                                      GError                **error);

GBytes                 *byl_recording_make_pack      (BylRecording           *self,
                                                      GPtrArray              *known,
                                                      GPtrArray             **notices,
                                                      GError                **error);

G_END_DECLS
