/* byl-reply.h: one answer of a model, with all that is known of how it came about
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * BylReply:
 *
 * An answer that came whole.
 */
typedef struct
{
  char       *text;           /* as it was given; valid UTF-8, never only white space */
  char       *reported_model; /* (nullable): what the server says has answered */
  char       *ended;          /* “stop”, “length”, “refusal”, “safety”, “unknown”, or as they say */
  gint64      input_tokens;   /* -1 = not told */
  gint64      output_tokens;  /* -1 = not told */
  double      seconds;        /* from the question that was answered to the answer's end */
  char       *date;           /* ISO 8601 date and time in UTC, of the answer's end */
  guint       n_tries;        /* how often was asked, from 1 */
  JsonObject *parameters;     /* (nullable): of the query's, those that were sent, and what else
                               * the interface wants to be told */
} BylReply;

#define BYL_TYPE_REPLY (byl_reply_get_type ())

GType     byl_reply_get_type (void);
BylReply *byl_reply_copy     (const BylReply *self);
void      byl_reply_free     (BylReply       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylReply, byl_reply_free)

G_END_DECLS
