/* byl-catalogue.h: the packs that can be fetched, from the built-in list and from further ones
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "byl-catalogue-entry.h"
#include "byl-library.h"

G_BEGIN_DECLS

#define BYL_TYPE_CATALOGUE (byl_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (BylCatalogue, byl_catalogue, BYL, CATALOGUE, GObject)

BylCatalogue       *byl_catalogue_new                (GFile                *file,
                                                      GFile                *recipe_dir,
                                                      GFile                *user_file,
                                                      GFile                *cache_dir,
                                                      BylLibrary           *library,
                                                      SoupSession          *session);
void                byl_catalogue_load_async         (BylCatalogue         *self,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
gboolean            byl_catalogue_load_finish        (BylCatalogue         *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);
void                byl_catalogue_add_address_async  (BylCatalogue         *self,
                                                      const char           *address,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
gboolean            byl_catalogue_add_address_finish (BylCatalogue         *self,
                                                      GAsyncResult         *result,
                                                      GPtrArray           **problems,
                                                      GError              **error);
void                byl_catalogue_remove_address     (BylCatalogue         *self,
                                                      const char           *address);
const char * const *byl_catalogue_get_addresses      (BylCatalogue         *self);
void                byl_catalogue_refresh_async      (BylCatalogue         *self,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
gboolean            byl_catalogue_refresh_finish     (BylCatalogue         *self,
                                                      GAsyncResult         *result,
                                                      GError              **error);
void                byl_catalogue_get                (BylCatalogue         *self,
                                                      BylCatalogueEntry    *entry);
void                byl_catalogue_cancel             (BylCatalogue         *self,
                                                      BylCatalogueEntry    *entry);
BylPackEntry       *byl_catalogue_get_pack           (BylCatalogue         *self,
                                                      BylCatalogueEntry    *entry);

G_END_DECLS
