/* byl-recording-question.h: a question that is being recorded, with its lettered answers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-recording-card.h"

G_BEGIN_DECLS

#define BYL_TYPE_RECORDING_QUESTION (byl_recording_question_get_type ())
G_DECLARE_FINAL_TYPE (BylRecordingQuestion, byl_recording_question, BYL, RECORDING_QUESTION,
                      GObject)

const char *byl_recording_question_get_prompt   (BylRecordingQuestion *self);
guint       byl_recording_question_get_position (BylRecordingQuestion *self);
guint       byl_recording_question_get_n_done   (BylRecordingQuestion *self);

G_END_DECLS
