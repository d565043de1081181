/* byl-rival-score.h: in the summary: the player and the rival, side by side
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-game.h"
#include "byl-match.h"

G_BEGIN_DECLS

#define BYL_TYPE_RIVAL_SCORE (byl_rival_score_get_type ())
G_DECLARE_FINAL_TYPE (BylRivalScore, byl_rival_score, BYL, RIVAL_SCORE, AdwBin)

void byl_rival_score_set_game  (BylRivalScore  *self,
                                BylGame        *game);
void byl_rival_score_set_match (BylRivalScore  *self,
                                const BylMatch *match);

G_END_DECLS
