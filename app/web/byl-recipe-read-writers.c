/* byl-recipe-read-writers.c: whom a recipe knows, and by which names
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recipe-read-parts.h"

#include "byl-pack-patterns.h"
#include "byl-writer-id.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_NAMES 256u

static const BylMember writer_members[] = {
  { "name", TRUE }, { "id", FALSE }, { "known", FALSE }, { "maker", FALSE }, { "kind", FALSE },
  { "released", FALSE }, { "aliases", FALSE }, { "from", FALSE }, { "keep", FALSE },
  { NULL, FALSE },
};

static const char * const kinds[] = { "language-model", "program", "human", "voice", NULL };

/* In the order of BylRecipeKeep. */
static const char * const keeps[] = { "all", "listed", "marked", NULL };

/* What the data call a writer must be the name of one only. */
static void
claim (BylReading *reading,
       BylRecipe  *recipe,
       char       *source,
       guint       position)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (recipe->sources, source));

  if (place == 0)
    g_hash_table_insert (recipe->sources, source, GUINT_TO_POINTER (position + 1));
  else if (place != position + 1)
    /* Translators: a name, and the number of the writer in the list, from 1 */
    byl_reading_add (reading, "duplicate-name", NULL,
                     _("“%s” is a name of writer %u already. Take one of them out."),
                     source, place);
}

static char *
read_id (BylReading *reading,
         JsonObject *object,
         const char *name)
{
  const char *id = byl_reading_member_text (reading, object, "id", 1, BYL_PACK_MAX_ITEM_ID);

  if (id == NULL)
    return name != NULL ? byl_writer_id_make (name) : NULL;

  if (!byl_pattern_is_writer_id (id))
    {
      byl_reading_enter_member (reading, "id");
      byl_reading_add (reading, "bad-pattern", NULL,
                       _("A writer’s id is made of letters and digits without accents and of . _ : "
                         "/ @ + -, "
                         "and begins with a letter or a digit."));
      byl_reading_leave (reading);
    }

  return g_strdup (id);
}

static void
check_id (BylReading            *reading,
          BylRecipe             *recipe,
          const BylRecipeWriter *writer)
{
  for (guint i = 0; i < recipe->writers->len && writer->id != NULL; i++)
    {
      const BylRecipeWriter *other = g_ptr_array_index (recipe->writers, i);

      if (g_strcmp0 (other->id, writer->id) == 0)
        {
          byl_reading_add (reading, "duplicate-writer", NULL,
                           _("The id “%s” belongs to writer %u already. Choose another one."),
                           writer->id, i + 1);
          return;
        }
    }
}

static void
claim_names (BylReading      *reading,
             BylRecipe       *recipe,
             BylRecipeWriter *writer,
             guint            position)
{
  for (guint i = 0; writer->from[i] != NULL; i++)
    claim (reading, recipe, writer->from[i], position);
  if (writer->name != NULL && *writer->from == NULL)
    claim (reading, recipe, writer->name, position);
}

static void
read_writer (BylReading *reading,
             JsonNode   *node,
             BylRecipe  *recipe)
{
  JsonObject *object = byl_reading_object (reading, node, writer_members);
  BylRecipeWriter *writer = g_new0 (BylRecipeWriter, 1);
  int kind;

  /* One that cannot be read keeps its place, for the numbers in messages. */
  if (object == NULL)
    {
      writer->aliases = g_new0 (char *, 1);
      writer->from = g_new0 (char *, 1);
      g_ptr_array_add (recipe->writers, writer);
      return;
    }

  writer->name = g_strdup (byl_reading_line (reading, object, "name"));
  writer->id = read_id (reading, object, writer->name);
  writer->known = g_strdup (byl_reading_line (reading, object, "known"));
  writer->maker = g_strdup (byl_reading_line (reading, object, "maker"));
  kind = byl_reading_choice (reading, object, "kind", kinds);
  writer->kind = kind < 0 ? NULL : g_strdup (kinds[kind]);
  writer->released = g_strdup (byl_reading_date (reading, object, "released"));
  writer->aliases = byl_recipe_read_texts (reading, object, "aliases", 0, MAX_NAMES);
  writer->from = byl_recipe_read_texts (reading, object, "from", 1, MAX_NAMES);
  writer->keep = byl_recipe_read_boolean (reading, object, "keep");

  check_id (reading, recipe, writer);
  g_ptr_array_add (recipe->writers, writer);
  claim_names (reading, recipe, writer, recipe->writers->len - 1);
}

static void
check_keep (BylReading *reading,
            JsonObject *object,
            BylRecipe  *recipe)
{
  int keep = byl_reading_choice (reading, object, "keep", keeps);
  guint n_kept = 0;

  recipe->keep = keep < 0 ? BYL_KEEP_ALL : (BylRecipeKeep) keep;
  for (guint i = 0; i < recipe->writers->len; i++)
    n_kept += byl_recipe_keeps (recipe, g_ptr_array_index (recipe->writers, i));

  if (recipe->keep != BYL_KEEP_ALL && n_kept < 2)
    {
      byl_reading_enter_member (reading, "keep");
      byl_reading_add (reading, "too-few", NULL,
                       _("A pack needs two writers at least, and fewer are kept here. List more, "
                         "or mark more with “keep”."));
      byl_reading_leave (reading);
    }
}

/* The members “writers” and “keep”. */
void
byl_recipe_read_writers (BylReading *reading,
                         JsonObject *object,
                         BylRecipe  *recipe)
{
  JsonArray *list = byl_reading_list (reading, object, "writers", 0, BYL_PACK_MAX_WRITERS);

  if (list != NULL)
    {
      for (guint i = 0; i < json_array_get_length (list); i++)
        {
          byl_reading_enter_item (reading, i);
          read_writer (reading, json_array_get_element (list, i), recipe);
          byl_reading_leave (reading);
        }
      byl_reading_leave (reading);
    }

  check_keep (reading, object, recipe);
}
