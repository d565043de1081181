/* byl-library-list.h: the entries of a library, in their order, and how they change
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-library-index.h"
#include "byl-pack-entry.h"

G_BEGIN_DECLS

/* What a library shows; it lies in the library. */
typedef struct
{
  GListModel *model;        /* (unowned): the library, which says what changes */
  GFile      *built_in_dir;
  GFile      *user_dir;
  GPtrArray  *entries;      /* (element-type BylPackEntry): in the order shown */
  GPtrArray  *refused;      /* (element-type GVariant): stamps of files that are no good packs */
  guint       generation;   /* how often the entries have changed otherwise than by a refresh */
} BylLibraryList;

void             byl_library_list_init       (BylLibraryList  *self,
                                              GListModel      *model,
                                              GFile           *built_in_dir,
                                              GFile           *user_dir,
                                              BylLibraryIndex *index);
void             byl_library_list_clear      (BylLibraryList  *self);
BylLibraryIndex *byl_library_list_make_index (BylLibraryList  *self);
BylPackEntry    *byl_library_list_make_entry (BylLibraryList  *self,
                                              GVariant        *row);
BylPackEntry    *byl_library_list_find_path  (BylLibraryList  *self,
                                              const char      *path);
gboolean         byl_library_list_has_hash   (BylLibraryList  *self,
                                              const char      *hash);
void             byl_library_list_insert     (BylLibraryList  *self,
                                              BylPackEntry    *entry);
gboolean         byl_library_list_remove     (BylLibraryList  *self,
                                              BylPackEntry    *entry);
void             byl_library_list_apply      (BylLibraryList  *self,
                                              BylLibraryIndex *index);

G_END_DECLS
