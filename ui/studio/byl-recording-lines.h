/* byl-recording-lines.h: the length of an answer that may not be read yet, as blotted-out lines
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BYL_TYPE_RECORDING_LINES (byl_recording_lines_get_type ())
G_DECLARE_FINAL_TYPE (BylRecordingLines, byl_recording_lines, BYL, RECORDING_LINES, GtkWidget)

GtkWidget *byl_recording_lines_new              (void);
guint      byl_recording_lines_get_n_characters (BylRecordingLines *self);
void       byl_recording_lines_set_n_characters (BylRecordingLines *self,
                                                 guint              n_characters);

G_END_DECLS
