/* byl-tell-panel.h: beside a revealed card: the tells that gave it away, and where it comes from
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-card.h"
#include "byl-tell-round.h"

G_BEGIN_DECLS

#define BYL_TYPE_TELL_PANEL (byl_tell_panel_get_type ())
G_DECLARE_FINAL_TYPE (BylTellPanel, byl_tell_panel, BYL, TELL_PANEL, AdwBin)

void byl_tell_panel_set_card   (BylTellPanel *self,
                                BylCard      *card,
                                gboolean      bets,
                                BylTellRound *found);
void byl_tell_panel_add_report (BylTellPanel *self,
                                GtkWidget    *report);

G_END_DECLS
