/* byl-ask-trouble.h: what a server says when it does not answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * BylAskTrouble:
 *
 * Why a server did not answer. No key is in it, even where the server repeats what it was sent.
 */
typedef struct
{
  guint    status;   /* HTTP's, or the one that the server names in its text; 0 = none */
  char    *code;     /* what it calls the trouble, in small letters, may be "" */
  char    *message;  /* (nullable): what it says to people: one short line */
  gboolean is_spent; /* the budget is used up: no time helps */
  double   wait;     /* milliseconds that it asks to wait for, in its text; below 0 = not told */
} BylAskTrouble;

BylAskTrouble *byl_ask_trouble_read       (guint                 status,
                                           const char           *body,
                                           gsize                 length,
                                           const char           *key);
BylAskTrouble *byl_ask_trouble_read_json  (guint                 status,
                                           JsonNode             *root,
                                           const char           *key);
void           byl_ask_trouble_free       (BylAskTrouble        *self);
gboolean       byl_ask_trouble_is_passing (const BylAskTrouble  *self);
gboolean       byl_ask_trouble_mentions   (const BylAskTrouble  *self,
                                           const char           *word);
void           byl_ask_trouble_set_error  (const BylAskTrouble  *self,
                                           gboolean              had_key,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylAskTrouble, byl_ask_trouble_free)

G_END_DECLS
