/* byl-library-job.c: what a library has done in a thread: looking for packs, adding one
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-library-job.h"

#include "byl-library-add.h"
#include "byl-library-bin.h"
#include "byl-library-scan.h"
#include "byl-problem.h"

/* What a thread is given: nothing in it changes meanwhile. */
typedef struct
{
  GFile           *built_in_dir;
  GFile           *user_dir;
  GFile           *index_file;
  GFile           *file;       /* (nullable): to be added */
  BylLibraryIndex *known;
  GPtrArray       *problems;   /* (element-type BylProblem) */
  guint            generation;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->built_in_dir);
  g_object_unref (job->user_dir);
  g_object_unref (job->index_file);
  g_clear_object (&job->file);
  byl_library_index_unref (job->known);
  g_ptr_array_unref (job->problems);
  g_free (job);
}

static Job *
job_new (BylLibraryList *list,
         GFile          *index_file,
         GFile          *file)
{
  Job *job = g_new0 (Job, 1);

  job->built_in_dir = g_object_ref (list->built_in_dir);
  job->user_dir = g_object_ref (list->user_dir);
  job->index_file = g_object_ref (index_file);
  job->file = file != NULL ? g_object_ref (file) : NULL;
  job->known = byl_library_list_make_index (list);
  job->problems = byl_problem_list_new ();
  job->generation = list->generation;

  return job;
}

static void
refresh_in_thread (GTask        *task,
                   gpointer      source_object,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr(BylLibraryIndex) found = NULL;
  gboolean changed;

  byl_library_bin_empty (job->user_dir);
  found = byl_library_scan (job->built_in_dir, job->user_dir, job->known, &changed, cancellable);

  /* What was broken off knows only some of the files. */
  if (g_task_return_error_if_cancelled (task))
    return;

  if (changed)
    byl_library_index_save (found, job->index_file);
  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) byl_library_index_unref);
}

static void
add_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr(BylLibraryIndex) index = NULL;
  GVariant *row = byl_library_add_file (job->file, job->user_dir, job->known, job->problems,
                                        cancellable, &error);

  if (row == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  index = byl_library_index_with (job->known, row);
  byl_library_index_save (index, job->index_file);
  g_task_return_pointer (task, row, (GDestroyNotify) g_variant_unref);
}

/* Looks through both folders; work returns the index of what is there. */
void
byl_library_job_run_refresh (GTask          *work,
                             BylLibraryList *list,
                             GFile          *index_file)
{
  g_task_set_task_data (work, job_new (list, index_file, NULL), (GDestroyNotify) job_free);
  g_task_run_in_thread (work, refresh_in_thread);
}

/* Adds a file; work returns its row of the index. */
void
byl_library_job_run_add (GTask          *work,
                         BylLibraryList *list,
                         GFile          *index_file,
                         GFile          *file)
{
  g_task_set_task_data (work, job_new (list, index_file, file), (GDestroyNotify) job_free);
  g_task_run_in_thread (work, add_in_thread);
}

/* What the entries were when the work began. */
guint
byl_library_job_get_generation (GTask *work)
{
  const Job *job = g_task_get_task_data (work);

  return job->generation;
}

/* What was found wrong with the file; for when the work is done. */
GPtrArray *
byl_library_job_ref_problems (GTask *work)
{
  const Job *job = g_task_get_task_data (work);

  return g_ptr_array_ref (job->problems);
}
