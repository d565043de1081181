/* byl-import-writers.c: who wrote what is imported, and who of them is kept
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import-private.h"

#include "byl-error.h"
#include "byl-known-facts.h"
#include "byl-text.h"
#include "byl-writer-id.h"

#include <glib/gi18n.h>

/* Names that are listed in an error. */
#define MAX_LISTED 40u

/* Nobody can choose among more, and a table of numbers must not become as many writers. */
#define MAX_FOUND 5000u

static gboolean
is_same (const char *one,
         const char *other)
{
  g_autofree char *folded = byl_text_fold (one);
  g_autofree char *other_folded = byl_text_fold (other);

  return g_str_equal (folded, other_folded);
}

static gboolean
was_asked_for (const BylImport      *self,
               const BylFoundWriter *writer,
               const char           *source)
{
  for (guint i = 0; self->only[i] != NULL; i++)
    if (is_same (self->only[i], writer->name) || is_same (self->only[i], writer->id) ||
        is_same (self->only[i], source))
      return TRUE;

  return FALSE;
}

static void
index_name (GHashTable *index,
            const char *name,
            guint       place)
{
  char *folded = byl_text_fold (name);

  if (g_hash_table_contains (index, folded))
    g_free (folded);
  else
    g_hash_table_insert (index, folded, GUINT_TO_POINTER (place + 1));
}

/* Makes known models ready to be found by their names. */
void
byl_import_index_known (BylImport *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->aliases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->known->len; i++)
    {
      const BylKnownWriter *known = g_ptr_array_index (self->known, i);

      index_name (self->names, known->name, i);
      index_name (self->names, known->id, i);
      for (guint j = 0; known->aliases[j] != NULL; j++)
        index_name (self->aliases, known->aliases[j], i);
    }
}

/* The known model of that id, or else of that name. The aliases of a model may be those of its
 * whole family, which has the same maker: they do not say that it is the very one. */
static guint
find_known (const BylImport *self,
            const char      *name,
            const char      *id,
            gboolean        *exact)
{
  g_autofree char *folded = byl_text_fold (id != NULL ? id : name);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, folded));

  *exact = place > 0;
  if (place == 0 && id == NULL)
    place = GPOINTER_TO_UINT (g_hash_table_lookup (self->aliases, folded));

  return place > 0 ? place - 1 : BYL_IMPORT_NONE;
}

static gboolean
is_taken (const BylImport *self,
          const char      *id)
{
  for (guint i = 0; i < self->writers->len; i++)
    {
      const BylFoundWriter *other = g_ptr_array_index (self->writers, i);

      if (g_str_equal (other->id, id))
        return TRUE;
    }

  for (guint i = 0; i < self->recipe->writers->len; i++)
    {
      const BylRecipeWriter *listed = g_ptr_array_index (self->recipe->writers, i);

      if (g_str_equal (listed->id, id))
        return TRUE;
    }

  return FALSE;
}

static char *
make_id (const BylImport *self,
         const char      *name)
{
  g_autofree char *id = byl_writer_id_make (name);
  char *free_id = g_strdup (id);

  for (guint n = 2; is_taken (self, free_id); n++)
    {
      g_free (free_id);
      free_id = g_strdup_printf ("%s-%u", id, n);
    }

  return free_id;
}

/* Two names of one model, or two spellings, are one writer. */
static guint
find_same (const BylImport       *self,
           const BylRecipeWriter *listed,
           guint                  known,
           gboolean               exact)
{
  for (guint i = 0; i < self->writers->len; i++)
    {
      const BylFoundWriter *writer = g_ptr_array_index (self->writers, i);

      if ((listed != NULL && writer->listed == listed) ||
          (listed == NULL && writer->listed == NULL && exact && writer->exact &&
           writer->known == known))
        return i;
    }

  return BYL_IMPORT_NONE;
}

static guint
add_writer (BylImport             *self,
            const BylRecipeWriter *listed,
            guint                  known,
            gboolean               exact,
            const char            *source)
{
  BylFoundWriter *writer = g_new0 (BylFoundWriter, 1);

  writer->listed = listed;
  writer->known = known;
  writer->exact = exact;
  if (listed != NULL)
    {
      writer->name = g_strdup (listed->name);
      writer->id = g_strdup (listed->id);
    }
  else if (exact)
    {
      const BylKnownWriter *model = g_ptr_array_index (self->known, known);

      writer->name = g_strdup (model->name);
      writer->id = make_id (self, model->name);
    }
  else
    {
      writer->name = g_strdup (source);
      writer->id = make_id (self, source);
    }
  writer->kept = self->only != NULL ? was_asked_for (self, writer, source)
                                    : self->keep_all || byl_recipe_keeps (self->recipe, listed);
  g_ptr_array_add (self->writers, writer);

  return self->writers->len - 1;
}

/* The place of the writer whom the data call so; BYL_IMPORT_NONE where it is no name. */
guint
byl_import_find_writer (BylImport  *self,
                        const char *source)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->sources, source));
  const BylRecipeWriter *listed;
  gboolean exact;
  guint known;

  if (place > 0)
    return place - 1;

  if (*source == '\0' || g_utf8_strlen (source, -1) > BYL_PACK_MAX_LINE ||
      g_hash_table_size (self->sources) >= MAX_FOUND)
    return BYL_IMPORT_NONE;

  listed = byl_recipe_find_writer (self->recipe, source);
  known = find_known (self, listed != NULL ? listed->name : source,
                      listed != NULL ? listed->known : NULL, &exact);
  place = find_same (self, listed, known, exact);
  if (place == BYL_IMPORT_NONE)
    place = add_writer (self, listed, known, exact, source);
  g_hash_table_insert (self->sources, g_string_chunk_insert (self->strings, source),
                       GUINT_TO_POINTER (place + 1));

  return place;
}

/* The names of those who can be asked for, in one line. */
static char *
list_found (const BylImport *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->writers->len && i < MAX_LISTED; i++)
    {
      const BylFoundWriter *writer = g_ptr_array_index (self->writers, i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", writer->name);
    }
  if (self->writers->len > MAX_LISTED)
    g_string_append (names, ", …");

  return g_string_free (names, FALSE);
}

static gboolean
was_found (const BylImport *self,
           const char      *name)
{
  for (guint i = 0; i < self->writers->len; i++)
    {
      const BylFoundWriter *writer = g_ptr_array_index (self->writers, i);

      if (is_same (name, writer->name) || is_same (name, writer->id))
        return TRUE;
    }

  return g_hash_table_contains (self->sources, name);
}

/* Whether all that were asked for are there, and enough of them. */
gboolean
byl_import_check_writers (BylImport  *self,
                          GError    **error)
{
  g_autofree char *names = list_found (self);
  guint n_kept = 0;

  for (guint i = 0; self->only != NULL && self->only[i] != NULL; i++)
    if (!was_found (self, self->only[i]))
      {
        g_set_error (error, BYL_ERROR, BYL_ERROR_IMPORT,
                     /* Translators: a name, and a list of names */
                     _("Nothing in these files is by “%s”. Choose among these: %s."),
                     self->only[i], names);
        return FALSE;
      }

  for (guint i = 0; i < self->writers->len; i++)
    {
      const BylFoundWriter *writer = g_ptr_array_index (self->writers, i);

      n_kept += writer->kept;
    }

  if (n_kept >= 2 && n_kept <= BYL_PACK_MAX_WRITERS)
    return TRUE;

  if (n_kept > BYL_PACK_MAX_WRITERS)
    g_set_error (error, BYL_ERROR, BYL_ERROR_IMPORT,
                 _("There are %u writers in these files, and a pack has %u at most. Choose whom to "
                   "keep."),
                 n_kept, BYL_PACK_MAX_WRITERS);
  else if (self->writers->len == 0)
    g_set_error_literal (error, BYL_ERROR, BYL_ERROR_IMPORT,
                         _("A pack needs answers of two writers at least. In these files there are "
                           "none."));
  else if (self->writers->len == 1)
    g_set_error (error, BYL_ERROR, BYL_ERROR_IMPORT,
                 /* Translators: a name */
                 _("A pack needs answers of two writers at least. In these files there are only "
                   "those of: %s."),
                 names);
  else
    g_set_error (error, BYL_ERROR, BYL_ERROR_IMPORT,
                 _("A pack needs answers of two writers at least. Choose more of these: %s."),
                 names);

  return FALSE;
}
