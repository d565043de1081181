/* byl-recipe-read-values.c: where a recipe says that things stand
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recipe-read-parts.h"

#include <glib/gi18n.h>

/* Characters of a path or a text in a recipe. */
#define MAX_TEXT 1000u

/* Places that are tried for one thing. */
#define MAX_VALUES 16u

static const BylMember value_members[] = {
  { "path", FALSE }, { "where", FALSE }, { "take", FALSE }, { "constant", FALSE },
  { "file", FALSE }, { NULL, FALSE },
};

static const BylMember where_members[] = {
  { "path", TRUE }, { "is", TRUE }, { NULL, FALSE },
};

static const char * const file_parts[] = { "path", "name", "folder", NULL };

/* True or false; false where it is not said. */
gboolean
byl_recipe_read_boolean (BylReading *reading,
                         JsonObject *object,
                         const char *name)
{
  JsonNode *node = byl_reading_enter_existing (reading, object, name);
  gboolean value = FALSE;

  if (node == NULL)
    return FALSE;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    value = json_node_get_boolean (node);
  else
    byl_reading_add (reading, "wrong-type", NULL,
                     _("“%s” must be true or false, without quotation marks."), name);
  byl_reading_leave (reading);

  return value;
}

static void
take_text (BylReading *reading,
           JsonNode   *node,
           GPtrArray  *texts)
{
  const char *text = byl_reading_text (reading, node, 1, MAX_TEXT);

  if (text != NULL)
    g_ptr_array_add (texts, g_strdup (text));
}

/* One text, or a list of texts; never NULL. */
char **
byl_recipe_read_texts (BylReading *reading,
                       JsonObject *object,
                       const char *name,
                       guint       minimum,
                       guint       maximum)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *list;

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node))
    {
      byl_reading_enter_member (reading, name);
      take_text (reading, node, texts);
      byl_reading_leave (reading);
    }
  else if ((list = byl_reading_list (reading, object, name, minimum, maximum)) != NULL)
    {
      for (guint i = 0; i < json_array_get_length (list); i++)
        {
          byl_reading_enter_item (reading, i);
          take_text (reading, json_array_get_element (list, i), texts);
          byl_reading_leave (reading);
        }
      byl_reading_leave (reading);
    }
  g_ptr_array_add (texts, NULL);

  return (char **) g_ptr_array_steal (texts, NULL);
}

/* The path that the reader is at. */
static BylRecipePath *
read_path (BylReading *reading,
           JsonNode   *node,
           gboolean    may_go_up)
{
  const char *text = byl_reading_text (reading, node, 0, MAX_TEXT);
  BylRecipePath *path = text != NULL ? byl_recipe_path_new (text, may_go_up) : NULL;

  if (text == NULL || path != NULL)
    return path;

  if (may_go_up)
    byl_reading_add (reading, "bad-path", NULL,
                     _("A path is a JSON Pointer such as “/answer”, or a relative one such as "
                       "“2/question” or “1#”."));
  else
    byl_reading_add (reading, "bad-path", NULL,
                     _("This path must be a JSON Pointer such as “/answers/*”, and begin with a "
                       "slash."));

  return NULL;
}

/* The path of a member; NULL where there is none. */
BylRecipePath *
byl_recipe_read_path (BylReading *reading,
                      JsonObject *object,
                      const char *name,
                      gboolean    may_go_up)
{
  JsonNode *node = byl_reading_enter_existing (reading, object, name);
  BylRecipePath *path;

  if (node == NULL)
    return NULL;

  path = read_path (reading, node, may_go_up);
  byl_reading_leave (reading);

  return path;
}

static void
read_where (BylReading     *reading,
            JsonObject     *object,
            BylRecipeValue *value)
{
  JsonObject *where = byl_reading_member_object (reading, object, "where", where_members);

  if (where == NULL)
    return;

  value->where = byl_recipe_read_path (reading, where, "path", FALSE);
  value->is = g_strdup (byl_reading_member_text (reading, where, "is", 0, MAX_TEXT));
  byl_reading_leave (reading);
}

static void
read_place (BylReading     *reading,
            JsonNode       *node,
            BylRecipeValue *value)
{
  JsonObject *object = byl_reading_object (reading, node, value_members);
  guint n_kinds = 0;
  int part;

  if (object == NULL)
    return;

  n_kinds += json_object_has_member (object, "path");
  n_kinds += json_object_has_member (object, "constant");
  n_kinds += json_object_has_member (object, "file");
  if (n_kinds != 1)
    byl_reading_add (reading, "bad-value", NULL,
                     _("Say where the value stands by one of “path”, “constant” and “file”."));

  value->path = byl_recipe_read_path (reading, object, "path", TRUE);
  value->take = byl_recipe_read_path (reading, object, "take", FALSE);
  read_where (reading, object, value);

  value->constant = g_strdup (byl_reading_member_text (reading, object, "constant", 1, MAX_TEXT));
  if (value->constant != NULL)
    value->kind = BYL_VALUE_CONSTANT;

  part = byl_reading_choice (reading, object, "file", file_parts);
  if (part >= 0)
    value->kind = BYL_VALUE_FILE_PATH + (guint) part;
}

static void
add_value (BylReading *reading,
           JsonNode   *node,
           GArray     *values)
{
  BylRecipeValue value = { .kind = BYL_VALUE_PATH };

  if (JSON_NODE_HOLDS_OBJECT (node))
    read_place (reading, node, &value);
  else
    value.path = read_path (reading, node, TRUE);
  g_array_append_val (values, value);
}

/* The places that are tried for one thing; NULL where the recipe says nothing of it. */
GArray *
byl_recipe_read_value (BylReading *reading,
                       JsonObject *object,
                       const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  GArray *values;
  JsonArray *list;

  if (node == NULL)
    return NULL;

  values = byl_recipe_values_new ();
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      byl_reading_enter_member (reading, name);
      add_value (reading, node, values);
      byl_reading_leave (reading);
      return values;
    }

  list = byl_reading_list (reading, object, name, 1, MAX_VALUES);
  if (list == NULL)
    return values;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      byl_reading_enter_item (reading, i);
      add_value (reading, json_array_get_element (list, i), values);
      byl_reading_leave (reading);
    }
  byl_reading_leave (reading);

  return values;
}
