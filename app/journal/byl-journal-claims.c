/* byl-journal-claims.c: which running program plays which game
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-journal-claims.h"

#include <string.h>
#include <unistd.h>

/* Field 22 of /proc/PID/stat, proc(5): clock ticks from the start of the machine to that of the
 * process; with the id of this start of the machine it names one process for ever. */
#define START_FIELD 22

static char *
dup_birth (gint64 process)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", process);
  g_autofree char *status = NULL;
  g_autofree char *machine = NULL;
  g_auto(GStrv) fields = NULL;
  const char *after_name;

  if (!g_file_get_contents (path, &status, NULL, NULL))
    return NULL;

  /* The second field is the program's name in parentheses, which may itself hold spaces and more
   * parentheses. */
  after_name = strrchr (status, ')');
  if (after_name == NULL || after_name[1] != ' ')
    return NULL;

  fields = g_strsplit (after_name + 2, " ", -1);
  if (g_strv_length (fields) <= START_FIELD - 3)
    return NULL;

  if (g_file_get_contents ("/proc/sys/kernel/random/boot_id", &machine, NULL, NULL))
    g_strstrip (machine);

  return g_strdup_printf ("%s %s", machine != NULL ? machine : "-", fields[START_FIELD - 3]);
}

/* Without /proc nothing is known of other processes: then only this process is known to run. */
static gboolean
is_running (gint64      process,
            const char *birth)
{
  g_autofree char *current = NULL;

  if (process <= 0 || birth == NULL)
    return FALSE;

  if (process == getpid () && *birth == '\0')
    return TRUE;

  current = dup_birth (process);

  return current != NULL && g_str_equal (current, birth);
}

static gboolean
find_unowned (BylDatabase     *database,
              const BylOwner  *owner,
              gint64          *game,
              GError         **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "SELECT id, owner_process, owner_birth, owner_token FROM games"
                          " WHERE ended IS NULL ORDER BY started DESC, id DESC",
                          error);
  gboolean row = TRUE;

  while (statement != NULL)
    {
      g_autofree char *birth = NULL;
      g_autofree char *token = NULL;

      if (!byl_database_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      birth = byl_database_dup_column (statement, 2);
      token = byl_database_dup_column (statement, 3);
      if (g_strcmp0 (token, owner->token) != 0
          && !is_running (sqlite3_column_int64 (statement, 1), birth))
        {
          *game = sqlite3_column_int64 (statement, 0);
          sqlite3_reset (statement);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
claim (BylDatabase     *database,
       const BylOwner  *owner,
       gint64           game,
       GError         **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "UPDATE games SET owner_process = ?1, owner_birth = ?2, owner_token = ?3"
                          " WHERE id = ?4",
                          error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, owner->process);
  byl_database_bind_text (statement, 2, owner->birth);
  byl_database_bind_text (statement, 3, owner->token);
  sqlite3_bind_int64 (statement, 4, game);

  return byl_database_run (database, statement, error);
}

/**
 * byl_owner_new:
 *
 * Returns: (transfer full): an owner in this process, unlike any other
 */
BylOwner *
byl_owner_new (void)
{
  BylOwner *self = g_new0 (BylOwner, 1);

  self->process = getpid ();
  self->birth = dup_birth (self->process);
  self->token = g_uuid_string_random ();
  if (self->birth == NULL)
    self->birth = g_strdup ("");

  return self;
}

/**
 * byl_owner_free:
 * @self: (nullable) (transfer full): an owner
 */
void
byl_owner_free (BylOwner *self)
{
  if (self == NULL)
    return;

  g_free (self->birth);
  g_free (self->token);
  g_free (self);
}

/**
 * byl_journal_find_interrupted:
 * @database: the journal
 * @owner: who asks, and gets the game
 * @game: (out): the newest game that has not ended and whose owner does not run any more; 0 where
 *   there is none
 *
 * Finding and claiming are one transaction, so that no two programs find the same game.
 *
 * Returns: whether the journal could be read and written
 */
gboolean
byl_journal_find_interrupted (BylDatabase     *database,
                              const BylOwner  *owner,
                              gint64          *game,
                              GError         **error)
{
  gboolean well;

  *game = 0;

  if (!byl_database_begin_write (database, error))
    return FALSE;

  well = find_unowned (database, owner, game, error)
         && (*game == 0 || claim (database, owner, *game, error));

  return byl_database_end (database, well, error);
}

/**
 * byl_journal_release_claims:
 * @database: the journal
 * @owner: who plays no more
 *
 * Returns: whether the owner's unfinished games are free to be offered to others
 */
gboolean
byl_journal_release_claims (BylDatabase     *database,
                            const BylOwner  *owner,
                            GError         **error)
{
  sqlite3_stmt *statement =
    byl_database_prepare (database,
                          "UPDATE games SET owner_process = NULL, owner_birth = NULL,"
                          " owner_token = NULL WHERE ended IS NULL AND owner_token = ?1",
                          error);

  if (statement == NULL)
    return FALSE;

  byl_database_bind_text (statement, 1, owner->token);

  return byl_database_run (database, statement, error);
}
