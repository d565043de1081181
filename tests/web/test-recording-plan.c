/* test-recording-plan.c: what is asked of whom, what that costs, and how it is kept
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-pack.h"
#include "byl-recording-file.h"
#include "byl-recording-plan.h"
#include "recording-fixture.h"

#include <string.h>

static GPtrArray *
make_problems (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);
}

static JsonObject *
parse (const char *text)
{
  g_autoptr(JsonNode) node = json_from_string (text, NULL);

  return json_node_dup_object (node);
}

static BylRecordingWriter *
get_writer (BylRecordingPlan *plan,
            guint             position)
{
  return g_ptr_array_index (plan->writers, position);
}

/* The codes and places of all problems, “code/place” parted by “|”. */
static void
expect_problems (BylRecordingPlan *plan,
                 const char       *expected)
{
  g_autoptr(GPtrArray) problems = make_problems ();
  g_autoptr(GString) found = g_string_new (NULL);
  gboolean good = byl_recording_plan_check (plan, problems);

  for (guint i = 0; i < problems->len; i++)
    {
      const BylProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (found, "%s%s%s", i > 0 ? "|" : "", problem->code, problem->pointer);
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_assert_true (good == (*expected == '\0'));
}

static void
test_all_that_is_wrong_is_told_at_once (void)
{
  g_autoptr(BylRecordingPlan) plan = byl_recording_plan_new (" ", "English");

  expect_problems (plan, "missing/title|bad-pattern/language|missing/questions|missing/writers");

  g_ptr_array_add (plan->questions, byl_question_line_new ("  ", NULL, 1));
  g_ptr_array_add (plan->writers, byl_recording_writer_new ("Anna"));
  g_ptr_array_add (plan->writers, byl_recording_writer_new (" ANNA "));
  g_ptr_array_add (plan->writers, byl_recording_writer_new (""));
  get_writer (plan, 0)->id = g_strdup ("a b");
  get_writer (plan, 2)->pasted = FALSE;
  get_writer (plan, 2)->address = g_strdup ("ftp://example.org");
  expect_problems (plan, "missing/title|bad-pattern/language|missing/questions/0/prompt|"
                         "bad-pattern/writers/0/id|duplicate-name/writers/1/name|"
                         "missing/writers/2/name|missing/writers/2/provider|"
                         "missing/writers/2/model|bad-address/writers/2/address");
}

static void
test_a_good_plan_has_no_problems (void)
{
  g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (2, 2);

  plan->parameters = parse ("{\"temperature\": 0.7, \"max_tokens\": 500, \"top_k\": 5}");
  recording_fixture_add_pasted (plan, "Muse Spark");
  expect_problems (plan, "");
}

static void
test_limits_are_those_of_packs (void)
{
  g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (1, 2);
  BylQuestionLine *question = g_ptr_array_index (plan->questions, 0);

  g_free (question->prompt);
  question->prompt = g_strnfill (BYL_PACK_MAX_TEXT + 1, 'x');
  g_free (get_writer (plan, 1)->model);
  get_writer (plan, 1)->model = g_strnfill (BYL_PACK_MAX_LINE + 1, 'm');
  get_writer (plan, 0)->system = g_strdup ("\xff");
  expect_problems (plan, "too-long/questions/0/prompt|invalid-utf8/writers/0/system|"
                         "too-long/writers/1/model");
}

static void
test_secrets_are_no_part_of_a_plan (void)
{
  static const char * const parameters[] = {
    "{\"api_key\": \"x\"}", "{\"API-Key\": \"x\"}", "{\"token\": \"x\"}",
    "{\"extra\": {\"deep\": [{\"Authorization\": \"x\"}]}}", "{\"extra_headers\": {}}",
  };
  static const char * const addresses[] = {
    "https://example.org/v1?key=x", "https://example.org/v1?a=b&api_key=x",
    "https://example.org/?access-token=x", "https://example.org/v1?code=x",
    "https://example.org/v1#sk-x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parameters); i++)
    {
      g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (1, 2);

      plan->parameters = parse (parameters[i]);
      get_writer (plan, 1)->parameters = parse (parameters[i]);
      expect_problems (plan, "secret/parameters|secret/writers/1/parameters");
    }

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (1, 2);

      get_writer (plan, 0)->address = g_strdup (addresses[i]);
      expect_problems (plan, "secret/writers/0/address");
    }
}

static void
test_an_address_has_no_user_in_it (void)
{
  g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (1, 2);

  get_writer (plan, 0)->address = g_strdup ("https://me:sesame@example.org/v1");
  get_writer (plan, 1)->address = g_strdup ("https://example.org/v1");
  expect_problems (plan, "bad-address/writers/0/address");
}

static void
test_parameters_do_not_contradict_the_plan (void)
{
  g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (1, 2);

  plan->parameters = parse ("{\"model\": \"other\", \"seed\": 1}");
  get_writer (plan, 1)->parameters = parse ("{\"n\": 4}");
  expect_problems (plan, "taken-parameter/parameters|taken-parameter/writers/1/parameters");
}

static void
test_a_writer_has_what_all_have_unless_it_says_otherwise (void)
{
  g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (1, 3);

  g_assert_null (byl_recording_plan_get_system (plan, 0));
  g_assert_null (byl_recording_plan_get_parameters (plan, 0));
  plan->system = g_strdup ("Be brief.");
  plan->parameters = parse ("{\"temperature\": 1}");
  get_writer (plan, 1)->system = g_strdup ("Be long.");
  get_writer (plan, 1)->parameters = parse ("{\"seed\": 1}");
  get_writer (plan, 2)->system = g_strdup ("");
  get_writer (plan, 2)->parameters = parse ("{}");

  g_assert_cmpstr (byl_recording_plan_get_system (plan, 0), ==, "Be brief.");
  g_assert_cmpstr (byl_recording_plan_get_system (plan, 1), ==, "Be long.");
  g_assert_null (byl_recording_plan_get_system (plan, 2));
  g_assert_true (byl_recording_plan_get_parameters (plan, 0) == plan->parameters);
  g_assert_true (json_object_has_member (byl_recording_plan_get_parameters (plan, 1), "seed"));
  g_assert_false (json_object_has_member (byl_recording_plan_get_parameters (plan, 1),
                                          "temperature"));
  g_assert_null (byl_recording_plan_get_parameters (plan, 2));
}

static GBytes *
write_plan (void)
{
  g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (2, 2);
  BylRecordingIdentity identity = { .id = (char *) "tea-1", .created = (char *) "2026-11-23",
                                    .seed = 4000000000u };

  plan->system = g_strdup ("Be \"brief\".\n");
  plan->parameters = parse ("{\"temperature\": 0.7}");
  get_writer (plan, 0)->id = g_strdup ("alpha");
  get_writer (plan, 0)->maker = g_strdup ("Anna");
  get_writer (plan, 0)->interface = BYL_INTERFACE_GEMINI;
  get_writer (plan, 0)->address = g_strdup ("https://example.org/v1");
  get_writer (plan, 0)->parameters = parse ("{\"stop\": [\"a\"]}");
  get_writer (plan, 1)->id = g_strdup ("beta");
  recording_fixture_add_pasted (plan, "Muse Spark");
  get_writer (plan, 2)->id = g_strdup ("muse");

  return byl_recording_file_write (plan, &identity);
}

static void
test_a_plan_is_read_as_it_was_written (void)
{
  g_autoptr(GBytes) bytes = write_plan ();
  g_autoptr(GPtrArray) problems = make_problems ();
  BylRecordingIdentity identity = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(BylRecordingPlan) plan =
    byl_recording_file_read (bytes, &identity, problems, &error);
  g_autoptr(GBytes) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (identity.seed, ==, 4000000000u);
  g_assert_cmpint (get_writer (plan, 0)->interface, ==, BYL_INTERFACE_GEMINI);
  g_assert_true (get_writer (plan, 2)->pasted);
  g_assert_cmpstr (((BylQuestionLine *) g_ptr_array_index (plan->questions, 1))->category, ==,
                   "Kitchen");
  again = byl_recording_file_write (plan, &identity);
  g_assert_true (g_bytes_equal (bytes, again));
  byl_recording_identity_clear (&identity);
}

/* Reads bytes that are no plan, or a damaged one, or by chance a good one: it must not crash. */
static gboolean
read_bytes (GBytes *bytes)
{
  g_autoptr(GPtrArray) problems = make_problems ();
  BylRecordingIdentity identity = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(BylRecordingPlan) plan =
    byl_recording_file_read (bytes, &identity, problems, &error);

  if (plan == NULL)
    {
      g_assert_nonnull (error);
      g_assert_cmpuint (problems->len, >, 0);
      g_assert_null (identity.id);
    }
  byl_recording_identity_clear (&identity);

  return plan != NULL;
}

static gboolean
read_text (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return read_bytes (bytes);
}

static void
test_bad_plans_are_refused (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');

  g_assert_false (read_text (""));
  g_assert_false (read_text ("[]"));
  g_assert_false (read_text ("{}"));
  g_assert_false (read_text ("{\"format\": \"byline-pack\"}"));
  g_assert_false (read_text ("{\"format\": \"byline-recording\", \"version\": 1, \"id\": \"../x\", "
                             "\"created\": 1, \"seed\": -1, \"title\": [], \"language\": null, "
                             "\"questions\": {}, \"writers\": [1, null, {\"name\": {}}]}"));
  g_assert_false (read_text (deep));
  g_assert_false (read_text ("{\"a\\u0000b\": 1}"));
}

static void
test_no_damage_to_a_plan_crashes (void)
{
  g_autoptr(GBytes) whole = write_plan ();
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  gsize length;
  const guint8 *data = g_bytes_get_data (whole, &length);

  for (gsize i = 0; i < length; i++)
    {
      g_autoptr(GBytes) cut = g_bytes_new (data, i);

      g_assert_true (i == length - 1 || !read_bytes (cut));
    }

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr(GBytes) bytes = NULL;

      for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
        copy[g_rand_int_range (random, 0, (gint32) length)] =
          (guint8) g_rand_int_range (random, 0, 256);
      bytes = g_bytes_new (copy, length);
      read_bytes (bytes);
    }
}

static GPtrArray *
make_providers (void)
{
  GPtrArray *providers = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_provider_free);
  RecordingFixture fixture = { .providers = providers };
  BylProvider *paid =
    recording_fixture_add_provider (&fixture, "test", "https://example.org/v1", 4);
  static BylProviderModel models[] = {
    { .id = (char *) "alpha", .input_price = 2, .output_price = 10, .currency = (char *) "USD" },
    { .id = (char *) "beta", .input_price = 1, .output_price = 5, .currency = (char *) "USD" },
    { .id = (char *) "gamma", .input_price = 1, .output_price = 5, .currency = (char *) "EUR" },
    { .id = (char *) "delta", .input_price = -1, .output_price = -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    g_ptr_array_add (paid->models, &models[i]);
  recording_fixture_add_provider (&fixture, "here", "http://127.0.0.1:11434", 1);

  return providers;
}

static void
test_calls_and_costs_are_counted (void)
{
  g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (10, 2);
  g_autoptr(GPtrArray) providers = make_providers ();
  g_autofree char *currency = NULL;
  g_autofree char *sentence = byl_recording_plan_describe_cost (plan, providers);
  double amount = 0;

  /* Nine prompts of 11 characters and one of 12, 4 to a token; ten answers of 800 tokens. */
  g_assert_cmpuint (byl_recording_plan_count_calls (plan), ==, 20);
  g_assert_true (byl_recording_plan_estimate (plan, providers, &amount, &currency));
  g_assert_cmpfloat_with_epsilon (amount, (111 / 4.0 * 3 + 8000 * 15) / 1e6, 1e-12);
  g_assert_cmpstr (currency, ==, "USD");
  g_assert_nonnull (strstr (sentence, "20"));
  g_assert_nonnull (strstr (sentence, "0.12"));
  g_assert_nonnull (strstr (sentence, "800"));

  plan->parameters = parse ("{\"max_tokens\": 100}");
  plan->system = g_strdup ("Four");
  g_clear_pointer (&currency, g_free);
  g_assert_true (byl_recording_plan_estimate (plan, providers, &amount, &currency));
  g_assert_cmpfloat_with_epsilon (amount, ((111 / 4.0 + 10) * 3 + 1000 * 15) / 1e6, 1e-12);
}

static void
test_a_cost_that_is_not_known_is_not_guessed (void)
{
  g_autoptr(GPtrArray) providers = make_providers ();
  g_autoptr(BylRecordingPlan) two_currencies = recording_fixture_plan (1, 3);
  g_autoptr(BylRecordingPlan) no_price = recording_fixture_plan (1, 4);
  g_autoptr(BylRecordingPlan) elsewhere = recording_fixture_plan (1, 1);
  double amount;

  g_ptr_array_remove_index (no_price->writers, 2);
  get_writer (elsewhere, 0)->address = g_strdup ("https://other.example.org/v1");
  g_assert_false (byl_recording_plan_estimate (two_currencies, providers, &amount, NULL));
  g_assert_false (byl_recording_plan_estimate (no_price, providers, &amount, NULL));
  g_assert_false (byl_recording_plan_estimate (elsewhere, providers, &amount, NULL));
  g_assert_false (byl_recording_plan_estimate (elsewhere, NULL, &amount, NULL));
}

static void
test_what_runs_here_and_what_is_pasted_costs_nothing (void)
{
  g_autoptr(GPtrArray) providers = make_providers ();
  g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (5, 1);
  g_autofree char *currency = NULL;
  double amount = 1;

  g_free (get_writer (plan, 0)->provider);
  get_writer (plan, 0)->provider = g_strdup ("here");
  recording_fixture_add_pasted (plan, "Muse Spark");
  g_assert_cmpuint (byl_recording_plan_count_calls (plan), ==, 5);
  g_assert_true (byl_recording_plan_estimate (plan, providers, &amount, &currency));
  g_assert_cmpfloat (amount, ==, 0);
  g_assert_null (currency);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recording-plan/bad-plans-are-refused", test_bad_plans_are_refused);
  g_test_add_func ("/recording-plan/no-damage-to-a-plan-crashes", test_no_damage_to_a_plan_crashes);
  g_test_add_func ("/recording-plan/all-that-is-wrong-is-told-at-once",
                   test_all_that_is_wrong_is_told_at_once);
  g_test_add_func ("/recording-plan/limits-are-those-of-packs", test_limits_are_those_of_packs);
  g_test_add_func ("/recording-plan/secrets-are-no-part-of-a-plan",
                   test_secrets_are_no_part_of_a_plan);
  g_test_add_func ("/recording-plan/an-address-has-no-user-in-it",
                   test_an_address_has_no_user_in_it);
  g_test_add_func ("/recording-plan/parameters-do-not-contradict-the-plan",
                   test_parameters_do_not_contradict_the_plan);
  g_test_add_func ("/recording-plan/a-good-plan-has-no-problems",
                   test_a_good_plan_has_no_problems);
  g_test_add_func ("/recording-plan/a-writer-has-what-all-have-unless-it-says-otherwise",
                   test_a_writer_has_what_all_have_unless_it_says_otherwise);
  g_test_add_func ("/recording-plan/a-plan-is-read-as-it-was-written",
                   test_a_plan_is_read_as_it_was_written);
  g_test_add_func ("/recording-plan/calls-and-costs-are-counted", test_calls_and_costs_are_counted);
  g_test_add_func ("/recording-plan/a-cost-that-is-not-known-is-not-guessed",
                   test_a_cost_that_is_not_known_is_not_guessed);
  g_test_add_func ("/recording-plan/what-runs-here-and-what-is-pasted-costs-nothing",
                   test_what_runs_here_and_what_is_pasted_costs_nothing);

  return g_test_run ();
}
