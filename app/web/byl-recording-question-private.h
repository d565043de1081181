/* byl-recording-question-private.h: for the recording: what it shows of a question
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-recording-question.h"

G_BEGIN_DECLS

BylRecordingCard     *byl_recording_card_new      (guint                 position);
void                  byl_recording_card_show     (BylRecordingCard     *self,
                                                   BylRecordingState     state,
                                                   guint                 n_characters);

BylRecordingQuestion *byl_recording_question_new  (const char           *prompt,
                                                   guint                 position,
                                                   guint                 n_cards);
BylRecordingCard     *byl_recording_question_peek (BylRecordingQuestion *self,
                                                   guint                 position);
void                  byl_recording_question_show (BylRecordingQuestion *self,
                                                   guint                 n_done);

G_END_DECLS
