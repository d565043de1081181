/* byl-play-view.h: a game from its first round to its summary
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-library.h"
#include "byl-round-page.h"

G_BEGIN_DECLS

#define BYL_TYPE_PLAY_VIEW (byl_play_view_get_type ())
G_DECLARE_FINAL_TYPE (BylPlayView, byl_play_view, BYL, PLAY_VIEW, AdwBin)

GtkWidget    *byl_play_view_new            (BylLibrary  *library);
void          byl_play_view_set_table      (BylPlayView *self,
                                            BylTable    *table);
gboolean      byl_play_view_go_back        (BylPlayView *self);
BylRoundPage *byl_play_view_get_round_page (BylPlayView *self);

G_END_DECLS
