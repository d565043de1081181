/* byl-known-writers.c: what is known of language models, whatever the pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-known-writers.h"

#include "byl-error.h"
#include "byl-gate.h"
#include "byl-load.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#define FORMAT    "byline-writers"
#define FORMAT_VERSION   1
#define MAX_BYTES (16u * 1024u * 1024u)

struct _BylKnownWriters
{
  gatomicrefcount references;
  GPtrArray      *names; /* (element-type utf8): of writers and makers, and aliases */
};

G_DEFINE_BOXED_TYPE (BylKnownWriters, byl_known_writers,
                     byl_known_writers_ref, byl_known_writers_unref)

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
is_version (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_INT64 &&
         json_node_get_int (node) == FORMAT_VERSION;
}

/* Names what is wrong in the file, which comes with the program. */
G_GNUC_PRINTF (3, 4)
static gboolean
refuse (GError     **error,
        GFile       *file,
        const char  *format,
        ...)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_set_error (error, BYL_ERROR, BYL_ERROR_FORMAT,
               /* Translators: a file’s name, and a sentence on what is wrong in it */
               _("The list of known models, “%s”, cannot be used. %s"), name, reason);

  return FALSE;
}

static gboolean
add_aliases (BylKnownWriters  *self,
             JsonObject       *writer,
             GFile            *file,
             guint             position,
             GError          **error)
{
  JsonArray *aliases = get_array (writer, "aliases");

  if (aliases == NULL)
    return !json_object_has_member (writer, "aliases") ||
           refuse (error, file, _("“aliases” of writer %u must be a list of texts."), position + 1);

  for (guint i = 0; i < json_array_get_length (aliases); i++)
    {
      JsonNode *node = json_array_get_element (aliases, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        return refuse (error, file, _("“aliases” of writer %u must be a list of texts."),
                       position + 1);

      g_ptr_array_add (self->names, g_strdup (json_node_get_string (node)));
    }

  return TRUE;
}

static gboolean
add_writer (BylKnownWriters  *self,
            JsonNode         *node,
            GFile            *file,
            guint             position,
            GError          **error)
{
  JsonObject *writer = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = writer != NULL ? get_string (writer, "name") : NULL;
  const char *maker = writer != NULL ? get_string (writer, "maker") : NULL;

  if (name == NULL || maker == NULL || get_string (writer, "id") == NULL)
    return refuse (error, file, _("Writer %u needs “id”, “name” and “maker”."), position + 1);

  g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_add (self->names, g_strdup (maker));

  return add_aliases (self, writer, file, position, error);
}

static gboolean
add_writers (BylKnownWriters  *self,
             JsonNode         *root,
             GFile            *file,
             GError          **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonArray *writers;

  if (object == NULL || g_strcmp0 (get_string (object, "format"), FORMAT) != 0)
    return refuse (error, file, _("Its “format” must be “%s”."), FORMAT);

  if (!is_version (json_object_get_member (object, "version")))
    {
      refuse (error, file, _("Its “version” must be %d."), FORMAT_VERSION);
      if (error != NULL)
        (*error)->code = BYL_ERROR_VERSION;
      return FALSE;
    }

  writers = get_array (object, "writers");
  if (writers == NULL)
    return refuse (error, file, _("“writers” must be a list."));

  for (guint i = 0; i < json_array_get_length (writers); i++)
    if (!add_writer (self, json_array_get_element (writers, i), file, i, error))
      return FALSE;

  return TRUE;
}

static JsonNode *
parse (GFile   *file,
       GError **error)
{
  g_autoptr(GBytes) bytes = byl_load_file (file, MAX_BYTES, NULL, error);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(BylProblem) problem = NULL;
  g_autoptr(GError) parse_error = NULL;
  const char *data;
  gsize length;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  problem = byl_gate_check (data != NULL ? data : "", length);
  if (problem != NULL)
    {
      refuse (error, file, "%s", problem->message);
      if (error != NULL)
        (*error)->code = BYL_ERROR_SYNTAX;
      return NULL;
    }

  if (json_parser_load_from_data (parser, data, (gssize) length, &parse_error))
    return json_parser_steal_root (parser);

  refuse (error, file, "%s", parse_error->message);

  return NULL;
}

/**
 * byl_known_writers_load:
 * @file: the list, as `data/writers.json` has it
 * @error: return location for the error
 *
 * Reads the list of known models. This blocks.
 *
 * Errors: those of byl_load_file(); %BYL_ERROR_SYNTAX, %BYL_ERROR_FORMAT and %BYL_ERROR_VERSION
 * where the file is not such a list.
 *
 * Returns: (transfer full) (nullable): the known models; %NULL with @error set
 */
BylKnownWriters *
byl_known_writers_load (GFile   *file,
                        GError **error)
{
  g_autoptr(JsonNode) root = parse (file, error);
  g_autoptr(BylKnownWriters) self = NULL;

  if (root == NULL)
    return NULL;

  self = byl_known_writers_new_empty ();
  if (!add_writers (self, root, file, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * byl_known_writers_new_empty:
 *
 * For where the list cannot be read: the game goes on without it.
 *
 * Returns: (transfer full): no known models at all
 */
BylKnownWriters *
byl_known_writers_new_empty (void)
{
  BylKnownWriters *self = g_new0 (BylKnownWriters, 1);

  g_atomic_ref_count_init (&self->references);
  self->names = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * byl_known_writers_ref:
 * @self: known models
 *
 * Returns: (transfer full): @self, with one more owner
 */
BylKnownWriters *
byl_known_writers_ref (BylKnownWriters *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * byl_known_writers_unref:
 * @self: (transfer full): known models
 */
void
byl_known_writers_unref (BylKnownWriters *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_ptr_array_unref (self->names);
  g_free (self);
}

/**
 * byl_known_writers_add_names:
 * @self: known models
 * @mask: takes the names
 *
 * Adds every name, maker and alias, to be found only as it is written: some are everyday words.
 */
void
byl_known_writers_add_names (const BylKnownWriters *self,
                             BylMask               *mask)
{
  for (guint i = 0; i < self->names->len; i++)
    byl_mask_add (mask, g_ptr_array_index (self->names, i), BYL_MASK_EXACT_CASE);
}
