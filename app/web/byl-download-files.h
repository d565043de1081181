/* byl-download-files.h: many files, a few at a time
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "byl-download-cache.h"

G_BEGIN_DECLS

#define BYL_DOWNLOAD_AT_ONCE   4u
#define BYL_DOWNLOAD_MAX_BYTES (2u * 1024u * 1024u * 1024u - 1u) /* of all files of one pack */

/* Called in the main loop with the bytes of all files that are there. */
typedef void (*BylDownloadFilesProgress) (guint64  n_bytes,
                                          gpointer user_data);

void     byl_download_files_async  (SoupSession               *session,
                                    GPtrArray                 *items,
                                    guint                      pause,
                                    BylDownloadFilesProgress   progress,
                                    gpointer                   progress_data,
                                    GCancellable              *cancellable,
                                    GAsyncReadyCallback        callback,
                                    gpointer                   user_data);
gboolean byl_download_files_finish (SoupSession               *session,
                                    GAsyncResult              *result,
                                    GError                   **error);

G_END_DECLS
