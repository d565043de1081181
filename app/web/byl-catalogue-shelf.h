/* byl-catalogue-shelf.h: where further lists of packs are remembered: their addresses, and copies
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-catalogue-file.h"

G_BEGIN_DECLS

/* Shared by reference, safe to use from any thread. What touches the disk blocks, and is for a
 * thread. */
typedef struct _BylCatalogueShelf BylCatalogueShelf;

BylCatalogueShelf *byl_catalogue_shelf_new           (GFile              *user_file,
                                                      GFile              *cache_dir);
BylCatalogueShelf *byl_catalogue_shelf_ref           (BylCatalogueShelf  *self);
void               byl_catalogue_shelf_unref         (BylCatalogueShelf  *self);
char             **byl_catalogue_shelf_load          (BylCatalogueShelf  *self);
void               byl_catalogue_shelf_set_addresses (BylCatalogueShelf  *self,
                                                      const char * const *addresses);
gboolean           byl_catalogue_shelf_save          (BylCatalogueShelf  *self,
                                                      GError            **error);
BylCatalogueFile  *byl_catalogue_shelf_load_copy     (BylCatalogueShelf  *self,
                                                      const char         *address,
                                                      char              **etag);
gboolean           byl_catalogue_shelf_save_copy     (BylCatalogueShelf  *self,
                                                      const char         *address,
                                                      GBytes             *bytes,
                                                      const char         *etag,
                                                      GError            **error);
void               byl_catalogue_shelf_remove_copy   (BylCatalogueShelf  *self,
                                                      const char         *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylCatalogueShelf, byl_catalogue_shelf_unref)

G_END_DECLS
