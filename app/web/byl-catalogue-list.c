/* byl-catalogue-list.c: the lists that a catalogue is made of, and their entries
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-list.h"

#include "byl-catalogue-entry-private.h"

/* A list without entries. */
BylCatalogueList *
byl_catalogue_list_new (const char *address)
{
  BylCatalogueList *self = g_new0 (BylCatalogueList, 1);

  self->address = g_strdup (address);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
byl_catalogue_list_free (BylCatalogueList *self)
{
  g_free (self->address);
  g_free (self->etag);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/* An entry that is being fetched stays what it is, so that nobody loses sight of it. */
static BylCatalogueEntry *
find_busy (GPtrArray  *entries,
           const char *id)
{
  for (guint i = 0; i < entries->len; i++)
    {
      BylCatalogueEntry *entry = g_ptr_array_index (entries, i);

      if (byl_catalogue_entry_is_busy (entry) &&
          g_str_equal (byl_catalogue_entry_get_id (entry), id))
        return entry;
    }

  return NULL;
}

/* Takes the entries of a file instead of those that are there. */
void
byl_catalogue_list_fill (BylCatalogueList *self,
                         BylCatalogueFile *file,
                         const char       *etag)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < byl_catalogue_file_get_n_lines (file); i++)
    {
      BylCatalogueEntry *busy =
        find_busy (self->entries, byl_catalogue_file_get_line (file, i)->id);

      g_ptr_array_add (entries, busy != NULL ? g_object_ref (busy)
                                             : byl_catalogue_entry_new (file, i, self->address));
    }

  g_ptr_array_unref (self->entries);
  self->entries = entries;
  g_free (self->etag);
  self->etag = g_strdup (etag);
}

/* The list that comes with the program, then the copies of those that were added; one without a
 * good copy is empty until it is fetched. For a thread. */
GPtrArray *
byl_catalogue_lists_load (BylCatalogueShelf  *shelf,
                          GFile              *built_in,
                          GCancellable       *cancellable,
                          GError            **error)
{
  g_autoptr(GPtrArray) lists =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_catalogue_list_free);
  g_auto(GStrv) addresses = byl_catalogue_shelf_load (shelf);
  g_autoptr(BylCatalogueFile) file = byl_catalogue_file_load (built_in, NULL, cancellable, error);
  BylCatalogueList *list;

  if (file == NULL)
    return NULL;

  list = byl_catalogue_list_new (NULL);
  byl_catalogue_list_fill (list, file, NULL);
  g_ptr_array_add (lists, list);

  for (guint i = 0; addresses[i] != NULL; i++)
    {
      g_autofree char *etag = NULL;
      g_autoptr(BylCatalogueFile) copy =
        byl_catalogue_shelf_load_copy (shelf, addresses[i], &etag);

      if (byl_catalogue_lists_find (lists, addresses[i]) != NULL)
        continue;

      list = byl_catalogue_list_new (addresses[i]);
      if (copy != NULL)
        byl_catalogue_list_fill (list, copy, etag);
      g_ptr_array_add (lists, list);
    }

  return g_steal_pointer (&lists);
}

/* The list of an address; NULL where there is none. */
BylCatalogueList *
byl_catalogue_lists_find (GPtrArray  *lists,
                          const char *address)
{
  for (guint i = 0; i < lists->len; i++)
    {
      BylCatalogueList *list = g_ptr_array_index (lists, i);

      if (g_strcmp0 (list->address, address) == 0)
        return list;
    }

  return NULL;
}

/* How many entries the first lists have. */
guint
byl_catalogue_lists_count (GPtrArray *lists,
                           guint      n_lists)
{
  guint n = 0;

  for (guint i = 0; i < n_lists; i++)
    n += ((BylCatalogueList *) g_ptr_array_index (lists, i))->entries->len;

  return n;
}

/* The entry at a position among all; NULL behind the last. */
BylCatalogueEntry *
byl_catalogue_lists_get_entry (GPtrArray *lists,
                               guint      position)
{
  for (guint i = 0; i < lists->len; i++)
    {
      const BylCatalogueList *list = g_ptr_array_index (lists, i);

      if (position < list->entries->len)
        return g_ptr_array_index (list->entries, position);

      position -= list->entries->len;
    }

  return NULL;
}
