/* byl-library-bin.h: where removed packs wait until nobody can want them back
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The folder “.removed” in the folder of the user's packs. Whoever has put a file there keeps a
 * lock, and nobody empties the folder while such a lock is held. */
typedef struct _BylLibraryBin BylLibraryBin;

BylLibraryBin *byl_library_bin_new     (GFile          *user_dir);
void           byl_library_bin_free    (BylLibraryBin  *self);
GFile         *byl_library_bin_take    (BylLibraryBin  *self,
                                        GFile          *file,
                                        GError        **error);
gboolean       byl_library_bin_restore (BylLibraryBin  *self,
                                        GFile          *removed,
                                        GFile          *file,
                                        GError        **error);
void           byl_library_bin_empty   (GFile          *user_dir);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylLibraryBin, byl_library_bin_free)

G_END_DECLS
