/* byl-stage.h: the cards of a round, side by side or one at a time, with the tells beside them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-tell-round.h"

G_BEGIN_DECLS

#define BYL_TYPE_STAGE (byl_stage_get_type ())
G_DECLARE_FINAL_TYPE (BylStage, byl_stage, BYL, STAGE, AdwBin)

void  byl_stage_set_round  (BylStage     *self,
                            BylRound     *on_table,
                            gboolean      bets,
                            BylTellRound *found);
void  byl_stage_set_narrow (BylStage     *self,
                            gboolean      narrow);
guint byl_stage_get_chosen (BylStage     *self);
void  byl_stage_choose     (BylStage     *self,
                            guint         card);
void  byl_stage_scroll     (BylStage     *self,
                            double        pages);
void  byl_stage_finish     (BylStage     *self);

G_END_DECLS
