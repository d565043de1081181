/* byl-ask-request.c: a question in the words of each interface
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-ask-request.h"

#include "byl-ask-exchange.h"

#include <string.h>

/* Anthropic wants to be told how long an answer may grow; all its models of today can do this. */
#define DEFAULT_MAX_TOKENS 8192

/* A parameter, and what the interfaces call it; NULL where one has no such thing. */
typedef struct
{
  const char *name;
  const char *theirs[BYL_INTERFACE_OLLAMA + 1];
} Name;

static const Name names[] = {
  { "temperature", { "temperature", "temperature", "temperature", "temperature" } },
  { "top_p", { "top_p", "top_p", "topP", "top_p" } },
  { "top_k", { "top_k", "top_k", "topK", "top_k" } },
  { "max_tokens", { "max_tokens", "max_tokens", "maxOutputTokens", "num_predict" } },
  { "seed", { "seed", NULL, "seed", "seed" } },
  { "stop", { "stop", "stop_sequences", "stopSequences", "stop" } },
};

/* What is said by other means than parameters. */
static const char * const reserved[] = {
  "model", "messages", "prompt", "system", "stream", "stream_options", "contents",
  "systemInstruction", "system_instruction", "n", "options", "generationConfig", NULL,
};

/* Of Ollama's parameters these are no options of the model. */
static const char * const ollama_outside[] = { "think", "format", "keep_alive", NULL };

static const char *
find_name (const BylQuery    *query,
           const BylAskStyle *style,
           const char        *name)
{
  BylInterface interface = query->provider->interface;

  if (style->new_length && g_str_equal (name, "max_tokens"))
    return "max_completion_tokens";

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, name))
      return names[i].theirs[interface];

  return name;
}

/* The interfaces that have a plural take no single text. */
static JsonNode *
make_value (JsonNode   *node,
            const char *their_name)
{
  JsonArray *array;
  JsonNode *list;

  if (!JSON_NODE_HOLDS_VALUE (node) || !g_str_has_suffix (their_name, "equences"))
    return json_node_copy (node);

  array = json_array_new ();
  json_array_add_element (array, json_node_copy (node));
  list = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (list, array);

  return list;
}

/* Puts the parameters where the interface wants them, and notes those that it was told. */
static void
add_parameters (const BylQuery    *query,
                const BylAskStyle *style,
                JsonObject        *outside,
                JsonObject        *inside,
                JsonObject        *sent)
{
  g_autoptr(GList) members = NULL;

  if (query->parameters != NULL)
    members = json_object_get_members (query->parameters);

  for (GList *member = members; member != NULL; member = member->next)
    {
      const char *name = member->data;
      const char *theirs = find_name (query, style, name);
      JsonNode *node = json_object_get_member (query->parameters, name);
      JsonObject *to = inside;

      if (theirs == NULL || g_strv_contains (reserved, name) || JSON_NODE_HOLDS_NULL (node))
        continue;
      if (query->provider->interface == BYL_INTERFACE_OLLAMA &&
          g_strv_contains (ollama_outside, name))
        to = outside;

      json_object_set_member (to, theirs, make_value (node, theirs));
      json_object_set_member (sent, name, json_node_copy (node));
    }
}

static void
add_message (JsonArray  *messages,
             const char *role,
             const char *text)
{
  JsonObject *message = json_object_new ();

  json_object_set_string_member (message, "role", role);
  json_object_set_string_member (message, "content", text);
  json_array_add_object_element (messages, message);
}

static JsonArray *
make_messages (const BylQuery *query,
               gboolean        has_system)
{
  JsonArray *messages = json_array_new ();

  if (has_system && query->system != NULL && *query->system != '\0')
    add_message (messages, "system", query->system);
  add_message (messages, "user", query->prompt);

  return messages;
}

static void
fill_openai (const BylQuery    *query,
             const BylAskStyle *style,
             JsonObject        *body,
             JsonObject        *sent)
{
  json_object_set_string_member (body, "model", query->model);
  json_object_set_array_member (body, "messages", make_messages (query, TRUE));
  json_object_set_boolean_member (body, "stream", !style->is_plain);
  if (!style->is_plain && !style->no_usage)
    {
      JsonObject *options = json_object_new ();

      json_object_set_boolean_member (options, "include_usage", TRUE);
      json_object_set_object_member (body, "stream_options", options);
    }

  add_parameters (query, style, body, body, sent);
}

static void
fill_anthropic (const BylQuery    *query,
                const BylAskStyle *style,
                JsonObject        *body,
                JsonObject        *sent)
{
  json_object_set_string_member (body, "model", query->model);
  json_object_set_array_member (body, "messages", make_messages (query, FALSE));
  json_object_set_boolean_member (body, "stream", TRUE);
  if (query->system != NULL && *query->system != '\0')
    json_object_set_string_member (body, "system", query->system);

  add_parameters (query, style, body, body, sent);
  if (json_object_has_member (body, "max_tokens"))
    return;

  json_object_set_int_member (body, "max_tokens", DEFAULT_MAX_TOKENS);
  json_object_set_int_member (sent, "max_tokens", DEFAULT_MAX_TOKENS);
}

/* “{"parts": [{"text": …}]}” */
static JsonObject *
make_content (const char *role,
              const char *text)
{
  JsonObject *content = json_object_new ();
  JsonObject *part = json_object_new ();
  JsonArray *parts = json_array_new ();

  if (role != NULL)
    json_object_set_string_member (content, "role", role);
  json_object_set_string_member (part, "text", text);
  json_array_add_object_element (parts, part);
  json_object_set_array_member (content, "parts", parts);

  return content;
}

static void
fill_gemini (const BylQuery    *query,
             const BylAskStyle *style,
             JsonObject        *body,
             JsonObject        *sent)
{
  JsonArray *contents = json_array_new ();
  JsonObject *inside = json_object_new ();

  json_array_add_object_element (contents, make_content ("user", query->prompt));
  json_object_set_array_member (body, "contents", contents);
  if (query->system != NULL && *query->system != '\0')
    json_object_set_object_member (body, "systemInstruction", make_content (NULL, query->system));

  add_parameters (query, style, body, inside, sent);
  if (json_object_get_size (inside) > 0)
    json_object_set_object_member (body, "generationConfig", inside);
  else
    json_object_unref (inside);
}

static void
fill_ollama (const BylQuery    *query,
             const BylAskStyle *style,
             JsonObject        *body,
             JsonObject        *sent)
{
  JsonObject *inside = json_object_new ();

  json_object_set_string_member (body, "model", query->model);
  json_object_set_array_member (body, "messages", make_messages (query, TRUE));
  json_object_set_boolean_member (body, "stream", TRUE);

  add_parameters (query, style, body, inside, sent);
  if (json_object_get_size (inside) > 0)
    json_object_set_object_member (body, "options", inside);
  else
    json_object_unref (inside);
}

/* Gemini has the model in the address: “models/NAME”, or a model of one's own,
 * “tunedModels/NAME”. */
static char *
make_gemini_address (const BylQuery *query)
{
  const char *model = query->model;
  g_autofree char *escaped = NULL;

  if (g_str_has_prefix (model, "models/"))
    model += strlen ("models/");
  escaped = g_uri_escape_string (model, "/:@", FALSE);

  return g_strdup_printf ("%s/%s%s:streamGenerateContent?alt=sse", query->address,
                          g_str_has_prefix (model, "tunedModels/") ? "" : "models/", escaped);
}

static char *
make_address (const BylQuery *query)
{
  switch (query->provider->interface)
    {
    case BYL_INTERFACE_ANTHROPIC:
      return g_strconcat (query->address, "/messages", NULL);
    case BYL_INTERFACE_GEMINI:
      return make_gemini_address (query);
    case BYL_INTERFACE_OLLAMA:
      return g_strconcat (query->address, "/api/chat", NULL);
    case BYL_INTERFACE_OPENAI:
    default:
      return g_str_has_suffix (query->address, "/chat/completions")
             ? g_strdup (query->address)
             : g_strconcat (query->address, "/chat/completions", NULL);
    }
}

static GBytes *
make_body (const BylQuery    *query,
           const BylAskStyle *style,
           JsonObject        *sent)
{
  void (* const fill[]) (const BylQuery *, const BylAskStyle *, JsonObject *, JsonObject *) = {
    [BYL_INTERFACE_OPENAI] = fill_openai,
    [BYL_INTERFACE_ANTHROPIC] = fill_anthropic,
    [BYL_INTERFACE_GEMINI] = fill_gemini,
    [BYL_INTERFACE_OLLAMA] = fill_ollama,
  };
  JsonObject *body = json_object_new ();
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  char *text;

  fill[query->provider->interface] (query, style, body, sent);
  json_node_take_object (root, body);
  text = json_to_string (root, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

/**
 * byl_ask_style_learn:
 * @self: how the server was asked
 * @trouble: what it said to that
 *
 * Servers that speak OpenAI's interface by and large say what they do not understand: it is left
 * out from now on.
 *
 * Returns: whether there is something to be asked in another way
 */
gboolean
byl_ask_style_learn (BylAskStyle         *self,
                     const BylAskTrouble *trouble)
{
  if (trouble->status != 400 && trouble->status != 422 && trouble->status != 501)
    return FALSE;

  if (!self->new_length && byl_ask_trouble_mentions (trouble, "max_completion_tokens"))
    self->new_length = TRUE;
  else if (!self->no_usage && (byl_ask_trouble_mentions (trouble, "stream_options") ||
                               byl_ask_trouble_mentions (trouble, "include_usage")))
    self->no_usage = TRUE;
  else if (!self->is_plain && byl_ask_trouble_mentions (trouble, "stream"))
    self->is_plain = TRUE;
  else
    return FALSE;

  return TRUE;
}

/**
 * byl_ask_request_new:
 * @query: a question, with a tidy address
 * @style: how the server wants to be asked
 * @sent: (out) (transfer full): return location for the parameters that are in the request, by the
 *   names of the query
 * @error: return location for an error
 *
 * Puts a question into the words of its interface. Parameters are sent only where they are set, by
 * the interface's own names for them; those that it does not have are left out.
 *
 * Errors: those of byl_ask_message_new()
 *
 * Returns: (transfer full) (nullable): the request, or %NULL with @error set
 */
SoupMessage *
byl_ask_request_new (const BylQuery     *query,
                     const BylAskStyle  *style,
                     JsonObject        **sent,
                     GError            **error)
{
  g_autofree char *address = make_address (query);
  g_autoptr(SoupMessage) message = byl_ask_message_new (SOUP_METHOD_POST,
                                                        query->provider->interface, address,
                                                        query->key, error);
  g_autoptr(JsonObject) parameters = json_object_new ();
  g_autoptr(GBytes) body = NULL;

  if (message == NULL)
    return NULL;

  body = make_body (query, style, parameters);
  soup_message_set_request_body_from_bytes (message, "application/json", body);
  *sent = g_steal_pointer (&parameters);

  return g_steal_pointer (&message);
}
