/* byl-catalogue-remote.h: fetching a further list of packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "byl-catalogue-shelf.h"

G_BEGIN_DECLS

void     byl_catalogue_remote_async  (SoupSession          *session,
                                      BylCatalogueShelf    *shelf,
                                      const char           *address,
                                      const char           *etag,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean byl_catalogue_remote_finish (GAsyncResult         *result,
                                      BylCatalogueFile    **file,
                                      char                **etag,
                                      GPtrArray           **problems,
                                      GError              **error);

G_END_DECLS
