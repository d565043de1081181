/* byl-fetch-job.c: the way of one fetch: tries, redirects, the time that is left
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-fetch-job.h"

#include "byl-error.h"
#include "byl-fetch-error.h"
#include "byl-retry.h"
#include "byl-web-address.h"


#define MAX_TRIES      3u
#define MAX_REDIRECTS  5u
#define PAUSE          500u   /* milliseconds before the second try */
#define PAUSE_GROWTH   4u
#define SILENCE        20000u /* milliseconds */

/* Nobody has waited in vain who waits for a minute, and for 128 KiB a second beyond it. */
#define SHORTEST       60000u /* milliseconds */
#define BYTES_A_MS     128u

static void
job_free (BylFetchJob *job)
{
  g_clear_object (&job->session);
  g_clear_pointer (&job->address, g_uri_unref);
  g_clear_pointer (&job->uri, g_uri_unref);
  g_clear_pointer (&job->sha256, g_free);
  g_clear_pointer (&job->known_etag, g_free);
  g_clear_object (&job->outer);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->attempt);
  g_clear_object (&job->message);
  g_clear_object (&job->stream);
  g_clear_pointer (&job->etag, g_free);
  g_clear_pointer (&job->bytes, g_byte_array_unref);
  g_clear_object (&job->to);
  g_clear_pointer (&job->part, byl_fetch_part_free);
  g_free (job);
}

/* Lets go of what the server still wants to say. */
static void
drop_answer (BylFetchJob *job)
{
  if (job->stream != NULL)
    g_input_stream_close_async (job->stream, G_PRIORITY_DEFAULT, NULL, NULL, NULL);

  g_clear_object (&job->stream);
  g_clear_object (&job->message);
}

/* Nothing of the job goes on by itself after this. */
static void
end (BylFetchJob *job)
{
  if (job->deadline != NULL)
    g_source_destroy (job->deadline);
  g_clear_pointer (&job->deadline, g_source_unref);
  if (job->watch != NULL)
    g_source_destroy (job->watch);
  g_clear_pointer (&job->watch, g_source_unref);

  /* g_cancellable_disconnect() would wait for ever where this is called while it is cancelled. */
  if (job->outer_handler != 0)
    g_signal_handler_disconnect (job->outer, job->outer_handler);
  job->outer_handler = 0;

  drop_answer (job);
}

static void
stop (BylFetchJob *job)
{
  g_autoptr(GCancellable) attempt = job->attempt != NULL ? g_object_ref (job->attempt) : NULL;

  g_cancellable_cancel (job->cancellable);
  g_cancellable_cancel (attempt);
}

static void
outer_cancelled_cb (GCancellable *outer,
                    gpointer      user_data)
{
  stop (user_data);
}

static gboolean
deadline_cb (gpointer user_data)
{
  BylFetchJob *job = user_data;

  job->is_late = TRUE;
  stop (job);

  return G_SOURCE_REMOVE;
}

/* A stream that the other side has broken off may stay silent for ever: libsoup does not tell of it
 * where several share one connection. */
static gboolean
watch_cb (gpointer user_data)
{
  BylFetchJob *job = user_data;
  gint64 silent_since = job->heard_at;

  if (silent_since != 0 && g_get_monotonic_time () - silent_since >= (gint64) job->silence * 1000)
    g_cancellable_cancel (job->attempt);

  return G_SOURCE_CONTINUE;
}

/* From now on the server has to say something. */
void
byl_fetch_job_listen (BylFetchJob *job)
{
  job->heard_at = g_get_monotonic_time ();
}

/* It has, or it has been given up: then the error says so. */
void
byl_fetch_job_heard (BylFetchJob  *job,
                     GError      **error)
{
  job->heard_at = 0;
  if (!g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_cancellable_is_cancelled (job->cancellable))
    return;

  g_clear_error (error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "silence");
}

static GSource *
add_timeout (guint       milliseconds,
             GSourceFunc callback,
             gpointer    user_data)
{
  GSource *source = g_timeout_source_new (milliseconds);

  g_source_set_callback (source, callback, user_data, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());

  return source;
}

static void
start_clock (BylFetchJob *job,
             guint        deadline)
{
  guint64 expected = job->size > 0 ? MIN (job->size, job->max_bytes) : job->max_bytes;

  if (deadline == 0)
    deadline = SHORTEST + (guint) (expected / BYTES_A_MS);

  job->ends_at = g_get_monotonic_time () + (gint64) deadline * 1000;
  job->deadline = add_timeout (deadline, deadline_cb, job);
  job->watch = add_timeout (MAX (job->silence / 2, 1), watch_cb, job);
}

/* The task is done with an error, which it takes. */
void
byl_fetch_job_fail (GTask  *task,
                    GError *error)
{
  BylFetchJob *job = g_task_get_task_data (task);
  GError *told = NULL;

  if (job->is_late && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      byl_fetch_error_set_late (&told, job->uri);
      g_error_free (error);
    }
  else
    byl_fetch_error_take (&told, job->uri, error);

  end (job);
  g_task_return_error (task, told);
}

/* The task is done. */
void
byl_fetch_job_succeed (GTask *task)
{
  end (g_task_get_task_data (task));
  g_task_return_boolean (task, TRUE);
}

static gboolean
waited_cb (gpointer user_data)
{
  GTask *task = user_data;
  BylFetchJob *job = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, &error))
    byl_fetch_job_fail (task, error);
  else
    byl_fetch_job_try (task);

  return G_SOURCE_REMOVE;
}

static gboolean
wake_cb (GCancellable *cancellable,
         gpointer      user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Tries once more when the time has passed, or tells at once that it was cancelled. */
static void
wait_and_try (GTask *task,
              guint  milliseconds)
{
  BylFetchJob *job = g_task_get_task_data (task);
  g_autoptr(GSource) source = g_timeout_source_new (milliseconds);
  g_autoptr(GSource) cancelled = g_cancellable_source_new (job->cancellable);

  drop_answer (job);
  g_source_set_callback (cancelled, G_SOURCE_FUNC (wake_cb), NULL, NULL);
  g_source_add_child_source (source, cancelled);
  g_source_set_callback (source, waited_cb, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
}

/* Whether there is another try, after so many milliseconds; then it is under way. */
static gboolean
may_wait (GTask  *task,
          gint64  milliseconds)
{
  BylFetchJob *job = g_task_get_task_data (task);

  if (job->n_tries >= MAX_TRIES || milliseconds < 0 ||
      g_get_monotonic_time () + milliseconds * 1000 >= job->ends_at)
    return FALSE;

  job->pause *= PAUSE_GROWTH;
  wait_and_try (task, (guint) milliseconds);

  return TRUE;
}

/* What is there is of no use: from the start, at once, but as one of the tries. */
void
byl_fetch_job_restart (GTask *task)
{
  wait_and_try (task, 0);
}

/* A connection broke, or something worse: once more where that may help. Takes the error. */
void
byl_fetch_job_retry (GTask  *task,
                     GError *error)
{
  BylFetchJob *job = g_task_get_task_data (task);

  if (byl_fetch_error_may_pass (error) && may_wait (task, job->pause))
    g_error_free (error);
  else
    byl_fetch_job_fail (task, error);
}

static void send_message (GTask *task);

static void
follow (GTask *task)
{
  BylFetchJob *job = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (job->message);
  GError *error = NULL;
  GUri *to;

  if (++job->n_redirects > MAX_REDIRECTS)
    {
      byl_fetch_error_set_loop (&error, job->address);
      byl_fetch_job_fail (task, error);
      return;
    }

  to = byl_fetch_redirect (job->uri, soup_message_headers_get_one (headers, "Location"), &error);
  if (to == NULL)
    {
      byl_fetch_job_fail (task, error);
      return;
    }

  drop_answer (job);
  g_uri_unref (job->uri);
  job->uri = to;
  send_message (task);
}

/* Neither here nor elsewhere. */
static void
refuse (GTask *task)
{
  BylFetchJob *job = g_task_get_task_data (task);
  guint status = soup_message_get_status (job->message);
  GError *error = NULL;

  if (byl_retry_is_status (status) &&
      may_wait (task, byl_fetch_status_get_wait (job->message, job->pause)))
    return;

  byl_fetch_status_to_error (&error, job->uri, job->message);
  byl_fetch_job_fail (task, error);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylFetchJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  guint status;

  job->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  byl_fetch_job_heard (job, &error);
  if (job->stream == NULL)
    {
      byl_fetch_job_retry (task, error);
      return;
    }

  status = soup_message_get_status (job->message);
  if (status == SOUP_STATUS_OK ||
      (job->is_resumed && (status == SOUP_STATUS_PARTIAL_CONTENT ||
                           status == SOUP_STATUS_REQUESTED_RANGE_NOT_SATISFIABLE)))
    byl_fetch_job_open (task);
  else if (SOUP_STATUS_IS_REDIRECTION (status) && status != SOUP_STATUS_NOT_MODIFIED)
    follow (task);
  else if (status == SOUP_STATUS_NOT_MODIFIED && job->known_etag != NULL)
    {
      job->is_unchanged = TRUE;
      byl_fetch_job_succeed (task);
    }
  else
    refuse (task);
}

static void
add_headers (BylFetchJob *job)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (job->message);
  const char *etag;

  if (job->known_etag != NULL)
    soup_message_headers_append (headers, "If-None-Match", job->known_etag);

  if (job->n_bytes == 0)
    return;

  /* Places in a file are those of its own bytes, not of what they were compressed to. */
  soup_message_headers_append (headers, "Accept-Encoding", "identity");
  soup_message_headers_set_range (headers, (goffset) job->n_bytes, -1);
  etag = byl_fetch_part_get_etag (job->part);
  if (etag != NULL)
    soup_message_headers_append (headers, "If-Range", etag);
}

/* Every step of the way is ours, so that none leads where it must not. A compressed file is kept as
 * it was published, though some servers say that it was compressed on the way only. */
static void
send_message (GTask *task)
{
  BylFetchJob *job = g_task_get_task_data (task);

  job->message = soup_message_new_from_uri (SOUP_METHOD_GET, job->uri);
  soup_message_add_flags (job->message,
                          SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  add_headers (job);
  if (job->to != NULL && g_str_has_suffix (g_uri_get_path (job->address), ".gz"))
    soup_message_disable_feature (job->message, SOUP_TYPE_CONTENT_DECODER);
  byl_fetch_job_listen (job);
  soup_session_send_async (job->session, job->message, G_PRIORITY_DEFAULT, job->attempt,
                           sent_cb, g_object_ref (task));
}

/* Asks for what is not there yet. */
void
byl_fetch_job_try (GTask *task)
{
  BylFetchJob *job = g_task_get_task_data (task);

  job->n_tries++;
  g_clear_object (&job->attempt);
  job->attempt = g_cancellable_new ();
  if (g_cancellable_is_cancelled (job->cancellable))
    g_cancellable_cancel (job->attempt);
  job->n_redirects = 0;
  g_uri_unref (job->uri);
  job->uri = g_uri_ref (job->address);
  if (job->part == NULL)
    job->n_bytes = 0;
  job->is_resumed = job->n_bytes > 0;
  send_message (task);
}

/* Makes a task with a job that has not begun; NULL where the address is none, and then the callback
 * will be called. */
GTask *
byl_fetch_job_new (SoupSession          *session,
                   const char           *address,
                   const BylFetchLimits *limits,
                   GCancellable         *cancellable,
                   GAsyncReadyCallback   callback,
                   gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  BylFetchJob *job = g_new0 (BylFetchJob, 1);
  GError *error = NULL;

  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  job->address = byl_web_address_parse (address, &error);
  if (job->address == NULL)
    {
      g_task_return_error (task, error);
      return NULL;
    }

  job->session = g_object_ref (session);
  job->uri = g_uri_ref (job->address);
  job->max_bytes = limits->max_bytes > 0 ? MIN (limits->max_bytes, BYL_FETCH_MAX_LARGE)
                                         : BYL_FETCH_MAX_SMALL;
  job->size = limits->size;
  job->sha256 = g_strdup (limits->sha256);
  job->known_etag = byl_fetch_is_etag (limits->etag) ? g_strdup (limits->etag) : NULL;
  job->pause = limits->pause > 0 ? limits->pause : PAUSE;
  job->silence = limits->silence > 0 ? limits->silence : SILENCE;
  job->cancellable = g_cancellable_new ();
  start_clock (job, limits->deadline);

  if (cancellable == NULL)
    return g_steal_pointer (&task);

  job->outer = g_object_ref (cancellable);
  job->outer_handler = g_signal_connect (cancellable, "cancelled",
                                         G_CALLBACK (outer_cancelled_cb), job);
  if (g_cancellable_is_cancelled (cancellable))
    g_cancellable_cancel (job->cancellable);

  return g_steal_pointer (&task);
}
