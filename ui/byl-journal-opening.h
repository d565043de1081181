/* byl-journal-opening.h: opening the journal at the start, and what waits in it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-journal.h"

G_BEGIN_DECLS

void     byl_journal_opening_start_async  (BylJournal           *journal,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
BylDeal *byl_journal_opening_start_finish (BylJournal           *journal,
                                           GAsyncResult         *result,
                                           char                **notice,
                                           GError              **error);

G_END_DECLS
