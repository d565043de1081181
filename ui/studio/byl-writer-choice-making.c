/* byl-writer-choice-making.c: from what was chosen to the writers of a recording
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-writer-choice-making.h"

/**
 * byl_writer_origin_clear:
 * @self: an origin
 *
 * Makes it one of which nothing is known.
 */
void
byl_writer_origin_clear (BylWriterOrigin *self)
{
  g_clear_pointer (&self->provider, g_free);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->models, g_strfreev);
}

/**
 * byl_writer_choice_has_address:
 * @provider: (nullable): who is asked; %NULL where answers are pasted
 *
 * Returns: whether the player can say at which address the provider is asked
 */
gboolean
byl_writer_choice_has_address (const BylProvider *provider)
{
  return provider != NULL && (!provider->needs_key || provider->address[0] == '\0');
}

/**
 * byl_writer_choice_is_name:
 * @typed: what was typed
 *
 * Returns: whether it is more than white space
 */
gboolean
byl_writer_choice_is_name (const char *typed)
{
  g_autofree char *bare = g_strstrip (g_strdup (typed));

  return bare[0] != '\0';
}

/**
 * byl_writer_choice_make:
 * @provider: who is asked
 * @address: at which base address
 * @model: for which model, as the provider calls it
 *
 * Returns: (transfer full): a writer, called as the model is known, else as the provider calls it
 */
BylRecordingWriter *
byl_writer_choice_make (const BylProvider *provider,
                        const char        *address,
                        const char        *model)
{
  const BylProviderModel *known = byl_provider_find_model (provider, model);
  BylRecordingWriter *writer = byl_recording_writer_new (known != NULL ? known->name : model);

  writer->pasted = FALSE;
  writer->maker = known != NULL ? g_strdup (known->maker) : NULL;
  writer->provider = g_strdup (provider->id);
  writer->interface = provider->interface;
  writer->address = g_strdup (address);
  writer->model = g_strdup (model);

  return writer;
}

/**
 * byl_writer_choice_make_pasted:
 * @name: what the model is called, perhaps with white space around it
 * @maker: who makes it, likewise; "" where that is not known
 *
 * Returns: (transfer full): a writer whose answers are pasted
 */
BylRecordingWriter *
byl_writer_choice_make_pasted (const char *name,
                               const char *maker)
{
  g_autofree char *bare_name = g_strstrip (g_strdup (name));
  g_autofree char *bare_maker = g_strstrip (g_strdup (maker));
  BylRecordingWriter *writer = byl_recording_writer_new (bare_name);

  writer->pasted = TRUE;
  if (bare_maker[0] != '\0')
    writer->maker = g_steal_pointer (&bare_maker);

  return writer;
}
