/* byl-journal.c: the record of everything played
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-journal.h"

#include "byl-error.h"
#include "byl-journal-file.h"
#include "byl-journal-private.h"
#include "byl-journal-schema.h"

#include <glib/gi18n.h>

#define BUSY_MILLISECONDS 5000

struct _BylJournal
{
  GObject parent_instance;

  GFile          *file;
  guint           busy_milliseconds;
  gboolean        closed;
  GThread        *thread; /* (nullable): until the first call, and once closed */
  GAsyncQueue    *jobs;   /* of Job */
  BylOpenJournal  open;

  GMutex          lock;      /* of the following */
  GFile          *set_aside; /* (nullable); once set it stays */
};

/* One call on its way to the journal's thread and back. The task keeps the journal alive; so that
 * the thread never drops the last reference, and has to wait for itself, a job is freed in the main
 * context that it came from. */
typedef struct
{
  GTask             *task; /* (nullable): NULL ends the thread */
  BylJournalWork     work;
  BylJournalRequest *request;
  GDestroyNotify     free_result;
  gpointer           result;
  GError            *error;
} Job;

G_DEFINE_FINAL_TYPE (BylJournal, byl_journal, G_TYPE_OBJECT)

static void
free_request (BylJournalRequest *request)
{
  g_free (request->pack);
  byl_deal_free (request->deal);
  g_clear_pointer (&request->signatures, g_array_unref);
  g_free (request);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  if (job->result != NULL && job->free_result != NULL)
    job->free_result (job->result);
  g_clear_error (&job->error);
  g_clear_pointer (&job->request, free_request);
  g_clear_object (&job->task);
  g_free (job);
}

static gboolean
return_job_cb (gpointer data)
{
  Job *job = data;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->free_result);

  return G_SOURCE_REMOVE;
}

static void
send_back (Job *job)
{
  g_autoptr(GSource) source = g_idle_source_new ();
  GMainContext *context = g_task_get_context (job->task);

  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, return_job_cb, job, free_job);
  g_source_attach (source, context);
}

static void
keep_set_aside (BylJournal *self,
                const char *path)
{
  if (path == NULL)
    return;

  g_mutex_lock (&self->lock);
  if (self->set_aside == NULL)
    self->set_aside = g_file_new_for_path (path);
  g_mutex_unlock (&self->lock);
}

static gpointer
open_journal (BylOpenJournal     *open,
              BylJournalRequest  *request,
              GError            **error)
{
  BylJournal *self = request->journal;
  g_autofree char *set_aside = NULL;
  const char *path = g_file_peek_path (self->file);

  if (open->database != NULL)
    return GINT_TO_POINTER (TRUE);

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (self->file);

      g_set_error (error, BYL_ERROR, BYL_ERROR_JOURNAL,
                   _("The journal “%s” is not on this computer. Choose a folder that is."), uri);
      return NULL;
    }

  open->database = byl_journal_file_open (path, byl_journal_schema_get_migrations (),
                                          self->busy_milliseconds, &set_aside, error);
  keep_set_aside (self, set_aside);

  return GINT_TO_POINTER (open->database != NULL);
}

/* What is under way is finished; only what has not begun can be cancelled. */
static void
carry_out (BylOpenJournal *open,
           Job            *job)
{
  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task), &job->error))
    return;

  if (open->database == NULL && job->work != open_journal)
    {
      g_set_error_literal (&job->error, BYL_ERROR, BYL_ERROR_JOURNAL,
                           _("The journal is not open, so nothing is kept. Start the game again."));
      return;
    }

  job->result = job->work (open, job->request, &job->error);
}

static gpointer
run_thread (gpointer data)
{
  BylJournal *self = data;

  for (;;)
    {
      Job *job = g_async_queue_pop (self->jobs);

      if (job->task == NULL)
        {
          free_job (job);
          break;
        }

      carry_out (&self->open, job);
      send_back (job);
    }

  /* Where this fails, the next start still sees that the owner is gone. */
  if (self->open.database != NULL && self->open.claims)
    byl_journal_release_claims (self->open.database, self->open.owner, NULL);
  g_clear_pointer (&self->open.database, byl_database_close);

  return NULL;
}

static void
byl_journal_dispose (GObject *object)
{
  byl_journal_close (BYL_JOURNAL (object));

  G_OBJECT_CLASS (byl_journal_parent_class)->dispose (object);
}

static void
byl_journal_finalize (GObject *object)
{
  BylJournal *self = BYL_JOURNAL (object);

  g_clear_object (&self->file);
  g_clear_object (&self->set_aside);
  g_async_queue_unref (self->jobs);
  byl_owner_free (self->open.owner);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (byl_journal_parent_class)->finalize (object);
}

static void
byl_journal_class_init (BylJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = byl_journal_dispose;
  object_class->finalize = byl_journal_finalize;
}

static void
byl_journal_init (BylJournal *self)
{
  self->busy_milliseconds = BUSY_MILLISECONDS;
  self->jobs = g_async_queue_new_full (free_job);
  self->open.owner = byl_owner_new ();
  g_mutex_init (&self->lock);
}

/**
 * byl_journal_request_new:
 *
 * Returns: (transfer full): a request that bears the present time, to be given to
 *   byl_journal_carry_out()
 */
BylJournalRequest *
byl_journal_request_new (void)
{
  BylJournalRequest *request = g_new0 (BylJournalRequest, 1);

  request->now = g_get_real_time ();

  return request;
}

/**
 * byl_journal_carry_out:
 * @self: a journal
 * @source_tag: the calling function, by which its finish function knows the result
 * @work: what to do on the journal's thread
 * @request: (transfer full): what @work needs
 * @free_result: (nullable): frees what @work returns
 * @cancellable: (nullable): cancels the call as long as it waits for its turn
 * @callback: called in the caller's main context
 * @user_data: for @callback
 */
void
byl_journal_carry_out (BylJournal           *self,
                       gpointer              source_tag,
                       BylJournalWork        work,
                       BylJournalRequest    *request,
                       GDestroyNotify        free_result,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job;

  g_task_set_source_tag (task, source_tag);
  g_task_set_check_cancellable (task, FALSE);

  if (self->closed)
    {
      free_request (request);
      g_task_return_new_error (task, BYL_ERROR, BYL_ERROR_JOURNAL,
                               _("The journal is closed, so nothing is kept. Start the game "
                                 "again."));
      return;
    }

  request->journal = self;
  job = g_new0 (Job, 1);
  job->task = g_steal_pointer (&task);
  job->work = work;
  job->request = request;
  job->free_result = free_result;

  if (self->thread == NULL)
    self->thread = g_thread_new ("journal", run_thread, self);
  g_async_queue_push (self->jobs, job);
}

/**
 * byl_journal_get_result:
 * @self: a journal
 * @source_tag: as given to byl_journal_carry_out()
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): what the work returned; %NULL with an error
 */
gpointer
byl_journal_get_result (BylJournal    *self,
                        gpointer       source_tag,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * byl_journal_set_busy_timeout:
 * @self: a journal that was not opened yet
 * @milliseconds: how long to wait for other programs' locks; 5,000 unless set
 */
void
byl_journal_set_busy_timeout (BylJournal *self,
                              guint       milliseconds)
{
  g_return_if_fail (BYL_IS_JOURNAL (self));
  g_return_if_fail (self->thread == NULL);

  self->busy_milliseconds = milliseconds;
}

/**
 * byl_journal_new:
 * @file: where the journal lies, or is to lie
 *
 * Returns: (transfer full): a journal, to be opened before anything else is asked of it. Calls may
 *   be queued before the opening has finished; where it fails, they fail with `BYL_ERROR_JOURNAL`.
 */
BylJournal *
byl_journal_new (GFile *file)
{
  BylJournal *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (BYL_TYPE_JOURNAL, NULL);
  self->file = g_object_ref (file);

  return self;
}

/**
 * byl_journal_get_set_aside:
 * @self: a journal
 *
 * Returns: (transfer none) (nullable): the new place of a damaged journal that was met at opening;
 *   %NULL where it was sound
 */
GFile *
byl_journal_get_set_aside (BylJournal *self)
{
  GFile *set_aside;

  g_return_val_if_fail (BYL_IS_JOURNAL (self), NULL);

  g_mutex_lock (&self->lock);
  set_aside = self->set_aside;
  g_mutex_unlock (&self->lock);

  return set_aside;
}

/**
 * byl_journal_close:
 * @self: a journal
 *
 * Finishes all calls that were made, frees this journal's unfinished games to be offered to others,
 * and closes the file; waits for that. To be called before the program ends: a call under way keeps
 * the journal alive, so that dropping a reference does not wait for it. Later calls fail with
 * `BYL_ERROR_JOURNAL`.
 */
void
byl_journal_close (BylJournal *self)
{
  g_return_if_fail (BYL_IS_JOURNAL (self));

  self->closed = TRUE;
  if (self->thread == NULL)
    return;

  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  g_thread_join (g_steal_pointer (&self->thread));
}

/**
 * byl_journal_open_async:
 * @self: a journal
 * @cancellable: (nullable): cancels the call as long as it waits for its turn
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Opens the file, or makes it; a damaged one is set aside first. Opening again after an error tries
 * again.
 */
void
byl_journal_open_async (BylJournal          *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_return_if_fail (BYL_IS_JOURNAL (self));

  byl_journal_carry_out (self, byl_journal_open_async, open_journal, byl_journal_request_new (),
                         NULL, cancellable, callback, user_data);
}

/**
 * byl_journal_open_finish:
 * @self: a journal
 * @result: what the callback got
 *
 * Errors: `BYL_ERROR_VERSION` for a journal of a later version, which is left alone;
 * `BYL_ERROR_LOCKED`; `BYL_ERROR_JOURNAL` where it cannot be made or written; `BYL_ERROR_DAMAGED`
 * where a damaged one cannot be set aside.
 *
 * Returns: whether the journal is open
 */
gboolean
byl_journal_open_finish (BylJournal    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return byl_journal_get_result (self, byl_journal_open_async, result, error) != NULL;
}
