/* byl-download-job.c: the steps from addresses to an installed pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-download-job.h"

#include "byl-download-files.h"
#include "byl-error.h"
#include "byl-import.h"
#include "byl-pack-reader.h"
#include "byl-problem.h"
#include "byl-save.h"
#include "byl-task.h"

#include <glib/gi18n.h>

static void
wanted_free (BylDownloadWanted *wanted)
{
  g_free (wanted->name);
  g_free (wanted->address);
  g_free (wanted->sha256);
  g_free (wanted);
}

static void
job_free (BylDownloadJob *self)
{
  g_clear_object (&self->session);
  g_clear_object (&self->library);
  g_clear_object (&self->cache_dir);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->recipe, byl_recipe_unref);
  g_clear_pointer (&self->writers, g_strfreev);
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  g_clear_pointer (&self->cache, byl_download_cache_free);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->pack, g_bytes_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_object (&self->entry);
  g_free (self);
}

/* A task with a job that has not begun. */
GTask *
byl_download_job_new (const BylDownloadPlace *place,
                      const char             *id,
                      BylDownloadProgress     progress,
                      gpointer                progress_data,
                      GCancellable           *cancellable,
                      GAsyncReadyCallback     callback,
                      gpointer                user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  BylDownloadJob *self = g_new0 (BylDownloadJob, 1);

  self->session = g_object_ref (place->session);
  self->library = g_object_ref (place->library);
  self->cache_dir = g_object_ref (place->cache_dir);
  self->pause = place->pause;
  self->id = g_strdup (id);
  self->wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) wanted_free);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_import_source_free);
  self->problems = byl_problem_list_new ();
  self->progress = progress;
  self->progress_data = progress_data;
  g_task_set_task_data (task, self, (GDestroyNotify) job_free);
  g_task_set_source_tag (task, byl_download_job_new);

  return task;
}

/* Has something done in a thread, then goes on in a callback that is given the task. */
static void
run_in_thread (GTask               *task,
               GTaskThreadFunc      function,
               GAsyncReadyCallback  callback)
{
  g_autoptr(GTask) thread =
    g_task_new (NULL, g_task_get_cancellable (task), callback, g_object_ref (task));

  g_task_set_task_data (thread, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (thread, function);
}

/* The folder is free before anybody hears of the end. */
static void
fail (GTask  *task,
      GError *error)
{
  BylDownloadJob *self = g_task_get_task_data (task);

  g_clear_pointer (&self->cache, byl_download_cache_free);
  g_task_return_error (task, error);
}

/* Whether the thread did its work; otherwise the task has failed. */
static gboolean
came_back (GTask        *task,
           GAsyncResult *result)
{
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    return TRUE;

  fail (task, error);

  return FALSE;
}

static void
tell_progress (BylDownloadJob  *self,
               BylDownloadStep  step,
               guint64          n_bytes)
{
  if (self->progress != NULL)
    self->progress (step, n_bytes, self->size, self->progress_data);
}

static void
cleared_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylDownloadJob *self = g_task_get_task_data (task);
  BylPackEntry *entry = g_steal_pointer (&self->entry);

  g_clear_pointer (&self->cache, byl_download_cache_free);

  /* The pack is installed, whatever has come since. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_return_pointer (task, entry, g_object_unref);
}

static void
clear_in_thread (GTask        *thread,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  BylDownloadJob *self = task_data;

  byl_download_cache_clear (self->cache);
  g_task_return_boolean (thread, TRUE);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylDownloadJob *self = g_task_get_task_data (task);
  GError *error = NULL;

  g_ptr_array_unref (self->problems);
  self->entry = byl_library_add_finish (BYL_LIBRARY (source), result, &self->problems, &error);
  if (self->entry == NULL)
    fail (task, error);
  else
    run_in_thread (task, clear_in_thread, cleared_cb);
}

static void
install (GTask *task,
         GFile *file)
{
  BylDownloadJob *self = g_task_get_task_data (task);

  byl_library_add_async (self->library, file, g_task_get_cancellable (task), added_cb,
                         g_object_ref (task));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylDownloadJob *self = g_task_get_task_data (task);

  if (came_back (task, result))
    install (task, byl_download_cache_get_pack (self->cache));
}

static void
save_in_thread (GTask        *thread,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  BylDownloadJob *self = task_data;
  GError *error = NULL;
  g_autoptr(GBytes) compressed = byl_save_compress (self->pack, &error);
  gboolean good = compressed != NULL &&
                  byl_save_file (byl_download_cache_get_pack (self->cache), compressed, &error);

  g_clear_pointer (&self->pack, g_bytes_unref);
  byl_task_return (thread, good, error);
}

static void
set_other_pack (GError     **error,
                const char  *id,
                const char  *expected)
{
  g_set_error (error, BYL_ERROR, BYL_ERROR_HASH,
               /* Translators: the ids of two packs */
               _("What was fetched is the pack “%s”, not “%s”, as its list says. Nothing was "
                 "installed. Tell whoever made the list."),
               id, expected);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylDownloadJob *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(BylImportResult) import = byl_import_run_finish (result, &error);

  if (import == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        byl_download_cache_doubt (self->cache);
      fail (task, error);
      return;
    }

  self->pack = g_bytes_ref (import->pack);
  run_in_thread (task, save_in_thread, saved_cb);
}

static GFile *
get_only_file (BylDownloadJob *self)
{
  const BylImportSource *source = g_ptr_array_index (self->sources, 0);

  return source->file;
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  if (came_back (task, result))
    install (task, get_only_file (g_task_get_task_data (task)));
}

/* The library checks everything but whether it is the right pack. */
static void
check_in_thread (GTask        *thread,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  BylDownloadJob *self = task_data;
  GError *error = NULL;
  g_autoptr(BylPack) pack = byl_pack_load (get_only_file (self), self->problems, cancellable,
                                           &error);

  if (pack != NULL && !g_str_equal (byl_pack_get_id (pack), self->id))
    set_other_pack (&error, byl_pack_get_id (pack), self->id);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    byl_download_cache_clear (self->cache);

  byl_task_return (thread, error == NULL, error);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylDownloadJob *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!byl_download_files_finish (SOUP_SESSION (source), result, &error))
    {
      fail (task, error);
      return;
    }

  tell_progress (self, BYL_DOWNLOAD_IMPORTING, self->size);
  if (self->recipe != NULL)
    byl_import_run_async (self->recipe, self->sources, (const char * const *) self->writers,
                          g_task_get_cancellable (task), imported_cb, g_object_ref (task));
  else
    run_in_thread (task, check_in_thread, checked_cb);
}

static void
files_progress_cb (guint64  n_bytes,
                   gpointer user_data)
{
  tell_progress (user_data, BYL_DOWNLOAD_FETCHING, n_bytes);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylDownloadJob *self = g_task_get_task_data (task);

  if (came_back (task, result))
    byl_download_files_async (self->session, byl_download_cache_get_items (self->cache),
                              self->pause, files_progress_cb, self,
                              g_task_get_cancellable (task), fetched_cb, g_object_ref (task));
}

static void
look_in_thread (GTask        *thread,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  BylDownloadJob *self = task_data;
  GError *error = NULL;
  gboolean good;

  self->cache = byl_download_cache_open (self->cache_dir, self->id, &error);
  if (self->cache == NULL)
    {
      g_task_return_error (thread, error);
      return;
    }

  for (guint i = 0; i < self->wanted->len; i++)
    {
      const BylDownloadWanted *wanted = g_ptr_array_index (self->wanted, i);
      const BylDownloadItem *item =
        byl_download_cache_add (self->cache, wanted->address, wanted->sha256, wanted->size);

      g_ptr_array_add (self->sources, byl_import_source_new (wanted->name, item->file));
    }

  good = byl_download_cache_look (self->cache, cancellable, &error);
  byl_task_return (thread, good, error);
}

/* One more file that the pack needs; the name is the path that a recipe has for it. */
void
byl_download_job_want (BylDownloadJob *self,
                       const char     *name,
                       const char     *address,
                       const char     *sha256,
                       guint64         size)
{
  BylDownloadWanted *wanted = g_new0 (BylDownloadWanted, 1);

  wanted->name = g_strdup (name);
  wanted->address = g_strdup (address);
  wanted->sha256 = g_strdup (sha256);
  wanted->size = size;
  g_ptr_array_add (self->wanted, wanted);
}

/* All that is wanted is known: begins. */
void
byl_download_job_run (GTask *task)
{
  run_in_thread (task, look_in_thread, looked_cb);
}
