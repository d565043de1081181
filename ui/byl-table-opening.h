/* byl-table-opening.h: from a game that the journal keeps to a table to sit down at
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-table.h"

G_BEGIN_DECLS

void      byl_table_opening_start_async  (BylJournal           *journal,
                                          gint64                game,
                                          gboolean              only_revealed,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
BylTable *byl_table_opening_start_finish (BylJournal           *journal,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
