/* test-recording-pack.c: pasting into a recording, and the pack that is made of it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-known-facts.h"
#include "byl-pack-reader.h"
#include "byl-recording-source.h"
#include "byl-recording.h"
#include "recording-fixture.h"

static void
test_what_is_no_answer_cannot_be_pasted (RecordingFixture *fixture,
                                         gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 1, 1, TRUE);
  static const char * const wrong[] = { "", " \n\t ", "\u00a0\u200b", "\xff", "a\xc3" };
  g_autofree char *longest = g_strnfill (200001, 'x');
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (byl_recording_paste (recording, 0, 1, wrong[i], NULL, &error));
      g_assert_error (error, BYL_ERROR, BYL_ERROR_REPLY);
      g_clear_error (&error);
    }
  g_assert_false (byl_recording_paste (recording, 0, 1, longest, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_REPLY);
  g_clear_error (&error);
  g_assert_false (byl_recording_paste (recording, 0, 0, "An answer.", NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_REPLY);
  g_assert_cmpuint (byl_recording_get_n_done (recording), ==, 0);
}

static void
test_answers_are_pasted_one_after_the_other (RecordingFixture *fixture,
                                             gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 3, 1, TRUE);
  g_autofree char *notice = NULL;
  guint question = 9;
  guint writer = 9;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text = g_strdup_printf ("  Answer %u.\n", MIN (i, 1u));

      g_assert_true (byl_recording_next_paste (recording, &question, &writer));
      g_assert_cmpuint (question, ==, i);
      g_assert_cmpuint (writer, ==, 1);
      g_clear_pointer (&notice, g_free);
      g_assert_true (byl_recording_paste (recording, question, writer, text, &notice, NULL));
      g_assert_true ((notice != NULL) == (i == 2));
    }
  g_assert_false (byl_recording_next_paste (recording, &question, &writer));
  g_assert_cmpuint (byl_recording_get_n_done (recording), ==, 3);
  g_assert_cmpuint (byl_recording_get_n_characters (recording), ==, 27);

  g_assert_true (byl_recording_paste (recording, 2, 1, "Another answer.", NULL, NULL));
  g_assert_cmpuint (byl_recording_get_n_done (recording), ==, 3);
  recording_fixture_reopen (&recording);
  g_assert_cmpuint (byl_recording_get_n_characters (recording), ==, 33);
}

static JsonObject *
parse_pack (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr(JsonNode) root = json_from_string (text, NULL);

  return json_node_dup_object (root);
}

static JsonObject *
get_item (JsonObject *object,
          const char *name,
          guint       position)
{
  return json_array_get_object_element (json_object_get_array_member (object, name), position);
}

static JsonObject *
find_answer (JsonObject *question,
             const char *writer)
{
  JsonArray *answers = json_object_get_array_member (question, "answers");

  for (guint i = 0; i < json_array_get_length (answers); i++)
    {
      JsonObject *answer = json_array_get_object_element (answers, i);

      if (g_str_equal (json_object_get_string_member (answer, "writer"), writer))
        return answer;
    }

  g_assert_not_reached ();
}

static void
test_there_is_no_pack_before_two_answers (RecordingFixture *fixture,
                                          gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 1, 1, TRUE);
  g_autoptr(GError) error = NULL;

  g_assert_true (byl_recording_paste (recording, 0, 1, "One answer.", NULL, NULL));
  g_assert_null (byl_recording_make_pack (recording, NULL, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_RECORDING);
}

static void
test_a_pack_says_where_its_answers_come_from (RecordingFixture *fixture,
                                              gconstpointer     data)
{
  g_autoptr(BylRecordingPlan) plan = recording_fixture_plan (1, 1);
  g_autoptr(BylRecording) recording = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(JsonObject) pack = NULL;
  g_autoptr(GPtrArray) notices = NULL;
  JsonObject *answer;
  JsonObject *provenance;

  recording_fixture_add_pasted (plan, "Muse Spark");
  plan->system = g_strdup ("Be brief.");
  plan->parameters = json_object_new ();
  json_object_set_double_member (plan->parameters, "temperature", 0.7);
  recording = byl_recording_create (fixture->dir, plan, NULL);
  recording_fixture_run (fixture, recording);
  g_assert_true (byl_recording_paste (recording, 0, 1, "Pasted.", NULL, NULL));
  recording_fixture_reopen (&recording);
  bytes = byl_recording_make_pack (recording, NULL, &notices, NULL);
  g_assert_cmpuint (notices->len, ==, 0);
  pack = parse_pack (bytes);

  answer = find_answer (get_item (pack, "questions", 0), "Alpha");
  provenance = json_object_get_object_member (answer, "provenance");
  g_assert_cmpstr (json_object_get_string_member (provenance, "kind"), ==, "recorded");
  g_assert_cmpstr (json_object_get_string_member (provenance, "provider"), ==, "Provider test");
  g_assert_cmpstr (json_object_get_string_member (provenance, "requested_model"), ==, "alpha");
  g_assert_cmpstr (json_object_get_string_member (provenance, "reported_model"), ==, "reported");
  g_assert_cmpstr (json_object_get_string_member (provenance, "system"), ==, "Be brief.");
  g_assert_cmpstr (json_object_get_string_member (provenance, "ended"), ==, "stop");
  g_assert_cmpfloat (json_object_get_double_member (
    json_object_get_object_member (provenance, "parameters"), "temperature"), ==, 0.7);
  g_assert_cmpint (json_object_get_int_member (
    json_object_get_object_member (provenance, "tokens"), "input"), ==, 7);
  g_assert_cmpint (json_object_get_int_member (
    json_object_get_object_member (provenance, "tokens"), "output"), ==, 9);
  g_assert_cmpfloat (json_object_get_double_member (provenance, "seconds"), >=, 0);
  g_assert_true (json_object_has_member (provenance, "date"));

  answer = find_answer (get_item (pack, "questions", 0), "Muse-Spark");
  provenance = json_object_get_object_member (answer, "provenance");
  g_assert_cmpstr (json_object_get_string_member (answer, "text"), ==, "Pasted.");
  g_assert_cmpstr (json_object_get_string_member (provenance, "kind"), ==, "pasted");
  g_assert_false (json_object_has_member (provenance, "provider"));
}

static void
test_a_pack_keeps_its_id_and_grows (RecordingFixture *fixture,
                                    gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 2, 2, TRUE);
  g_autofree char *id = g_strdup (byl_recording_get_id (recording));
  guint revision = 0;

  recording_fixture_run (fixture, recording);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GPtrArray) notices = NULL;
      g_autoptr(GBytes) bytes = byl_recording_make_pack (recording, NULL, &notices, NULL);
      g_autoptr(BylPack) pack = byl_pack_read (bytes, NULL, NULL);

      g_assert_cmpstr (byl_pack_get_id (pack), ==, id);
      g_assert_true (g_str_has_prefix (id, "tea-code-"));
      g_assert_cmpuint (byl_pack_get_revision (pack), >, revision);
      revision = byl_pack_get_revision (pack);
      g_assert_cmpuint (byl_pack_get_n_writers (pack), ==, 2 + i);
      g_assert_cmpuint (notices->len, ==, 1 - i);
      g_assert_true (byl_recording_paste (recording, 0, 2, "Pasted.", NULL, NULL));
      recording_fixture_reopen (&recording);
    }
}

static void
test_questions_with_one_answer_are_left_out_and_told (RecordingFixture *fixture,
                                                      gconstpointer     data)
{
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 3, 1, TRUE);
  g_autoptr(GPtrArray) notices = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(BylPack) pack = NULL;

  recording_fixture_run (fixture, recording);
  g_assert_true (byl_recording_paste (recording, 1, 1, "Pasted.", NULL, NULL));
  g_assert_cmpuint (byl_recording_get_n_playable (recording), ==, 1);
  bytes = byl_recording_make_pack (recording, NULL, &notices, NULL);
  pack = byl_pack_read (bytes, NULL, NULL);
  g_assert_cmpuint (byl_pack_get_n_questions (pack), ==, 1);
  g_assert_cmpstr (byl_pack_get_question (pack, 0)->id, ==, "q2");
  g_assert_cmpuint (notices->len, ==, 1);
}

static void
test_known_writers_get_their_makers_and_aliases (RecordingFixture *fixture,
                                                 gconstpointer     data)
{
  g_autofree char *path = g_build_filename (g_getenv ("BYLINE_DATA_DIR"), "writers.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GPtrArray) known = byl_known_facts_load (file, NULL);
  const BylKnownWriter *muse = NULL;
  g_autoptr(BylRecording) recording = recording_fixture_create (fixture, 1, 1, TRUE);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(BylPack) pack = NULL;
  const BylWriter *writer;

  for (guint i = 0; i < known->len && muse == NULL; i++)
    if (byl_known_writer_is (g_ptr_array_index (known, i), "Muse Spark"))
      muse = g_ptr_array_index (known, i);

  recording_fixture_run (fixture, recording);
  g_assert_true (byl_recording_paste (recording, 0, 1, "Pasted.", NULL, NULL));
  bytes = byl_recording_make_pack (recording, known, NULL, NULL);
  pack = byl_pack_read (bytes, NULL, NULL);
  writer = byl_pack_get_writer (pack, 1);
  g_assert_cmpstr (writer->maker, ==, muse->maker);
  g_assert_cmpuint (g_strv_length (writer->aliases), >, 0);
  g_assert_true (g_strv_contains ((const char * const *) writer->aliases, muse->aliases[0]));
  g_assert_null (byl_pack_get_writer (pack, 0)->maker);
}

static void
test_a_source_is_named_as_far_as_others_know_it (RecordingFixture *fixture,
                                                 gconstpointer     data)
{
  static const struct { const char *address; const char *name; } cases[] = {
    { "https://api.example.org/v1", "Provider named" },
    { "https://API.example.org:443/v2?a=b", "Provider named" },
    { "https://models.example.com/v1", "Provider named (models.example.com)" },
    { "http://127.0.0.1:8080/v1", "Provider named" },
    { "http://localhost/v1", "Provider named" },
    { "http://192.168.0.7/v1", "Provider named" },
    { "http://[fd00::1]/v1", "Provider named" },
    { "http://attic/v1", "Provider named" },
    { "http://attic.local/v1", "Provider named" },
    { "https://me:sesame@models.example.com/v1", "Provider named" },
    { "", "Provider named" },
  };
  const BylProvider *provider =
    recording_fixture_add_provider (fixture, "named", "https://api.example.org/v1", 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = byl_recording_source_dup_name (provider, cases[i].address);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

#define ADD(name, function) \
  g_test_add ("/recording-pack/" name, RecordingFixture, NULL, recording_fixture_set_up, function, \
              recording_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("what-is-no-answer-cannot-be-pasted", test_what_is_no_answer_cannot_be_pasted);
  ADD ("answers-are-pasted-one-after-the-other", test_answers_are_pasted_one_after_the_other);
  ADD ("there-is-no-pack-before-two-answers", test_there_is_no_pack_before_two_answers);
  ADD ("a-pack-says-where-its-answers-come-from", test_a_pack_says_where_its_answers_come_from);
  ADD ("a-source-is-named-as-far-as-others-know-it",
       test_a_source_is_named_as_far_as_others_know_it);
  ADD ("a-pack-keeps-its-id-and-grows", test_a_pack_keeps_its_id_and_grows);
  ADD ("questions-with-one-answer-are-left-out-and-told",
       test_questions_with_one_answer_are_left_out_and_told);
  ADD ("known-writers-get-their-makers-and-aliases",
       test_known_writers_get_their_makers_and_aliases);

  return g_test_run ();
}
