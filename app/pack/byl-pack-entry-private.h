/* byl-pack-entry-private.h: for the library: what an entry stands on, and where it is listed
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-pack-entry.h"

G_BEGIN_DECLS

BylPackEntry *byl_pack_entry_new      (GVariant      *row,
                                       gboolean       built_in);
GVariant     *byl_pack_entry_get_row  (BylPackEntry  *self);
const char   *byl_pack_entry_get_path (BylPackEntry  *self);
const char   *byl_pack_entry_get_hash (BylPackEntry  *self);
int           byl_pack_entry_compare  (gconstpointer  a,
                                       gconstpointer  b);

G_END_DECLS
