/* byl-journal-signing.c: writing signatures, reveals and the ends of games into the journal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-journal-signing.h"

#include "byl-error.h"

#include <glib/gi18n.h>
#include <math.h>

static void
clear_signature (gpointer data)
{
  BylSignature *signature = data;

  g_free (signature->writer);
  g_free (signature->marks);
}

/* Finds a round and whether it is revealed. */
static gboolean
find_round (BylDatabase  *database,
            gint64        game,
            guint         round_number,
            gint64       *round,
            gboolean     *revealed,
            GError      **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT id, revealed IS NOT NULL FROM rounds"
                          " WHERE game = ?1 AND number = ?2",
                          error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, game);
  sqlite3_bind_int64 (statement, 2, round_number);
  if (!byl_database_step (database, statement, &row, error))
    return FALSE;

  if (!row)
    {
      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_JOURNAL,
                           _("This game is not in the journal, so nothing more of it is kept. "
                             "Start a new game."));
      return FALSE;
    }

  *round = sqlite3_column_int64 (statement, 0);
  *revealed = sqlite3_column_int (statement, 1);
  sqlite3_reset (statement);

  return TRUE;
}

static gboolean
refuse_change (GError **error)
{
  g_set_error_literal (error, BYL_ERROR, BYL_ERROR_JOURNAL,
                       _("This round was revealed in another window, so its signatures stay as "
                         "they were. Go on to the next round."));

  return FALSE;
}

/* Adds the marks on a card where they are not the last already. Their credit comes after the
 * reveal, once. */
static gboolean
keep_marks (BylDatabase         *database,
            gint64               card,
            const BylSignature  *signature,
            gboolean             revealed,
            gint64               now,
            GError             **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT marks FROM marks WHERE card = ?1 ORDER BY id DESC LIMIT 1",
                          error);
  const char *last;
  gboolean row;
  gboolean same;

  if (signature->marks == NULL)
    return TRUE;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, card);
  if (!byl_database_step (database, statement, &row, error))
    return FALSE;

  last = row ? (const char *) sqlite3_column_text (statement, 0) : NULL;
  same = g_strcmp0 (last, signature->marks) == 0;
  sqlite3_reset (statement);

  if (same)
    return TRUE;

  if (revealed && !signature->judged)
    return refuse_change (error);

  return byl_journal_add_marks (database, card, signature->marks, now, error);
}

/* Finds a card and whether its last signature is @signature already. */
static gboolean
compare_signature (BylDatabase         *database,
                   gint64               round,
                   guint                position,
                   const BylSignature  *signature,
                   gint64              *card,
                   gboolean            *same,
                   GError             **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT cards.id, guesses.writer, guesses.bet FROM cards"
                          " LEFT JOIN guesses ON guesses.card = cards.id"
                          " WHERE cards.round = ?1 AND cards.position = ?2"
                          " ORDER BY guesses.id DESC LIMIT 1",
                          error);
  const char *writer;
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, round);
  sqlite3_bind_int64 (statement, 2, position);
  if (!byl_database_step (database, statement, &row, error))
    return FALSE;

  /* A card that was not dealt cannot be signed; the caller's round is not this one. */
  *card = row ? sqlite3_column_int64 (statement, 0) : 0;
  writer = row ? (const char *) sqlite3_column_text (statement, 1) : NULL;
  *same = row && g_strcmp0 (writer, signature->writer) == 0
          && sqlite3_column_int (statement, 2) == (int) signature->bet;
  sqlite3_reset (statement);

  return TRUE;
}

static gboolean
keep_signatures (BylDatabase  *database,
                 gint64        game,
                 guint         round_number,
                 GArray       *signatures,
                 gint64        now,
                 GError      **error)
{
  gboolean revealed;
  gint64 round;

  if (!find_round (database, game, round_number, &round, &revealed, error))
    return FALSE;

  for (guint i = 0; i < signatures->len; i++)
    {
      const BylSignature *signature = &g_array_index (signatures, BylSignature, i);
      gboolean same;
      gint64 card;

      if (!compare_signature (database, round, i, signature, &card, &same, error))
        return FALSE;

      if (!same && (card == 0 || revealed))
        return refuse_change (error);

      if ((!same && !byl_journal_add_signature (database, card, signature, now, error))
          || !keep_marks (database, card, signature, revealed, now, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
keep_reveal (BylDatabase  *database,
             gint64        game,
             guint         round_number,
             double        seconds,
             gint64        now,
             GError      **error)
{
  sqlite3_stmt *statement;
  gboolean revealed;
  gint64 round;

  if (!find_round (database, game, round_number, &round, &revealed, error))
    return FALSE;
  if (revealed)
    return TRUE;

  statement = byl_database_prepare (database,
                                    "UPDATE rounds SET revealed = ?1, seconds = ?2 WHERE id = ?3",
                                    error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, now);
  sqlite3_bind_double (statement, 2, isfinite (seconds) ? MAX (seconds, 0.0) : 0.0);
  sqlite3_bind_int64 (statement, 3, round);

  return byl_database_run (database, statement, error);
}

/**
 * byl_journal_copy_signatures:
 * @round: a round in play
 *
 * Returns: (transfer full) (element-type BylSignature): its signature lines, in the order of its
 *   cards
 */
GArray *
byl_journal_copy_signatures (const BylDealtRound *round)
{
  GArray *signatures = g_array_new (FALSE, TRUE, sizeof (BylSignature));

  g_array_set_clear_func (signatures, clear_signature);

  for (guint i = 0; i < round->cards->len; i++)
    {
      const BylDealtCard *card = g_ptr_array_index (round->cards, i);
      BylSignature signature = { g_strdup (card->guess), card->bet, NULL, FALSE };

      if (card->marks != NULL)
        {
          signature.marks = byl_marks_print (card->marks);
          signature.judged = card->marks->judged;
        }

      g_array_append_val (signatures, signature);
    }

  return signatures;
}

/**
 * byl_journal_add_signature:
 * @database: the journal, in a transaction
 * @card: a card's id in the journal
 * @signature: what is on its line now
 * @now: microseconds since 1970, UTC
 *
 * Returns: whether it was added to the card's history
 */
gboolean
byl_journal_add_signature (BylDatabase         *database,
                           gint64               card,
                           const BylSignature  *signature,
                           gint64               now,
                           GError             **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "INSERT INTO guesses (card, signed, writer, bet) VALUES (?1, ?2, ?3, ?4)",
                          error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, card);
  sqlite3_bind_int64 (statement, 2, now);
  byl_database_bind_text (statement, 3, signature->writer);
  sqlite3_bind_int (statement, 4, (int) signature->bet);

  return byl_database_run (database, statement, error);
}

/**
 * byl_journal_add_marks:
 * @database: the journal, in a transaction
 * @card: a card's id in the journal
 * @marks: as byl_marks_print() writes them
 * @now: microseconds since 1970, UTC
 *
 * Returns: whether they were added to the card's history
 */
gboolean
byl_journal_add_marks (BylDatabase  *database,
                       gint64        card,
                       const char   *marks,
                       gint64        now,
                       GError      **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "INSERT INTO marks (card, marked, marks) VALUES (?1, ?2, ?3)", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, card);
  sqlite3_bind_int64 (statement, 2, now);
  byl_database_bind_text (statement, 3, marks);

  return byl_database_run (database, statement, error);
}

/**
 * byl_journal_sign:
 * @database: the journal
 * @game: a game's id
 * @round_number: from 0
 * @signatures: (element-type BylSignature): as they stand; only those that changed are added
 * @now: microseconds since 1970, UTC
 *
 * Errors: also `BYL_ERROR_JOURNAL` for a round that is not there, or whose signatures would change
 * after its reveal.
 *
 * Returns: whether all of them are kept
 */
gboolean
byl_journal_sign (BylDatabase  *database,
                  gint64        game,
                  guint         round_number,
                  GArray       *signatures,
                  gint64        now,
                  GError      **error)
{
  return byl_database_begin_write (database, error)
         && byl_database_end (database,
                              keep_signatures (database, game, round_number, signatures, now,
                                               error),
                              error);
}

/**
 * byl_journal_reveal:
 * @database: the journal
 * @game: a game's id
 * @round_number: from 0
 * @seconds: from the question's being shown to the reveal
 * @now: microseconds since 1970, UTC
 *
 * A second reveal of a round changes nothing.
 *
 * Returns: whether the round is kept as revealed
 */
gboolean
byl_journal_reveal (BylDatabase  *database,
                    gint64        game,
                    guint         round_number,
                    double        seconds,
                    gint64        now,
                    GError      **error)
{
  return byl_database_begin_write (database, error)
         && byl_database_end (database,
                              keep_reveal (database, game, round_number, seconds, now, error),
                              error);
}

/**
 * byl_journal_end_game:
 * @database: the journal
 * @game: a game's id
 * @given_up: whether it was left before its end
 * @now: microseconds since 1970, UTC
 *
 * A game ends once: a second end changes nothing.
 *
 * Returns: whether the game is kept as ended
 */
gboolean
byl_journal_end_game (BylDatabase  *database,
                      gint64        game,
                      gboolean      given_up,
                      gint64        now,
                      GError      **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "UPDATE games SET ended = ?1, given_up = ?2, owner_process = NULL,"
                          " owner_birth = NULL, owner_token = NULL WHERE id = ?3 AND ended IS NULL",
                          error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, now);
  sqlite3_bind_int (statement, 2, given_up);
  sqlite3_bind_int64 (statement, 3, game);

  return byl_database_run (database, statement, error);
}
