/* byl-journal-file.h: opening the journal's file, and setting a damaged one aside
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-database.h"

G_BEGIN_DECLS

BylDatabase *byl_journal_file_open (const char          *path,
                                    const char * const  *migrations,
                                    guint                busy_milliseconds,
                                    char               **set_aside,
                                    GError             **error);

G_END_DECLS
