/* byl-catalogue-private.h: the two parts of the catalogue: its entries, and its further lists
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-catalogue-list.h"
#include "byl-catalogue-queue.h"
#include "byl-catalogue.h"

G_BEGIN_DECLS

struct _BylCatalogue
{
  GObject            parent_instance;

  GFile             *file;
  GFile             *cache_dir;
  BylLibrary        *library;
  SoupSession       *session;
  BylCatalogueShelf *shelf;
  BylCatalogueQueue *queue;
  GPtrArray         *lists;     /* (element-type BylCatalogueList) */
  char             **addresses; /* of the lists that have one; NULL-terminated */
};

void byl_catalogue_collect_addresses (BylCatalogue     *self);
void byl_catalogue_fill_list         (BylCatalogue     *self,
                                      BylCatalogueList *list,
                                      BylCatalogueFile *file,
                                      const char       *etag);

G_END_DECLS
