/* byl-reply-json.c: reading the JSON of a server that nobody has to trust
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-reply-json.h"

#include "byl-gate.h"

/* A tree of tiny values takes some forty times the memory of its text. The largest lists of models
 * have some fifty thousand values. */
#define MAX_BYTES  (8u * 1024u * 1024u)
#define MAX_VALUES 200000u

/* Counts what may begin or part values, outside of texts. */
static gboolean
has_few_values (const char *data,
                gsize       length)
{
  gboolean is_text = FALSE;
  guint n_values = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (is_text && data[i] == '\\')
        i++;
      else if (data[i] == '"')
        is_text = !is_text;
      else if (!is_text &&
               (data[i] == ',' || data[i] == ':' || data[i] == '{' || data[i] == '['))
        n_values++;
    }

  return n_values <= MAX_VALUES;
}

/**
 * byl_reply_json_parse:
 * @data: (array length=length): what a server sent
 * @length: how many bytes
 *
 * Reads JSON that came over the network: at most 8 MiB, of few enough values for the memory to stay
 * small, and what the gate lets through.
 *
 * Returns: (transfer full) (nullable): the root, or %NULL where it is no such JSON
 */
JsonNode *
byl_reply_json_parse (const char *data,
                      gsize       length)
{
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(BylProblem) problem = NULL;

  if (length == 0 || length > MAX_BYTES || !has_few_values (data, length))
    return NULL;

  problem = byl_gate_check (data, length);
  if (problem != NULL)
    return NULL;

  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, data, (gssize) length, NULL))
    return NULL;

  return json_parser_steal_root (parser);
}

/**
 * byl_reply_json_object:
 * @node: (nullable): a value
 *
 * Returns: (transfer none) (nullable): the object, if it is one
 */
JsonObject *
byl_reply_json_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * byl_reply_json_member:
 * @object: (nullable): an object
 * @name: a member's name
 *
 * Returns: (transfer none) (nullable): its value; %NULL where there is none, or null
 */
JsonNode *
byl_reply_json_member (JsonObject *object,
                       const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

/**
 * byl_reply_json_get_object:
 * @object: (nullable): an object
 * @name: a member's name
 *
 * Returns: (transfer none) (nullable): the member, if it is an object
 */
JsonObject *
byl_reply_json_get_object (JsonObject *object,
                           const char *name)
{
  return byl_reply_json_object (byl_reply_json_member (object, name));
}

/**
 * byl_reply_json_get_array:
 * @object: (nullable): an object
 * @name: a member's name
 *
 * Returns: (transfer none) (nullable): the member, if it is an array
 */
JsonArray *
byl_reply_json_get_array (JsonObject *object,
                          const char *name)
{
  JsonNode *node = byl_reply_json_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * byl_reply_json_get_string:
 * @object: (nullable): an object
 * @name: a member's name
 *
 * Returns: (transfer none) (nullable): the member, if it is a text
 */
const char *
byl_reply_json_get_string (JsonObject *object,
                           const char *name)
{
  JsonNode *node = byl_reply_json_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

/**
 * byl_reply_json_get_count:
 * @object: (nullable): an object
 * @name: a member's name
 *
 * Returns: the member, if it is a whole number from 0; else -1
 */
gint64
byl_reply_json_get_count (JsonObject *object,
                          const char *name)
{
  JsonNode *node = byl_reply_json_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64)
    return -1;

  return MAX (json_node_get_int (node), -1);
}

/**
 * byl_reply_json_is_true:
 * @object: (nullable): an object
 * @name: a member's name
 *
 * Returns: whether the member is true, and no number or text that stands for it
 */
gboolean
byl_reply_json_is_true (JsonObject *object,
                        const char *name)
{
  JsonNode *node = byl_reply_json_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}
