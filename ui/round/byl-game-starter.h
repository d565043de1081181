/* byl-game-starter.h: from the press on Play to a game that the journal keeps
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-game.h"
#include "byl-journal.h"
#include "byl-known-writers.h"
#include "byl-pack-entry.h"

G_BEGIN_DECLS

void     byl_game_starter_start_async  (BylJournal           *journal,
                                        BylPackEntry         *pack,
                                        BylKnownWriters      *known,
                                        const BylRules       *rules,
                                        const guint64        *seed,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
BylGame *byl_game_starter_start_finish (BylJournal           *journal,
                                        GAsyncResult         *result,
                                        char                **trouble,
                                        GError              **error);

G_END_DECLS
