/* byl-progress-reading.h: all that the progress page shows, read from the journal in one go
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-journal.h"

G_BEGIN_DECLS

#define BYL_PROGRESS_MOST_GAMES 200u

typedef struct
{
  char       **packs; /* ids and titles in turns, NULL-terminated */
  char        *pack;  /* (nullable): id of the one that was read; NULL = all */
  BylTally    *tally;
  GListModel  *games; /* of BylPlayedGame, newest first, at most BYL_PROGRESS_MOST_GAMES */
} BylProgressReading;

void                byl_progress_reading_free (BylProgressReading   *self);
void                byl_progress_read_async   (BylJournal           *journal,
                                               const char           *pack,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
BylProgressReading *byl_progress_read_finish  (BylJournal           *journal,
                                               GAsyncResult         *result,
                                               GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylProgressReading, byl_progress_reading_free)

G_END_DECLS
