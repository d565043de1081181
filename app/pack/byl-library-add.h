/* byl-library-add.h: taking a file into the folder of the user’s packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-library-index.h"

G_BEGIN_DECLS

GVariant *byl_library_add_file (GFile            *file,
                                GFile            *user_dir,
                                BylLibraryIndex  *known,
                                GPtrArray        *problems,
                                GCancellable     *cancellable,
                                GError          **error);

G_END_DECLS
