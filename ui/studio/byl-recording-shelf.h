/* byl-recording-shelf.h: the recordings, to go on with, to play, to export and to delete
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-recording-list.h"

G_BEGIN_DECLS

#define BYL_TYPE_RECORDING_SHELF (byl_recording_shelf_get_type ())
G_DECLARE_FINAL_TYPE (BylRecordingShelf, byl_recording_shelf, BYL, RECORDING_SHELF, AdwBin)

GtkWidget *byl_recording_shelf_new            (void);
guint      byl_recording_shelf_get_n          (BylRecordingShelf *self);
void       byl_recording_shelf_set_recordings (BylRecordingShelf *self,
                                               GPtrArray         *summaries);
void       byl_recording_shelf_set_trouble    (BylRecordingShelf *self,
                                               const char        *sentence);

G_END_DECLS
