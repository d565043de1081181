/* byl-pack-shelf.h: what stands in the grid of the home page: packs, and what leads to more of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "byl-library.h"

G_BEGIN_DECLS

#define BYL_TYPE_PACK_SHELF (byl_pack_shelf_get_type ())
G_DECLARE_FINAL_TYPE (BylPackShelf, byl_pack_shelf, BYL, PACK_SHELF, GObject)

BylPackShelf *byl_pack_shelf_new            (GtkGridView  *grid,
                                             BylLibrary   *library);
void          byl_pack_shelf_set_played     (BylPackShelf *self,
                                             GHashTable   *played);
void          byl_pack_shelf_set_recordings (BylPackShelf *self,
                                             gboolean      recordings);
void          byl_pack_shelf_show           (BylPackShelf *self,
                                             BylPackEntry *entry);

G_END_DECLS
