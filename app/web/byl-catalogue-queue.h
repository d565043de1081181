/* byl-catalogue-queue.h: the packs of the catalogue that are being fetched, and those that wait
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-catalogue-entry.h"
#include "byl-download.h"

G_BEGIN_DECLS

/* Packs that are fetched at the same time; each takes a few files at a time. */
#define BYL_CATALOGUE_AT_ONCE 2u

typedef struct _BylCatalogueQueue BylCatalogueQueue;

BylCatalogueQueue *byl_catalogue_queue_new    (const BylDownloadPlace *place,
                                               GFile                  *recipe_dir);
void               byl_catalogue_queue_free   (BylCatalogueQueue      *self);
void               byl_catalogue_queue_add    (BylCatalogueQueue      *self,
                                               BylCatalogueEntry      *entry);
void               byl_catalogue_queue_cancel (BylCatalogueQueue      *self,
                                               BylCatalogueEntry      *entry);

void               byl_catalogue_entry_settle (BylCatalogueEntry      *entry,
                                               BylLibrary             *library);

G_END_DECLS
