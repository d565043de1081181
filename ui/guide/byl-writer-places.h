/* byl-writer-places.h: where the answers of a writer can be had
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-guide-leaf.h"
#include "byl-guide-source.h"

G_BEGIN_DECLS

void byl_writer_places_add (BylGuideLeaf   *leaf,
                            BylGuideSource *source,
                            const char     *name,
                            GArray         *figures);

G_END_DECLS
