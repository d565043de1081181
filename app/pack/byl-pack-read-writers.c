/* byl-pack-read-writers.c: the writers of a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-read-parts.h"

#include "byl-pack-patterns.h"

#include <glib/gi18n.h>

static const BylMember writer_members[] = {
  { "id", TRUE }, { "name", TRUE }, { "maker", FALSE }, { "kind", FALSE }, { "aliases", FALSE },
  { "released", FALSE }, { "summary", FALSE }, { "facts", FALSE }, { "price", FALSE },
  { NULL, FALSE },
};

static const BylMember fact_members[] = {
  { "label", TRUE }, { "value", TRUE }, { "source", FALSE }, { NULL, FALSE },
};

static const BylMember price_members[] = {
  { "input", TRUE }, { "output", TRUE }, { "currency", TRUE }, { "as_of", FALSE }, { NULL, FALSE },
};

/* In the order of BylWriterKind. */
static const char * const writer_kinds[] = {
  "language-model", "program", "human", "voice", NULL,
};

static char **
read_aliases (BylReading *reading,
              JsonObject *object)
{
  JsonArray *list = byl_reading_list (reading, object, "aliases", 0, G_MAXUINT);
  guint n_items = list != NULL ? json_array_get_length (list) : 0;
  char **aliases = byl_pack_allocate (reading->pack, n_items + 1, sizeof *aliases);
  guint n = 0;

  for (guint i = 0; i < n_items; i++)
    {
      const char *alias;

      byl_reading_enter_item (reading, i);
      alias = byl_reading_text (reading, json_array_get_element (list, i), 1, BYL_PACK_MAX_LINE);
      if (alias != NULL)
        aliases[n++] = byl_pack_keep (reading->pack, alias);
      byl_reading_leave (reading);
    }

  if (list != NULL)
    byl_reading_leave (reading);

  return aliases;
}

/* Facts are shown in the guide, not in a game: they are checked only. */
static void
check_facts (BylReading *reading,
             JsonObject *object)
{
  JsonArray *list = byl_reading_list (reading, object, "facts", 0, G_MAXUINT);

  if (list == NULL)
    return;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *fact;

      byl_reading_enter_item (reading, i);
      fact = byl_reading_object (reading, json_array_get_element (list, i), fact_members);
      if (fact != NULL)
        {
          byl_pack_read_localized (reading, fact, "label");
          byl_reading_line (reading, fact, "value");
          byl_pack_read_source (reading, fact);
        }
      byl_reading_leave (reading);
    }
  byl_reading_leave (reading);
}

static void
check_price (BylReading *reading,
             JsonObject *object)
{
  JsonObject *price = byl_reading_member_object (reading, object, "price", price_members);
  const char *currency;

  if (price == NULL)
    return;

  byl_reading_amount (reading, price, "input");
  byl_reading_amount (reading, price, "output");
  byl_reading_date (reading, price, "as_of");

  currency = byl_reading_member_text (reading, price, "currency", 0, G_MAXUINT);
  if (currency != NULL && !byl_pattern_is_currency (currency))
    {
      byl_reading_enter_member (reading, "currency");
      byl_reading_add (reading, "bad-pattern", NULL,
                       _("“%s” must be three capital letters, such as USD or EUR."), "currency");
      byl_reading_leave (reading);
    }
  byl_reading_leave (reading);
}

/* An id that is wrong is entered all the same, so that answers that name it are not called wrong
 * too. */
static void
read_id (BylReading *reading,
         JsonObject *object,
         guint       position)
{
  const char *id = byl_reading_member_text (reading, object, "id", 1, BYL_PACK_MAX_ITEM_ID);
  gpointer earlier;
  char *kept;

  if (id == NULL)
    return;

  byl_reading_enter_member (reading, "id");
  if (!byl_pattern_is_writer_id (id))
    byl_reading_add (reading, "bad-pattern", NULL,
                     _("A writer’s id is made of letters and digits without accents and of . _ : "
                       "/ @ + -, "
                       "and begins with a letter or a digit."));

  kept = byl_pack_keep (reading->pack, id);
  if (g_hash_table_lookup_extended (reading->writers, id, NULL, &earlier))
    {
      /* Translators: an id, and the number of the writer in the list, from 1 */
      byl_reading_add (reading, "duplicate-writer", NULL,
                       _("The id “%s” belongs to writer %u already. Choose another one."),
                       id, GPOINTER_TO_UINT (earlier) + 1);
    }
  else
    {
      g_hash_table_insert (reading->writers, kept, GUINT_TO_POINTER (position));
      g_ptr_array_add (reading->writer_ids, kept);
    }
  byl_reading_leave (reading);

  reading->pack->writers[position].id = kept;
}

static void
read_writer (BylReading *reading,
             JsonNode   *node,
             guint       position)
{
  JsonObject *object = byl_reading_object (reading, node, writer_members);
  BylWriter *writer = &reading->pack->writers[position];
  BylPack *pack = reading->pack;
  int kind;

  if (object == NULL)
    return;

  read_id (reading, object, position);
  kind = byl_reading_choice (reading, object, "kind", writer_kinds);
  writer->kind = kind < 0 ? BYL_WRITER_LANGUAGE_MODEL : (BylWriterKind) kind;
  writer->name = byl_pack_keep (pack, byl_reading_line (reading, object, "name"));
  writer->maker = byl_pack_keep (pack, byl_reading_line (reading, object, "maker"));
  writer->aliases = read_aliases (reading, object);
  writer->released = byl_pack_keep (pack, byl_reading_date (reading, object, "released"));
  writer->summary = byl_pack_read_localized (reading, object, "summary");
  check_facts (reading, object);
  check_price (reading, object);
}

/* The member “writers”. Where it cannot be used at all, answers are not asked who wrote them. */
void
byl_pack_read_writers (BylReading *reading,
                       JsonObject *object)
{
  JsonArray *list = byl_reading_list (reading, object, "writers", 2, BYL_PACK_MAX_WRITERS);
  BylPack *pack = reading->pack;

  if (list == NULL)
    return;

  pack->n_writers = json_array_get_length (list);
  pack->writers = byl_pack_allocate (pack, pack->n_writers, sizeof *pack->writers);
  reading->writers = g_hash_table_new (g_str_hash, g_str_equal);
  reading->writer_ids = g_ptr_array_new ();
  reading->last_answer = g_new0 (guint, pack->n_writers + 1);

  for (guint i = 0; i < pack->n_writers; i++)
    {
      byl_reading_enter_item (reading, i);
      read_writer (reading, json_array_get_element (list, i), i);
      byl_reading_leave (reading);
    }
  g_ptr_array_add (reading->writer_ids, NULL);
  byl_reading_leave (reading);
}
