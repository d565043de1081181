/* byl-pack-document.h: a pack as it is edited: every member kept, known or not
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *byl_pack_document_load (GFile         *file,
                                  GCancellable  *cancellable,
                                  GError       **error);
gboolean  byl_pack_document_save (JsonNode      *document,
                                  GFile         *file,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
