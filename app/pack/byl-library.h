/* byl-library.h: the installed packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-known-writers.h"
#include "byl-pack-entry.h"

G_BEGIN_DECLS

#define BYL_TYPE_LIBRARY (byl_library_get_type ())
G_DECLARE_FINAL_TYPE (BylLibrary, byl_library, BYL, LIBRARY, GObject)

BylLibrary   *byl_library_new           (GFile                *built_in_dir,
                                         GFile                *user_dir,
                                         GFile                *index_file,
                                         BylKnownWriters      *known);
BylKnownWriters *byl_library_get_known_writers (BylLibrary *self);
void          byl_library_refresh_async (BylLibrary           *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean      byl_library_refresh_finish (BylLibrary          *self,
                                         GAsyncResult         *result,
                                         GError              **error);
void          byl_library_add_async     (BylLibrary           *self,
                                         GFile                *file,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
BylPackEntry *byl_library_add_finish    (BylLibrary           *self,
                                         GAsyncResult         *result,
                                         GPtrArray           **problems,
                                         GError              **error);
gboolean      byl_library_remove        (BylLibrary           *self,
                                         BylPackEntry         *entry,
                                         GError              **error);
gboolean      byl_library_undo_remove   (BylLibrary           *self,
                                         BylPackEntry         *entry,
                                         GError              **error);
BylPackEntry *byl_library_find          (BylLibrary           *self,
                                         const char           *id);

G_END_DECLS
