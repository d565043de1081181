/* byl-query.h: one question to one model
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "byl-provider.h"
#include "byl-retry.h"

G_BEGIN_DECLS

/**
 * BylQuery:
 *
 * One question to one model. Nothing that it points to is its own, unless it is a copy.
 */
typedef struct
{
  const BylProvider    *provider;
  const char           *address;    /* (nullable): base address; else that of the provider */
  const char           *model;      /* as the server calls it */
  const char           *key;        /* (nullable): for the origin of the address, and no other */
  const char           *system;     /* (nullable) */
  const char           *prompt;
  JsonObject           *parameters; /* (nullable): temperature, top_p, top_k, max_tokens, seed and
                                     * stop; others by the server's names; sent only where set */
  guint                 deadline;   /* milliseconds; 0 = BYL_ASK_DEADLINE */
  const BylRetryPolicy *retry;      /* (nullable): else byl_retry_get_default() */
} BylQuery;

BylQuery *byl_query_copy (const BylQuery *self);
void      byl_query_free (BylQuery       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylQuery, byl_query_free)

G_END_DECLS
