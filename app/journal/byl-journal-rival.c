/* byl-journal-rival.c: what the rival says, in the journal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-journal-rival.h"

#include <math.h>

#define ARGUMENTS_TYPE "a(suu)" /* reason or sentence, start, end */

static char *
print_probabilities (const BylRivalNote *note)
{
  g_autoptr(GVariant) variant =
    g_variant_ref_sink (g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, note->probabilities->data,
                                                   note->probabilities->len, sizeof (double)));

  return g_variant_print (variant, TRUE);
}

/* Those that are known as what they are about, or those that are known in words only. */
static char *
print_arguments (const BylRivalNote *note,
                 gboolean            in_words)
{
  g_autoptr(GVariant) variant = NULL;
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (ARGUMENTS_TYPE));

  for (guint i = 0; i < note->arguments->len; i++)
    {
      const BylRivalArgument *argument = g_ptr_array_index (note->arguments, i);

      const char *text = in_words ? argument->sentence : argument->reason;

      if (text != NULL)
        g_variant_builder_add (&builder, "(suu)", text, argument->start, argument->end);
    }

  variant = g_variant_ref_sink (g_variant_builder_end (&builder));

  return g_variant_print (variant, TRUE);
}

/* What does not read as a list was changed by hand: the rest of the note is shown all the same. */
static GVariant *
parse (sqlite3_stmt *statement,
       int           column,
       const char   *type)
{
  g_autofree char *text = byl_database_dup_column (statement, column);

  return text != NULL ? g_variant_parse (G_VARIANT_TYPE (type), text, NULL, NULL, NULL) : NULL;
}

/**
 * byl_journal_add_rival_note:
 * @database: the journal
 * @card: id of a card
 * @note: what the rival says of it
 * @now: microseconds since 1970, UTC
 *
 * What was kept before stays as it is.
 *
 * Returns: whether it is kept
 */
gboolean
byl_journal_add_rival_note (BylDatabase         *database,
                            gint64               card,
                            const BylRivalNote  *note,
                            gint64               now,
                            GError             **error)
{
  g_autofree char *probabilities = print_probabilities (note);
  g_autofree char *arguments = print_arguments (note, TRUE);
  g_autofree char *reasons = print_arguments (note, FALSE);
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "INSERT OR IGNORE INTO rival_notes (card, told, writer, probability,"
                          " probabilities, arguments, reasons)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                          error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, card);
  sqlite3_bind_int64 (statement, 2, now);
  byl_database_bind_text (statement, 3, note->writer);
  sqlite3_bind_double (statement, 4, isfinite (note->probability) ? note->probability : 0.0);
  byl_database_bind_text (statement, 5, probabilities);
  byl_database_bind_text (statement, 6, arguments);
  byl_database_bind_text (statement, 7, reasons);

  return byl_database_run (database, statement, error);
}

static void
read_arguments (BylRivalNote *note,
                sqlite3_stmt *statement,
                int           column,
                gboolean      in_words)
{
  g_autoptr(GVariant) arguments = parse (statement, column, ARGUMENTS_TYPE);

  for (gsize i = 0; arguments != NULL && i < g_variant_n_children (arguments); i++)
    {
      const char *text;
      guint start, end;

      g_variant_get_child (arguments, i, "(&suu)", &text, &start, &end);
      byl_rival_note_add_argument (note, in_words ? NULL : text, in_words ? text : NULL, start,
                                   end);
    }
}

/**
 * byl_journal_read_rival_note:
 * @statement: a row that has, from @column on, the columns writer, probability, probabilities,
 *   arguments and reasons of `rival_notes`, or nulls
 * @column: the first of them, from 0
 *
 * Returns: (transfer full) (nullable): what the rival says; %NULL where it says nothing
 */
BylRivalNote *
byl_journal_read_rival_note (sqlite3_stmt *statement,
                             int           column)
{
  g_autofree char *writer = byl_database_dup_column (statement, column);
  double probability = sqlite3_column_double (statement, column + 1);
  g_autoptr(GVariant) probabilities = NULL;
  BylRivalNote *note;

  if (writer == NULL)
    return NULL;

  note = byl_rival_note_new (writer, CLAMP (probability, 0.0, 1.0));
  probabilities = parse (statement, column + 2, "ad");

  if (probabilities != NULL)
    {
      gsize n;
      const double *values = g_variant_get_fixed_array (probabilities, &n, sizeof (double));

      g_array_append_vals (note->probabilities, values, (guint) n);
    }

  read_arguments (note, statement, column + 3, TRUE);
  read_arguments (note, statement, column + 4, FALSE);

  return note;
}

static gboolean
find_card (BylDatabase  *database,
           gint64        game,
           guint         round_number,
           guint         position,
           gint64       *card,
           GError      **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT cards.id FROM cards JOIN rounds ON rounds.id = cards.round"
                          " WHERE rounds.game = ?1 AND rounds.number = ?2"
                          " AND cards.position = ?3",
                          error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, game);
  sqlite3_bind_int64 (statement, 2, round_number);
  sqlite3_bind_int64 (statement, 3, position);
  if (!byl_database_step (database, statement, &row, error))
    return FALSE;

  *card = row ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);

  return TRUE;
}

static gboolean
keep_notes (BylDatabase    *database,
            const BylDeal  *deal,
            gint64          now,
            GError        **error)
{
  for (guint i = 0; i < deal->rounds->len; i++)
    {
      const BylDealtRound *round = g_ptr_array_index (deal->rounds, i);

      for (guint j = 0; j < round->cards->len; j++)
        {
          const BylDealtCard *dealt = g_ptr_array_index (round->cards, j);
          gint64 card;

          if (dealt->rival == NULL)
            continue;

          /* Of a game that was taken out of the journal there is nothing to keep. */
          if (!find_card (database, deal->id, i, j, &card, error)
              || (card != 0
                  && !byl_journal_add_rival_note (database, card, dealt->rival, now, error)))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * byl_journal_keep_rival:
 * @database: the journal
 * @deal: a game that is in the journal, with what the rival says of its cards
 * @now: microseconds since 1970, UTC
 *
 * Returns: whether all of it is kept
 */
gboolean
byl_journal_keep_rival (BylDatabase    *database,
                        const BylDeal  *deal,
                        gint64          now,
                        GError        **error)
{
  return byl_database_begin_write (database, error)
         && byl_database_end (database, keep_notes (database, deal, now, error), error);
}

/**
 * byl_journal_match:
 * @database: the journal
 *
 * Counts the revealed rounds of which the rival has signed all cards. A card that the player left
 * unsigned counts as a miss.
 *
 * Returns: (transfer full) (nullable): how the player and the rival compare
 */
BylMatch *
byl_journal_match (BylDatabase  *database,
                   GError      **error)
{
  g_autoptr(BylMatch) match = byl_match_new ();
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT count(cards.id), count(rival_notes.card),"
                          " total(cards.writer IS guesses.writer"
                          " AND cards.writer IS rival_notes.writer),"
                          " total(cards.writer IS guesses.writer"
                          " AND cards.writer IS NOT rival_notes.writer),"
                          " total(cards.writer IS NOT guesses.writer"
                          " AND cards.writer IS rival_notes.writer)"
                          " FROM rounds JOIN cards ON cards.round = rounds.id"
                          " LEFT JOIN guesses ON guesses.id ="
                          " (SELECT max(id) FROM guesses WHERE card = cards.id)"
                          " LEFT JOIN rival_notes ON rival_notes.card = cards.id"
                          " WHERE rounds.revealed IS NOT NULL AND rounds.id IN"
                          " (SELECT cards.round FROM rival_notes"
                          " JOIN cards ON cards.id = rival_notes.card)"
                          " GROUP BY rounds.id",
                          error);
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;

  for (;;)
    {
      guint n_cards;

      if (!byl_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&match);

      n_cards = (guint) sqlite3_column_int64 (statement, 0);
      if (sqlite3_column_int64 (statement, 1) == n_cards)
        byl_match_add_round (match, n_cards, (guint) sqlite3_column_int64 (statement, 2),
                             (guint) sqlite3_column_int64 (statement, 3),
                             (guint) sqlite3_column_int64 (statement, 4));
    }
}
