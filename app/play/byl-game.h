/* byl-game.h: a row of rounds under one set of rules, dealt from one seed
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-chance.h"
#include "byl-round.h"

G_BEGIN_DECLS

#define BYL_TYPE_GAME (byl_game_get_type ())
G_DECLARE_FINAL_TYPE (BylGame, byl_game, BYL, GAME, GObject)

BylGame       *byl_game_new            (BylDeal  *deal);
const BylDeal *byl_game_get_deal       (BylGame  *self);
void           byl_game_set_id         (BylGame  *self,
                                        gint64    id);
guint          byl_game_get_n_rounds   (BylGame  *self);
guint          byl_game_get_position   (BylGame  *self);
void           byl_game_set_position   (BylGame  *self,
                                        guint     position);
BylRound      *byl_game_get_round      (BylGame  *self);
gboolean       byl_game_is_last_round  (BylGame  *self);
gboolean       byl_game_reveal         (BylGame  *self,
                                        double    seconds);
guint          byl_game_get_hits       (BylGame  *self);
guint          byl_game_get_n_cards    (BylGame  *self);
BylChance     *byl_game_get_chance     (BylGame  *self);
double         byl_game_get_points     (BylGame  *self);
gboolean       byl_game_has_rival      (BylGame  *self);
const char    *byl_game_get_rival_notice (BylGame    *self);
void           byl_game_set_rival_notice (BylGame    *self,
                                          const char *notice);
void           byl_game_take_rival     (BylGame       *self,
                                        const BylDeal *source);
char          *byl_game_dup_share_text (BylGame  *self);

G_END_DECLS
