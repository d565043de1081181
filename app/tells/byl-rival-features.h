/* byl-rival-features.h: all that the rival keeps of one answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-rival-figures.h"
#include "byl-rival-grams.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 *hashes;                  /* each pattern once, view after view */
  guint8  *counts;                  /* how often it stands there, at most 255 */
  guint    ends[BYL_RIVAL_N_VIEWS]; /* where the view ends in the arrays above */
  float    figures[BYL_N_FIGURES];
} BylRivalFeatures;

BylRivalFeatures *byl_rival_features_new  (const BylReadText *text);
void              byl_rival_features_free (BylRivalFeatures  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylRivalFeatures, byl_rival_features_free)

G_END_DECLS
