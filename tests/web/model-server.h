/* model-server.h: a server on this machine that answers as models do, and counts
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* What a model does when it is asked. */
typedef enum
{
  MODEL_ANSWERS,
  MODEL_REFUSES_KEY, /* and repeats it */
  MODEL_IS_BROKE,
  MODEL_FAILS,       /* and repeats the key */
  MODEL_FAILS_ONCE,  /* each question the first time */
  MODEL_IS_CUT,      /* its stream ends in the middle */
  MODEL_BETRAYS,     /* it puts the key into its answer */
  MODEL_IS_MISSING,
} ModelMood;

typedef struct
{
  SoupServer *server;
  GPtrArray  *exchanges; /* what is being answered */
  GHashTable *moods;    /* by model */
  GHashTable *slow;     /* by model: milliseconds */
  GHashTable *asked;    /* by model and question: how often */
  GHashTable *answered; /* by model and question: how often in full */
  guint       delay;    /* milliseconds that an answer takes */
  guint       n_asked;
  guint       n_open;
  guint       max_open; /* the most that were asked at once */
  char       *key;      /* (nullable): the last that was sent */
} ModelServer;

ModelServer *model_server_start       (void);
void         model_server_stop        (ModelServer *self);
char        *model_server_get_address (ModelServer *self);
void         model_server_set_mood    (ModelServer *self,
                                       const char  *model,
                                       ModelMood    mood);
void         model_server_set_delay   (ModelServer *self,
                                       const char  *model,
                                       guint        milliseconds);
guint        model_server_count       (GHashTable  *counts,
                                       const char  *model,
                                       const char  *prompt);
char        *model_server_make_text   (const char  *model,
                                       const char  *prompt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ModelServer, model_server_stop)

G_END_DECLS
