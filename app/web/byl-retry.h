/* byl-retry.h: when a server is asked once more, and after how long
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* How patient one is; all times in milliseconds. */
typedef struct
{
  guint n_retries;   /* after the first try */
  guint first_delay; /* doubled from one pause to the next */
  guint max_delay;   /* of a pause that the server said nothing about */
  guint max_wait;    /* of a pause that the server asked for */
} BylRetryPolicy;

const BylRetryPolicy *byl_retry_get_default (void);
gboolean              byl_retry_is_status   (guint                 status);
double                byl_retry_read_wait   (SoupMessageHeaders   *headers,
                                             GDateTime            *now);
guint                 byl_retry_get_delay   (const BylRetryPolicy *policy,
                                             guint                 n_retries,
                                             SoupMessageHeaders   *headers,
                                             GDateTime            *now);

G_END_DECLS
