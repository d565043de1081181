/* byl-fetch-part.c: a file while it is being fetched
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-fetch-part.h"

#include "byl-error.h"
#include "byl-fetch.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PIECE (256u * 1024u)

struct _BylFetchPart
{
  char      *path;       /* of the file that it becomes */
  char      *part_path;
  char      *etag_path;
  int        descriptor;
  guint64    length;     /* bytes that are there, and in the checksum */
  GChecksum *checksum;
  char      *etag;       /* (nullable): that of all bytes that are there */
  guint64    size;       /* 0 = not known */
  char      *sha256;     /* (nullable) */
};

static gboolean
refuse (BylFetchPart  *self,
        int            number,
        GError       **error)
{
  g_autofree char *name = g_filename_display_name (self->part_path);

  /* Translators: a file, and what the system says about it */
  g_set_error (error, BYL_ERROR, BYL_ERROR_SAVE,
               _("What was fetched could not be kept in “%s”: %s. Make room, then try again; what "
                 "is whole will not be fetched again."),
               name, g_strerror (number));

  return FALSE;
}

/* Throws away what has come. */
static gboolean
empty (BylFetchPart  *self,
       GError       **error)
{
  g_unlink (self->etag_path);
  g_clear_pointer (&self->etag, g_free);
  g_checksum_reset (self->checksum);
  self->length = 0;

  if (ftruncate (self->descriptor, 0) != 0 || lseek (self->descriptor, 0, SEEK_SET) < 0)
    return refuse (self, errno, error);

  return TRUE;
}

static void
load_etag (BylFetchPart *self)
{
  gsize length;

  if (g_file_get_contents (self->etag_path, &self->etag, &length, NULL) &&
      (strlen (self->etag) != length || !byl_fetch_is_etag (self->etag)))
    g_clear_pointer (&self->etag, g_free);
}

/* Takes what an earlier try has left into the checksum; FALSE where it cannot be read. */
static gboolean
take_up (BylFetchPart *self,
         guint64       max_bytes)
{
  g_autofree guchar *piece = g_malloc (PIECE);
  gssize n;

  while ((n = read (self->descriptor, piece, PIECE)) > 0)
    {
      self->length += (guint64) n;
      if (self->length > max_bytes)
        return FALSE;
      g_checksum_update (self->checksum, piece, n);
    }

  return n == 0;
}

/* Opens what an earlier try has left, where one can go on from there: where the server names what
 * it sent, or a checksum tells in the end whether all is right. Else it begins with nothing. */
BylFetchPart *
byl_fetch_part_open (GFile       *to,
                     guint64      size,
                     const char  *sha256,
                     guint64      max_bytes,
                     GError     **error)
{
  g_autoptr(BylFetchPart) self = g_new0 (BylFetchPart, 1);

  self->path = g_file_get_path (to);
  self->part_path = g_strconcat (self->path, ".part", NULL);
  self->etag_path = g_strconcat (self->path, ".etag", NULL);
  self->size = size;
  self->sha256 = g_strdup (sha256);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->descriptor = g_open (self->part_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->descriptor < 0)
    {
      refuse (self, errno, error);
      return NULL;
    }

  load_etag (self);
  if (((self->etag != NULL || sha256 != NULL) &&
       take_up (self, size > 0 ? MIN (size, max_bytes) : max_bytes)) ||
      empty (self, error))
    return g_steal_pointer (&self);

  return NULL;
}

/* What has come stays. */
void
byl_fetch_part_free (BylFetchPart *self)
{
  if (self == NULL)
    return;

  if (self->descriptor >= 0)
    close (self->descriptor);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_free (self->path);
  g_free (self->part_path);
  g_free (self->etag_path);
  g_free (self->etag);
  g_free (self->sha256);
  g_free (self);
}

/* Bytes that are there. */
guint64
byl_fetch_part_get_length (BylFetchPart *self)
{
  return self->length;
}

/* What the server calls that of which these bytes are the beginning; NULL where that is not
 * known. */
const char *
byl_fetch_part_get_etag (BylFetchPart *self)
{
  return self->etag;
}

/* Whether what is there is all, and what was published. Where neither is known, it is. */
gboolean
byl_fetch_part_is_right (BylFetchPart *self)
{
  g_autoptr(GChecksum) checksum = NULL;

  if (self->size > 0 && self->length != self->size)
    return FALSE;

  if (self->sha256 == NULL)
    return TRUE;

  checksum = g_checksum_copy (self->checksum);

  return g_str_equal (g_checksum_get_string (checksum), self->sha256);
}

/* Begins with nothing; the ETag, if there is one, is that of what will be written. */
gboolean
byl_fetch_part_start (BylFetchPart  *self,
                      const char    *etag,
                      GError       **error)
{
  if (!empty (self, error))
    return FALSE;

  if (etag == NULL)
    return TRUE;

  if (g_file_set_contents_full (self->etag_path, etag, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                NULL))
    self->etag = g_strdup (etag);

  return TRUE;
}

/* Adds to what is there. */
gboolean
byl_fetch_part_write (BylFetchPart  *self,
                      GBytes        *piece,
                      GError       **error)
{
  gsize left;
  const guchar *data = g_bytes_get_data (piece, &left);

  g_checksum_update (self->checksum, data, (gssize) left);
  self->length += left;

  while (left > 0)
    {
      gssize n = write (self->descriptor, data, left);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return refuse (self, n < 0 ? errno : ENOSPC, error);

      data += n;
      left -= (gsize) n;
    }

  return TRUE;
}

/* Gives the file its name, once it is on the disk for good; to be called only where it is right. */
gboolean
byl_fetch_part_finish (BylFetchPart  *self,
                       GError       **error)
{
  if (fsync (self->descriptor) != 0 || g_rename (self->part_path, self->path) != 0)
    return refuse (self, errno, error);

  g_unlink (self->etag_path);

  return TRUE;
}
