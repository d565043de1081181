/* byl-journal-rival.h: what the rival says, in the journal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-database.h"
#include "byl-deal.h"
#include "byl-match.h"

G_BEGIN_DECLS

gboolean      byl_journal_add_rival_note  (BylDatabase         *database,
                                           gint64               card,
                                           const BylRivalNote  *note,
                                           gint64               now,
                                           GError             **error);
BylRivalNote *byl_journal_read_rival_note (sqlite3_stmt        *statement,
                                           int                  column);
gboolean      byl_journal_keep_rival      (BylDatabase         *database,
                                           const BylDeal       *deal,
                                           gint64               now,
                                           GError             **error);
BylMatch     *byl_journal_match           (BylDatabase         *database,
                                           GError             **error);

G_END_DECLS
