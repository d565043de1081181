/* byl-model-list.h: which models a server has
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "byl-provider.h"

G_BEGIN_DECLS

void   byl_model_list_async  (SoupSession         *session,
                              const BylProvider   *provider,
                              const char          *address,
                              const char          *key,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
char **byl_model_list_finish (SoupSession         *session,
                              GAsyncResult        *result,
                              GError             **error);

G_END_DECLS
