/* byl-journal-tally.h: adding up the journal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-database.h"
#include "byl-tally.h"

G_BEGIN_DECLS

BylTally *byl_journal_tally (BylDatabase  *database,
                             const char   *pack,
                             GError      **error);

G_END_DECLS
