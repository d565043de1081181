/* byl-web-session.c: the one way out to the network
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-web-session.h"

/* A server is asked politely: by few at once. */
#define CONNECTIONS         16
#define CONNECTIONS_A_HOST  4

/**
 * byl_web_session_new:
 *
 * Makes a session without cookies, a cache or a log, so that nothing of what is sent is kept. The
 * time that a server may stay silent, %BYL_WEB_SESSION_SILENCE, is counted for each piece that it
 * sends: a server that drips a byte a second never trips it, so who asks sets a deadline beside it.
 *
 * Returns: (transfer full): a session
 */
SoupSession *
byl_web_session_new (void)
{
  return soup_session_new_with_options ("user-agent", "Byline/" VERSION,
                                        "timeout", BYL_WEB_SESSION_SILENCE,
                                        "idle-timeout", 30,
                                        "max-conns", CONNECTIONS,
                                        "max-conns-per-host", CONNECTIONS_A_HOST,
                                        NULL);
}
