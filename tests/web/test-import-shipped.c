/* test-import-shipped.c: the recipes that come with the program, on made-up and on published data
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "import-fixture.h"

#include <string.h>

#define ADD(name, function) \
  g_test_add ("/import-shipped/" name, ImportFixture, NULL, import_fixture_set_up, function, \
              import_fixture_tear_down)

static char *
find_shared (const char *folder,
             const char *name)
{
  char *path = g_build_filename (g_getenv ("BYLINE_SHARED"), "data", folder, name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;

  g_test_skip ("the published data are not beside the sources");
  g_free (path);

  return NULL;
}

static BylPack *
load_shared (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("BYLINE_SHARED"), "data", "packs", name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  BylPack *pack = byl_pack_load (file, NULL, NULL, &error);

  g_assert_no_error (error);

  return pack;
}

static const BylQuestion *
find_prompt (const BylPack *pack,
             const char    *prompt)
{
  g_autofree char *wanted = g_strstrip (g_strdup (prompt));

  for (guint i = 0; i < byl_pack_get_n_questions (pack); i++)
    {
      const BylQuestion *question = byl_pack_get_question (pack, i);
      g_autofree char *stripped = g_strstrip (g_strdup (question->prompt));

      if (g_str_equal (stripped, wanted))
        return question;
    }

  return NULL;
}

static const char *
find_text (const BylPack     *pack,
           const BylQuestion *question,
           const char        *writer)
{
  for (guint i = 0; i < question->n_answers; i++)
    if (g_str_equal (byl_pack_get_writer (pack, question->answers[i].writer)->id, writer))
      return question->answers[i].text;

  return NULL;
}

/* Every answer of the import stands in the other pack, to the letter. */
static guint
count_same (ImportFixture *fixture,
            const BylPack *other)
{
  guint n = 0;

  for (guint i = 0; i < byl_pack_get_n_questions (fixture->pack); i++)
    {
      const BylQuestion *question = byl_pack_get_question (fixture->pack, i);
      const BylQuestion *same = find_prompt (other, question->prompt);

      g_assert_nonnull (same);
      g_assert_cmpstr (question->category, ==, same->category);
      for (guint j = 0; j < question->n_answers; j++)
        {
          const BylAnswer *answer = &question->answers[j];
          const char *id = byl_pack_get_writer (fixture->pack, answer->writer)->id;

          g_assert_cmpstr (answer->text, ==, find_text (other, same, id));
          n++;
        }
    }

  return n;
}

/* The four writers of a pack that was made by hand of the same files: nothing differs. */
static void
test_frontier_pack_is_the_one_made_by_hand (ImportFixture *fixture,
                                            gconstpointer  data)
{
  g_autofree char *raw = find_shared ("raw", "multivac-raw.tar.xz");
  g_autoptr(BylPack) pack = NULL;

  if (raw == NULL)
    return;

  g_assert_true (import_fixture_run (fixture, import_fixture_shipped ("multivac"), raw, NULL));
  pack = load_shared ("frontier-2026.json.gz");
  g_assert_cmpuint (fixture->result->n_files, ==, 286);
  g_assert_cmpuint (fixture->result->n_missing, ==, 0);
  g_assert_cmpstr (byl_pack_get_id (fixture->pack), ==, byl_pack_get_id (pack));
  g_assert_cmpuint (byl_pack_get_n_questions (fixture->pack), ==,
                    byl_pack_get_n_questions (pack));
  g_assert_cmpuint (byl_pack_get_n_writers (fixture->pack), ==, byl_pack_get_n_writers (pack));

  for (guint i = 0; i < byl_pack_get_n_questions (pack); i++)
    {
      const BylQuestion *question = byl_pack_get_question (fixture->pack, i);
      const BylQuestion *same = byl_pack_get_question (pack, i);

      g_assert_cmpstr (question->id, ==, same->id);
      g_assert_cmpstr (question->prompt, ==, same->prompt);
      g_assert_cmpstr (question->category, ==, same->category);
      g_assert_cmpuint (question->n_answers, ==, same->n_answers);
      for (guint j = 0; j < same->n_answers; j++)
        {
          const char *id = byl_pack_get_writer (pack, same->answers[j].writer)->id;

          g_assert_cmpstr (find_text (fixture->pack, question, id), ==, same->answers[j].text);
        }
    }
  g_assert_cmpuint (count_same (fixture, pack), ==, 592);
}

/* Three of the eight models: what that pack has and the import has not are twins. */
static void
test_alpaca_answers_are_those_of_the_pack (ImportFixture *fixture,
                                           gconstpointer  data)
{
  g_autofree char *raw = find_shared ("raw", "alpaca-eval-raw.tar.xz");
  g_autoptr(BylPack) pack = NULL;
  guint n;

  if (raw == NULL)
    return;

  g_assert_true (import_fixture_run (fixture, import_fixture_shipped ("alpaca-eval"), raw, NULL));
  pack = load_shared ("alpaca-eval-8.json.gz");
  n = count_same (fixture, pack);
  g_assert_cmpuint (n, ==, fixture->result->n_answers);
  g_assert_cmpuint (fixture->result->n_empty, ==, 1);
  g_assert_cmpuint (fixture->result->n_repeats, ==, 0);

  /* A question that lost two twins has one answer left, and goes with it. */
  g_assert_cmpuint (n + fixture->result->n_twins + fixture->result->n_empty +
                      fixture->result->n_lonely, ==, 3 * 805);
}

static void
test_vicuna_answers_are_those_of_the_pack (ImportFixture *fixture,
                                           gconstpointer  data)
{
  g_autofree char *raw = find_shared ("raw", "fastchat-raw.tar.xz");
  g_autoptr(BylPack) pack = NULL;

  if (raw == NULL)
    return;

  g_assert_true (import_fixture_run (fixture, import_fixture_shipped ("vicuna"), raw, NULL));
  pack = load_shared ("vicuna-80.json.gz");
  g_assert_cmpuint (byl_pack_get_n_questions (fixture->pack), ==, 80);
  g_assert_cmpuint (count_same (fixture, pack), ==, fixture->result->n_answers);
  g_assert_cmpuint (fixture->result->n_answers, ==, 399);
}

/* The other shape lies beside it. */
static void
test_first_turns_of_conversations_are_found (ImportFixture *fixture,
                                             gconstpointer  data)
{
  g_autofree char *raw = find_shared ("raw", "fastchat-raw.tar.xz");

  if (raw == NULL)
    return;

  g_assert_true (import_fixture_run (fixture, import_fixture_shipped ("mt-bench"), raw, NULL));
  g_assert_cmpuint (fixture->result->n_answers, >=, 160);
}

static void
test_one_model_of_arena_hard_is_no_pack (ImportFixture *fixture,
                                         gconstpointer  data)
{
  g_autofree char *raw = find_shared ("raw", "arena-hard-raw.tar.xz");

  if (raw == NULL)
    return;

  g_assert_false (import_fixture_run (fixture, import_fixture_shipped ("arena-hard"), raw, NULL));
  g_assert_error (fixture->error, BYL_ERROR, BYL_ERROR_IMPORT);
}

/* In the shapes of what is published, with voices that nobody has. */
static void
test_arena_hard_has_two_shapes (ImportFixture *fixture,
                                gconstpointer  data)
{
  import_fixture_write (fixture, "x/question.jsonl",
                        "{'question_id': 'k1', 'category': 'x', 'cluster': 'Odd', 'turns': "
                        "[{'content': 'Why?'}]}\n"
                        "{'uid': 'k2', 'category': 'x', 'prompt': 'How?'}\n");
  import_fixture_write (fixture, "x/a.jsonl",
                        "{'question_id': 'k1', 'model_id': 'Voice A', 'choices': [{'index': 0, "
                        "'turns': [{'content': 'So.', 'token_len': 1}]}], 'tstamp': 1711491874.2}\n"
                        "{'question_id': 'k2', 'model_id': 'Voice A', 'choices': [{'index': 0, "
                        "'turns': ['Thus.']}]}\n");
  import_fixture_write (fixture, "x/b.jsonl",
                        "{'uid': 'k1', 'model': 'Voice B', 'messages': [{'role': 'user', 'content'"
                        ": 'Why?'}, {'role': 'assistant', 'content': {'answer': 'No.'}}]}\n"
                        "{'uid': 'k2', 'model': 'Voice B', 'messages': [{'content': 'How?', 'role'"
                        ": 'user'}, {'content': 'Not.', 'role': 'assistant'}]}\n");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (import_fixture_run (fixture,
                                         import_fixture_shipped (i == 0 ? "arena-hard"
                                                                        : "arena-hard-2"),
                                         "x", NULL));
      g_assert_cmpstr (import_fixture_answer (fixture, "k1", "Voice A"), ==, "So.");
      g_assert_cmpstr (import_fixture_answer (fixture, "k1", "Voice B"), ==, "No.");
      g_assert_cmpstr (import_fixture_answer (fixture, "k2", "Voice A"), ==, "Thus.");
      g_assert_cmpstr (import_fixture_answer (fixture, "k2", "Voice B"), ==, "Not.");
      g_assert_cmpstr (byl_pack_get_question (fixture->pack, 0)->category, ==, "Odd");
    }
}

static void
test_slop_score_names_writers_by_members (ImportFixture *fixture,
                                          gconstpointer  data)
{
  import_fixture_write (fixture, "results/a.json",
                        "{'org/voice-a': {'test_model': 'x', 'completed_at': '2025-10-30T01:02:03Z', "
                        "'samples': [{'prompt_index': 1, 'prompt': 'Why?', 'output': 'So.'}, "
                        "{'prompt': 'How?', 'output': '', 'error': 'timeout'}]}}");
  import_fixture_write (fixture, "results/b.json",
                        "{'org/voice-b': {'samples': [{'prompt': 'Why?', 'output': 'No.'}]}}");
  g_assert_true (import_fixture_run (fixture, import_fixture_shipped ("slop-score"), "results",
                                     NULL));
  g_assert_cmpuint (fixture->result->n_errors, ==, 1);
  g_assert_cmpstr (import_fixture_answer (fixture, "Why?", "org/voice-a"), ==, "So.");
  g_assert_cmpstr (byl_pack_get_question (fixture->pack, 0)->answers[0].provenance->date, ==,
                   "2025-10-30");
}

static void
test_mt_bench_and_vicuna_have_shapes_of_their_own (ImportFixture *fixture,
                                                   gconstpointer  data)
{
  import_fixture_write (fixture, "m/question.jsonl",
                        "{'question_id': 81, 'category': 'odd', 'turns': ['Why?', 'More?']}\n");
  import_fixture_write (fixture, "m/model_answer/a.jsonl",
                        "{'question_id': 81, 'model_id': 'Voice A', 'choices': [{'index': 0, "
                        "'turns': ['So.', 'Yes.']}], 'tstamp': 1686286924.6}\n");
  import_fixture_write (fixture, "m/model_answer/b.jsonl",
                        "{'question_id': 81, 'model_id': 'Voice B', 'choices': [{'index': 0, "
                        "'turns': ['No.', 'No.']}]}\n");
  g_assert_true (import_fixture_run (fixture, import_fixture_shipped ("mt-bench"), "m", NULL));
  g_assert_cmpstr (import_fixture_answer (fixture, "81", "Voice B"), ==, "No.");

  import_fixture_write (fixture, "v/question.jsonl",
                        "{'question_id': 1, 'text': 'Why?', 'category': 'odd'}\n");
  import_fixture_write (fixture, "v/answer_a.jsonl",
                        "{'question_id': 1, 'text': 'So.', 'model_id': 'Voice A', 'metadata': {}}");
  import_fixture_write (fixture, "v/answer_b.jsonl",
                        "{'question_id': 1, 'text': 'No.', 'model_id': 'Voice B', 'metadata': {}}");
  g_assert_true (import_fixture_run (fixture, import_fixture_shipped ("vicuna"), "v", NULL));
  g_assert_cmpstr (import_fixture_answer (fixture, "1", "Voice A"), ==, "So.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("arena-hard-has-two-shapes", test_arena_hard_has_two_shapes);
  ADD ("slop-score-names-writers-by-members", test_slop_score_names_writers_by_members);
  ADD ("mt-bench-and-vicuna-have-shapes-of-their-own",
       test_mt_bench_and_vicuna_have_shapes_of_their_own);
  ADD ("frontier-pack-is-the-one-made-by-hand", test_frontier_pack_is_the_one_made_by_hand);
  ADD ("alpaca-answers-are-those-of-the-pack", test_alpaca_answers_are_those_of_the_pack);
  ADD ("vicuna-answers-are-those-of-the-pack", test_vicuna_answers_are_those_of_the_pack);
  ADD ("first-turns-of-conversations-are-found", test_first_turns_of_conversations_are_found);
  ADD ("one-model-of-arena-hard-is-no-pack", test_one_model_of_arena_hard_is_no_pack);

  return g_test_run ();
}
