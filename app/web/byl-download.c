/* byl-download.c: from addresses to an installed pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-download.h"

#include "byl-download-job.h"
#include "byl-error.h"

#include <glib/gi18n.h>

/* FALSE where some of the files cannot be had by their addresses. */
static gboolean
want_files (BylDownloadJob  *self,
            BylRecipe       *recipe,
            GError         **error)
{
  guint n_files = byl_recipe_get_n_files (recipe);

  for (guint i = 0; i < n_files; i++)
    {
      const BylRecipeFile *file = byl_recipe_get_file (recipe, i);

      if (file->address != NULL)
        byl_download_job_want (self, file->path, file->address, file->sha256, file->size);
    }

  if (n_files > 0 && self->wanted->len == n_files)
    return TRUE;

  g_set_error (error, BYL_ERROR, BYL_ERROR_RECIPE,
               _("The files of “%s” have no web addresses. Fetch them by hand, then open them with "
                 "Byline."),
               byl_recipe_get_title (recipe));

  return FALSE;
}

/**
 * byl_download_recipe_async:
 * @place: what to work with
 * @recipe: a recipe whose files have addresses
 * @writers: (nullable) (array zero-terminated=1): the writers to keep; %NULL for the recipe's own
 *   choice
 * @progress: (nullable): told about what has come
 * @progress_data: passed to @progress
 * @cancellable: (nullable): to give up; what is whole stays
 * @callback: called when the pack is installed, or will not be
 * @user_data: passed to @callback
 *
 * Fetches the files of a recipe, at most %BYL_DOWNLOAD_AT_ONCE at a time, makes a pack of them in a
 * thread, and installs it. What is whole is not fetched again after an error, a cancellation or the
 * program's end; it goes when the pack is installed. Before that, the library knows nothing of it.
 */
void
byl_download_recipe_async (const BylDownloadPlace *place,
                           BylRecipe              *recipe,
                           const char * const     *writers,
                           BylDownloadProgress     progress,
                           gpointer                progress_data,
                           GCancellable           *cancellable,
                           GAsyncReadyCallback     callback,
                           gpointer                user_data)
{
  g_autoptr(GTask) task = byl_download_job_new (place, byl_recipe_get_id (recipe), progress,
                                                progress_data, cancellable, callback, user_data);
  BylDownloadJob *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->recipe = byl_recipe_ref (recipe);
  self->writers = g_strdupv ((char **) writers);
  self->size = byl_recipe_get_size (recipe);
  if (want_files (self, recipe, &error))
    byl_download_job_run (task);
  else
    g_task_return_error (task, error);
}

/**
 * byl_download_pack_async:
 * @place: what to work with
 * @id: the id that the pack must have
 * @address: where the pack lies, plain or gzip-compressed
 * @sha256: (nullable): of what lies there, in small hexadecimal digits
 * @size: bytes of what lies there; 0 where nobody knows
 * @progress: (nullable): told about what has come
 * @progress_data: passed to @progress
 * @cancellable: (nullable): to give up
 * @callback: called when the pack is installed, or will not be
 * @user_data: passed to @callback
 *
 * Fetches a pack, checks it in a thread, and installs it.
 */
void
byl_download_pack_async (const BylDownloadPlace *place,
                         const char             *id,
                         const char             *address,
                         const char             *sha256,
                         guint64                 size,
                         BylDownloadProgress     progress,
                         gpointer                progress_data,
                         GCancellable           *cancellable,
                         GAsyncReadyCallback     callback,
                         gpointer                user_data)
{
  g_autoptr(GTask) task = byl_download_job_new (place, id, progress, progress_data, cancellable,
                                                callback, user_data);
  BylDownloadJob *self = g_task_get_task_data (task);

  self->size = size;
  byl_download_job_want (self, "pack", address, sha256, size);
  byl_download_job_run (task);
}

/**
 * byl_download_finish:
 * @result: what the callback was given
 * @problems: (out) (optional) (transfer full) (element-type BylProblem): what is wrong with the
 * pack; set in any case
 * @error: return location for the error
 *
 * Errors: those of byl_fetch_file_finish(), byl_import_run_finish() and byl_library_add_finish();
 * %BYL_ERROR_RECIPE where the recipe's files have no addresses; %BYL_ERROR_LOCKED where another
 * program fetches the same pack; %BYL_ERROR_HASH also where it turns out to be another pack.
 *
 * Returns: (transfer full) (nullable): the installed pack; %NULL with @error set
 */
BylPackEntry *
byl_download_finish (GAsyncResult  *result,
                     GPtrArray    **problems,
                     GError       **error)
{
  const BylDownloadJob *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  self = g_task_get_task_data (G_TASK (result));
  if (problems != NULL)
    *problems = g_ptr_array_ref (self->problems);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * byl_download_forget:
 * @cache_dir: the folder of what is fetched
 * @ids: (array zero-terminated=1): the ids of packs that are installed
 *
 * Throws away what was left behind of packs that are installed, by a program that was killed just
 * then, and what nobody has gone on with for thirty days. Nothing happens where another program
 * works on it. This blocks.
 */
void
byl_download_forget (GFile              *cache_dir,
                     const char * const *ids)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr(BylDownloadCache) cache = NULL;

      if (byl_download_cache_exists (cache_dir, ids[i]))
        cache = byl_download_cache_open (cache_dir, ids[i], NULL);
      if (cache != NULL)
        byl_download_cache_clear (cache);
    }

  byl_download_cache_prune (cache_dir);
}
