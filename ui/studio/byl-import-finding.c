/* byl-import-finding.c: which recipes know files that are no packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import-finding.h"

#include <glib/gi18n.h>

/* A file whose beginning has been read. */
typedef struct
{
  GFile  *file;
  char   *name;
  GBytes *head; /* (nullable): it could not be read */
} Candidate;

typedef struct
{
  GFile     *recipe_dir;
  GPtrArray *files;   /* (element-type GFile) */
  GPtrArray *unknown; /* (element-type GFile) */
} Finding;

static void
free_candidate (gpointer data)
{
  Candidate *candidate = data;

  g_object_unref (candidate->file);
  g_free (candidate->name);
  g_clear_pointer (&candidate->head, g_bytes_unref);
  g_free (candidate);
}

static void
free_finding (gpointer data)
{
  Finding *finding = data;

  g_object_unref (finding->recipe_dir);
  g_ptr_array_unref (finding->files);
  g_ptr_array_unref (finding->unknown);
  g_free (finding);
}

static BylImportOffer *
new_offer (void)
{
  BylImportOffer *offer = g_new0 (BylImportOffer, 1);

  offer->recipes = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_recipe_unref);
  offer->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_import_source_free);

  return offer;
}

static GBytes *
read_head (GFile        *file,
           GCancellable *cancellable)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, NULL);
  g_autofree guchar *head = g_malloc (BYL_RECIPE_HEAD);
  gsize n_read;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, BYL_RECIPE_HEAD, &n_read,
                                   cancellable, NULL))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&head), n_read);
}

static GPtrArray *
read_candidates (Finding      *finding,
                 GCancellable *cancellable)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (free_candidate);

  for (guint i = 0; i < finding->files->len; i++)
    {
      Candidate *candidate = g_new0 (Candidate, 1);

      candidate->file = g_object_ref (finding->files->pdata[i]);
      candidate->name = g_file_get_basename (candidate->file);
      candidate->head = read_head (candidate->file, cancellable);
      g_ptr_array_add (candidates, candidate);
    }

  return candidates;
}

static guint
count_known (const BylRecipe *recipe,
             GPtrArray       *candidates)
{
  guint n_known = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = candidates->pdata[i];

      if (candidate->head != NULL
          && byl_recipe_recognises (recipe, candidate->name, candidate->head))
        n_known++;
    }

  return n_known;
}

static void
move_known (const BylRecipe *recipe,
            GPtrArray       *candidates,
            GPtrArray       *known)
{
  for (guint i = 0; i < candidates->len;)
    {
      Candidate *candidate = candidates->pdata[i];

      if (candidate->head != NULL
          && byl_recipe_recognises (recipe, candidate->name, candidate->head))
        g_ptr_array_add (known, g_ptr_array_steal_index (candidates, i));
      else
        i++;
    }
}

/* Of the recipes that know most of the files, the first: those of one data set come before those
 * that read any table. What it knows is one import. */
static BylImportOffer *
take_offer (GPtrArray *recipes,
            GPtrArray *candidates)
{
  g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func (free_candidate);
  BylRecipe *best = NULL;
  guint most = 0;
  BylImportOffer *offer;

  for (guint i = 0; i < recipes->len; i++)
    {
      guint n_known = count_known (recipes->pdata[i], candidates);

      if (n_known <= most || (best != NULL && byl_recipe_is_generic (recipes->pdata[i])
                              && !byl_recipe_is_generic (best)))
        continue;

      best = recipes->pdata[i];
      most = n_known;
    }

  if (best == NULL)
    return NULL;

  move_known (best, candidates, known);
  offer = new_offer ();
  g_ptr_array_add (offer->recipes, byl_recipe_ref (best));

  for (guint i = 0; i < recipes->len; i++)
    if (recipes->pdata[i] != best && count_known (recipes->pdata[i], known) == known->len)
      g_ptr_array_add (offer->recipes, byl_recipe_ref (recipes->pdata[i]));

  for (guint i = 0; i < known->len; i++)
    g_ptr_array_add (offer->sources,
                     byl_import_source_new (NULL, ((Candidate *) known->pdata[i])->file));

  return offer;
}

static void
find_cb (GTask        *task,
         gpointer      source_object,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Finding *finding = task_data;
  g_autoptr(GPtrArray) candidates = NULL;
  g_autoptr(GPtrArray) recipes = NULL;
  g_autoptr(GPtrArray) offers =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_import_offer_free);
  BylImportOffer *offer;
  GError *error = NULL;

  recipes = byl_recipes_load_dir (finding->recipe_dir, &error);

  if (recipes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  candidates = read_candidates (finding, cancellable);

  while ((offer = take_offer (recipes, candidates)) != NULL)
    g_ptr_array_add (offers, offer);

  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (finding->unknown,
                     g_object_ref (((Candidate *) candidates->pdata[i])->file));

  g_task_return_pointer (task, g_steal_pointer (&offers), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * byl_import_offer_free:
 * @self: (transfer full): an offer
 */
void
byl_import_offer_free (BylImportOffer *self)
{
  g_ptr_array_unref (self->recipes);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

/**
 * byl_import_offer_dup_names:
 * @self: an offer
 *
 * Returns: (transfer full): the names of its files
 */
char *
byl_import_offer_dup_names (const BylImportOffer *self)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->sources->len; i++)
    {
      const BylImportSource *source = self->sources->pdata[i];
      g_autofree char *name = g_file_get_basename (source->file);
      g_autofree char *shown = g_filename_display_name (name);

      if (i > 0)
        /* Translators: goes between two names in a list of names. */
        g_string_append (names, _(", "));

      g_string_append (names, shown);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * byl_import_finding_start_async:
 * @recipe_dir: the recipes that came with the program
 * @files: (element-type GFile): files that are no packs
 * @cancellable: (nullable): to give it up
 * @callback: called when it is known
 * @user_data: data for @callback
 *
 * Looks at the beginnings of files, in a thread, for what recipes know. Files that one recipe knows
 * are one offer: the questions and the answers of a data set are often published apart.
 */
void
byl_import_finding_start_async (GFile               *recipe_dir,
                                GPtrArray           *files,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Finding *finding = g_new0 (Finding, 1);

  g_task_set_source_tag (task, byl_import_finding_start_async);
  finding->recipe_dir = g_object_ref (recipe_dir);
  finding->files = g_ptr_array_new_with_free_func (g_object_unref);
  finding->unknown = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (finding->files, g_object_ref (files->pdata[i]));

  g_task_set_task_data (task, finding, free_finding);
  g_task_run_in_thread (task, find_cb);
}

/**
 * byl_import_finding_start_finish:
 * @result: the result
 * @unknown: (out) (transfer full) (element-type GFile): files that no recipe knows
 * @error: return location for an error of byl_recipes_load_dir()
 *
 * Returns: (transfer full) (nullable) (element-type BylImportOffer): what can be imported, or %NULL
 *   with @error set
 */
GPtrArray *
byl_import_finding_start_finish (GAsyncResult  *result,
                                 GPtrArray    **unknown,
                                 GError       **error)
{
  Finding *finding = g_task_get_task_data (G_TASK (result));

  *unknown = g_ptr_array_ref (finding->unknown);

  return g_task_propagate_pointer (G_TASK (result), error);
}
