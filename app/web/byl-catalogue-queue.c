/* byl-catalogue-queue.c: the packs of the catalogue that are being fetched, and those that wait
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-catalogue-queue.h"

#include "byl-catalogue-entry-private.h"
#include "byl-error.h"
#include "byl-fetch.h"

#include <glib/gi18n.h>

struct _BylCatalogueQueue
{
  BylDownloadPlace  place;
  GFile            *recipe_dir;
  GPtrArray        *waiting; /* (element-type BylCatalogueEntry): first come, first served */
  GPtrArray        *jobs;    /* (element-type Job): under way, or coming to their end */
};

/* One pack under way; it frees itself at its end, which may come after that of the queue. */
typedef struct
{
  BylCatalogueQueue *queue;       /* (nullable): NULL = nobody waits any more */
  BylCatalogueEntry *entry;
  GCancellable      *cancellable;
} Job;

static void start_some (BylCatalogueQueue *self);

/* What an entry is that nobody is fetching. */
static BylCatalogueState
find_state (BylCatalogueEntry *entry,
            BylPackEntry      *pack)
{
  if (pack == NULL)
    return BYL_CATALOGUE_AVAILABLE;

  return byl_pack_entry_get_revision (pack) >= byl_catalogue_entry_get_revision (entry)
           ? BYL_CATALOGUE_INSTALLED
           : BYL_CATALOGUE_UPDATE;
}

/* Nobody is fetching the pack, or is any more. */
static void
put_back (BylCatalogueEntry *entry,
          BylLibrary        *library)
{
  BylPackEntry *pack = byl_library_find (library, byl_catalogue_entry_get_id (entry));

  byl_catalogue_entry_set_pack (entry, pack);
  byl_catalogue_entry_set_progress (entry, 0, 0);
  byl_catalogue_entry_set_error (entry, NULL);
  byl_catalogue_entry_set_state (entry, find_state (entry, pack));
}

/* The library may have changed. What has failed stays to be read, until it is tried again or the
 * pack has come from elsewhere. */
void
byl_catalogue_entry_settle (BylCatalogueEntry *entry,
                            BylLibrary        *library)
{
  BylPackEntry *pack = byl_library_find (library, byl_catalogue_entry_get_id (entry));

  byl_catalogue_entry_set_pack (entry, pack);
  if (!byl_catalogue_entry_is_busy (entry) &&
      (byl_catalogue_entry_get_state (entry) != BYL_CATALOGUE_FAILED ||
       find_state (entry, pack) == BYL_CATALOGUE_INSTALLED))
    put_back (entry, library);
}

static void
job_free (Job *job)
{
  g_object_unref (job->entry);
  g_object_unref (job->cancellable);
  g_free (job);
}

/* The job’s end; takes the error, if there is one. */
static void
end_job (Job    *job,
         GError *error)
{
  BylCatalogueQueue *queue = job->queue;

  if (queue == NULL)
    {
      g_clear_error (&error);
      job_free (job);
      return;
    }

  /* Who gave it up has been told already, and may want it again by now. */
  if (g_cancellable_is_cancelled (job->cancellable))
    byl_catalogue_entry_settle (job->entry, queue->place.library);
  else if (error == NULL)
    put_back (job->entry, queue->place.library);
  else
    {
      byl_catalogue_entry_set_error (job->entry, error->message);
      byl_catalogue_entry_set_state (job->entry, BYL_CATALOGUE_FAILED);
    }

  g_clear_error (&error);
  g_ptr_array_remove (queue->jobs, job);
  job_free (job);
  start_some (queue);
}

static void
downloaded_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GError *error = NULL;
  g_autoptr(BylPackEntry) entry = byl_download_finish (result, NULL, &error);

  end_job (user_data, error);
}

static void
progress_cb (BylDownloadStep step,
             guint64         n_bytes,
             guint64         size,
             gpointer        user_data)
{
  Job *job = user_data;

  if (job->queue == NULL || g_cancellable_is_cancelled (job->cancellable))
    return;

  if (size == 0)
    size = byl_catalogue_entry_get_size (job->entry);
  byl_catalogue_entry_set_progress (job->entry, n_bytes, size);
  byl_catalogue_entry_set_state (job->entry, step == BYL_DOWNLOAD_IMPORTING
                                               ? BYL_CATALOGUE_IMPORTING
                                               : BYL_CATALOGUE_FETCHING);
}

/* Whether the recipe makes the pack that the list names. */
static gboolean
is_right_recipe (Job        *job,
                 BylRecipe  *recipe,
                 GError    **error)
{
  if (g_str_equal (byl_recipe_get_id (recipe), byl_catalogue_entry_get_id (job->entry)))
    return TRUE;

  g_set_error (error, BYL_ERROR, BYL_ERROR_RECIPE,
               /* Translators: the ids of two packs */
               _("The recipe makes the pack “%s”, not “%s”, as the list says. Nothing was fetched. "
                 "Tell whoever made the list."),
               byl_recipe_get_id (recipe), byl_catalogue_entry_get_id (job->entry));

  return FALSE;
}

static void
recipe_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Job *job = user_data;
  GError *error = NULL;
  g_autoptr(BylRecipe) recipe = g_task_propagate_pointer (G_TASK (result), &error);

  if (recipe == NULL || job->queue == NULL || !is_right_recipe (job, recipe, &error))
    end_job (job, error);
  else
    byl_download_recipe_async (&job->queue->place, recipe, NULL, progress_cb, job,
                               job->cancellable, downloaded_cb, job);
}

static void
return_recipe (GTask     *task,
               BylRecipe *recipe,
               GError    *error)
{
  if (recipe != NULL)
    g_task_return_pointer (task, recipe, (GDestroyNotify) byl_recipe_unref);
  else
    g_task_return_error (task, error);
}

static void
read_bytes_in_thread (GTask        *task,
                      gpointer      source_object,
                      gpointer      task_data,
                      GCancellable *cancellable)
{
  GError *error = NULL;
  BylRecipe *recipe = byl_recipe_read (task_data, NULL, &error);

  return_recipe (task, recipe, error);
}

static void
read_file_in_thread (GTask        *task,
                     gpointer      source_object,
                     gpointer      task_data,
                     GCancellable *cancellable)
{
  GError *error = NULL;
  BylRecipe *recipe = byl_recipe_load (task_data, NULL, cancellable, &error);

  return_recipe (task, recipe, error);
}

static void
recipe_fetched_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  Job *job = user_data;
  GError *error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GTask) task = NULL;

  if (!byl_fetch_bytes_finish (SOUP_SESSION (source), result, &bytes, NULL, &error))
    {
      end_job (job, error);
      return;
    }

  task = g_task_new (NULL, job->cancellable, recipe_read_cb, job);
  g_task_set_task_data (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_bytes_in_thread);
}

static void
load_recipe (Job        *job,
             const char *name)
{
  g_autoptr(GTask) task = g_task_new (NULL, job->cancellable, recipe_read_cb, job);
  g_autofree char *file_name = g_strconcat (name, ".json", NULL);

  g_task_set_task_data (task, g_file_get_child (job->queue->recipe_dir, file_name),
                        g_object_unref);
  g_task_run_in_thread (task, read_file_in_thread);
}

static void
run_job (Job *job)
{
  const BylCatalogueLine *line = byl_catalogue_entry_get_line (job->entry);
  const BylDownloadPlace *place = &job->queue->place;
  BylFetchLimits limits = {
    .pause = place->pause,
    .sha256 = line->sha256,
    .size = line->file_size,
  };

  if (line->kind == BYL_CATALOGUE_PACK)
    byl_download_pack_async (place, line->id, line->address, line->sha256, line->file_size,
                             progress_cb, job, job->cancellable, downloaded_cb, job);
  else if (line->kind == BYL_CATALOGUE_RECIPE)
    byl_fetch_bytes_async (place->session, line->address, &limits, job->cancellable,
                           recipe_fetched_cb, job);
  else
    load_recipe (job, line->recipe);
}

/* Whether a job for the pack still comes to its end, or one for a pack of the same id does. */
static gboolean
is_under_way (BylCatalogueQueue *self,
              BylCatalogueEntry *entry)
{
  for (guint i = 0; i < self->jobs->len; i++)
    {
      const Job *job = g_ptr_array_index (self->jobs, i);

      if (g_str_equal (byl_catalogue_entry_get_id (job->entry), byl_catalogue_entry_get_id (entry)))
        return TRUE;
    }

  return FALSE;
}

static void
start_job (BylCatalogueQueue *self,
           guint              position)
{
  Job *job = g_new0 (Job, 1);

  job->queue = self;
  job->entry = g_ptr_array_steal_index (self->waiting, position);
  job->cancellable = g_cancellable_new ();
  g_ptr_array_add (self->jobs, job);
  byl_catalogue_entry_set_state (job->entry, BYL_CATALOGUE_FETCHING);
  run_job (job);
}

static void
start_some (BylCatalogueQueue *self)
{
  for (guint i = 0; i < self->waiting->len && self->jobs->len < BYL_CATALOGUE_AT_ONCE;)
    {
      if (is_under_way (self, g_ptr_array_index (self->waiting, i)))
        i++;
      else
        start_job (self, i);
    }
}

/* An empty queue. */
BylCatalogueQueue *
byl_catalogue_queue_new (const BylDownloadPlace *place,
                         GFile                  *recipe_dir)
{
  BylCatalogueQueue *self = g_new0 (BylCatalogueQueue, 1);

  self->place = *place;
  g_object_ref (self->place.session);
  g_object_ref (self->place.library);
  g_object_ref (self->place.cache_dir);
  self->recipe_dir = g_object_ref (recipe_dir);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  self->jobs = g_ptr_array_new ();

  return self;
}

/* What is under way is given up. */
void
byl_catalogue_queue_free (BylCatalogueQueue *self)
{
  for (guint i = 0; i < self->jobs->len; i++)
    {
      Job *job = g_ptr_array_index (self->jobs, i);

      job->queue = NULL;
      g_cancellable_cancel (job->cancellable);
    }

  g_ptr_array_unref (self->jobs);
  g_ptr_array_unref (self->waiting);
  g_object_unref (self->recipe_dir);
  g_object_unref (self->place.session);
  g_object_unref (self->place.library);
  g_object_unref (self->place.cache_dir);
  g_free (self);
}

/* Fetches a pack when its turn comes; nothing happens where it is being fetched. */
void
byl_catalogue_queue_add (BylCatalogueQueue *self,
                         BylCatalogueEntry *entry)
{
  if (byl_catalogue_entry_is_busy (entry))
    return;

  byl_catalogue_entry_set_progress (entry, 0, 0);
  byl_catalogue_entry_set_error (entry, NULL);
  byl_catalogue_entry_set_state (entry, BYL_CATALOGUE_WAITING);
  g_ptr_array_add (self->waiting, g_object_ref (entry));
  start_some (self);
}

/* Gives a pack up; what is whole stays for the next time. */
void
byl_catalogue_queue_cancel (BylCatalogueQueue *self,
                            BylCatalogueEntry *entry)
{
  g_autoptr(BylCatalogueEntry) kept = g_object_ref (entry);

  if (!byl_catalogue_entry_is_busy (entry))
    return;

  if (!g_ptr_array_remove (self->waiting, entry))
    for (guint i = 0; i < self->jobs->len; i++)
      {
        Job *job = g_ptr_array_index (self->jobs, i);

        if (job->entry == entry)
          {
            g_cancellable_cancel (job->cancellable);
            break;
          }
      }

  put_back (entry, self->place.library);
}
