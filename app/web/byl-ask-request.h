/* byl-ask-request.h: a question in the words of each interface
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-ask-trouble.h"
#include "byl-ask.h"

G_BEGIN_DECLS

/* How a server wants to be asked, as far as it has complained. */
typedef struct
{
  gboolean is_plain;   /* it cannot answer bit by bit */
  gboolean no_usage;   /* it knows no stream_options */
  gboolean new_length; /* max_tokens is called max_completion_tokens */
} BylAskStyle;

gboolean     byl_ask_style_learn (BylAskStyle          *self,
                                  const BylAskTrouble  *trouble);
SoupMessage *byl_ask_request_new (const BylQuery       *query,
                                  const BylAskStyle    *style,
                                  JsonObject          **sent,
                                  GError              **error);

G_END_DECLS
