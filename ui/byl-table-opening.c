/* byl-table-opening.c: from a game that the journal keeps to a table to sit down at
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-table-opening.h"

#include "byl-error.h"

#include <glib/gi18n.h>

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  gboolean only_revealed = GPOINTER_TO_INT (g_task_get_task_data (task));
  g_autoptr(BylDeal) deal = NULL;
  g_autoptr(BylGame) game = NULL;
  GError *error = NULL;

  deal = byl_journal_load_game_finish (BYL_JOURNAL (source), result, &error);

  if (deal != NULL && only_revealed)
    byl_deal_keep_revealed (deal);

  if (deal != NULL && deal->rounds->len == 0)
    error = g_error_new_literal (BYL_ERROR, BYL_ERROR_JOURNAL,
                                 _("No round of this game was revealed."));

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  game = byl_game_new (g_steal_pointer (&deal));
  g_task_return_pointer (task, byl_table_new (BYL_JOURNAL (source), game), g_object_unref);
}

/**
 * byl_table_opening_start_async:
 * @journal: where the game is kept
 * @game: the journal's number of the game
 * @only_revealed: whether to take the rounds that were revealed only, to look at them again
 * @cancellable: (nullable): stops the reading
 * @callback: called when the table is ready
 * @user_data: data for @callback
 */
void
byl_table_opening_start_async (BylJournal          *journal,
                               gint64               game,
                               gboolean             only_revealed,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (journal, cancellable, callback, user_data);

  g_task_set_source_tag (task, byl_table_opening_start_async);
  g_task_set_task_data (task, GINT_TO_POINTER (only_revealed), NULL);
  byl_journal_load_game_async (journal, game, cancellable, load_cb, g_steal_pointer (&task));
}

/**
 * byl_table_opening_start_finish:
 * @journal: where the game is kept
 * @result: what the callback got
 * @error: return location for a #BylError
 *
 * Returns: (transfer full): a table with the game on it
 */
BylTable *
byl_table_opening_start_finish (BylJournal    *journal,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, journal), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
