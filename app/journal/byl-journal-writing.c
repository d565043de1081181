/* byl-journal-writing.c: the calls that write to the journal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-journal.h"

#include "byl-journal-claims.h"
#include "byl-journal-games.h"
#include "byl-journal-private.h"
#include "byl-journal-signing.h"

static gpointer
run_start_game (BylOpenJournal     *open,
                BylJournalRequest  *request,
                GError            **error)
{
  gint64 game;

  open->claims = TRUE;
  if (!byl_journal_start_game (open->database, open->owner, request->deal, request->now, &game,
                               error))
    return NULL;

  return g_memdup2 (&game, sizeof (game));
}

static gpointer
run_sign (BylOpenJournal     *open,
          BylJournalRequest  *request,
          GError            **error)
{
  return GINT_TO_POINTER (byl_journal_sign (open->database, request->game, request->round_number,
                                            request->signatures, request->now, error));
}

static gpointer
run_reveal (BylOpenJournal     *open,
            BylJournalRequest  *request,
            GError            **error)
{
  return GINT_TO_POINTER (byl_journal_reveal (open->database, request->game, request->round_number,
                                              request->seconds, request->now, error));
}

static gpointer
run_end_game (BylOpenJournal     *open,
              BylJournalRequest  *request,
              GError            **error)
{
  return GINT_TO_POINTER (byl_journal_end_game (open->database, request->game, request->given_up,
                                                request->now, error));
}

static gpointer
run_find_interrupted (BylOpenJournal     *open,
                      BylJournalRequest  *request,
                      GError            **error)
{
  gint64 game;

  open->claims = TRUE;
  if (!byl_journal_find_interrupted (open->database, open->owner, &game, error))
    return NULL;

  return g_memdup2 (&game, sizeof (game));
}

/**
 * byl_journal_start_game_async:
 * @self: a journal
 * @deal: the game, as it was dealt; it is copied
 * @cancellable: (nullable): cancels the call as long as it waits for its turn
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Keeps a game. It is claimed for this journal until it ends or the journal is closed.
 */
void
byl_journal_start_game_async (BylJournal          *self,
                              const BylDeal       *deal,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  BylJournalRequest *request;

  g_return_if_fail (BYL_IS_JOURNAL (self));
  g_return_if_fail (deal != NULL);

  request = byl_journal_request_new ();
  request->deal = byl_deal_copy (deal);
  byl_journal_carry_out (self, byl_journal_start_game_async, run_start_game, request, g_free,
                         cancellable, callback, user_data);
}

/**
 * byl_journal_start_game_finish:
 * @self: a journal
 * @result: what the callback got
 *
 * Returns: the game's id in the journal, from 1; 0 with an error
 */
gint64
byl_journal_start_game_finish (BylJournal    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_autofree gint64 *game =
    byl_journal_get_result (self, byl_journal_start_game_async, result, error);

  return game != NULL ? *game : 0;
}

/**
 * byl_journal_sign_async:
 * @self: a journal
 * @game: a game's id
 * @round_number: from 0
 * @round: the round; its guesses and bets are copied
 * @cancellable: (nullable): cancels the call as long as it waits for its turn
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Keeps the guesses and bets of a round as they stand. Those that changed are added to the history
 * of their cards, with the time of this call.
 */
void
byl_journal_sign_async (BylJournal          *self,
                        gint64               game,
                        guint                round_number,
                        const BylDealtRound *round,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  BylJournalRequest *request;

  g_return_if_fail (BYL_IS_JOURNAL (self));
  g_return_if_fail (round != NULL);

  request = byl_journal_request_new ();
  request->game = game;
  request->round_number = round_number;
  request->signatures = byl_journal_copy_signatures (round);
  byl_journal_carry_out (self, byl_journal_sign_async, run_sign, request, NULL,
                         cancellable, callback, user_data);
}

/**
 * byl_journal_sign_finish:
 * @self: a journal
 * @result: what the callback got
 *
 * Errors: also `BYL_ERROR_JOURNAL` for a round that is not there or was revealed before.
 *
 * Returns: whether they are kept
 */
gboolean
byl_journal_sign_finish (BylJournal    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return byl_journal_get_result (self, byl_journal_sign_async, result, error) != NULL;
}

/**
 * byl_journal_reveal_async:
 * @self: a journal
 * @game: a game's id
 * @round_number: from 0
 * @seconds: from the question's being shown to the reveal, from 0.0
 * @cancellable: (nullable): cancels the call as long as it waits for its turn
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Keeps a round as revealed; a second reveal of it changes nothing.
 */
void
byl_journal_reveal_async (BylJournal          *self,
                          gint64               game,
                          guint                round_number,
                          double               seconds,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  BylJournalRequest *request;

  g_return_if_fail (BYL_IS_JOURNAL (self));

  request = byl_journal_request_new ();
  request->game = game;
  request->round_number = round_number;
  request->seconds = seconds;
  byl_journal_carry_out (self, byl_journal_reveal_async, run_reveal, request, NULL,
                         cancellable, callback, user_data);
}

/**
 * byl_journal_reveal_finish:
 * @self: a journal
 * @result: what the callback got
 *
 * Errors: also `BYL_ERROR_JOURNAL` for a round that is not there.
 *
 * Returns: whether it is kept
 */
gboolean
byl_journal_reveal_finish (BylJournal    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return byl_journal_get_result (self, byl_journal_reveal_async, result, error) != NULL;
}

/**
 * byl_journal_end_game_async:
 * @self: a journal
 * @game: a game's id
 * @given_up: whether it was left before its summary
 * @cancellable: (nullable): cancels the call as long as it waits for its turn
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Keeps a game as ended, so that it is not offered again; a second end changes nothing.
 */
void
byl_journal_end_game_async (BylJournal          *self,
                            gint64               game,
                            gboolean             given_up,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  BylJournalRequest *request;

  g_return_if_fail (BYL_IS_JOURNAL (self));

  request = byl_journal_request_new ();
  request->game = game;
  request->given_up = given_up;
  byl_journal_carry_out (self, byl_journal_end_game_async, run_end_game, request, NULL,
                         cancellable, callback, user_data);
}

/**
 * byl_journal_end_game_finish:
 * @self: a journal
 * @result: what the callback got
 *
 * Returns: whether it is kept
 */
gboolean
byl_journal_end_game_finish (BylJournal    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return byl_journal_get_result (self, byl_journal_end_game_async, result, error) != NULL;
}

/**
 * byl_journal_find_interrupted_async:
 * @self: a journal
 * @cancellable: (nullable): cancels the call as long as it waits for its turn
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Finds the newest game that neither ended nor is being played by a running program, and claims it
 * for this journal.
 */
void
byl_journal_find_interrupted_async (BylJournal          *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_return_if_fail (BYL_IS_JOURNAL (self));

  byl_journal_carry_out (self, byl_journal_find_interrupted_async, run_find_interrupted,
                         byl_journal_request_new (), g_free, cancellable, callback, user_data);
}

/**
 * byl_journal_find_interrupted_finish:
 * @self: a journal
 * @result: what the callback got
 *
 * Returns: the game's id; 0 where there is none, or with an error
 */
gint64
byl_journal_find_interrupted_finish (BylJournal    *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_autofree gint64 *game =
    byl_journal_get_result (self, byl_journal_find_interrupted_async, result, error);

  return game != NULL ? *game : 0;
}
