/* byl-query.c: one question to one model
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-query.h"

#include "byl-key.h"

/**
 * byl_query_copy:
 * @self: a question
 *
 * Returns: (transfer full): a copy, which owns all that it points to but the parameters, which it
 *   shares
 */
BylQuery *
byl_query_copy (const BylQuery *self)
{
  BylQuery *copy = g_memdup2 (self, sizeof (BylQuery));

  copy->provider = byl_provider_copy (self->provider);
  copy->address = g_strdup (self->address);
  copy->model = g_strdup (self->model);
  copy->key = g_strdup (self->key);
  copy->system = g_strdup (self->system);
  copy->prompt = g_strdup (self->prompt);
  copy->parameters = self->parameters != NULL ? json_object_ref (self->parameters) : NULL;
  copy->retry = g_memdup2 (self->retry, sizeof (BylRetryPolicy));

  return copy;
}

/**
 * byl_query_free:
 * @self: (nullable) (transfer full): a copy from byl_query_copy()
 *
 * Wipes the key before its memory is given back.
 */
void
byl_query_free (BylQuery *self)
{
  if (self == NULL)
    return;

  byl_provider_free ((BylProvider *) self->provider);
  g_free ((char *) self->address);
  g_free ((char *) self->model);
  byl_key_free ((char *) self->key);
  g_free ((char *) self->system);
  g_free ((char *) self->prompt);
  g_clear_pointer (&self->parameters, json_object_unref);
  g_free ((BylRetryPolicy *) self->retry);
  g_free (self);
}
