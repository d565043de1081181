/* byl-recording-installing.h: from a recording to a pack: among the player's packs, or in a file
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-library.h"
#include "byl-recording.h"

G_BEGIN_DECLS

void          byl_recording_installing_start_async   (BylRecording         *recording,
                                                      BylLibrary           *library,
                                                      GPtrArray            *known,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
BylPackEntry *byl_recording_installing_start_finish  (BylRecording         *recording,
                                                      GAsyncResult         *result,
                                                      GError              **error);
void          byl_recording_installing_export_async  (BylRecording         *recording,
                                                      GFile                *file,
                                                      GPtrArray            *known,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
gboolean      byl_recording_installing_export_finish (BylRecording         *recording,
                                                      GAsyncResult         *result,
                                                      GError              **error);

G_END_DECLS
