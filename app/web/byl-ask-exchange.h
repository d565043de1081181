/* byl-ask-exchange.h: one question over HTTP, in bounded memory
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "byl-provider.h"

G_BEGIN_DECLS

/**
 * BylAskFeed:
 * @bytes: (array length=length): what has come
 * @length: how many bytes
 * @user_data: data of who asked
 * @error: return location for an error
 *
 * Takes a piece of a good answer's body.
 *
 * Returns: whether to go on; %FALSE without an error where enough has come
 */
typedef gboolean (*BylAskFeed) (const char  *bytes,
                                gsize        length,
                                gpointer     user_data,
                                GError     **error);

SoupMessage *byl_ask_message_new     (const char           *method,
                                      BylInterface          interface,
                                      const char           *address,
                                      const char           *key,
                                      GError              **error);
void         byl_ask_exchange_async  (SoupSession          *session,
                                      SoupMessage          *message,
                                      BylAskFeed            feed,
                                      gpointer              feed_data,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GBytes      *byl_ask_exchange_finish (SoupSession          *session,
                                      GAsyncResult         *result,
                                      GError              **error);
gboolean     byl_ask_is_lost         (const GError         *error);
void         byl_ask_explain         (GError              **error,
                                      const char           *address);

G_END_DECLS
