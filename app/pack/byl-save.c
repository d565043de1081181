/* byl-save.c: writing a file so that either the old or the new one is whole
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-save.h"

#include "byl-error.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* As many as Linux follows itself. */
#define MAX_LINKS 40

#define NEW_FILE_MODE 0600

static void
set_save_error (GError     **error,
                const char  *path,
                const char  *reason)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, BYL_ERROR, BYL_ERROR_SAVE,
               /* Translators: a file’s name, and what the system says is the matter */
               _("“%s” could not be saved: %s. See that its folder may be written to, then try "
                 "again."),
               shown, reason);
}

static void
set_full_error (GError     **error,
                const char  *path)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, BYL_ERROR, BYL_ERROR_SAVE,
               _("“%s” could not be saved: the disk is full. Make room, then try again."), shown);
}

/* Where a chain of links ends, whether there is a file yet or not; NULL where it does not end. */
static char *
follow_links (const char *path)
{
  g_autofree char *current = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (current, NULL);
      g_autofree char *folder = NULL;

      if (target == NULL)
        return g_steal_pointer (&current);

      folder = g_path_get_dirname (current);
      g_free (current);
      current = g_canonicalize_filename (target, folder);
    }

  return NULL;
}

/**
 * byl_save_file:
 * @file: where to
 * @bytes: the contents
 * @error: return location for the error
 *
 * Writes a file durably and at once: whatever happens, the old file or the new one is there, whole.
 * The target of a symbolic link is replaced, not the link; a file's permissions stay; a new file is
 * its owner's alone. This blocks.
 *
 * Errors: %BYL_ERROR_SAVE; then nothing has changed.
 *
 * Returns: whether the file was written
 */
gboolean
byl_save_file (GFile   *file,
               GBytes  *bytes,
               GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *target = NULL;
  g_autoptr(GError) save_error = NULL;
  const char *data;
  GStatBuf status;
  gboolean exists;
  gsize length;
  int mode;

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (file);

      set_save_error (error, uri, _("the place is not on this computer"));
      return FALSE;
    }

  target = follow_links (path);
  exists = target != NULL && g_stat (target, &status) == 0;
  if (target == NULL || (exists && !S_ISREG (status.st_mode)))
    {
      set_save_error (error, path, _("something that is no file bears this name"));
      return FALSE;
    }

  data = g_bytes_get_data (bytes, &length);
  mode = exists ? (int) (status.st_mode & 0777) : NEW_FILE_MODE;
  if (!g_file_set_contents_full (target, data != NULL ? data : "", (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 mode, &save_error))
    {
      if (g_error_matches (save_error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
        set_full_error (error, path);
      else
        set_save_error (error, path, save_error->message);
      return FALSE;
    }

  /* The process's umask has narrowed the mode of the new file; the old one's owner chose it
   * wider. */
  if (exists)
    g_chmod (target, mode);

  return TRUE;
}

/**
 * byl_save_compress:
 * @bytes: any contents
 * @error: return location for the error
 *
 * Returns: (transfer full) (nullable): the contents as a gzip file has them; %NULL with @error set
 */
GBytes *
byl_save_compress (GBytes  *bytes,
                   GError **error)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1);
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GOutputStream) stream =
    g_converter_output_stream_new (memory, G_CONVERTER (compressor));
  const char *data;
  gsize length;

  data = g_bytes_get_data (bytes, &length);
  if (!g_output_stream_write_all (stream, data != NULL ? data : "", length, NULL, NULL, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}
