/* byl-pack-entry.h: an installed pack, as the library lists it without reading it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-pack.h"

G_BEGIN_DECLS

#define BYL_TYPE_PACK_ENTRY (byl_pack_entry_get_type ())
G_DECLARE_FINAL_TYPE (BylPackEntry, byl_pack_entry, BYL, PACK_ENTRY, GObject)

GFile             *byl_pack_entry_get_file         (BylPackEntry *self);
const char        *byl_pack_entry_get_id           (BylPackEntry *self);
guint              byl_pack_entry_get_revision     (BylPackEntry *self);
const char        *byl_pack_entry_get_title        (BylPackEntry *self);
const char        *byl_pack_entry_get_summary      (BylPackEntry *self);
const char        *byl_pack_entry_get_language     (BylPackEntry *self);
const char        *byl_pack_entry_get_license      (BylPackEntry *self);
const char        *byl_pack_entry_get_source       (BylPackEntry *self);
BylProvenanceKind  byl_pack_entry_get_provenance   (BylPackEntry *self);
guint              byl_pack_entry_get_n_questions  (BylPackEntry *self);
const char * const *byl_pack_entry_get_writer_names (BylPackEntry *self);
const char * const *byl_pack_entry_get_writer_ids  (BylPackEntry *self);
const char * const *byl_pack_entry_get_categories  (BylPackEntry *self);
gboolean           byl_pack_entry_get_all_models   (BylPackEntry *self);
gboolean           byl_pack_entry_get_built_in     (BylPackEntry *self);

G_END_DECLS
