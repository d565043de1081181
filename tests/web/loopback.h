/* loopback.h: a server inside the test, on this machine alone
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

SoupServer *loopback_start   (void);
void        loopback_stop    (SoupServer *server);
char       *loopback_address (SoupServer *server,
                              const char *path);

G_END_DECLS
