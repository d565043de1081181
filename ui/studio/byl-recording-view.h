/* byl-recording-view.h: how far a recording is, blind: letters and lengths, and no name beside them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-recording.h"

G_BEGIN_DECLS

#define BYL_TYPE_RECORDING_VIEW (byl_recording_view_get_type ())
G_DECLARE_FINAL_TYPE (BylRecordingView, byl_recording_view, BYL, RECORDING_VIEW, AdwBin)

GtkWidget    *byl_recording_view_new           (GPtrArray        *providers,
                                                BylKeys          *keys,
                                                SoupSession      *session);
BylRecording *byl_recording_view_get_recording (BylRecordingView *self);
void          byl_recording_view_set_recording (BylRecordingView *self,
                                                BylRecording     *recording);

G_END_DECLS
