/* byl-library-index.h: what the library knew of its files when it last looked
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Immutable, and shared between threads. */
typedef struct
{
  gatomicrefcount references;
  GPtrArray      *rows;    /* (element-type GVariant): of packs, BYL_PACK_ROW_TYPE */
  GPtrArray      *refused; /* (element-type GVariant): stamps of files that are no good packs */
} BylLibraryIndex;

BylLibraryIndex *byl_library_index_new   (void);
BylLibraryIndex *byl_library_index_load  (GFile           *file);
gboolean         byl_library_index_save  (BylLibraryIndex *self,
                                          GFile           *file);
BylLibraryIndex *byl_library_index_with  (BylLibraryIndex *self,
                                          GVariant        *row);
BylLibraryIndex *byl_library_index_ref   (BylLibraryIndex *self);
void             byl_library_index_unref (BylLibraryIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylLibraryIndex, byl_library_index_unref)

G_END_DECLS
