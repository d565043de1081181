/* byl-journal-reading.c: the calls that read the journal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-journal.h"

#include "byl-journal-list.h"
#include "byl-journal-load.h"
#include "byl-journal-private.h"
#include "byl-journal-tally.h"

static gpointer
run_load_game (BylOpenJournal     *open,
               BylJournalRequest  *request,
               GError            **error)
{
  return byl_journal_load_game (open->database, request->game, error);
}

static gpointer
run_list_games (BylOpenJournal     *open,
                BylJournalRequest  *request,
                GError            **error)
{
  return byl_journal_list_games (open->database, request->pack, request->most, error);
}

static gpointer
run_tally (BylOpenJournal     *open,
           BylJournalRequest  *request,
           GError            **error)
{
  return byl_journal_tally (open->database, request->pack, error);
}

static gpointer
run_list_packs (BylOpenJournal     *open,
                BylJournalRequest  *request,
                GError            **error)
{
  return byl_journal_list_packs (open->database, error);
}

static gpointer
run_list_questions (BylOpenJournal     *open,
                    BylJournalRequest  *request,
                    GError            **error)
{
  return byl_journal_list_questions (open->database, request->pack, error);
}

static gpointer
run_count_questions (BylOpenJournal     *open,
                     BylJournalRequest  *request,
                     GError            **error)
{
  return byl_journal_count_questions (open->database, error);
}

/**
 * byl_journal_load_game_async:
 * @self: a journal
 * @game: a game's id
 * @cancellable: (nullable): cancels the call as long as it waits for its turn
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Reads a game as it was dealt and as far as it was played; its pack need not be installed.
 */
void
byl_journal_load_game_async (BylJournal          *self,
                             gint64               game,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  BylJournalRequest *request;

  g_return_if_fail (BYL_IS_JOURNAL (self));

  request = byl_journal_request_new ();
  request->game = game;
  byl_journal_carry_out (self, byl_journal_load_game_async, run_load_game, request,
                         (GDestroyNotify) byl_deal_free, cancellable, callback, user_data);
}

/**
 * byl_journal_load_game_finish:
 * @self: a journal
 * @result: what the callback got
 *
 * Errors: also `BYL_ERROR_JOURNAL` where there is no such game.
 *
 * Returns: (transfer full) (nullable): the game
 */
BylDeal *
byl_journal_load_game_finish (BylJournal    *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return byl_journal_get_result (self, byl_journal_load_game_async, result, error);
}

/**
 * byl_journal_list_games_async:
 * @self: a journal
 * @pack: (nullable): a pack's id; %NULL for all packs
 * @most: games to list at most
 * @cancellable: (nullable): cancels the call as long as it waits for its turn
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Lists the games played, newest first.
 */
void
byl_journal_list_games_async (BylJournal          *self,
                              const char          *pack,
                              guint                most,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  BylJournalRequest *request;

  g_return_if_fail (BYL_IS_JOURNAL (self));

  request = byl_journal_request_new ();
  request->pack = g_strdup (pack);
  request->most = most;
  byl_journal_carry_out (self, byl_journal_list_games_async, run_list_games, request,
                         g_object_unref, cancellable, callback, user_data);
}

/**
 * byl_journal_list_games_finish:
 * @self: a journal
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): a list of `BylPlayedGame`
 */
GListModel *
byl_journal_list_games_finish (BylJournal    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return byl_journal_get_result (self, byl_journal_list_games_async, result, error);
}

/**
 * byl_journal_tally_async:
 * @self: a journal
 * @pack: (nullable): a pack's id; %NULL for all packs
 * @cancellable: (nullable): cancels the call as long as it waits for its turn
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Adds up all revealed rounds; see `BylTally`. The interval is Wilson's for as many independent
 * guesses as tell as much: a card of a solo round counts as one; the k cards of a line-up, which
 * are signed one to one, count together as k·(k − 1)/k. Over all packs, writers of one id are taken
 * as one only where they bear the same name.
 */
void
byl_journal_tally_async (BylJournal          *self,
                         const char          *pack,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  BylJournalRequest *request;

  g_return_if_fail (BYL_IS_JOURNAL (self));

  request = byl_journal_request_new ();
  request->pack = g_strdup (pack);
  byl_journal_carry_out (self, byl_journal_tally_async, run_tally, request,
                         (GDestroyNotify) byl_tally_free, cancellable, callback, user_data);
}

/**
 * byl_journal_tally_finish:
 * @self: a journal
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): the sums
 */
BylTally *
byl_journal_tally_finish (BylJournal    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return byl_journal_get_result (self, byl_journal_tally_async, result, error);
}

/**
 * byl_journal_list_packs_async:
 * @self: a journal
 * @cancellable: (nullable): cancels the call as long as it waits for its turn
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Lists the packs ever played.
 */
void
byl_journal_list_packs_async (BylJournal          *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (BYL_IS_JOURNAL (self));

  byl_journal_carry_out (self, byl_journal_list_packs_async, run_list_packs,
                         byl_journal_request_new (), (GDestroyNotify) g_strfreev, cancellable,
                         callback, user_data);
}

/**
 * byl_journal_list_packs_finish:
 * @self: a journal
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): ids and titles in turns, %NULL-terminated, the pack played
 *   last first
 */
char **
byl_journal_list_packs_finish (BylJournal    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return byl_journal_get_result (self, byl_journal_list_packs_async, result, error);
}

/**
 * byl_journal_list_questions_async:
 * @self: a journal
 * @pack: a pack's id
 * @cancellable: (nullable): cancels the call as long as it waits for its turn
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Lists the questions of a pack that were revealed.
 */
void
byl_journal_list_questions_async (BylJournal          *self,
                                  const char          *pack,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  BylJournalRequest *request;

  g_return_if_fail (BYL_IS_JOURNAL (self));
  g_return_if_fail (pack != NULL);

  request = byl_journal_request_new ();
  request->pack = g_strdup (pack);
  byl_journal_carry_out (self, byl_journal_list_questions_async, run_list_questions, request,
                         (GDestroyNotify) g_hash_table_unref, cancellable, callback, user_data);
}

/**
 * byl_journal_list_questions_finish:
 * @self: a journal
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): the set of their ids
 */
GHashTable *
byl_journal_list_questions_finish (BylJournal    *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return byl_journal_get_result (self, byl_journal_list_questions_async, result, error);
}

/**
 * byl_journal_count_questions_async:
 * @self: a journal
 * @cancellable: (nullable): cancels the call as long as it waits for its turn
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Counts the different questions of each pack that were revealed.
 */
void
byl_journal_count_questions_async (BylJournal          *self,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (BYL_IS_JOURNAL (self));

  byl_journal_carry_out (self, byl_journal_count_questions_async, run_count_questions,
                         byl_journal_request_new (), (GDestroyNotify) g_hash_table_unref,
                         cancellable, callback, user_data);
}

/**
 * byl_journal_count_questions_finish:
 * @self: a journal
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): pack id to their number, as GUINT_TO_POINTER()
 */
GHashTable *
byl_journal_count_questions_finish (BylJournal    *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return byl_journal_get_result (self, byl_journal_count_questions_async, result, error);
}
