/* byl-ask-watch.h: what ends a question before its answer: the caller, or the clock
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* To be kept in the data of the task that is watched. */
typedef struct
{
  GCancellable *inner;   /* ends what is under way, be it the caller's wish or the deadline's */
  GCancellable *outer;   /* (nullable): the caller's */
  gulong        handler; /* of the caller's; 0 = there is none */
  GSource      *deadline;
  gboolean      is_late;
} BylAskWatch;

void byl_ask_watch_init  (BylAskWatch *self);
void byl_ask_watch_begin (BylAskWatch *self,
                          GTask       *task,
                          guint        deadline);
void byl_ask_watch_end   (BylAskWatch *self);
void byl_ask_watch_clear (BylAskWatch *self);

G_END_DECLS
