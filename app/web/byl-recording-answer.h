/* byl-recording-answer.h: for the recording: an answer with all that is known of how it came about
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-recording-plan.h"

G_BEGIN_DECLS

typedef struct
{
  guint       question;        /* position in the plan */
  guint       writer;          /* position in the plan */
  char       *text;            /* valid UTF-8 */
  gboolean    pasted;          /* copied by a person, not asked for by the program */
  char       *date;            /* ISO 8601 */
  char       *provider;        /* (nullable) */
  char       *requested_model; /* (nullable) */
  char       *reported_model;  /* (nullable) */
  char       *system;          /* (nullable) */
  JsonObject *parameters;      /* (nullable) */
  gint64      input_tokens;    /* -1 = not told */
  gint64      output_tokens;   /* -1 = not told */
  double      seconds;         /* below 0 = not known */
  char       *ended;           /* (nullable): why the answer ended */
} BylRecordingAnswer;

BylRecordingAnswer *byl_recording_answer_new        (guint                     question,
                                                     guint                     writer,
                                                     const char               *text);
void                byl_recording_answer_free       (BylRecordingAnswer       *self);
char               *byl_recording_answer_to_line    (const BylRecordingAnswer *self,
                                                     const BylRecordingPlan   *plan);
BylRecordingAnswer *byl_recording_answer_from_line  (const char               *line,
                                                     gsize                     length,
                                                     const BylRecordingPlan   *plan);
JsonObject         *byl_recording_answer_make_provenance (const BylRecordingAnswer *self);
char               *byl_recording_question_make_id  (guint                     position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylRecordingAnswer, byl_recording_answer_free)

G_END_DECLS
