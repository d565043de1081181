/* byl-game-keeping.c: bringing the journal up to where a game stands
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-game-keeping.h"

/* What is still to be kept. */
typedef struct
{
  BylDeal *deal;
  guint    position; /* of the round that is kept next, from 0 */
} Keeping;

static void
free_keeping (Keeping *keeping)
{
  byl_deal_free (keeping->deal);
  g_free (keeping);
}

static void keep_next_round (GTask *task);

static gboolean
is_over (const BylDeal *deal)
{
  for (guint i = 0; i < deal->rounds->len; i++)
    if (!((BylDealtRound *) deal->rounds->pdata[i])->revealed)
      return FALSE;

  return TRUE;
}

static void
end_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Keeping *keeping = g_task_get_task_data (task);
  GError *error = NULL;

  if (byl_journal_end_game_finish (BYL_JOURNAL (source), result, &error))
    g_task_return_int (task, keeping->deal->id);
  else
    g_task_return_error (task, error);
}

static void
end (GTask *task)
{
  Keeping *keeping = g_task_get_task_data (task);
  BylJournal *journal = g_task_get_source_object (task);

  if (is_over (keeping->deal))
    byl_journal_end_game_async (journal, keeping->deal->id, FALSE, NULL, end_cb,
                                g_object_ref (task));
  else
    g_task_return_int (task, keeping->deal->id);
}

static void
start_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Keeping *keeping = g_task_get_task_data (task);
  GError *error = NULL;

  keeping->deal->id = byl_journal_start_game_finish (BYL_JOURNAL (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    end (task);
}

static void
reveal_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (byl_journal_reveal_finish (BYL_JOURNAL (source), result, &error))
    keep_next_round (task);
  else
    g_task_return_error (task, error);
}

static void
sign_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Keeping *keeping = g_task_get_task_data (task);
  guint position = keeping->position++;
  const BylDealtRound *round = keeping->deal->rounds->pdata[position];
  GError *error = NULL;

  if (!byl_journal_sign_finish (BYL_JOURNAL (source), result, &error))
    g_task_return_error (task, error);
  else if (round->revealed)
    byl_journal_reveal_async (BYL_JOURNAL (source), keeping->deal->id, position, round->seconds,
                              NULL, reveal_cb, g_object_ref (task));
  else
    keep_next_round (task);
}

/* What the journal has already of a round it does not write twice. */
static void
keep_next_round (GTask *task)
{
  Keeping *keeping = g_task_get_task_data (task);

  if (keeping->position == keeping->deal->rounds->len)
    end (task);
  else
    byl_journal_sign_async (g_task_get_source_object (task), keeping->deal->id, keeping->position,
                            keeping->deal->rounds->pdata[keeping->position], NULL, sign_cb,
                            g_object_ref (task));
}

static void
rival_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (byl_journal_keep_rival_finish (BYL_JOURNAL (source), result, &error))
    keep_next_round (task);
  else
    g_task_return_error (task, error);
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Keeping *keeping = g_task_get_task_data (task);
  GError *error = NULL;

  if (!byl_journal_open_finish (BYL_JOURNAL (source), result, &error))
    g_task_return_error (task, error);
  else if (keeping->deal->id != 0)
    byl_journal_keep_rival_async (BYL_JOURNAL (source), keeping->deal, NULL, rival_cb,
                                  g_object_ref (task));
  else
    byl_journal_start_game_async (BYL_JOURNAL (source), keeping->deal, NULL, start_cb,
                                  g_object_ref (task));
}

/**
 * byl_game_keeping_start_async:
 * @journal: where the game is to be kept; it is opened where that has failed before
 * @deal: a game, as far as it was played; it is copied. One without an id is not in the journal yet
 * @cancellable: (nullable): drops the answer; what has begun is kept all the same
 * @callback: called when the journal has everything, or has refused something
 * @user_data: data for @callback
 *
 * Keeps what a journal that failed for a while has missed of a game.
 */
void
byl_game_keeping_start_async (BylJournal          *journal,
                              const BylDeal       *deal,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (journal, cancellable, callback, user_data);
  Keeping *keeping = g_new0 (Keeping, 1);

  keeping->deal = byl_deal_copy (deal);
  g_task_set_source_tag (task, byl_game_keeping_start_async);
  g_task_set_task_data (task, keeping, (GDestroyNotify) free_keeping);
  byl_journal_open_async (journal, NULL, open_cb, g_object_ref (task));
}

/**
 * byl_game_keeping_start_finish:
 * @journal: where the game is kept
 * @result: what the callback got
 * @error: return location for a #BylError: those of opening the journal and of writing to it
 *
 * Returns: the game's id in the journal; 0 with an error
 */
gint64
byl_game_keeping_start_finish (BylJournal    *journal,
                               GAsyncResult  *result,
                               GError       **error)
{
  gssize id;

  g_return_val_if_fail (g_task_is_valid (result, journal), 0);

  id = g_task_propagate_int (G_TASK (result), error);

  return MAX (id, 0);
}
