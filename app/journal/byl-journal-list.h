/* byl-journal-list.h: listing what the journal holds
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-database.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GListModel *byl_journal_list_games      (BylDatabase  *database,
                                         const char   *pack,
                                         guint         most,
                                         GError      **error);
char      **byl_journal_list_packs      (BylDatabase  *database,
                                         GError      **error);
GHashTable *byl_journal_list_questions  (BylDatabase  *database,
                                         const char   *pack,
                                         GError      **error);
GHashTable *byl_journal_count_questions (BylDatabase  *database,
                                         GError      **error);

G_END_DECLS
