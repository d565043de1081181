/* byl-library-scan.h: looking through the folders of packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-library-index.h"

G_BEGIN_DECLS

char            *byl_library_scan_hash (GBytes           *bytes);
BylLibraryIndex *byl_library_scan      (GFile            *built_in_dir,
                                        GFile            *user_dir,
                                        BylLibraryIndex  *known,
                                        gboolean         *changed,
                                        GCancellable     *cancellable);

G_END_DECLS
