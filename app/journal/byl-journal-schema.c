/* byl-journal-schema.c: the journal's tables, version by version
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-journal-schema.h"

#include "byl-error.h"

#include <glib/gi18n.h>

/* Marks a file as a journal of this game: the letters "Byln". */
#define MARK 0x42796c6e
#define MARK_TEXT "1115253870"

/* Times are microseconds since 1970, UTC. A seed is kept as the signed number of the same bits.
 * Each prompt, answer and list of masked names is kept once, under the SHA-256 of its text. */
static const char version_1[] =
  "PRAGMA application_id = " MARK_TEXT ";"

  "CREATE TABLE texts ("
  "  hash TEXT PRIMARY KEY NOT NULL,"
  "  body TEXT NOT NULL"
  ");"

  "CREATE TABLE games ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  pack TEXT NOT NULL,"
  "  revision INTEGER NOT NULL,"
  "  pack_title TEXT NOT NULL,"
  "  language TEXT,"
  "  all_models INTEGER NOT NULL,"
  "  masked_names TEXT NOT NULL REFERENCES texts (hash),"
  "  exact_names TEXT NOT NULL REFERENCES texts (hash),"
  "  rules TEXT NOT NULL,"
  "  mode TEXT NOT NULL,"
  "  bets INTEGER NOT NULL,"
  "  seed INTEGER NOT NULL,"
  "  app_version TEXT,"
  "  started INTEGER NOT NULL,"
  "  ended INTEGER,"
  "  given_up INTEGER NOT NULL DEFAULT 0,"
  "  owner_process INTEGER,"
  "  owner_birth TEXT,"
  "  owner_token TEXT"
  ");"
  "CREATE INDEX games_of_pack ON games (pack, started);"
  "CREATE INDEX games_by_time ON games (started);"
  "CREATE INDEX games_open ON games (started) WHERE ended IS NULL;"

  "CREATE TABLE rounds ("
  "  id INTEGER PRIMARY KEY,"
  "  game INTEGER NOT NULL REFERENCES games (id) ON DELETE CASCADE,"
  "  number INTEGER NOT NULL,"
  "  question TEXT NOT NULL,"
  "  prompt TEXT NOT NULL REFERENCES texts (hash),"
  "  category TEXT,"
  "  difficulty INTEGER NOT NULL,"
  "  revealed INTEGER,"
  "  seconds REAL,"
  "  UNIQUE (game, number)"
  ");"

  "CREATE TABLE names ("
  "  round INTEGER NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  writer TEXT NOT NULL,"
  "  name TEXT NOT NULL,"
  "  PRIMARY KEY (round, position)"
  ") WITHOUT ROWID;"

  "CREATE TABLE cards ("
  "  id INTEGER PRIMARY KEY,"
  "  round INTEGER NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,"
  "  position INTEGER NOT NULL,"
  "  writer TEXT NOT NULL,"
  "  answer TEXT NOT NULL REFERENCES texts (hash),"
  "  provenance TEXT,"
  "  tells TEXT,"
  "  UNIQUE (round, position)"
  ");"

  /* Only ever added to: the last row of a card counts; a guess rubbed out has no writer. */
  "CREATE TABLE guesses ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  card INTEGER NOT NULL REFERENCES cards (id) ON DELETE CASCADE,"
  "  signed INTEGER NOT NULL,"
  "  writer TEXT,"
  "  bet INTEGER NOT NULL"
  ");"
  "CREATE INDEX guesses_of_card ON guesses (card);"

  /* The slot for votes on the best answer of a round: likewise only added to; no card is a tie. */
  "CREATE TABLE votes ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  round INTEGER NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,"
  "  voted INTEGER NOT NULL,"
  "  card INTEGER REFERENCES cards (id) ON DELETE CASCADE"
  ");"
  "CREATE INDEX votes_of_round ON votes (round);";

/* What the rival says of a card, once: it never takes anything back. The probabilities of all names
 * of the round, in their order, and the arguments are GVariants as text. */
static const char version_2[] =
  "CREATE TABLE rival_notes ("
  "  card INTEGER PRIMARY KEY REFERENCES cards (id) ON DELETE CASCADE,"
  "  told INTEGER NOT NULL,"
  "  writer TEXT NOT NULL,"
  "  probability REAL NOT NULL,"
  "  probabilities TEXT NOT NULL,"
  "  arguments TEXT NOT NULL"
  ");";

/* The words that the player marks on a card: only ever added to, the last row of a card counts.
 * Their credit comes after the reveal, as one more row. */
static const char version_3[] =
  "CREATE TABLE marks ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  card INTEGER NOT NULL REFERENCES cards (id) ON DELETE CASCADE,"
  "  marked INTEGER NOT NULL,"
  "  marks TEXT NOT NULL"
  ");"
  "CREATE INDEX marks_of_card ON marks (card);";

/* The rival's arguments as what they are about, to be put into words when they are shown: a
 * GVariant as text. Of the notes before, which have none, “arguments” has the words of then. */
static const char version_4[] =
  "ALTER TABLE rival_notes ADD COLUMN reasons TEXT;";

/* The first makes version 1 of an empty file, the next version 2 of version 1, and so on. What has
 * been released is never changed: a new version is added at the end. */
static const char * const migrations_of_journal[] = {
  version_1,
  version_2,
  version_3,
  version_4,
  NULL,
};

static gint64
count (const char * const *migrations)
{
  gint64 n = 0;

  while (migrations[n] != NULL)
    n++;

  return n;
}

static gboolean
refuse_damaged (BylDatabase  *database,
                GError      **error)
{
  byl_database_set_error (database, SQLITE_CORRUPT, error);

  return FALSE;
}

/* A sound file of another program, or one whose tables were taken away, is no journal either. */
static gboolean
check_mark (BylDatabase  *database,
            gint64        version,
            GError      **error)
{
  gint64 mark, n_tables;

  if (!byl_database_get_number (database, "PRAGMA application_id", &mark, error)
      || !byl_database_get_number (database,
                                   "SELECT count(*) FROM sqlite_schema WHERE type = 'table'",
                                   &n_tables, error))
    return FALSE;

  if (version == 0 ? n_tables > 0 || mark != 0 : n_tables == 0 || mark != MARK)
    return refuse_damaged (database, error);

  return TRUE;
}

static gboolean
check_version (BylDatabase         *database,
               const char * const  *migrations,
               GError             **error)
{
  gint64 version;

  if (!byl_database_get_number (database, "PRAGMA user_version", &version, error))
    return FALSE;

  if (version > count (migrations))
    {
      g_set_error (error, BYL_ERROR, BYL_ERROR_VERSION,
                   _("The journal “%s” was written by a later version of Byline and was left as it "
                     "is. Install that version or a later one to play on with it."),
                   byl_database_get_path (database));
      return FALSE;
    }

  if (version < 0)
    return refuse_damaged (database, error);

  return check_mark (database, version, error);
}

static gboolean
check_pages (BylDatabase  *database,
             GError      **error)
{
  g_autofree char *verdict = byl_database_dup_text (database, "PRAGMA quick_check(1)", error);

  if (verdict == NULL)
    return FALSE;

  return g_str_equal (verdict, "ok") || refuse_damaged (database, error);
}

static gboolean
migrate_once (BylDatabase  *database,
              const char   *migration,
              gint64        version,
              GError      **error)
{
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, version + 1);
  gint64 current;
  gboolean well;

  if (!byl_database_begin_write (database, error))
    return FALSE;

  /* Another program may have done it since the version was read. */
  well = byl_database_get_number (database, "PRAGMA user_version", &current, error)
         && (current != version
             || (byl_database_execute (database, migration, error)
                 && byl_database_execute (database, mark, error)));

  return byl_database_end (database, well, error);
}

/**
 * byl_journal_schema_get_migrations:
 *
 * Returns: (transfer none): the SQL that leads from each version to the next, %NULL-terminated
 */
const char * const *
byl_journal_schema_get_migrations (void)
{
  return migrations_of_journal;
}

/**
 * byl_journal_schema_check:
 * @database: an open file
 * @migrations: as byl_journal_schema_get_migrations() has them
 * @thoroughly: whether to read all of the file, which takes some milliseconds a megabyte
 *
 * Looks whether the file is a journal that this program may write to, without changing it.
 *
 * Errors: `BYL_ERROR_VERSION` for a journal of a later version, `BYL_ERROR_DAMAGED` for what is
 * damaged or no journal, and those of [method@Database.set_error].
 *
 * Returns: whether it is empty or a journal of a known version
 */
gboolean
byl_journal_schema_check (BylDatabase         *database,
                          const char * const  *migrations,
                          gboolean             thoroughly,
                          GError             **error)
{
  gboolean well;

  /* In one transaction: a journal that another program is making must not look half made. */
  if (!byl_database_begin_read (database, error))
    return FALSE;

  well = check_version (database, migrations, error)
         && (!thoroughly || check_pages (database, error));
  byl_database_end (database, FALSE, NULL);

  return well;
}

/**
 * byl_journal_schema_migrate:
 * @database: a file that [func@journal_schema_check] has passed
 * @migrations: as byl_journal_schema_get_migrations() has them
 *
 * Brings the file to the last version, each step in a transaction of its own: one that fails leaves
 * the file at the version before.
 *
 * Returns: whether the file has the last version now
 */
gboolean
byl_journal_schema_migrate (BylDatabase         *database,
                            const char * const  *migrations,
                            GError             **error)
{
  gint64 version;

  if (!byl_database_get_number (database, "PRAGMA user_version", &version, error))
    return FALSE;

  while (version < count (migrations))
    {
      if (!migrate_once (database, migrations[version], version, error)
          || !byl_database_get_number (database, "PRAGMA user_version", &version, error))
        return FALSE;
    }

  return TRUE;
}
