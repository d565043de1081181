/* byl-web-address.h: which addresses are asked, and which may see a key
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GUri     *byl_web_address_parse          (const char  *text,
                                          GError     **error);
int       byl_web_address_get_port       (GUri        *address);
gboolean  byl_web_address_has_usual_port (GUri        *address);
gboolean  byl_web_address_is_loopback    (GUri        *address);
gboolean  byl_web_address_keeps_key      (GUri        *address);

G_END_DECLS
