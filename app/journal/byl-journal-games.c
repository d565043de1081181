/* byl-journal-games.c: writing a game, as it was dealt, into the journal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-journal-games.h"

#include "byl-card-notes.h"
#include "byl-journal-rival.h"
#include "byl-journal-signing.h"

/* Keeps a text once, however often it is dealt. */
static gboolean
keep_text (BylDatabase  *database,
           const char   *text,
           char        **hash,
           GError      **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "INSERT OR IGNORE INTO texts (hash, body) VALUES (?1, ?2)",
                          error);

  if (statement == NULL)
    return FALSE;

  if (text == NULL)
    text = "";

  *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  byl_database_bind_text (statement, 1, *hash);
  byl_database_bind_text (statement, 2, text);

  return byl_database_run (database, statement, error);
}

static gboolean
keep_list (BylDatabase   *database,
           char         **list,
           char         **hash,
           GError       **error)
{
  const char * const none[] = { NULL };
  g_autoptr(GVariant) variant =
    g_variant_ref_sink (g_variant_new_strv (list != NULL ? (const char * const *) list : none, -1));
  g_autofree char *text = g_variant_print (variant, TRUE);

  return keep_text (database, text, hash, error);
}

static gboolean
insert_card (BylDatabase         *database,
             gint64               round,
             guint                position,
             const BylDealtCard  *card,
             gint64               now,
             GError             **error)
{
  BylSignature signature = { card->guess, card->bet, NULL, FALSE };
  g_autofree char *marks = card->marks != NULL ? byl_marks_print (card->marks) : NULL;
  g_autofree char *provenance = byl_card_notes_print_provenance (card->provenance);
  g_autofree char *tells = byl_card_notes_print_tells (card->tells);
  g_autofree char *answer = NULL;
  sqlite3_stmt *statement;
  gint64 id;

  if (!keep_text (database, card->text, &answer, error))
    return FALSE;

  statement = byl_database_prepare (database,
                                    "INSERT INTO cards (round, position, writer, answer,"
                                    " provenance, tells) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                    error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, round);
  sqlite3_bind_int64 (statement, 2, position);
  byl_database_bind_text (statement, 3, card->writer);
  byl_database_bind_text (statement, 4, answer);
  byl_database_bind_text (statement, 5, provenance);
  byl_database_bind_text (statement, 6, tells);
  if (!byl_database_run (database, statement, error))
    return FALSE;

  id = byl_database_get_last_id (database);

  return (card->rival == NULL
          || byl_journal_add_rival_note (database, id, card->rival, now, error))
         && (marks == NULL || byl_journal_add_marks (database, id, marks, now, error))
         && ((card->guess == NULL && card->bet == BYL_BET_CHANCE)
             || byl_journal_add_signature (database, id, &signature, now, error));
}

static gboolean
insert_name (BylDatabase         *database,
             gint64               round,
             guint                position,
             const BylDealtName  *name,
             GError             **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "INSERT INTO names (round, position, writer, name)"
                          " VALUES (?1, ?2, ?3, ?4)",
                          error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, round);
  sqlite3_bind_int64 (statement, 2, position);
  byl_database_bind_text (statement, 3, name->id);
  byl_database_bind_text (statement, 4, name->name);

  return byl_database_run (database, statement, error);
}

static gboolean
insert_round_row (BylDatabase          *database,
                  gint64                game,
                  guint                 number,
                  const BylDealtRound  *round,
                  gint64                now,
                  GError              **error)
{
  g_autofree char *prompt = NULL;
  sqlite3_stmt *statement;

  if (!keep_text (database, round->prompt, &prompt, error))
    return FALSE;

  statement = byl_database_prepare (database,
                                    "INSERT INTO rounds (game, number, question, prompt, category,"
                                    " difficulty, revealed, seconds)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                                    error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, game);
  sqlite3_bind_int64 (statement, 2, number);
  byl_database_bind_text (statement, 3, round->question);
  byl_database_bind_text (statement, 4, prompt);
  byl_database_bind_text (statement, 5, round->category);
  sqlite3_bind_int64 (statement, 6, round->difficulty);
  if (round->revealed)
    {
      sqlite3_bind_int64 (statement, 7, now);
      sqlite3_bind_double (statement, 8, round->seconds);
    }

  return byl_database_run (database, statement, error);
}

static gboolean
insert_round (BylDatabase          *database,
              gint64                game,
              guint                 number,
              const BylDealtRound  *round,
              gint64                now,
              GError              **error)
{
  gint64 id;

  if (!insert_round_row (database, game, number, round, now, error))
    return FALSE;

  id = byl_database_get_last_id (database);

  for (guint i = 0; i < round->names->len; i++)
    if (!insert_name (database, id, i, g_ptr_array_index (round->names, i), error))
      return FALSE;

  for (guint i = 0; i < round->cards->len; i++)
    if (!insert_card (database, id, i, g_ptr_array_index (round->cards, i), now, error))
      return FALSE;

  return TRUE;
}

static void
bind_game (sqlite3_stmt   *statement,
           const BylOwner *owner,
           const BylDeal  *deal,
           const char     *rules,
           gint64          now)
{
  byl_database_bind_text (statement, 1, deal->pack);
  sqlite3_bind_int64 (statement, 2, deal->revision);
  byl_database_bind_text (statement, 3, deal->pack_title != NULL ? deal->pack_title : deal->pack);
  byl_database_bind_text (statement, 4, deal->language);
  sqlite3_bind_int (statement, 5, deal->all_models);
  byl_database_bind_text (statement, 8, rules);
  byl_database_bind_text (statement, 9, deal->rules->mode == BYL_MODE_SOLO ? "solo" : "line-up");
  sqlite3_bind_int (statement, 10, deal->rules->bets);
  sqlite3_bind_int64 (statement, 11, (gint64) deal->seed);
  byl_database_bind_text (statement, 12, deal->app_version);
  sqlite3_bind_int64 (statement, 13, deal->started != 0 ? deal->started : now);
  if (deal->finished != 0)
    sqlite3_bind_int64 (statement, 14, deal->finished);
  sqlite3_bind_int64 (statement, 15, owner->process);
  byl_database_bind_text (statement, 16, owner->birth);
  byl_database_bind_text (statement, 17, owner->token);
}

static gboolean
insert_game (BylDatabase     *database,
             const BylOwner  *owner,
             const BylDeal   *deal,
             gint64           now,
             gint64          *game,
             GError         **error)
{
  g_autoptr(GVariant) variant = g_variant_ref_sink (byl_rules_to_variant (deal->rules));
  g_autofree char *rules = g_variant_print (variant, TRUE);
  g_autofree char *masked_names = NULL;
  g_autofree char *exact_names = NULL;
  sqlite3_stmt *statement;

  if (!keep_list (database, deal->masked_names, &masked_names, error)
      || !keep_list (database, deal->exact_names, &exact_names, error))
    return FALSE;

  statement = byl_database_prepare (database,
                                    "INSERT INTO games (pack, revision, pack_title, language,"
                                    " all_models, masked_names, exact_names, rules, mode, bets,"
                                    " seed, app_version, started, ended, owner_process,"
                                    " owner_birth, owner_token) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
                                    "?7, ?8, ?9, ?10,"
                                    " ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
                                    error);
  if (statement == NULL)
    return FALSE;

  bind_game (statement, owner, deal, rules, now);
  byl_database_bind_text (statement, 6, masked_names);
  byl_database_bind_text (statement, 7, exact_names);
  if (!byl_database_run (database, statement, error))
    return FALSE;

  *game = byl_database_get_last_id (database);

  for (guint i = 0; i < deal->rounds->len; i++)
    if (!insert_round (database, *game, i, g_ptr_array_index (deal->rounds, i), now, error))
      return FALSE;

  return TRUE;
}

/**
 * byl_journal_start_game:
 * @database: the journal
 * @owner: who plays it
 * @deal: the game, as far as it was played
 * @now: microseconds since 1970, UTC
 * @game: (out): its id in the journal
 *
 * Returns: whether all of the game was kept
 */
gboolean
byl_journal_start_game (BylDatabase     *database,
                        const BylOwner  *owner,
                        const BylDeal   *deal,
                        gint64           now,
                        gint64          *game,
                        GError         **error)
{
  return byl_database_begin_write (database, error)
         && byl_database_end (database,
                              insert_game (database, owner, deal, now, game, error),
                              error);
}
