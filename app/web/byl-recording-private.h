/* byl-recording-private.h: a recording as its own parts see it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-recording.h"

#include "byl-ask.h"
#include "byl-recording-answer.h"
#include "byl-recording-file.h"
#include "byl-recording-question-private.h"
#include "byl-recording-store.h"

G_BEGIN_DECLS

/* How far an answer really is; what is shown of it is less. */
typedef enum
{
  BYL_SLOT_WAITING,
  BYL_SLOT_ASKING,
  BYL_SLOT_SAVING, /* it has come, and is being written */
  BYL_SLOT_DONE,
  BYL_SLOT_FAILED,
} BylSlotState;

/* The place of a writer's answer to a question. */
typedef struct
{
  BylSlotState        state;
  guint               n_characters;
  gboolean            is_queued;    /* a job of the recorder's is for it */
  BylRecordingAnswer *answer; /* (nullable): where it is done, or could not be written */
} BylSlot;

typedef struct _BylRecorder BylRecorder;

/* Done, failed, characters, playable. */
#define BYL_RECORDING_N_COUNTS 4

struct _BylRecording
{
  GObject               parent_instance;
  BylRecordingStore    *store;
  BylRecordingPlan     *plan;
  BylRecordingIdentity  identity;
  GPtrArray            *questions; /* (element-type BylRecordingQuestion) */
  BylSlot              *slots;     /* by question, then by writer */
  gboolean             *begun;     /* by question: asked in this run */
  guint                 n_lines;   /* of the file of answers: grows with every answer */
  guint                 n_damaged; /* lines that could not be read */
  gboolean              was_torn;  /* the last line was half written, and was taken out */
  BylRecorder          *recorder;  /* (nullable): while it runs */
  GPtrArray            *troubles;  /* (element-type BylRecordingTrouble) */
  BylRecordingPhase     phase;
  guint64               shown[BYL_RECORDING_N_COUNTS]; /* what was last told of the counts */
  guint                 n_done;
  guint                 n_failed;
  guint64               n_characters;
};

/* What went wrong, for how many answers of a writer. */
typedef struct
{
  guint  writer;    /* position; G_MAXUINT = not of a writer */
  guint  n_answers; /* that failed; 0 = none has */
  char  *message;   /* a whole sentence */
} BylRecordingTrouble;

/* How patient the recorder is; tests have none. */
typedef struct
{
  const guint          *pauses; /* (nullable): in milliseconds, ended by a 0, while a server
                                 * cannot be reached */
  const BylRetryPolicy *retry;  /* (nullable): of each question */
} BylRecorderPatience;

void     byl_recording_trouble_free   (gpointer             trouble);
BylSlot *byl_recording_get_slot       (BylRecording        *self,
                                       guint                question,
                                       guint                writer);
void     byl_recording_set_slot       (BylRecording        *self,
                                       guint                question,
                                       guint                writer,
                                       BylSlotState         state,
                                       guint                n_characters);
void     byl_recording_keep           (BylRecording        *self,
                                       BylRecordingAnswer  *answer);
void     byl_recording_show_question  (BylRecording        *self,
                                       guint                question);
void     byl_recording_show_all       (BylRecording        *self);
void     byl_recording_show_counts    (BylRecording        *self);
void     byl_recording_add_trouble    (BylRecording        *self,
                                       guint                writer,
                                       guint                n_answers,
                                       const char          *message);
void     byl_recording_drop_trouble   (BylRecording        *self,
                                       const char          *message);
void     byl_recording_clear_troubles (BylRecording        *self);
gboolean byl_recording_read_answers   (BylRecording        *self,
                                       GError             **error);
guint   *byl_recording_deal_cards     (BylRecording        *self,
                                       guint                question,
                                       guint                n_done);

void     byl_recording_save           (BylRecording        *self,
                                       BylRecordingAnswer  *answer);
void     byl_recording_save_again     (BylRecording        *self);

/* The recorder asks; it tells the recording, and goes when it is told to. */
BylRecorder *byl_recorder_new         (BylRecording        *recording,
                                       SoupSession         *session,
                                       BylKeys             *keys,
                                       GPtrArray           *providers);
void         byl_recorder_run         (BylRecorder         *self);
void         byl_recorder_settle       (BylRecorder         *self);
void         byl_recorder_stop        (BylRecorder         *self);
void         byl_recorder_unref       (BylRecorder         *self);
void         byl_recording_settle     (BylRecording        *self);

void         byl_recorder_set_patience (const BylRecorderPatience *patience);

G_END_DECLS
