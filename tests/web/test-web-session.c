/* test-web-session.c: what leaves the machine beside what was asked
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-web-session.h"
#include "loopback.h"

static void
remember_cb (SoupServer        *server,
             SoupServerMessage *message,
             const char        *path,
             GHashTable        *query,
             gpointer           user_data)
{
  SoupMessageHeaders **sent = user_data;
  SoupMessageHeadersIter iter;
  const char *name;
  const char *value;

  soup_message_headers_iter_init (&iter, soup_server_message_get_request_headers (message));
  while (soup_message_headers_iter_next (&iter, &name, &value))
    soup_message_headers_append (*sent, name, value);
  soup_message_headers_append (soup_server_message_get_response_headers (message),
                               "Set-Cookie", "who=you");
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  gboolean *done = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = soup_session_send_and_read_finish (SOUP_SESSION (source), result,
                                                               &error);

  g_assert_no_error (error);
  *done = TRUE;
}

static void
test_no_cookie_and_no_language_leave_the_machine (void)
{
  SoupServer *server = loopback_start ();
  g_autofree char *address = loopback_address (server, "/");
  g_autoptr(SoupSession) session = byl_web_session_new ();
  SoupMessageHeaders *sent = soup_message_headers_new (SOUP_MESSAGE_HEADERS_REQUEST);

  soup_server_add_handler (server, "/", remember_cb, &sent, NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(SoupMessage) message = soup_message_new (SOUP_METHOD_GET, address);
      gboolean done = FALSE;

      soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, NULL, sent_cb, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
    }

  g_assert_true (g_str_has_prefix (soup_message_headers_get_list (sent, "User-Agent"), "Byline/"));
  g_assert_null (soup_message_headers_get_list (sent, "Cookie"));
  g_assert_null (soup_message_headers_get_list (sent, "Accept-Language"));

  soup_message_headers_unref (sent);
  loopback_stop (server);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/web-session/no-cookie-and-no-language-leave-the-machine",
                   test_no_cookie_and_no_language_leave_the_machine);

  return g_test_run ();
}
