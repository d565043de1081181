/* byl-guide-offers.c: packs that can be fetched, as far as the guide tells of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-guide-offers.h"

#include "byl-gate.h"
#include "byl-load.h"
#include "byl-localized.h"

#include <json-glib/json-glib.h>

#define FORMAT    "byline-catalogue"
#define MAX_BYTES (8u * 1024u * 1024u)

static void
offer_free (gpointer data)
{
  BylGuideOffer *offer = data;

  g_free (offer->id);
  g_free (offer->title);
  g_strfreev (offer->writers);
  g_free (offer);
}

static const char *
get_text (JsonNode *node)
{
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

/* One text, or one for each language. */
static char *
dup_localized (JsonNode *node)
{
  g_autoptr(BylLocalized) texts = byl_localized_new ();
  JsonObjectIter iter;
  const char *tag;
  JsonNode *text;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (get_text (node));

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &tag, &text))
    if (get_text (text) != NULL)
      byl_localized_add (texts, tag, get_text (text));

  return g_strdup (byl_localized_choose (texts, g_get_language_names ()));
}

static char **
dup_texts (JsonArray *array)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *text = get_text (json_array_get_element (array, i));

      if (text != NULL)
        g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

static void
read_entry (GPtrArray *offers,
            JsonNode  *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *title = NULL;
  BylGuideOffer *offer;
  gint64 n_questions;

  if (object == NULL || get_text (json_object_get_member (object, "id")) == NULL)
    return;

  title = dup_localized (json_object_get_member (object, "title"));
  if (title == NULL)
    return;

  n_questions = json_object_get_int_member_with_default (object, "questions", 0);
  offer = g_new0 (BylGuideOffer, 1);
  offer->id = g_strdup (get_text (json_object_get_member (object, "id")));
  offer->title = g_steal_pointer (&title);
  offer->writers = dup_texts (get_array (object, "writers"));
  offer->n_questions = (guint) CLAMP (n_questions, 0, G_MAXINT);
  g_ptr_array_add (offers, offer);
}

static void
read_root (GPtrArray *offers,
           JsonNode  *root)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonArray *entries;

  if (object == NULL
      || g_strcmp0 (get_text (json_object_get_member (object, "format")), FORMAT) != 0)
    return;

  entries = get_array (object, "entries");
  for (guint i = 0; entries != NULL && i < json_array_get_length (entries); i++)
    read_entry (offers, json_array_get_element (entries, i));
}

/**
 * byl_guide_offers_load:
 * @file: a list of packs that can be fetched, as `data/catalogue.json` has it
 *
 * Reads which writers the packs have. This blocks. What is not as it should be is left out: whoever
 * fetches packs reads the list with all its rules, and tells what is wrong with it.
 *
 * Returns: (transfer full) (element-type BylGuideOffer): the packs in the order of the list; none
 *   where it cannot be read
 */
GPtrArray *
byl_guide_offers_load (GFile *file)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (offer_free);
  g_autoptr(GBytes) bytes = byl_load_file (file, MAX_BYTES, NULL, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(BylProblem) problem = NULL;
  const char *data;
  gsize length;

  if (bytes == NULL)
    return offers;

  data = g_bytes_get_data (bytes, &length);
  problem = byl_gate_check (data != NULL ? data : "", length);

  if (problem == NULL && json_parser_load_from_data (parser, data, (gssize) length, NULL))
    read_root (offers, json_parser_get_root (parser));

  return offers;
}
