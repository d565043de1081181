/* byl-archive.c: what is in an archive, read in memory and within limits
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-archive.h"

#include "byl-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

#define PIECE (64u * 1024u)

struct _BylArchive
{
  struct archive *archive;
  GInputStream   *stream;      /* (nullable) */
  GBytes         *bytes;       /* (nullable) */
  GCancellable   *cancellable; /* (nullable) */
  GError         *read_error;  /* (nullable): of the stream, which the archive knows no more of */
  char           *name;        /* for people */
  char           *inner;       /* what a file is called that is only compressed */
  char           *path;        /* (nullable): of the member at hand */
  guint8         *piece;
  guint64         n_bytes;     /* decoded so far */
  guint           n_members;
  gboolean        in_member;   /* something of it has not been read */
};

/* What compressing a file, or putting several into one, adds to a name. */
static const char * const suffixes[] = {
  ".tar.gz", ".tar.xz", ".tar.bz2", ".tgz", ".txz", ".tbz2", ".tar", ".zip", ".gz", ".xz", ".bz2",
};

static la_ssize_t
read_cb (struct archive  *archive,
         void            *user_data,
         const void     **buffer)
{
  BylArchive *self = user_data;
  GError **error = self->read_error == NULL ? &self->read_error : NULL;
  gssize n_read = -1;

  /* A stream in memory does not look itself. */
  *buffer = self->piece;
  if (!g_cancellable_set_error_if_cancelled (self->cancellable, error))
    n_read = g_input_stream_read (self->stream, self->piece, PIECE, self->cancellable, error);
  if (n_read < 0)
    archive_set_error (archive, EIO, "read error");

  return n_read;
}

/* The directory of a zip file is at its end. */
static la_int64_t
seek_cb (struct archive *archive,
         void           *user_data,
         la_int64_t      offset,
         int             whence)
{
  BylArchive *self = user_data;
  GSeekType type = whence == SEEK_SET ? G_SEEK_SET : whence == SEEK_CUR ? G_SEEK_CUR : G_SEEK_END;

  if (!g_seekable_seek (G_SEEKABLE (self->stream), offset, type, self->cancellable, NULL))
    return ARCHIVE_FATAL;

  return g_seekable_tell (G_SEEKABLE (self->stream));
}

/* An error of the stream, or that the user gave up, is told as it is; the rest is the archive's
 * fault. */
static gboolean
refuse (BylArchive  *self,
        GError     **error)
{
  if (g_error_matches (self->read_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&self->read_error));
  else
    g_set_error (error, BYL_ERROR, BYL_ERROR_READ,
                 /* Translators: a file’s name */
                 _("“%s” is a damaged or cut archive, or one that is locked with a password: fetch "
                   "it or make it again."),
                 self->name);

  return FALSE;
}

static gboolean
refuse_size (BylArchive  *self,
             GError     **error)
{
  g_set_error (error, BYL_ERROR, BYL_ERROR_SIZE,
               /* Translators: a file’s name */
               _("“%s” holds more than can be opened."), self->name);

  return FALSE;
}

/* Only what the library does by itself: for some others it would start a program. */
static BylArchive *
new_archive (const char *name)
{
  BylArchive *self = g_new0 (BylArchive, 1);

  self->archive = archive_read_new ();
  archive_read_support_filter_gzip (self->archive);
  archive_read_support_filter_xz (self->archive);
  archive_read_support_filter_bzip2 (self->archive);
  archive_read_support_format_tar (self->archive);
  archive_read_support_format_zip (self->archive);
  archive_read_support_format_raw (self->archive);
  archive_read_support_format_empty (self->archive);
  self->name = g_strdup (name);
  self->inner = byl_archive_dup_inner (name);

  return self;
}

/**
 * byl_archive_is:
 * @name: what the file is called
 * @head: what it begins with
 * @length: bytes of that; 512 are enough
 *
 * Returns: whether the file is compressed, or holds other files
 */
gboolean
byl_archive_is (const char   *name,
                const guint8 *head,
                gsize         length)
{
  return (length >= 2 && memcmp (head, "\x1f\x8b", 2) == 0) ||
         (length >= 6 && memcmp (head, "\xfd" "7zXZ\0", 6) == 0) ||
         (length >= 10 && memcmp (head, "BZh", 3) == 0 && memcmp (head + 4, "1AY&SY", 6) == 0) ||
         (length >= 4 && memcmp (head, "PK\3\4", 4) == 0) ||
         (length >= 4 && memcmp (head, "PK\5\6", 4) == 0) ||
         (length >= 262 && memcmp (head + 257, "ustar", 5) == 0) ||
         g_str_has_suffix (name, ".tar");
}

/**
 * byl_archive_dup_inner:
 * @name: what a file is called
 *
 * Returns: (transfer full): its name without what compressing it added to that
 */
char *
byl_archive_dup_inner (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (name, suffixes[i]))
      return g_strndup (name, strlen (name) - strlen (suffixes[i]));

  return g_strdup (name);
}

/**
 * byl_archive_open:
 * @stream: an archive; read while the archive is in use
 * @name: what it is called, for errors, and for a file in it that has no name
 * @cancellable: (nullable): to stop early
 * @error: return location for an error
 *
 * Opens a tar or zip archive, plain or compressed with gzip, xz or bzip2, or a single file that is
 * compressed with one of these. Nothing of it is ever written to disk.
 *
 * Errors: %BYL_ERROR_READ where it is no archive, or damaged; %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (nullable): the archive, before its first member
 */
BylArchive *
byl_archive_open (GInputStream  *stream,
                  const char    *name,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr(BylArchive) self = new_archive (name);

  self->stream = g_object_ref (stream);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->piece = g_malloc (PIECE);
  archive_read_set_callback_data (self->archive, self);
  archive_read_set_read_callback (self->archive, read_cb);
  if (G_IS_SEEKABLE (stream) && g_seekable_can_seek (G_SEEKABLE (stream)))
    archive_read_set_seek_callback (self->archive, seek_cb);

  if (archive_read_open1 (self->archive) < ARCHIVE_WARN || self->read_error != NULL)
    {
      refuse (self, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * byl_archive_open_bytes:
 * @bytes: an archive
 * @name: what it is called
 * @error: return location for an error
 *
 * Opens an archive in memory; see byl_archive_open().
 *
 * Returns: (transfer full) (nullable): the archive, before its first member
 */
BylArchive *
byl_archive_open_bytes (GBytes      *bytes,
                        const char  *name,
                        GError     **error)
{
  g_autoptr(BylArchive) self = new_archive (name);
  const guint8 *data;
  gsize length;

  self->bytes = g_bytes_ref (bytes);
  data = g_bytes_get_data (bytes, &length);
  if (archive_read_open_memory (self->archive, data, length) < ARCHIVE_WARN)
    {
      refuse (self, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * byl_archive_free:
 * @self: (nullable) (transfer full): an archive
 */
void
byl_archive_free (BylArchive *self)
{
  if (self == NULL)
    return;

  archive_read_free (self->archive);
  g_clear_object (&self->stream);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->read_error);
  g_free (self->name);
  g_free (self->inner);
  g_free (self->path);
  g_free (self->piece);
  g_free (self);
}

/* A member that stays where the archive is, with slashes and in UTF-8; NULL for any other. */
static char *
dup_tame_path (BylArchive           *self,
               struct archive_entry *entry)
{
  const char *raw = archive_entry_pathname_utf8 (entry);
  g_autofree char *path = NULL;
  g_auto(GStrv) parts = NULL;
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  if (archive_format (self->archive) == ARCHIVE_FORMAT_RAW)
    return g_strdup (self->inner);

  if (raw == NULL)
    raw = archive_entry_pathname (entry);
  if (raw == NULL || *raw == '/')
    return NULL;

  path = g_utf8_make_valid (raw, -1);
  parts = g_strsplit (g_strdelimit (path, "\\", '/'), "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (g_str_equal (parts[i], ".."))
        return NULL;
      if (*parts[i] != '\0' && !g_str_equal (parts[i], "."))
        g_ptr_array_add (kept, parts[i]);
    }
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("/", (char **) kept->pdata);
}

/* Reads on in the member at hand; −1 with the error set. */
static gssize
read_piece (BylArchive  *self,
            guint8      *piece,
            gsize        room,
            GError     **error)
{
  la_ssize_t n_read;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return -1;

  n_read = archive_read_data (self->archive, piece, room);
  if (n_read < 0)
    {
      refuse (self, error);
      return -1;
    }

  self->in_member = n_read > 0;
  self->n_bytes += (guint64) n_read;
  if (self->n_bytes <= BYL_ARCHIVE_MAX_BYTES)
    return n_read;

  refuse_size (self, error);

  return -1;
}

/* Reads what is left of the member at hand, and counts it: the library would pass it over, and take
 * whatever time that takes. */
static gboolean
pass_over (BylArchive  *self,
           GError     **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);

  while (self->in_member)
    if (read_piece (self, piece, PIECE, error) < 0)
      return FALSE;

  return TRUE;
}

/**
 * byl_archive_next:
 * @self: an archive
 * @path: (out) (transfer none): the path of the next member: relative, with slashes, and without
 *   “..”; a name, never a place to write to
 * @error: return location for an error
 *
 * Goes to the next member. Folders, links, devices, and members whose paths lead elsewhere are
 * passed over.
 *
 * Errors: those of byl_archive_open(); %BYL_ERROR_SIZE where the archive holds too much.
 *
 * Returns: whether there is one; where @error is not set the archive is at its end
 */
gboolean
byl_archive_next (BylArchive  *self,
                  const char **path,
                  GError     **error)
{
  struct archive_entry *entry;

  while (pass_over (self, error))
    {
      int status = archive_read_next_header (self->archive, &entry);

      if (status == ARCHIVE_EOF)
        return FALSE;
      if (status < ARCHIVE_WARN)
        return refuse (self, error);
      if (++self->n_members > BYL_ARCHIVE_MAX_MEMBERS)
        return refuse_size (self, error);

      self->in_member = TRUE;
      g_clear_pointer (&self->path, g_free);
      if (archive_format (self->archive) == ARCHIVE_FORMAT_RAW ||
          (archive_entry_filetype (entry) == AE_IFREG && archive_entry_hardlink (entry) == NULL))
        self->path = dup_tame_path (self, entry);
      if (self->path == NULL || *self->path == '\0')
        continue;

      *path = self->path;
      return TRUE;
    }

  return FALSE;
}

/**
 * byl_archive_read:
 * @self: an archive, at a member
 * @max_bytes: the largest that the member may be, decoded
 * @error: return location for an error
 *
 * Errors: those of byl_archive_open(); %BYL_ERROR_SIZE where the member is larger.
 *
 * Returns: (transfer full) (nullable): what the member holds
 */
GBytes *
byl_archive_read (BylArchive  *self,
                  gsize        max_bytes,
                  GError     **error)
{
  g_autoptr(GByteArray) content = g_byte_array_new ();
  gssize n_read;

  do
    {
      guint length = content->len;

      g_byte_array_set_size (content, length + PIECE);
      n_read = read_piece (self, content->data + length, PIECE, error);
      if (n_read < 0)
        return NULL;

      g_byte_array_set_size (content, length + (guint) n_read);
      if (content->len > max_bytes)
        {
          refuse_size (self, error);
          return NULL;
        }
    }
  while (n_read > 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/**
 * byl_archive_read_head:
 * @self: an archive, at a member
 * @n_bytes: how many bytes of the member are wanted
 *
 * Returns: (transfer full): what the member begins with, as far as there is something to be read
 */
GBytes *
byl_archive_read_head (BylArchive *self,
                       gsize       n_bytes)
{
  g_autofree guint8 *head = g_malloc (n_bytes);
  gsize length = 0;
  gssize n_read = 1;

  while (n_read > 0 && length < n_bytes)
    {
      n_read = read_piece (self, head + length, n_bytes - length, NULL);
      length += n_read > 0 ? (gsize) n_read : 0;
    }

  return g_bytes_new_take (g_realloc (g_steal_pointer (&head), length + 1), length);
}
