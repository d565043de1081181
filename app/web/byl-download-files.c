/* byl-download-files.c: many files, a few at a time
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-download-files.h"

#include "byl-error.h"
#include "byl-fetch.h"

#include <glib/gi18n.h>

typedef struct
{
  GPtrArray                *items;         /* (element-type BylDownloadItem) */
  guint                     pause;         /* milliseconds before a second try; 0 = the usual */
  guint                     next;          /* the first that nobody has looked at */
  guint                     n_running;
  guint64                   n_bytes;       /* of all files that are there, and of the parts */
  GError                   *error;         /* (nullable): the first one */
  GCancellable             *cancellable;   /* of who asks, and for when one file fails */
  GCancellable             *outer;         /* (nullable) */
  gulong                    outer_handler;
  BylDownloadFilesProgress  progress;      /* (nullable) */
  gpointer                  progress_data;
} Files;

/* One file under way. */
typedef struct
{
  GTask           *task;
  BylDownloadItem *item; /* kept by the task */
} One;

static void
files_free (Files *files)
{
  g_clear_pointer (&files->items, g_ptr_array_unref);
  g_clear_error (&files->error);
  g_clear_object (&files->cancellable);
  g_clear_object (&files->outer);
  g_free (files);
}

static void
one_free (One *one)
{
  g_object_unref (one->task);
  g_free (one);
}

static void
outer_cancelled_cb (GCancellable *outer,
                    gpointer      cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* One has failed: the others stop where they are, and what is whole stays. */
static void
take_error (Files  *files,
            GError *error)
{
  if (files->error != NULL)
    g_error_free (error);
  else
    files->error = error;

  g_cancellable_cancel (files->cancellable);
}

static void
progress_cb (guint64  n_bytes,
             gpointer user_data)
{
  One *one = user_data;
  Files *files = g_task_get_task_data (one->task);

  files->n_bytes = files->n_bytes - one->item->n_bytes + n_bytes;
  one->item->n_bytes = n_bytes;
  if (files->n_bytes > BYL_DOWNLOAD_MAX_BYTES && files->error == NULL)
    take_error (files, g_error_new (BYL_ERROR, BYL_ERROR_SIZE,
                                    _("The files of this pack are far larger than its list says. "
                                      "Tell whoever made the list.")));
  if (files->progress != NULL)
    files->progress (files->n_bytes, files->progress_data);
}

static void start_some (GTask *task);

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  One *one = user_data;
  g_autoptr(GTask) task = g_object_ref (one->task);
  Files *files = g_task_get_task_data (task);
  GError *error = NULL;

  one->item->is_there = byl_fetch_file_finish (SOUP_SESSION (source), result, &error);
  if (!one->item->is_there)
    take_error (files, error);

  one_free (one);
  files->n_running--;
  start_some (task);
}

static void
start_one (GTask           *task,
           BylDownloadItem *item)
{
  Files *files = g_task_get_task_data (task);
  One *one = g_new0 (One, 1);
  BylFetchLimits limits = {
    .max_bytes = BYL_FETCH_MAX_LARGE,
    .pause = files->pause,
    .sha256 = item->sha256,
    .size = item->size,
  };

  one->task = g_object_ref (task);
  one->item = item;
  files->n_running++;
  byl_fetch_file_async (g_task_get_source_object (task), item->address, item->file, &limits,
                        progress_cb, one, files->cancellable, fetched_cb, one);
}

static void
finish (GTask *task)
{
  Files *files = g_task_get_task_data (task);

  if (files->outer_handler != 0)
    g_signal_handler_disconnect (files->outer, files->outer_handler);
  files->outer_handler = 0;

  if (files->error != NULL)
    g_task_return_error (task, g_steal_pointer (&files->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
start_some (GTask *task)
{
  Files *files = g_task_get_task_data (task);

  while (files->error == NULL && files->n_running < BYL_DOWNLOAD_AT_ONCE &&
         files->next < files->items->len)
    {
      BylDownloadItem *item = g_ptr_array_index (files->items, files->next++);

      if (!item->is_there)
        start_one (task, item);
    }

  if (files->n_running == 0)
    finish (task);
}

/* Fetches those of the items that are not there. The first error ends it; the rest of what was
 * under way stays as parts. */
void
byl_download_files_async (SoupSession              *session,
                          GPtrArray                *items,
                          guint                     pause,
                          BylDownloadFilesProgress  progress,
                          gpointer                  progress_data,
                          GCancellable             *cancellable,
                          GAsyncReadyCallback       callback,
                          gpointer                  user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  Files *files = g_new0 (Files, 1);

  g_task_set_source_tag (task, byl_download_files_async);
  g_task_set_task_data (task, files, (GDestroyNotify) files_free);
  files->items = g_ptr_array_ref (items);
  files->pause = pause;
  files->progress = progress;
  files->progress_data = progress_data;
  files->cancellable = g_cancellable_new ();
  if (cancellable != NULL)
    {
      files->outer = g_object_ref (cancellable);
      files->outer_handler = g_signal_connect_data (cancellable, "cancelled",
                                                    G_CALLBACK (outer_cancelled_cb),
                                                    g_object_ref (files->cancellable),
                                                    (GClosureNotify) (GCallback) g_object_unref, 0);
    }

  for (guint i = 0; i < items->len; i++)
    files->n_bytes += ((BylDownloadItem *) g_ptr_array_index (items, i))->n_bytes;
  if (progress != NULL)
    progress (files->n_bytes, progress_data);

  if (!g_cancellable_set_error_if_cancelled (cancellable, &files->error))
    start_some (task);
  else
    finish (task);
}

/* Errors: those of byl_fetch_file_finish(). */
gboolean
byl_download_files_finish (SoupSession   *session,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
