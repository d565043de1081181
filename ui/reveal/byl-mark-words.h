/* byl-mark-words.h: what the player has marked, in words
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-deal.h"

G_BEGIN_DECLS

/* What some marks add up to. */
typedef struct
{
  guint words;
  guint credited;
  guint all_words;    /* of the answers that were marked */
  guint all_credited;
} BylMarkSum;

void  byl_mark_sum_add       (BylMarkSum          *self,
                              const BylMarks      *marks);
void  byl_mark_sum_add_round (BylMarkSum          *self,
                              const BylDealtRound *round);
char *byl_mark_sum_dup_text  (const BylMarkSum    *self);

G_END_DECLS
