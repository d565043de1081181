/* byl-fetch-error.c: what went wrong on the web, as sentences that a person can act on
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-fetch-error.h"

#include "byl-error.h"
#include "byl-retry.h"
#include "byl-web-address.h"

#include <glib/gi18n.h>
#include <math.h>

#define MINUTE            60000.0 /* milliseconds */
#define TOO_MANY_REQUESTS 429     /* a status that libsoup has no name for */

static gboolean
is_io (const GError *error,
       GIOErrorEnum  code)
{
  return g_error_matches (error, G_IO_ERROR, (int) code);
}

static gboolean
is_cut (const GError *error)
{
  return is_io (error, G_IO_ERROR_PARTIAL_INPUT) || is_io (error, G_IO_ERROR_CONNECTION_CLOSED) ||
         is_io (error, G_IO_ERROR_BROKEN_PIPE) ||
         g_error_matches (error, G_TLS_ERROR, G_TLS_ERROR_EOF);
}

/* Whether asking again in a moment may help: for a connection that broke, not for a wrong
 * certificate or for a server that nobody knows. */
gboolean
byl_fetch_error_may_pass (const GError *error)
{
  return is_cut (error) || is_io (error, G_IO_ERROR_TIMED_OUT) ||
         is_io (error, G_IO_ERROR_CONNECTION_REFUSED) ||
         g_error_matches (error, G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE);
}

static void
take_tls_error (GError     **error,
                const char  *host,
                GError      *cause)
{
  if (cause->code == G_TLS_ERROR_UNAVAILABLE)
    g_set_error (error, BYL_ERROR, BYL_ERROR_NETWORK,
                 _("“%s” can be reached by secure connections only, and this system has none. "
                   "Install the package glib-networking."),
                 host);
  else
    g_set_error (error, BYL_ERROR, BYL_ERROR_ADDRESS,
                 _("“%s” cannot prove that it is who it says: its certificate is wrong. Nothing "
                   "was fetched. Check the address, this computer’s clock, and whether this "
                   "network asks to log in first."),
                 host);
}

/* Takes the cause, and says it in the words of the person who waits; that they gave up stays what
 * it is, and so does a sentence of ours. */
void
byl_fetch_error_take (GError **error,
                      GUri    *uri,
                      GError  *cause)
{
  const char *host = g_uri_get_host (uri);

  if (cause->domain == BYL_ERROR || is_io (cause, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return;
    }

  if (cause->domain == G_TLS_ERROR && !is_cut (cause))
    take_tls_error (error, host, cause);
  else if (cause->domain == G_RESOLVER_ERROR || is_io (cause, G_IO_ERROR_NETWORK_UNREACHABLE) ||
           is_io (cause, G_IO_ERROR_HOST_UNREACHABLE))
    g_set_error (error, BYL_ERROR, BYL_ERROR_NETWORK,
                 _("“%s” cannot be found. Check whether this computer is connected, and the "
                   "address."),
                 host);
  else if (is_io (cause, G_IO_ERROR_CONNECTION_REFUSED))
    g_set_error (error, BYL_ERROR, BYL_ERROR_NETWORK,
                 _("Nothing answers at “%s”. Check the address, or try again later."), host);
  else if (is_io (cause, G_IO_ERROR_TIMED_OUT))
    g_set_error (error, BYL_ERROR, BYL_ERROR_NETWORK,
                 _("“%s” went silent. Try again later."), host);
  else if (is_cut (cause))
    byl_fetch_error_set_cut (error, uri);
  else
    /* Translators: the name of a server, and what the system says is the matter */
    g_set_error (error, BYL_ERROR, BYL_ERROR_NETWORK,
                 _("“%s” could not be read: %s. Try again later."), host, cause->message);

  g_error_free (cause);
}

/* Time is up, whatever went on. */
void
byl_fetch_error_set_late (GError **error,
                          GUri    *uri)
{
  g_set_error (error, BYL_ERROR, BYL_ERROR_NETWORK,
               _("“%s” is too slow at the moment. Try again later; what has come is kept where it "
                 "can be."),
               g_uri_get_host (uri));
}

/* More came than may. */
void
byl_fetch_error_set_size (GError  **error,
                          GUri     *uri,
                          guint64   max_bytes)
{
  g_autofree char *limit = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);

  /* Translators: the first %s is a server, the second a size such as “8.0 MiB”. */
  g_set_error (error, BYL_ERROR, BYL_ERROR_SIZE,
               _("“%s” sent too much: at most %s can be taken from this address."),
               g_uri_get_host (uri), limit);
}

/* Something else came than was published. */
void
byl_fetch_error_set_hash (GError **error,
                          GUri    *uri)
{
  g_set_error (error, BYL_ERROR, BYL_ERROR_HASH,
               _("“%s” sent something other than what was published: its size or its checksum is "
                 "wrong. Nothing of it was kept. Look whether there is a newer list of packs."),
               g_uri_get_host (uri));
}

/* The end is missing. */
void
byl_fetch_error_set_cut (GError **error,
                         GUri    *uri)
{
  g_set_error (error, BYL_ERROR, BYL_ERROR_NETWORK,
               _("“%s” broke off in the middle. Try again."), g_uri_get_host (uri));
}

/* It leads on and on. */
void
byl_fetch_error_set_loop (GError **error,
                          GUri    *uri)
{
  g_set_error (error, BYL_ERROR, BYL_ERROR_SERVER,
               _("“%s” leads on from address to address, and to no end. Check the address."),
               g_uri_get_host (uri));
}

/* Milliseconds that the server asks to wait for; below 0 where it says nothing, or nonsense. */
static double
get_asked_wait (SoupMessage *message)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  return byl_retry_read_wait (soup_message_get_response_headers (message), now);
}

/* Milliseconds to wait before the server is asked again; what was to be waited otherwise where it
 * does not say; -1 where it asks for more than anybody waits. */
gint64
byl_fetch_status_get_wait (SoupMessage *message,
                           guint        otherwise)
{
  double wait = get_asked_wait (message);

  if (wait < 0)
    return otherwise;

  return wait <= BYL_FETCH_MAX_WAIT ? (gint64) wait : -1;
}

static void
set_busy (GError      **error,
          const char   *host,
          SoupMessage  *message)
{
  double minutes = ceil (get_asked_wait (message) / MINUTE);

  if (minutes < 2 || minutes > 24 * 60)
    g_set_error (error, BYL_ERROR, BYL_ERROR_SERVER,
                 _("“%s” is getting too many requests at the moment. Try again in a few minutes."),
                 host);
  else
    g_set_error (error, BYL_ERROR, BYL_ERROR_SERVER,
                 ngettext ("“%s” is getting too many requests at the moment. Try again in %u "
                           "minute.",
                           "“%s” is getting too many requests at the moment. Try again in %u "
                           "minutes.",
                           (gulong) minutes),
                 host, (guint) minutes);
}

/* What a server’s refusal means. */
void
byl_fetch_status_to_error (GError      **error,
                           GUri         *uri,
                           SoupMessage  *message)
{
  const char *host = g_uri_get_host (uri);
  guint status = soup_message_get_status (message);

  if (status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_GONE)
    {
      g_autofree char *shown = g_uri_to_string_partial (uri, G_URI_HIDE_QUERY);

      g_set_error (error, BYL_ERROR, BYL_ERROR_SERVER,
                   _("There is nothing at “%s” (any more). Check the address, or see whether the "
                     "page has moved."),
                   shown);
    }
  else if (status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN)
    g_set_error (error, BYL_ERROR, BYL_ERROR_SERVER,
                 _("“%s” does not give this to everybody. Ask its owner, or use another address."),
                 host);
  else if (status == TOO_MANY_REQUESTS)
    set_busy (error, host, message);
  else if (status >= 500)
    /* Translators: the name of a server, and a number such as 503 */
    g_set_error (error, BYL_ERROR, BYL_ERROR_SERVER,
                 _("“%s” has trouble of its own (error %u). Try again later."), host, status);
  else
    g_set_error (error, BYL_ERROR, BYL_ERROR_SERVER,
                 _("“%s” did not give what was asked for (error %u). Check the address."),
                 host, status);
}

/* Where an answer leads on to; NULL, with %BYL_ERROR_ADDRESS, where that is not safe: away from the
 * web, from an enciphered way to an open one, or from the web into this very machine. */
GUri *
byl_fetch_redirect (GUri        *from,
                    const char  *location,
                    GError     **error)
{
  g_autoptr(GUri) relative = NULL;
  g_autoptr(GUri) to = NULL;
  g_autofree char *text = NULL;

  if (location != NULL)
    relative = g_uri_parse_relative (from, location, G_URI_FLAGS_ENCODED, NULL);
  if (relative != NULL)
    {
      text = g_uri_to_string (relative);
      to = byl_web_address_parse (text, NULL);
    }

  if (to != NULL &&
      (g_str_equal (g_uri_get_scheme (to), "https") ||
       !g_str_equal (g_uri_get_scheme (from), "https")) &&
      (!byl_web_address_is_loopback (to) || byl_web_address_is_loopback (from)))
    return g_steal_pointer (&to);

  g_set_error (error, BYL_ERROR, BYL_ERROR_ADDRESS,
               _("“%s” leads on to an address that is not safe to follow. Nothing was fetched."),
               g_uri_get_host (from));

  return NULL;
}
