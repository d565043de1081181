/* byl-profile-private.h: a profile while it is made
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-profile.h"
#include "byl-tell-counts-private.h"

G_BEGIN_DECLS

/* Shown at most, of words and of pairs each. */
#define BYL_PROFILE_MAX_WORDS 60u

/* A writer's answers, and those of the others to the same questions. */
typedef struct
{
  const BylTellCounts *counts;
  GArray              *mine;   /* (element-type guint32): rows, question after question */
  GArray              *others; /* (element-type guint32): likewise */
} BylComparison;

void byl_measure_fill  (BylMeasure          *self,
                        const BylComparison *comparison,
                        BylTell              tell);
void byl_measure_words (const BylComparison *comparison,
                        GArray              *words);

G_END_DECLS
