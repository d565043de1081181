/* byl-journal-schema.h: the journal's tables, version by version
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-database.h"

G_BEGIN_DECLS

const char * const *byl_journal_schema_get_migrations (void);
gboolean            byl_journal_schema_check          (BylDatabase         *database,
                                                       const char * const  *migrations,
                                                       gboolean             thoroughly,
                                                       GError             **error);
gboolean            byl_journal_schema_migrate        (BylDatabase         *database,
                                                       const char * const  *migrations,
                                                       GError             **error);

G_END_DECLS
