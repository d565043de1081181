/* byl-load.c: reading a whole file, plain or gzip, within limits
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-load.h"

#include "byl-error.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE (64u * 1024u)

/* What is being read, and what has come of it so far. */
typedef struct
{
  const char *name;    /* as a person knows the file */
  gsize max_bytes;     /* decoded */
  GByteArray *content; /* decoded */
} Load;

static gboolean
refuse_size (const Load  *load,
             GError     **error)
{
  g_autofree char *limit = g_format_size_full (load->max_bytes, G_FORMAT_SIZE_IEC_UNITS);

  /* Translators: the first %s is a file, the second a size such as “256.0 MiB”. */
  g_set_error (error, BYL_ERROR, BYL_ERROR_SIZE,
               _("“%s” is too large: at most %s can be opened."), load->name, limit);
  return FALSE;
}

static gboolean
refuse_gzip (const Load  *load,
             GError     **error)
{
  g_set_error (error, BYL_ERROR, BYL_ERROR_READ,
               _("“%s” is a damaged or cut gzip file: fetch it or make it again."), load->name);
  return FALSE;
}

/* Tells a person what the system said, in their words where the case is a common one. */
static gboolean
refuse_system (const Load  *load,
               int          number,
               GError     **error)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, BYL_ERROR, BYL_ERROR_READ,
                   _("There is no file “%s”: check its name and its folder."), load->name);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, BYL_ERROR, BYL_ERROR_READ,
                   _("You are not allowed to read “%s”: change its permissions."), load->name);
      break;
    default:
      /* Translators: the first %s is a file, the second what the system says about it. */
      g_set_error (error, BYL_ERROR, BYL_ERROR_READ,
                   _("“%s” cannot be read: %s."), load->name, g_strerror (number));
      break;
    }

  return FALSE;
}

static gboolean
refuse_kind (const Load  *load,
             gboolean     is_folder,
             GError     **error)
{
  if (is_folder)
    g_set_error (error, BYL_ERROR, BYL_ERROR_READ,
                 _("“%s” is a folder: open a file in it instead."), load->name);
  else
    g_set_error (error, BYL_ERROR, BYL_ERROR_READ,
                 _("“%s” is a pipe or a device, not a file: save what it gives to a file and open "
                   "that."),
                 load->name);

  return FALSE;
}

/* An I/O error becomes one of ours; that the user gave up stays what it is. */
static gboolean
refuse_error (const Load  *load,
              GError      *cause,
              GError     **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    refuse_system (load, ENOENT, error);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    refuse_system (load, EACCES, error);
  else
    g_set_error (error, BYL_ERROR, BYL_ERROR_READ,
                 _("“%s” cannot be read: %s."), load->name, cause->message);

  g_error_free (cause);
  return FALSE;
}

static gboolean
may_be_read (const Load         *load,
             const struct stat  *status,
             GError            **error)
{
  if (!S_ISREG (status->st_mode))
    return refuse_kind (load, S_ISDIR (status->st_mode), error);

  if (status->st_size > 0 && (guint64) status->st_size > load->max_bytes)
    return refuse_size (load, error);

  return TRUE;
}

/* Looks before it opens, since opening alone can block (a pipe) or do something (a device), and
 * looks again at what was opened, since that may have been swapped in between. */
static GInputStream *
open_path (const Load  *load,
           const char  *path,
           GError     **error)
{
  struct stat status;
  int descriptor;

  if (stat (path, &status) != 0)
    {
      int number = errno;

      if (number == ENOENT && lstat (path, &status) == 0)
        g_set_error (error, BYL_ERROR, BYL_ERROR_READ,
                     _("“%s” is a link to a file that is no longer there: open the file itself."),
                     load->name);
      else
        refuse_system (load, number, error);
      return NULL;
    }

  if (!may_be_read (load, &status, error))
    return NULL;

  descriptor = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0)
    {
      refuse_system (load, errno, error);
      return NULL;
    }

  if (fstat (descriptor, &status) != 0)
    {
      refuse_system (load, errno, error);
      close (descriptor);
      return NULL;
    }

  if (!may_be_read (load, &status, error))
    {
      close (descriptor);
      return NULL;
    }

  return g_unix_input_stream_new (descriptor, TRUE);
}

static GInputStream *
open_file (const Load    *load,
           GFile         *file,
           GCancellable  *cancellable,
           GError       **error)
{
  const char *path = g_file_peek_path (file);
  GFileInputStream *stream;
  GError *cause = NULL;
  GFileType type;

  if (path != NULL)
    return open_path (load, path, error);

  type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable);
  if (type == G_FILE_TYPE_DIRECTORY || type == G_FILE_TYPE_SPECIAL)
    {
      refuse_kind (load, type == G_FILE_TYPE_DIRECTORY, error);
      return NULL;
    }

  stream = g_file_read (file, cancellable, &cause);
  if (stream == NULL)
    refuse_error (load, cause, error);

  return (GInputStream *) stream;
}

/* Makes room for one more piece behind the content; what is not used is taken back by the
 * caller. */
static guint8 *
make_room (Load *load)
{
  gsize length = load->content->len;

  g_byte_array_set_size (load->content, length + PIECE);
  return load->content->data + length;
}

static gboolean
take_back_room (Load    *load,
                gsize    used,
                GError **error)
{
  g_byte_array_set_size (load->content, load->content->len - PIECE + used);

  return load->content->len <= load->max_bytes ? TRUE : refuse_size (load, error);
}

/* Decodes one piece of a gzip file, which may hold the end of one member and the start of the next.
 * @inside says whether a member has begun and not ended. */
static gboolean
decode_piece (Load           *load,
              GConverter     *decoder,
              const guint8   *piece,
              gsize           left,
              gboolean       *inside,
              GError        **error)
{
  gsize given = 0;

  /* What fills the room for decoded bytes may have left some behind, though the piece is
   * used up. */
  while (left > 0 || given == PIECE)
    {
      g_autoptr(GError) cause = NULL;
      guint8 *room = make_room (load);
      gsize taken = 0;
      GConverterResult result;

      given = 0;
      result = g_converter_convert (decoder, piece, left, room, PIECE, G_CONVERTER_NO_FLAGS, &taken,
                                    &given, &cause);

      if (!take_back_room (load, given, error))
        return FALSE;
      if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
        return TRUE;
      if (result == G_CONVERTER_ERROR)
        return refuse_gzip (load, error);

      piece += taken;
      left -= taken;
      *inside = result != G_CONVERTER_FINISHED;
      if (!*inside)
        g_converter_reset (decoder);
    }

  return TRUE;
}

/* Reads the next piece, a whole one unless the file ends before. */
static gboolean
read_piece (const Load    *load,
            GInputStream  *stream,
            guint8        *piece,
            gsize         *count,
            GCancellable  *cancellable,
            GError       **error)
{
  GError *cause = NULL;

  return g_input_stream_read_all (stream, piece, PIECE, count, cancellable, &cause)
           ? TRUE
           : refuse_error (load, cause, error);
}

static gboolean
read_plain (Load          *load,
            GInputStream  *stream,
            GCancellable  *cancellable,
            GError       **error)
{
  gsize count = PIECE;

  while (count == PIECE)
    {
      guint8 *room = make_room (load);

      if (!read_piece (load, stream, room, &count, cancellable, error) ||
          !take_back_room (load, count, error))
        return FALSE;
    }

  return TRUE;
}

/* Decodes a gzip file whose first piece has been read, and is the content so far. */
static gboolean
read_gzip (Load          *load,
           GInputStream  *stream,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GConverter) decoder = NULL;
  guint8 piece[PIECE];
  gsize count = load->content->len;
  gboolean inside = TRUE;

  memcpy (piece, load->content->data, count);
  g_byte_array_set_size (load->content, 0);
  decoder = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));

  while (count > 0)
    {
      if (!decode_piece (load, decoder, piece, count, &inside, error) ||
          !read_piece (load, stream, piece, &count, cancellable, error))
        return FALSE;
    }

  return inside ? refuse_gzip (load, error) : TRUE;
}

static gboolean
read_all (Load          *load,
          GInputStream  *stream,
          GCancellable  *cancellable,
          GError       **error)
{
  guint8 *first = make_room (load);
  gsize count;

  if (!read_piece (load, stream, first, &count, cancellable, error))
    return FALSE;

  g_byte_array_set_size (load->content, count);
  if (count >= 2 && first[0] == 0x1f && first[1] == 0x8b)
    return read_gzip (load, stream, cancellable, error);

  return count <= load->max_bytes ? read_plain (load, stream, cancellable, error)
                                  : refuse_size (load, error);
}

/**
 * byl_load_file:
 * @file: a file, plain or compressed with gzip (told by its first bytes, not by its name)
 * @max_bytes: the largest content to accept, in decoded bytes, up to G_MAXINT
 * @cancellable: (nullable): to give up from elsewhere
 * @error: return location for an error
 *
 * Reads a file into memory. Reading stops as soon as the limit is passed, so that neither a huge
 * file nor a small one that decodes to a huge one costs more than @max_bytes; and it never waits
 * for a pipe.
 *
 * The error is BYL_ERROR_SIZE for too large a file, G_IO_ERROR_CANCELLED if it was given up, else
 * BYL_ERROR_READ, with a sentence that names the file and what to do.
 *
 * Returns: (transfer full) (nullable): the decoded content, possibly empty, or %NULL with the error
 *   set
 */
GBytes *
byl_load_file (GFile         *file,
               gsize          max_bytes,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GByteArray) content = NULL;
  Load load;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (max_bytes <= G_MAXINT, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = g_file_get_parse_name (file);
  content = g_byte_array_new ();
  load.name = name;
  load.max_bytes = max_bytes;
  load.content = content;

  stream = open_file (&load, file, cancellable, error);
  if (stream == NULL || !read_all (&load, stream, cancellable, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}
