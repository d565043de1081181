/* byl-recipe.c: how a published set of answers becomes a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recipe.h"

#include "byl-pack-private.h"
#include "byl-recipe-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (BylRecipe, byl_recipe, byl_recipe_ref, byl_recipe_unref)

static void
clear_value (gpointer data)
{
  BylRecipeValue *value = data;

  byl_recipe_path_free (value->path);
  byl_recipe_path_free (value->where);
  byl_recipe_path_free (value->take);
  g_free (value->is);
  g_free (value->constant);
}

/* For the reader: an empty recipe, to be filled before anyone else sees it. */
BylRecipe *
byl_recipe_new (void)
{
  BylRecipe *self = g_new0 (BylRecipe, 1);

  g_atomic_ref_count_init (&self->references);
  self->head = byl_pack_new ();
  self->file_places = g_hash_table_new (g_str_hash, g_str_equal);
  self->readings = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_recipe_reading_free);
  self->writers = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_recipe_writer_free);
  self->sources = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

/* For the reader: a list of BylRecipeValue. */
GArray *
byl_recipe_values_new (void)
{
  GArray *values = g_array_new (FALSE, TRUE, sizeof (BylRecipeValue));

  g_array_set_clear_func (values, clear_value);

  return values;
}

void
byl_recipe_reading_free (BylRecipeReading *self)
{
  g_strfreev (self->files);
  g_strfreev (self->except);
  byl_recipe_path_free (self->records);
  for (guint i = 0; i < BYL_N_FIELDS; i++)
    g_clear_pointer (&self->fields[i], g_array_unref);
  g_free (self);
}

void
byl_recipe_writer_free (BylRecipeWriter *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->known);
  g_free (self->maker);
  g_free (self->kind);
  g_free (self->released);
  g_strfreev (self->aliases);
  g_strfreev (self->from);
  g_free (self);
}

/* The writer whom the data call so; NULL where the recipe says nothing of them. */
const BylRecipeWriter *
byl_recipe_find_writer (const BylRecipe *self,
                        const char      *source)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->sources, source));

  return place > 0 ? g_ptr_array_index (self->writers, place - 1) : NULL;
}

/* Whether a writer is kept where nobody says whom to keep; NULL is one whom it says nothing of. */
gboolean
byl_recipe_keeps (const BylRecipe       *self,
                  const BylRecipeWriter *writer)
{
  switch (self->keep)
    {
    case BYL_KEEP_MARKED:
      return writer != NULL && writer->keep;
    case BYL_KEEP_LISTED:
      return writer != NULL;
    case BYL_KEEP_ALL:
    default:
      return TRUE;
    }
}

/* The file that lies at a path, or at the end of a longer one; NULL where the recipe has none. */
const BylRecipeFile *
byl_recipe_find_file (const BylRecipe *self,
                      const char      *path)
{
  while (path != NULL)
    {
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->file_places, path));

      if (place > 0)
        return &self->files[place - 1];

      path = strchr (path, '/');
      if (path != NULL)
        path++;
    }

  return NULL;
}

/* How the file at a path is read; NULL where the recipe has no use for it. */
const BylRecipeReading *
byl_recipe_find_reading (const BylRecipe *self,
                         const char      *path)
{
  for (guint i = 0; i < self->readings->len; i++)
    {
      const BylRecipeReading *reading = g_ptr_array_index (self->readings, i);

      for (guint j = 0; reading->files[j] != NULL; j++)
        if (byl_recipe_glob_matches (reading->files[j], path))
          return reading;
    }

  return NULL;
}

/**
 * byl_recipe_ref:
 * @self: a recipe
 *
 * Returns: (transfer full): @self, with one more owner
 */
BylRecipe *
byl_recipe_ref (BylRecipe *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * byl_recipe_unref:
 * @self: (transfer full): a recipe
 *
 * Gives up one share in the recipe; the last one frees it and all that its getters returned.
 */
void
byl_recipe_unref (BylRecipe *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_hash_table_unref (self->file_places);
  g_ptr_array_unref (self->readings);
  g_hash_table_unref (self->sources);
  g_ptr_array_unref (self->writers);
  g_strfreev (self->marks);
  byl_pack_unref (self->head);
  g_free (self);
}

/**
 * byl_recipe_get_id:
 * @self: a recipe
 *
 * Returns: the name of the recipe for good, which its pack has as well
 */
const char *
byl_recipe_get_id (const BylRecipe *self)
{
  return byl_pack_get_id (self->head);
}

/**
 * byl_recipe_get_revision:
 * @self: a recipe
 *
 * Returns: the revision, at least 1
 */
guint
byl_recipe_get_revision (const BylRecipe *self)
{
  return byl_pack_get_revision (self->head);
}

/**
 * byl_recipe_get_title:
 * @self: a recipe
 *
 * Returns: the title, in the language of the player where the recipe has it
 */
const char *
byl_recipe_get_title (const BylRecipe *self)
{
  return byl_pack_get_title (self->head);
}

/**
 * byl_recipe_get_summary:
 * @self: a recipe
 *
 * Returns: (nullable): the summary, in the language of the player where the recipe has it
 */
const char *
byl_recipe_get_summary (const BylRecipe *self)
{
  return byl_pack_get_summary (self->head);
}

/**
 * byl_recipe_get_language:
 * @self: a recipe
 *
 * Returns: the BCP 47 tag of the language of prompts and answers
 */
const char *
byl_recipe_get_language (const BylRecipe *self)
{
  return byl_pack_get_language (self->head);
}

/**
 * byl_recipe_get_license:
 * @self: a recipe
 *
 * Returns: (nullable): the SPDX licence expression of what is published: that of the recipe, else
 *   that of its source
 */
const char *
byl_recipe_get_license (const BylRecipe *self)
{
  const BylSource *source = byl_pack_get_source (self->head);
  const char *license = byl_pack_get_license (self->head);

  return license == NULL && source != NULL ? source->license : license;
}

/**
 * byl_recipe_get_source_title:
 * @self: a recipe
 *
 * Returns: (nullable): title of what is published; %NULL for a generic recipe
 */
const char *
byl_recipe_get_source_title (const BylRecipe *self)
{
  const BylSource *source = byl_pack_get_source (self->head);

  return source != NULL ? source->title : NULL;
}

/**
 * byl_recipe_get_source_address:
 * @self: a recipe
 *
 * Returns: (nullable): where people can read about what is published
 */
const char *
byl_recipe_get_source_address (const BylRecipe *self)
{
  const BylSource *source = byl_pack_get_source (self->head);

  return source != NULL ? source->url : NULL;
}

/**
 * byl_recipe_is_generic:
 * @self: a recipe
 *
 * Returns: whether the recipe is of a shape that anybody's files may have, so that the pack is
 *   named after the first of them
 */
gboolean
byl_recipe_is_generic (const BylRecipe *self)
{
  return self->generic;
}

/**
 * byl_recipe_get_n_files:
 * @self: a recipe
 *
 * Returns: how many files it names; 0 where it takes whatever files have its shape
 */
guint
byl_recipe_get_n_files (const BylRecipe *self)
{
  return self->n_files;
}

/**
 * byl_recipe_get_file:
 * @self: a recipe
 * @position: which file, less than byl_recipe_get_n_files()
 *
 * Returns: the file
 */
const BylRecipeFile *
byl_recipe_get_file (const BylRecipe *self,
                     guint            position)
{
  g_return_val_if_fail (position < self->n_files, NULL);

  return &self->files[position];
}

/**
 * byl_recipe_get_size:
 * @self: a recipe
 *
 * Returns: bytes of all its files; 0 where that of some is not known
 */
guint64
byl_recipe_get_size (const BylRecipe *self)
{
  return self->size;
}
