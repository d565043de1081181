/* byl-catalogue-row.h: a pack that can be fetched, with all that is to be known before
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-catalogue-entry.h"

G_BEGIN_DECLS

#define BYL_TYPE_CATALOGUE_ROW (byl_catalogue_row_get_type ())
G_DECLARE_FINAL_TYPE (BylCatalogueRow, byl_catalogue_row, BYL, CATALOGUE_ROW, AdwBin)

GtkWidget         *byl_catalogue_row_new       (void);
BylCatalogueEntry *byl_catalogue_row_get_entry (BylCatalogueRow   *self);
void               byl_catalogue_row_set_entry (BylCatalogueRow   *self,
                                                BylCatalogueEntry *entry);

G_END_DECLS
