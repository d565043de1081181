/* byl-journal-load.h: reading games from the journal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-database.h"
#include "byl-deal.h"

G_BEGIN_DECLS

BylDeal *byl_journal_load_game (BylDatabase  *database,
                                gint64        game,
                                GError      **error);

G_END_DECLS
