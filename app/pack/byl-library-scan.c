/* byl-library-scan.c: looking through the folders of packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-library-scan.h"

#include "byl-error.h"
#include "byl-gate.h"
#include "byl-load.h"
#include "byl-pack-reader.h"
#include "byl-pack-row.h"

typedef struct
{
  GHashTable      *rows;    /* from path to row, of what was known before */
  GHashTable      *refused; /* from path to stamp, likewise */
  BylLibraryIndex *found;
  gboolean         changed;
} Scan;

static gboolean
is_pack_name (const char *name)
{
  return name[0] != '.' &&
         (g_str_has_suffix (name, ".json") || g_str_has_suffix (name, ".json.gz") ||
          g_str_has_suffix (name, ".bylinepack"));
}

/* Tables by path, which comes first in a stamp. */
static GHashTable *
make_table (GPtrArray *variants,
            gboolean   in_row)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_variant_unref);

  for (guint i = 0; i < variants->len; i++)
    {
      GVariant *variant = g_ptr_array_index (variants, i);
      g_autoptr(GVariant) stamp =
        in_row ? g_variant_get_child_value (variant, 0) : g_variant_ref (variant);
      g_autofree char *path = NULL;

      g_variant_get_child (stamp, 0, "^ay", &path);
      g_hash_table_insert (table, g_steal_pointer (&path), g_variant_ref (variant));
    }

  return table;
}

/* A file that cannot be read now may be readable later, without a change to it: that is no
 * judgement. */
static GVariant *
read_file (const char     *path,
           const BylStamp *stamp,
           GCancellable   *cancellable,
           gboolean       *judged)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(BylPack) pack = NULL;
  g_autofree char *hash = NULL;

  bytes = byl_load_file (file, BYL_GATE_MAX_BYTES, cancellable, &error);
  *judged = bytes != NULL || g_error_matches (error, BYL_ERROR, BYL_ERROR_SIZE);
  if (bytes == NULL)
    return NULL;

  pack = byl_pack_read (bytes, NULL, NULL);
  if (pack == NULL)
    return NULL;

  hash = byl_library_scan_hash (bytes);

  return byl_pack_row_make (pack, path, stamp, hash);
}

/* The stamp is taken before the file is read: if it changes meanwhile, it is read again next
 * time. */
static void
look_at (Scan         *scan,
         const char   *path,
         GCancellable *cancellable)
{
  GVariant *known = g_hash_table_lookup (scan->rows, path);
  GVariant *refused = g_hash_table_lookup (scan->refused, path);
  gboolean judged;
  GVariant *row;
  BylStamp stamp;

  if (known != NULL && byl_pack_row_is_current (known))
    {
      g_ptr_array_add (scan->found->rows, g_variant_ref (known));
      return;
    }

  if (refused != NULL && byl_stamp_is_current (refused))
    {
      g_ptr_array_add (scan->found->refused, g_variant_ref (refused));
      return;
    }

  scan->changed = TRUE;
  if (!byl_stamp_take (path, &stamp))
    return;

  row = read_file (path, &stamp, cancellable, &judged);
  if (row != NULL)
    g_ptr_array_add (scan->found->rows, row);
  else if (judged)
    g_ptr_array_add (scan->found->refused,
                     g_variant_ref_sink (byl_stamp_to_variant (&stamp, path)));
}

static void
look_through (Scan         *scan,
              GFile        *folder,
              GCancellable *cancellable)
{
  g_autofree char *folder_path = g_file_get_path (folder);
  g_autoptr(GDir) dir = NULL;
  const char *name;

  /* A folder that is not there yet has no packs. */
  if (folder_path != NULL)
    dir = g_dir_open (folder_path, 0, NULL);

  while (dir != NULL && !g_cancellable_is_cancelled (cancellable) &&
         (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;

      if (!is_pack_name (name))
        continue;

      path = g_build_filename (folder_path, name, NULL);
      look_at (scan, path, cancellable);
    }
}

/* SHA-256 of a decompressed file, in hexadecimal. */
char *
byl_library_scan_hash (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* Looks at every file in both folders, and reads those that are not as they are known to be. For a
 * thread. */
BylLibraryIndex *
byl_library_scan (GFile            *built_in_dir,
                  GFile            *user_dir,
                  BylLibraryIndex  *known,
                  gboolean         *changed,
                  GCancellable     *cancellable)
{
  g_autoptr(GHashTable) rows = make_table (known->rows, TRUE);
  g_autoptr(GHashTable) refused = make_table (known->refused, FALSE);
  Scan scan = { rows, refused, byl_library_index_new (), FALSE };

  look_through (&scan, built_in_dir, cancellable);
  look_through (&scan, user_dir, cancellable);
  *changed = scan.changed || scan.found->rows->len != known->rows->len ||
             scan.found->refused->len != known->refused->len;

  return scan.found;
}
