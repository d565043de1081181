/* byl-recording-list.c: the recordings of a folder
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-list.h"

#include "byl-error.h"
#include "byl-recording-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (BylRecordingSummary, byl_recording_summary, byl_recording_summary_copy,
                     byl_recording_summary_free)

/**
 * byl_recording_summary_copy:
 * @self: a summary
 *
 * Returns: (transfer full): one that equals it
 */
BylRecordingSummary *
byl_recording_summary_copy (const BylRecordingSummary *self)
{
  BylRecordingSummary *copy = g_new (BylRecordingSummary, 1);

  *copy = *self;
  copy->folder = g_object_ref (self->folder);
  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);

  return copy;
}

/**
 * byl_recording_summary_free:
 * @self: (nullable) (transfer full): a summary
 *
 * Frees the summary.
 */
void
byl_recording_summary_free (BylRecordingSummary *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->folder);
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

/* How many different answers there are; a torn line is none. */
static guint
count_answers (GFile                  *folder,
               const BylRecordingPlan *plan)
{
  g_autoptr(GBytes) bytes = byl_recording_store_peek_answers (folder);
  g_autofree gboolean *seen = NULL;
  guint n_writers = plan->writers->len;
  guint n = 0;
  const char *at;
  const char *end;
  const char *stop;
  gsize length;

  if (bytes == NULL)
    return 0;

  seen = g_new0 (gboolean, (gsize) plan->questions->len * n_writers);
  at = g_bytes_get_data (bytes, &length);
  for (end = at + length; at < end; at = stop + 1)
    {
      g_autoptr(BylRecordingAnswer) answer = NULL;
      gsize place;

      stop = memchr (at, '\n', (gsize) (end - at));
      if (stop == NULL)
        break;

      answer = byl_recording_answer_from_line (at, (gsize) (stop - at), plan);
      if (answer == NULL)
        continue;

      place = (gsize) answer->question * n_writers + answer->writer;
      n += !seen[place];
      seen[place] = TRUE;
    }

  return n;
}

static gint64
get_change (GFile *folder)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), "answers.jsonl", NULL);
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (gint64) status.st_mtim.tv_sec : 0;
}

static BylRecordingSummary *
summarize (GFile *folder)
{
  g_autoptr(GBytes) bytes = byl_recording_store_peek_plan (folder, NULL);
  g_autoptr(GPtrArray) problems = byl_problem_list_new ();
  g_autoptr(BylRecordingPlan) plan = NULL;
  BylRecordingIdentity identity = { NULL };
  BylRecordingSummary *self;

  if (bytes != NULL)
    plan = byl_recording_file_read (bytes, &identity, problems, NULL);
  if (plan == NULL)
    return NULL;

  self = g_new0 (BylRecordingSummary, 1);
  self->folder = g_object_ref (folder);
  self->id = g_strdup (identity.id);
  self->title = g_strdup (plan->title);
  self->n_questions = plan->questions->len;
  self->n_writers = plan->writers->len;
  self->n_expected = self->n_questions * self->n_writers;
  self->n_done = count_answers (folder, plan);
  self->changed = get_change (folder);
  byl_recording_identity_clear (&identity);

  return self;
}

static int
compare_changes (gconstpointer first,
                 gconstpointer second)
{
  const BylRecordingSummary *one = *(const BylRecordingSummary * const *) first;
  const BylRecordingSummary *other = *(const BylRecordingSummary * const *) second;

  if (one->changed != other->changed)
    return one->changed > other->changed ? -1 : 1;

  return g_strcmp0 (one->id, other->id);
}

/**
 * byl_recording_list_load:
 * @parent_dir: the folder of recordings
 * @error: return location for the error
 *
 * Looks for recordings, without opening them. What is none, or is damaged, is passed over. This
 * blocks.
 *
 * Errors: %BYL_ERROR_READ where the folder cannot be read; one that is missing has none in it.
 *
 * Returns: (transfer full) (nullable) (element-type BylRecordingSummary): the recordings, the one
 *   that changed last first; %NULL with @error set
 */
GPtrArray *
byl_recording_list_load (GFile   *parent_dir,
                         GError **error)
{
  g_autoptr(GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_recording_summary_free);
  g_autoptr(GError) cause = NULL;
  g_autoptr(GDir) dir = g_dir_open (g_file_peek_path (parent_dir), 0, &cause);
  const char *name;

  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_steal_pointer (&list);

  if (dir == NULL)
    {
      g_set_error (error, BYL_ERROR, BYL_ERROR_READ,
                   /* Translators: what the system says about a folder */
                   _("The folder of recordings cannot be read: %s."), cause->message);
      return NULL;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr(GFile) folder = g_file_get_child (parent_dir, name);
      BylRecordingSummary *summary = *name != '.' ? summarize (folder) : NULL;

      if (summary != NULL)
        g_ptr_array_add (list, summary);
    }
  g_ptr_array_sort (list, compare_changes);

  return g_steal_pointer (&list);
}

/**
 * byl_recording_list_remove:
 * @folder: the folder of a recording
 * @error: return location for the error
 *
 * Deletes a recording with all of its answers. This blocks.
 *
 * Errors: those of byl_recording_open() but for errors in its plan; a recording that is in use
 * stays.
 *
 * Returns: whether it is gone
 */
gboolean
byl_recording_list_remove (GFile   *folder,
                           GError **error)
{
  g_autoptr(GBytes) plan = NULL;
  g_autoptr(BylRecordingStore) store = byl_recording_store_open (folder, &plan, error);

  return store != NULL && byl_recording_store_remove (store, error);
}
