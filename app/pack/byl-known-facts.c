/* byl-known-facts.c: what is known of language models besides their names
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-known-facts.h"

#include "byl-error.h"
#include "byl-gate.h"
#include "byl-load.h"
#include "byl-text.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#define FORMAT    "byline-writers"
#define MAX_BYTES (16u * 1024u * 1024u)

static void
fact_free (gpointer data)
{
  BylKnownFact *fact = data;

  g_free (fact->label);
  g_free (fact->value);
  g_free (fact->date);
  g_free (fact->source);
  g_free (fact);
}

static void
writer_free (gpointer data)
{
  BylKnownWriter *writer = data;

  g_free (writer->id);
  g_free (writer->name);
  g_free (writer->maker);
  g_strfreev (writer->aliases);
  g_free (writer->released);
  g_free (writer->openness);
  g_strfreev (writer->available);
  g_ptr_array_unref (writer->facts);
  g_free (writer);
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* What is no text is left out. */
static char **
read_strings (JsonArray *array)
{
  g_autoptr(GPtrArray) strings = g_ptr_array_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_ptr_array_add (strings, g_strdup (json_node_get_string (node)));
    }

  g_ptr_array_add (strings, NULL);

  return (char **) g_ptr_array_steal (strings, NULL);
}

static void
read_fact (BylKnownWriter *writer,
           JsonObject     *object)
{
  JsonObject *source = object != NULL ? get_object (json_object_get_member (object, "source"))
                                      : NULL;
  BylKnownFact *fact;

  if (object == NULL || get_string (object, "label") == NULL
      || get_string (object, "value") == NULL)
    return;

  fact = g_new0 (BylKnownFact, 1);
  fact->label = g_strdup (get_string (object, "label"));
  fact->value = g_strdup (get_string (object, "value"));
  fact->date = g_strdup (get_string (object, "date"));
  fact->source = source != NULL ? g_strdup (get_string (source, "title")) : NULL;
  g_ptr_array_add (writer->facts, fact);
}

static void
read_writer (GPtrArray  *writers,
             JsonObject *object)
{
  JsonArray *facts = object != NULL ? get_array (object, "facts") : NULL;
  BylKnownWriter *writer;

  if (object == NULL || get_string (object, "id") == NULL || get_string (object, "name") == NULL
      || get_string (object, "maker") == NULL)
    return;

  writer = g_new0 (BylKnownWriter, 1);
  writer->id = g_strdup (get_string (object, "id"));
  writer->name = g_strdup (get_string (object, "name"));
  writer->maker = g_strdup (get_string (object, "maker"));
  writer->aliases = read_strings (get_array (object, "aliases"));
  writer->released = g_strdup (get_string (object, "released"));
  writer->openness = g_strdup (get_string (object, "openness"));
  writer->available = read_strings (get_array (object, "available"));
  writer->facts = g_ptr_array_new_with_free_func (fact_free);

  for (guint i = 0; facts != NULL && i < json_array_get_length (facts); i++)
    read_fact (writer, get_object (json_array_get_element (facts, i)));

  g_ptr_array_add (writers, writer);
}

static GPtrArray *
read_writers (JsonNode *root)
{
  JsonObject *object = get_object (root);
  JsonArray *array = object != NULL ? get_array (object, "writers") : NULL;
  GPtrArray *writers;

  if (array == NULL || g_strcmp0 (get_string (object, "format"), FORMAT) != 0)
    return NULL;

  writers = g_ptr_array_new_with_free_func (writer_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    read_writer (writers, get_object (json_array_get_element (array, i)));

  return writers;
}

/**
 * byl_known_facts_load:
 * @file: the list of known models, as `data/writers.json` has it
 * @error: return location for an error
 *
 * Reads what is known of models. This blocks. What is not as it should be is left out: the names,
 * on which the game depends, are read by byl_known_writers_load().
 *
 * Errors: those of byl_load_file(); %BYL_ERROR_FORMAT where the file is not such a list.
 *
 * Returns: (transfer full) (nullable) (element-type BylKnownWriter): the models in the order of the
 *   list, or %NULL with the error set
 */
GPtrArray *
byl_known_facts_load (GFile   *file,
                      GError **error)
{
  g_autoptr(GBytes) bytes = byl_load_file (file, MAX_BYTES, NULL, error);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(BylProblem) problem = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  GPtrArray *writers = NULL;
  const char *data;
  gsize length;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  problem = byl_gate_check (data != NULL ? data : "", length);

  if (problem == NULL && json_parser_load_from_data (parser, data, (gssize) length, NULL))
    writers = read_writers (json_parser_get_root (parser));

  if (writers == NULL)
    g_set_error (error, BYL_ERROR, BYL_ERROR_FORMAT,
                 /* Translators: a file’s name */
                 _("“%s” is no list of known models."), name);

  return writers;
}

static gboolean
is_same (const char *one,
         const char *other)
{
  g_autofree char *folded = byl_text_fold (one);
  g_autofree char *other_folded = byl_text_fold (other);

  return g_str_equal (folded, other_folded);
}

/**
 * byl_known_writer_is:
 * @self: a known model
 * @name: a name or an id, as a pack has it
 *
 * Returns: whether it is the name, the id or an alias of the model, whatever its case
 */
gboolean
byl_known_writer_is (const BylKnownWriter *self,
                     const char           *name)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (is_same (self->name, name) || is_same (self->id, name))
    return TRUE;

  for (guint i = 0; self->aliases[i] != NULL; i++)
    if (is_same (self->aliases[i], name))
      return TRUE;

  return FALSE;
}
