/* byl-recording-source.c: for the recording: the provider's name as the provenance has it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-source.h"

#include "byl-web-address.h"

#include <string.h>

/* A name that only this house or this machine knows says nothing to others, and is nobody's
 * business; nor is a number. */
static gboolean
is_private (GUri *address)
{
  const char *host = g_uri_get_host (address);
  g_autoptr(GInetAddress) number = g_inet_address_new_from_string (host);

  return number != NULL || byl_web_address_is_loopback (address) || strchr (host, '.') == NULL ||
         g_str_has_suffix (host, ".local") ||
         g_str_has_suffix (host, ".lan") || g_str_has_suffix (host, ".internal");
}

/* For the recorder: who answered. Where somebody has typed another address than the provider's own,
 * its host is part of the truth; never more of it, such as a name or a query. */
char *
byl_recording_source_dup_name (const BylProvider *provider,
                               const char        *address)
{
  g_autoptr(GUri) own = byl_web_address_parse (provider->address, NULL);
  g_autoptr(GUri) asked = byl_web_address_parse (address, NULL);

  if (asked == NULL || is_private (asked) ||
      (own != NULL && g_ascii_strcasecmp (g_uri_get_host (own), g_uri_get_host (asked)) == 0))
    return g_strdup (provider->name);

  return g_strdup_printf ("%s (%s)", provider->name, g_uri_get_host (asked));
}
