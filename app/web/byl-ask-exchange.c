/* byl-ask-exchange.c: one question over HTTP, in bounded memory
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-ask-exchange.h"

#include "byl-ask.h"
#include "byl-error.h"
#include "byl-key.h"
#include "byl-web-address.h"

#include <glib/gi18n.h>

#define PIECE          (32u * 1024u) /* bytes that are read at once */
#define MAX_COMPLAINT  (64u * 1024u) /* bytes that are read of what is no answer */
#define VERSION_HEADER "2023-06-01"

typedef struct
{
  SoupMessage *message;
  BylAskFeed   feed;
  gpointer     feed_data;
  gsize        n_bytes; /* decoded */
  GByteArray  *complaint;
} Exchange;

static void
free_exchange (gpointer data)
{
  Exchange *exchange = data;

  g_object_unref (exchange->message);
  g_byte_array_unref (exchange->complaint);
  g_free (exchange);
}

static gboolean
is_good (SoupMessage *message)
{
  return SOUP_STATUS_IS_SUCCESSFUL (soup_message_get_status (message));
}

/* Returns: whether to go on */
static gboolean
take_bytes (Exchange  *exchange,
            GBytes    *bytes,
            GError   **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  exchange->n_bytes += length;
  if (!is_good (exchange->message))
    {
      gsize room = MAX_COMPLAINT - exchange->complaint->len;

      g_byte_array_append (exchange->complaint, (const guint8 *) data, (guint) MIN (length, room));
      return length < room;
    }

  if (exchange->n_bytes > BYL_ASK_MAX_BYTES)
    {
      g_set_error (error, BYL_ERROR, BYL_ERROR_SERVER,
                   _("The server sent more than %u MB for one answer, and was stopped."),
                   BYL_ASK_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }

  return exchange->feed (data, length, exchange->feed_data, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GInputStream *stream = G_INPUT_STREAM (source);
  GCancellable *cancellable = g_task_get_cancellable (task);
  Exchange *exchange = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_input_stream_read_bytes_finish (stream, result, &error);

  if (error == NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error) &&
      g_bytes_get_size (bytes) > 0 && take_bytes (exchange, bytes, &error))
    {
      g_input_stream_read_bytes_async (stream, PIECE, G_PRIORITY_DEFAULT, cancellable, read_cb,
                                       g_steal_pointer (&task));
      return;
    }

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_bytes_new (exchange->complaint->data,
                                             exchange->complaint->len),
                           (GDestroyNotify) g_bytes_unref);
}

static void
send_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);

  if (stream == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* The stream lives as long as somebody reads from it: a body that is not read to its end takes
   * its connection along. */
  g_input_stream_read_bytes_async (stream, PIECE, G_PRIORITY_DEFAULT, cancellable, read_cb,
                                   g_steal_pointer (&task));
}

static gboolean
set_key (SoupMessage   *message,
         BylInterface   interface,
         GUri          *address,
         const char    *key,
         GError       **error)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  char *tidy;

  if (!byl_web_address_keeps_key (address))
    {
      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_ADDRESS,
                           _("A key is not sent to another machine over “http://”, where anybody "
                             "on the way could read it. Please use “https://”, or no key."));
      return FALSE;
    }

  tidy = byl_key_tidy (key, error);
  if (tidy == NULL)
    return *error == NULL;

  if (interface == BYL_INTERFACE_ANTHROPIC)
    soup_message_headers_replace (headers, "x-api-key", tidy);
  else if (interface == BYL_INTERFACE_GEMINI)
    soup_message_headers_replace (headers, "x-goog-api-key", tidy);
  else
    {
      char *bearer = g_strconcat ("Bearer ", tidy, NULL);

      soup_message_headers_replace (headers, "Authorization", bearer);
      byl_key_free (bearer);
    }

  byl_key_free (tidy);

  return TRUE;
}

/**
 * byl_ask_message_new:
 * @method: HTTP's
 * @interface: how the server wants to be asked
 * @address: the whole address
 * @key: (nullable): the key
 * @error: return location for a #BylError
 *
 * Makes a request that goes to its address or nowhere: no redirect is followed, with or without a
 * key, and nothing that the session may have learned elsewhere is added to it.
 *
 * Errors: %BYL_ERROR_ADDRESS where the address is none, or does not keep a key; %BYL_ERROR_KEY
 * where the key cannot be one.
 *
 * Returns: (transfer full) (nullable): the request, or %NULL with @error set
 */
SoupMessage *
byl_ask_message_new (const char    *method,
                     BylInterface   interface,
                     const char    *address,
                     const char    *key,
                     GError       **error)
{
  g_autoptr(GUri) uri = byl_web_address_parse (address, error);
  g_autoptr(SoupMessage) message = NULL;
  g_autoptr(GError) failure = NULL;

  if (uri == NULL)
    return NULL;

  message = soup_message_new_from_uri (method, uri);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_disable_feature (message, SOUP_TYPE_AUTH_MANAGER);
  soup_message_disable_feature (message, SOUP_TYPE_COOKIE_JAR);
  soup_message_disable_feature (message, SOUP_TYPE_CACHE);
  if (interface == BYL_INTERFACE_ANTHROPIC)
    soup_message_headers_replace (soup_message_get_request_headers (message), "anthropic-version",
                                  VERSION_HEADER);

  if (key != NULL && !set_key (message, interface, uri, key, &failure))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&message);
}

/**
 * byl_ask_exchange_async:
 * @session: a session
 * @message: a request from byl_ask_message_new()
 * @feed: (scope async): takes the body of a good answer, decoded, bit by bit; at most
 *   %BYL_ASK_MAX_BYTES
 * @feed_data: data for @feed
 * @cancellable: (nullable): ends it at once
 * @callback: called when the body is at its end, or enough of it has come
 * @user_data: data for @callback
 *
 * Sends a request. The status is to be looked up in the message.
 */
void
byl_ask_exchange_async (SoupSession         *session,
                        SoupMessage         *message,
                        BylAskFeed           feed,
                        gpointer             feed_data,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  Exchange *exchange = g_new0 (Exchange, 1);

  exchange->message = g_object_ref (message);
  exchange->feed = feed;
  exchange->feed_data = feed_data;
  exchange->complaint = g_byte_array_new ();
  g_task_set_source_tag (task, byl_ask_exchange_async);
  g_task_set_task_data (task, exchange, free_exchange);

  soup_session_send_async (session, message, G_PRIORITY_DEFAULT, cancellable, send_cb,
                           g_steal_pointer (&task));
}

/**
 * byl_ask_exchange_finish:
 * @session: the session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Errors: those of libsoup and GIO as they are, to be looked at by byl_ask_is_lost() and explained
 * by byl_ask_explain(); those of the function that takes the body; %BYL_ERROR_SERVER where there
 * was too much of it.
 *
 * Returns: (transfer full) (nullable): the start of a body whose status is not a good one, else
 *   empty; %NULL with @error set
 */
GBytes *
byl_ask_exchange_finish (SoupSession   *session,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * byl_ask_is_lost:
 * @error: an error of byl_ask_exchange_finish()
 *
 * Returns: whether a connection was there, and was lost
 */
gboolean
byl_ask_is_lost (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static char *
describe (const GError *error,
          const char   *place)
{
  if (error->domain == G_RESOLVER_ERROR)
    /* Translators: a server’s name, here and below */
    return g_strdup_printf (_("There is no server “%s”, or no way to the network."), place);
  if (error->domain == SOUP_SESSION_ERROR)
    return g_strdup_printf (_("What answers at “%s” is no web server."), place);
  if (error->domain == G_TLS_ERROR)
    return g_strdup_printf (_("The server “%s” cannot show that it is the one that it says. "
                              "Nothing was sent to it."), place);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED))
    return g_strdup_printf (_("Nobody answers at “%s”. Is the program there running?"), place);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return g_strdup_printf (_("The server “%s” stays silent."), place);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE))
    return g_strdup_printf (_("There is no way to the server “%s”. Is this machine connected?"),
                            place);

  return g_strdup_printf (_("The connection to “%s” was lost."), place);
}

/* The host, with its port where that is not the one that everybody has. */
static char *
name_place (const char *address)
{
  g_autoptr(GUri) uri = byl_web_address_parse (address, NULL);

  if (uri == NULL)
    return g_strdup (address);
  if (byl_web_address_has_usual_port (uri))
    return g_strdup (g_uri_get_host (uri));

  return g_strdup_printf ("%s:%d", g_uri_get_host (uri), byl_web_address_get_port (uri));
}

/**
 * byl_ask_explain:
 * @error: (inout): an error of byl_ask_exchange_finish()
 * @address: the address that was asked
 *
 * Makes a sentence of an error of the network: %BYL_ERROR_NETWORK; %BYL_ERROR_ADDRESS where the
 * server cannot show who it is; %BYL_ERROR_SERVER where it does not speak HTTP. Other errors,
 * cancelling among them, stay as they are.
 */
void
byl_ask_explain (GError     **error,
                 const char  *address)
{
  g_autofree char *message = NULL;
  g_autofree char *place = NULL;
  int code = BYL_ERROR_NETWORK;

  if ((*error)->domain == BYL_ERROR ||
      g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  place = name_place (address);
  message = describe (*error, place);
  if ((*error)->domain == SOUP_SESSION_ERROR)
    code = BYL_ERROR_SERVER;
  else if ((*error)->domain == G_TLS_ERROR)
    code = BYL_ERROR_ADDRESS;

  g_clear_error (error);
  g_set_error_literal (error, BYL_ERROR, code, message);
}
