/* byl-json-text.c: a JSON tree as text that people can read and nothing is lost in
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-json-text.h"

#include <string.h>

/* JsonGenerator writes 0.1 as 0.10000000000000001, so that a pack which is only opened and saved
 * would change: hence this one. It recurses; the gate has seen to it that no document is deep. */
static void append_node (GString  *text,
                         JsonNode *node,
                         guint     depth);

static void
append_break (GString *text,
              guint    depth)
{
  g_string_append_c (text, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "  ");
}

static void
append_escape (GString *text,
               char     character)
{
  switch (character)
    {
    case '"':
      g_string_append (text, "\\\"");
      break;
    case '\\':
      g_string_append (text, "\\\\");
      break;
    case '\b':
      g_string_append (text, "\\b");
      break;
    case '\f':
      g_string_append (text, "\\f");
      break;
    case '\n':
      g_string_append (text, "\\n");
      break;
    case '\r':
      g_string_append (text, "\\r");
      break;
    case '\t':
      g_string_append (text, "\\t");
      break;
    default:
      g_string_append_printf (text, "\\u%04x", (guint) (guchar) character);
    }
}

static void
append_string (GString    *text,
               const char *string)
{
  const char *from = string;

  g_string_append_c (text, '"');
  for (; *string != '\0'; string++)
    {
      if ((guchar) *string >= 0x20 && *string != '"' && *string != '\\' && *string != 0x7f)
        continue;

      g_string_append_len (text, from, string - from);
      append_escape (text, *string);
      from = string + 1;
    }
  g_string_append_len (text, from, string - from);
  g_string_append_c (text, '"');
}

/* The fewest digits that give the same number back; 17 always do (IEEE 754). */
static void
append_double (GString *text,
               double   number)
{
  static const char * const formats[] = { "%.15g", "%.16g", "%.17g" };
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (digits, sizeof digits, formats[i], number);
      if (g_ascii_strtod (digits, NULL) == number)
        break;
    }

  g_string_append (text, digits);
  if (strpbrk (digits, ".eE") == NULL)
    g_string_append (text, ".0");
}

static void
append_value (GString  *text,
              JsonNode *node)
{
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_INT64:
      g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
      break;
    case G_TYPE_DOUBLE:
      append_double (text, json_node_get_double (node));
      break;
    case G_TYPE_BOOLEAN:
      g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
      break;
    default:
      append_string (text, json_node_get_string (node));
    }
}

static void
append_array (GString   *text,
              JsonArray *array,
              guint      depth)
{
  guint n_items = json_array_get_length (array);

  g_string_append_c (text, '[');
  for (guint i = 0; i < n_items; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      append_break (text, depth + 1);
      append_node (text, json_array_get_element (array, i), depth + 1);
    }
  if (n_items > 0)
    append_break (text, depth);
  g_string_append_c (text, ']');
}

static void
append_object (GString    *text,
               JsonObject *object,
               guint       depth)
{
  gboolean first = TRUE;
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  g_string_append_c (text, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      if (!first)
        g_string_append_c (text, ',');
      first = FALSE;
      append_break (text, depth + 1);
      append_string (text, member);
      g_string_append (text, ": ");
      append_node (text, node, depth + 1);
    }
  if (!first)
    append_break (text, depth);
  g_string_append_c (text, '}');
}

static void
append_node (GString  *text,
             JsonNode *node,
             guint     depth)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      append_object (text, json_node_get_object (node), depth);
      break;
    case JSON_NODE_ARRAY:
      append_array (text, json_node_get_array (node), depth);
      break;
    case JSON_NODE_VALUE:
      append_value (text, node);
      break;
    case JSON_NODE_NULL:
    default:
      g_string_append (text, "null");
    }
}

/* The document as UTF-8, two spaces a step, with a line break at its end. */
char *
byl_json_text_make (JsonNode *root,
                    gsize    *length)
{
  GString *text = g_string_new (NULL);

  append_node (text, root, 0);
  g_string_append_c (text, '\n');
  *length = text->len;

  return g_string_free (text, FALSE);
}
