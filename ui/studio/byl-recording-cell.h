/* byl-recording-cell.h: a lettered answer in the making, of which only the length is seen
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-recording-card.h"

G_BEGIN_DECLS

#define BYL_TYPE_RECORDING_CELL (byl_recording_cell_get_type ())
G_DECLARE_FINAL_TYPE (BylRecordingCell, byl_recording_cell, BYL, RECORDING_CELL, AdwBin)

GtkWidget *byl_recording_cell_new      (void);
void       byl_recording_cell_set_card (BylRecordingCell *self,
                                        BylRecordingCard *card);

G_END_DECLS
