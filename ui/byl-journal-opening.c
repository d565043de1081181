/* byl-journal-opening.c: opening the journal at the start, and what waits in it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-journal-opening.h"

#include "byl-error.h"

#include <glib/gi18n.h>

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;

  /* A game that cannot be read is not offered; its journal works all the same. */
  g_task_return_pointer (task, byl_journal_load_game_finish (BYL_JOURNAL (source), result, NULL),
                         (GDestroyNotify) byl_deal_free);
}

static void
find_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  gint64 id = byl_journal_find_interrupted_finish (BYL_JOURNAL (source), result, &error);
  GCancellable *cancellable = g_task_get_cancellable (task);

  /* To find a game is to claim it: who cannot do that can keep no game either. */
  if (error != NULL)
    g_task_return_error (task, error);
  else if (id == 0)
    g_task_return_pointer (task, NULL, NULL);
  else
    byl_journal_load_game_async (BYL_JOURNAL (source), id, cancellable, load_cb,
                                 g_steal_pointer (&task));
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (!byl_journal_open_finish (BYL_JOURNAL (source), result, &error))
    g_task_return_error (task, error);
  else
    byl_journal_find_interrupted_async (BYL_JOURNAL (source), cancellable, find_cb,
                                        g_steal_pointer (&task));
}

/**
 * byl_journal_opening_start_async:
 * @journal: a journal that is not open yet
 * @cancellable: (nullable): stops it
 * @callback: called when the journal is open
 * @user_data: data for @callback
 *
 * Opens the journal and looks for a game that was interrupted.
 */
void
byl_journal_opening_start_async (BylJournal          *journal,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = g_task_new (journal, cancellable, callback, user_data);

  g_task_set_source_tag (task, byl_journal_opening_start_async);
  byl_journal_open_async (journal, cancellable, open_cb, task);
}

/**
 * byl_journal_opening_start_finish:
 * @journal: the journal
 * @result: what the callback got
 * @notice: (out) (transfer full) (nullable): a sentence that the player should read
 * @error: return location for a #BylError, whose message says as well what follows from it
 *
 * Returns: (transfer full) (nullable): a game that was interrupted; %NULL without an error where
 *   there is none
 */
BylDeal *
byl_journal_opening_start_finish (BylJournal    *journal,
                                  GAsyncResult  *result,
                                  char         **notice,
                                  GError       **error)
{
  GFile *set_aside = byl_journal_get_set_aside (journal);
  g_autoptr(GError) local_error = NULL;
  BylDeal *deal;

  g_return_val_if_fail (g_task_is_valid (result, journal), NULL);

  *notice = NULL;

  if (set_aside != NULL)
    {
      g_autofree char *name = g_file_get_basename (set_aside);

      /* Translators: %s is the name of a file. */
      *notice = g_strdup_printf (_("Your journal was damaged. It is kept as “%s”; a new one has "
                                   "begun."), name);
    }

  deal = g_task_propagate_pointer (G_TASK (result), &local_error);

  if (local_error != NULL && local_error->domain == BYL_ERROR)
    /* Translators: %s is a sentence that says what went wrong. */
    g_set_error (error, BYL_ERROR, local_error->code, _("What you play is not kept for now. %s"),
                 local_error->message);
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return deal;
}
