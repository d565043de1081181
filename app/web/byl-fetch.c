/* byl-fetch.c: one file from the web, in bounded memory and time
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-fetch.h"

#include "byl-fetch-job.h"

#include <string.h>

#define MAX_ETAG 1000u /* bytes */

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylFetchJob *job = g_task_get_task_data (task);
  GError *error = NULL;

  job->part = g_task_propagate_pointer (G_TASK (result), &error);
  if (job->part == NULL || g_cancellable_set_error_if_cancelled (job->cancellable, &error))
    {
      byl_fetch_job_fail (task, error);
      return;
    }

  job->n_bytes = byl_fetch_part_get_length (job->part);
  if (job->n_bytes > 0 && job->progress != NULL)
    job->progress (job->n_bytes, job->progress_data);
  byl_fetch_job_begin (task);
}

static void
open_in_thread (GTask        *thread,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const BylFetchJob *job = task_data; /* kept by the task that waits */
  GError *error = NULL;
  BylFetchPart *part =
    byl_fetch_part_open (job->to, job->size, job->sha256, job->max_bytes, &error);

  if (part != NULL)
    g_task_return_pointer (thread, part, (GDestroyNotify) byl_fetch_part_free);
  else
    g_task_return_error (thread, error);
}

/**
 * byl_fetch_bytes_async:
 * @session: a session
 * @address: a web address
 * @limits: what may come, and what is known of it
 * @cancellable: (nullable): to give up
 * @callback: called when all is there, or nothing will be
 * @user_data: passed to @callback
 *
 * Fetches something small into memory. What comes is counted as it is decoded, and no more is read
 * than may come. Up to five redirects are followed, never from `https` to `http`, nor away from the
 * web, nor from the web to this machine. A server that is busy or breaks off is asked twice more,
 * after the time that it asks for (up to a minute), while the deadline lasts.
 */
void
byl_fetch_bytes_async (SoupSession          *session,
                       const char           *address,
                       const BylFetchLimits *limits,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              user_data)
{
  g_autoptr(GTask) task = NULL;
  BylFetchJob *job;

  g_return_if_fail (SOUP_IS_SESSION (session));
  g_return_if_fail (address != NULL && limits != NULL);

  task = byl_fetch_job_new (session, address, limits, cancellable, callback, user_data);
  if (task == NULL)
    return;

  g_task_set_source_tag (task, byl_fetch_bytes_async);
  job = g_task_get_task_data (task);
  job->bytes = g_byte_array_new ();
  byl_fetch_job_try (task);
}

/**
 * byl_fetch_bytes_finish:
 * @session: the session
 * @result: what the callback was given
 * @bytes: (out) (transfer full) (nullable): what came; %NULL where the ETag of the limits still
 * holds
 * @etag: (out) (optional) (transfer full) (nullable): the ETag of what came
 * @error: return location for the error
 *
 * Errors: %BYL_ERROR_ADDRESS where the address is none, leads to one that is not safe to use, or
 * cannot prove who it is; %BYL_ERROR_NETWORK where the server cannot be reached, goes silent,
 * breaks off or is too slow; %BYL_ERROR_SERVER where it refuses; %BYL_ERROR_SIZE where it sends too
 * much; %BYL_ERROR_HASH where it sends something else than was published; %G_IO_ERROR_CANCELLED.
 *
 * Returns: whether what was asked for is there
 */
gboolean
byl_fetch_bytes_finish (SoupSession   *session,
                        GAsyncResult  *result,
                        GBytes       **bytes,
                        char         **etag,
                        GError       **error)
{
  BylFetchJob *job;

  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);

  *bytes = NULL;
  if (etag != NULL)
    *etag = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  job = g_task_get_task_data (G_TASK (result));
  if (!job->is_unchanged)
    *bytes = g_byte_array_free_to_bytes (g_steal_pointer (&job->bytes));
  if (etag != NULL)
    *etag = g_strdup (job->is_unchanged ? job->known_etag : job->etag);

  return TRUE;
}

/**
 * byl_fetch_file_async:
 * @session: a session
 * @address: a web address
 * @to: where to, on this computer, in a folder that is there
 * @limits: what may come, and what is known of it
 * @progress: (nullable): told about what has come
 * @progress_data: passed to @progress
 * @cancellable: (nullable): to give up
 * @callback: called when the file is there, or will not be
 * @user_data: passed to @callback
 *
 * Fetches a file as byl_fetch_bytes_async() does, without holding it in memory. It bears its name
 * only once it is whole, checked and safely on the disk; until then it is a part file beside it,
 * from which the next try goes on where the server has named it (ETag) or its checksum is known.
 */
void
byl_fetch_file_async (SoupSession          *session,
                      const char           *address,
                      GFile                *to,
                      const BylFetchLimits *limits,
                      BylFetchProgress      progress,
                      gpointer              progress_data,
                      GCancellable         *cancellable,
                      GAsyncReadyCallback   callback,
                      gpointer              user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GTask) thread = NULL;
  BylFetchJob *job;

  g_return_if_fail (SOUP_IS_SESSION (session));
  g_return_if_fail (address != NULL && limits != NULL);
  g_return_if_fail (g_file_peek_path (to) != NULL);

  task = byl_fetch_job_new (session, address, limits, cancellable, callback, user_data);
  if (task == NULL)
    return;

  g_task_set_source_tag (task, byl_fetch_file_async);
  job = g_task_get_task_data (task);
  g_clear_pointer (&job->known_etag, g_free);
  job->to = g_object_ref (to);
  job->progress = progress;
  job->progress_data = progress_data;

  thread = g_task_new (NULL, NULL, opened_cb, g_object_ref (task));
  g_task_set_task_data (thread, job, NULL);
  g_task_run_in_thread (thread, open_in_thread);
}

/**
 * byl_fetch_file_finish:
 * @session: the session
 * @result: what the callback was given
 * @error: return location for the error
 *
 * Errors: those of byl_fetch_bytes_finish(), and %BYL_ERROR_SAVE where the disk refuses.
 *
 * Returns: whether the file is there, whole
 */
gboolean
byl_fetch_file_finish (SoupSession   *session,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * byl_fetch_is_etag:
 * @text: (nullable): what a server, or a file that was kept, says is an ETag
 *
 * Returns: whether it can stand in the line of a request: not too long, and nothing in it that
 *   could break out of the line
 */
gboolean
byl_fetch_is_etag (const char *text)
{
  gsize length = text != NULL ? strlen (text) : 0;

  for (gsize i = 0; i < length; i++)
    if (text[i] < ' ' || text[i] > '~')
      return FALSE;

  return length > 0 && length <= MAX_ETAG;
}
