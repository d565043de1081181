/* byl-recording-exporting.h: choosing where a recorded pack is written to
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "byl-recording.h"

G_BEGIN_DECLS

typedef void (*BylRecordingChosen) (GtkWidget    *page,
                                    BylRecording *recording,
                                    GFile        *file);

void  byl_recording_exporting_choose   (GtkWidget          *page,
                                        BylRecording       *recording,
                                        BylRecordingChosen  chosen);
char *byl_recording_exporting_dup_name (const char         *title);

G_END_DECLS
