/* byl-ask-proxy.h: the way out through a proxy, but not to this very machine
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BYL_TYPE_ASK_PROXY (byl_ask_proxy_get_type ())
G_DECLARE_FINAL_TYPE (BylAskProxy, byl_ask_proxy, BYL, ASK_PROXY, GObject)

GProxyResolver *byl_ask_proxy_new (GProxyResolver *others);

G_END_DECLS
