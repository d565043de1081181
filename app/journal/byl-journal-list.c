/* byl-journal-list.c: listing what the journal holds
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-journal-list.h"

#include "byl-played-game-private.h"

/* A game's rounds are few (at most 30), so that its sums are made when it is listed. */
static gboolean
count_rounds (BylDatabase       *database,
              BylPlayedGameRow  *game,
              GError           **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT revealed IS NOT NULL,"
                          " (SELECT count(*) FROM names WHERE names.round = rounds.id),"
                          " count(cards.id), total(cards.writer = guesses.writer)"
                          " FROM rounds LEFT JOIN cards ON cards.round = rounds.id"
                          " LEFT JOIN guesses ON guesses.id ="
                          " (SELECT max(id) FROM guesses WHERE card = cards.id)"
                          " WHERE rounds.game = ?1 GROUP BY rounds.id",
                          error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, game->id);
  for (;;)
    {
      guint n_names, n_cards;

      if (!byl_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      game->n_rounds++;
      if (sqlite3_column_int (statement, 0) == 0)
        continue;

      n_names = (guint) sqlite3_column_int64 (statement, 1);
      n_cards = (guint) sqlite3_column_int64 (statement, 2);
      game->n_revealed++;
      game->n_cards += n_cards;
      game->hits += (guint) sqlite3_column_int64 (statement, 3);
      if (game->mode == BYL_MODE_SOLO)
        game->expected += n_names > 0 ? n_cards / (double) n_names : 0.0;
      else
        game->expected += n_cards > 0 ? 1.0 : 0.0;
    }
}

static gboolean
add_game (BylDatabase   *database,
          sqlite3_stmt  *games,
          GListStore    *list,
          GError       **error)
{
  g_autoptr(BylPlayedGame) game = NULL;
  BylPlayedGameRow row = { 0, };

  row.id = sqlite3_column_int64 (games, 0);
  row.started = sqlite3_column_int64 (games, 3);
  row.finished = sqlite3_column_int (games, 4) != 0;
  row.mode = sqlite3_column_int (games, 5) != 0 ? BYL_MODE_SOLO : BYL_MODE_LINE_UP;
  if (!count_rounds (database, &row, error))
    return FALSE;

  row.pack = byl_database_dup_column (games, 1);
  row.pack_title = byl_database_dup_column (games, 2);
  game = byl_played_game_new (&row);
  g_list_store_append (list, game);

  return TRUE;
}

static gboolean
add_games (BylDatabase  *database,
           const char   *pack,
           guint         most,
           GListStore   *list,
           GError      **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT id, pack, pack_title, started,"
                          " ended IS NOT NULL AND NOT given_up, mode = 'solo' FROM games"
                          " WHERE ?1 IS NULL OR pack = ?1"
                          " ORDER BY started DESC, id DESC LIMIT ?2",
                          error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  byl_database_bind_text (statement, 1, pack);
  sqlite3_bind_int64 (statement, 2, most);
  for (;;)
    {
      if (!byl_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!add_game (database, statement, list, error))
        return FALSE;
    }
}

/**
 * byl_journal_list_games:
 * @database: the journal
 * @pack: (nullable): a pack's id; %NULL for all packs
 * @most: games to list at most
 *
 * Returns: (transfer full) (nullable): a list of `BylPlayedGame`, newest first
 */
GListModel *
byl_journal_list_games (BylDatabase  *database,
                        const char   *pack,
                        guint         most,
                        GError      **error)
{
  g_autoptr(GListStore) list = g_list_store_new (BYL_TYPE_PLAYED_GAME);
  gboolean well;

  if (!byl_database_begin_read (database, error))
    return NULL;

  well = add_games (database, pack, most, list, error);
  byl_database_end (database, FALSE, NULL);

  return well ? G_LIST_MODEL (g_steal_pointer (&list)) : NULL;
}

/**
 * byl_journal_list_packs:
 * @database: the journal
 *
 * Returns: (transfer full) (nullable): ids and titles in turns, %NULL-terminated, the pack played
 *   last first, each with the title that it bore last
 */
char **
byl_journal_list_packs (BylDatabase  *database,
                        GError      **error)
{
  g_autoptr(GStrvBuilder) packs = g_strv_builder_new ();
  /* SQLite promises that plain columns beside one max() are those of the row with the maximum. */
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT pack, pack_title, max(started) AS last FROM games"
                          " GROUP BY pack ORDER BY last DESC, pack",
                          error);
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;

  for (;;)
    {
      g_autofree char *pack = NULL;
      g_autofree char *title = NULL;

      if (!byl_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_strv_builder_end (packs);

      pack = byl_database_dup_column (statement, 0);
      title = byl_database_dup_column (statement, 1);
      g_strv_builder_add_many (packs, pack, title, NULL);
    }
}

/**
 * byl_journal_list_questions:
 * @database: the journal
 * @pack: a pack's id
 *
 * Returns: (transfer full) (nullable): the set of the ids of its questions that were revealed
 */
GHashTable *
byl_journal_list_questions (BylDatabase  *database,
                            const char   *pack,
                            GError      **error)
{
  g_autoptr(GHashTable) questions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT DISTINCT question FROM games"
                          " JOIN rounds ON rounds.game = games.id"
                          " WHERE games.pack = ?1 AND revealed IS NOT NULL",
                          error);
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;

  byl_database_bind_text (statement, 1, pack);
  for (;;)
    {
      if (!byl_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&questions);

      g_hash_table_add (questions, byl_database_dup_column (statement, 0));
    }
}

/**
 * byl_journal_count_questions:
 * @database: the journal
 *
 * Returns: (transfer full) (nullable): pack id to how many of its questions were revealed, as
 *   GUINT_TO_POINTER()
 */
GHashTable *
byl_journal_count_questions (BylDatabase  *database,
                             GError      **error)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT pack, count(DISTINCT question) FROM games"
                          " JOIN rounds ON rounds.game = games.id"
                          " WHERE revealed IS NOT NULL GROUP BY pack",
                          error);
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;

  for (;;)
    {
      if (!byl_database_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&counts);

      g_hash_table_insert (counts, byl_database_dup_column (statement, 0),
                           GUINT_TO_POINTER (sqlite3_column_int (statement, 1)));
    }
}
