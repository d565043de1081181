/* byl-recording-installing.c: from a recording to a pack: among the player's packs, or in a file
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-installing.h"

#include "byl-save.h"


typedef struct
{
  BylLibrary *library; /* (nullable): where only a file is written */
  GBytes     *bytes;
  GFile      *file;    /* where the pack is written to */
} Installing;

static void
free_installing (Installing *installing)
{
  g_clear_object (&installing->library);
  g_clear_pointer (&installing->bytes, g_bytes_unref);
  g_clear_object (&installing->file);
  g_free (installing);
}

/* What was recorded before is part of the pack that has just been added. The journal knows packs by
 * their id, so that what was played stays known. */
static void
remove_older (BylLibrary   *library,
              BylPackEntry *entry)
{
  GListModel *list = G_LIST_MODEL (library);

  for (guint i = g_list_model_get_n_items (list); i > 0; i--)
    {
      g_autoptr(BylPackEntry) other = g_list_model_get_item (list, i - 1);

      if (other != entry && !byl_pack_entry_get_built_in (other)
          && g_str_equal (byl_pack_entry_get_id (other), byl_pack_entry_get_id (entry))
          && byl_pack_entry_get_revision (other) < byl_pack_entry_get_revision (entry))
        byl_library_remove (library, other, NULL);
    }
}

static void
add_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Installing *installing = g_task_get_task_data (task);
  g_autoptr(GPtrArray) problems = NULL;
  GError *error = NULL;
  BylPackEntry *entry = byl_library_add_finish (BYL_LIBRARY (source), result, &problems, &error);

  g_file_delete_async (installing->file, G_PRIORITY_DEFAULT, NULL, NULL, NULL);

  if (entry == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  remove_older (installing->library, entry);
  g_task_return_pointer (task, entry, g_object_unref);
}

static void
write_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Installing *installing = task_data;
  GError *error = NULL;

  if (byl_save_file (installing->file, installing->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Writes the pack to the file of @task, beside the main loop. */
static void
write_pack (GTask               *task,
            GAsyncReadyCallback  callback)
{
  Installing *installing = g_task_get_task_data (task);
  g_autoptr(GTask) writing = g_task_new (NULL, g_task_get_cancellable (task), callback,
                                         g_object_ref (task));
  Installing *copy = g_new0 (Installing, 1);

  copy->bytes = g_bytes_ref (installing->bytes);
  copy->file = g_object_ref (installing->file);
  g_task_set_task_data (writing, copy, (GDestroyNotify) free_installing);
  g_task_run_in_thread (writing, write_thread);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Installing *installing = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (installing->library != NULL)
        g_file_delete_async (installing->file, G_PRIORITY_DEFAULT, NULL, NULL, NULL);
      g_task_return_error (task, error);
    }
  else if (installing->library == NULL)
    g_task_return_boolean (task, TRUE);
  else
    byl_library_add_async (installing->library, installing->file, cancellable, add_cb,
                           g_steal_pointer (&task));
}

static GFile *
make_temporary (GError **error)
{
  g_autoptr(GFileIOStream) stream = NULL;
  GFile *file = g_file_new_tmp ("byline-XXXXXX.json", &stream, error);

  if (file != NULL)
    g_io_stream_close (G_IO_STREAM (stream), NULL, NULL);

  return file;
}

/**
 * byl_recording_installing_start_async:
 * @recording: a recording, complete or not
 * @library: the player's packs
 * @known: (nullable) (element-type BylKnownWriter): what is known of models
 * @cancellable: (nullable): to give up
 * @callback: called when the pack can be played
 * @user_data: data for @callback
 *
 * Puts the pack among the player's, in the place of what was recorded before.
 */
void
byl_recording_installing_start_async (BylRecording        *recording,
                                      BylLibrary          *library,
                                      GPtrArray           *known,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (recording, cancellable, callback, user_data);
  Installing *installing = g_new0 (Installing, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, byl_recording_installing_start_async);
  g_task_set_task_data (task, installing, (GDestroyNotify) free_installing);
  installing->library = g_object_ref (library);
  installing->bytes = byl_recording_make_pack (recording, known, NULL, &error);

  if (installing->bytes != NULL)
    installing->file = make_temporary (&error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    write_pack (task, written_cb);
}

/**
 * byl_recording_installing_start_finish:
 * @recording: the recording
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the pack; %NULL with the error of byl_recording_make_pack()
 *   or byl_library_add_finish()
 */
BylPackEntry *
byl_recording_installing_start_finish (BylRecording  *recording,
                                       GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, recording), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * byl_recording_installing_export_async:
 * @recording: a recording, complete or not
 * @file: the file to write
 * @known: (nullable) (element-type BylKnownWriter): what is known of models
 * @cancellable: (nullable): to give up
 * @callback: called when the file is written
 * @user_data: data for @callback
 *
 * Writes the pack to a file, which has all that a player needs, and no key.
 */
void
byl_recording_installing_export_async (BylRecording        *recording,
                                       GFile               *file,
                                       GPtrArray           *known,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (recording, cancellable, callback, user_data);
  Installing *installing = g_new0 (Installing, 1);
  GError *error = NULL;

  g_task_set_source_tag (task, byl_recording_installing_export_async);
  g_task_set_task_data (task, installing, (GDestroyNotify) free_installing);
  installing->file = g_object_ref (file);
  installing->bytes = byl_recording_make_pack (recording, known, NULL, &error);

  if (installing->bytes == NULL)
    g_task_return_error (task, error);
  else
    write_pack (task, written_cb);
}

/**
 * byl_recording_installing_export_finish:
 * @recording: the recording
 * @result: the result
 * @error: return location for an error
 *
 * Returns: whether the file is written; else the error is that of byl_recording_make_pack() or
 *   byl_save_file()
 */
gboolean
byl_recording_installing_export_finish (BylRecording  *recording,
                                        GAsyncResult  *result,
                                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, recording), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
