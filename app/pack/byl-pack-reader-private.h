/* byl-pack-reader-private.h: for the checker: a pack as far as it can be read
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-pack-reader.h"

G_BEGIN_DECLS

BylPack *byl_pack_read_partly (GBytes     *bytes,
                               GPtrArray  *problems,
                               guint      *n_errors,
                               GError    **error);

G_END_DECLS
