/* byl-import-writers.h: which of the writers that were found take part in a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BYL_TYPE_IMPORT_WRITERS (byl_import_writers_get_type ())
G_DECLARE_FINAL_TYPE (BylImportWriters, byl_import_writers, BYL, IMPORT_WRITERS,
                      AdwPreferencesGroup)

void    byl_import_writers_set_found (BylImportWriters *self,
                                      GPtrArray        *writers);
guint   byl_import_writers_get_n     (BylImportWriters *self);
char  **byl_import_writers_dup_names (BylImportWriters *self);

G_END_DECLS
