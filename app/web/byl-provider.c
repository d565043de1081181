/* byl-provider.c: a service, or a program on this machine, whose models can be asked
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-provider.h"

G_DEFINE_BOXED_TYPE (BylProvider, byl_provider, byl_provider_copy, byl_provider_free)

static const char * const interface_ids[] = {
  [BYL_INTERFACE_OPENAI] = "openai",
  [BYL_INTERFACE_ANTHROPIC] = "anthropic",
  [BYL_INTERFACE_GEMINI] = "gemini",
  [BYL_INTERFACE_OLLAMA] = "ollama",
};

static gpointer
copy_model (gconstpointer source,
            gpointer      user_data)
{
  BylProviderModel *model = g_memdup2 (source, sizeof (BylProviderModel));

  model->id = g_strdup (model->id);
  model->name = g_strdup (model->name);
  model->maker = g_strdup (model->maker);
  model->currency = g_strdup (model->currency);
  model->as_of = g_strdup (model->as_of);
  model->source = g_strdup (model->source);

  return model;
}

/**
 * byl_provider_copy:
 * @self: (nullable): a provider
 *
 * Returns: (transfer full) (nullable): a copy
 */
BylProvider *
byl_provider_copy (const BylProvider *self)
{
  BylProvider *copy;

  if (self == NULL)
    return NULL;

  copy = g_memdup2 (self, sizeof (BylProvider));
  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->address = g_strdup (self->address);
  copy->key_variable = g_strdup (self->key_variable);
  copy->key_page = g_strdup (self->key_page);
  copy->note = g_strdup (self->note);
  copy->models = NULL;
  if (self->models != NULL)
    copy->models = g_ptr_array_copy (self->models, copy_model, NULL);

  return copy;
}

/**
 * byl_provider_free:
 * @self: (nullable) (transfer full): a provider
 */
void
byl_provider_free (BylProvider *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->address);
  g_free (self->key_variable);
  g_free (self->key_page);
  g_free (self->note);
  g_clear_pointer (&self->models, g_ptr_array_unref);
  g_free (self);
}

/**
 * byl_provider_find_model:
 * @self: a provider
 * @id: what the provider's interface calls a model
 *
 * Returns: (transfer none) (nullable): the model, if the provider is known to have it
 */
const BylProviderModel *
byl_provider_find_model (const BylProvider *self,
                         const char        *id)
{
  for (guint i = 0; self->models != NULL && i < self->models->len; i++)
    {
      const BylProviderModel *model = g_ptr_array_index (self->models, i);

      if (g_str_equal (model->id, id))
        return model;
    }

  return NULL;
}

/**
 * byl_providers_find:
 * @providers: (nullable) (element-type BylProvider): such as byl_providers_load() returns
 * @id: (nullable): the id of one of them
 *
 * Returns: (transfer none) (nullable): the provider, or %NULL where there is none of that id
 */
const BylProvider *
byl_providers_find (GPtrArray  *providers,
                    const char *id)
{
  for (guint i = 0; providers != NULL && id != NULL && i < providers->len; i++)
    {
      const BylProvider *provider = g_ptr_array_index (providers, i);

      if (g_str_equal (provider->id, id))
        return provider;
    }

  return NULL;
}

/**
 * byl_interface_get_id:
 * @interface: an interface
 *
 * Returns: its name in files, such as “anthropic”
 */
const char *
byl_interface_get_id (BylInterface interface)
{
  g_return_val_if_fail ((guint) interface < G_N_ELEMENTS (interface_ids), NULL);

  return interface_ids[interface];
}

/**
 * byl_interface_parse:
 * @id: (nullable): a name, as a file has it
 * @interface: (out): return location for the interface
 *
 * Returns: whether there is an interface of that name
 */
gboolean
byl_interface_parse (const char   *id,
                     BylInterface *interface)
{
  for (guint i = 0; i < G_N_ELEMENTS (interface_ids); i++)
    {
      if (g_strcmp0 (interface_ids[i], id) != 0)
        continue;

      *interface = i;
      return TRUE;
    }

  return FALSE;
}
