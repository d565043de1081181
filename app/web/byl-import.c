/* byl-import.c: from published files to a pack, as a recipe says
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import.h"

#include "byl-error.h"
#include "byl-import-private.h"
#include "byl-known-facts.h"
#include "byl-places.h"

#include <glib/gi18n.h>

static void
writer_free (gpointer data)
{
  BylFoundWriter *writer = data;

  g_free (writer->id);
  g_free (writer->name);
  g_free (writer);
}

static void
file_free (gpointer data)
{
  BylFoundFile *file = data;

  g_free (file->path);
  g_free (file->whole);
  g_array_unref (file->questions);
  g_array_unref (file->answers);
  g_free (file);
}

/* What is known of models comes with the program; without it their names are all that is said. */
static GPtrArray *
load_known (void)
{
  g_autofree char *path = g_build_filename (byl_places_get_data_dir (), "writers.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GPtrArray *known = byl_known_facts_load (file, NULL);

  return known != NULL ? known : g_ptr_array_new ();
}

static void
begin (BylImport *self)
{
  self->strings = g_string_chunk_new (64 * 1024);
  self->writers = g_ptr_array_new_with_free_func (writer_free);
  self->sources = g_hash_table_new (g_str_hash, g_str_equal);
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->result = g_new0 (BylImportResult, 1);
  self->n_text = 0;
}

static void
end (BylImport *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_hash_table_unref);
  g_clear_pointer (&self->writers, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->result, byl_import_result_free);
}

/* Where a file holds nobody of those that the recipe would keep, others are better than none. */
static gboolean
should_keep_all (const BylImport *self)
{
  guint n_kept = 0;

  for (guint i = 0; i < self->writers->len; i++)
    {
      const BylFoundWriter *writer = g_ptr_array_index (self->writers, i);

      n_kept += writer->kept;
    }

  return self->only == NULL && !self->keep_all && n_kept < 2 && self->writers->len >= 2;
}

static gint
compare_writers (gconstpointer a,
                 gconstpointer b)
{
  const BylImportWriter *one = *(const BylImportWriter * const *) a;
  const BylImportWriter *other = *(const BylImportWriter * const *) b;

  if (one->kept != other->kept)
    return one->kept ? -1 : 1;
  if (one->n_answers != other->n_answers)
    return one->n_answers > other->n_answers ? -1 : 1;

  return g_utf8_collate (one->name, other->name);
}

static void
list_writers (BylImport *self)
{
  self->result->writers =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_import_writer_free);

  for (guint i = 0; i < self->writers->len; i++)
    {
      const BylFoundWriter *found = g_ptr_array_index (self->writers, i);
      BylImportWriter *writer = g_new0 (BylImportWriter, 1);

      writer->name = g_strdup (found->name);
      writer->id = g_strdup (found->id);
      writer->n_answers = found->n_answers;
      writer->kept = found->n_kept > 0;
      g_ptr_array_add (self->result->writers, writer);
    }
  g_ptr_array_sort (self->result->writers, compare_writers);
}

static gboolean
refuse_empty (BylImport  *self,
              GError    **error)
{
  if (self->result->n_files == 0)
    g_set_error (error, BYL_ERROR, BYL_ERROR_IMPORT,
                 /* Translators: the title of a recipe */
                 _("There is nothing in these files that “%s” is a recipe for."),
                 byl_recipe_get_title (self->recipe));
  else
    g_set_error_literal (error, BYL_ERROR, BYL_ERROR_IMPORT,
                         _("No question in these files has answers of two writers, so that there "
                           "is nothing to guess. Add files with the answers of others."));

  return FALSE;
}

static gboolean
read_all (BylImport  *self,
          GPtrArray  *sources,
          GError    **error)
{
  begin (self);
  if (!byl_import_read_sources (self, sources, error))
    return FALSE;

  if (!should_keep_all (self))
    return TRUE;

  end (self);
  self->keep_all = TRUE;
  begin (self);

  return byl_import_read_sources (self, sources, error);
}

/* Where not one of the recipe's files is there by its path, they lie in folders of somebody's own,
 * and which of them are missing nobody can say. */
static guint
count_missing (const BylImport *self)
{
  guint n_seen = g_hash_table_size (self->seen);

  return n_seen > 0 ? self->recipe->n_files - n_seen : 0;
}

static gboolean
run (BylImport  *self,
     GPtrArray  *sources,
     GError    **error)
{
  if (!read_all (self, sources, error))
    return FALSE;

  if (self->result->n_files == 0)
    return refuse_empty (self, error);
  if (!byl_import_check_writers (self, error))
    return FALSE;

  byl_import_join (self);
  if (self->result->n_questions == 0)
    return refuse_empty (self, error);

  self->result->n_missing = count_missing (self);
  list_writers (self);
  self->result->pack = byl_import_make_pack (self, sources, error);

  return self->result->pack != NULL;
}

/**
 * byl_import_run:
 * @recipe: how the files become a pack
 * @sources: (element-type BylImportSource): files, archives and folders
 * @writers: (nullable) (array zero-terminated=1): names or ids of the writers to keep; %NULL =
 *   those that the recipe keeps, or all where it keeps none of those that are there
 * @cancellable: (nullable): to stop early
 * @error: return location for an error
 *
 * Makes a pack; this blocks. The files are read one at a time, nothing is written to disk, and the
 * pack does not depend on the order in which they are read.
 *
 * Errors: %BYL_ERROR_READ where a file cannot be read, or is a damaged archive; %BYL_ERROR_SIZE
 * where there is too much; %BYL_ERROR_HASH where a file is not the one that was published;
 * %BYL_ERROR_IMPORT where the files are not what the recipe describes, or hold too few writers;
 * %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (nullable): the pack, and what was left out
 */
BylImportResult *
byl_import_run (BylRecipe           *recipe,
                GPtrArray           *sources,
                const char * const  *writers,
                GCancellable        *cancellable,
                GError             **error)
{
  BylImport self = { .recipe = recipe, .only = writers, .cancellable = cancellable };
  BylImportResult *result = NULL;

  g_return_val_if_fail (sources->len > 0, NULL);

  self.known = load_known ();
  byl_import_index_known (&self);
  if (run (&self, sources, error))
    result = g_steal_pointer (&self.result);
  end (&self);
  g_hash_table_unref (self.names);
  g_hash_table_unref (self.aliases);
  g_ptr_array_unref (self.known);

  return result;
}

/* What a thread is given. */
typedef struct
{
  BylRecipe  *recipe;
  GPtrArray  *sources;
  char      **writers; /* (nullable) */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  byl_recipe_unref (order->recipe);
  g_ptr_array_unref (order->sources);
  g_strfreev (order->writers);
  g_free (order);
}

static void
run_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Order *order = task_data;
  GError *error = NULL;
  BylImportResult *result = byl_import_run (order->recipe, order->sources,
                                            (const char * const *) order->writers, cancellable,
                                            &error);

  if (result == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, (GDestroyNotify) byl_import_result_free);
}

/**
 * byl_import_run_async:
 * @recipe: how the files become a pack
 * @sources: (element-type BylImportSource): files, archives and folders
 * @writers: (nullable) (array zero-terminated=1): names or ids of the writers to keep
 * @cancellable: (nullable): to stop early
 * @callback: called when the pack is made, or cannot be
 * @user_data: passed to @callback
 *
 * Makes a pack in a thread; see byl_import_run().
 */
void
byl_import_run_async (BylRecipe           *recipe,
                      GPtrArray           *sources,
                      const char * const  *writers,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->recipe = byl_recipe_ref (recipe);
  order->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_import_source_free);
  for (guint i = 0; i < sources->len; i++)
    {
      const BylImportSource *source = g_ptr_array_index (sources, i);

      g_ptr_array_add (order->sources, byl_import_source_new (source->name, source->file));
    }
  order->writers = g_strdupv ((char **) writers);

  g_task_set_source_tag (task, byl_import_run_async);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * byl_import_run_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the pack, and what was left out; see byl_import_run()
 */
BylImportResult *
byl_import_run_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
