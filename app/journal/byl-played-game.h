/* byl-played-game.h: a game in the list of games played
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-rules.h"

G_BEGIN_DECLS

#define BYL_TYPE_PLAYED_GAME (byl_played_game_get_type ())
G_DECLARE_FINAL_TYPE (BylPlayedGame, byl_played_game, BYL, PLAYED_GAME, GObject)

gint64      byl_played_game_get_id         (BylPlayedGame *self);
const char *byl_played_game_get_pack       (BylPlayedGame *self);
const char *byl_played_game_get_pack_title (BylPlayedGame *self);
gint64      byl_played_game_get_started    (BylPlayedGame *self);
gboolean    byl_played_game_get_finished   (BylPlayedGame *self);
BylMode     byl_played_game_get_mode       (BylPlayedGame *self);
guint       byl_played_game_get_n_rounds   (BylPlayedGame *self);
guint       byl_played_game_get_n_revealed (BylPlayedGame *self);
guint       byl_played_game_get_n_cards    (BylPlayedGame *self);
guint       byl_played_game_get_hits       (BylPlayedGame *self);
double      byl_played_game_get_expected   (BylPlayedGame *self);

G_END_DECLS
