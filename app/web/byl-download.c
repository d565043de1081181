/* byl-download.c: from addresses to an installed pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-download.h"

#include "byl-download-cache.h"
#include "byl-download-files.h"
#include "byl-error.h"
#include "byl-import.h"
#include "byl-pack-reader.h"
#include "byl-problem.h"
#include "byl-save.h"

#include <glib/gi18n.h>

/* The data of a task, which goes from one step to the next; in a thread it is used only while the
 * task waits for that. */
typedef struct
{
  SoupSession         *session;
  BylLibrary          *library;
  GFile               *cache_dir;
  guint                pause;
  char                *id;            /* of the pack */
  BylRecipe           *recipe;        /* (nullable): NULL = the one file is the pack */
  char               **writers;       /* (nullable) */
  GPtrArray           *wanted;        /* (element-type Wanted) */
  guint64              size;          /* 0 = not known */
  BylDownloadProgress  progress;      /* (nullable) */
  gpointer             progress_data;

  BylDownloadCache    *cache;         /* (nullable): until it is open */
  GPtrArray           *sources;       /* (element-type BylImportSource) */
  GBytes              *pack;          /* (nullable): as JSON, fresh from the import */
  GPtrArray           *problems;      /* (element-type BylProblem) */
  BylPackEntry        *entry;         /* (nullable): the installed pack */
} Download;

/* A file that was published. */
typedef struct
{
  char    *name;
  char    *address;
  char    *sha256;  /* (nullable) */
  guint64  size;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_free (wanted->name);
  g_free (wanted->address);
  g_free (wanted->sha256);
  g_free (wanted);
}

static void
download_free (Download *self)
{
  g_clear_object (&self->session);
  g_clear_object (&self->library);
  g_clear_object (&self->cache_dir);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->recipe, byl_recipe_unref);
  g_clear_pointer (&self->writers, g_strfreev);
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  g_clear_pointer (&self->cache, byl_download_cache_free);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->pack, g_bytes_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_object (&self->entry);
  g_free (self);
}

static GTask *
download_new (const BylDownloadPlace *place,
              const char             *id,
              BylDownloadProgress     progress,
              gpointer                progress_data,
              GCancellable           *cancellable,
              GAsyncReadyCallback     callback,
              gpointer                user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Download *self = g_new0 (Download, 1);

  self->session = g_object_ref (place->session);
  self->library = g_object_ref (place->library);
  self->cache_dir = g_object_ref (place->cache_dir);
  self->pause = place->pause;
  self->id = g_strdup (id);
  self->wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) wanted_free);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_import_source_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);
  self->progress = progress;
  self->progress_data = progress_data;
  g_task_set_task_data (task, self, (GDestroyNotify) download_free);
  g_task_set_source_tag (task, byl_download_finish);

  return task;
}

/* Has something done in a thread, then goes on in a callback that is given the task. */
static void
run_in_thread (GTask               *task,
               GTaskThreadFunc      function,
               GAsyncReadyCallback  callback)
{
  g_autoptr(GTask) thread =
    g_task_new (NULL, g_task_get_cancellable (task), callback, g_object_ref (task));

  g_task_set_task_data (thread, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (thread, function);
}

static void
return_from_thread (GTask    *thread,
                    gboolean  good,
                    GError   *error)
{
  if (good)
    g_task_return_boolean (thread, TRUE);
  else
    g_task_return_error (thread, error);
}

/* The folder is free before anybody hears of the end. */
static void
fail (GTask  *task,
      GError *error)
{
  Download *self = g_task_get_task_data (task);

  g_clear_pointer (&self->cache, byl_download_cache_free);
  g_task_return_error (task, error);
}

/* Whether the thread did its work; otherwise the task has failed. */
static gboolean
came_back (GTask        *task,
           GAsyncResult *result)
{
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    return TRUE;

  fail (task, error);

  return FALSE;
}

static void
tell_progress (Download        *self,
               BylDownloadStep  step,
               guint64          n_bytes)
{
  if (self->progress != NULL)
    self->progress (step, n_bytes, self->size, self->progress_data);
}

static void
cleared_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Download *self = g_task_get_task_data (task);
  BylPackEntry *entry = g_steal_pointer (&self->entry);

  g_clear_pointer (&self->cache, byl_download_cache_free);

  /* The pack is installed, whatever has come since. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_return_pointer (task, entry, g_object_unref);
}

static void
clear_in_thread (GTask        *thread,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Download *self = task_data;

  byl_download_cache_clear (self->cache);
  g_task_return_boolean (thread, TRUE);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Download *self = g_task_get_task_data (task);
  GError *error = NULL;

  g_ptr_array_unref (self->problems);
  self->entry = byl_library_add_finish (BYL_LIBRARY (source), result, &self->problems, &error);
  if (self->entry == NULL)
    fail (task, error);
  else
    run_in_thread (task, clear_in_thread, cleared_cb);
}

static void
install (GTask *task,
         GFile *file)
{
  Download *self = g_task_get_task_data (task);

  byl_library_add_async (self->library, file, g_task_get_cancellable (task), added_cb,
                         g_object_ref (task));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Download *self = g_task_get_task_data (task);

  if (came_back (task, result))
    install (task, byl_download_cache_get_pack (self->cache));
}

static void
save_in_thread (GTask        *thread,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Download *self = task_data;
  GError *error = NULL;
  g_autoptr(GBytes) compressed = byl_save_compress (self->pack, &error);
  gboolean good = compressed != NULL &&
                  byl_save_file (byl_download_cache_get_pack (self->cache), compressed, &error);

  g_clear_pointer (&self->pack, g_bytes_unref);
  return_from_thread (thread, good, error);
}

static void
set_other_pack (GError     **error,
                const char  *id,
                const char  *expected)
{
  g_set_error (error, BYL_ERROR, BYL_ERROR_HASH,
               /* Translators: the ids of two packs */
               _("What was fetched is the pack “%s”, not “%s”, as its list says. Nothing was "
                 "installed. Tell whoever made the list."),
               id, expected);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Download *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(BylImportResult) import = byl_import_run_finish (result, &error);

  if (import == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        byl_download_cache_doubt (self->cache);
      fail (task, error);
      return;
    }

  self->pack = g_bytes_ref (import->pack);
  run_in_thread (task, save_in_thread, saved_cb);
}

static GFile *
get_only_file (Download *self)
{
  const BylImportSource *source = g_ptr_array_index (self->sources, 0);

  return source->file;
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  if (came_back (task, result))
    install (task, get_only_file (g_task_get_task_data (task)));
}

/* The library checks everything but whether it is the right pack. */
static void
check_in_thread (GTask        *thread,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Download *self = task_data;
  GError *error = NULL;
  g_autoptr(BylPack) pack = byl_pack_load (get_only_file (self), self->problems, cancellable,
                                           &error);

  if (pack != NULL && !g_str_equal (byl_pack_get_id (pack), self->id))
    set_other_pack (&error, byl_pack_get_id (pack), self->id);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    byl_download_cache_clear (self->cache);

  return_from_thread (thread, error == NULL, error);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Download *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!byl_download_files_finish (SOUP_SESSION (source), result, &error))
    {
      fail (task, error);
      return;
    }

  tell_progress (self, BYL_DOWNLOAD_IMPORTING, self->size);
  if (self->recipe != NULL)
    byl_import_run_async (self->recipe, self->sources, (const char * const *) self->writers,
                          g_task_get_cancellable (task), imported_cb, g_object_ref (task));
  else
    run_in_thread (task, check_in_thread, checked_cb);
}

static void
files_progress_cb (guint64  n_bytes,
                   gpointer user_data)
{
  tell_progress (user_data, BYL_DOWNLOAD_FETCHING, n_bytes);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Download *self = g_task_get_task_data (task);

  if (came_back (task, result))
    byl_download_files_async (self->session, byl_download_cache_get_items (self->cache),
                              self->pause, files_progress_cb, self,
                              g_task_get_cancellable (task), fetched_cb, g_object_ref (task));
}

static void
look_in_thread (GTask        *thread,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Download *self = task_data;
  GError *error = NULL;
  gboolean good;

  self->cache = byl_download_cache_open (self->cache_dir, self->id, &error);
  if (self->cache == NULL)
    {
      g_task_return_error (thread, error);
      return;
    }

  for (guint i = 0; i < self->wanted->len; i++)
    {
      const Wanted *wanted = g_ptr_array_index (self->wanted, i);
      const BylDownloadItem *item =
        byl_download_cache_add (self->cache, wanted->address, wanted->sha256, wanted->size);

      g_ptr_array_add (self->sources, byl_import_source_new (wanted->name, item->file));
    }

  good = byl_download_cache_look (self->cache, cancellable, &error);
  return_from_thread (thread, good, error);
}

static void
want (Download   *self,
      const char *name,
      const char *address,
      const char *sha256,
      guint64     size)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->name = g_strdup (name);
  wanted->address = g_strdup (address);
  wanted->sha256 = g_strdup (sha256);
  wanted->size = size;
  g_ptr_array_add (self->wanted, wanted);
}

/* FALSE where some of the files cannot be had by their addresses. */
static gboolean
want_files (Download   *self,
            BylRecipe  *recipe,
            GError    **error)
{
  guint n_files = byl_recipe_get_n_files (recipe);

  for (guint i = 0; i < n_files; i++)
    {
      const BylRecipeFile *file = byl_recipe_get_file (recipe, i);

      if (file->address != NULL)
        want (self, file->path, file->address, file->sha256, file->size);
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
  g_autoptr(GTask) task = download_new (place, byl_recipe_get_id (recipe), progress, progress_data,
                                        cancellable, callback, user_data);
  Download *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->recipe = byl_recipe_ref (recipe);
  self->writers = g_strdupv ((char **) writers);
  self->size = byl_recipe_get_size (recipe);
  if (want_files (self, recipe, &error))
    run_in_thread (task, look_in_thread, looked_cb);
  else
    fail (task, error);
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
  g_autoptr(GTask) task = download_new (place, id, progress, progress_data, cancellable, callback,
                                        user_data);
  Download *self = g_task_get_task_data (task);

  self->size = size;
  want (self, "pack", address, sha256, size);
  run_in_thread (task, look_in_thread, looked_cb);
}

/**
 * byl_download_finish:
 * @result: what the callback was given
 * @problems: (out) (optional) (transfer full) (element-type BylProblem): what is wrong with the pack;
 *   set in any case
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
  const Download *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  self = g_task_get_task_data (G_TASK (result));
  if (problems != NULL)
    *problems = g_ptr_array_ref (self->problems);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * byl_download_forget:
 * @cache_dir: the folder of what is fetched
 * @id: the id of a pack
 *
 * Throws away what was left behind of a pack that is installed, by a program that was killed just
 * then. Nothing happens where another program works on it. This blocks.
 */
void
byl_download_forget (GFile      *cache_dir,
                     const char *id)
{
  g_autoptr(BylDownloadCache) cache = NULL;

  if (!byl_download_cache_exists (cache_dir, id))
    return;

  cache = byl_download_cache_open (cache_dir, id, NULL);
  if (cache != NULL)
    byl_download_cache_clear (cache);
}
