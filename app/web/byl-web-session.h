/* byl-web-session.h: the one way out to the network
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* Seconds that a server may stay silent; see byl_web_session_new(). */
#define BYL_WEB_SESSION_SILENCE 60

SoupSession *byl_web_session_new (void);

G_END_DECLS
