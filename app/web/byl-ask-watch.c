/* byl-ask-watch.c: what ends a question before its answer: the caller, or the clock
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-ask-watch.h"

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static gboolean
deadline_cb (gpointer user_data)
{
  BylAskWatch *self = user_data;

  self->is_late = TRUE;
  g_cancellable_cancel (self->inner);

  return G_SOURCE_REMOVE;
}

/**
 * byl_ask_watch_init:
 * @self: a watch that is all zeros
 *
 * Makes the inner cancellable; nothing is watched yet.
 */
void
byl_ask_watch_init (BylAskWatch *self)
{
  self->inner = g_cancellable_new ();
}

/**
 * byl_ask_watch_begin:
 * @self: a watch
 * @task: whose cancellable is the caller's
 * @deadline: milliseconds from now
 *
 * From now on the inner cancellable is cancelled when the caller's is, or when time is up.
 */
void
byl_ask_watch_begin (BylAskWatch *self,
                     GTask       *task,
                     guint        deadline)
{
  GCancellable *outer = g_task_get_cancellable (task);

  if (outer != NULL)
    {
      self->outer = g_object_ref (outer);
      self->handler = g_cancellable_connect (outer, G_CALLBACK (cancelled_cb),
                                             g_object_ref (self->inner), g_object_unref);
    }

  self->deadline = g_timeout_source_new (deadline);
  g_source_set_callback (self->deadline, deadline_cb, self, NULL);
  g_source_attach (self->deadline, g_task_get_context (task));
}

/**
 * byl_ask_watch_end:
 * @self: a watch
 *
 * Neither the caller nor the clock reaches what has been answered.
 */
void
byl_ask_watch_end (BylAskWatch *self)
{
  /* g_cancellable_disconnect() would wait for ever where this is called while it is cancelled. */
  if (self->handler != 0)
    g_signal_handler_disconnect (self->outer, self->handler);
  self->handler = 0;

  if (self->deadline != NULL)
    g_source_destroy (self->deadline);
}

/**
 * byl_ask_watch_clear:
 * @self: a watch
 *
 * Ends it, and frees what it points to.
 */
void
byl_ask_watch_clear (BylAskWatch *self)
{
  byl_ask_watch_end (self);
  g_clear_pointer (&self->deadline, g_source_unref);
  g_clear_object (&self->inner);
  g_clear_object (&self->outer);
}
