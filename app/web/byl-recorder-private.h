/* byl-recorder-private.h: for the recorder: one lane of work for each server
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-recording-private.h"

G_BEGIN_DECLS

/* An answer that is asked for. */
typedef struct
{
  guint question;
  guint writer;
  guint n_unreached; /* how often the server could not be reached for it */
} BylRecorderJob;

/* All that is asked of one server with one key, so many at a time. */
typedef struct
{
  BylRecorder *recorder;  /* whose lane it is; the recorder lives longer */
  BylProvider *provider;
  char        *address;
  char        *origin;
  char        *key;       /* (nullable) */
  gboolean     is_looking; /* for the key */
  gboolean     is_open;   /* the key has been looked for, and nothing stops the lane */
  GQueue       jobs;      /* (element-type BylRecorderJob) */
  guint        n_asking;
  guint        n_in_vain; /* failures since the last answer, all with one message */
  char        *failure;   /* (nullable): that message */
  guint        n_pauses;  /* since the server was last reached */
  guint        pause;     /* the source that ends it; 0 = there is none */
  char        *notice;    /* (nullable): what was told of the pause */
} BylRecorderLane;

struct _BylRecorder
{
  gatomicrefcount  references;
  BylRecording    *recording; /* (nullable): not owned; NULL once it was stopped */
  SoupSession     *session;
  BylKeys         *keys;      /* (nullable) */
  GPtrArray       *providers; /* (nullable) (element-type BylProvider) */
  GCancellable    *cancellable;
  GPtrArray       *lanes;     /* (element-type BylRecorderLane) */
  BylRecorderLane **lane_of;  /* by writer: (nullable) until one was looked for; not owned */
  guint           *n_in_vain; /* by writer: failures since the last answer */
};

BylRecorder     *byl_recorder_ref         (BylRecorder     *self);
BylRecorderLane *byl_recorder_get_lane    (BylRecorder     *self,
                                           guint            writer);
void             byl_recorder_lane_free   (BylRecorderLane *lane);
void             byl_recorder_lane_open   (BylRecorderLane *lane);
void             byl_recorder_lane_close  (BylRecorderLane *lane,
                                           const char      *message);
void             byl_recorder_lane_pump   (BylRecorderLane *lane);
void             byl_recorder_ask         (BylRecorderLane *lane,
                                           BylRecorderJob  *job);
void             byl_recorder_fail        (BylRecorder     *self,
                                           BylRecorderJob  *job,
                                           const char      *message);
void             byl_recorder_fail_writer (BylRecorderLane *lane,
                                           guint            writer,
                                           const char      *message);
guint            byl_recorder_get_pause   (guint            n_pauses);
void             byl_recorder_lane_pause  (BylRecorderLane *lane,
                                           const char      *message);
void             byl_recorder_lane_resume (BylRecorderLane *lane);

G_END_DECLS
