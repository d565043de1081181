/* byl-library-index.c: what the library knew of its files when it last looked
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-library-index.h"

#include "byl-pack-row.h"

/* Raised when a row's type or meaning changes, or when the reader judges packs otherwise. A number
 * with four different bytes, so that an index of the other byte order is not taken for
 * ours. */
#define INDEX_VERSION    0x42794c02u
#define INDEX_TYPE "(ua" BYL_PACK_ROW_TYPE "a" BYL_STAMP_TYPE ")"

static GPtrArray *
make_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
}

static void
take_children (GPtrArray *list,
               GVariant  *array)
{
  gsize n = g_variant_n_children (array);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (list, g_variant_get_child_value (array, i));
}

static GVariant *
make_array (const char *type,
            GPtrArray  *list)
{
  return g_variant_new_array (G_VARIANT_TYPE (type), (GVariant * const *) list->pdata, list->len);
}

/* An index of nothing. */
BylLibraryIndex *
byl_library_index_new (void)
{
  BylLibraryIndex *self = g_new0 (BylLibraryIndex, 1);

  g_atomic_ref_count_init (&self->references);
  self->rows = make_list ();
  self->refused = make_list ();

  return self;
}

/* A copy that has this row too, in the place of one for the same path. */
BylLibraryIndex *
byl_library_index_with (BylLibraryIndex *self,
                        GVariant        *row)
{
  BylLibraryIndex *copy = byl_library_index_new ();
  g_autofree char *path = byl_pack_row_dup_path (row);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GVariant *other = g_ptr_array_index (self->rows, i);
      g_autofree char *other_path = byl_pack_row_dup_path (other);

      if (!g_str_equal (path, other_path))
        g_ptr_array_add (copy->rows, g_variant_ref (other));
    }
  g_ptr_array_add (copy->rows, g_variant_ref (row));

  for (guint i = 0; i < self->refused->len; i++)
    g_ptr_array_add (copy->refused, g_variant_ref (g_ptr_array_index (self->refused, i)));

  return copy;
}

/* The index in a file. It is a cache: one that is missing, damaged or of another version is empty.
 * The file is read, not mapped, since a mapped one that somebody cuts short would end the
 * program. */
BylLibraryIndex *
byl_library_index_load (GFile *file)
{
  BylLibraryIndex *self = byl_library_index_new ();
  g_autofree char *path = g_file_get_path (file);
  g_autoptr(GVariant) variant = NULL;
  g_autoptr(GVariant) rows = NULL;
  g_autoptr(GVariant) refused = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *contents;
  gsize length;
  guint version;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR) ||
      !g_file_get_contents (path, &contents, &length, NULL))
    return self;

  bytes = g_bytes_new_take (contents, length);
  variant = g_variant_ref_sink (
    g_variant_new_from_bytes (G_VARIANT_TYPE (INDEX_TYPE), bytes, FALSE));
  if (!g_variant_is_normal_form (variant))
    return self;

  g_variant_get (variant, "(u@a" BYL_PACK_ROW_TYPE "@a" BYL_STAMP_TYPE ")",
                 &version, &rows, &refused);
  if (version != INDEX_VERSION)
    return self;

  take_children (self->rows, rows);
  take_children (self->refused, refused);

  return self;
}

/* Writes the index. That it cannot be written only makes the next start slower. */
gboolean
byl_library_index_save (BylLibraryIndex *self,
                        GFile           *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autoptr(GVariant) variant = NULL;

  if (folder == NULL || g_mkdir_with_parents (folder, 0700) != 0)
    return FALSE;

  variant = g_variant_ref_sink (
    g_variant_new ("(u@a" BYL_PACK_ROW_TYPE "@a" BYL_STAMP_TYPE ")", INDEX_VERSION,
                   make_array (BYL_PACK_ROW_TYPE, self->rows),
                   make_array (BYL_STAMP_TYPE, self->refused)));

  return g_file_set_contents_full (path, g_variant_get_data (variant),
                                   (gssize) g_variant_get_size (variant),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

/* One more owner. */
BylLibraryIndex *
byl_library_index_ref (BylLibraryIndex *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/* One owner less. */
void
byl_library_index_unref (BylLibraryIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->refused);
  g_free (self);
}
