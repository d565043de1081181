/* loopback.c: a server inside the test, on this machine alone
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "loopback.h"

/* Answers in the test's own main loop; its port is one that was free. */
SoupServer *
loopback_start (void)
{
  g_autoptr(SoupServer) server = soup_server_new (NULL, NULL);
  g_autoptr(GError) error = NULL;

  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&server);
}

void
loopback_stop (SoupServer *server)
{
  soup_server_disconnect (server);
  g_object_unref (server);
}

char *
loopback_address (SoupServer *server,
                  const char *path)
{
  GSList *uris = soup_server_get_uris (server);
  char *address;

  g_assert_nonnull (uris);
  address = g_strdup_printf ("http://127.0.0.1:%d%s", g_uri_get_port (uris->data), path);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return address;
}
