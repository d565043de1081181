/* byl-game-row.h: a game played, in the list of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "byl-played-game.h"

G_BEGIN_DECLS

#define BYL_TYPE_GAME_ROW (byl_game_row_get_type ())
G_DECLARE_FINAL_TYPE (BylGameRow, byl_game_row, BYL, GAME_ROW, GtkListBoxRow)

GtkWidget     *byl_game_row_new      (BylPlayedGame *game,
                                      GDateTime     *now);
BylPlayedGame *byl_game_row_get_game (BylGameRow    *self);

G_END_DECLS
