/* byl-rival-jobs.c: the same work on many things, on all processors
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-jobs.h"

/* Each worker that learns needs memory of its own. */
#define MAX_WORKERS 4u

typedef struct
{
  BylRivalJob job;
  gpointer data;
  guint n_jobs;
  guint next; /* atomic */
} Work;

static gpointer
work_thread (gpointer data)
{
  Work *work = data;

  for (guint i = g_atomic_int_add (&work->next, 1); i < work->n_jobs;
       i = g_atomic_int_add (&work->next, 1))
    work->job (i, work->data);

  return NULL;
}

/**
 * byl_rival_jobs_run:
 * @n_jobs: how many jobs
 * @job: (scope call): does one of them, on any thread; what it makes must not hang on the others
 * @data: for @job
 *
 * Does all jobs and returns when they are done.
 */
void
byl_rival_jobs_run (guint       n_jobs,
                    BylRivalJob job,
                    gpointer    data)
{
  Work work = { job, data, n_jobs, 0 };
  guint n_workers = MIN (MIN (g_get_num_processors (), MAX_WORKERS), n_jobs);
  GThread *threads[MAX_WORKERS] = { NULL };

  for (guint i = 1; i < n_workers; i++)
    threads[i] = g_thread_try_new ("rival", work_thread, &work, NULL);

  work_thread (&work);

  for (guint i = 1; i < n_workers; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}
