/* byl-dealer.h: from a pack, rules and a seed to a game
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-deal.h"
#include "byl-known-writers.h"

G_BEGIN_DECLS

BylDeal *byl_dealer_deal (const BylPack          *pack,
                          const BylKnownWriters  *known,
                          const BylRules         *rules,
                          guint64                 seed,
                          GHashTable             *played,
                          GError                **error);

G_END_DECLS
