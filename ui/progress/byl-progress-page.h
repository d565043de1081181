/* byl-progress-page.h: how well the player does, and the games that say so
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-journal.h"

G_BEGIN_DECLS

#define BYL_TYPE_PROGRESS_PAGE (byl_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (BylProgressPage, byl_progress_page, BYL, PROGRESS_PAGE, AdwBin)

GtkWidget *byl_progress_page_new         (void);
void       byl_progress_page_set_journal (BylProgressPage *self,
                                          BylJournal      *journal);
void       byl_progress_page_refresh     (BylProgressPage *self);

G_END_DECLS
