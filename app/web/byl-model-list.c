/* byl-model-list.c: which models a server has
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-model-list.h"

#include "byl-ask-exchange.h"
#include "byl-ask-trouble.h"
#include "byl-ask-watch.h"
#include "byl-error.h"
#include "byl-key.h"
#include "byl-reply-json.h"

#include <glib/gi18n.h>
#include <string.h>

#define DEADLINE   (60u * 1000u) /* milliseconds, for all pages */
#define MAX_PAGES  5u
#define MAX_MODELS 10000u
#define LONGEST_ID 256 /* bytes */

typedef struct
{
  BylInterface  interface;
  char         *address; /* tidy */
  char         *key;     /* (nullable) */

  BylAskWatch   watch;
  SoupMessage  *message; /* of this page */
  GString      *body;
  guint         n_pages;
  GPtrArray    *ids;
  GHashTable   *known;   /* of ids, to tell what comes twice */
} Listing;

static void ask_page (GTask      *task,
                      const char *token);

static void
free_listing (gpointer data)
{
  Listing *listing = data;

  g_free (listing->address);
  byl_key_free (listing->key);
  byl_ask_watch_clear (&listing->watch);
  g_clear_object (&listing->message);
  g_string_free (listing->body, TRUE);
  g_hash_table_unref (listing->known);
  g_ptr_array_unref (listing->ids);
  g_free (listing);
}

static void
fail (GTask  *task,
      GError *error)
{
  Listing *listing = g_task_get_task_data (task);

  byl_ask_watch_end (&listing->watch);
  if (listing->watch.is_late)
    {
      g_clear_error (&error);
      g_set_error_literal (&error, BYL_ERROR, BYL_ERROR_NETWORK,
                           _("The server took too long to list its models."));
    }
  byl_ask_explain (&error, listing->address);
  g_task_return_error (task, error);
}

static void
fail_without_list (GTask *task)
{
  GError *error = NULL;

  g_set_error_literal (&error, BYL_ERROR, BYL_ERROR_SERVER,
                       _("This server has no list of its models, or the address is not quite "
                         "right. You can type a model’s name all the same."));
  fail (task, error);
}

static void
succeed (GTask *task)
{
  Listing *listing = g_task_get_task_data (task);
  GPtrArray *ids = g_ptr_array_new ();

  byl_ask_watch_end (&listing->watch);
  for (guint i = 0; i < listing->ids->len; i++)
    g_ptr_array_add (ids, g_strdup (g_ptr_array_index (listing->ids, i)));
  g_ptr_array_add (ids, NULL);

  g_task_return_pointer (task, g_ptr_array_free (ids, FALSE), (GDestroyNotify) g_strfreev);
}

static gboolean
is_id (const char *id)
{
  if (id == NULL || *id == '\0' || strlen (id) > LONGEST_ID)
    return FALSE;

  for (const char *at = id; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isgraph (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}

/* Gemini also lists what writes no text. */
static gboolean
can_answer (BylInterface  interface,
            JsonObject   *model)
{
  JsonArray *methods = byl_reply_json_get_array (model, "supportedGenerationMethods");

  if (interface != BYL_INTERFACE_GEMINI || methods == NULL)
    return TRUE;

  for (guint i = 0; i < json_array_get_length (methods); i++)
    {
      JsonNode *node = json_array_get_element (methods, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
          g_str_equal (json_node_get_string (node), "generateContent"))
        return TRUE;
    }

  return FALSE;
}

/* What is no model is left out: a list of a thousand need not fall over one. */
static void
take_model (Listing  *listing,
            JsonNode *node)
{
  JsonObject *model = byl_reply_json_object (node);
  const char *id = byl_reply_json_get_string (model, "id");

  if (id == NULL)
    id = byl_reply_json_get_string (model, "name");
  if (id != NULL && listing->interface == BYL_INTERFACE_GEMINI && g_str_has_prefix (id, "models/"))
    id += strlen ("models/");

  if (!is_id (id) || !can_answer (listing->interface, model) ||
      listing->ids->len == MAX_MODELS || g_hash_table_contains (listing->known, id))
    return;

  g_ptr_array_add (listing->ids, g_strdup (id));
  g_hash_table_add (listing->known, g_ptr_array_index (listing->ids, listing->ids->len - 1));
}

/* Returns: (nullable): by what the next page is asked for */
static char *
find_next (BylInterface  interface,
           JsonObject   *page)
{
  const char *token = NULL;

  if (interface == BYL_INTERFACE_GEMINI)
    token = byl_reply_json_get_string (page, "nextPageToken");
  else if (interface == BYL_INTERFACE_ANTHROPIC && byl_reply_json_is_true (page, "has_more"))
    token = byl_reply_json_get_string (page, "last_id");

  return token != NULL && *token != '\0' ? g_uri_escape_string (token, NULL, FALSE) : NULL;
}

/* Some compatible servers send the list bare, or call it “models” where others say “data”. */
static JsonArray *
find_models (JsonNode *root)
{
  JsonObject *page = byl_reply_json_object (root);
  JsonArray *models = byl_reply_json_get_array (page, "data");

  if (models == NULL)
    models = byl_reply_json_get_array (page, "models");
  if (models == NULL && root != NULL && JSON_NODE_HOLDS_ARRAY (root))
    models = json_node_get_array (root);

  return models;
}

static void
take_page (GTask *task)
{
  Listing *listing = g_task_get_task_data (task);
  g_autoptr(JsonNode) root = byl_reply_json_parse (listing->body->str, listing->body->len);
  JsonArray *models = find_models (root);
  g_autofree char *next = NULL;

  if (models == NULL)
    {
      fail_without_list (task);
      return;
    }

  for (guint i = 0; i < json_array_get_length (models); i++)
    take_model (listing, json_array_get_element (models, i));

  next = find_next (listing->interface, byl_reply_json_object (root));
  if (next != NULL && listing->n_pages < MAX_PAGES)
    ask_page (task, next);
  else
    succeed (task);
}

static gboolean
feed (const char  *bytes,
      gsize        length,
      gpointer     user_data,
      GError     **error)
{
  Listing *listing = user_data;

  g_string_append_len (listing->body, bytes, (gssize) length);

  return TRUE;
}

static void
exchange_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Listing *listing = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GBytes) body = byl_ask_exchange_finish (SOUP_SESSION (source), result, &error);
  guint status = soup_message_get_status (listing->message);
  g_autoptr(BylAskTrouble) trouble = NULL;

  if (body == NULL)
    {
      fail (task, error);
      return;
    }

  if (SOUP_STATUS_IS_SUCCESSFUL (status))
    {
      take_page (task);
      return;
    }

  if (status == SOUP_STATUS_NOT_FOUND || status == SOUP_STATUS_METHOD_NOT_ALLOWED ||
      status == SOUP_STATUS_NOT_IMPLEMENTED)
    {
      fail_without_list (task);
      return;
    }

  trouble = byl_ask_trouble_read (status, g_bytes_get_data (body, NULL), g_bytes_get_size (body),
                                  listing->key);
  byl_ask_trouble_set_error (trouble, listing->key != NULL, &error);
  fail (task, error);
}

static char *
make_address (Listing    *listing,
              const char *token)
{
  const char *chat = "/chat/completions";
  g_autofree char *base = g_strdup (listing->address);

  switch (listing->interface)
    {
    case BYL_INTERFACE_ANTHROPIC:
      return g_strconcat (base, "/models?limit=1000", token != NULL ? "&after_id=" : NULL, token,
                          NULL);
    case BYL_INTERFACE_GEMINI:
      return g_strconcat (base, "/models?pageSize=1000", token != NULL ? "&pageToken=" : NULL,
                          token, NULL);
    case BYL_INTERFACE_OLLAMA:
      return g_strconcat (base, "/api/tags", NULL);
    case BYL_INTERFACE_OPENAI:
    default:
      if (g_str_has_suffix (base, chat))
        base[strlen (base) - strlen (chat)] = '\0';
      return g_strconcat (base, "/models", NULL);
    }
}

static void
ask_page (GTask      *task,
          const char *token)
{
  Listing *listing = g_task_get_task_data (task);
  g_autofree char *address = make_address (listing, token);
  GError *error = NULL;

  listing->n_pages++;
  g_string_truncate (listing->body, 0);
  g_clear_object (&listing->message);
  listing->message = byl_ask_message_new (SOUP_METHOD_GET, listing->interface, address,
                                          listing->key, &error);
  if (listing->message == NULL)
    {
      fail (task, error);
      return;
    }

  byl_ask_exchange_async (g_task_get_source_object (task), listing->message, feed, listing,
                          listing->watch.inner, exchange_cb, g_object_ref (task));
}

/**
 * byl_model_list_async:
 * @session: a session
 * @provider: a provider
 * @address: (nullable): the address that is asked; else that of the provider
 * @key: (nullable): the key for the origin of the address
 * @cancellable: (nullable): ends it at once
 * @callback: called when the list is there, or none to be expected
 * @user_data: data for @callback
 *
 * Asks a server for its models, which also shows whether address and key are right. Nothing is
 * asked twice.
 */
void
byl_model_list_async (SoupSession         *session,
                      const BylProvider   *provider,
                      const char          *address,
                      const char          *key,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  Listing *listing = g_new0 (Listing, 1);
  GError *error = NULL;

  listing->interface = provider->interface;
  listing->key = g_strdup (key);
  byl_ask_watch_init (&listing->watch);
  listing->body = g_string_new (NULL);
  listing->ids = g_ptr_array_new_with_free_func (g_free);
  listing->known = g_hash_table_new (g_str_hash, g_str_equal);
  g_task_set_source_tag (task, byl_model_list_async);
  g_task_set_task_data (task, listing, free_listing);

  if (g_task_return_error_if_cancelled (task))
    return;

  listing->address = byl_provider_tidy_address (provider->interface,
                                                address != NULL ? address : provider->address,
                                                &error);
  if (listing->address == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  byl_ask_watch_begin (&listing->watch, task, DEADLINE);
  ask_page (task, NULL);
}

/**
 * byl_model_list_finish:
 * @session: the session
 * @result: what the callback got
 * @error: return location for an error
 *
 * Errors: those of byl_ask_finish(); %BYL_ERROR_SERVER where there is no list, which does not keep
 * a server from answering questions.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the models as the server calls
 *   them, in its order, none twice; may have none. %NULL with @error set
 */
char **
byl_model_list_finish (SoupSession   *session,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
