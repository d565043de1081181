/* byl-library-list.c: the entries of a library, in their order, and how they change
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-library-list.h"

#include "byl-pack-entry-private.h"
#include "byl-pack-row.h"

#include <string.h>

static gboolean
is_directly_in (const char *path,
                GFile      *folder)
{
  const char *folder_path = g_file_peek_path (folder);
  gsize length = folder_path != NULL ? strlen (folder_path) : 0;

  return length > 0 && strncmp (path, folder_path, length) == 0 && path[length] == '/' &&
         strchr (path + length + 1, '/') == NULL;
}

/* Puts entries in the place of others, and says so once. */
static void
splice (BylLibraryList *self,
        guint           position,
        guint           n_removed,
        gpointer       *additions,
        guint           n_additions)
{
  if (n_removed == 0 && n_additions == 0)
    return;

  if (n_removed > 0)
    g_ptr_array_remove_range (self->entries, position, n_removed);
  for (guint i = 0; i < n_additions; i++)
    g_ptr_array_insert (self->entries, (int) (position + i), g_object_ref (additions[i]));

  g_list_model_items_changed (self->model, position, n_removed, n_additions);
}

/* Makes the list like the other one, which is sorted like it. What is in both is not touched, so
 * that widgets keep their place; each run of differences is one change. */
static void
become (BylLibraryList *self,
        GPtrArray      *wanted)
{
  guint position = 0;
  guint next = 0;

  while (position < self->entries->len || next < wanted->len)
    {
      guint n_removed = 0;
      guint n_added = 0;

      while (position + n_removed < self->entries->len || next + n_added < wanted->len)
        {
          gpointer *old = position + n_removed < self->entries->len ?
                          &self->entries->pdata[position + n_removed] : NULL;
          gpointer *new = next + n_added < wanted->len ? &wanted->pdata[next + n_added] : NULL;

          if (old != NULL && new != NULL && *old == *new)
            break;
          if (new == NULL || (old != NULL && byl_pack_entry_compare (old, new) <= 0))
            n_removed++;
          else
            n_added++;
        }

      splice (self, position, n_removed, wanted->pdata + next, n_added);
      position += n_added;
      next += n_added;

      while (position < self->entries->len && next < wanted->len &&
             self->entries->pdata[position] == wanted->pdata[next])
        {
          position++;
          next++;
        }
    }
}

/* Lists what the index has. Not even stat() is asked: the first refresh, in its thread, finds out
 * what has changed, and the first frame need not wait for a thousand files. */
void
byl_library_list_init (BylLibraryList  *self,
                       GListModel      *model,
                       GFile           *built_in_dir,
                       GFile           *user_dir,
                       BylLibraryIndex *index)
{
  self->model = model;
  self->built_in_dir = g_object_ref (built_in_dir);
  self->user_dir = g_object_ref (user_dir);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->refused = g_ptr_array_ref (index->refused);

  for (guint i = 0; i < index->rows->len; i++)
    {
      BylPackEntry *entry =
        byl_library_list_make_entry (self, g_ptr_array_index (index->rows, i));

      if (entry != NULL)
        g_ptr_array_add (self->entries, entry);
    }

  g_ptr_array_sort (self->entries, byl_pack_entry_compare);
}

/* Frees what the list holds. */
void
byl_library_list_clear (BylLibraryList *self)
{
  g_clear_object (&self->built_in_dir);
  g_clear_object (&self->user_dir);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
}

/* The index of what is listed now. */
BylLibraryIndex *
byl_library_list_make_index (BylLibraryList *self)
{
  BylLibraryIndex *index = byl_library_index_new ();

  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_add (index->rows,
                     g_variant_ref (byl_pack_entry_get_row (g_ptr_array_index (self->entries, i))));
  for (guint i = 0; i < self->refused->len; i++)
    g_ptr_array_add (index->refused, g_variant_ref (g_ptr_array_index (self->refused, i)));

  return index;
}

/* An entry on a row; NULL where the row is of a file elsewhere. */
BylPackEntry *
byl_library_list_make_entry (BylLibraryList *self,
                             GVariant       *row)
{
  g_autofree char *path = byl_pack_row_dup_path (row);

  if (is_directly_in (path, self->built_in_dir))
    return byl_pack_entry_new (row, TRUE);
  if (is_directly_in (path, self->user_dir))
    return byl_pack_entry_new (row, FALSE);

  return NULL;
}

/* The entry of this file; NULL where there is none. */
BylPackEntry *
byl_library_list_find_path (BylLibraryList *self,
                            const char     *path)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      BylPackEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (byl_pack_entry_get_path (entry), path))
        return entry;
    }

  return NULL;
}

/* Whether these contents are listed, whatever the name of their file. */
gboolean
byl_library_list_has_hash (BylLibraryList *self,
                           const char     *hash)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (g_str_equal (byl_pack_entry_get_hash (g_ptr_array_index (self->entries, i)), hash))
      return TRUE;

  return FALSE;
}

/* Lists an entry, in its place. */
void
byl_library_list_insert (BylLibraryList *self,
                         BylPackEntry   *entry)
{
  guint position = 0;

  while (position < self->entries->len &&
         byl_pack_entry_compare (&self->entries->pdata[position], &entry) < 0)
    position++;

  self->generation++;
  splice (self, position, 0, (gpointer *) &entry, 1);
}

/* Lists an entry no longer; FALSE where it was not listed. */
gboolean
byl_library_list_remove (BylLibraryList *self,
                         BylPackEntry   *entry)
{
  guint position;

  if (!g_ptr_array_find (self->entries, entry, &position))
    return FALSE;

  self->generation++;
  splice (self, position, 1, NULL, 0);

  return TRUE;
}

/* Lists what the index has; entries of files that have not changed stay the very same objects. */
void
byl_library_list_apply (BylLibraryList  *self,
                        BylLibraryIndex *index)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) present = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      BylPackEntry *entry = g_ptr_array_index (self->entries, i);

      g_hash_table_insert (present, byl_pack_entry_get_row (entry), entry);
    }

  for (guint i = 0; i < index->rows->len; i++)
    {
      GVariant *row = g_ptr_array_index (index->rows, i);
      BylPackEntry *entry = g_hash_table_lookup (present, row);

      entry = entry != NULL ? g_object_ref (entry) : byl_library_list_make_entry (self, row);
      if (entry != NULL)
        g_ptr_array_add (wanted, entry);
    }

  g_ptr_array_sort (wanted, byl_pack_entry_compare);
  become (self, wanted);
  g_ptr_array_unref (self->refused);
  self->refused = g_ptr_array_ref (index->refused);
}
