/* byl-recording-store.h: for the recording: its folder, in which no finished answer is ever lost
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _BylRecordingStore BylRecordingStore;

BylRecordingStore *byl_recording_store_create (GFile              *parent_dir,
                                               const char         *name,
                                               GBytes             *plan,
                                               GError            **error);
BylRecordingStore *byl_recording_store_open   (GFile              *folder,
                                               GBytes            **plan,
                                               GError            **error);
void               byl_recording_store_free   (BylRecordingStore  *self);
GFile             *byl_recording_store_get_folder (BylRecordingStore *self);
GBytes            *byl_recording_store_read   (BylRecordingStore  *self,
                                               GError            **error);
gboolean           byl_recording_store_cut    (BylRecordingStore  *self,
                                               gsize               length,
                                               GError            **error);
gboolean           byl_recording_store_append (BylRecordingStore  *self,
                                               const char         *line,
                                               GError            **error);
void               byl_recording_store_enter        (BylRecordingStore  *self);
void               byl_recording_store_leave        (BylRecordingStore  *self);
void               byl_recording_store_wait         (BylRecordingStore  *self);
gboolean           byl_recording_store_remove (BylRecordingStore  *self,
                                               GError            **error);
GBytes            *byl_recording_store_peek_plan (GFile           *folder,
                                               GError            **error);
GBytes            *byl_recording_store_peek_answers (GFile        *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylRecordingStore, byl_recording_store_free)

G_END_DECLS
