/* byl-pack-warnings.h: what would make a game of a pack unfair or dull, though it can be played
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-known-writers.h"
#include "byl-pack.h"

G_BEGIN_DECLS

void byl_pack_add_warnings (const BylPack         *pack,
                            const BylKnownWriters *known,
                            GPtrArray             *problems,
                            GCancellable          *cancellable);

G_END_DECLS
