/* byl-recording-desk.h: the recordings that are open, and what becomes of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-library.h"
#include "byl-recording-list.h"
#include "byl-recording.h"

G_BEGIN_DECLS

#define BYL_TYPE_RECORDING_DESK (byl_recording_desk_get_type ())
G_DECLARE_FINAL_TYPE (BylRecordingDesk, byl_recording_desk, BYL, RECORDING_DESK, GObject)

BylRecordingDesk *byl_recording_desk_new           (GFile                   *folder,
                                                    BylLibrary              *library);
void              byl_recording_desk_set_known     (BylRecordingDesk        *self,
                                                    GPtrArray               *known);
void              byl_recording_desk_list_async    (BylRecordingDesk        *self,
                                                    GCancellable            *cancellable,
                                                    GAsyncReadyCallback      callback,
                                                    gpointer                 user_data);
GPtrArray        *byl_recording_desk_list_finish   (BylRecordingDesk        *self,
                                                    GAsyncResult            *result,
                                                    GError                 **error);
BylRecording     *byl_recording_desk_create        (BylRecordingDesk        *self,
                                                    const BylRecordingPlan  *plan,
                                                    GError                 **error);
BylRecording     *byl_recording_desk_open          (BylRecordingDesk        *self,
                                                    GFile                   *folder,
                                                    GError                 **error);
void              byl_recording_desk_install       (BylRecordingDesk        *self,
                                                    BylRecording            *recording,
                                                    gboolean                 play);
void              byl_recording_desk_export        (BylRecordingDesk        *self,
                                                    BylRecording            *recording,
                                                    GFile                   *file);
void              byl_recording_desk_drop          (BylRecordingDesk        *self,
                                                    GFile                   *folder);
void              byl_recording_desk_keep          (BylRecordingDesk        *self,
                                                    GFile                   *folder);
void              byl_recording_desk_remove        (BylRecordingDesk        *self,
                                                    GFile                   *folder);

G_END_DECLS
