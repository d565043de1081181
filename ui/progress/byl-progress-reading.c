/* byl-progress-reading.c: all that the progress page shows, read from the journal in one go
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-progress-reading.h"

static gboolean
holds_pack (char       **packs,
            const char  *pack)
{
  for (guint i = 0; packs[i] != NULL; i += 2)
    if (g_str_equal (packs[i], pack))
      return TRUE;

  return FALSE;
}

static BylProgressReading *
take_reading (GTask *task)
{
  BylProgressReading *taken = g_new0 (BylProgressReading, 1);
  BylProgressReading *reading = g_task_get_task_data (task);

  taken->packs = g_steal_pointer (&reading->packs);
  taken->pack = g_steal_pointer (&reading->pack);
  taken->tally = g_steal_pointer (&reading->tally);
  taken->games = g_steal_pointer (&reading->games);

  return taken;
}

static void
list_games_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylProgressReading *reading = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  reading->games = byl_journal_list_games_finish (BYL_JOURNAL (source), result, &error);

  if (reading->games == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_return_pointer (task, take_reading (task), (GDestroyNotify) byl_progress_reading_free);
}

static void
tally_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylProgressReading *reading = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GError) error = NULL;

  reading->tally = byl_journal_tally_finish (BYL_JOURNAL (source), result, &error);

  if (reading->tally == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  byl_journal_list_games_async (BYL_JOURNAL (source), reading->pack, BYL_PROGRESS_MOST_GAMES,
                                cancellable, list_games_cb, g_steal_pointer (&task));
}

static void
list_packs_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  BylProgressReading *reading = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GError) error = NULL;

  reading->packs = byl_journal_list_packs_finish (BYL_JOURNAL (source), result, &error);

  if (reading->packs == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (reading->pack != NULL && !holds_pack (reading->packs, reading->pack))
    g_clear_pointer (&reading->pack, g_free);

  byl_journal_tally_async (BYL_JOURNAL (source), reading->pack, cancellable,
                           tally_cb, g_steal_pointer (&task));
}

/**
 * byl_progress_reading_free:
 * @self: (nullable) (transfer full): what was read
 */
void
byl_progress_reading_free (BylProgressReading *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->packs);
  g_free (self->pack);
  g_clear_pointer (&self->tally, byl_tally_free);
  g_clear_object (&self->games);
  g_free (self);
}

/**
 * byl_progress_read_async:
 * @journal: an open journal
 * @pack: (nullable): the id of a pack; %NULL = all, and so is one that was never played
 * @cancellable: (nullable): a cancellable
 * @callback: called when all is read
 * @user_data: for @callback
 *
 * Reads the packs played, the sums and the list of games.
 */
void
byl_progress_read_async (BylJournal          *journal,
                         const char          *pack,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (journal, cancellable, callback, user_data);
  BylProgressReading *reading = g_new0 (BylProgressReading, 1);

  g_task_set_source_tag (task, byl_progress_read_async);
  reading->pack = g_strdup (pack);
  g_task_set_task_data (task, reading, (GDestroyNotify) byl_progress_reading_free);
  byl_journal_list_packs_async (journal, cancellable, list_packs_cb, g_steal_pointer (&task));
}

/**
 * byl_progress_read_finish:
 * @journal: the journal
 * @result: what the callback was given
 * @error: where to say why it failed: an error of the journal, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was read
 */
BylProgressReading *
byl_progress_read_finish (BylJournal    *journal,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, journal), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
