/* byl-paste-page.h: answers of models that have only a page, copied from there by hand
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-recording.h"

G_BEGIN_DECLS

#define BYL_TYPE_PASTE_PAGE (byl_paste_page_get_type ())
G_DECLARE_FINAL_TYPE (BylPastePage, byl_paste_page, BYL, PASTE_PAGE, AdwBin)

GtkWidget *byl_paste_page_new           (void);
void       byl_paste_page_set_recording (BylPastePage *self,
                                         BylRecording *recording);

G_END_DECLS
