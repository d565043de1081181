/* byl-recipe-recognise.c: whether a file is one that a recipe is for
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recipe.h"

#include "byl-archive.h"
#include "byl-recipe-private.h"
#include "byl-csv.h"

#include <string.h>

/* Members of an archive that are looked at. */
#define MAX_MEMBERS 64u

/* What a record has to have; the rest is there or not. */
static const BylRecipeField needed[] = {
  BYL_FIELD_QUESTION, BYL_FIELD_PROMPT, BYL_FIELD_WRITER, BYL_FIELD_ANSWER,
};

/* How many members the names of which are known a path goes through. */
static guint
count_names (const BylRecipePath *path)
{
  guint n = 0;

  for (guint i = 0; path != NULL && i < path->n_steps; i++)
    n += !path->steps[i].any && path->steps[i].item == G_MAXUINT;

  return n;
}

/* How particular the recipe's shape is: the more names a file must have, the surer it is. */
guint
byl_recipe_get_rank (const BylRecipe *self)
{
  guint rank = 0;

  for (guint i = 0; i < self->readings->len; i++)
    {
      const BylRecipeReading *reading = g_ptr_array_index (self->readings, i);
      guint n = 2 * count_names (reading->records);

      for (guint j = 0; j < G_N_ELEMENTS (needed); j++)
        {
          const GArray *values = reading->fields[needed[j]];

          if (values != NULL)
            n += 2 * count_names (g_array_index (values, BylRecipeValue, 0).path);
        }
      rank = MAX (rank, n + (reading->min_columns > 0));
    }

  return rank;
}

/* Whether the text has a member of that name: quoted, and a colon after it. */
static gboolean
has_member (const char *head,
            gsize       length,
            const char *name)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", name);
  gsize quoted_length = strlen (quoted);
  const char *end = head + length;
  const char *at = head;

  while ((at = g_strstr_len (at, end - at, quoted)) != NULL)
    {
      at += quoted_length;
      while (at < end && g_ascii_isspace (*at))
        at++;
      if (at < end && *at == ':')
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_path (const BylRecipePath *path,
          const char          *head,
          gsize                length)
{
  for (guint i = 0; path != NULL && i < path->n_steps; i++)
    if (!path->steps[i].any && path->steps[i].item == G_MAXUINT &&
        !has_member (head, length, path->steps[i].member))
      return FALSE;

  return TRUE;
}

/* Where one thing may stand in several places, one of them is enough. */
static gboolean
has_values (const GArray *values,
            const char   *head,
            gsize         length)
{
  for (guint i = 0; i < values->len; i++)
    {
      const BylRecipeValue *value = &g_array_index (values, BylRecipeValue, i);

      if (has_path (value->path, head, length) && has_path (value->where, head, length) &&
          has_path (value->take, head, length))
        return TRUE;
    }

  return FALSE;
}

/* Whether the heads of a table's columns have one that is meant; numbers mean any column, and what
 * is not a column's name is no matter of the heads. */
static gboolean
has_column (const GArray *values,
            GPtrArray    *cells)
{
  gboolean named = FALSE;

  for (guint i = 0; i < values->len; i++)
    {
      const BylRecipePath *path = g_array_index (values, BylRecipeValue, i).path;

      if (path == NULL || path->name || path->n_steps == 0 || path->steps[0].any ||
          path->steps[0].item != G_MAXUINT)
        continue;

      named = TRUE;
      for (guint j = 0; j < cells->len; j++)
        {
          g_autofree char *folded = byl_recipe_path_fold (g_ptr_array_index (cells, j));

          if (g_str_equal (folded, path->steps[0].folded))
            return TRUE;
        }
    }

  return !named;
}

/* A head may end in the middle of a row, and of a character. */
static gboolean
fits_table (const BylRecipeReading *reading,
            const char             *head,
            gsize                   length)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const char *valid_end;
  BylCsv table;

  g_utf8_validate (head, (gssize) length, &valid_end);
  if (length - (gsize) (valid_end - head) > 3 ||
      !byl_csv_init (&table, head, (gsize) (valid_end - head), NULL) ||
      !byl_csv_next (&table, cells, NULL) || cells->len < MAX (reading->min_columns, 2))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (reading->fields[needed[i]] != NULL && !has_column (reading->fields[needed[i]], cells))
      return FALSE;

  return TRUE;
}

/* Whether what a file begins with has the names that the reading looks for. */
gboolean
byl_recipe_reading_fits (const BylRecipeReading *self,
                         const char             *head,
                         gsize                   length)
{
  if (self->format == BYL_DATA_CSV)
    return fits_table (self, head, length);

  if (!has_path (self->records, head, length))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (self->fields[needed[i]] != NULL && !has_values (self->fields[needed[i]], head, length))
      return FALSE;

  return TRUE;
}

static gboolean
recognise_plain (const BylRecipe *self,
                 const char      *name,
                 GBytes          *head)
{
  gsize length;
  const char *data = g_bytes_get_data (head, &length);

  for (guint i = 0; length > 0 && i < self->readings->len; i++)
    {
      const BylRecipeReading *reading = g_ptr_array_index (self->readings, i);

      for (guint j = 0; reading->files[j] != NULL; j++)
        if (byl_recipe_glob_matches (reading->files[j], name) &&
            byl_recipe_reading_fits (reading, data, length))
          return TRUE;
    }

  return FALSE;
}

/* As far as the head can be decoded: its end is cut. */
static gboolean
recognise_archive (const BylRecipe *self,
                   const char      *name,
                   GBytes          *head)
{
  g_autoptr(BylArchive) archive = byl_archive_open_bytes (head, name, NULL);
  const char *path;

  for (guint i = 0;
       archive != NULL && i < MAX_MEMBERS && byl_archive_next (archive, &path, NULL);
       i++)
    {
      g_autoptr(GBytes) inner = NULL;

      if (byl_recipe_find_reading (self, path) == NULL)
        continue;

      inner = byl_archive_read_head (archive, BYL_RECIPE_HEAD);
      if (recognise_plain (self, path, inner))
        return TRUE;
    }

  return FALSE;
}

/**
 * byl_recipe_recognises:
 * @self: a recipe
 * @name: what the file is called, with or without its folders
 * @head: what it begins with; %BYL_RECIPE_HEAD bytes are enough, fewer may be too few
 *
 * Looks whether a file is one that the recipe is for, by its name and by the names in it. This is
 * quick, and nothing is parsed; an archive is looked into.
 *
 * Returns: whether it is, as far as one can see
 */
gboolean
byl_recipe_recognises (const BylRecipe *self,
                       const char      *name,
                       GBytes          *head)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (head, &length);

  if (length > 0 && byl_archive_is (name, data, length))
    return recognise_archive (self, name, head);

  return recognise_plain (self, name, head);
}
