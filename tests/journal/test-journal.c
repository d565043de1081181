/* test-journal.c: what is put into the journal comes out of it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "journal-fixture.h"

#include <glib/gstdio.h>

static void
test_calls_fail_before_opening (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  g_autoptr(GError) error = NULL;

  fixture_set_up (&fixture);
  journal = byl_journal_new (fixture.file);

  g_assert_cmpint (wait_start_game (journal, deal, &error), ==, 0);
  g_assert_error (error, BYL_ERROR, BYL_ERROR_JOURNAL);
  g_assert_false (g_file_test (fixture.path, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (g_steal_pointer (&journal));
  fixture_tear_down (&fixture);
}

static void
test_calls_fail_after_closing (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(GError) error = NULL;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  byl_journal_close (journal);
  byl_journal_close (journal);

  g_assert_cmpint (wait_find (journal, &error), ==, 0);
  g_assert_error (error, BYL_ERROR, BYL_ERROR_JOURNAL);
  fixture_tear_down (&fixture);
}

static void
test_a_place_that_is_no_local_file_is_refused (void)
{
  g_autoptr(GFile) file = g_file_new_for_uri ("nowhere://host/journal.db");
  g_autoptr(BylJournal) journal = byl_journal_new (file);
  g_autoptr(GError) error = NULL;

  g_assert_false (wait_open (journal, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_JOURNAL);
}

static void
test_unknown_games_and_rounds_are_refused (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  g_autoptr(GError) error = NULL;
  gint64 game;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  game = wait_start_game (journal, deal, NULL);

  g_assert_null (wait_load (journal, game + 1, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_JOURNAL);
  g_clear_error (&error);
  g_assert_false (wait_sign (journal, game, 1, get_round (deal, 0), &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_JOURNAL);
  g_clear_error (&error);
  g_assert_false (wait_reveal (journal, -1, 0, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_JOURNAL);

  fixture_tear_down (&fixture);
}

static void
test_signing_after_the_reveal_is_refused (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  g_autoptr(BylDeal) loaded = NULL;
  g_autoptr(GError) error = NULL;
  gint64 game;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  game = wait_start_game (journal, deal, NULL);
  sign_card (get_round (deal, 0), 0, "moss", BYL_BET_HALF);
  g_assert_true (wait_sign (journal, game, 0, get_round (deal, 0), NULL));
  g_assert_true (wait_reveal (journal, game, 0, NULL));

  g_assert_true (wait_sign (journal, game, 0, get_round (deal, 0), NULL));
  sign_card (get_round (deal, 0), 0, "quill", BYL_BET_HALF);
  g_assert_false (wait_sign (journal, game, 0, get_round (deal, 0), &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_JOURNAL);

  loaded = wait_load (journal, game, NULL);
  g_assert_cmpstr (get_card (loaded, 0, 0)->guess, ==, "moss");
  fixture_tear_down (&fixture);
}

static void
test_a_cancelled_call_writes_nothing (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  g_cancellable_cancel (cancellable);
  byl_journal_start_game_async (journal, deal, cancellable, keep_result_cb, &result);

  g_assert_cmpint (byl_journal_start_game_finish (journal, wait_for (&result), &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (fixture_query (fixture.path, "SELECT count(*) FROM games"), ==, 0);
  fixture_tear_down (&fixture);
}

static void
test_files_are_private (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *log = NULL;
  GStatBuf status;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  folder = g_path_get_dirname (fixture.path);
  log = g_strconcat (fixture.path, "-wal", NULL);

  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (fixture.path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (log, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
  fixture_tear_down (&fixture);
}

static void
assert_same_card (const BylDealtCard *card,
                  const BylDealtCard *expected)
{
  const BylAuthorTell *tell, *expected_tell;

  g_assert_cmpstr (card->writer, ==, expected->writer);
  g_assert_cmpstr (card->text, ==, expected->text);
  g_assert_cmpstr (card->hash, ==, expected->hash);
  g_assert_cmpstr (card->guess, ==, expected->guess);
  g_assert_cmpint (card->bet, ==, expected->bet);
  g_assert_cmpint (card->provenance->kind, ==, expected->provenance->kind);
  g_assert_cmpstr (card->provenance->date, ==, expected->provenance->date);
  g_assert_null (card->provenance->source);

  g_assert_cmpuint (card->tells->len, ==, 1);
  tell = g_ptr_array_index (card->tells, 0);
  expected_tell = g_ptr_array_index (expected->tells, 0);
  g_assert_cmpint (tell->family, ==, expected_tell->family);
  g_assert_cmpstr (tell->kind, ==, expected_tell->kind);
  g_assert_cmpstr (tell->quote, ==, expected_tell->quote);
  g_assert_cmpstrv (tell->note->tags, expected_tell->note->tags);
  g_assert_cmpstrv (tell->note->texts, expected_tell->note->texts);
}

static void
assert_same_round (const BylDealtRound *round,
                   const BylDealtRound *expected)
{
  g_assert_cmpstr (round->question, ==, expected->question);
  g_assert_cmpstr (round->prompt, ==, expected->prompt);
  g_assert_cmpstr (round->category, ==, expected->category);
  g_assert_cmpuint (round->difficulty, ==, expected->difficulty);
  g_assert_cmpint (round->revealed, ==, expected->revealed);
  g_assert_cmpfloat (round->seconds, ==, expected->seconds);
  g_assert_cmpuint (round->names->len, ==, expected->names->len);
  g_assert_cmpuint (round->cards->len, ==, expected->cards->len);

  for (guint i = 0; i < round->names->len; i++)
    {
      const BylDealtName *name = g_ptr_array_index (round->names, i);
      const BylDealtName *expected_name = g_ptr_array_index (expected->names, i);

      g_assert_cmpstr (name->id, ==, expected_name->id);
      g_assert_cmpstr (name->name, ==, expected_name->name);
    }

  for (guint i = 0; i < round->cards->len; i++)
    assert_same_card (g_ptr_array_index (round->cards, i), g_ptr_array_index (expected->cards, i));
}

static void
assert_same_deal (BylDeal *deal,
                  BylDeal *expected)
{
  g_assert_cmpint (deal->id, >, 0);
  g_assert_cmpstr (deal->pack, ==, expected->pack);
  g_assert_cmpuint (deal->revision, ==, expected->revision);
  g_assert_cmpstr (deal->pack_title, ==, expected->pack_title);
  g_assert_cmpstr (deal->language, ==, expected->language);
  g_assert_cmpint (deal->all_models, ==, expected->all_models);
  g_assert_cmpstrv (deal->masked_names, expected->masked_names);
  g_assert_cmpstrv (deal->exact_names, expected->exact_names);
  g_assert_cmpint (deal->rules->mode, ==, expected->rules->mode);
  g_assert_cmpint (deal->rules->bets, ==, expected->rules->bets);
  g_assert_cmpuint (deal->rules->rounds, ==, expected->rules->rounds);
  g_assert_cmpstrv (deal->rules->writers, expected->rules->writers);
  g_assert_cmpuint (deal->seed, ==, expected->seed);
  g_assert_cmpstr (deal->app_version, ==, expected->app_version);
  g_assert_cmpint (deal->started, ==, expected->started);
  g_assert_cmpuint (deal->rounds->len, ==, expected->rounds->len);

  for (guint i = 0; i < deal->rounds->len; i++)
    assert_same_round (get_round (deal, i), get_round (expected, i));
}

/* No pack “demo” exists anywhere: what is looked at again comes from the journal alone. */
static void
test_a_game_comes_back_as_it_was (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 3);
  g_autoptr(BylDeal) loaded = NULL;
  g_autoptr(GError) error = NULL;
  gint64 game;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  game = wait_start_game (journal, deal, &error);
  g_assert_no_error (error);

  sign_card (get_round (deal, 0), 0, "quill", BYL_BET_SURE);
  sign_card (get_round (deal, 0), 3, "tern", BYL_BET_CHANCE);
  g_assert_true (wait_sign (journal, game, 0, get_round (deal, 0), &error));
  g_assert_true (wait_reveal (journal, game, 0, &error));
  g_assert_true (wait_reveal (journal, game, 0, &error));
  sign_card (get_round (deal, 1), 2, NULL, BYL_BET_HALF);
  g_assert_true (wait_sign (journal, game, 1, get_round (deal, 1), &error));
  g_assert_true (wait_end_game (journal, game, FALSE, &error));
  g_assert_finalize_object (g_steal_pointer (&journal));

  get_round (deal, 0)->revealed = TRUE;
  get_round (deal, 0)->seconds = 12.5;
  journal = open_journal (fixture.file);
  loaded = wait_load (journal, game, &error);
  g_assert_no_error (error);
  assert_same_deal (loaded, deal);
  g_assert_cmpint (loaded->finished, >=, loaded->started);
  g_assert_finalize_object (g_steal_pointer (&journal));
  fixture_tear_down (&fixture);
}

static void
test_every_signing_is_kept_and_the_last_counts (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  g_autoptr(BylDeal) loaded = NULL;
  const char * const guesses[] = { "moss", "moss", "tern", NULL, "quill" };
  gint64 game;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  game = wait_start_game (journal, deal, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      sign_card (get_round (deal, 0), 1, guesses[i], BYL_BET_HALF);
      g_assert_true (wait_sign (journal, game, 0, get_round (deal, 0), NULL));
    }

  loaded = wait_load (journal, game, NULL);
  g_assert_cmpstr (get_card (loaded, 0, 1)->guess, ==, "quill");
  g_assert_cmpint (fixture_query (fixture.path, "SELECT count(*) FROM guesses"), ==, 4);
  g_assert_cmpint (fixture_query (fixture.path,
                                  "SELECT count(*) FROM guesses WHERE signed > 1700000000000000"),
                   ==, 4);
  fixture_tear_down (&fixture);
}

static void
test_a_round_is_copied_when_it_is_signed (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);
  g_autoptr(BylDeal) loaded = NULL;
  g_autoptr(GAsyncResult) started = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  byl_journal_start_game_async (journal, deal, NULL, keep_result_cb, &started);
  sign_card (get_round (deal, 0), 0, "moss", BYL_BET_HALF);
  byl_journal_sign_async (journal, 1, 0, get_round (deal, 0), NULL, keep_result_cb, &result);
  sign_card (get_round (deal, 0), 0, "tern", BYL_BET_SURE);

  g_assert_true (byl_journal_sign_finish (journal, wait_for (&result), NULL));
  g_assert_nonnull (started);
  g_assert_cmpint (byl_journal_start_game_finish (journal, started, NULL), ==, 1);
  loaded = wait_load (journal, 1, NULL);
  g_assert_cmpstr (get_card (loaded, 0, 0)->guess, ==, "moss");
  g_assert_cmpint (fixture_query (fixture.path, "SELECT count(*) FROM guesses"), ==, 1);
  fixture_tear_down (&fixture);
}

static void
test_closing_finishes_what_was_asked (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 1);

  fixture_set_up (&fixture);
  journal = byl_journal_new (fixture.file);
  byl_journal_open_async (journal, NULL, NULL, NULL);
  for (guint i = 0; i < 20; i++)
    byl_journal_start_game_async (journal, deal, NULL, NULL, NULL);
  byl_journal_close (journal);

  g_assert_cmpint (fixture_query (fixture.path, "SELECT count(*) FROM games"), ==, 20);

  /* What the calls return is still on its way here, and keeps the journal. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&journal));
  fixture_tear_down (&fixture);
}

static void
test_texts_are_kept_once (void)
{
  Fixture fixture;
  g_autoptr(BylJournal) journal = NULL;
  g_autoptr(BylDeal) deal = make_deal ("demo", BYL_MODE_LINE_UP, 2);
  gint64 n_texts;

  fixture_set_up (&fixture);
  journal = open_journal (fixture.file);
  wait_start_game (journal, deal, NULL);
  n_texts = fixture_query (fixture.path, "SELECT count(*) FROM texts");
  wait_start_game (journal, deal, NULL);

  /* Two prompts, eight answers, two lists of names. */
  g_assert_cmpint (n_texts, ==, 12);
  g_assert_cmpint (fixture_query (fixture.path, "SELECT count(*) FROM texts"), ==, 12);
  g_assert_cmpint (fixture_query (fixture.path, "SELECT count(*) FROM cards"), ==, 16);
  fixture_tear_down (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/journal/calls-fail-before-opening", test_calls_fail_before_opening);
  g_test_add_func ("/journal/calls-fail-after-closing", test_calls_fail_after_closing);
  g_test_add_func ("/journal/a-place-that-is-no-local-file-is-refused",
                   test_a_place_that_is_no_local_file_is_refused);
  g_test_add_func ("/journal/unknown-games-and-rounds-are-refused",
                   test_unknown_games_and_rounds_are_refused);
  g_test_add_func ("/journal/signing-after-the-reveal-is-refused",
                   test_signing_after_the_reveal_is_refused);
  g_test_add_func ("/journal/a-cancelled-call-writes-nothing",
                   test_a_cancelled_call_writes_nothing);
  g_test_add_func ("/journal/files-are-private", test_files_are_private);
  g_test_add_func ("/journal/a-game-comes-back-as-it-was", test_a_game_comes_back_as_it_was);
  g_test_add_func ("/journal/every-signing-is-kept-and-the-last-counts",
                   test_every_signing_is_kept_and_the_last_counts);
  g_test_add_func ("/journal/a-round-is-copied-when-it-is-signed",
                   test_a_round_is_copied_when_it_is_signed);
  g_test_add_func ("/journal/closing-finishes-what-was-asked",
                   test_closing_finishes_what_was_asked);
  g_test_add_func ("/journal/texts-are-kept-once", test_texts_are_kept_once);

  return g_test_run ();
}
