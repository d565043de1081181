/* byl-fetch-body.c: what a server sends, read in pieces, counted, checked and kept
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-fetch-job.h"

#include "byl-fetch-error.h"
#include "byl-task.h"

#include <glib/gstdio.h>

/* Bytes. A piece is hashed and written in about a millisecond; that is done in a thread all the
 * same. */
#define PIECE (128u * 1024u)

/* As %G_PRIORITY_DEFAULT_IDLE, so that a fast server does not hold up what the player does. */
#define PRIORITY G_PRIORITY_DEFAULT_IDLE

/* What a thread does for a job, which waits for it meanwhile. */
typedef struct
{
  BylFetchJob *job;     /* kept by the task that waits */
  GBytes      *piece;   /* (nullable) */
  char        *etag;    /* (nullable) */
} Work;

static void
work_free (Work *work)
{
  g_clear_pointer (&work->piece, g_bytes_unref);
  g_clear_pointer (&work->etag, g_free);
  g_free (work);
}

/* Has something done to the part file, then goes on in a callback that is given the task. */
static void
run_work (GTask               *task,
          GBytes              *piece,
          const char          *etag,
          GTaskThreadFunc      function,
          GAsyncReadyCallback  callback)
{
  g_autoptr(GTask) thread = g_task_new (NULL, NULL, callback, g_object_ref (task));
  Work *work = g_new0 (Work, 1);

  work->job = g_task_get_task_data (task);
  work->piece = piece != NULL ? g_bytes_ref (piece) : NULL;
  work->etag = g_strdup (etag);
  g_task_set_priority (thread, PRIORITY);
  g_task_set_task_data (thread, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (thread, function);
}

/* Whether the thread did its work; otherwise the task has failed. */
static gboolean
came_back (GTask        *task,
           GAsyncResult *result)
{
  BylFetchJob *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error) &&
      !g_cancellable_set_error_if_cancelled (job->cancellable, &error))
    return TRUE;

  byl_fetch_job_fail (task, error);

  return FALSE;
}

static void
tell_progress (BylFetchJob *job)
{
  if (job->progress != NULL)
    job->progress (job->n_bytes, job->progress_data);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  if (came_back (task, result))
    byl_fetch_job_succeed (task);
}

static void
finish_in_thread (GTask        *thread,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  gboolean good = byl_fetch_part_finish (work->job->part, &error);

  byl_task_return (thread, good, error);
}

static gboolean
are_bytes_right (BylFetchJob *job)
{
  g_autofree char *sha256 = NULL;

  if (job->size > 0 && job->n_bytes != job->size)
    return FALSE;

  if (job->sha256 == NULL)
    return TRUE;

  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, job->bytes->data, job->bytes->len);

  return g_str_equal (sha256, job->sha256);
}

static void
emptied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylFetchJob *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (!came_back (task, result))
    return;

  /* What an earlier try has left may have been wrong, but not what came just now from the start. */
  if (job->is_resumed && job->n_bytes <= job->max_bytes)
    {
      job->n_bytes = 0;
      tell_progress (job);
      byl_fetch_job_restart (task);
      return;
    }

  if (job->n_bytes > job->max_bytes)
    byl_fetch_error_set_size (&error, job->uri, job->max_bytes);
  else
    byl_fetch_error_set_hash (&error, job->uri);
  byl_fetch_job_fail (task, error);
}

static void
empty_in_thread (GTask        *thread,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  gboolean good = byl_fetch_part_start (work->job->part, NULL, &error);

  byl_task_return (thread, good, error);
}

/* All has come, or more than there should be. */
static void
check (GTask *task)
{
  BylFetchJob *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (job->part != NULL && byl_fetch_part_is_right (job->part))
    run_work (task, NULL, NULL, finish_in_thread, finished_cb);
  else if (job->part != NULL)
    run_work (task, NULL, NULL, empty_in_thread, emptied_cb);
  else if (are_bytes_right (job))
    byl_fetch_job_succeed (task);
  else
    {
      byl_fetch_error_set_hash (&error, job->uri);
      byl_fetch_job_fail (task, error);
    }
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylFetchJob *job = g_task_get_task_data (task);

  if (!came_back (task, result))
    return;

  job->n_bytes = byl_fetch_part_get_length (job->part);
  tell_progress (job);
  byl_fetch_job_read (task);
}

static void
write_in_thread (GTask        *thread,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  gboolean good = byl_fetch_part_write (work->job->part, work->piece, &error);

  byl_task_return (thread, good, error);
}

static void
keep (GTask  *task,
      GBytes *piece)
{
  BylFetchJob *job = g_task_get_task_data (task);
  const guint8 *data;
  gsize length;

  if (job->part != NULL)
    {
      run_work (task, piece, NULL, write_in_thread, written_cb);
      return;
    }

  data = g_bytes_get_data (piece, &length);
  g_byte_array_append (job->bytes, data, (guint) length);
  job->n_bytes = job->bytes->len;
  byl_fetch_job_read (task);
}

/* Whether one piece more is too much: more than may be, or more than was published. */
static gboolean
is_too_much (GTask *task,
             gsize  more)
{
  BylFetchJob *job = g_task_get_task_data (task);
  guint64 n_bytes = job->n_bytes + more;
  GError *error = NULL;

  if (n_bytes <= job->max_bytes && (job->size == 0 || n_bytes <= job->size))
    return FALSE;

  job->n_bytes = n_bytes;
  if (job->part != NULL)
    run_work (task, NULL, NULL, empty_in_thread, emptied_cb);
  else if (job->size > 0 && n_bytes > job->size)
    check (task);
  else
    {
      byl_fetch_error_set_size (&error, job->uri, job->max_bytes);
      byl_fetch_job_fail (task, error);
    }

  return TRUE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GBytes) piece = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result,
                                                              &error);

  byl_fetch_job_heard (g_task_get_task_data (task), &error);
  if (piece == NULL)
    byl_fetch_job_retry (task, error);
  else if (g_bytes_get_size (piece) == 0)
    check (task);
  else if (!is_too_much (task, g_bytes_get_size (piece)))
    keep (task, piece);
}

/* Takes the next piece from the server. */
void
byl_fetch_job_read (GTask *task)
{
  BylFetchJob *job = g_task_get_task_data (task);

  byl_fetch_job_listen (job);
  g_input_stream_read_bytes_async (job->stream, PIECE, PRIORITY, job->attempt,
                                   read_cb, g_object_ref (task));
}

static void
started_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylFetchJob *job = g_task_get_task_data (task);

  if (!came_back (task, result))
    return;

  job->n_bytes = 0;
  job->is_resumed = FALSE;
  tell_progress (job);
  byl_fetch_job_read (task);
}

static void
start_in_thread (GTask        *thread,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;
  gboolean good = byl_fetch_part_start (work->job->part, work->etag, &error);

  byl_task_return (thread, good, error);
}

/* An ETag that names the very bytes that come: not “about the same”, and not what they were
 * compressed to on the way. */
static const char *
get_strong_etag (SoupMessageHeaders *headers)
{
  const char *etag = soup_message_headers_get_one (headers, "ETag");

  if (!byl_fetch_is_etag (etag) || etag[0] != '"' ||
      soup_message_headers_get_one (headers, "Content-Encoding") != NULL)
    return NULL;

  return etag;
}

/* Whether the server goes on exactly where this side is. */
static gboolean
goes_on_here (BylFetchJob        *job,
              SoupMessageHeaders *headers)
{
  goffset start;
  goffset last;
  goffset total;

  return soup_message_headers_get_one (headers, "Content-Encoding") == NULL &&
         soup_message_headers_get_content_range (headers, &start, &last, &total) &&
         start >= 0 && (guint64) start == job->n_bytes;
}

/* A server has begun to answer with what was asked for. */
void
byl_fetch_job_open (GTask *task)
{
  BylFetchJob *job = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (job->message);
  const char *etag = soup_message_headers_get_one (headers, "ETag");
  guint status = soup_message_get_status (job->message);

  g_free (job->etag);
  job->etag = byl_fetch_is_etag (etag) ? g_strdup (etag) : NULL;

  if (job->part == NULL)
    {
      g_byte_array_set_size (job->bytes, 0);
      job->n_bytes = 0;
      byl_fetch_job_read (task);
    }
  else if (status == SOUP_STATUS_OK)
    run_work (task, NULL, get_strong_etag (headers), start_in_thread, started_cb);
  else if (status == SOUP_STATUS_PARTIAL_CONTENT && goes_on_here (job, headers))
    byl_fetch_job_read (task);
  else
    run_work (task, NULL, NULL, empty_in_thread, emptied_cb);
}

/* The part file is open: asks for the rest, if there is any. */
void
byl_fetch_job_begin (GTask *task)
{
  BylFetchJob *job = g_task_get_task_data (task);

  /* Killed between the last byte and the name, or left over from another revision. */
  if (job->n_bytes > 0 && job->n_bytes == job->size)
    {
      job->is_resumed = TRUE;
      check (task);
      return;
    }

  byl_fetch_job_try (task);
}
