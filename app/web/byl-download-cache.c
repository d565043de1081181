/* byl-download-cache.c: what has been fetched for a pack, until the pack is installed
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-download-cache.h"

#include "byl-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE           (256u * 1024u)
#define MAX_ID_IN_NAME  60u
#define HASH_IN_NAME    16u
#define PREFIX          "get-"
#define DAY             (24 * 60 * 60)
#define MAX_AGE         (7 * DAY)  /* seconds, of a file that no checksum vouches for */
#define MAX_ABANDONED   (30 * DAY) /* likewise, of a folder that nobody has touched */

struct _BylDownloadCache
{
  char      *path;
  GFile     *pack;  /* made of the items */
  int        lock;  /* descriptor */
  GPtrArray *items; /* (element-type BylDownloadItem) */
};

static void
item_free (BylDownloadItem *item)
{
  g_free (item->address);
  g_free (item->sha256);
  g_object_unref (item->file);
  g_free (item);
}

/* A name that no id can lead out of the folder, and that no two ids share. */
static char *
make_name (const char *id)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, id, -1);
  g_autofree char *start = g_strndup (id, MAX_ID_IN_NAME);

  g_strcanon (start, "abcdefghijklmnopqrstuvwxyz0123456789-", '-');

  return g_strdup_printf (PREFIX "%s-%.*s", start, (int) HASH_IN_NAME, hash);
}

static gboolean
refuse (const char  *path,
        int          number,
        GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (number == EWOULDBLOCK)
    g_set_error_literal (error, BYL_ERROR, BYL_ERROR_LOCKED,
                         _("Another window of Byline is fetching this pack already. Wait until it "
                           "has."));
  else
    /* Translators: a folder, and what the system says about it */
    g_set_error (error, BYL_ERROR, BYL_ERROR_SAVE,
                 _("The folder for what is fetched, “%s”, cannot be used: %s. See that it can be "
                   "written to."),
                 name, g_strerror (number));

  return FALSE;
}

static gboolean
lock_folder (BylDownloadCache  *self,
             GError           **error)
{
  g_autofree char *lock_path = g_build_filename (self->path, "lock", NULL);

  if (g_mkdir_with_parents (self->path, 0700) != 0)
    return refuse (self->path, errno, error);

  self->lock = g_open (lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->lock < 0 || flock (self->lock, LOCK_EX | LOCK_NB) != 0)
    return refuse (self->path, errno, error);

  return TRUE;
}

/* Whether anything was left for the pack of that id. */
gboolean
byl_download_cache_exists (GFile      *cache_dir,
                           const char *id)
{
  g_autofree char *name = make_name (id);
  g_autofree char *path = g_build_filename (g_file_peek_path (cache_dir), name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_DIR);
}

static BylDownloadCache *
open_folder (GFile       *cache_dir,
             const char  *name,
             GError     **error)
{
  g_autoptr(BylDownloadCache) self = g_new0 (BylDownloadCache, 1);

  self->lock = -1;
  self->path = g_build_filename (g_file_peek_path (cache_dir), name, NULL);
  self->pack = g_file_new_build_filename (self->path, "pack.json.gz", NULL);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);

  return lock_folder (self, error) ? g_steal_pointer (&self) : NULL;
}

/* The folder for the pack of that id; made where it is not there. */
BylDownloadCache *
byl_download_cache_open (GFile       *cache_dir,
                         const char  *id,
                         GError     **error)
{
  g_autofree char *name = make_name (id);

  return open_folder (cache_dir, name, error);
}

/* The files stay. */
void
byl_download_cache_free (BylDownloadCache *self)
{
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_object_unref (self->pack);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

static BylDownloadItem *
find_item (BylDownloadCache *self,
           GFile            *file)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      BylDownloadItem *item = g_ptr_array_index (self->items, i);

      if (g_file_equal (item->file, file))
        return item;
    }

  return NULL;
}

/* A file that the pack needs. What has a checksum bears it as its name, so that it is found again
 * whatever its address, and lies there once; what has none bears that of its address. */
BylDownloadItem *
byl_download_cache_add (BylDownloadCache *self,
                        const char       *address,
                        const char       *sha256,
                        guint64           size)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, address, -1);
  g_autofree char *name = sha256 != NULL ? g_strconcat ("file-", sha256, NULL)
                                         : g_strconcat ("from-", hash, NULL);
  g_autoptr(GFile) file = g_file_new_build_filename (self->path, name, NULL);
  BylDownloadItem *item = find_item (self, file);

  if (item != NULL)
    return item;

  item = g_new0 (BylDownloadItem, 1);
  item->address = g_strdup (address);
  item->sha256 = g_strdup (sha256);
  item->size = size;
  item->file = g_steal_pointer (&file);
  g_ptr_array_add (self->items, item);

  return item;
}

/* (element-type BylDownloadItem): in the order in which they were added. */
GPtrArray *
byl_download_cache_get_items (BylDownloadCache *self)
{
  return self->items;
}

static char *
compute_sha256 (int           descriptor,
                GCancellable *cancellable)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *piece = g_malloc (PIECE);
  gssize n;

  while ((n = read (descriptor, piece, PIECE)) > 0 && !g_cancellable_is_cancelled (cancellable))
    g_checksum_update (checksum, piece, n);

  return n == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/* Whether what lies there is what is wanted. */
static gboolean
is_good (BylDownloadItem *item,
         int              descriptor,
         GCancellable    *cancellable)
{
  struct stat status;
  g_autofree char *sha256 = NULL;

  if (fstat (descriptor, &status) != 0 || !S_ISREG (status.st_mode) ||
      (item->size > 0 && (guint64) status.st_size != item->size))
    return FALSE;

  item->n_bytes = (guint64) status.st_size;
  if (item->sha256 == NULL)
    return ABS (g_get_real_time () / G_USEC_PER_SEC - (gint64) status.st_mtime) < MAX_AGE;

  sha256 = compute_sha256 (descriptor, cancellable);

  return g_strcmp0 (sha256, item->sha256) == 0;
}

/* Looks what earlier tries have left. What is there under its name was whole once; what has changed
 * since is thrown away. */
gboolean
byl_download_cache_look (BylDownloadCache  *self,
                         GCancellable      *cancellable,
                         GError           **error)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      BylDownloadItem *item = g_ptr_array_index (self->items, i);
      const char *path = g_file_peek_path (item->file);
      int descriptor = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);

      if (descriptor < 0)
        continue;

      item->is_there = is_good (item, descriptor, cancellable);
      close (descriptor);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (item->is_there)
        continue;

      item->n_bytes = 0;
      g_unlink (path);
    }

  return TRUE;
}

/* The import could make nothing of the files: those that no checksum vouches for go. */
void
byl_download_cache_doubt (BylDownloadCache *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      BylDownloadItem *item = g_ptr_array_index (self->items, i);

      if (item->sha256 == NULL)
        g_unlink (g_file_peek_path (item->file));
    }
}

/* Where the pack lies between its import and its installation. */
GFile *
byl_download_cache_get_pack (BylDownloadCache *self)
{
  return self->pack;
}

/* The pack is installed: all that was fetched goes, and the folder, too. */
void
byl_download_cache_clear (BylDownloadCache *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->path, name, NULL);

      g_unlink (path);
    }

  g_rmdir (self->path);
}

static gboolean
is_abandoned (const char *path)
{
  GStatBuf status;

  return g_lstat (path, &status) == 0 && S_ISDIR (status.st_mode) &&
         g_get_real_time () / G_USEC_PER_SEC - (gint64) status.st_mtime > MAX_ABANDONED;
}

/* Throws away what was begun, given up and forgotten long ago. */
void
byl_download_cache_prune (GFile *cache_dir)
{
  g_autoptr(GDir) dir = g_dir_open (g_file_peek_path (cache_dir), 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (g_file_peek_path (cache_dir), name, NULL);
      g_autoptr(BylDownloadCache) cache = NULL;

      if (g_str_has_prefix (name, PREFIX) && is_abandoned (path))
        cache = open_folder (cache_dir, name, NULL);
      if (cache != NULL)
        byl_download_cache_clear (cache);
    }
}
