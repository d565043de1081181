/* test-journal-processes.c: the journal when programs are killed, or are two, or may not write
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "journal-fixture.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_ROUNDS 50
#define NOBODY 65534

/* What the program does when it is run by itself, on the journal at @path. */

static int
child_sign_and_wait (GFile *file)
{
  g_autoptr(BylJournal) journal = open_journal (file);
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 2);
  gint64 game = wait_start_game (journal, deal, NULL);

  sign_card (get_round (deal, 0), 2, "tern", BYL_BET_SURE);
  if (!wait_sign (journal, game, 0, get_round (deal, 0), NULL))
    return 1;

  printf ("acknowledged %" G_GINT64_FORMAT "\n", game);
  fflush (stdout);
  pause ();

  return 0;
}

static int
child_sign_many (GFile *file)
{
  g_autoptr(BylJournal) journal = open_journal (file);
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, N_ROUNDS);
  gint64 game = wait_start_game (journal, deal, NULL);

  for (guint i = 0; i < N_ROUNDS; i++)
    for (guint j = 0; j < FIXTURE_N_WRITERS; j++)
      {
        sign_card (get_round (deal, i), j, "quill", BYL_BET_HALF);
        if (!wait_sign (journal, game, i, get_round (deal, i), NULL))
          return 1;
      }

  return wait_end_game (journal, game, FALSE, NULL) ? 0 : 1;
}

static int
child_find (GFile *file)
{
  g_autoptr(BylJournal) journal = open_journal (file);

  printf ("found %" G_GINT64_FORMAT "\n", wait_find (journal, NULL));
  fflush (stdout);
  pause ();

  return 0;
}

/* Root may write anywhere, so it becomes nobody first. */
static int
child_open (GFile *file)
{
  g_autoptr(BylJournal) journal = byl_journal_new (file);
  g_autoptr(GError) error = NULL;

  if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    return 1;

  if (wait_open (journal, &error))
    printf ("opened 0\n");
  else
    printf ("failed %d\n", error->domain == BYL_ERROR ? error->code : -1);

  return 0;
}

static int
run_child (const char *task,
           const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);

  if (strcmp (task, "sign-and-wait") == 0)
    return child_sign_and_wait (file);
  if (strcmp (task, "sign-many") == 0)
    return child_sign_many (file);
  if (strcmp (task, "find") == 0)
    return child_find (file);

  return child_open (file);
}

static GSubprocess *
start_child (const char *task,
             const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  GSubprocess *child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--child",
                                         task, path, NULL);

  g_assert_no_error (error);

  return child;
}

/* Reads the number after @word from a line of the child's. */
static gint64
read_number (GSubprocess *child,
             const char  *word)
{
  g_autoptr(GDataInputStream) stream =
    g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  g_autofree char *line = g_data_input_stream_read_line (stream, NULL, NULL, NULL);

  g_assert_nonnull (line);
  g_assert_true (g_str_has_prefix (line, word));

  return g_ascii_strtoll (line + strlen (word), NULL, 10);
}

static void
kill_child (GSubprocess *child)
{
  g_subprocess_force_exit (child);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
}

static void
test_a_killed_program_loses_no_acknowledged_guess (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(GSubprocess) child = NULL;
  g_autoptr(BylDeal) loaded = NULL;
  gint64 game;

  fixture_set_up (&fixture);
  child = start_child ("sign-and-wait", fixture.path);
  game = read_number (child, "acknowledged ");
  g_assert_cmpint (game, >, 0);

  journal = open_journal (fixture.file);
  g_assert_cmpint (wait_find (journal, NULL), ==, 0);
  kill_child (child);

  g_assert_cmpint (wait_find (journal, NULL), ==, game);
  g_assert_cmpint (wait_find (journal, NULL), ==, 0);
  loaded = wait_load (journal, game, NULL);
  g_assert_cmpstr (get_card (loaded, 0, 2)->guess, ==, "tern");
  g_assert_cmpint (get_card (loaded, 0, 2)->bet, ==, BYL_BET_SURE);
  g_assert_null (byl_journal_get_set_aside (journal));
  fixture_tear_down (&fixture);
}

/* Both also make the file at the same time. */
static void
test_two_programs_at_once_lose_nothing (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  GSubprocess *children[2];

  fixture_set_up (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    children[i] = start_child ("sign-many", fixture.path);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      g_assert_true (g_subprocess_wait_check (children[i], NULL, NULL));
      g_object_unref (children[i]);
    }

  journal = open_journal (fixture.file);
  g_assert_null (byl_journal_get_set_aside (journal));
  g_assert_cmpint (fixture_query (fixture.path, "SELECT count(*) FROM guesses"), ==,
                   2 * N_ROUNDS * FIXTURE_N_WRITERS);
  for (gint64 game = 1; game <= 2; game++)
    {
      g_autoptr(BylDeal) loaded = wait_load (journal, game, NULL);

      g_assert_cmpint (loaded->finished, >, 0);
      for (guint i = 0; i < N_ROUNDS; i++)
        for (guint j = 0; j < FIXTURE_N_WRITERS; j++)
          g_assert_cmpstr (get_card (loaded, i, j)->guess, ==, "quill");
    }
  fixture_tear_down (&fixture);
}

static void
test_two_programs_never_get_the_same_game (void)
{
  Fixture fixture;
  g_autoptr(GSubprocess) player = NULL;
  GSubprocess *children[2];
  gint64 game, sum = 0;

  fixture_set_up (&fixture);
  player = start_child ("sign-and-wait", fixture.path);
  game = read_number (player, "acknowledged ");
  kill_child (player);

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    children[i] = start_child ("find", fixture.path);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    sum += read_number (children[i], "found ");
  g_assert_cmpint (sum, ==, game);

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      kill_child (children[i]);
      g_object_unref (children[i]);
    }
  fixture_tear_down (&fixture);
}

/* The claim of a process whose number another process bears by now. */
static void
test_a_reused_process_number_is_not_alive (void)
{
  Fixture fixture;
  g_autoptr(GSubprocess) player = NULL;
  g_autoptr(BylJournal) journal = NULL;
  g_autofree char *sql = NULL;
  gint64 game;

  fixture_set_up (&fixture);
  player = start_child ("sign-and-wait", fixture.path);
  game = read_number (player, "acknowledged ");
  kill_child (player);
  sql = g_strdup_printf ("UPDATE games SET owner_process = %d", getpid ());
  fixture_execute (fixture.path, sql);

  journal = open_journal (fixture.file);
  g_assert_cmpint (wait_find (journal, NULL), ==, game);
  fixture_tear_down (&fixture);
}

static gint64
open_as_nobody (const char *path,
                const char *word)
{
  g_autoptr(GSubprocess) child = start_child ("open", path);
  gint64 number = read_number (child, word);

  g_assert_true (g_subprocess_wait_check (child, NULL, NULL));

  return number;
}

/* A folder that anyone may read and nobody may write. */
static char *
make_read_only_folder (Fixture *fixture)
{
  char *folder = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_mkdir (folder, 0755);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);

  return folder;
}

static void
test_a_read_only_folder_is_said_so (void)
{
  Fixture fixture;
  g_autofree char *folder = NULL;
  g_auto(GStrv) names = NULL;

  fixture_set_up (&fixture);
  folder = make_read_only_folder (&fixture);

  g_assert_cmpint (open_as_nobody (fixture.path, "failed "), ==, BYL_ERROR_JOURNAL);
  names = fixture_list_folder (folder);
  g_assert_cmpuint (g_strv_length (names), ==, 0);
  fixture_tear_down (&fixture);
}

static void
test_a_read_only_journal_is_left_alone (void)
{
  Fixture fixture;
  BylJournal *journal;
  g_autofree char *folder = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto(GStrv) names = NULL;
  gsize n_before, n_after;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  g_assert_finalize_object (journal);
  g_assert_cmpint (g_chmod (fixture.path, 0444), ==, 0);
  folder = make_read_only_folder (&fixture);
  before = fixture_read (fixture.path, &n_before);

  g_assert_cmpint (open_as_nobody (fixture.path, "failed "), ==, BYL_ERROR_JOURNAL);
  after = fixture_read (fixture.path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
  names = fixture_list_folder (folder);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  fixture_tear_down (&fixture);
}

static void
test_a_damaged_journal_that_cannot_be_moved_is_said_so (void)
{
  Fixture fixture;
  g_autofree char *folder = NULL;
  g_autofree char *text = g_strnfill (5000, 'x');

  fixture_set_up (&fixture);
  folder = g_path_get_dirname (fixture.path);
  g_mkdir (folder, 0755);
  g_assert_true (g_file_set_contents (fixture.path, text, 5000, NULL));
  g_assert_cmpint (g_chmod (fixture.path, 0444), ==, 0);
  g_free (make_read_only_folder (&fixture));

  g_assert_cmpint (open_as_nobody (fixture.path, "failed "), ==, BYL_ERROR_DAMAGED);
  fixture_tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && strcmp (argv[1], "--child") == 0)
    return run_child (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal-processes/a-killed-program-loses-no-acknowledged-guess",
                   test_a_killed_program_loses_no_acknowledged_guess);
  g_test_add_func ("/journal-processes/two-programs-at-once-lose-nothing",
                   test_two_programs_at_once_lose_nothing);
  g_test_add_func ("/journal-processes/two-programs-never-get-the-same-game",
                   test_two_programs_never_get_the_same_game);
  g_test_add_func ("/journal-processes/a-reused-process-number-is-not-alive",
                   test_a_reused_process_number_is_not_alive);
  g_test_add_func ("/journal-processes/a-read-only-folder-is-said-so",
                   test_a_read_only_folder_is_said_so);
  g_test_add_func ("/journal-processes/a-read-only-journal-is-left-alone",
                   test_a_read_only_journal_is_left_alone);
  g_test_add_func ("/journal-processes/a-damaged-journal-that-cannot-be-moved-is-said-so",
                   test_a_damaged_journal_that_cannot_be_moved_is_said_so);

  return g_test_run ();
}
