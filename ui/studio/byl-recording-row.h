/* byl-recording-row.h: a question that is being recorded, and its lettered answers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-recording-question.h"

G_BEGIN_DECLS

#define BYL_TYPE_RECORDING_ROW (byl_recording_row_get_type ())
G_DECLARE_FINAL_TYPE (BylRecordingRow, byl_recording_row, BYL, RECORDING_ROW, AdwBin)

GtkWidget *byl_recording_row_new          (void);
void       byl_recording_row_set_question (BylRecordingRow      *self,
                                           BylRecordingQuestion *question);

G_END_DECLS
