/* byl-mix-up.h: the two writers that a player takes for each other
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-deal.h"

G_BEGIN_DECLS

#define BYL_MIX_UP_LEAST 2u /* wrong guesses between two writers; a single one says nothing */

/* Two names that were signed for each other. */
typedef struct
{
  const BylDealtName *first;  /* owned by the deal, as is the other */
  const BylDealtName *second;
  guint               times;  /* the name of one was signed on an answer of the other */
} BylMixUp;

gboolean byl_mix_up_find (const BylDeal *deal,
                          BylMixUp      *mix_up);

G_END_DECLS
