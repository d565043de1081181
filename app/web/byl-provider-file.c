/* byl-provider-file.c: reading the list of providers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-provider.h"

#include "byl-error.h"
#include "byl-load.h"
#include "byl-localized.h"
#include "byl-reply-json.h"

#include <glib/gi18n.h>
#include <string.h>

#define FORMAT         "byline-providers"
#define FORMAT_VERSION 1
#define MAX_BYTES      (4u * 1024u * 1024u)
#define MAX_PARALLEL   4 /* connections that a session makes to one host */

/* What is being read, for a message. */
typedef struct
{
  GFile       *file;
  const char  *provider; /* (nullable): its id */
  GError     **error;
} Reading;

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (Reading    *reading,
        const char *format,
        ...)
{
  g_autofree char *name = g_file_get_parse_name (reading->file);
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (reading->provider != NULL)
    g_set_error (reading->error, BYL_ERROR, BYL_ERROR_FORMAT,
                 /* Translators: a file’s name, a provider’s id, and a sentence on what is wrong */
                 _("The list of providers, “%s”, cannot be used: “%s”. %s"), name,
                 reading->provider, reason);
  else
    g_set_error (reading->error, BYL_ERROR, BYL_ERROR_FORMAT,
                 /* Translators: a file’s name, and a sentence on what is wrong in it */
                 _("The list of providers, “%s”, cannot be used. %s"), name, reason);

  return FALSE;
}

static void
free_model (gpointer data)
{
  BylProviderModel *model = data;

  g_free (model->id);
  g_free (model->name);
  g_free (model->maker);
  g_free (model->currency);
  g_free (model->as_of);
  g_free (model->source);
  g_free (model);
}

/* Any text must be one that is not empty. */
static gboolean
read_text (Reading     *reading,
           JsonObject  *object,
           const char  *name,
           gboolean     is_needed,
           char       **text)
{
  const char *value = byl_reply_json_get_string (object, name);

  if (value == NULL ? is_needed || json_object_has_member (object, name) : *value == '\0')
    return refuse (reading, _("“%s” must be a text that is not empty."), name);

  *text = g_strdup (value);

  return TRUE;
}

static gboolean
read_amount (Reading    *reading,
             JsonObject *price,
             const char *name,
             double     *amount)
{
  JsonNode *node = byl_reply_json_member (price, name);
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node)
                                                            : G_TYPE_INVALID;

  if ((type != G_TYPE_DOUBLE && type != G_TYPE_INT64) || json_node_get_double (node) < 0)
    return refuse (reading, _("A price needs “%s”, a number from 0."), name);

  *amount = json_node_get_double (node);

  return TRUE;
}

static gboolean
read_price (Reading          *reading,
            JsonObject       *object,
            BylProviderModel *model)
{
  JsonObject *price = byl_reply_json_get_object (object, "price");

  model->input_price = -1;
  model->output_price = -1;
  if (!json_object_has_member (object, "price"))
    return TRUE;
  if (price == NULL)
    return refuse (reading, _("“%s” must be an object."), "price");

  return read_amount (reading, price, "input", &model->input_price) &&
         read_amount (reading, price, "output", &model->output_price) &&
         read_text (reading, price, "currency", TRUE, &model->currency) &&
         read_text (reading, price, "as_of", TRUE, &model->as_of) &&
         read_text (reading, price, "source", TRUE, &model->source);
}

static gboolean
read_model (Reading     *reading,
            BylProvider *provider,
            JsonNode    *node)
{
  JsonObject *object = byl_reply_json_object (node);
  BylProviderModel *model = g_new0 (BylProviderModel, 1);

  g_ptr_array_add (provider->models, model);
  if (object == NULL)
    return refuse (reading, _("“%s” must be a list of objects."), "models");

  return read_text (reading, object, "id", TRUE, &model->id) &&
         read_text (reading, object, "name", TRUE, &model->name) &&
         read_text (reading, object, "maker", TRUE, &model->maker) &&
         read_price (reading, object, model);
}

static gboolean
read_models (Reading     *reading,
             BylProvider *provider,
             JsonObject  *object)
{
  JsonArray *models = byl_reply_json_get_array (object, "models");

  if (models == NULL)
    return !json_object_has_member (object, "models") ||
           refuse (reading, _("“%s” must be a list of objects."), "models");

  for (guint i = 0; i < json_array_get_length (models); i++)
    if (!read_model (reading, provider, json_array_get_element (models, i)))
      return FALSE;

  return TRUE;
}

static void
add_language (JsonObject *object,
              const char *tag,
              JsonNode   *node,
              gpointer    user_data)
{
  const char *text = byl_reply_json_get_string (object, tag);

  if (text != NULL)
    byl_localized_add (user_data, tag, text);
}

static gboolean
read_note (Reading     *reading,
           BylProvider *provider,
           JsonObject  *object)
{
  JsonObject *note = byl_reply_json_get_object (object, "note");
  BylLocalized *localized;

  if (note == NULL)
    return !json_object_has_member (object, "note") ||
           refuse (reading, _("“%s” must be an object."), "note");

  localized = byl_localized_new ();
  json_object_foreach_member (note, add_language, localized);
  provider->note = g_strdup (byl_localized_choose (localized, g_get_language_names ()));
  byl_localized_free (localized);

  return TRUE;
}

/* Addresses are kept tidy, so that what ships is what is asked. */
static gboolean
read_address (Reading     *reading,
              BylProvider *provider,
              JsonObject  *object)
{
  g_autofree char *tidy = NULL;

  if (!read_text (reading, object, "address", FALSE, &provider->address))
    return FALSE;

  if (provider->address == NULL)
    {
      provider->address = g_strdup ("");
      return TRUE;
    }

  tidy = byl_provider_tidy_address (provider->interface, provider->address, NULL);

  return g_strcmp0 (tidy, provider->address) == 0 ||
         refuse (reading, _("“%s” must be a base address, without a slash at its end."), "address");
}

static gboolean
read_numbers (Reading     *reading,
              BylProvider *provider,
              JsonObject  *object)
{
  gint64 parallel = byl_reply_json_get_count (object, "parallel");

  if (parallel < 1 || parallel > MAX_PARALLEL)
    return refuse (reading, _("“%s” must be a whole number from 1 to %d."), "parallel",
                   MAX_PARALLEL);

  provider->parallel = (guint) parallel;
  provider->needs_key = byl_reply_json_is_true (object, "needs_key");
  provider->new_length = byl_reply_json_is_true (object, "max_completion_tokens");

  return TRUE;
}

static gboolean
read_provider (Reading   *reading,
               GPtrArray *providers,
               JsonNode  *node)
{
  JsonObject *object = byl_reply_json_object (node);
  BylProvider *provider = g_new0 (BylProvider, 1);

  provider->models = g_ptr_array_new_with_free_func (free_model);
  g_ptr_array_add (providers, provider);
  if (object == NULL)
    return refuse (reading, _("“%s” must be a list of objects."), "providers");

  if (!read_text (reading, object, "id", TRUE, &provider->id))
    return FALSE;

  reading->provider = provider->id;
  if (!byl_interface_parse (byl_reply_json_get_string (object, "interface"),
                            &provider->interface))
    return refuse (reading, _("“interface” must be “openai”, “anthropic”, “gemini” or “ollama”."));

  return read_text (reading, object, "name", TRUE, &provider->name) &&
         read_address (reading, provider, object) &&
         read_text (reading, object, "key_variable", FALSE, &provider->key_variable) &&
         read_text (reading, object, "key_page", FALSE, &provider->key_page) &&
         read_numbers (reading, provider, object) &&
         read_note (reading, provider, object) &&
         read_models (reading, provider, object);
}

static gboolean
is_known_id (GPtrArray  *providers,
             const char *id)
{
  for (guint i = 0; i + 1 < providers->len; i++)
    {
      const BylProvider *provider = g_ptr_array_index (providers, i);

      if (g_str_equal (provider->id, id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_providers (Reading   *reading,
                GPtrArray *providers,
                JsonNode  *root)
{
  JsonObject *object = byl_reply_json_object (root);
  JsonArray *array = byl_reply_json_get_array (object, "providers");

  if (g_strcmp0 (byl_reply_json_get_string (object, "format"), FORMAT) != 0)
    return refuse (reading, _("Its “format” must be “%s”."), FORMAT);
  if (byl_reply_json_get_count (object, "version") != FORMAT_VERSION)
    return refuse (reading, _("Its “version” must be %d."), FORMAT_VERSION);
  if (array == NULL)
    return refuse (reading, _("“%s” must be a list of objects."), "providers");

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      reading->provider = NULL;
      if (!read_provider (reading, providers, json_array_get_element (array, i)))
        return FALSE;
      if (is_known_id (providers, reading->provider))
        return refuse (reading, _("There are two providers of this id."));
    }

  return TRUE;
}

/**
 * byl_providers_load:
 * @file: the list, as `data/providers.json` has it
 * @error: return location for an error
 *
 * Reads the list of known providers. This blocks.
 *
 * Errors: those of byl_load_file(); %BYL_ERROR_FORMAT where the file is not such a list, for it
 * comes with the program and is right or wrong as a whole.
 *
 * Returns: (transfer full) (nullable) (element-type BylProvider): the providers in the order of the
 *   list, or %NULL with @error set
 */
GPtrArray *
byl_providers_load (GFile   *file,
                    GError **error)
{
  g_autoptr(GBytes) bytes = byl_load_file (file, MAX_BYTES, NULL, error);
  g_autoptr(GPtrArray) providers = NULL;
  g_autoptr(JsonNode) root = NULL;
  Reading reading = { file, NULL, error };

  if (bytes == NULL)
    return NULL;

  root = byl_reply_json_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  providers = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_provider_free);
  if (!read_providers (&reading, providers, root))
    return NULL;

  return g_steal_pointer (&providers);
}
