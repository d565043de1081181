/* byl-import-saving.c: installing a pack that has just been made
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import-saving.h"

#include "byl-error.h"

#include <glib/gi18n.h>

static void
add_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GPtrArray) problems = NULL;
  GFile *file = g_object_get_data (G_OBJECT (task), "file");
  GError *error = NULL;
  BylPackEntry *entry = byl_library_add_finish (BYL_LIBRARY (source), result, &problems, &error);

  /* The library has a copy of its own. */
  g_file_delete_async (file, G_PRIORITY_LOW, NULL, NULL, NULL);

  if (entry != NULL)
    g_task_return_pointer (task, entry, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* For a thread. */
static void
write_cb (GTask        *task,
          gpointer      source_object,
          gpointer      task_data,
          GCancellable *cancellable)
{
  g_autoptr(GFileIOStream) stream = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = g_file_new_tmp ("byline-import-XXXXXX.json", &stream, &error);
  GBytes *pack = task_data;

  if (file != NULL
      && g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (stream)),
                                    g_bytes_get_data (pack, NULL), g_bytes_get_size (pack), NULL,
                                    cancellable, &error)
      && g_io_stream_close (G_IO_STREAM (stream), cancellable, &error))
    {
      g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
      return;
    }

  if (file != NULL)
    g_file_delete (file, NULL, NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, BYL_ERROR, BYL_ERROR_SAVE,
                             /* Translators: %s is what the system says is the matter. */
                             _("The new pack could not be written: %s."), error->message);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;
  GFile *file = g_task_propagate_pointer (G_TASK (result), &error);

  if (file == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_object_set_data_full (G_OBJECT (task), "file", file, g_object_unref);
  byl_library_add_async (BYL_LIBRARY (source), file, cancellable, add_cb,
                         g_steal_pointer (&task));
}

/**
 * byl_import_saving_start_async:
 * @library: the installed packs
 * @pack: a pack as JSON
 * @cancellable: (nullable): to give it up; then nothing is installed
 * @callback: called when the pack is installed
 * @user_data: data for @callback
 *
 * Installs a pack that is in memory, as byl_library_add_async() does one from a file.
 */
void
byl_import_saving_start_async (BylLibrary          *library,
                               GBytes              *pack,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) writing = NULL;
  GTask *task = g_task_new (library, cancellable, callback, user_data);

  g_task_set_source_tag (task, byl_import_saving_start_async);
  writing = g_task_new (library, cancellable, written_cb, task);
  g_task_set_task_data (writing, g_bytes_ref (pack), (GDestroyNotify) g_bytes_unref);
  /* A file that has been written is to be deleted, whatever happens meanwhile. */
  g_task_set_check_cancellable (writing, FALSE);
  g_task_run_in_thread (writing, write_cb);
}

/**
 * byl_import_saving_start_finish:
 * @library: the installed packs
 * @result: the result
 * @error: return location for an error of byl_library_add_finish(), or %BYL_ERROR_SAVE
 *
 * Returns: (transfer full) (nullable): the installed pack, or %NULL with @error set
 */
BylPackEntry *
byl_import_saving_start_finish (BylLibrary    *library,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
