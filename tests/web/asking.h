/* asking.h: asking a server of the test, and waiting for what comes of it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-ask.h"
#include "byl-model-list.h"
#include "raw-server.h"

G_BEGIN_DECLS

typedef struct
{
  RawServer    *server;
  SoupSession  *session;
  BylProvider   provider;
  char         *address;
  BylQuery      query;     /* to be changed before asking */
  GCancellable *cancellable;
  GError       *error;
  GArray       *progress;  /* (element-type guint) */
  guint         cancel_at; /* cancels when so many characters have come; 0 = never */
} Asking;

Asking   *asking_new          (BylInterface  interface);
void      asking_free         (Asking       *self);
BylReply *asking_ask          (Asking       *self);
char    **asking_list         (Asking       *self);
void      asking_assert_error (Asking       *self,
                               GQuark        domain,
                               int           code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

G_END_DECLS
