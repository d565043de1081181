/* byl-download-cache.h: what has been fetched for a pack, until the pack is installed
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One file to be fetched. */
typedef struct
{
  char     *address;
  char     *sha256;   /* (nullable) */
  guint64   size;     /* bytes; 0 = not known */
  GFile    *file;     /* where it lies, or will */
  guint64   n_bytes;  /* that are there */
  gboolean is_there; /* whole and checked */
} BylDownloadItem;

/* The folder of one pack’s files. Who has it open is alone with it; another program that wants it
 * at the same time is refused. The functions block, and are for a thread. */
typedef struct _BylDownloadCache BylDownloadCache;

gboolean          byl_download_cache_exists  (GFile             *cache_dir,
                                              const char        *id);
BylDownloadCache *byl_download_cache_open    (GFile             *cache_dir,
                                              const char        *id,
                                              GError           **error);
void              byl_download_cache_free    (BylDownloadCache  *self);
BylDownloadItem  *byl_download_cache_add     (BylDownloadCache  *self,
                                              const char        *address,
                                              const char        *sha256,
                                              guint64            size);
GPtrArray        *byl_download_cache_get_items (BylDownloadCache *self);
gboolean          byl_download_cache_look    (BylDownloadCache  *self,
                                              GCancellable      *cancellable,
                                              GError           **error);
void              byl_download_cache_doubt   (BylDownloadCache  *self);
GFile            *byl_download_cache_get_pack (BylDownloadCache *self);
void              byl_download_cache_clear   (BylDownloadCache  *self);
void              byl_download_cache_prune   (GFile             *cache_dir);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylDownloadCache, byl_download_cache_free)

G_END_DECLS
