/* byl-pack-check.h: everything that is wrong with a pack, at once
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-known-writers.h"
#include "byl-pack.h"

G_BEGIN_DECLS

gboolean byl_pack_check (GFile                  *file,
                         const BylKnownWriters  *known,
                         GPtrArray             **problems,
                         GCancellable           *cancellable,
                         GError                **error);

G_END_DECLS
