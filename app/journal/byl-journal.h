/* byl-journal.h: the record of everything played
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-deal.h"
#include "byl-match.h"
#include "byl-played-game.h"
#include "byl-tally.h"

G_BEGIN_DECLS

#define BYL_TYPE_JOURNAL (byl_journal_get_type ())
G_DECLARE_FINAL_TYPE (BylJournal, byl_journal, BYL, JOURNAL, GObject)

BylJournal *byl_journal_new                 (GFile                *file);
GFile      *byl_journal_get_set_aside       (BylJournal           *self);

/* Finishes all calls that were made and closes the file; to be called before the program ends. */
void        byl_journal_close               (BylJournal           *self);

/* Each call is carried out in order on one thread of the journal's own; when it has finished
 * without an error, what it wrote survives the end of the program and of the machine. */
void        byl_journal_open_async          (BylJournal           *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean    byl_journal_open_finish         (BylJournal           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

void        byl_journal_start_game_async    (BylJournal           *self,
                                             const BylDeal        *deal,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gint64      byl_journal_start_game_finish   (BylJournal           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Keeps the guesses and bets of one round, as they stand in @round. */
void        byl_journal_sign_async          (BylJournal           *self,
                                             gint64                game,
                                             guint                 round_number,
                                             const BylDealtRound  *round,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean    byl_journal_sign_finish         (BylJournal           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

void        byl_journal_reveal_async        (BylJournal           *self,
                                             gint64                game,
                                             guint                 round_number,
                                             double                seconds,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean    byl_journal_reveal_finish       (BylJournal           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Ends a game: played to its summary, or given up (then it is not offered again). */
void        byl_journal_end_game_async      (BylJournal           *self,
                                             gint64                game,
                                             gboolean              given_up,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean    byl_journal_end_game_finish     (BylJournal           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Keeps what the rival says of the cards of a game, as it stands in @deal. */
void        byl_journal_keep_rival_async    (BylJournal           *self,
                                             const BylDeal        *deal,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean    byl_journal_keep_rival_finish   (BylJournal           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* How the player and the rival compare over all rounds that both have signed. */
void        byl_journal_match_async         (BylJournal           *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
BylMatch   *byl_journal_match_finish        (BylJournal           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

void        byl_journal_load_game_async     (BylJournal           *self,
                                             gint64                game,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
BylDeal    *byl_journal_load_game_finish    (BylJournal           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* The newest game that neither ended nor is being played by a running program, claimed for this
 * one; 0 without an error where there is none. */
void        byl_journal_find_interrupted_async  (BylJournal           *self,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gint64      byl_journal_find_interrupted_finish (BylJournal           *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

/* Newest first, at most @most; of all packs where @pack is NULL. */
void        byl_journal_list_games_async    (BylJournal           *self,
                                             const char           *pack,
                                             guint                 most,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GListModel *byl_journal_list_games_finish   (BylJournal           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

void        byl_journal_tally_async         (BylJournal           *self,
                                             const char           *pack,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
BylTally   *byl_journal_tally_finish        (BylJournal           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* The packs ever played, by id, as a NULL-terminated array of "id" and title in turns. */
void        byl_journal_list_packs_async    (BylJournal           *self,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
char      **byl_journal_list_packs_finish   (BylJournal           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

/* Which questions of a pack have been revealed: a set of their ids. */
void        byl_journal_list_questions_async  (BylJournal           *self,
                                               const char           *pack,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
GHashTable *byl_journal_list_questions_finish (BylJournal           *self,
                                               GAsyncResult         *result,
                                               GError              **error);

/* How many different questions of each pack have been revealed: pack id to GUINT_TO_POINTER. */
void        byl_journal_count_questions_async  (BylJournal           *self,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GHashTable *byl_journal_count_questions_finish (BylJournal           *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
