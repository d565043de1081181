/* byl-recording-card.h: an answer that is being recorded: a letter, a state and a length
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * BylRecordingState:
 * @BYL_RECORDING_WAITING: nobody has been asked yet
 * @BYL_RECORDING_ASKING: answers are on their way
 * @BYL_RECORDING_DONE: the answer is safely on the disk
 * @BYL_RECORDING_FAILED: there is no answer; byl_recording_retry() lets it be asked for again
 *
 * How far an answer is.
 */
typedef enum
{
  BYL_RECORDING_WAITING,
  BYL_RECORDING_ASKING,
  BYL_RECORDING_DONE,
  BYL_RECORDING_FAILED,
} BylRecordingState;

#define BYL_TYPE_RECORDING_CARD (byl_recording_card_get_type ())
G_DECLARE_FINAL_TYPE (BylRecordingCard, byl_recording_card, BYL, RECORDING_CARD, GObject)

const char        *byl_recording_card_get_letter       (BylRecordingCard *self);
BylRecordingState  byl_recording_card_get_state        (BylRecordingCard *self);
guint              byl_recording_card_get_n_characters (BylRecordingCard *self);

G_END_DECLS
