/* byl-pack-row.h: what the index of the library says of one file
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-pack.h"

G_BEGIN_DECLS

/* What the file was when it was read: path, seconds and nanoseconds of its last change, size. */
#define BYL_STAMP_TYPE "(ayxxt)"

/* A stamp, then: id, revision, title and summary (tags with texts), language, license, source,
 * provenance, questions, names and ids of the writers, categories, all models, hash of the
 * content. */
#define BYL_PACK_ROW_TYPE "((ayxxt)sua(ss)a(ss)smsmsuuasasasbs)"

/* What stat() says of a file. */
typedef struct
{
  gint64  seconds;
  gint64  nanoseconds;
  guint64 size;        /* bytes */
} BylStamp;

gboolean    byl_stamp_take       (const char     *path,
                                  BylStamp       *stamp);
GVariant   *byl_stamp_to_variant (const BylStamp *stamp,
                                  const char     *path);
gboolean    byl_stamp_is_current (GVariant       *variant);
GVariant   *byl_pack_row_make    (const BylPack  *pack,
                                  const char     *path,
                                  const BylStamp *stamp,
                                  const char     *hash);
char       *byl_pack_row_dup_path (GVariant      *row);
gboolean    byl_pack_row_is_current (GVariant    *row);
void        byl_pack_row_get_localized (GVariant     *row,
                                        gsize         position,
                                        BylLocalized *localized);

G_END_DECLS
