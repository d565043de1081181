/* byl-archive.h: what is in an archive, read in memory and within limits
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Decoded bytes of all members of one archive together, and how many members it may have. */
#define BYL_ARCHIVE_MAX_BYTES   (G_GUINT64_CONSTANT (4) << 30)
#define BYL_ARCHIVE_MAX_MEMBERS 200000u

typedef struct _BylArchive BylArchive;

gboolean    byl_archive_is           (const char    *name,
                                      const guint8  *head,
                                      gsize          length);
char       *byl_archive_dup_inner    (const char    *name);

BylArchive *byl_archive_open         (GInputStream  *stream,
                                      const char    *name,
                                      GCancellable  *cancellable,
                                      GError       **error);
BylArchive *byl_archive_open_bytes   (GBytes        *bytes,
                                      const char    *name,
                                      GError       **error);
void        byl_archive_free         (BylArchive    *self);
gboolean    byl_archive_next         (BylArchive    *self,
                                      const char   **path,
                                      GError       **error);
GBytes     *byl_archive_read         (BylArchive    *self,
                                      gsize          max_bytes,
                                      GError       **error);
GBytes     *byl_archive_read_head    (BylArchive    *self,
                                      gsize          n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylArchive, byl_archive_free)

G_END_DECLS
