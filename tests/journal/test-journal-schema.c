/* test-journal-schema.c: a journal of any earlier version is read on
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-journal-file.h"
#include "byl-journal-schema.h"
#include "journal-fixture.h"

/* What takes a journal back to the version before. */
#define UNDO_VERSION_4 "ALTER TABLE rival_notes DROP COLUMN reasons; PRAGMA user_version = 3;"
#define UNDO_VERSION_3 "DROP TABLE marks; PRAGMA user_version = 2;"
#define UNDO_VERSION_2 "DROP TABLE rival_notes; PRAGMA user_version = 1;"

/* Versions that are still to come, as they might be. */
#define NEXT "ALTER TABLE games ADD COLUMN mood TEXT; UPDATE games SET mood = 'calm';"
#define LAST "CREATE TABLE moods (mood TEXT PRIMARY KEY);"

static guint
count_versions (void)
{
  const char * const *known = byl_journal_schema_get_migrations ();
  guint n = 0;

  while (known[n] != NULL)
    n++;

  return n;
}

static BylDatabase *
migrate (Fixture     *fixture,
         const char  *next,
         const char  *last,
         GError     **error)
{
  g_autoptr(GPtrArray) migrations = g_ptr_array_new ();
  g_autofree char *set_aside = NULL;
  BylDatabase *database;

  for (guint i = 0; i < count_versions (); i++)
    g_ptr_array_add (migrations, (gpointer) byl_journal_schema_get_migrations ()[i]);

  g_ptr_array_add (migrations, (gpointer) next);
  g_ptr_array_add (migrations, (gpointer) last);
  g_ptr_array_add (migrations, NULL);
  database = byl_journal_file_open (fixture->path, (const char * const *) migrations->pdata, 100,
                                    &set_aside, error);
  g_assert_null (set_aside);

  return database;
}

/* Two games, closed. */
static void
make_journal (Fixture *fixture)
{
  g_autoptr(BylJournal) journal = open_journal (fixture->file);
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 2);

  sign_card (get_round (deal, 0), 0, "quill", BYL_BET_HALF);
  wait_start_game (journal, deal, NULL);
  wait_start_game (journal, deal, NULL);
  g_assert_finalize_object (g_steal_pointer (&journal));
}

static void
make_journal_of_version (Fixture *fixture,
                         guint    version)
{
  guint n_known = count_versions ();
  BylDatabase *database;
  g_autoptr(GError) error = NULL;

  if (version == 0)
    return;

  make_journal (fixture);

  if (version <= 3)
    fixture_execute (fixture->path, UNDO_VERSION_4);
  if (version <= 2)
    fixture_execute (fixture->path, UNDO_VERSION_3);
  if (version == 1)
    fixture_execute (fixture->path, UNDO_VERSION_2);

  if (version > n_known)
    {
      database = migrate (fixture, NEXT, version > n_known + 1 ? LAST : NULL, &error);
      g_assert_no_error (error);
      byl_database_close (database);
    }

  g_assert_cmpint (fixture_query (fixture->path, "PRAGMA user_version"), ==, version);
}

static void
test_every_earlier_version_is_brought_forward (void)
{
  guint last = count_versions () + 2;

  for (guint version = 0; version <= last; version++)
    {
      Fixture fixture;
      BylDatabase *database;
      g_autoptr(GError) error = NULL;

      fixture_set_up (&fixture);
      make_journal_of_version (&fixture, version);

      database = migrate (&fixture, NEXT, LAST, &error);
      g_assert_no_error (error);
      byl_database_close (database);
      g_assert_cmpint (fixture_query (fixture.path, "PRAGMA user_version"), ==, last);
      g_assert_cmpint (fixture_query (fixture.path,
                                      "SELECT count(*) FROM games WHERE mood = 'calm'"),
                       ==, version == 0 ? 0 : 2);
      g_assert_cmpint (fixture_query (fixture.path, "SELECT count(*) FROM moods"), ==, 0);
      g_assert_cmpint (fixture_query (fixture.path, "SELECT count(*) FROM rival_notes"), ==, 0);
      g_assert_cmpint (fixture_query (fixture.path, "SELECT count(*) FROM marks"), ==, 0);
      fixture_tear_down (&fixture);
    }
}

static void
test_a_migration_that_fails_changes_nothing (void)
{
  Fixture fixture;
  BylDatabase *database;
  g_autoptr(GError) error = NULL;

  fixture_set_up (&fixture);
  make_journal (&fixture);

  g_assert_null (migrate (&fixture, NEXT, "CREATE TABLE moods (mood); CREATE TABLE games (x)",
                          &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_JOURNAL);
  g_clear_error (&error);
  g_assert_cmpint (fixture_query (fixture.path, "PRAGMA user_version"), ==,
                   count_versions () + 1);
  g_assert_cmpint (fixture_query (fixture.path,
                                  "SELECT count(*) FROM sqlite_schema WHERE name = 'moods'"),
                   ==, 0);

  database = migrate (&fixture, NEXT, LAST, &error);
  g_assert_no_error (error);
  byl_database_close (database);
  fixture_tear_down (&fixture);
}

static void
test_a_game_of_the_first_version_is_loaded_and_played_on (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = NULL;
  g_autoptr(GError) error = NULL;

  fixture_set_up (&fixture);
  make_journal_of_version (&fixture, 1);

  journal = open_journal (fixture.file);
  deal = wait_load (journal, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_card (deal, 0, 0)->guess, ==, "quill");
  g_assert_null (get_card (deal, 0, 0)->rival);

  get_card (deal, 0, 0)->rival = byl_rival_note_new ("moss", 0.5);
  g_assert_true (wait_keep_rival (journal, deal, &error));
  g_assert_no_error (error);
  g_assert_true (wait_reveal (journal, 1, 0, NULL));
  g_assert_cmpint (fixture_query (fixture.path, "SELECT count(*) FROM rival_notes"), ==, 1);
  fixture_tear_down (&fixture);
}

/* Then arguments were kept in the words of the language of that moment. */
static void
test_arguments_of_the_third_version_are_still_told (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = NULL;
  g_autoptr(GError) error = NULL;
  const BylRivalNote *note;
  const BylRivalArgument *argument;

  fixture_set_up (&fixture);
  make_journal_of_version (&fixture, 3);
  fixture_execute (fixture.path,
                   "INSERT INTO rival_notes (card, told, writer, probability, probabilities,"
                   " arguments) SELECT min(id), 0, 'moss', 0.5, '@ad []',"
                   " '[(\"It says so.\", 1, 4)]' FROM cards");

  journal = open_journal (fixture.file);
  deal = wait_load (journal, 1, &error);
  g_assert_no_error (error);
  note = get_card (deal, 0, 0)->rival;
  g_assert_cmpuint (note->arguments->len, ==, 1);
  argument = g_ptr_array_index (note->arguments, 0);
  g_assert_null (argument->reason);
  g_assert_cmpstr (argument->sentence, ==, "It says so.");
  g_assert_cmpuint (argument->end, ==, 4);
  fixture_tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal-schema/a-migration-that-fails-changes-nothing",
                   test_a_migration_that_fails_changes_nothing);
  g_test_add_func ("/journal-schema/every-earlier-version-is-brought-forward",
                   test_every_earlier_version_is_brought_forward);
  g_test_add_func ("/journal-schema/a-game-of-the-first-version-is-loaded-and-played-on",
                   test_a_game_of_the_first_version_is_loaded_and_played_on);

  g_test_add_func ("/journal-schema/arguments-of-the-third-version-are-still-told",
                   test_arguments_of_the_third_version_are_still_told);

  return g_test_run ();
}
