/* byl-recording-page.h: packs from one's own questions: the recordings, and a new one step by step
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>
#include <libsoup/soup.h>

#include "byl-library.h"

G_BEGIN_DECLS

#define BYL_TYPE_RECORDING_PAGE (byl_recording_page_get_type ())
G_DECLARE_FINAL_TYPE (BylRecordingPage, byl_recording_page, BYL, RECORDING_PAGE, AdwBin)

GtkWidget *byl_recording_page_new     (BylLibrary       *library,
                                       SoupSession      *session,
                                       GFile            *folder);
void       byl_recording_page_open    (BylRecordingPage *self);
gboolean   byl_recording_page_go_back (BylRecordingPage *self);

G_END_DECLS
