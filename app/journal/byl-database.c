/* byl-database.c: an SQLite file with its prepared statements, for one thread
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-database.h"

#include "byl-error.h"

#include <glib/gi18n.h>

struct _BylDatabase
{
  char       *path;
  sqlite3    *connection;
  GHashTable *statements; /* SQL to sqlite3_stmt */
};

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* The message names the file, for a player who has to make room or change a permission. */
static GError *
describe (int         code,
          const char *path,
          const char *reason)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return g_error_new (BYL_ERROR, BYL_ERROR_LOCKED,
                          _("Another program keeps the journal “%s” locked. Close it and try "
                            "again."),
                          path);

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return g_error_new (BYL_ERROR, BYL_ERROR_DAMAGED,
                          _("The journal “%s” is damaged. Start the game again to begin a new one; "
                            "the damaged file is kept beside it."),
                          path);

    case SQLITE_FULL:
      return g_error_new (BYL_ERROR, BYL_ERROR_JOURNAL,
                          _("The disk is full, so the journal “%s” was not written. Make room and "
                            "try again."),
                          path);

    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
      return g_error_new (BYL_ERROR, BYL_ERROR_JOURNAL,
                          _("The journal “%s” cannot be written. Give yourself the right to write "
                            "in its folder, then start the game again."),
                          path);

    default:
      /* Translators: the first placeholder is a file, the second what SQLite says, in English. */
      return g_error_new (BYL_ERROR, BYL_ERROR_JOURNAL,
                          _("The journal “%s” cannot be used (%s). Look whether its disk is in "
                            "order."),
                          path, reason);
    }
}

/**
 * byl_database_open:
 * @path: (type filename): the file; it is made where it is missing
 * @busy_milliseconds: how long to wait for other programs' locks
 *
 * Errors: any that opening a file may meet, as `BYL_ERROR_JOURNAL`. Damage shows only later, at the
 * first reading.
 *
 * Returns: (transfer full) (nullable): the database, to be used by one thread at a time
 */
BylDatabase *
byl_database_open (const char  *path,
                   guint        busy_milliseconds,
                   GError     **error)
{
  g_autoptr(BylDatabase) self = g_new0 (BylDatabase, 1);
  int code;

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);

  code = sqlite3_open_v2 (path, &self->connection,
                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      byl_database_set_error (self, code, error);
      return NULL;
    }

  sqlite3_extended_result_codes (self->connection, 1);
  sqlite3_busy_timeout (self->connection, (int) MIN (busy_milliseconds, G_MAXINT));

  return g_steal_pointer (&self);
}

/**
 * byl_database_close:
 * @self: (nullable) (transfer full): a database
 *
 * What is not committed is undone.
 */
void
byl_database_close (BylDatabase *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->connection);
  g_free (self->path);
  g_free (self);
}

/**
 * byl_database_set_keep_log:
 * @self: a database
 * @keep_log: whether closing leaves the log beside the file as it is, instead of moving what it
 *   holds into the file and removing it
 */
void
byl_database_set_keep_log (BylDatabase *self,
                           gboolean     keep_log)
{
  sqlite3_db_config (self->connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep_log, NULL);
}

/**
 * byl_database_get_path:
 * @self: a database
 *
 * Returns: (type filename): its file
 */
const char *
byl_database_get_path (BylDatabase *self)
{
  return self->path;
}

/**
 * byl_database_get_last_id:
 * @self: a database
 *
 * Returns: the id of the row inserted last
 */
gint64
byl_database_get_last_id (BylDatabase *self)
{
  return sqlite3_last_insert_rowid (self->connection);
}

/**
 * byl_database_set_error:
 * @self: a database
 * @code: an SQLite result code, not `SQLITE_OK`
 * @error: (out) (optional): where to put it
 *
 * Says in a sentence what SQLite says in a code: `BYL_ERROR_LOCKED`, `BYL_ERROR_DAMAGED` or
 * `BYL_ERROR_JOURNAL`.
 */
void
byl_database_set_error (BylDatabase  *self,
                        int           code,
                        GError      **error)
{
  g_propagate_error (error, describe (code, self->path, self->connection != NULL
                                                            ? sqlite3_errmsg (self->connection)
                                                            : sqlite3_errstr (code)));
}

/**
 * byl_database_execute:
 * @self: a database
 * @sql: one or more statements without parameters
 *
 * Returns: whether all were carried out; see [method@Database.set_error] for the errors
 */
gboolean
byl_database_execute (BylDatabase  *self,
                      const char   *sql,
                      GError      **error)
{
  int code = sqlite3_exec (self->connection, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  byl_database_set_error (self, code, error);

  return FALSE;
}

/**
 * byl_database_get_number:
 * @self: a database
 * @sql: a query without parameters
 * @number: (out): the first column of its first row; 0 without a row
 *
 * Returns: whether it was carried out
 */
gboolean
byl_database_get_number (BylDatabase  *self,
                         const char   *sql,
                         gint64       *number,
                         GError      **error)
{
  sqlite3_stmt *statement = byl_database_prepare (self, sql, error);
  gboolean row;

  if (statement == NULL || !byl_database_step (self, statement, &row, error))
    return FALSE;

  *number = row ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_reset (statement);

  return TRUE;
}

/**
 * byl_database_dup_text:
 * @self: a database
 * @sql: a query without parameters
 *
 * Returns: (transfer full) (nullable): the first column of its first row, "" without one; %NULL
 *   with an error
 */
char *
byl_database_dup_text (BylDatabase  *self,
                       const char   *sql,
                       GError      **error)
{
  sqlite3_stmt *statement = byl_database_prepare (self, sql, error);
  char *text = NULL;
  gboolean row;

  if (statement == NULL || !byl_database_step (self, statement, &row, error))
    return NULL;

  if (row)
    text = byl_database_dup_column (statement, 0);
  sqlite3_reset (statement);

  return text != NULL ? text : g_strdup ("");
}

/**
 * byl_database_begin_write:
 * @self: a database
 *
 * The lock for writing is taken at once, so that the transaction never has to be given up half way
 * because another program wrote in between.
 *
 * Returns: whether a transaction has begun, to be ended by [method@Database.end]
 */
gboolean
byl_database_begin_write (BylDatabase  *self,
                          GError      **error)
{
  return byl_database_execute (self, "BEGIN IMMEDIATE", error);
}

/**
 * byl_database_begin_read:
 * @self: a database
 *
 * Several queries of one transaction see the same state, whatever other programs write meanwhile.
 *
 * Returns: whether a transaction has begun, to be ended by [method@Database.end]
 */
gboolean
byl_database_begin_read (BylDatabase  *self,
                         GError      **error)
{
  return byl_database_execute (self, "BEGIN", error);
}

/**
 * byl_database_end:
 * @self: a database with a transaction
 * @well: whether to keep what was written; %FALSE undoes it and leaves @error alone
 *
 * When this has succeeded, what was written has reached the disk.
 *
 * Returns: whether it was kept
 */
gboolean
byl_database_end (BylDatabase  *self,
                  gboolean      well,
                  GError      **error)
{
  GHashTableIter iter;
  gpointer statement;

  /* A query that was left before its last row would keep the transaction open. */
  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, &statement))
    sqlite3_reset (statement);

  if (well && byl_database_execute (self, "COMMIT", error))
    return TRUE;

  /* Some errors have undone the transaction already. */
  if (!sqlite3_get_autocommit (self->connection))
    byl_database_execute (self, "ROLLBACK", NULL);

  return FALSE;
}

/**
 * byl_database_prepare:
 * @self: a database
 * @sql: one statement
 *
 * Returns: (transfer none) (nullable): the statement, ready to be bound; %NULL with an error
 */
sqlite3_stmt *
byl_database_prepare (BylDatabase  *self,
                      const char   *sql,
                      GError      **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }

  code = sqlite3_prepare_v3 (self->connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement,
                             NULL);
  if (code != SQLITE_OK)
    {
      byl_database_set_error (self, code, error);
      return NULL;
    }

  g_hash_table_insert (self->statements, g_strdup (sql), statement);

  return statement;
}

/**
 * byl_database_step:
 * @self: a database
 * @statement: one of its statements
 * @row: (out): whether a row was found; %FALSE past the last
 *
 * Returns: whether it was carried out; with an error the statement is reset
 */
gboolean
byl_database_step (BylDatabase   *self,
                   sqlite3_stmt  *statement,
                   gboolean      *row,
                   GError       **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    return TRUE;

  if (code != SQLITE_DONE)
    byl_database_set_error (self, code, error);
  sqlite3_reset (statement);

  return code == SQLITE_DONE;
}

/**
 * byl_database_run:
 * @self: a database
 * @statement: one of its statements, which returns no rows of interest
 *
 * Returns: whether it was carried out
 */
gboolean
byl_database_run (BylDatabase   *self,
                  sqlite3_stmt  *statement,
                  GError       **error)
{
  gboolean row;
  gboolean well = byl_database_step (self, statement, &row, error);

  sqlite3_reset (statement);

  return well;
}

/**
 * byl_database_bind_text:
 * @statement: a statement
 * @position: of the parameter, from 1
 * @text: (nullable): its value, which must outlive the statement's next step
 */
void
byl_database_bind_text (sqlite3_stmt *statement,
                        int           position,
                        const char   *text)
{
  if (text == NULL)
    sqlite3_bind_null (statement, position);
  else
    sqlite3_bind_text (statement, position, text, -1, SQLITE_STATIC);
}

/**
 * byl_database_dup_column:
 * @statement: a statement with a row
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): the column's text, made valid UTF-8, since a file can be
 *   changed by other programs; %NULL for an SQL NULL
 */
char *
byl_database_dup_column (sqlite3_stmt *statement,
                         int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}
