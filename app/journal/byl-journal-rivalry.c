/* byl-journal-rivalry.c: the calls about the rival
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-journal.h"

#include "byl-journal-private.h"
#include "byl-journal-rival.h"

static gpointer
run_keep_rival (BylOpenJournal     *open,
                BylJournalRequest  *request,
                GError            **error)
{
  return GINT_TO_POINTER (byl_journal_keep_rival (open->database, request->deal, request->now,
                                                  error));
}

static gpointer
run_match (BylOpenJournal     *open,
           BylJournalRequest  *request,
           GError            **error)
{
  return byl_journal_match (open->database, error);
}

/**
 * byl_journal_keep_rival_async:
 * @self: a journal
 * @deal: a game that is in the journal, with what the rival says of its cards; it is copied
 * @cancellable: (nullable): cancels the call as long as it waits for its turn
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Keeps what the rival says. What was kept of it before stays as it is.
 */
void
byl_journal_keep_rival_async (BylJournal          *self,
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
  byl_journal_carry_out (self, byl_journal_keep_rival_async, run_keep_rival, request, NULL,
                         cancellable, callback, user_data);
}

/**
 * byl_journal_keep_rival_finish:
 * @self: a journal
 * @result: what the callback got
 *
 * Returns: whether it is kept
 */
gboolean
byl_journal_keep_rival_finish (BylJournal    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return byl_journal_get_result (self, byl_journal_keep_rival_async, result, error) != NULL;
}

/**
 * byl_journal_match_async:
 * @self: a journal
 * @cancellable: (nullable): cancels the call as long as it waits for its turn
 * @callback: called in the caller's main context
 * @user_data: for @callback
 *
 * Compares the player and the rival over all games so far.
 */
void
byl_journal_match_async (BylJournal          *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (BYL_IS_JOURNAL (self));

  byl_journal_carry_out (self, byl_journal_match_async, run_match, byl_journal_request_new (),
                         (GDestroyNotify) byl_match_free, cancellable, callback, user_data);
}

/**
 * byl_journal_match_finish:
 * @self: a journal
 * @result: what the callback got
 *
 * Returns: (transfer full) (nullable): how they compare
 */
BylMatch *
byl_journal_match_finish (BylJournal    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return byl_journal_get_result (self, byl_journal_match_async, result, error);
}
