/* byl-pack-read-head.c: what a pack says of itself before its writers and questions
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-read-parts.h"

#include "byl-pack-patterns.h"

#include <glib/gi18n.h>

static char *
read_pack_id (BylReading *reading,
              JsonObject *object)
{
  const char *id = byl_reading_member_text (reading, object, "id", 0, BYL_PACK_MAX_ID);

  if (id == NULL || byl_pattern_is_pack_id (id))
    return byl_pack_keep (reading->pack, id);

  byl_reading_enter_member (reading, "id");
  byl_reading_add (reading, "bad-pattern", NULL,
                   _("A pack’s id is made of small letters a to z and digits, with single points "
                     "or "
                     "hyphens between them."));
  byl_reading_leave (reading);

  return NULL;
}

static char *
read_language (BylReading *reading,
               JsonObject *object)
{
  const char *tag = byl_reading_member_text (reading, object, "language", 0, G_MAXUINT);

  if (tag == NULL || byl_pattern_is_language_tag (tag))
    return byl_pack_keep (reading->pack, tag);

  byl_reading_enter_member (reading, "language");
  byl_reading_add (reading, "bad-pattern", NULL,
                   _("Here a language is named by a tag such as “en” or “pt-BR”."));
  byl_reading_leave (reading);

  return NULL;
}

/* The members from “id” to “source”, which a recipe has as well: it is what its pack will say. */
void
byl_pack_read_head (BylReading *reading,
                    JsonObject *object)
{
  BylPack *pack = reading->pack;
  gint64 revision = 1;

  byl_reading_member_text (reading, object, "$schema", 0, G_MAXUINT);
  byl_reading_integer (reading, object, "revision", 1, G_MAXINT32, &revision);
  pack->id = read_pack_id (reading, object);
  pack->revision = (guint) revision;
  pack->title = byl_pack_read_localized (reading, object, "title");
  pack->summary = byl_pack_read_localized (reading, object, "summary");
  pack->language = read_language (reading, object);
  pack->license =
    byl_pack_keep (pack, byl_reading_member_text (reading, object, "license", 0, G_MAXUINT));
  byl_pack_read_authors (reading, object);
  pack->source = byl_pack_read_source (reading, object);
}
