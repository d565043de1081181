/* byl-library.c: the installed packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-library.h"

#include "byl-error.h"
#include "byl-library-bin.h"
#include "byl-library-index.h"
#include "byl-library-job.h"
#include "byl-library-list.h"
#include "byl-pack-entry-private.h"
#include "byl-pack-row.h"

#include <glib/gi18n.h>

struct _BylLibrary
{
  GObject          parent_instance;

  GFile           *index_file;
  BylKnownWriters *known;   /* (nullable) */
  BylLibraryList   list;
  BylLibraryBin   *bin;
  GHashTable      *removed; /* from BylPackEntry to GFile: what can be undone */
};

static void byl_library_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BylLibrary, byl_library, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      byl_library_list_model_init))

static void refresh_ready_cb (GObject      *source,
                              GAsyncResult *result,
                              gpointer      user_data);

static void
start_refresh (BylLibrary *self,
               GTask      *task)
{
  g_autoptr(GTask) work =
    g_task_new (self, g_task_get_cancellable (task), refresh_ready_cb, g_object_ref (task));

  byl_library_job_run_refresh (work, &self->list, self->index_file);
}

static void
refresh_ready_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylLibrary *self = BYL_LIBRARY (source);
  g_autoptr(BylLibraryIndex) found = NULL;
  g_autoptr(GError) error = NULL;
  guint generation = byl_library_job_get_generation (G_TASK (result));

  found = g_task_propagate_pointer (G_TASK (result), &error);
  if (found == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* A pack was added or removed while the thread looked: what it saw may be either. Look again,
   * which takes no time, since all files but the new ones are known now. */
  if (generation != self->list.generation)
    {
      start_refresh (self, task);
      return;
    }

  byl_library_list_apply (&self->list, found);
  g_task_return_boolean (task, TRUE);
}

static void
add_ready_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylLibrary *self = BYL_LIBRARY (source);
  g_autoptr(GVariant) row = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  BylPackEntry *entry;

  g_task_set_task_data (task, byl_library_job_ref_problems (G_TASK (result)),
                        (GDestroyNotify) g_ptr_array_unref);
  row = g_task_propagate_pointer (G_TASK (result), &error);
  if (row == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  path = byl_pack_row_dup_path (row);
  entry = byl_library_list_find_path (&self->list, path);
  if (entry == NULL)
    {
      g_autoptr(BylPackEntry) added = byl_library_list_make_entry (&self->list, row);

      byl_library_list_insert (&self->list, added);
      entry = added;
    }

  g_task_return_pointer (task, g_object_ref (entry), g_object_unref);
}

static GType
byl_library_get_item_type (GListModel *model)
{
  return BYL_TYPE_PACK_ENTRY;
}

static guint
byl_library_get_n_items (GListModel *model)
{
  return BYL_LIBRARY (model)->list.entries->len;
}

static gpointer
byl_library_get_item (GListModel *model,
                      guint       position)
{
  BylLibrary *self = BYL_LIBRARY (model);

  if (position >= self->list.entries->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->list.entries, position));
}

static void
byl_library_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = byl_library_get_item_type;
  interface->get_n_items = byl_library_get_n_items;
  interface->get_item = byl_library_get_item;
}

static void
byl_library_finalize (GObject *object)
{
  BylLibrary *self = BYL_LIBRARY (object);

  g_clear_object (&self->index_file);
  g_clear_pointer (&self->known, byl_known_writers_unref);
  byl_library_list_clear (&self->list);
  g_clear_pointer (&self->bin, byl_library_bin_free);
  g_clear_pointer (&self->removed, g_hash_table_unref);

  G_OBJECT_CLASS (byl_library_parent_class)->finalize (object);
}

static void
byl_library_class_init (BylLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = byl_library_finalize;
}

static void
byl_library_init (BylLibrary *self)
{
  self->removed = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
}

/**
 * byl_library_new:
 * @built_in_dir: the folder of the packs that come with the program
 * @user_dir: the folder of the user's packs; made when the first one is added
 * @index_file: where the library remembers what it has read; may be missing
 * @known: (nullable): what is known of models, whatever the pack
 *
 * Lists the packs that were installed when the library last looked, built-in ones first, then by
 * title. No pack is read here: call byl_library_refresh_async() to learn what has changed since.
 *
 * Returns: (transfer full): a list model of #BylPackEntry
 */
BylLibrary *
byl_library_new (GFile           *built_in_dir,
                 GFile           *user_dir,
                 GFile           *index_file,
                 BylKnownWriters *known)
{
  BylLibrary *self = g_object_new (BYL_TYPE_LIBRARY, NULL);
  g_autoptr(BylLibraryIndex) index = byl_library_index_load (index_file);

  self->index_file = g_object_ref (index_file);
  self->known = known != NULL ? byl_known_writers_ref (known) : NULL;
  self->bin = byl_library_bin_new (user_dir);
  byl_library_list_init (&self->list, G_LIST_MODEL (self), built_in_dir, user_dir, index);

  return self;
}

/**
 * byl_library_get_known_writers:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): what is known of models, whose names are hidden in every
 *   pack
 */
BylKnownWriters *
byl_library_get_known_writers (BylLibrary *self)
{
  g_return_val_if_fail (BYL_IS_LIBRARY (self), NULL);

  return self->known;
}

/**
 * byl_library_refresh_async:
 * @self: a library
 * @cancellable: (nullable): to stop early
 * @callback: called when the list is up to date
 * @user_data: passed to @callback
 *
 * Looks through both folders in a thread, reads what has changed, and brings the list up to date. A
 * file that is no good pack is passed over and left where it is. Packs that were removed in an
 * earlier run are deleted for good, if no other window may want them back.
 */
void
byl_library_refresh_async (BylLibrary          *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (BYL_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, byl_library_refresh_async);
  start_refresh (self, task);
}

/**
 * byl_library_refresh_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: return location for the error
 *
 * Errors: %G_IO_ERROR_CANCELLED only.
 *
 * Returns: whether the list is up to date
 */
gboolean
byl_library_refresh_finish (BylLibrary    *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * byl_library_add_async:
 * @self: a library
 * @file: a pack's file, plain or gzip-compressed
 * @cancellable: (nullable): to stop early
 * @callback: called when the pack is listed, or refused
 * @user_data: passed to @callback
 *
 * Checks a file in a thread and copies it into the user's folder. Contents that are there already
 * are not copied again.
 */
void
byl_library_add_async (BylLibrary          *self,
                       GFile               *file,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GTask) work = NULL;

  g_return_if_fail (BYL_IS_LIBRARY (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, byl_library_add_async);
  work = g_task_new (self, cancellable, add_ready_cb, g_object_ref (task));
  byl_library_job_run_add (work, &self->list, self->index_file, file);
}

/**
 * byl_library_add_finish:
 * @self: a library
 * @result: what the callback was given
 * @problems: (out) (optional) (transfer full) (element-type BylProblem): all that is wrong with the
 *   file; set in any case, empty where nothing is
 * @error: return location for the error
 *
 * Errors: those of byl_pack_load(); %BYL_ERROR_SAVE where the pack could not be kept: then nothing
 * of it is there.
 *
 * Returns: (transfer full) (nullable): the entry of the pack, old or new; %NULL with @error set
 */
BylPackEntry *
byl_library_add_finish (BylLibrary    *self,
                        GAsyncResult  *result,
                        GPtrArray    **problems,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (problems != NULL)
    *problems = g_ptr_array_ref (g_task_get_task_data (G_TASK (result)));

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * byl_library_remove:
 * @self: a library
 * @entry: an entry that is listed
 * @error: return location for the error
 *
 * Takes a pack of the user's out of the list and sets its file aside, until the program is started
 * again. byl_library_undo_remove() brings it back.
 *
 * Errors: %BYL_ERROR_SAVE where the pack is built in, or its file cannot be moved.
 *
 * Returns: whether the pack was removed
 */
gboolean
byl_library_remove (BylLibrary    *self,
                    BylPackEntry  *entry,
                    GError       **error)
{
  g_autoptr(GFile) removed = NULL;
  g_autoptr(GError) take_error = NULL;

  g_return_val_if_fail (BYL_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (entry), FALSE);

  if (byl_pack_entry_get_built_in (entry))
    {
      g_set_error (error, BYL_ERROR, BYL_ERROR_SAVE,
                   _("“%s” came with the program and cannot be removed."),
                   byl_pack_entry_get_title (entry));
      return FALSE;
    }

  removed = byl_library_bin_take (self->bin, byl_pack_entry_get_file (entry), &take_error);

  /* Where another program was faster, the pack is gone all the same; only there is nothing
   * to undo. */
  if (removed == NULL && g_file_query_exists (byl_pack_entry_get_file (entry), NULL))
    {
      g_propagate_error (error, g_steal_pointer (&take_error));
      return FALSE;
    }

  if (removed != NULL)
    g_hash_table_insert (self->removed, g_object_ref (entry), g_steal_pointer (&removed));
  byl_library_list_remove (&self->list, entry);

  return TRUE;
}

/**
 * byl_library_undo_remove:
 * @self: a library
 * @entry: an entry that byl_library_remove() took out of this library
 * @error: return location for the error
 *
 * Errors: %BYL_ERROR_SAVE where the file cannot be put back.
 *
 * Returns: whether the pack is listed again
 */
gboolean
byl_library_undo_remove (BylLibrary    *self,
                         BylPackEntry  *entry,
                         GError       **error)
{
  GFile *removed;

  g_return_val_if_fail (BYL_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (BYL_IS_PACK_ENTRY (entry), FALSE);

  /* Somebody has added the same contents again in the meantime. */
  if (byl_library_list_has_hash (&self->list, byl_pack_entry_get_hash (entry)))
    return TRUE;

  removed = g_hash_table_lookup (self->removed, entry);
  if (removed == NULL)
    {
      g_set_error (error, BYL_ERROR, BYL_ERROR_SAVE,
                   _("“%s” is gone and cannot be put back. Add the pack again."),
                   byl_pack_entry_get_title (entry));
      return FALSE;
    }

  if (!byl_library_bin_restore (self->bin, removed, byl_pack_entry_get_file (entry), error))
    return FALSE;

  byl_library_list_insert (&self->list, entry);
  g_hash_table_remove (self->removed, entry);

  return TRUE;
}

/**
 * byl_library_find:
 * @self: a library
 * @id: the id of a pack
 *
 * Returns: (transfer none) (nullable): the entry with the highest revision of the pack
 */
BylPackEntry *
byl_library_find (BylLibrary *self,
                  const char *id)
{
  BylPackEntry *found = NULL;

  g_return_val_if_fail (BYL_IS_LIBRARY (self), NULL);

  for (guint i = 0; i < self->list.entries->len; i++)
    {
      BylPackEntry *entry = g_ptr_array_index (self->list.entries, i);

      if (g_str_equal (byl_pack_entry_get_id (entry), id) &&
          (found == NULL ||
           byl_pack_entry_get_revision (entry) > byl_pack_entry_get_revision (found)))
        found = entry;
    }

  return found;
}
