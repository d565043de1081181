/* test-journal-damage.c: journals that are damaged, locked, of another version, or no journals
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-journal-file.h"
#include "byl-journal-private.h"
#include "byl-journal-schema.h"
#include "journal-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PAGE 4096

/* A sound journal with some games, closed. */
static void
make_journal (Fixture *fixture)
{
  g_autoptr(BylJournal) journal = open_journal (fixture->file);
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 20);

  for (guint i = 0; i < 20; i++)
    sign_card (get_round (deal, i), 0, "quill", BYL_BET_HALF);
  wait_start_game (journal, deal, NULL);
  wait_start_game (journal, deal, NULL);
  g_assert_finalize_object (g_steal_pointer (&journal));
}

static void
write_file (Fixture    *fixture,
            const char *data,
            gsize       length)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (fixture->path, data, (gssize) length, NULL));
}

/* The journal opens, works, and says where the damaged file went. */
static char *
assert_set_aside (Fixture *fixture)
{
  g_autoptr(BylJournal) journal = open_journal (fixture->file);
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  g_autoptr(GError) error = NULL;
  GFile *set_aside = byl_journal_get_set_aside (journal);
  g_autofree char *prefix = g_strconcat (fixture->path, ".damaged-20", NULL);

  g_assert_nonnull (set_aside);
  g_assert_true (g_str_has_prefix (g_file_peek_path (set_aside), prefix));
  g_assert_cmpint (wait_start_game (journal, deal, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_query (fixture->path, "PRAGMA integrity_check"), ==, 1);

  return g_strdup (g_file_peek_path (set_aside));
}

static void
assert_bytes_set_aside (const char *data,
                        gsize       length)
{
  Fixture fixture;
  g_autofree char *set_aside = NULL;
  g_autofree char *kept = NULL;
  gsize n_kept;

  fixture_set_up (&fixture);
  write_file (&fixture, data, length);
  set_aside = assert_set_aside (&fixture);
  kept = fixture_read (set_aside, &n_kept);
  g_assert_cmpmem (kept, n_kept, data, length);
  fixture_tear_down (&fixture);
}

static void
test_garbage_is_set_aside (void)
{
  g_autofree char *data = g_malloc (3 * PAGE);

  for (guint i = 0; i < 3 * PAGE; i++)
    data[i] = (char) (i * 2654435761u >> 13);

  assert_bytes_set_aside (data, 3 * PAGE);
}

static void
test_a_text_is_set_aside (void)
{
  assert_bytes_set_aside ("Dear diary,\n", strlen ("Dear diary,\n"));
}

static void
test_zeros_are_set_aside (void)
{
  g_autofree char *data = g_malloc0 (PAGE);

  assert_bytes_set_aside (data, PAGE);
}

static void
test_a_truncated_journal_is_set_aside (void)
{
  Fixture fixture;
  g_autofree char *whole = NULL;
  gsize length;

  fixture_set_up (&fixture);
  make_journal (&fixture);
  whole = fixture_read (fixture.path, &length);
  fixture_tear_down (&fixture);

  assert_bytes_set_aside (whole, length / 2);
  assert_bytes_set_aside (whole, length - PAGE);
  assert_bytes_set_aside (whole, PAGE + 7);
  assert_bytes_set_aside (whole, 90);
}

static void
test_a_blank_page_is_set_aside_wherever_it_is (void)
{
  Fixture fixture;
  g_autofree char *whole = NULL;
  gsize length;

  fixture_set_up (&fixture);
  make_journal (&fixture);
  whole = fixture_read (fixture.path, &length);
  fixture_tear_down (&fixture);
  g_assert_cmpuint (length / PAGE, >, 10);

  for (gsize page = 0; page < length / PAGE; page++)
    {
      g_autofree char *damaged = g_memdup2 (whole, length);

      memset (damaged + page * PAGE, 0, PAGE);
      assert_bytes_set_aside (damaged, length);
    }
}

static void
test_another_programs_database_is_set_aside (void)
{
  Fixture fixture;
  g_autofree char *folder = NULL;
  g_autofree char *set_aside = NULL;

  fixture_set_up (&fixture);
  folder = g_path_get_dirname (fixture.path);
  g_mkdir_with_parents (folder, 0700);
  fixture_execute (fixture.path, "CREATE TABLE recipes (soup TEXT); PRAGMA user_version = 1");
  set_aside = assert_set_aside (&fixture);
  g_assert_cmpint (fixture_query (set_aside, "SELECT count(*) FROM recipes"), ==, 0);
  fixture_tear_down (&fixture);
}

static void
test_what_is_no_file_is_set_aside (void)
{
  for (guint kind = 0; kind < 3; kind++)
    {
      Fixture fixture;
      g_autofree char *folder = NULL;
      g_autofree char *set_aside = NULL;

      fixture_set_up (&fixture);
      folder = g_path_get_dirname (fixture.path);
      g_mkdir_with_parents (folder, 0700);
      if (kind == 0)
        g_assert_cmpint (g_mkdir (fixture.path, 0700), ==, 0);
      else if (kind == 1)
        g_assert_cmpint (mkfifo (fixture.path, 0600), ==, 0);
      else
        g_assert_cmpint (symlink ("/nowhere/at/all", fixture.path), ==, 0);

      set_aside = assert_set_aside (&fixture);
      g_assert_true (g_file_test (set_aside, G_FILE_TEST_IS_SYMLINK)
                     || g_file_test (set_aside, G_FILE_TEST_EXISTS));
      fixture_tear_down (&fixture);
    }
}

static void
test_an_empty_file_becomes_a_journal (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;

  fixture_set_up (&fixture);
  write_file (&fixture, "", 0);
  journal = open_journal (fixture.file);
  g_assert_null (byl_journal_get_set_aside (journal));
  g_assert_cmpint (fixture_query (fixture.path, "PRAGMA user_version"), >, 0);
  g_assert_cmpint (fixture_query (fixture.path, "SELECT count(*) FROM rival_notes"), ==, 0);
  fixture_tear_down (&fixture);
}

static void
test_a_link_leads_to_the_journal (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autofree char *target = NULL;

  fixture_set_up (&fixture);
  make_journal (&fixture);
  target = g_build_filename (fixture.folder, "elsewhere.db", NULL);
  g_assert_cmpint (g_rename (fixture.path, target), ==, 0);
  g_assert_cmpint (symlink (target, fixture.path), ==, 0);

  journal = open_journal (fixture.file);
  g_assert_null (byl_journal_get_set_aside (journal));
  g_assert_cmpint (fixture_query (target, "SELECT count(*) FROM games"), ==, 2);
  fixture_tear_down (&fixture);
}

static void
test_damaged_journals_never_overwrite_each_other (void)
{
  Fixture fixture;
  g_auto(GStrv) names = NULL;
  g_autofree char *folder = NULL;
  guint n_set_aside = 0;

  fixture_set_up (&fixture);
  folder = g_path_get_dirname (fixture.path);
  for (guint i = 0; i < 4; i++)
    {
      write_file (&fixture, "Dear diary,\n", strlen ("Dear diary,\n"));
      g_free (assert_set_aside (&fixture));
    }

  names = fixture_list_folder (folder);
  for (guint i = 0; names[i] != NULL; i++)
    n_set_aside += strstr (names[i], ".damaged-") != NULL;
  g_assert_cmpuint (n_set_aside, ==, 4);
  fixture_tear_down (&fixture);
}

static void
test_its_log_goes_with_a_damaged_journal (void)
{
  Fixture fixture;
  g_autofree char *text = g_strnfill (PAGE, 'x');
  g_autofree char *log = NULL;
  g_autofree char *set_aside = NULL;
  g_autofree char *kept_log = NULL;
  g_autofree char *kept = NULL;
  gsize length;

  fixture_set_up (&fixture);
  write_file (&fixture, text, PAGE);
  log = g_strconcat (fixture.path, "-wal", NULL);
  g_assert_true (g_file_set_contents (log, "log", 3, NULL));

  set_aside = assert_set_aside (&fixture);
  kept_log = g_strconcat (set_aside, "-wal", NULL);
  kept = fixture_read (kept_log, &length);
  g_assert_cmpmem (kept, length, "log", 3);
  fixture_tear_down (&fixture);
}

/* Too large to be read through at opening; then the page of a table turns out to be blank. */
static void
test_damage_that_is_met_later_is_said_so (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(GError) error = NULL;
  char blank[PAGE] = { 0, };
  gint64 page;
  FILE *file;

  fixture_set_up (&fixture);
  make_journal (&fixture);
  fixture_execute (fixture.path, "INSERT INTO texts VALUES ('large', zeroblob (70000000));"
                                 "PRAGMA wal_checkpoint (TRUNCATE)");
  page = fixture_query (fixture.path, "SELECT rootpage FROM sqlite_schema WHERE name = 'games'");
  file = g_fopen (fixture.path, "r+b");
  g_assert_cmpint (fseek (file, (long) (page - 1) * PAGE, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (blank, 1, PAGE, file), ==, PAGE);
  fclose (file);

  journal = open_journal (fixture.file);
  g_assert_null (byl_journal_get_set_aside (journal));
  g_assert_null (wait_list_games (journal, NULL, 10, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_DAMAGED);
  fixture_tear_down (&fixture);
}

static void
test_a_later_version_is_left_alone (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  fixture_set_up (&fixture);
  make_journal (&fixture);
  fixture_execute (fixture.path, "PRAGMA user_version = 99");
  before = fixture_read (fixture.path, &n_before);

  journal = byl_journal_new (fixture.file);
  g_assert_false (wait_open (journal, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_VERSION);
  g_assert_null (byl_journal_get_set_aside (journal));
  g_assert_finalize_object (g_steal_pointer (&journal));
  after = fixture_read (fixture.path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
  fixture_tear_down (&fixture);
}

static void
test_a_locked_journal_is_said_so (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  g_autoptr(GError) error = NULL;
  sqlite3 *other = NULL;

  fixture_set_up (&fixture);
  make_journal (&fixture);
  journal = byl_journal_new (fixture.file);
  byl_journal_set_busy_timeout (journal, 50);
  g_assert_true (wait_open (journal, NULL));
  g_assert_cmpint (sqlite3_open (fixture.path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);

  g_assert_cmpint (wait_start_game (journal, deal, &error), ==, 0);
  g_assert_error (error, BYL_ERROR, BYL_ERROR_LOCKED);
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);

  g_assert_cmpint (wait_start_game (journal, deal, NULL), ==, 3);
  fixture_tear_down (&fixture);
}

/* A new file has no log yet, so that the lock also keeps readers out. */
static void
test_a_journal_locked_at_opening_can_be_opened_later (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(GError) error = NULL;
  sqlite3 *other = NULL;

  fixture_set_up (&fixture);
  write_file (&fixture, "", 0);
  g_assert_cmpint (sqlite3_open (fixture.path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);

  journal = byl_journal_new (fixture.file);
  byl_journal_set_busy_timeout (journal, 50);
  g_assert_false (wait_open (journal, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_LOCKED);
  g_assert_null (byl_journal_get_set_aside (journal));
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);

  g_assert_true (wait_open (journal, NULL));
  g_assert_true (wait_open (journal, NULL));
  fixture_tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal-damage/garbage-is-set-aside", test_garbage_is_set_aside);
  g_test_add_func ("/journal-damage/a-text-is-set-aside", test_a_text_is_set_aside);
  g_test_add_func ("/journal-damage/zeros-are-set-aside", test_zeros_are_set_aside);
  g_test_add_func ("/journal-damage/a-truncated-journal-is-set-aside",
                   test_a_truncated_journal_is_set_aside);
  g_test_add_func ("/journal-damage/a-blank-page-is-set-aside-wherever-it-is",
                   test_a_blank_page_is_set_aside_wherever_it_is);
  g_test_add_func ("/journal-damage/another-programs-database-is-set-aside",
                   test_another_programs_database_is_set_aside);
  g_test_add_func ("/journal-damage/what-is-no-file-is-set-aside",
                   test_what_is_no_file_is_set_aside);
  g_test_add_func ("/journal-damage/an-empty-file-becomes-a-journal",
                   test_an_empty_file_becomes_a_journal);
  g_test_add_func ("/journal-damage/a-link-leads-to-the-journal", test_a_link_leads_to_the_journal);
  g_test_add_func ("/journal-damage/damaged-journals-never-overwrite-each-other",
                   test_damaged_journals_never_overwrite_each_other);
  g_test_add_func ("/journal-damage/its-log-goes-with-a-damaged-journal",
                   test_its_log_goes_with_a_damaged_journal);
  g_test_add_func ("/journal-damage/damage-that-is-met-later-is-said-so",
                   test_damage_that_is_met_later_is_said_so);
  g_test_add_func ("/journal-damage/a-later-version-is-left-alone",
                   test_a_later_version_is_left_alone);
  g_test_add_func ("/journal-damage/a-locked-journal-is-said-so", test_a_locked_journal_is_said_so);
  g_test_add_func ("/journal-damage/a-journal-locked-at-opening-can-be-opened-later",
                   test_a_journal_locked_at_opening_can_be_opened_later);

  return g_test_run ();
}
