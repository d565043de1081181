/* byl-journal-tally.c: adding up the journal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-journal-tally.h"

#include "byl-bet.h"

/* A writer's sums while they are made. */
typedef struct
{
  BylWriterTally *tally;
  GHashTable     *instead; /* name to how often it was signed on this writer's cards */
} Writer;

typedef struct
{
  BylTally   *tally;
  BylChance  *chance;
  GHashTable *writers;   /* key to Writer */
  gboolean    all_packs;
  gint64      last_game;
  double      n_effective;
} Sums;

/* A round as it is added up. */
typedef struct
{
  gint64     id;
  gboolean   solo;
  gboolean   bets;
  GPtrArray *ids;     /* of the names that could be signed */
  GPtrArray *names;   /* beside them */
  GPtrArray *writers; /* of the cards */
  GPtrArray *guesses; /* beside them; elements may be NULL */
  GArray    *kinds;   /* beside them: gint, of BylBet */
} Round;

static void
free_sums_of_writer (gpointer data)
{
  Writer *writer = data;

  g_hash_table_unref (writer->instead);
  g_free (writer);
}

static void
clear_round (Round *round)
{
  g_clear_pointer (&round->ids, g_ptr_array_unref);
  g_clear_pointer (&round->names, g_ptr_array_unref);
  g_clear_pointer (&round->writers, g_ptr_array_unref);
  g_clear_pointer (&round->guesses, g_ptr_array_unref);
  g_clear_pointer (&round->kinds, g_array_unref);
}

static void
clear_sums (Sums *sums)
{
  g_clear_pointer (&sums->tally, byl_tally_free);
  g_clear_pointer (&sums->chance, byl_chance_free);
  g_clear_pointer (&sums->writers, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Round, clear_round)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sums, clear_sums)

/* In one pack an id is one writer, whatever it was called in earlier revisions. Two packs may use
 * one id for different writers, so there the name has to agree too. */
static Writer *
find_writer (Sums       *sums,
             const char *id,
             const char *name)
{
  g_autofree char *key = sums->all_packs ? g_strconcat (id, "\n", name, NULL) : g_strdup (id);
  Writer *writer = g_hash_table_lookup (sums->writers, key);

  if (writer == NULL)
    {
      writer = g_new0 (Writer, 1);
      writer->tally = g_new0 (BylWriterTally, 1);
      writer->tally->id = g_strdup (id);
      writer->instead = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (sums->writers, g_steal_pointer (&key), writer);
      g_ptr_array_add (sums->tally->writers, writer->tally);
    }

  /* Rounds come oldest first: the latest name stays. */
  if (g_strcmp0 (writer->tally->name, name) != 0)
    {
      g_free (writer->tally->name);
      writer->tally->name = g_strdup (name);
    }

  return writer;
}

static const char *
find_name (const Round *round,
           const char  *id)
{
  for (guint i = 0; i < round->ids->len; i++)
    if (g_strcmp0 (g_ptr_array_index (round->ids, i), id) == 0)
      return g_ptr_array_index (round->names, i);

  return NULL;
}

static void
add_own_card (Writer      *writer,
              const Round *round,
              const char  *guess,
              double       chance)
{
  const char *name;
  guint count;

  if (guess == NULL)
    return;

  writer->tally->shown++;
  writer->tally->expected += chance;

  if (g_str_equal (guess, writer->tally->id))
    {
      writer->tally->hits++;
      return;
    }

  name = find_name (round, guess);
  if (name == NULL)
    return;

  count = GPOINTER_TO_UINT (g_hash_table_lookup (writer->instead, name));
  g_hash_table_replace (writer->instead, g_strdup (name), GUINT_TO_POINTER (count + 1));
}

static void
add_card (Sums        *sums,
          const Round *round,
          guint        position)
{
  const char *truth = g_ptr_array_index (round->writers, position);
  const char *guess = g_ptr_array_index (round->guesses, position);
  gboolean right = g_strcmp0 (guess, truth) == 0;
  guint n_names = round->ids->len;
  double chance = 1.0 / MAX (round->solo ? n_names : round->writers->len, 1);

  sums->tally->cards++;
  sums->tally->hits += right;

  if (round->bets && guess != NULL && n_names >= 2)
    {
      BylBet bet = (BylBet) CLAMP (g_array_index (round->kinds, int, position), 0, BYL_N_BETS - 1);

      sums->tally->bets++;
      sums->tally->points += byl_bet_get_points (bet, n_names, right);
    }

  for (guint i = 0; i < n_names; i++)
    {
      const char *id = g_ptr_array_index (round->ids, i);
      Writer *writer = find_writer (sums, id, g_ptr_array_index (round->names, i));

      if (g_strcmp0 (id, truth) == 0)
        add_own_card (writer, round, guess, chance);
      else
        {
          writer->tally->others++;
          writer->tally->false_alarms += g_strcmp0 (guess, id) == 0;
        }
    }
}

/* See byl_journal_tally() for what the cards of a line-up are worth together. */
static void
add_round (Sums        *sums,
           const Round *round,
           gint64       game)
{
  guint n_cards = round->writers->len;

  if (n_cards == 0)
    return;

  sums->tally->rounds++;
  if (game != sums->last_game)
    sums->tally->games++;
  sums->last_game = game;

  for (guint i = 0; i < n_cards; i++)
    {
      add_card (sums, round, i);
      if (round->solo)
        byl_chance_add_solo (sums->chance, round->ids->len);
    }

  if (!round->solo)
    byl_chance_add_line_up (sums->chance, n_cards);
  sums->n_effective += round->solo ? n_cards : n_cards - 1;
}

static gboolean
read_names (BylDatabase  *database,
            Round        *round,
            GError      **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT writer, name FROM names WHERE round = ?1 ORDER BY position",
                          error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, round->id);
  for (;;)
    {
      if (!byl_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      g_ptr_array_add (round->ids, byl_database_dup_column (statement, 0));
      g_ptr_array_add (round->names, byl_database_dup_column (statement, 1));
    }
}

static gboolean
read_cards (BylDatabase  *database,
            Round        *round,
            GError      **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT cards.writer, guesses.writer, guesses.bet FROM cards"
                          " LEFT JOIN guesses ON guesses.id ="
                          " (SELECT max(id) FROM guesses WHERE card = cards.id)"
                          " WHERE cards.round = ?1 ORDER BY cards.position",
                          error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, round->id);
  for (;;)
    {
      int bet;

      if (!byl_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      bet = sqlite3_column_int (statement, 2);
      g_ptr_array_add (round->writers, byl_database_dup_column (statement, 0));
      g_ptr_array_add (round->guesses, byl_database_dup_column (statement, 1));
      g_array_append_val (round->kinds, bet);
    }
}

static gboolean
read_round (BylDatabase   *database,
            sqlite3_stmt  *rounds,
            Sums          *sums,
            GError       **error)
{
  g_auto(Round) round = { 0, };

  round.id = sqlite3_column_int64 (rounds, 0);
  round.solo = sqlite3_column_int (rounds, 2) != 0;
  round.bets = sqlite3_column_int (rounds, 3) != 0;
  round.ids = g_ptr_array_new_with_free_func (g_free);
  round.names = g_ptr_array_new_with_free_func (g_free);
  round.writers = g_ptr_array_new_with_free_func (g_free);
  round.guesses = g_ptr_array_new_with_free_func (g_free);
  round.kinds = g_array_new (FALSE, FALSE, sizeof (int));

  if (!read_names (database, &round, error) || !read_cards (database, &round, error))
    return FALSE;

  add_round (sums, &round, sqlite3_column_int64 (rounds, 1));

  return TRUE;
}

static gboolean
read_rounds (BylDatabase  *database,
             const char   *pack,
             Sums         *sums,
             GError      **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT rounds.id, games.id, games.mode = 'solo', games.bets"
                          " FROM games JOIN rounds ON rounds.game = games.id"
                          " WHERE rounds.revealed IS NOT NULL AND (?1 IS NULL OR games.pack = ?1)"
                          " ORDER BY games.started, games.id, rounds.number",
                          error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  byl_database_bind_text (statement, 1, pack);
  for (;;)
    {
      if (!byl_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!read_round (database, statement, sums, error))
        return FALSE;
    }
}

/* Of names signed equally often the first in the alphabet, so that the same journal always says the
 * same. */
static char *
dup_mixed_up (GHashTable *instead)
{
  GHashTableIter iter;
  gpointer name, value;
  const char *most = NULL;
  guint most_count = 0;

  g_hash_table_iter_init (&iter, instead);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      guint count = GPOINTER_TO_UINT (value);

      if (count > most_count || (count == most_count && g_strcmp0 (name, most) < 0))
        {
          most = name;
          most_count = count;
        }
    }

  return g_strdup (most);
}

static int
compare_writers (gconstpointer left,
                 gconstpointer right)
{
  const BylWriterTally *a = *(BylWriterTally * const *) left;
  const BylWriterTally *b = *(BylWriterTally * const *) right;

  if (a->shown != b->shown)
    return a->shown > b->shown ? -1 : 1;

  return g_strcmp0 (a->name, b->name);
}

static void
finish_sums (Sums *sums)
{
  BylTally *tally = sums->tally;
  GHashTableIter iter;
  gpointer value;

  tally->expected = byl_chance_get_mean (sums->chance);
  tally->luck = byl_chance_get_at_least (sums->chance, tally->hits);
  if (tally->cards > 0)
    {
      double share = tally->hits / (double) tally->cards;

      tally->interval = byl_chance_interval (share * sums->n_effective, sums->n_effective);
      tally->interval.share = share;
    }

  g_hash_table_iter_init (&iter, sums->writers);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Writer *writer = value;
      BylWriterTally *sum = writer->tally;

      sum->d_prime = byl_chance_d_prime (sum->hits, sum->shown, sum->false_alarms, sum->others);
      sum->mixed_up = dup_mixed_up (writer->instead);
    }

  g_ptr_array_sort (tally->writers, compare_writers);

  /* Of a writer whose cards were never signed there is nothing to say. */
  while (tally->writers->len > 0)
    {
      guint last = tally->writers->len - 1;
      const BylWriterTally *writer = g_ptr_array_index (tally->writers, last);

      if (writer->shown > 0)
        break;
      g_ptr_array_remove_index (tally->writers, last);
    }
}

/**
 * byl_journal_tally:
 * @database: the journal
 * @pack: (nullable): a pack's id; %NULL for all packs
 *
 * Adds up the revealed rounds. The odds of luck are exact. The interval is Wilson's for n_eff
 * guesses: a card of a solo round counts as one, the k cards of a line-up together as k·(k − 1)/k,
 * since they are signed one to one: under luck the variance of their hits is 1, against 1 − 1/k for
 * independent guesses, and (1 − 1/k)/1 = (k − 1)/k is what each of them is worth.
 *
 * Over all packs, writers of one id are taken as one only where they bear the same name.
 *
 * Returns: (transfer full) (nullable): the sums
 */
BylTally *
byl_journal_tally (BylDatabase  *database,
                   const char   *pack,
                   GError      **error)
{
  g_auto(Sums) sums = { 0, };
  gboolean well;

  if (!byl_database_begin_read (database, error))
    return NULL;

  sums.tally = byl_tally_new ();
  sums.chance = byl_chance_new ();
  sums.writers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_sums_of_writer);
  sums.all_packs = pack == NULL;
  well = read_rounds (database, pack, &sums, error);
  byl_database_end (database, FALSE, NULL);

  if (!well)
    return NULL;

  finish_sums (&sums);

  return g_steal_pointer (&sums.tally);
}
