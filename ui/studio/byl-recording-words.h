/* byl-recording-words.h: what is said of a recording
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "byl-recording-list.h"
#include "byl-recording.h"

G_BEGIN_DECLS

/* Questions with answers to tell apart, from which a recording can be played; or all it has. */
#define BYL_RECORDING_PLAYABLE 5u

GtkWidget *byl_recording_words_new_trouble  (const char                *sentence,
                                             gboolean                   is_error);
char      *byl_recording_words_dup_origin   (const BylRecordingWriter  *writer,
                                             GPtrArray                 *providers);
char      *byl_recording_words_dup_estimate (const BylRecordingPlan    *plan,
                                             GPtrArray                 *providers);
char      *byl_recording_words_dup_progress (BylRecording              *recording);
char      *byl_recording_words_dup_playable (BylRecording              *recording);
char      *byl_recording_words_dup_summary  (const BylRecordingSummary *summary);
guint      byl_recording_words_count_pasted (const BylRecordingPlan    *plan);
guint      byl_recording_words_count_unpasted (BylRecording            *recording);
gboolean   byl_recording_words_can_play     (guint                      n_playable,
                                             guint                      n_questions);

G_END_DECLS
