/* byl-pack-reader.h: from bytes through the gate to a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-pack.h"

G_BEGIN_DECLS

BylPack *byl_pack_read        (GBytes               *bytes,
                               GPtrArray            *problems,
                               GError              **error);
BylPack *byl_pack_load        (GFile                *file,
                               GPtrArray            *problems,
                               GCancellable         *cancellable,
                               GError              **error);
void     byl_pack_load_async  (GFile                *file,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
BylPack *byl_pack_load_finish (GFile                *file,
                               GAsyncResult         *result,
                               GPtrArray           **problems,
                               GError              **error);

G_END_DECLS
