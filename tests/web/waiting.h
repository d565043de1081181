/* waiting.h: what an asynchronous call comes to
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void          waiting_done_cb (GObject       *source,
                               GAsyncResult  *result,
                               gpointer       user_data);
GAsyncResult *waiting_for     (GAsyncResult **result);

G_END_DECLS
