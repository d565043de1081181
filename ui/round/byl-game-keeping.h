/* byl-game-keeping.h: bringing the journal up to where a game stands
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-journal.h"

G_BEGIN_DECLS

void   byl_game_keeping_start_async  (BylJournal           *journal,
                                      const BylDeal        *deal,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gint64 byl_game_keeping_start_finish (BylJournal           *journal,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
