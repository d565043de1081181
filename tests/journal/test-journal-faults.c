/* test-journal-faults.c: the journal on a disk that is full or fails at the Nth write
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-journal-private.h"
#include "journal-fixture.h"

#include <string.h>

typedef enum
{
  FAULT_WRITE,
  FAULT_SYNC,
} Fault;

/* SQLite's own way to the disk, of which some calls fail. The database and its log are handled by
 * different methods. */
static struct
{
  const sqlite3_io_methods *real;
  sqlite3_io_methods        failing;
} methods[2];

static sqlite3_vfs *real_disk;
static sqlite3_vfs failing_disk;

static int armed;     /* whether calls are counted, and fail when it is their turn */
static int fault;     /* which calls, of Fault */
static int calls;     /* made since it was armed */
static int fail_from; /* the number of the first call to fail, and all after it */
static int failed;    /* calls that failed */
static int syncs;     /* of the log, ever */

static gboolean
is_to_fail (Fault kind)
{
  if (!g_atomic_int_get (&armed) || g_atomic_int_get (&fault) != (int) kind)
    return FALSE;

  if (g_atomic_int_add (&calls, 1) < g_atomic_int_get (&fail_from))
    return FALSE;

  g_atomic_int_inc (&failed);

  return TRUE;
}

static guint
get_kind (sqlite3_file *file)
{
  return file->pMethods == &methods[0].failing ? 0 : 1;
}

static int
write_cb (sqlite3_file  *file,
          const void    *data,
          int            length,
          sqlite3_int64  offset)
{
  /* Half a write is the worst that a full disk leaves behind. */
  if (is_to_fail (FAULT_WRITE))
    {
      methods[get_kind (file)].real->xWrite (file, data, length / 2, offset);
      return SQLITE_FULL;
    }

  return methods[get_kind (file)].real->xWrite (file, data, length, offset);
}

static int
sync_cb (sqlite3_file *file,
         int           flags)
{
  if (is_to_fail (FAULT_SYNC))
    return SQLITE_IOERR_FSYNC;

  if (get_kind (file) == 1)
    g_atomic_int_inc (&syncs);

  return methods[get_kind (file)].real->xSync (file, flags);
}

static int
open_cb (sqlite3_vfs  *disk,
         const char   *name,
         sqlite3_file *file,
         int           flags,
         int          *out_flags)
{
  static GMutex mutex;
  guint kind = (flags & SQLITE_OPEN_MAIN_DB) != 0 ? 0 : 1;
  int code = real_disk->xOpen (real_disk, name, file, flags, out_flags);

  if (code != SQLITE_OK || file->pMethods == NULL)
    return code;

  g_mutex_lock (&mutex);
  if (methods[kind].real == NULL)
    {
      methods[kind].real = file->pMethods;
      methods[kind].failing = *file->pMethods;
      methods[kind].failing.xWrite = write_cb;
      methods[kind].failing.xSync = sync_cb;
    }
  g_assert_true (methods[kind].real == file->pMethods);
  g_mutex_unlock (&mutex);
  file->pMethods = &methods[kind].failing;

  return code;
}

static void
install_failing_disk (void)
{
  real_disk = sqlite3_vfs_find (NULL);
  failing_disk = *real_disk;
  failing_disk.zName = "failing";
  failing_disk.xOpen = open_cb;
  g_assert_cmpint (sqlite3_vfs_register (&failing_disk, 1), ==, SQLITE_OK);
}

static void
arm (Fault kind,
     int   from)
{
  g_atomic_int_set (&fault, (int) kind);
  g_atomic_int_set (&calls, 0);
  g_atomic_int_set (&failed, 0);
  g_atomic_int_set (&fail_from, from);
  g_atomic_int_set (&armed, TRUE);
}

static void
disarm (void)
{
  g_atomic_int_set (&armed, FALSE);
}

static void
test_an_acknowledged_guess_was_synced (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  gint64 game;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  game = wait_start_game (journal, deal, NULL);

  for (guint i = 0; i < FIXTURE_N_WRITERS; i++)
    {
      int before = g_atomic_int_get (&syncs);

      sign_card (get_round (deal, 0), i, "moss", BYL_BET_HALF);
      g_assert_true (wait_sign (journal, game, 0, get_round (deal, 0), NULL));
      g_assert_cmpint (g_atomic_int_get (&syncs), >, before);
    }
  fixture_tear_down (&fixture);
}

static void
assert_journal_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == BYL_ERROR);
  g_assert_cmpint (error->code, ==, BYL_ERROR_JOURNAL);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* What a window did in a round, on a failing disk, and was told that it is kept. */
typedef struct
{
  gboolean signature;
  gboolean reveal;
  gint64   second_game;
} Acknowledged;

static Acknowledged
play_on_failing_disk (BylJournal *journal,
                      gint64      game,
                      BylDeal    *deal)
{
  Acknowledged acknowledged;
  g_autoptr(GError) sign_error = NULL;
  g_autoptr(GError) reveal_error = NULL;
  g_autoptr(GError) start_error = NULL;
  g_autoptr(BylDeal) second = make_deal ("other", BYL_MODE_LINE_UP, 3);

  sign_card (get_round (deal, 0), 0, "moss", BYL_BET_SURE);
  acknowledged.signature = wait_sign (journal, game, 0, get_round (deal, 0), &sign_error);
  acknowledged.reveal = wait_reveal (journal, game, 0, &reveal_error);
  acknowledged.second_game = wait_start_game (journal, second, &start_error);
  disarm ();

  if (!acknowledged.signature)
    assert_journal_error (sign_error);
  if (!acknowledged.reveal)
    assert_journal_error (reveal_error);
  if (acknowledged.second_game == 0)
    assert_journal_error (start_error);

  return acknowledged;
}

static void
assert_whole (Fixture             *fixture,
              const Acknowledged  *acknowledged,
              gint64               game)
{
  g_autoptr(BylJournal) journal = open_journal (fixture->file);
  g_autoptr(BylDeal) loaded = NULL;
  gint64 n_others;

  g_assert_null (byl_journal_get_set_aside (journal));
  g_assert_cmpint (fixture_query (fixture->path, "PRAGMA integrity_check"), ==, 1);
  g_assert_cmpint (fixture_query (fixture->path,
                                  "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);

  loaded = wait_load (journal, game, NULL);
  g_assert_cmpstr (get_card (loaded, 0, 1)->guess, ==, "quill");
  if (acknowledged->signature)
    g_assert_cmpstr (get_card (loaded, 0, 0)->guess, ==, "moss");
  if (acknowledged->reveal)
    g_assert_true (get_round (loaded, 0)->revealed);

  /* A game is kept whole or not at all. */
  n_others = fixture_query (fixture->path, "SELECT count(*) FROM games WHERE pack = 'other'");
  if (acknowledged->second_game != 0)
    g_assert_cmpint (n_others, ==, 1);
  g_assert_cmpint (fixture_query (fixture->path,
                                  "SELECT count(*) FROM cards"
                                  " JOIN rounds ON rounds.id = cards.round"
                                  " JOIN games ON games.id = rounds.game WHERE pack = 'other'"),
                   ==, n_others * 3 * FIXTURE_N_WRITERS);
}

/* Returns whether any call failed. */
static gboolean
fail_from_call (Fault    kind,
                int      from,
                gboolean until_closed)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  Acknowledged acknowledged;
  gboolean any_failed;
  gint64 game;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  game = wait_start_game (journal, deal, NULL);
  sign_card (get_round (deal, 0), 1, "quill", BYL_BET_HALF);
  g_assert_true (wait_sign (journal, game, 0, get_round (deal, 0), NULL));

  arm (kind, from);
  acknowledged = play_on_failing_disk (journal, game, deal);
  any_failed = g_atomic_int_get (&failed) > 0;

  if (until_closed)
    arm (kind, 0);
  else
    {
      /* With room on the disk again the same journal goes on. */
      g_autoptr(GError) error = NULL;

      g_assert_cmpint (wait_start_game (journal, deal, &error), >, 0);
      g_assert_no_error (error);
    }
  byl_journal_close (journal);
  disarm ();

  assert_whole (&fixture, &acknowledged, game);
  fixture_tear_down (&fixture);

  return any_failed;
}

static void
fail_at_every_call (Fault kind)
{
  int from = 0;

  while (fail_from_call (kind, from, from % 2 == 1))
    from++;

  g_test_message ("%d calls were made to fail in turn", from);
  g_assert_cmpint (from, >, 2);
}

static void
test_a_disk_that_fills_at_any_write_leaves_it_whole (void)
{
  fail_at_every_call (FAULT_WRITE);
}

static void
test_a_disk_that_fails_at_any_sync_leaves_it_whole (void)
{
  fail_at_every_call (FAULT_SYNC);
}

static void
test_a_full_disk_at_opening_is_said_so (void)
{
  int from = 0;
  gboolean any_failed;

  do
    {
      Fixture fixture;
      g_autoptr(BylJournal) journal = NULL;
      g_autoptr(GError) error = NULL;

      fixture_set_up (&fixture);
      journal = byl_journal_new (fixture.file);
      arm (FAULT_WRITE, from++);
      if (!wait_open (journal, &error))
        assert_journal_error (error);
      disarm ();
      any_failed = g_atomic_int_get (&failed) > 0;

      g_assert_true (wait_open (journal, NULL));
      g_assert_null (byl_journal_get_set_aside (journal));
      g_assert_cmpint (fixture_query (fixture.path, "PRAGMA integrity_check"), ==, 1);
      fixture_tear_down (&fixture);
    }
  while (any_failed);

  g_assert_cmpint (from, >, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  install_failing_disk ();

  g_test_add_func ("/journal-faults/an-acknowledged-guess-was-synced",
                   test_an_acknowledged_guess_was_synced);
  g_test_add_func ("/journal-faults/a-disk-that-fills-at-any-write-leaves-it-whole",
                   test_a_disk_that_fills_at_any_write_leaves_it_whole);
  g_test_add_func ("/journal-faults/a-disk-that-fails-at-any-sync-leaves-it-whole",
                   test_a_disk_that_fails_at_any_sync_leaves_it_whole);
  g_test_add_func ("/journal-faults/a-full-disk-at-opening-is-said-so",
                   test_a_full_disk_at_opening_is_said_so);

  return g_test_run ();
}
