/* byl-figures-reader.c: from a file of figures that comes with the program to figures
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-figures.h"

#include "byl-error.h"
#include "byl-gate.h"
#include "byl-load.h"

#include <json-glib/json-glib.h>
#include <glib/gi18n.h>
#include <math.h>

#define FORMAT         "byline-figures"
#define FORMAT_VERSION 1
#define MAX_BYTES      (4u * 1024u * 1024u)

static JsonNode *
get_value (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = get_value (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static double
get_number (JsonObject *object,
            const char *name)
{
  JsonNode *node = get_value (object, name);
  GType type = node != NULL ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_DOUBLE || type == G_TYPE_INT64 ? json_node_get_double (node) : NAN;
}

static guint
get_count (JsonObject *object,
           const char *name)
{
  double number = get_number (object, name);

  return number >= 0 && number <= G_MAXINT32 ? (guint) number : 0;
}

static gboolean
get_boolean (JsonObject *object,
             const char *name)
{
  JsonNode *node = get_value (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN
         && json_node_get_boolean (node);
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_element (JsonArray *array,
             guint      position)
{
  JsonNode *node = json_array_get_element (array, position);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
read_measure (BylWriterFigures *writer,
              JsonObject       *object)
{
  const char *id = object != NULL ? get_string (object, "kind") : NULL;
  BylMeasure *measure;
  BylTell tell;

  if (id == NULL || !byl_tell_kind_find (id, &tell))
    return FALSE;

  measure = &writer->measures[tell];
  measure->tell = tell;
  measure->value = get_number (object, "value");
  measure->low = get_number (object, "low");
  measure->high = get_number (object, "high");
  measure->others = get_number (object, "others");
  measure->effect = get_number (object, "effect");
  measure->z = get_number (object, "z");
  measure->separation = get_number (object, "separation");
  measure->n_with = get_count (object, "answers_with");
  measure->n_answers = get_count (object, "answers");
  measure->n_others_with = get_count (object, "others_with");
  measure->n_others = get_count (object, "others_answers");
  measure->is_tell = get_boolean (object, "is_tell");
  writer->measured[tell] = !isnan (measure->z) && !isnan (measure->separation);

  return writer->measured[tell];
}

static char **
read_words (JsonArray *array)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_ptr_array_add (words, g_strdup (json_node_get_string (node)));
    }

  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_steal (words, NULL);
}

static gboolean
read_writer (BylFigures *self,
             JsonObject *object)
{
  const char *id = object != NULL ? get_string (object, "id") : NULL;
  const char *name = object != NULL ? get_string (object, "name") : NULL;
  JsonArray *tells = object != NULL ? get_array (object, "tells") : NULL;
  BylWriterFigures *writer;

  if (id == NULL || name == NULL || tells == NULL)
    return FALSE;

  writer = byl_figures_add_writer (self, id, name);
  writer->n_answers = get_count (object, "answers");
  writer->words = read_words (get_array (object, "words"));

  for (guint i = 0; i < json_array_get_length (tells); i++)
    if (!read_measure (writer, get_element (tells, i)))
      return FALSE;

  return TRUE;
}

static gboolean
read_head (BylFigures *self,
           JsonObject *object)
{
  if (g_strcmp0 (get_string (object, "format"), FORMAT) != 0
      || get_count (object, "version") != FORMAT_VERSION
      || get_count (object, "kinds") != BYL_TELL_VERSION
      || get_string (object, "pack") == NULL || get_string (object, "title") == NULL)
    return FALSE;

  self->pack = g_strdup (get_string (object, "pack"));
  self->title = g_strdup (get_string (object, "title"));
  self->source = g_strdup (get_string (object, "source"));
  self->url = g_strdup (get_string (object, "url"));
  self->license = g_strdup (get_string (object, "license"));
  self->date = g_strdup (get_string (object, "date"));
  self->provenance = BYL_PROVENANCE_IMPORTED;
  self->is_shipped = TRUE;
  self->n_questions = get_count (object, "questions");
  self->n_answers = get_count (object, "answers");

  return TRUE;
}

static gboolean
read_figures (BylFigures *self,
              JsonNode   *root)
{
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root)
                                                                     : NULL;
  JsonArray *writers = object != NULL ? get_array (object, "writers") : NULL;

  if (writers == NULL || !read_head (self, object))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (writers); i++)
    if (!read_writer (self, get_element (writers, i)))
      return FALSE;

  return TRUE;
}

/**
 * byl_figures_load:
 * @file: figures, as `data/figures` has them
 * @error: return location for an error
 *
 * Reads figures that come with the program. This blocks.
 *
 * Errors: those of byl_load_file(); %BYL_ERROR_FORMAT where the file holds no such figures, or
 * figures of a kind that this version does not know.
 *
 * Returns: (transfer full) (nullable): the figures, or %NULL with the error set
 */
BylFigures *
byl_figures_load (GFile   *file,
                  GError **error)
{
  g_autoptr(GBytes) bytes = byl_load_file (file, MAX_BYTES, NULL, error);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(BylFigures) self = byl_figures_new_empty ();
  g_autoptr(BylProblem) problem = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  const char *data;
  gsize length;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  problem = byl_gate_check (data != NULL ? data : "", length);

  if (problem == NULL && json_parser_load_from_data (parser, data, (gssize) length, NULL)
      && read_figures (self, json_parser_get_root (parser)))
    return g_steal_pointer (&self);

  g_set_error (error, BYL_ERROR, BYL_ERROR_FORMAT,
               /* Translators: a file’s name */
               _("“%s” holds no figures that this version can read."), name);

  return NULL;
}
