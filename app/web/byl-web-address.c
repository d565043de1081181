/* byl-web-address.c: which addresses are asked, and which may see a key
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-web-address.h"

#include "byl-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* GUri takes a host for what it is, with spaces and all. */
static gboolean
is_host (const char *host)
{
  return host != NULL && *host != '\0' && strpbrk (host, " \t\r\n\"<>\\^`{|}") == NULL;
}

/**
 * byl_web_address_parse:
 * @text: what somebody typed or a file says; white space around it does not count
 * @error: return location for a #BylError, %BYL_ERROR_ADDRESS
 *
 * Reads an address of the web: `http` or `https`, with a host, and without a name or a password in
 * it, which would end up in logs and in messages.
 *
 * Returns: (transfer full) (nullable): the address, or %NULL with @error set
 */
GUri *
byl_web_address_parse (const char  *text,
                       GError     **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr(GUri) address = NULL;
  const char *scheme = NULL;

  if (g_utf8_validate (stripped, -1, NULL))
    address = g_uri_parse (stripped, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (address != NULL)
    scheme = g_uri_get_scheme (address);

  if (address == NULL || !is_host (g_uri_get_host (address)) ||
      (!g_str_equal (scheme, "https") && !g_str_equal (scheme, "http")))
    {
      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_ADDRESS,
                           _("This is no web address. One begins with “https://” or “http://”."));
      return NULL;
    }

  if (g_uri_get_userinfo (address) != NULL)
    {
      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_ADDRESS,
                           _("An address must not have a name or a password in it. Please take out "
                             "what stands before the “@”."));
      return NULL;
    }

  return g_steal_pointer (&address);
}

static int
get_usual_port (GUri *address)
{
  return g_str_equal (g_uri_get_scheme (address), "https") ? 443 : 80;
}

/**
 * byl_web_address_get_port:
 * @address: an address from byl_web_address_parse()
 *
 * Returns: the port that is asked, also where none is written
 */
int
byl_web_address_get_port (GUri *address)
{
  int port = g_uri_get_port (address);

  return port > 0 ? port : get_usual_port (address);
}

/**
 * byl_web_address_has_usual_port:
 * @address: an address from byl_web_address_parse()
 *
 * Returns: whether the port is that of the scheme, and need not be written
 */
gboolean
byl_web_address_has_usual_port (GUri *address)
{
  return byl_web_address_get_port (address) == get_usual_port (address);
}

/**
 * byl_web_address_is_loopback:
 * @address: an address from byl_web_address_parse()
 *
 * Returns: whether the address is this very machine, so that nothing travels
 */
gboolean
byl_web_address_is_loopback (GUri *address)
{
  const char *host = g_uri_get_host (address);
  g_autoptr(GInetAddress) inet = g_inet_address_new_from_string (host);

  if (inet != NULL)
    return g_inet_address_get_is_loopback (inet);

  return g_ascii_strcasecmp (host, "localhost") == 0 ||
         g_str_has_suffix (host, ".localhost");
}

/**
 * byl_web_address_keeps_key:
 * @address: an address from byl_web_address_parse()
 *
 * Returns: whether a key that is sent to the address can be read by nobody on the way
 */
gboolean
byl_web_address_keeps_key (GUri *address)
{
  return g_str_equal (g_uri_get_scheme (address), "https") || byl_web_address_is_loopback (address);
}
