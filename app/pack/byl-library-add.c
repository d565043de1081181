/* byl-library-add.c: taking a file into the folder of the user’s packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-library-add.h"

#include "byl-error.h"
#include "byl-gate.h"
#include "byl-library-scan.h"
#include "byl-load.h"
#include "byl-pack-reader.h"
#include "byl-pack-row.h"
#include "byl-save.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

#define MAX_ID_IN_NAME  60u
#define HASH_IN_NAME    16u

/* A name that no pack can choose: letters, digits, points and hyphens only, none of them first. */
static char *
make_name (const BylPack *pack,
           const char    *hash)
{
  g_autofree char *id = g_strndup (byl_pack_get_id (pack), MAX_ID_IN_NAME);

  g_strcanon (id, "abcdefghijklmnopqrstuvwxyz0123456789.-", '-');

  return g_strdup_printf ("pack-%s-%u-%.*s", id, byl_pack_get_revision (pack),
                          (int) HASH_IN_NAME, hash);
}

static char *
decompress_to_hash (GBytes *compressed)
{
  g_autoptr(GZlibDecompressor) decompressor =
    g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr(GInputStream) memory = g_memory_input_stream_new_from_bytes (compressed);
  g_autoptr(GInputStream) stream =
    g_converter_input_stream_new (memory, G_CONVERTER (decompressor));
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guchar buffer[64 * 1024];
  gsize n_total = 0;
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    {
      n_total += (gsize) n;
      if (n_total > BYL_GATE_MAX_BYTES)
        return NULL;
      g_checksum_update (checksum, buffer, n);
    }

  return n == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/* A compressed file is kept compressed, if it is still the one whose contents were checked. */
static GBytes *
load_compressed (GFile        *file,
                 const char   *hash,
                 GCancellable *cancellable)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *compressed_hash = NULL;
  g_autoptr(GBytes) bytes = NULL;
  BylStamp stamp;

  if (path == NULL || !byl_stamp_take (path, &stamp) || stamp.size > BYL_GATE_MAX_BYTES)
    return NULL;

  bytes = g_file_load_bytes (file, cancellable, NULL, NULL);
  if (bytes == NULL || g_bytes_get_size (bytes) < 2 ||
      memcmp (g_bytes_get_data (bytes, NULL), "\x1f\x8b", 2) != 0)
    return NULL;

  compressed_hash = decompress_to_hash (bytes);

  return g_strcmp0 (compressed_hash, hash) == 0 ? g_steal_pointer (&bytes) : NULL;
}

static gboolean
make_folder (GFile   *folder,
             GError **error)
{
  g_autofree char *path = g_file_get_path (folder);
  g_autofree char *shown = g_file_get_parse_name (folder);

  if (path != NULL && g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;

  g_set_error (error, BYL_ERROR, BYL_ERROR_SAVE,
               /* Translators: a folder’s name, and what the system says is the matter */
               _("The folder for packs, “%s”, could not be made: %s. See that it can be written "
                 "to."),
               shown, g_strerror (errno));

  return FALSE;
}

static GVariant *
find_known (BylLibraryIndex *known,
            const char      *hash)
{
  for (guint i = 0; i < known->rows->len; i++)
    {
      GVariant *row = g_ptr_array_index (known->rows, i);
      g_autoptr(GVariant) row_hash =
        g_variant_get_child_value (row, g_variant_n_children (row) - 1);

      if (g_str_equal (g_variant_get_string (row_hash, NULL), hash) &&
          byl_pack_row_is_current (row))
        return g_variant_ref (row);
    }

  return NULL;
}

/* Writes the file that was checked, and says what it is now. */
static GVariant *
keep (GFile         *file,
      GBytes        *bytes,
      const BylPack *pack,
      const char    *hash,
      GFile         *user_dir,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr(GBytes) compressed = load_compressed (file, hash, cancellable);
  g_autofree char *stem = make_name (pack, hash);
  g_autofree char *name = g_strconcat (stem, compressed != NULL ? ".json.gz" : ".json", NULL);
  g_autoptr(GFile) target = g_file_get_child (user_dir, name);
  g_autofree char *path = g_file_get_path (target);
  BylStamp stamp;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !make_folder (user_dir, error) ||
      !byl_save_file (target, compressed != NULL ? compressed : bytes, error))
    return NULL;

  if (byl_stamp_take (path, &stamp))
    return byl_pack_row_make (pack, path, &stamp, hash);

  g_set_error (error, BYL_ERROR, BYL_ERROR_SAVE,
               _("“%s” was removed by another program while it was being added. Add it again."),
               name);

  return NULL;
}

/* Reads a file, and keeps a copy of it if it is a good pack that is not there yet. Returns the row
 * of the pack, new or known. For a thread. */
GVariant *
byl_library_add_file (GFile            *file,
                      GFile            *user_dir,
                      BylLibraryIndex  *known,
                      GPtrArray        *problems,
                      GCancellable     *cancellable,
                      GError          **error)
{
  g_autoptr(GBytes) bytes = byl_load_file (file, BYL_GATE_MAX_BYTES, cancellable, error);
  g_autoptr(BylPack) pack = NULL;
  g_autofree char *hash = NULL;
  GVariant *row;

  if (bytes == NULL)
    return NULL;

  pack = byl_pack_read (bytes, problems, error);
  if (pack == NULL)
    return NULL;

  hash = byl_library_scan_hash (bytes);
  row = find_known (known, hash);
  if (row != NULL)
    return row;

  return keep (file, bytes, pack, hash, user_dir, cancellable, error);
}
