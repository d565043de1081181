/* byl-ask.h: asking a model one question
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "byl-query.h"
#include "byl-reply.h"

G_BEGIN_DECLS

#define BYL_ASK_DEADLINE       (15u * 60u * 1000u) /* milliseconds, tries and pauses together */
#define BYL_ASK_MAX_CHARACTERS 200000u             /* of one answer */
#define BYL_ASK_MAX_BYTES      (8u * 1024u * 1024u) /* decoded, of one try */
#define BYL_ASK_MAX_LINE       (1024u * 1024u)     /* bytes of a line of a stream */

/**
 * BylAskProgress:
 * @n_characters: how much of the answer has come, without its reasoning; only ever grows
 * @user_data: data of who asked
 *
 * Tells how long an answer has grown. Its text is not told before it is whole.
 */
typedef void (*BylAskProgress) (guint    n_characters,
                                gpointer user_data);

SoupSession *byl_ask_session_new (void);
void         byl_ask_async       (SoupSession         *session,
                                  const BylQuery      *query,
                                  BylAskProgress       progress,
                                  gpointer             progress_data,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
BylReply    *byl_ask_finish      (SoupSession         *session,
                                  GAsyncResult        *result,
                                  GError             **error);

G_END_DECLS
