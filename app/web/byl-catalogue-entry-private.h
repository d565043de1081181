/* byl-catalogue-entry-private.h: for the catalogue: making entries, and moving them on
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-catalogue-entry.h"
#include "byl-catalogue-file.h"

G_BEGIN_DECLS

BylCatalogueEntry      *byl_catalogue_entry_new          (BylCatalogueFile  *file,
                                                          guint              position,
                                                          const char        *origin);
const BylCatalogueLine *byl_catalogue_entry_get_line     (BylCatalogueEntry *self);
gboolean                byl_catalogue_entry_is_busy      (BylCatalogueEntry *self);
void                    byl_catalogue_entry_set_state    (BylCatalogueEntry *self,
                                                          BylCatalogueState  state);
void                    byl_catalogue_entry_set_progress (BylCatalogueEntry *self,
                                                          guint64            done,
                                                          guint64            expected);
void                    byl_catalogue_entry_set_error    (BylCatalogueEntry *self,
                                                          const char        *error);
void                    byl_catalogue_entry_set_pack     (BylCatalogueEntry *self,
                                                          BylPackEntry      *pack);

G_END_DECLS
