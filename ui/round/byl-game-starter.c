/* byl-game-starter.c: from the press on Play to a game that the journal keeps
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-game-starter.h"

#include "byl-dealer.h"
#include "byl-game-keeping.h"
#include "byl-pack-reader.h"

/* What a start carries from step to step. */
typedef struct
{
  BylPackEntry    *pack;
  BylKnownWriters *known;   /* (nullable) */
  BylRules        *rules;
  guint64          seed;
  gboolean         seeded;  /* the player named the seed: what was played before does not count */
  GHashTable      *played;  /* (nullable): ids of questions */
  BylGame         *game;
  char            *trouble; /* why the game is not kept */
} Start;

static void
free_start (Start *start)
{
  g_object_unref (start->pack);
  g_clear_pointer (&start->known, byl_known_writers_unref);
  byl_rules_free (start->rules);
  g_clear_pointer (&start->played, g_hash_table_unref);
  g_clear_object (&start->game);
  g_free (start->trouble);
  g_free (start);
}

static guint64
draw_seed (void)
{
  return ((guint64) g_random_int () << 32) | g_random_int ();
}

static void
keep_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Start *start = g_task_get_task_data (task);
  gint64 id = byl_game_keeping_start_finish (BYL_JOURNAL (source), result, &error);

  if (error != NULL)
    start->trouble = g_strdup (error->message);
  else
    byl_game_set_id (start->game, id);

  g_task_return_pointer (task, g_object_ref (start->game), g_object_unref);
}

static void
deal_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Start *start = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BylPack) pack = byl_pack_load (byl_pack_entry_get_file (start->pack), NULL,
                                           cancellable, &error);
  BylDeal *deal = NULL;

  if (pack != NULL)
    deal = byl_dealer_deal (pack, start->known, start->rules, start->seed, start->played, &error);

  if (deal != NULL)
    g_task_return_pointer (task, deal, (GDestroyNotify) byl_deal_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
deal_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  BylDeal *deal = g_task_propagate_pointer (G_TASK (result), &error);
  Start *start = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (deal == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  start->game = byl_game_new (deal);
  byl_game_keeping_start_async (BYL_JOURNAL (source), byl_game_get_deal (start->game), cancellable,
                                keep_cb, g_steal_pointer (&task));
}

/* The pack is read and dealt from in a thread; while it does, nothing else touches the
 * task's data. */
static void
deal (GTask *task)
{
  g_autoptr(GTask) dealing = g_task_new (g_task_get_source_object (task),
                                         g_task_get_cancellable (task), deal_cb,
                                         g_object_ref (task));

  g_task_set_task_data (dealing, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (dealing, deal_in_thread);
}

static void
played_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Start *start = g_task_get_task_data (task);

  /* Without a journal that can be read, nothing is known to have been played. */
  start->played = byl_journal_list_questions_finish (BYL_JOURNAL (source), result, NULL);
  deal (task);
}

/**
 * byl_game_starter_start_async:
 * @journal: where the game is kept
 * @pack: the pack to play
 * @known: (nullable): writers whose names are hidden whatever the pack
 * @rules: the rules of the game
 * @seed: (nullable): the seed to deal from; %NULL draws one and deals unplayed questions first
 * @cancellable: (nullable): stops the start
 * @callback: called when the game is ready
 * @user_data: data for @callback
 */
void
byl_game_starter_start_async (BylJournal          *journal,
                              BylPackEntry        *pack,
                              BylKnownWriters     *known,
                              const BylRules      *rules,
                              const guint64       *seed,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (journal, cancellable, callback, user_data);
  Start *start = g_new0 (Start, 1);

  start->pack = g_object_ref (pack);
  start->known = known != NULL ? byl_known_writers_ref (known) : NULL;
  start->rules = byl_rules_copy (rules);
  start->seeded = seed != NULL;
  start->seed = seed != NULL ? *seed : draw_seed ();

  g_task_set_source_tag (task, byl_game_starter_start_async);
  g_task_set_task_data (task, start, (GDestroyNotify) free_start);

  if (start->seeded)
    deal (task);
  else
    byl_journal_list_questions_async (journal, byl_pack_entry_get_id (pack), cancellable,
                                      played_cb, g_steal_pointer (&task));
}

/**
 * byl_game_starter_start_finish:
 * @journal: where the game is kept
 * @result: what the callback got
 * @trouble: (out) (transfer full) (nullable): why the game could not be kept; it can be played all
 *   the same
 * @error: return location for a #BylError
 *
 * Returns: (transfer full): a game
 */
BylGame *
byl_game_starter_start_finish (BylJournal    *journal,
                               GAsyncResult  *result,
                               char         **trouble,
                               GError       **error)
{
  Start *start;

  g_return_val_if_fail (g_task_is_valid (result, journal), NULL);

  start = g_task_get_task_data (G_TASK (result));
  *trouble = g_steal_pointer (&start->trouble);

  return g_task_propagate_pointer (G_TASK (result), error);
}
