/* byl-catalogue-line.c: what a list of packs says of one, read from its place in the JSON
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-line.h"

#include "byl-pack-patterns.h"
#include "byl-pack-read-parts.h"
#include "byl-web-reading.h"

#include <glib/gi18n.h>

#define MAX_LIST 1000u /* languages or writers of one pack */

static const BylMember entry_members[] = {
  { "id", TRUE }, { "revision", FALSE }, { "title", TRUE }, { "summary", FALSE },
  { "languages", TRUE }, { "writers", TRUE }, { "questions", TRUE }, { "size", FALSE },
  { "license", FALSE }, { "license_note", FALSE }, { "source", FALSE }, { "requirement", FALSE },
  { "recipe", FALSE }, { "pack", FALSE }, { NULL, FALSE },
};

static const BylMember remote_members[] = {
  { "address", TRUE }, { "sha256", FALSE }, { "size", FALSE }, { NULL, FALSE },
};

/* The id of the pack, or the name of a recipe that comes with the program: no path. */
static char *
read_id (BylReading *reading,
         JsonObject *object,
         const char *name)
{
  const char *id = byl_reading_member_text (reading, object, name, 0, BYL_PACK_MAX_ID);

  if (id == NULL || byl_pattern_is_pack_id (id))
    return byl_pack_keep (reading->pack, id);

  byl_reading_enter_member (reading, name);
  byl_reading_add (reading, "bad-pattern", NULL,
                   _("“%s” is made of small letters a to z and digits, with single points or "
                     "hyphens between them."),
                   name);
  byl_reading_leave (reading);

  return NULL;
}

/* A list of short texts; never NULL. */
static char **
read_texts (BylReading *reading,
            JsonObject *object,
            const char *name,
            gboolean    are_tags)
{
  JsonArray *list = byl_reading_list (reading, object, name, 1, MAX_LIST);
  guint length = list != NULL ? json_array_get_length (list) : 0;
  char **texts = byl_pack_allocate (reading->pack, length + 1, sizeof *texts);
  guint n = 0;

  for (guint i = 0; i < length; i++)
    {
      const char *text;

      byl_reading_enter_item (reading, i);
      text = byl_reading_text (reading, json_array_get_element (list, i), 1, BYL_PACK_MAX_LINE);
      if (text != NULL && are_tags && !byl_pattern_is_language_tag (text))
        byl_reading_add (reading, "bad-pattern", NULL,
                         _("Here a language is named by a tag such as “en” or “pt-BR”."));
      else if (text != NULL)
        texts[n++] = byl_pack_keep (reading->pack, text);
      byl_reading_leave (reading);
    }

  if (list != NULL)
    byl_reading_leave (reading);

  return texts;
}

/* A file at an address. */
static void
read_remote (BylReading       *reading,
             JsonObject       *object,
             const char       *name,
             BylCatalogueLine *line)
{
  JsonObject *remote = byl_reading_member_object (reading, object, name, remote_members);
  gint64 size = 0;

  if (remote == NULL)
    return;

  line->address = byl_pack_keep (reading->pack, byl_web_reading_address (reading, remote));
  line->sha256 = byl_pack_keep (reading->pack, byl_web_reading_sha256 (reading, remote));
  byl_reading_integer (reading, remote, "size", 0, BYL_GATE_MAX_BYTES, &size);
  line->file_size = (guint64) size;
  byl_reading_leave (reading);
}

/* What the line leads to: exactly one thing. */
static void
read_kind (BylReading       *reading,
           JsonObject       *object,
           BylCatalogueLine *line)
{
  JsonNode *recipe = json_object_get_member (object, "recipe");
  JsonNode *pack = json_object_get_member (object, "pack");

  if ((recipe == NULL) == (pack == NULL))
    {
      byl_reading_add (reading, "bad-choice", NULL,
                       _("An entry needs either “recipe” or “pack”, and not both: say where the "
                         "pack comes from."));
      return;
    }

  if (pack != NULL)
    {
      line->kind = BYL_CATALOGUE_PACK;
      read_remote (reading, object, "pack", line);
    }
  else if (JSON_NODE_HOLDS_VALUE (recipe))
    {
      line->kind = BYL_CATALOGUE_SHIPPED_RECIPE;
      line->recipe = read_id (reading, object, "recipe");
    }
  else
    {
      line->kind = BYL_CATALOGUE_RECIPE;
      read_remote (reading, object, "recipe", line);
    }
}

static void
read_numbers (BylReading       *reading,
              JsonObject       *object,
              BylCatalogueLine *line)
{
  gint64 revision = 1;
  gint64 n_questions = 0;
  gint64 size = 0;

  byl_reading_integer (reading, object, "revision", 1, G_MAXINT32, &revision);
  byl_reading_integer (reading, object, "questions", 1, BYL_PACK_MAX_QUESTIONS, &n_questions);
  byl_reading_integer (reading, object, "size", 0, G_MAXINT64, &size);
  line->revision = (guint) revision;
  line->n_questions = (guint) n_questions;
  line->size = (guint64) size;
}

/* An entry of the list; NULL where it is no object at all. */
BylCatalogueLine *
byl_catalogue_line_read (BylReading *reading,
                         JsonNode   *node)
{
  JsonObject *object = byl_reading_object (reading, node, entry_members);
  BylCatalogueLine *line;

  if (object == NULL)
    return NULL;

  line = byl_pack_allocate (reading->pack, 1, sizeof *line);
  line->id = read_id (reading, object, "id");
  line->title = byl_pack_read_localized (reading, object, "title");
  line->summary = byl_pack_read_localized (reading, object, "summary");
  line->languages = read_texts (reading, object, "languages", TRUE);
  line->writers = read_texts (reading, object, "writers", FALSE);
  read_numbers (reading, object, line);
  line->license =
    byl_pack_keep (reading->pack, byl_reading_line (reading, object, "license"));
  line->license_note = byl_pack_read_localized (reading, object, "license_note");
  line->source = byl_pack_read_source (reading, object);
  line->requirement = byl_pack_read_localized (reading, object, "requirement");
  read_kind (reading, object, line);
  if (line->size == 0 && line->kind == BYL_CATALOGUE_PACK)
    line->size = line->file_size;

  return line;
}
