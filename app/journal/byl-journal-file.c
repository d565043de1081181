/* byl-journal-file.c: opening the journal's file, and setting a damaged one aside
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-journal-file.h"

#include "byl-error.h"
#include "byl-journal-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reading every page of a larger file would keep the first guess waiting. */
#define MOST_BYTES_READ (64 * 1024 * 1024)

/* A file beside the database has its name and one of these. */
static const char * const companions[] = { "", "-wal", "-shm" };

/* POSIX takes all of a process's locks from a file when any descriptor of it is closed. So no file
 * that exists is opened but through SQLite, and none is made while another thread may open it. */
static GMutex making;

static gboolean
fail_with_system_error (const char  *path,
                        int          number,
                        GError     **error)
{
  /* Translators: the first placeholder is a file, the second what the system says about it. */
  g_set_error (error, BYL_ERROR, BYL_ERROR_JOURNAL,
               _("The journal “%s” cannot be used: %s. Give yourself the right to write in its "
                 "folder, then start the game again."),
               path, g_strerror (number));

  return FALSE;
}

static gboolean
fail_to_set_aside (const char  *path,
                   GError     **error)
{
  g_set_error (error, BYL_ERROR, BYL_ERROR_DAMAGED,
               _("The journal “%s” is damaged and cannot be set aside. Move it to another folder, "
                 "then start the game again."),
               path);

  return FALSE;
}

static gboolean
exists (const char *path)
{
  GStatBuf status;

  return g_lstat (path, &status) == 0;
}

/* @path and the files beside it get one new name, which nothing has yet. */
static char *
choose_new_name (const char *path)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s.damaged-%s", path, time);

  for (guint number = 2;; number++)
    {
      gboolean taken = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
        {
          g_autofree char *companion = g_strconcat (name, companions[i], NULL);

          taken = taken || exists (companion);
        }

      if (!taken)
        return g_steal_pointer (&name);

      g_free (name);
      name = g_strdup_printf ("%s.damaged-%s-%u", path, time, number);
    }
}

/* The database goes first: should the program end half way, SQLite drops what is left beside a
 * database that is empty, whereas a database without its log would look whole and lack the end. */
static gboolean
rename_all (const char  *path,
            char       **set_aside,
            GError     **error)
{
  g_autofree char *name = choose_new_name (path);

  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *source = g_strconcat (path, companions[i], NULL);
      g_autofree char *target = g_strconcat (name, companions[i], NULL);

      if (exists (source) && g_rename (source, target) != 0)
        return fail_to_set_aside (path, error);
    }

  g_free (*set_aside);
  *set_aside = g_steal_pointer (&name);

  return TRUE;
}

/* Several programs may find the same damage at once: the folder's lock and the file's identity see
 * to it that the second does not set aside the new journal of the first. */
static gboolean
set_damaged_aside (const char      *path,
                   const GStatBuf  *damaged,
                   char           **set_aside,
                   GError         **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int lock = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  GStatBuf status;
  gboolean well = TRUE;

  if (lock >= 0)
    flock (lock, LOCK_EX);

  if (g_lstat (path, &status) == 0
      && status.st_ino == damaged->st_ino && status.st_dev == damaged->st_dev)
    well = rename_all (path, set_aside, error);

  if (lock >= 0)
    {
      fsync (lock);
      close (lock);
    }

  return well;
}

/* SQLite would make a file that others may read; the files beside it take its mode. */
static gboolean
make_file (const char  *path,
           GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_with_system_error (path, errno, error);

  descriptor = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return errno == EEXIST || fail_with_system_error (path, errno, error);

  close (descriptor);

  /* The guesses' own fsync does not cover the name of the file that they are in. */
  descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (descriptor >= 0)
    {
      fsync (descriptor);
      close (descriptor);
    }

  return TRUE;
}

/* Carries out every step up to the last version; the caller looks at the kind of error. */
static BylDatabase *
try_to_open (const char          *path,
             const GStatBuf      *status,
             const char * const  *migrations,
             guint                busy_milliseconds,
             GError             **error)
{
  g_autoptr(BylDatabase) database = byl_database_open (path, busy_milliseconds, error);

  if (database == NULL)
    return NULL;

  /* A journal that cannot be used, damaged or of a later version, is left as it was met. */
  byl_database_set_keep_log (database, TRUE);

  if (!byl_journal_schema_check (database, migrations, status->st_size <= MOST_BYTES_READ, error)
      || !byl_database_execute (database,
                                "PRAGMA journal_mode = WAL;"
                                "PRAGMA synchronous = FULL;"
                                "PRAGMA foreign_keys = ON;"
                                "PRAGMA trusted_schema = OFF;",
                                error)
      || !byl_journal_schema_migrate (database, migrations, error))
    return NULL;

  byl_database_set_keep_log (database, FALSE);

  return g_steal_pointer (&database);
}

/* SQLite waits for most locks by itself, but not where two programs turn on the log at once. */
static BylDatabase *
wait_to_open (const char          *path,
              const GStatBuf      *status,
              const char * const  *migrations,
              guint                busy_milliseconds,
              GError             **error)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) busy_milliseconds * 1000;

  for (;;)
    {
      g_autoptr(GError) local_error = NULL;
      BylDatabase *database = try_to_open (path, status, migrations, busy_milliseconds,
                                           &local_error);

      if (database != NULL)
        return database;

      if (!g_error_matches (local_error, BYL_ERROR, BYL_ERROR_LOCKED)
          || g_get_monotonic_time () >= deadline)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }

      g_usleep (10 * 1000);
    }
}

/* One attempt; @status tells which file it met. */
static BylDatabase *
open_once (const char          *path,
           const char * const  *migrations,
           guint                busy_milliseconds,
           GStatBuf            *status,
           GError             **error)
{
  BylDatabase *database;

  g_mutex_lock (&making);

  if (!make_file (path, error))
    database = NULL;
  else if (g_lstat (path, status) != 0)
    {
      fail_with_system_error (path, errno, error);
      database = NULL;
    }
  else if (!S_ISREG (status->st_mode))
    {
      fail_to_set_aside (path, error);
      database = NULL;
    }
  else
    {
      if ((status->st_mode & 077) != 0)
        g_chmod (path, status->st_mode & 0700);
      database = wait_to_open (path, status, migrations, busy_milliseconds, error);
    }

  g_mutex_unlock (&making);

  return database;
}

/* A link leads to a file in a folder of the player's choice: what is beside that file counts. */
static char *
resolve (const char *path)
{
  char *resolved = realpath (path, NULL);
  char *copy;

  if (resolved == NULL)
    return g_strdup (path);

  copy = g_strdup (resolved);
  free (resolved);

  return copy;
}

/**
 * byl_journal_file_open:
 * @path: (type filename): the journal; it is made with mode 0600, and its folder with 0700
 * @migrations: as byl_journal_schema_get_migrations() has them
 * @busy_milliseconds: how long to wait for other programs' locks, at opening and later
 * @set_aside: (inout) (nullable) (type filename): the new name of a damaged file, where there was
 *   one
 *
 * What is damaged or no journal is renamed to NAME.damaged-YYYYMMDD-HHMMSS, together with its log,
 * and a new journal is made. Files over 64 MiB are not read through for damage: there it shows when
 * the damaged page is met.
 *
 * Errors: `BYL_ERROR_VERSION` for a later version, which is left alone; `BYL_ERROR_LOCKED`;
 * `BYL_ERROR_JOURNAL` where the file cannot be made or written; `BYL_ERROR_DAMAGED` where a damaged
 * one cannot be set aside.
 *
 * Returns: (transfer full) (nullable): the journal's database, at the last version
 */
BylDatabase *
byl_journal_file_open (const char          *path,
                       const char * const  *migrations,
                       guint                busy_milliseconds,
                       char               **set_aside,
                       GError             **error)
{
  g_autofree char *resolved = resolve (path);

  /* Another program may replace the damaged file just now, so a second one may be met. */
  for (guint attempt = 0;; attempt++)
    {
      g_autoptr(GError) local_error = NULL;
      GStatBuf status;
      BylDatabase *database = open_once (resolved, migrations, busy_milliseconds, &status,
                                         &local_error);

      if (database != NULL)
        return database;

      if (attempt == 3 || !g_error_matches (local_error, BYL_ERROR, BYL_ERROR_DAMAGED))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }

      if (!set_damaged_aside (resolved, &status, set_aside, error))
        return NULL;
    }
}
