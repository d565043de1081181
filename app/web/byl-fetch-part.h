/* byl-fetch-part.h: a file while it is being fetched
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What has come of a file, in “NAME.part” beside it, and the ETag it came under in “NAME.etag”. All
 * functions but those that only look block, and are for a thread; one at a time. */
typedef struct _BylFetchPart BylFetchPart;

BylFetchPart *byl_fetch_part_open       (GFile          *to,
                                         guint64         size,
                                         const char     *sha256,
                                         guint64         max_bytes,
                                         GError        **error);
void          byl_fetch_part_free       (BylFetchPart   *self);
guint64       byl_fetch_part_get_length (BylFetchPart   *self);
const char   *byl_fetch_part_get_etag   (BylFetchPart   *self);
gboolean      byl_fetch_part_is_right   (BylFetchPart   *self);
gboolean      byl_fetch_part_start      (BylFetchPart   *self,
                                         const char     *etag,
                                         GError        **error);
gboolean      byl_fetch_part_write      (BylFetchPart   *self,
                                         GBytes         *piece,
                                         GError        **error);
gboolean      byl_fetch_part_finish     (BylFetchPart   *self,
                                         GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylFetchPart, byl_fetch_part_free)

G_END_DECLS
