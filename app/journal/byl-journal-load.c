/* byl-journal-load.c: reading games from the journal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-journal-load.h"

#include "byl-card-notes.h"
#include "byl-error.h"
#include "byl-journal-rival.h"

#include <glib/gi18n.h>

static GVariant *
parse_variant (const char         *text,
               const GVariantType *type)
{
  return text != NULL ? g_variant_parse (type, text, NULL, NULL, NULL) : NULL;
}

/* What does not read as a list or as rules was changed by hand; the game is shown all the same. */
static char **
take_list (sqlite3_stmt *statement,
           int           column)
{
  g_autofree char *text = byl_database_dup_column (statement, column);
  g_autoptr(GVariant) variant = parse_variant (text, G_VARIANT_TYPE_STRING_ARRAY);

  return variant != NULL ? g_variant_dup_strv (variant, NULL) : g_new0 (char *, 1);
}

static BylRules *
take_rules (sqlite3_stmt *statement,
            int           column)
{
  g_autofree char *text = byl_database_dup_column (statement, column);
  g_autoptr(GVariant) variant = parse_variant (text, G_VARIANT_TYPE_VARDICT);

  return byl_rules_from_variant (variant);
}

static BylDeal *
read_game (sqlite3_stmt *statement)
{
  BylDeal *deal = byl_deal_new ();

  deal->id = sqlite3_column_int64 (statement, 0);
  deal->pack = byl_database_dup_column (statement, 1);
  deal->revision = (guint) sqlite3_column_int64 (statement, 2);
  deal->pack_title = byl_database_dup_column (statement, 3);
  deal->language = byl_database_dup_column (statement, 4);
  deal->all_models = sqlite3_column_int (statement, 5) != 0;
  g_strfreev (deal->masked_names);
  deal->masked_names = take_list (statement, 6);
  g_strfreev (deal->exact_names);
  deal->exact_names = take_list (statement, 7);
  byl_rules_free (deal->rules);
  deal->rules = take_rules (statement, 8);
  deal->seed = (guint64) sqlite3_column_int64 (statement, 9);
  deal->app_version = byl_database_dup_column (statement, 10);
  deal->started = sqlite3_column_int64 (statement, 11);
  deal->finished = sqlite3_column_int64 (statement, 12);

  return deal;
}

static BylDeal *
load_game_row (BylDatabase  *database,
               gint64        game,
               GError      **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT id, pack, revision, pack_title, language, all_models,"
                          " (SELECT body FROM texts WHERE hash = masked_names),"
                          " (SELECT body FROM texts WHERE hash = exact_names),"
                          " rules, seed, app_version, started,"
                          " CASE WHEN given_up THEN 0 ELSE ended END"
                          " FROM games WHERE id = ?1",
                          error);
  BylDeal *deal;
  gboolean row;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, game);
  if (!byl_database_step (database, statement, &row, error))
    return NULL;

  if (!row)
    {
      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_JOURNAL,
                           _("This game is not in the journal any more. Choose another one."));
      return NULL;
    }

  deal = read_game (statement);
  sqlite3_reset (statement);

  return deal;
}

static BylDealtCard *
read_card (sqlite3_stmt *statement)
{
  BylDealtCard *card = byl_dealt_card_new ();
  g_autofree char *provenance = byl_database_dup_column (statement, 3);
  g_autofree char *tells = byl_database_dup_column (statement, 4);
  g_autofree char *marks = NULL;
  gint64 bet = sqlite3_column_int64 (statement, 6);

  card->writer = byl_database_dup_column (statement, 0);
  card->text = byl_database_dup_column (statement, 1);
  card->hash = byl_database_dup_column (statement, 2);
  card->provenance = byl_card_notes_parse_provenance (provenance);
  g_ptr_array_unref (card->tells);
  card->tells = byl_card_notes_parse_tells (tells);
  card->guess = byl_database_dup_column (statement, 5);
  card->bet = bet >= 0 && bet < BYL_N_BETS ? (BylBet) bet : BYL_BET_CHANCE;
  marks = byl_database_dup_column (statement, 12);
  card->marks = byl_marks_parse (marks);
  card->rival = byl_journal_read_rival_note (statement, 7);

  return card;
}

static gboolean
load_cards (BylDatabase    *database,
            gint64          round_id,
            BylDealtRound  *round,
            GError        **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT cards.writer, texts.body, cards.answer, cards.provenance,"
                          " cards.tells, guesses.writer, guesses.bet, rival_notes.writer,"
                          " rival_notes.probability, rival_notes.probabilities,"
                          " rival_notes.arguments, rival_notes.reasons,"
                          " (SELECT marks FROM marks WHERE card = cards.id"
                          " ORDER BY id DESC LIMIT 1) FROM cards"
                          " JOIN texts ON texts.hash = cards.answer"
                          " LEFT JOIN rival_notes ON rival_notes.card = cards.id"
                          " LEFT JOIN guesses ON guesses.id ="
                          " (SELECT max(id) FROM guesses WHERE card = cards.id)"
                          " WHERE cards.round = ?1 ORDER BY cards.position",
                          error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, round_id);
  for (;;)
    {
      if (!byl_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      g_ptr_array_add (round->cards, read_card (statement));
    }
}

static gboolean
load_names (BylDatabase    *database,
            gint64          round_id,
            BylDealtRound  *round,
            GError        **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT writer, name FROM names WHERE round = ?1 ORDER BY position",
                          error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, round_id);
  for (;;)
    {
      g_autofree char *writer = NULL;
      g_autofree char *name = NULL;

      if (!byl_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      writer = byl_database_dup_column (statement, 0);
      name = byl_database_dup_column (statement, 1);
      g_ptr_array_add (round->names, byl_dealt_name_new (writer, name));
    }
}

static gboolean
load_rounds (BylDatabase  *database,
             BylDeal      *deal,
             GError      **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT rounds.id, question, texts.body, category, difficulty,"
                          " revealed IS NOT NULL, seconds FROM rounds"
                          " JOIN texts ON texts.hash = rounds.prompt"
                          " WHERE game = ?1 ORDER BY number",
                          error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, deal->id);
  for (;;)
    {
      BylDealtRound *round;
      gint64 id;

      if (!byl_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      round = byl_dealt_round_new ();
      g_ptr_array_add (deal->rounds, round);
      id = sqlite3_column_int64 (statement, 0);
      round->question = byl_database_dup_column (statement, 1);
      round->prompt = byl_database_dup_column (statement, 2);
      round->category = byl_database_dup_column (statement, 3);
      round->difficulty = (guint) sqlite3_column_int64 (statement, 4);
      round->revealed = sqlite3_column_int (statement, 5) != 0;
      round->seconds = sqlite3_column_double (statement, 6);

      if (!load_names (database, id, round, error) || !load_cards (database, id, round, error))
        return FALSE;
    }
}

/**
 * byl_journal_load_game:
 * @database: the journal
 * @game: a game's id
 *
 * Errors: also `BYL_ERROR_JOURNAL` where there is no such game.
 *
 * Returns: (transfer full) (nullable): the game as it was dealt and as far as it was played
 */
BylDeal *
byl_journal_load_game (BylDatabase  *database,
                       gint64        game,
                       GError      **error)
{
  g_autoptr(BylDeal) deal = NULL;
  gboolean well;

  if (!byl_database_begin_read (database, error))
    return NULL;

  deal = load_game_row (database, game, error);
  well = deal != NULL && load_rounds (database, deal, error);
  byl_database_end (database, FALSE, NULL);

  return well ? g_steal_pointer (&deal) : NULL;
}
