/* byl-catalogue-list.h: the lists that a catalogue is made of, and their entries
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-catalogue-entry.h"
#include "byl-catalogue-shelf.h"

G_BEGIN_DECLS

/* One list: the one that comes with the program, or one from an address. */
typedef struct
{
  char      *address; /* (nullable): NULL = it comes with the program */
  char      *etag;    /* (nullable) */
  GPtrArray *entries; /* (element-type BylCatalogueEntry) */
} BylCatalogueList;

BylCatalogueList *byl_catalogue_list_new         (const char        *address);
void              byl_catalogue_list_free        (BylCatalogueList  *self);
void              byl_catalogue_list_fill        (BylCatalogueList  *self,
                                                  BylCatalogueFile  *file,
                                                  const char        *etag);

GPtrArray        *byl_catalogue_lists_load       (BylCatalogueShelf *shelf,
                                                  GFile             *built_in,
                                                  GCancellable      *cancellable,
                                                  GError           **error);
BylCatalogueList *byl_catalogue_lists_find       (GPtrArray         *lists,
                                                  const char        *address);
guint             byl_catalogue_lists_count      (GPtrArray         *lists,
                                                  guint              n_lists);
BylCatalogueEntry *byl_catalogue_lists_get_entry (GPtrArray         *lists,
                                                  guint              position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylCatalogueList, byl_catalogue_list_free)

G_END_DECLS
