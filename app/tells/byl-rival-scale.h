/* byl-rival-scale.h: figures made comparable with each other
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-rival-columns.h"

G_BEGIN_DECLS

#define BYL_RIVAL_N_STEPS  7u                        /* thresholds for each figure */
#define BYL_RIVAL_PER_FIGURE (1u + BYL_RIVAL_N_STEPS) /* inputs for each figure */
#define BYL_RIVAL_N_INPUTS (BYL_N_FIGURES * BYL_RIVAL_PER_FIGURE + 1u)

typedef struct
{
  float means[BYL_N_FIGURES];      /* of log (1 + figure) */
  float deviations[BYL_N_FIGURES];
  float steps[BYL_N_FIGURES][BYL_RIVAL_N_STEPS];
} BylRivalScale;

void byl_rival_scale_init  (BylRivalScale       *self,
                            const BylRivalRow   *rows,
                            guint                n_rows);
void byl_rival_scale_apply (const BylRivalScale *self,
                            const float          figures[BYL_N_FIGURES],
                            float                inputs[BYL_RIVAL_N_INPUTS]);

G_END_DECLS
