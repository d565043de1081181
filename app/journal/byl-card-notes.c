/* byl-card-notes.c: an answer's provenance and its author's tells, as kept in the journal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-card-notes.h"

#include "byl-gate.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The words of the pack's format, in the order of the enums; the first stands for any other. */
static const char * const provenance_kinds[] = {
  "unknown", "recorded", "pasted", "imported", "illustrative",
};
static const char * const families[] = { "tone", "uncertainty", "structure" };

static guint
find_word (const char * const *words,
           guint               n_words,
           const char         *word)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;

  return 0;
}

static void
add_text (JsonBuilder *builder,
          const char  *member,
          const char  *text)
{
  if (text == NULL)
    return;

  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static char *
dup_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_dup_string (node);
}

static JsonObject *
get_object (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static char *
print (JsonBuilder *builder)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/* The journal may have been changed by hand: what a parser must not see is not shown to it. */
static JsonNode *
parse (const char *text)
{
  BylProblem *problem;

  if (text == NULL)
    return NULL;

  problem = byl_gate_check (text, strlen (text));
  if (problem != NULL)
    {
      byl_problem_free (problem);
      return NULL;
    }

  return json_from_string (text, NULL);
}

static void
add_source (JsonBuilder     *builder,
            const BylSource *source)
{
  json_builder_set_member_name (builder, "source");
  json_builder_begin_object (builder);
  add_text (builder, "title", source->title);
  add_text (builder, "url", source->url);
  add_text (builder, "license", source->license);
  add_text (builder, "retrieved", source->retrieved);
  json_builder_end_object (builder);
}

static BylSource *
read_source (JsonObject *object)
{
  BylSource *source = g_new0 (BylSource, 1);

  source->title = dup_text (object, "title");
  source->url = dup_text (object, "url");
  source->license = dup_text (object, "license");
  source->retrieved = dup_text (object, "retrieved");

  return source;
}

static void
add_note (JsonBuilder        *builder,
          const BylLocalized *note)
{
  json_builder_set_member_name (builder, "note");
  json_builder_begin_object (builder);
  for (guint i = 0; note->tags[i] != NULL; i++)
    add_text (builder, note->tags[i], note->texts[i]);
  json_builder_end_object (builder);
}

static BylLocalized *
read_note (JsonObject *object)
{
  BylLocalized *note = byl_localized_new ();
  g_autoptr(GList) tags = json_object_get_members (object);

  for (GList *tag = tags; tag != NULL; tag = tag->next)
    {
      g_autofree char *text = dup_text (object, tag->data);

      if (text != NULL)
        byl_localized_add (note, tag->data, text);
    }

  return note;
}

static void
add_tell (JsonBuilder         *builder,
          const BylAuthorTell *tell)
{
  json_builder_begin_object (builder);
  add_text (builder, "family", families[MIN ((guint) tell->family, G_N_ELEMENTS (families) - 1)]);
  add_text (builder, "kind", tell->kind);
  add_text (builder, "quote", tell->quote);
  if (tell->note != NULL)
    add_note (builder, tell->note);
  json_builder_end_object (builder);
}

static BylAuthorTell *
read_tell (JsonObject *object)
{
  BylAuthorTell *tell = g_new0 (BylAuthorTell, 1);
  g_autofree char *family = dup_text (object, "family");
  JsonObject *note = get_object (object, "note");

  tell->family = (BylFamily) find_word (families, G_N_ELEMENTS (families), family);
  tell->kind = dup_text (object, "kind");
  tell->quote = dup_text (object, "quote");
  if (note != NULL)
    tell->note = read_note (note);

  return tell;
}

/**
 * byl_card_notes_print_provenance:
 * @provenance: (nullable): where an answer comes from
 *
 * Returns: (transfer full) (nullable): the same in JSON; %NULL for %NULL
 */
char *
byl_card_notes_print_provenance (const BylProvenance *provenance)
{
  g_autoptr(JsonBuilder) builder = NULL;
  guint kind;

  if (provenance == NULL)
    return NULL;

  kind = (guint) provenance->kind;
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_text (builder, "kind", provenance_kinds[kind < G_N_ELEMENTS (provenance_kinds) ? kind : 0]);
  add_text (builder, "date", provenance->date);
  add_text (builder, "provider", provenance->provider);
  add_text (builder, "requested_model", provenance->requested_model);
  add_text (builder, "reported_model", provenance->reported_model);
  if (provenance->source != NULL)
    add_source (builder, provenance->source);
  json_builder_end_object (builder);

  return print (builder);
}

/**
 * byl_card_notes_parse_provenance:
 * @text: (nullable): what byl_card_notes_print_provenance() returned, or anything
 *
 * Returns: (transfer full) (nullable): the provenance; %NULL where @text holds none
 */
BylProvenance *
byl_card_notes_parse_provenance (const char *text)
{
  g_autoptr(JsonNode) root = parse (text);
  g_autofree char *kind = NULL;
  BylProvenance *provenance;
  JsonObject *object, *source;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;

  object = json_node_get_object (root);
  source = get_object (object, "source");
  kind = dup_text (object, "kind");
  provenance = g_new0 (BylProvenance, 1);
  provenance->kind = (BylProvenanceKind) find_word (provenance_kinds,
                                                    G_N_ELEMENTS (provenance_kinds), kind);
  provenance->date = dup_text (object, "date");
  provenance->provider = dup_text (object, "provider");
  provenance->requested_model = dup_text (object, "requested_model");
  provenance->reported_model = dup_text (object, "reported_model");
  if (source != NULL)
    provenance->source = read_source (source);

  return provenance;
}

/**
 * byl_card_notes_print_tells:
 * @tells: (element-type BylAuthorTell): what the author says gives an answer away
 *
 * Returns: (transfer full) (nullable): the same in JSON; %NULL where there are none
 */
char *
byl_card_notes_print_tells (GPtrArray *tells)
{
  g_autoptr(JsonBuilder) builder = NULL;

  if (tells == NULL || tells->len == 0)
    return NULL;

  builder = json_builder_new ();
  json_builder_begin_array (builder);
  for (guint i = 0; i < tells->len; i++)
    add_tell (builder, g_ptr_array_index (tells, i));
  json_builder_end_array (builder);

  return print (builder);
}

/**
 * byl_card_notes_parse_tells:
 * @text: (nullable): what byl_card_notes_print_tells() returned, or anything
 *
 * Returns: (transfer full) (element-type BylAuthorTell): the tells, as far as @text holds any
 */
GPtrArray *
byl_card_notes_parse_tells (const char *text)
{
  g_autoptr(JsonNode) root = parse (text);
  GPtrArray *tells = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_author_tell_free);
  JsonArray *array;

  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root))
    return tells;

  array = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        g_ptr_array_add (tells, read_tell (json_node_get_object (node)));
    }

  return tells;
}
