/* byl-ask.c: asking a model one question
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-ask.h"

#include "byl-ask-exchange.h"
#include "byl-ask-proxy.h"
#include "byl-ask-request.h"
#include "byl-ask-trouble.h"
#include "byl-ask-watch.h"
#include "byl-error.h"
#include "byl-key.h"
#include "byl-reply-reader.h"
#include "byl-web-session.h"

#include <glib/gi18n.h>

/* Seconds that a model may think before it says a word. */
#define SILENCE 300

/* One question, from the first try to the last. */
typedef struct
{
  BylQuery       *query;    /* with a tidy address */
  BylRetryPolicy  policy;
  BylAskProgress  progress;
  gpointer        progress_data;

  BylAskWatch     watch;     /* ends all tries */
  BylAskStyle     style;
  guint           n_tries;
  guint           n_retries;

  SoupMessage    *message;   /* of this try, as what follows */
  JsonObject     *sent;
  BylReplyReader *reader;
  gboolean        has_begun; /* some of a body has come */
  gint64          started;   /* monotonic, in microseconds */
} Ask;

static void try_once (GTask *task);

static void
free_ask (gpointer data)
{
  Ask *ask = data;

  byl_ask_watch_clear (&ask->watch);
  byl_query_free (ask->query);
  g_clear_object (&ask->message);
  g_clear_pointer (&ask->sent, json_object_unref);
  byl_reply_reader_free (ask->reader);
  g_free (ask);
}

static void
fail (GTask  *task,
      GError *error)
{
  Ask *ask = g_task_get_task_data (task);

  byl_ask_watch_end (&ask->watch);
  if (ask->watch.is_late)
    {
      g_clear_error (&error);
      g_set_error_literal (&error, BYL_ERROR, BYL_ERROR_NETWORK,
                           _("The answer took too long, and was given up."));
    }
  byl_ask_explain (&error, ask->query->address);
  g_task_return_error (task, error);
}

static void
tell_progress (GTask *task,
               guint  n_characters)
{
  Ask *ask = g_task_get_task_data (task);

  if (ask->progress != NULL && !g_cancellable_is_cancelled (ask->watch.inner))
    ask->progress (n_characters, ask->progress_data);
}

static gboolean
wait_cb (gpointer user_data)
{
  GTask *task = user_data;
  Ask *ask = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (ask->watch.inner, &error))
    fail (task, error);
  else
    try_once (task);

  return G_SOURCE_REMOVE;
}

/* The pause ends at once when it is of no more use. */
static void
try_later (GTask *task,
           guint  delay)
{
  Ask *ask = g_task_get_task_data (task);
  g_autoptr(GSource) pause = g_timeout_source_new (delay);
  g_autoptr(GSource) end = g_cancellable_source_new (ask->watch.inner);

  g_source_set_dummy_callback (end);
  g_source_add_child_source (pause, end);
  g_source_set_callback (pause, wait_cb, g_object_ref (task), g_object_unref);
  g_source_attach (pause, g_task_get_context (task));
}

static gboolean
may_retry (Ask *ask)
{
  return ask->n_retries < ask->policy.n_retries;
}

static void
retry (GTask              *task,
       SoupMessageHeaders *headers,
       double              wait)
{
  Ask *ask = g_task_get_task_data (task);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  guint delay = byl_retry_get_delay (&ask->policy, ask->n_retries, headers, now);

  if (wait >= 0)
    delay = (guint) MIN (wait, ask->policy.max_wait);

  ask->n_retries++;
  try_later (task, delay);
}

static void
take_trouble (GTask               *task,
              const BylAskTrouble *trouble)
{
  Ask *ask = g_task_get_task_data (task);
  gboolean had_text = byl_reply_reader_get_n_characters (ask->reader) > 0;
  GError *error = NULL;

  if (ask->query->provider->interface == BYL_INTERFACE_OPENAI &&
      byl_ask_style_learn (&ask->style, trouble))
    {
      try_once (task);
      return;
    }

  if (!had_text && may_retry (ask) && byl_ask_trouble_is_passing (trouble))
    {
      retry (task, soup_message_get_response_headers (ask->message), trouble->wait);
      return;
    }

  byl_ask_trouble_set_error (trouble, ask->query->key != NULL, &error);
  fail (task, error);
}

static void
succeed (GTask    *task,
         BylReply *reply)
{
  Ask *ask = g_task_get_task_data (task);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  byl_ask_watch_end (&ask->watch);
  /* An answer in which the server repeats the key would go into a pack. */
  byl_key_take_out (&reply->text, ask->query->key);
  byl_key_hide (&reply->reported_model, ask->query->key);
  byl_key_hide (&reply->ended, ask->query->key);
  reply->seconds = (double) (g_get_monotonic_time () - ask->started) / G_USEC_PER_SEC;
  reply->date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  reply->n_tries = ask->n_tries;
  if (json_object_get_size (ask->sent) > 0)
    reply->parameters = g_steal_pointer (&ask->sent);

  g_task_return_pointer (task, reply, (GDestroyNotify) byl_reply_free);
}

static void
finish_answer (GTask *task)
{
  Ask *ask = g_task_get_task_data (task);
  GError *error = NULL;
  BylReply *reply = NULL;
  JsonNode *complaint = byl_reply_reader_get_complaint (ask->reader);

  if (complaint == NULL)
    reply = byl_reply_reader_finish (ask->reader, &error);
  if (reply == NULL && error == NULL)
    complaint = byl_reply_reader_get_complaint (ask->reader);

  if (reply != NULL)
    succeed (task, reply);
  else if (complaint != NULL)
    {
      g_autoptr(BylAskTrouble) trouble =
        byl_ask_trouble_read_json (soup_message_get_status (ask->message), complaint,
                                   ask->query->key);

      take_trouble (task, trouble);
    }
  else
    fail (task, error);
}

/* A connection that is lost after the end mark is no loss; one that is lost in the middle of an
 * answer leaves a cut one. */
static void
take_fault (GTask  *task,
            GError *error)
{
  Ask *ask = g_task_get_task_data (task);

  if (error->domain != BYL_ERROR && !g_cancellable_is_cancelled (ask->watch.inner))
    {
      if (!ask->has_begun && byl_ask_is_lost (error) && may_retry (ask))
        {
          g_error_free (error);
          retry (task, NULL, -1);
          return;
        }

      if (ask->has_begun)
        {
          g_error_free (error);
          finish_answer (task);
          return;
        }
    }

  fail (task, error);
}

static void
exchange_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Ask *ask = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GBytes) body = byl_ask_exchange_finish (SOUP_SESSION (source), result, &error);
  guint status = soup_message_get_status (ask->message);

  if (body == NULL)
    {
      take_fault (task, error);
      return;
    }

  /* libsoup does not always tell that a body is shorter than it was to be. */
  if (SOUP_STATUS_IS_SUCCESSFUL (status) && !ask->has_begun && may_retry (ask))
    retry (task, NULL, -1);
  else if (SOUP_STATUS_IS_SUCCESSFUL (status))
    finish_answer (task);
  else
    {
      g_autoptr(BylAskTrouble) trouble =
        byl_ask_trouble_read (status, g_bytes_get_data (body, NULL), g_bytes_get_size (body),
                              ask->query->key);

      take_trouble (task, trouble);
    }
}

static gboolean
feed (const char  *bytes,
      gsize        length,
      gpointer     user_data,
      GError     **error)
{
  GTask *task = user_data;
  Ask *ask = g_task_get_task_data (task);
  guint before = byl_reply_reader_get_n_characters (ask->reader);
  gboolean goes_on;

  ask->has_begun = TRUE;
  goes_on = byl_reply_reader_feed (ask->reader, bytes, length, error);
  if (byl_reply_reader_get_n_characters (ask->reader) != before)
    tell_progress (task, byl_reply_reader_get_n_characters (ask->reader));

  return goes_on;
}

static void
try_once (GTask *task)
{
  Ask *ask = g_task_get_task_data (task);
  GError *error = NULL;

  g_clear_object (&ask->message);
  g_clear_pointer (&ask->sent, json_object_unref);
  g_clear_pointer (&ask->reader, byl_reply_reader_free);
  ask->has_begun = FALSE;
  ask->n_tries++;
  ask->started = g_get_monotonic_time ();
  ask->reader = byl_reply_reader_new (ask->query->provider->interface);
  ask->message = byl_ask_request_new (ask->query, &ask->style, &ask->sent, &error);
  if (ask->message == NULL)
    {
      fail (task, error);
      return;
    }

  byl_ask_exchange_async (g_task_get_source_object (task), ask->message, feed, task,
                          ask->watch.inner, exchange_cb, g_object_ref (task));
}

static Ask *
make_ask (const BylQuery *query,
          BylAskProgress  progress,
          gpointer        progress_data)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->query = byl_query_copy (query);
  ask->policy = query->retry != NULL ? *query->retry : *byl_retry_get_default ();
  ask->progress = progress;
  ask->progress_data = progress_data;
  byl_ask_watch_init (&ask->watch);

  return ask;
}

/* What is known of a provider is not known of whoever is at another address. */
static gboolean
is_own_address (const BylQuery *query,
                const char     *address)
{
  g_autofree char *own = byl_provider_dup_origin (query->provider->address);
  g_autofree char *asked = byl_provider_dup_origin (address);

  return g_strcmp0 (own, asked) == 0;
}

/**
 * byl_ask_session_new:
 *
 * Makes a session for questions: like that of byl_web_session_new(), but more patient, as models
 * think for minutes before they say a word, and without a proxy on the way to this very machine.
 *
 * Returns: (transfer full): a session
 */
SoupSession *
byl_ask_session_new (void)
{
  SoupSession *session = byl_web_session_new ();
  g_autoptr(GProxyResolver) proxy = byl_ask_proxy_new (g_proxy_resolver_get_default ());

  soup_session_set_timeout (session, SILENCE);
  soup_session_set_proxy_resolver (session, proxy);

  return session;
}

/**
 * byl_ask_async:
 * @session: a session, best from byl_ask_session_new()
 * @query: the question; may be gone when this returns, but its parameters may not change any more
 * @progress: (nullable) (scope async): told how long the answer has grown
 * @progress_data: data for @progress
 * @cancellable: (nullable): ends everything at once
 * @callback: called when there is an answer, or none to be expected
 * @user_data: data for @callback
 *
 * Asks a model one question. Where a server is overloaded, or the connection is lost before
 * anything came, it is asked again, as the policy of the query has it; never where the budget is
 * spent. What a server says that it does not understand of how it is asked is left out the next
 * time.
 */
void
byl_ask_async (SoupSession         *session,
               const BylQuery      *query,
               BylAskProgress       progress,
               gpointer             progress_data,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  Ask *ask = make_ask (query, progress, progress_data);
  const char *given = query->address != NULL ? query->address : query->provider->address;
  char *address;
  GError *error = NULL;

  g_task_set_source_tag (task, byl_ask_async);
  g_task_set_task_data (task, ask, free_ask);

  if (g_task_return_error_if_cancelled (task))
    return;

  address = byl_provider_tidy_address (query->provider->interface, given, &error);
  if (address == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_free ((char *) ask->query->address);
  ask->query->address = address;
  ask->style.new_length = query->provider->new_length && is_own_address (query, address);
  byl_ask_watch_begin (&ask->watch, task,
                       query->deadline > 0 ? query->deadline : BYL_ASK_DEADLINE);
  try_once (task);
}

/**
 * byl_ask_finish:
 * @session: the session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Errors: %BYL_ERROR_ADDRESS where the address is none, is not safe to use, or does not keep a key;
 * %BYL_ERROR_KEY where the key is missing, refused or none; %BYL_ERROR_NETWORK where the server
 * could not be reached, or took too long; %BYL_ERROR_SERVER where it refused, or sent what nobody
 * can use; %BYL_ERROR_REPLY where the answer is cut off, empty or far too long;
 * %G_IO_ERROR_CANCELLED. None holds a key.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL with @error set
 */
BylReply *
byl_ask_finish (SoupSession   *session,
                GAsyncResult  *result,
                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
