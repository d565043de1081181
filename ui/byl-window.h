/* byl-window.h: the window: its pages, and the way from one to the next
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-journal.h"
#include "byl-library.h"
#include "byl-play-view.h"

G_BEGIN_DECLS

#define BYL_TYPE_WINDOW (byl_window_get_type ())
G_DECLARE_FINAL_TYPE (BylWindow, byl_window, BYL, WINDOW, AdwApplicationWindow)

BylWindow *byl_window_new       (GtkApplication  *application,
                                 BylLibrary      *library,
                                 BylJournal      *journal,
                                 BylKnownWriters *known,
                                 GSettings       *settings);
void       byl_window_set_seed  (BylWindow       *self,
                                 const guint64   *seed);
void       byl_window_add_files (BylWindow       *self,
                                 GListModel      *files);
void       byl_window_start     (BylWindow       *self,
                                 BylPackEntry    *pack,
                                 const BylRules  *rules);
BylPlayView *byl_window_get_play_view (BylWindow *self);
void       byl_window_say       (BylWindow       *self,
                                 const char      *sentence);

G_END_DECLS
