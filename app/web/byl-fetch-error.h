/* byl-fetch-error.h: what went wrong on the web, as sentences that a person can act on
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* How long a server may ask to wait before it is asked again, in milliseconds. */
#define BYL_FETCH_MAX_WAIT (60u * 1000u)

gboolean byl_fetch_error_may_pass (const GError *error);
void     byl_fetch_error_take     (GError      **error,
                                   GUri         *uri,
                                   GError       *cause);
void     byl_fetch_error_set_late (GError      **error,
                                   GUri         *uri);
void     byl_fetch_error_set_size (GError      **error,
                                   GUri         *uri,
                                   guint64       max_bytes);
void     byl_fetch_error_set_hash (GError      **error,
                                   GUri         *uri);
void     byl_fetch_error_set_cut  (GError      **error,
                                   GUri         *uri);
void     byl_fetch_error_set_loop (GError      **error,
                                   GUri         *uri);

void     byl_fetch_status_to_error (GError     **error,
                                   GUri         *uri,
                                   SoupMessage  *message);
gint64   byl_fetch_status_get_wait (SoupMessage *message,
                                   guint         otherwise);

GUri    *byl_fetch_redirect        (GUri        *from,
                                   const char   *location,
                                   GError      **error);

G_END_DECLS
