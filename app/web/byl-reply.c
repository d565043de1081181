/* byl-reply.c: one answer of a model, with all that is known of how it came about
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-reply.h"

G_DEFINE_BOXED_TYPE (BylReply, byl_reply, byl_reply_copy, byl_reply_free)

/**
 * byl_reply_copy:
 * @self: (nullable): an answer
 *
 * Returns: (transfer full) (nullable): a copy, which shares the parameters, as nobody changes them
 */
BylReply *
byl_reply_copy (const BylReply *self)
{
  BylReply *copy;

  if (self == NULL)
    return NULL;

  copy = g_memdup2 (self, sizeof (BylReply));
  copy->text = g_strdup (self->text);
  copy->reported_model = g_strdup (self->reported_model);
  copy->ended = g_strdup (self->ended);
  copy->date = g_strdup (self->date);
  if (self->parameters != NULL)
    copy->parameters = json_object_ref (self->parameters);

  return copy;
}

/**
 * byl_reply_free:
 * @self: (nullable) (transfer full): an answer
 */
void
byl_reply_free (BylReply *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->reported_model);
  g_free (self->ended);
  g_free (self->date);
  g_clear_pointer (&self->parameters, json_object_unref);
  g_free (self);
}
