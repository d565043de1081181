/* test-recorder.c: asking models for answers, all of them, once, and blind
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-reader.h"
#include "byl-recording.h"
#include "loopback.h"
#include "recording-fixture.h"

#include <string.h>

/* All sentences in one, for a look at what they name. */
static char *
join_troubles (BylRecording *recording)
{
  g_autoptr(GPtrArray) sentences = byl_recording_dup_troubles (recording);

  g_ptr_array_add (sentences, NULL);
  return g_strjoinv ("\n", (char **) sentences->pdata);
}

static void
test_a_missing_server_is_given_up_after_pauses (RecordingFixture *fixture,
                                                gconstpointer     data)
{
  g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (3, 2);
  BylRecordingWriter *away = byl_recording_writer_new ("Away");
  g_autoptr(BylRecording) recording = NULL;
  g_autofree char *troubles = NULL;

  away->pasted = FALSE;
  away->provider = g_strdup ("gone");
  away->model = g_strdup ("away");
  g_ptr_array_add (plan->writers, away);
  recording_fixture_add_provider (fixture, "gone", "http://127.0.0.1:9/v1", 4);
  recording = byl_recording_create (fixture->dir, plan, NULL);
  recording_fixture_run (fixture, recording);

  g_assert_cmpuint (byl_recording_get_n_done (recording), ==, 6);
  g_assert_cmpuint (byl_recording_get_n_failed (recording), ==, 3);
  g_assert_cmpint (byl_recording_get_phase (recording), ==, BYL_RECORDING_IDLE);
  troubles = join_troubles (recording);
  g_assert_nonnull (strstr (troubles, "Away"));
  g_assert_null (strstr (troubles, "Alpha"));
}

static void
test_a_server_that_comes_back_is_asked_on (RecordingFixture *fixture,
                                           gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 2, 2, FALSE);
  SoupServer *place = loopback_start ();
  g_autofree char *address = loopback_address (place, "/v1");
  BylProvider *provider = g_ptr_array_index (fixture->providers, 0);
  g_autofree char *troubles = NULL;

  loopback_stop (place);
  g_free (provider->address);
  provider->address = g_strdup (address);
  recording_fixture_run (fixture, recording);
  g_assert_cmpuint (byl_recording_get_n_failed (recording), ==, 4);
  g_assert_cmpuint (fixture->server->n_asked, ==, 0);

  g_free (provider->address);
  provider->address = g_strdup (fixture->address);
  byl_recording_retry (recording);
  troubles = join_troubles (recording);
  g_assert_cmpstr (troubles, ==, "");
  recording_fixture_run (fixture, recording);
  g_assert_cmpint (byl_recording_get_phase (recording), ==, BYL_RECORDING_COMPLETE);
}

/* The one that refuses has an address of its own, and so has its lane. */
static void
test_a_refused_key_stops_only_its_own_writers (RecordingFixture *fixture,
                                               gconstpointer     data)
{
  static const ModelMood moods[] = { MODEL_REFUSES_KEY, MODEL_IS_BROKE };

  for (guint i = 0; i < G_N_ELEMENTS (moods); i++)
    {
      g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (20, 2);
      BylRecordingWriter *refused = byl_recording_writer_new ("Refused");
      ModelServer *other = model_server_start ();
      g_autofree char *address = model_server_get_address (other);
      g_autoptr(BylRecording) recording = NULL;
      g_autofree char *troubles = NULL;

      refused->pasted = FALSE;
      refused->provider = g_strdup ("test");
      refused->address = g_strdup (address);
      refused->model = g_strdup ("refused");
      model_server_set_mood (other, "refused", moods[i]);
      g_ptr_array_add (plan->writers, refused);
      recording = byl_recording_create (fixture->dir, plan, NULL);
      recording_fixture_run (fixture, recording);

      g_assert_cmpuint (byl_recording_get_n_done (recording), ==, 40);
      g_assert_cmpuint (byl_recording_get_n_failed (recording), ==, 20);
      g_assert_cmpuint (other->n_asked, <=, 9);
      troubles = join_troubles (recording);
      g_assert_nonnull (strstr (troubles, "Refused"));
      g_assert_null (strstr (troubles, "Alpha"));
      model_server_stop (other);
    }
}

static void
test_a_provider_without_its_key_is_not_asked (RecordingFixture *fixture,
                                              gconstpointer     data)
{
  BylProvider *provider = g_ptr_array_index (fixture->providers, 0);
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 2, 2, FALSE);

  provider->needs_key = TRUE;
  recording_fixture_run (fixture, recording);
  g_assert_cmpuint (fixture->server->n_asked, ==, 0);
  g_assert_cmpuint (byl_recording_get_n_failed (recording), ==, 4);
}

static void
test_what_failed_can_be_tried_again (RecordingFixture *fixture,
                                     gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 3, 3, FALSE);

  model_server_set_mood (fixture->server, "beta", MODEL_IS_CUT);
  recording_fixture_run (fixture, recording);
  g_assert_cmpuint (byl_recording_get_n_done (recording), ==, 6);
  g_assert_cmpuint (byl_recording_get_n_failed (recording), ==, 3);

  model_server_set_mood (fixture->server, "beta", MODEL_ANSWERS);
  recording_fixture_run (fixture, recording);
  g_assert_cmpuint (byl_recording_get_n_failed (recording), ==, 3);

  byl_recording_retry (recording);
  g_assert_cmpuint (byl_recording_get_n_failed (recording), ==, 0);
  recording_fixture_run (fixture, recording);
  g_assert_cmpint (byl_recording_get_phase (recording), ==, BYL_RECORDING_COMPLETE);
  g_assert_cmpuint (model_server_count (fixture->server->asked, "alpha", "Question 1?"), ==, 1);
}

static void
test_a_retry_joins_a_run (RecordingFixture *fixture,
                          gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 8, 2, FALSE);
  BylProvider *provider = g_ptr_array_index (fixture->providers, 0);

  provider->parallel = 1;
  fixture->server->delay = 20;
  model_server_set_mood (fixture->server, "beta", MODEL_IS_MISSING);
  byl_recording_start (recording, fixture->session, NULL, fixture->providers);
  while (byl_recording_get_n_failed (recording) < 2)
    g_main_context_iteration (NULL, TRUE);

  model_server_set_mood (fixture->server, "beta", MODEL_ANSWERS);
  byl_recording_retry (recording);
  while (byl_recording_get_phase (recording) == BYL_RECORDING_RUNNING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (byl_recording_get_phase (recording), ==, BYL_RECORDING_COMPLETE);
}

static void
test_a_model_that_is_not_there_is_not_asked_for_ever (RecordingFixture *fixture,
                                                      gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 50, 2, FALSE);

  model_server_set_mood (fixture->server, "beta", MODEL_IS_MISSING);
  recording_fixture_run (fixture, recording);
  g_assert_cmpuint (byl_recording_get_n_done (recording), ==, 50);
  g_assert_cmpuint (byl_recording_get_n_failed (recording), ==, 50);
  g_assert_cmpuint (fixture->server->n_asked, <, 65);
}

static void
test_a_server_is_asked_no_more_than_it_bears (RecordingFixture *fixture,
                                              gconstpointer     data)
{
  static const guint limits[] = { 1, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 6, 4, FALSE);
      BylProvider *provider = g_ptr_array_index (fixture->providers, 0);

      provider->parallel = limits[i];
      fixture->server->delay = 12;
      fixture->server->max_open = 0;
      recording_fixture_run (fixture, recording);
      g_assert_cmpuint (byl_recording_get_n_done (recording), ==, 24);
      g_assert_cmpuint (fixture->server->max_open, ==, limits[i]);
    }
}

static void
test_a_stop_is_at_once_and_nothing_is_asked_twice (RecordingFixture *fixture,
                                                   gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 10, 3, FALSE);
  guint n_before = 0;

  fixture->server->delay = 8;
  for (guint stop = 3; stop < 20; stop += 4)
    {
      byl_recording_start (recording, fixture->session, NULL, fixture->providers);
      while (byl_recording_get_n_done (recording) < stop)
        g_main_context_iteration (NULL, TRUE);
      byl_recording_stop (recording);
      g_assert_cmpint (byl_recording_get_phase (recording), ==, BYL_RECORDING_IDLE);
      n_before = fixture->server->n_asked;
      recording_fixture_wait (20);
      g_assert_cmpuint (fixture->server->n_asked - n_before, <=, 4);
    }

  recording_fixture_run (fixture, recording);
  g_assert_cmpint (byl_recording_get_phase (recording), ==, BYL_RECORDING_COMPLETE);

  n_before = fixture->server->n_asked;
  recording_fixture_run (fixture, recording);
  g_assert_cmpuint (fixture->server->n_asked, ==, n_before);

  /* What was on its way at one of the five stops was asked for again, at most four each time. */
  g_assert_cmpuint (n_before, <=, 30 + 5 * 4);
}

static void
test_a_recording_can_be_let_go_while_it_runs (RecordingFixture *fixture,
                                              gconstpointer     data)
{
  BylRecording *recording = recording_fixture_create (fixture, 10, 2, FALSE);

  fixture->server->delay = 8;
  byl_recording_start (recording, fixture->session, NULL, fixture->providers);
  while (fixture->server->n_open == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (recording);
  recording_fixture_wait (30);
}

/* The cards of a question are alike until none is on its way, however fast one model is. */
static void
check_cards_alike (BylRecording *recording)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (recording)); i++)
    {
      g_autoptr(BylRecordingQuestion) question =
        g_list_model_get_item (G_LIST_MODEL (recording), i);
      g_autoptr(BylRecordingCard) first = g_list_model_get_item (G_LIST_MODEL (question), 0);

      for (guint j = 1; j < g_list_model_get_n_items (G_LIST_MODEL (question)); j++)
        {
          g_autoptr(BylRecordingCard) card = g_list_model_get_item (G_LIST_MODEL (question), j);

          g_assert_cmpint (byl_recording_card_get_state (card), ==,
                           byl_recording_card_get_state (first));
          if (byl_recording_card_get_state (card) != BYL_RECORDING_DONE)
            g_assert_cmpuint (byl_recording_card_get_n_characters (card), ==,
                              byl_recording_card_get_n_characters (first));
        }
    }
}

static void
count_cb (gpointer    object,
          GParamSpec *pspec,
          gpointer    n)
{
  ++*(guint *) n;
}

static void
test_a_fast_model_cannot_be_told_by_its_cards (RecordingFixture *fixture,
                                               gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 4, 3, FALSE);
  guint n_notified = 0;

  model_server_set_delay (fixture->server, "alpha", 1);
  model_server_set_delay (fixture->server, "beta", 40);
  model_server_set_delay (fixture->server, "gamma", 80);
  g_signal_connect (recording, "notify::n-characters", G_CALLBACK (count_cb), &n_notified);
  byl_recording_start (recording, fixture->session, NULL, fixture->providers);
  while (byl_recording_get_phase (recording) == BYL_RECORDING_RUNNING)
    {
      check_cards_alike (recording);
      g_main_context_iteration (NULL, TRUE);
    }
  check_cards_alike (recording);
  g_assert_cmpint (byl_recording_get_phase (recording), ==, BYL_RECORDING_COMPLETE);
  g_assert_cmpuint (n_notified, >, 12);
}

/* In which place the answer of a writer is shown, known by its length. */
static guint
find_place (BylRecordingQuestion *question,
            const char           *model)
{
  g_autofree char *text =
    model_server_make_text (model, byl_recording_question_get_prompt (question));
  guint length = (guint) g_utf8_strlen (text, -1);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (question)); i++)
    {
      g_autoptr(BylRecordingCard) card = g_list_model_get_item (G_LIST_MODEL (question), i);
      const char letter[] = { (char) ('A' + i), '\0' };

      g_assert_cmpstr (byl_recording_card_get_letter (card), ==, letter);
      if (byl_recording_card_get_n_characters (card) == length)
        return i;
    }

  g_assert_not_reached ();
}

/* Of 120 answers by one of three writers, 40 are expected in each place; with a standard deviation
 * of 5.2, fewer than 15 or more than 65 come about once in a million runs. */
static void
test_letters_say_nothing_of_the_writer (RecordingFixture *fixture,
                                        gconstpointer     data)
{
  static const char * const models[] = { "alpha", "beta", "gamma" };
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 120, 3, FALSE);

  recording_fixture_run (fixture, recording);
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      guint counts[3] = { 0 };

      for (guint j = 0; j < 120; j++)
        {
          g_autoptr(BylRecordingQuestion) question =
            g_list_model_get_item (G_LIST_MODEL (recording), j);

          counts[find_place (question, models[i])]++;
        }
      for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
        {
          g_assert_cmpuint (counts[j], >, 15);
          g_assert_cmpuint (counts[j], <, 65);
        }
    }
}

/* The key is looked for in the recording, in what is told, and in what the pack would be. */
static void
test_a_key_that_a_server_repeats_goes_nowhere (RecordingFixture *fixture,
                                               gconstpointer     data)
{
  g_autofree char *random = g_uuid_string_random ();
  g_autofree char *key = g_strconcat ("sk-canary-", random, NULL);
  g_autoptr(BylKeys) keys = byl_keys_new ();
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 8, 6, FALSE);
  BylProvider *provider = g_ptr_array_index (fixture->providers, 0);
  g_autoptr(GBytes) pack = NULL;
  g_autofree char *troubles = NULL;
  g_autofree char *text = NULL;

  provider->key_variable = g_strdup ("BYLINE_TEST_CANARY");
  provider->needs_key = TRUE;
  g_setenv ("BYLINE_TEST_CANARY", key, TRUE);
  model_server_set_mood (fixture->server, "gamma", MODEL_FAILS);
  model_server_set_mood (fixture->server, "delta", MODEL_BETRAYS);
  model_server_set_mood (fixture->server, "epsilon", MODEL_IS_CUT);
  model_server_set_mood (fixture->server, "zeta", MODEL_FAILS_ONCE);
  for (guint i = 0; i < 3; i++)
    {
      byl_recording_retry (recording);
      byl_recording_start (recording, fixture->session, keys, fixture->providers);
      while (byl_recording_get_phase (recording) == BYL_RECORDING_RUNNING)
        g_main_context_iteration (NULL, TRUE);
      troubles = join_troubles (recording);
      g_assert_cmpstr (troubles, !=, "");
      g_assert_null (strstr (troubles, key));
      g_clear_pointer (&troubles, g_free);
      if (i == 1)
        model_server_set_mood (fixture->server, "gamma", MODEL_REFUSES_KEY);
    }

  g_assert_cmpstr (fixture->server->key, ==, key);
  g_assert_cmpuint (byl_recording_get_n_done (recording), >=, 16);
  g_assert_false (recording_fixture_holds (fixture->path, key));
  pack = byl_recording_make_pack (recording, NULL, NULL, NULL);
  g_assert_nonnull (pack);
  text = g_strndup (g_bytes_get_data (pack, NULL), g_bytes_get_size (pack));
  g_assert_null (strstr (text, key));
  g_unsetenv ("BYLINE_TEST_CANARY");
}

#define ADD(name, function) \
  g_test_add ("/recorder/" name, RecordingFixture, NULL, recording_fixture_set_up, function, \
              recording_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-missing-server-is-given-up-after-pauses", test_a_missing_server_is_given_up_after_pauses);
  ADD ("a-server-that-comes-back-is-asked-on", test_a_server_that_comes_back_is_asked_on);
  ADD ("a-refused-key-stops-only-its-own-writers", test_a_refused_key_stops_only_its_own_writers);
  ADD ("a-provider-without-its-key-is-not-asked", test_a_provider_without_its_key_is_not_asked);
  ADD ("what-failed-can-be-tried-again", test_what_failed_can_be_tried_again);
  ADD ("a-retry-joins-a-run", test_a_retry_joins_a_run);
  ADD ("a-model-that-is-not-there-is-not-asked-for-ever",
       test_a_model_that_is_not_there_is_not_asked_for_ever);
  ADD ("a-server-is-asked-no-more-than-it-bears", test_a_server_is_asked_no_more_than_it_bears);
  ADD ("a-stop-is-at-once-and-nothing-is-asked-twice",
       test_a_stop_is_at_once_and_nothing_is_asked_twice);
  ADD ("a-recording-can-be-let-go-while-it-runs", test_a_recording_can_be_let_go_while_it_runs);
  ADD ("a-fast-model-cannot-be-told-by-its-cards", test_a_fast_model_cannot_be_told_by_its_cards);
  ADD ("letters-say-nothing-of-the-writer", test_letters_say_nothing_of_the_writer);
  ADD ("a-key-that-a-server-repeats-goes-nowhere", test_a_key_that_a_server_repeats_goes_nowhere);

  return g_test_run ();
}
