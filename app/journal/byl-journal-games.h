/* byl-journal-games.h: writing a game, as it was dealt, into the journal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-deal.h"
#include "byl-journal-claims.h"

G_BEGIN_DECLS

gboolean byl_journal_start_game (BylDatabase     *database,
                                 const BylOwner  *owner,
                                 const BylDeal   *deal,
                                 gint64           now,
                                 gint64          *game,
                                 GError         **error);

G_END_DECLS
