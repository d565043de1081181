/* byl-pack-read-parts.c: what packs, writers and answers have in common: texts, sources, provenance
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-read-parts.h"

#include "byl-pack-patterns.h"

#include <glib/gi18n.h>

static const BylMember source_members[] = {
  { "title", TRUE }, { "url", FALSE }, { "license", FALSE }, { "retrieved", FALSE },
  { NULL, FALSE },
};

static const BylMember provenance_members[] = {
  { "kind", TRUE }, { "date", FALSE }, { "provider", FALSE }, { "requested_model", FALSE },
  { "reported_model", FALSE }, { "system", FALSE }, { "parameters", FALSE }, { "tokens", FALSE },
  { "seconds", FALSE }, { "source", FALSE }, { NULL, FALSE },
};

static const BylMember author_members[] = {
  { "name", TRUE }, { "url", FALSE }, { NULL, FALSE },
};

static const BylMember any_members[] = {
  { NULL, FALSE },
};

/* In the order of BylProvenanceKind, from BYL_PROVENANCE_RECORDED on. */
static const char * const provenance_kinds[] = {
  "recorded", "pasted", "imported", "illustrative", NULL,
};

static void
read_languages (BylReading   *reading,
                JsonObject   *texts,
                BylLocalized *localized)
{
  JsonObjectIter iter;
  const char *tag;
  JsonNode *node;

  if (json_object_get_size (texts) == 0)
    byl_reading_add (reading, "too-few", NULL,
                     _("“%s” needs a text for at least one language. Add one."),
                     byl_reading_get_name (reading));

  json_object_iter_init_ordered (&iter, texts);
  while (json_object_iter_next_ordered (&iter, &tag, &node))
    {
      const char *text;

      byl_reading_enter_member (reading, tag);
      if (!byl_pattern_is_language_tag (tag))
        byl_reading_add (reading, "bad-pattern", NULL,
                         _("Here a language is named by a tag such as “en” or “pt-BR”."));

      text = byl_reading_text (reading, node, 1, BYL_PACK_MAX_LINE);
      if (text != NULL)
        byl_localized_add (localized, tag, text);
      byl_reading_leave (reading);
    }
}

/* Numbers that were measured when the answer was made: the game does not show them. */
static void
check_measures (BylReading *reading,
                JsonObject *object)
{
  JsonObject *inner;
  gint64 ignored;

  byl_reading_member_text (reading, object, "system", 0, G_MAXUINT);
  byl_reading_amount (reading, object, "seconds");

  inner = byl_reading_member_object (reading, object, "parameters", any_members);
  if (inner != NULL)
    byl_reading_leave (reading);

  inner = byl_reading_member_object (reading, object, "tokens", any_members);
  if (inner == NULL)
    return;

  byl_reading_integer (reading, inner, "input", 0, G_MAXINT64, &ignored);
  byl_reading_integer (reading, inner, "output", 0, G_MAXINT64, &ignored);
  byl_reading_leave (reading);
}

/* A text, or a text for each of several languages; owned by the pack. */
BylLocalized *
byl_pack_read_localized (BylReading *reading,
                         JsonObject *object,
                         const char *name)
{
  JsonNode *node = byl_reading_enter_existing (reading, object, name);
  BylLocalized *localized;

  if (node == NULL)
    return NULL;

  localized = byl_pack_keep_localized (reading->pack, byl_localized_new ());
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      read_languages (reading, json_node_get_object (node), localized);
    }
  else
    {
      const char *text = byl_reading_text (reading, node, 1, BYL_PACK_MAX_LINE);

      if (text != NULL)
        byl_localized_add (localized, "", text);
    }
  byl_reading_leave (reading);

  return localized;
}

/* The member “source”; owned by the pack. */
BylSource *
byl_pack_read_source (BylReading *reading,
                      JsonObject *object)
{
  JsonObject *inner = byl_reading_member_object (reading, object, "source", source_members);
  BylPack *pack = reading->pack;
  BylSource *source;

  if (inner == NULL)
    return NULL;

  source = byl_pack_allocate (pack, 1, sizeof *source);
  source->title = byl_pack_keep (pack, byl_reading_line (reading, inner, "title"));
  source->url = byl_pack_keep (pack, byl_reading_address (reading, inner, "url"));
  source->license =
    byl_pack_keep (pack, byl_reading_member_text (reading, inner, "license", 0, G_MAXUINT));
  source->retrieved = byl_pack_keep (pack, byl_reading_date (reading, inner, "retrieved"));
  byl_reading_leave (reading);

  return source;
}

/* The member “provenance”; owned by the pack. */
BylProvenance *
byl_pack_read_provenance (BylReading *reading,
                          JsonObject *object)
{
  JsonObject *inner = byl_reading_member_object (reading, object, "provenance", provenance_members);
  BylPack *pack = reading->pack;
  BylProvenance *provenance;
  int kind;

  if (inner == NULL)
    return NULL;

  kind = byl_reading_choice (reading, inner, "kind", provenance_kinds);
  provenance = byl_pack_allocate (pack, 1, sizeof *provenance);
  provenance->kind = kind < 0 ? BYL_PROVENANCE_UNKNOWN : BYL_PROVENANCE_RECORDED + (guint) kind;
  provenance->date = byl_pack_keep (pack, byl_reading_date (reading, inner, "date"));
  provenance->provider = byl_pack_keep (pack, byl_reading_line (reading, inner, "provider"));
  provenance->requested_model =
    byl_pack_keep (pack, byl_reading_line (reading, inner, "requested_model"));
  provenance->reported_model =
    byl_pack_keep (pack, byl_reading_line (reading, inner, "reported_model"));
  provenance->source = byl_pack_read_source (reading, inner);
  check_measures (reading, inner);
  byl_reading_leave (reading);

  return provenance;
}

/* The member “authors”, which the game does not show. */
void
byl_pack_read_authors (BylReading *reading,
                       JsonObject *object)
{
  JsonArray *list = byl_reading_list (reading, object, "authors", 0, G_MAXUINT);

  if (list == NULL)
    return;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *author;

      byl_reading_enter_item (reading, i);
      author = byl_reading_object (reading, json_array_get_element (list, i), author_members);
      if (author != NULL)
        {
          byl_reading_line (reading, author, "name");
          byl_reading_address (reading, author, "url");
        }
      byl_reading_leave (reading);
    }
  byl_reading_leave (reading);
}
