/* byl-fetch.h: one file from the web, in bounded memory and time
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

#define BYL_FETCH_MAX_SMALL (8u * 1024u * 1024u)   /* bytes of lists and recipes */
#define BYL_FETCH_MAX_LARGE (256u * 1024u * 1024u) /* bytes of anything */

/**
 * BylFetchLimits:
 *
 * What may come, and what is known of it beforehand. All zeros are good limits for small things.
 */
typedef struct
{
  guint64     max_bytes; /* decoded; 0 = BYL_FETCH_MAX_SMALL, never over BYL_FETCH_MAX_LARGE */
  guint       deadline;  /* milliseconds for all of it, every try included; 0 = by the size */
  guint       silence;   /* milliseconds without a byte before a try counts as broken;
                          * 0 = 20,000 */
  guint       pause;     /* milliseconds before the second try, four times that before the third;
                          * 0 = 500 */
  const char *sha256;    /* (nullable): in small hexadecimal digits */
  guint64     size;      /* bytes, decoded; 0 = not known */
  const char *etag;      /* (nullable): of what is there already; byl_fetch_bytes_async() only */
} BylFetchLimits;

/**
 * BylFetchProgress:
 * @n_bytes: bytes that are there, those of an earlier try included
 * @user_data: what was given with the function
 *
 * Called in the main loop whenever more has come; @n_bytes may go back to 0 where a file has to be
 * fetched from the start again.
 */
typedef void (*BylFetchProgress) (guint64  n_bytes,
                                  gpointer user_data);

void     byl_fetch_bytes_async  (SoupSession           *session,
                                 const char            *address,
                                 const BylFetchLimits  *limits,
                                 GCancellable          *cancellable,
                                 GAsyncReadyCallback    callback,
                                 gpointer               user_data);
gboolean byl_fetch_bytes_finish (SoupSession           *session,
                                 GAsyncResult          *result,
                                 GBytes               **bytes,
                                 char                 **etag,
                                 GError               **error);
void     byl_fetch_file_async   (SoupSession           *session,
                                 const char            *address,
                                 GFile                 *to,
                                 const BylFetchLimits  *limits,
                                 BylFetchProgress       progress,
                                 gpointer               progress_data,
                                 GCancellable          *cancellable,
                                 GAsyncReadyCallback    callback,
                                 gpointer               user_data);
gboolean byl_fetch_file_finish  (SoupSession           *session,
                                 GAsyncResult          *result,
                                 GError               **error);
gboolean byl_fetch_is_etag      (const char            *text);

G_END_DECLS
