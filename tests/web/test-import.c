/* test-import.c: data of every shape, and the packs that come of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "import-fixture.h"
#include "waiting.h"

#include <glib/gstdio.h>
#include <string.h>

/* Answers to a question, each record with all that is said of it. */
#define ROWS "'readings': [{'files': '*.jsonl', 'format': 'json-lines', 'question': '/id', 'prompt': '/p', " \
             "'category': '/c', 'writer': '/w', 'answer': '/a', 'error': '/e', 'date': '/d', 'model': '/m'}]"

#define ADD(name, function) \
  g_test_add ("/import/" name, ImportFixture, NULL, import_fixture_set_up, function, \
              import_fixture_tear_down)

static void
test_records_that_say_everything (ImportFixture *fixture,
                                  gconstpointer  data)
{
  const BylProvenance *provenance;
  const BylQuestion *question;

  import_fixture_write (fixture, "x.jsonl",
                        "{'id': 7, 'p': ' Why? ', 'c': 'odd', 'w': 'Voice A', 'a': ' So.\\n', "
                        "'d': '2026-04-08T10:00:00', 'm': 'voice-a-2026'}\n\n"
                        "{'id': 7, 'p': 'Why?', 'c': 'odd', 'w': 'Voice B', 'a': '<think>x</think>"
                        "No.', 'd': 1775606400.5}\r\n"
                        "{'id': 8, 'p': 'How?', 'w': 'Voice A', 'a': 'Thus.', 'd': 'April'}\n"
                        "{'id': 8, 'p': 'How?', 'w': 'Voice B', 'a': 'Otherwise.', 'd': "
                        "1775606400000}");
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (ROWS), "x.jsonl", NULL));

  g_assert_cmpstr (byl_pack_get_id (fixture->pack), ==, "made-up");
  g_assert_cmpstr (byl_pack_get_title (fixture->pack), ==, "Made up");
  g_assert_cmpstr (byl_pack_get_license (fixture->pack), ==, "CC0-1.0");
  g_assert_cmpstr (byl_pack_get_source (fixture->pack)->title, ==, "Nobody");
  g_assert_cmpint (byl_pack_get_provenance (fixture->pack)->kind, ==, BYL_PROVENANCE_IMPORTED);
  g_assert_cmpuint (byl_pack_get_n_questions (fixture->pack), ==, 2);

  question = byl_pack_get_question (fixture->pack, 0);
  g_assert_cmpstr (question->id, ==, "7");
  g_assert_cmpstr (question->prompt, ==, "Why?");
  g_assert_cmpstr (question->category, ==, "odd");
  g_assert_cmpstr (question->answers[0].text, ==, " So.\n");
  g_assert_cmpstr (question->answers[1].text, ==, "<think>x</think>No.");

  provenance = byl_pack_get_answer_provenance (fixture->pack, &question->answers[0]);
  g_assert_cmpstr (provenance->date, ==, "2026-04-08");
  g_assert_cmpstr (provenance->reported_model, ==, "voice-a-2026");
  g_assert_cmpstr (provenance->source->title, ==, "Nobody");
  provenance = byl_pack_get_answer_provenance (fixture->pack, &question->answers[1]);
  g_assert_cmpstr (provenance->date, ==, "2026-04-08");

  question = byl_pack_get_question (fixture->pack, 1);
  g_assert_null (question->answers[0].provenance);
  g_assert_cmpstr (byl_pack_get_answer_provenance (fixture->pack, &question->answers[1])->date, ==,
                   "2026-04-08");
}

/* One document of an object with a list, as evaluations are published. */
static void
test_answers_in_a_list_in_an_object (ImportFixture *fixture,
                                     gconstpointer  data)
{
  static const char recipe[] =
    "'readings': [{'files': 'runs/*/results.json', 'format': 'json', 'records': '/answers/*', "
    "'question': '2/run', 'prompt': '2/prompt', 'writer': '/who', 'answer': '/text', 'error': "
    "'/error'}], 'marks': ['$ERROR$']";

  import_fixture_write (fixture, "x/runs/1/results.json",
                        "{'run': 'R1', 'prompt': 'Why?', 'answers': ["
                        "{'who': 'Voice A', 'text': 'So.', 'error': null}, "
                        "{'who': 'Voice B', 'text': 'No.', 'error': ''}, "
                        "{'who': 'Voice C', 'text': 'Maybe.', 'error': 'timeout'}, "
                        "{'who': 'Voice D', 'text': ' $ERROR$ '}, "
                        "{'who': 'Voice E', 'text': ' \\n\\u3000 '}, "
                        "{'who': 'Voice F', 'text': null}]}");
  import_fixture_write (fixture, "x/runs/2/results.json",
                        "{'run': 'R2', 'prompt': 'Why?\\n', 'answers': ["
                        "{'who': 'Voice A', 'text': 'Again.'}, {'who': 'Voice G', 'text': 'G.'}]}");
  import_fixture_write (fixture, "x/runs/2/other.json", "{'run': 'R3'}");
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (recipe), "x", NULL));

  g_assert_cmpuint (fixture->result->n_questions, ==, 1);
  g_assert_cmpuint (fixture->result->n_answers, ==, 3);
  g_assert_cmpuint (fixture->result->n_files, ==, 2);
  g_assert_cmpuint (fixture->result->n_strange, ==, 1);
  g_assert_cmpuint (fixture->result->n_errors, ==, 1);
  g_assert_cmpuint (fixture->result->n_marked, ==, 1);
  g_assert_cmpuint (fixture->result->n_empty, ==, 2);
  g_assert_cmpuint (fixture->result->n_repeats, ==, 1);
  g_assert_cmpuint (fixture->result->n_joined, ==, 1);
  g_assert_cmpstr (import_fixture_answer (fixture, "R1", "Voice A"), ==, "So.");
  g_assert_cmpstr (import_fixture_answer (fixture, "R1", "Voice G"), ==, "G.");
}

static void
test_last_answer_may_win (ImportFixture *fixture,
                          gconstpointer  data)
{
  import_fixture_write (fixture, "x.jsonl",
                        "{'id': 1, 'p': 'P', 'w': 'Voice A', 'a': 'first'}\n"
                        "{'id': 1, 'p': 'P', 'w': 'Voice B', 'a': 'b'}\n"
                        "{'id': 1, 'p': 'P', 'w': 'Voice A', 'a': 'last'}\n");
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (ROWS ", 'repeats': 'last'"),
                                     "x.jsonl", NULL));
  g_assert_cmpstr (import_fixture_answer (fixture, "1", "Voice A"), ==, "last");
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (ROWS), "x.jsonl", NULL));
  g_assert_cmpstr (import_fixture_answer (fixture, "1", "Voice A"), ==, "first");
  g_assert_cmpuint (fixture->result->n_repeats, ==, 1);
}

/* Questions in one file, answers in others, and these before it. */
static void
test_files_are_joined_by_an_id (ImportFixture *fixture,
                                gconstpointer  data)
{
  static const char recipe[] =
    "'readings': [{'files': 'question.jsonl', 'format': 'json-lines', 'question': '/qid', "
    "'prompt': ['/turns/0/content', '/turns/0'], 'category': '/kind'}, {'files': '*.jsonl', "
    "'format': 'json-lines', 'question': '/qid', 'writer': '/model', 'answer': "
    "['/choices/0/turns/0/content', '/choices/0/turns/0']}]";

  import_fixture_write (fixture, "x/question.jsonl",
                        "{'qid': 1, 'turns': ['Why?', 'And why not?'], 'kind': 'odd'}\n"
                        "{'qid': '2', 'turns': [{'content': 'How?'}]}\n"
                        "{'qid': 1, 'turns': ['A second one of that id?']}\n");
  import_fixture_write (fixture, "x/a.jsonl",
                        "{'qid': '1', 'model': 'Voice A', 'choices': [{'turns': ['So.', 'x']}]}\n"
                        "{'qid': 2, 'model': 'Voice A', 'choices': [{'turns': [{'content': 'Thus.'}"
                        "]}]}\n"
                        "{'qid': 3, 'model': 'Voice A', 'choices': [{'turns': ['Lost.']}]}\n");
  import_fixture_write (fixture, "x/z.jsonl",
                        "{'qid': 1, 'model': 'Voice B', 'choices': [{'turns': ['No.']}]}\n"
                        "{'qid': 2, 'model': 'Voice B', 'choices': []}\n");
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (recipe), "x", NULL));

  g_assert_cmpuint (fixture->result->n_questions, ==, 1);
  g_assert_cmpuint (fixture->result->n_unmatched, ==, 1);
  g_assert_cmpuint (fixture->result->n_incomplete, ==, 1);
  g_assert_cmpuint (fixture->result->n_lonely, ==, 2);
  g_assert_cmpstr (import_fixture_answer (fixture, "1", "Voice A"), ==, "So.");
  g_assert_cmpstr (import_fixture_answer (fixture, "Why?", "Voice B"), ==, "No.");
  g_assert_cmpstr (byl_pack_get_question (fixture->pack, 0)->category, ==, "odd");
}

/* Conversations, of which roles say whose turn it is. */
static void
test_turns_are_found_by_their_role (ImportFixture *fixture,
                                    gconstpointer  data)
{
  static const char recipe[] =
    "'readings': [{'files': '*.jsonl', 'format': 'json-lines', 'prompt': {'path': '/messages/*', "
    "'where': {'path': '/role', 'is': 'user'}, 'take': '/content'}, 'writer': {'file': 'name'}, "
    "'answer': [{'path': '/messages/*', 'where': {'path': '/role', 'is': 'assistant'}, 'take': "
    "'/content/answer'}, {'path': '/messages/*', 'where': {'path': '/role', 'is': 'assistant'}, "
    "'take': '/content'}]}]";

  import_fixture_write (fixture, "x/Voice A.jsonl",
                        "{'messages': [{'role': 'system', 'content': 'Be.'}, {'role': 'user', "
                        "'content': 'Why?'}, {'role': 'assistant', 'content': 'So.'}, {'role': "
                        "'user', 'content': 'More?'}, {'role': 'assistant', 'content': 'x'}]}");
  import_fixture_write (fixture, "x/Voice B.jsonl",
                        "{'messages': [{'role': 'user', 'content': 'Why?'}, {'role': 'assistant', "
                        "'content': {'answer': 'No.'}}]}");
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (recipe), "x", NULL));
  g_assert_cmpstr (import_fixture_answer (fixture, "Why?", "Voice A"), ==, "So.");
  g_assert_cmpstr (import_fixture_answer (fixture, "Why?", "Voice B"), ==, "No.");
}

/* The writer is the name of the one member; of the member beside; of the folder. */
static void
test_writers_are_named_by_members_and_folders (ImportFixture *fixture,
                                               gconstpointer  data)
{
  static const char one_member[] =
    "'readings': [{'files': '*.json', 'format': 'json', 'records': '/*/samples/*', 'prompt': "
    "'/prompt', 'answer': '/output', 'writer': '2#'}]";
  static const char members[] =
    "'readings': [{'files': '*.json', 'format': 'json', 'records': '/*/answers/*', 'prompt': "
    "'2/q', 'answer': '', 'writer': '0#', 'except': 'reference'}]";
  static const char folders[] =
    "'readings': [{'files': '*/out.json', 'format': 'json', 'records': '/*', 'prompt': '/q', "
    "'answer': '/a', 'writer': {'file': 'folder'}}]";

  import_fixture_write (fixture, "x/1.json",
                        "{'org/voice-a': {'n': 1, 'samples': [{'prompt': 'Why?', 'output': 'So.'}]}}");
  import_fixture_write (fixture, "x/2.json",
                        "{'org/voice-b': {'samples': [{'prompt': 'Why?', 'output': 'No.'}]}}");
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (one_member), "x", NULL));
  g_assert_cmpstr (import_fixture_answer (fixture, "Why?", "org/voice-a"), ==, "So.");

  import_fixture_write (fixture, "y.json",
                        "[{'q': 'Why?', 'answers': {'Voice A': 'So.', 'reference': 'R', 'Voice B': "
                        "'No.'}}, {'q': 'How?', 'answers': {'Voice A': 'Thus.', 'Voice B': "
                        "'Not.'}}]");
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (members), "y.json", NULL));
  g_assert_cmpuint (fixture->result->n_answers, ==, 4);
  g_assert_cmpstr (import_fixture_answer (fixture, "How?", "Voice B"), ==, "Not.");

  import_fixture_write (fixture, "z/Voice A/out.json", "[{'q': 'Why?', 'a': 'So.'}]");
  import_fixture_write (fixture, "z/Voice B/out.json", "[{'q': 'Why?', 'a': 'No.'}]");
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (folders), "z", NULL));
  g_assert_cmpstr (import_fixture_answer (fixture, "Why?", "Voice B"), ==, "No.");
}

static void
test_twins_are_left_out_or_kept (ImportFixture *fixture,
                                 gconstpointer  data)
{
  import_fixture_write (fixture, "x.jsonl",
                        "{'id': 1, 'p': 'P', 'w': 'Voice A', 'a': 'Four.'}\n"
                        "{'id': 1, 'p': 'P', 'w': 'Voice B', 'a': ' Four.\\n'}\n"
                        "{'id': 1, 'p': 'P', 'w': 'Voice C', 'a': 'Four, I think.'}\n"
                        "{'id': 1, 'p': 'P', 'w': 'Voice D', 'a': 'It is four.'}\n"
                        "{'id': 2, 'p': 'Q', 'w': 'Voice A', 'a': 'x'}\n"
                        "{'id': 2, 'p': 'Q', 'w': 'Voice B', 'a': 'x'}\n");
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (ROWS), "x.jsonl", NULL));
  g_assert_cmpuint (fixture->result->n_twins, ==, 4);
  g_assert_cmpuint (fixture->result->n_lonely, ==, 1);
  g_assert_cmpuint (import_fixture_n_answers (fixture, "1"), ==, 2);
  g_assert_null (import_fixture_answer (fixture, "1", "Voice A"));

  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (ROWS ", 'twins': 'first'"),
                                     "x.jsonl", NULL));
  g_assert_cmpuint (fixture->result->n_twins, ==, 2);
  g_assert_cmpuint (import_fixture_n_answers (fixture, "1"), ==, 3);
  g_assert_cmpstr (import_fixture_answer (fixture, "1", "Voice A"), ==, "Four.");

  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (ROWS ", 'twins': 'keep'"),
                                     "x.jsonl", NULL));
  g_assert_cmpuint (fixture->result->n_twins, ==, 0);
  g_assert_cmpuint (fixture->result->n_answers, ==, 6);
}

#define LISTED ROWS ", 'keep': 'marked', 'writers': [" \
               "{'name': 'Voice A', 'from': ['a', 'a-2'], 'maker': 'Makers', 'aliases': ['Ay'], " \
               "'kind': 'voice', 'keep': true}, {'name': 'Voice B', 'id': 'bee', 'keep': true}, " \
               "{'name': 'Voice C'}]"

static void
write_voices (ImportFixture *fixture)
{
  import_fixture_write (fixture, "x.jsonl",
                        "{'id': 1, 'p': 'P', 'w': 'Voice Z', 'a': 'z'}\n"
                        "{'id': 1, 'p': 'P', 'w': 'a', 'a': 'one'}\n"
                        "{'id': 1, 'p': 'P', 'w': 'Voice B', 'a': 'two'}\n"
                        "{'id': 2, 'p': 'Q', 'w': 'a-2', 'a': 'three'}\n"
                        "{'id': 2, 'p': 'Q', 'w': 'Voice B', 'a': 'four'}\n"
                        "{'id': 2, 'p': 'Q', 'w': 'Voice C', 'a': 'five'}\n");
}

static void
test_writers_are_renamed_and_chosen (ImportFixture *fixture,
                                     gconstpointer  data)
{
  const BylWriter *writer;
  const BylImportWriter *left;

  write_voices (fixture);
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (LISTED), "x.jsonl", NULL));
  g_assert_cmpuint (byl_pack_get_n_writers (fixture->pack), ==, 2);
  writer = byl_pack_get_writer (fixture->pack, 0);
  g_assert_cmpstr (writer->name, ==, "Voice A");
  g_assert_cmpstr (writer->id, ==, "Voice-A");
  g_assert_cmpstr (writer->maker, ==, "Makers");
  g_assert_cmpstr (writer->aliases[0], ==, "Ay");
  g_assert_cmpint (writer->kind, ==, BYL_WRITER_VOICE);
  g_assert_cmpstr (byl_pack_get_writer (fixture->pack, 1)->id, ==, "bee");
  g_assert_cmpstr (byl_pack_get_id (fixture->pack), ==, "made-up");
  g_assert_cmpuint (fixture->result->n_other, ==, 2);
  g_assert_cmpuint (fixture->result->writers->len, ==, 4);
  left = g_ptr_array_index (fixture->result->writers, 3);
  g_assert_false (left->kept);
  g_assert_cmpuint (left->n_answers, ==, 1);
}

/* By name, id or what the data call them; another choice is another pack. */
static void
test_chosen_writers_make_another_pack (ImportFixture *fixture,
                                       gconstpointer  data)
{
  g_autofree char *id = NULL;

  write_voices (fixture);
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (LISTED), "x.jsonl",
                                     "voice c|BEE"));
  g_assert_cmpuint (fixture->result->n_answers, ==, 2);
  g_assert_true (g_str_has_prefix (byl_pack_get_id (fixture->pack), "made-up."));
  g_assert_cmpstr (byl_pack_get_title (fixture->pack), ==, "Made up: Voice B, Voice C");
  id = g_strdup (byl_pack_get_id (fixture->pack));

  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (LISTED), "x.jsonl",
                                     "Voice B|Voice C"));
  g_assert_cmpstr (byl_pack_get_id (fixture->pack), ==, id);

  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (LISTED), "x.jsonl",
                                     "Voice A|Voice B"));
  g_assert_cmpstr (byl_pack_get_id (fixture->pack), ==, "made-up");

  g_assert_false (import_fixture_run (fixture, import_fixture_recipe (LISTED), "x.jsonl",
                                      "Voice A|Voice Q"));
  g_assert_error (fixture->error, BYL_ERROR, BYL_ERROR_IMPORT);
  g_assert_nonnull (strstr (fixture->error->message, "Voice Q"));
  g_assert_nonnull (strstr (fixture->error->message, "Voice Z"));

  g_assert_false (import_fixture_run (fixture, import_fixture_recipe (LISTED), "x.jsonl",
                                      "Voice A"));
  g_assert_error (fixture->error, BYL_ERROR, BYL_ERROR_IMPORT);
}

static void
test_others_are_kept_where_nobody_usual_is_there (ImportFixture *fixture,
                                                  gconstpointer  data)
{
  import_fixture_write (fixture, "x.jsonl",
                        "{'id': 1, 'p': 'P', 'w': 'Voice Y', 'a': 'y'}\n"
                        "{'id': 1, 'p': 'P', 'w': 'Voice Z', 'a': 'z'}\n"
                        "{'id': 1, 'p': 'P', 'w': 'a', 'a': 'a'}\n");
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (LISTED), "x.jsonl", NULL));
  g_assert_cmpuint (fixture->result->n_answers, ==, 3);
  g_assert_cmpuint (fixture->result->n_files, ==, 1);
  g_assert_cmpstr (byl_pack_get_id (fixture->pack), !=, "made-up");
}

/* The order in which a folder is listed is nobody's choice. */
static void
test_order_of_reading_does_not_matter (ImportFixture *fixture,
                                       gconstpointer  data)
{
  static const ImportMember members[] = {
    { "b.jsonl", "{\"id\": 2, \"p\": \"P\", \"w\": \"Voice B\", \"a\": \"b\"}\n"
      "{\"id\": 2, \"p\": \"P\", \"w\": \"Voice A\", \"a\": \"later\"}\n", NULL, 0 },
    { "a.jsonl", "{\"id\": 1, \"p\": \"P\", \"w\": \"Voice A\", \"a\": \"a\"}\n", NULL, 0 },
  };
  const ImportMember turned[] = { members[1], members[0] };
  g_autoptr(GBytes) one = import_fixture_pack ("ustar", "gzip", members, 2);
  g_autoptr(GBytes) other = import_fixture_pack ("zip", NULL, turned, 2);
  g_autoptr(GBytes) pack = NULL;

  import_fixture_write_raw (fixture, "one", g_bytes_get_data (one, NULL), g_bytes_get_size (one));
  import_fixture_write_raw (fixture, "other", g_bytes_get_data (other, NULL),
                            g_bytes_get_size (other));
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (ROWS), "one", NULL));
  g_assert_cmpstr (import_fixture_answer (fixture, "1", "Voice A"), ==, "a");
  pack = g_bytes_ref (fixture->result->pack);

  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (ROWS), "other", NULL));
  g_assert_true (g_bytes_equal (pack, fixture->result->pack));
}

/* Compressed once, in an archive, and once more in that. */
static void
test_files_may_be_compressed (ImportFixture *fixture,
                              gconstpointer  data)
{
  static const ImportMember plain = {
    "x.jsonl", "{\"id\": 1, \"p\": \"P\", \"w\": \"Voice A\", \"a\": \"a\"}\n"
    "{\"id\": 1, \"p\": \"P\", \"w\": \"Voice B\", \"a\": \"b\"}\n", NULL, 0,
  };
  static const char * const filters[] = { "gzip", "xz", "bzip2" };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr(GBytes) single = import_fixture_pack ("raw", filters[i], &plain, 1);
      const ImportMember inner = {
        "deep/x.jsonl.gz", g_bytes_get_data (single, NULL), NULL, g_bytes_get_size (single),
      };
      g_autoptr(GBytes) twice = import_fixture_pack ("ustar", "xz", &inner, 1);

      import_fixture_write_raw (fixture, "x.jsonl.gz", g_bytes_get_data (single, NULL),
                                g_bytes_get_size (single));
      import_fixture_write_raw (fixture, "y.tar.xz", g_bytes_get_data (twice, NULL),
                                g_bytes_get_size (twice));
      g_assert_true (import_fixture_run (fixture, import_fixture_recipe (ROWS), "x.jsonl.gz",
                                         NULL));
      g_assert_cmpuint (fixture->result->n_answers, ==, 2);
      g_assert_true (import_fixture_run (fixture, import_fixture_recipe (ROWS), "y.tar.xz", NULL));
      g_assert_cmpuint (fixture->result->n_answers, ==, 2);
    }
}

/* What is published is known by size and checksum; what lies elsewhere is not asked for them. */
static void
test_published_files_are_checked (ImportFixture *fixture,
                                  gconstpointer  data)
{
  static const char text[] = "{'id': 1, 'p': 'P', 'w': 'Voice A', 'a': 'a'}\n"
                             "{'id': 1, 'p': 'P', 'w': 'Voice B', 'a': 'b'}\n";
  g_autoptr(GBytes) bytes = import_fixture_quote (text);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *right = g_strdup_printf (ROWS ", 'files': [{'path': 'd/x.jsonl', 'sha256': '%s', "
                                            "'size': %u}, {'path': 'd/y.jsonl'}]", hash,
                                            (guint) strlen (text));
  g_autofree char *other_size = g_strdup_printf (ROWS ", 'files': [{'path': 'd/x.jsonl', 'size': "
                                                 "%u}]", (guint) strlen (text) + 1);
  g_autofree char *other_hash = NULL;

  hash[0] = hash[0] == '0' ? '1' : '0';
  other_hash = g_strdup_printf (ROWS ", 'files': [{'path': 'd/x.jsonl', 'sha256': '%s'}]", hash);
  import_fixture_write (fixture, "some/d/x.jsonl", text);
  import_fixture_write (fixture, "x.jsonl", text);

  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (right), "some", NULL));
  g_assert_cmpuint (fixture->result->n_missing, ==, 1);

  g_assert_false (import_fixture_run (fixture, import_fixture_recipe (other_size), "some", NULL));
  g_assert_error (fixture->error, BYL_ERROR, BYL_ERROR_HASH);
  g_assert_nonnull (strstr (fixture->error->message, "d/x.jsonl"));

  g_assert_false (import_fixture_run (fixture, import_fixture_recipe (other_hash), "some", NULL));
  g_assert_error (fixture->error, BYL_ERROR, BYL_ERROR_HASH);
  g_assert_nonnull (strstr (fixture->error->message, "d/x.jsonl"));

  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (other_hash), "x.jsonl",
                                     NULL));
  g_assert_cmpuint (fixture->result->n_missing, ==, 0);
}

/* Whatever part of what is published somebody names, it is known by the folders around it; but the
 * folders of the person who named it get nowhere. */
static void
test_files_are_known_by_the_folders_around_them (ImportFixture *fixture,
                                                 gconstpointer  data)
{
  static const char recipe[] =
    "'readings': [{'files': 'runs/*/out.json', 'format': 'json', 'prompt': '/q', 'answer': '/a', "
    "'writer': {'file': 'folder'}, 'question': {'file': 'path'}}, {'files': 'never', 'format': "
    "'csv', 'prompt': '/0'}]";
  static const char * const sources[] = {
    "all", "all/runs", "all/runs/Voice A|all/runs/Voice B",
    "all/runs/Voice A/out.json|all/runs/Voice B/out.json",
  };

  import_fixture_write (fixture, "all/runs/Voice A/out.json", "{'q': 'Why?', 'a': 'So.'}");
  import_fixture_write (fixture, "all/runs/Voice B/out.json", "{'q': 'Why?', 'a': 'No.'}");
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_assert_true (import_fixture_run (fixture, import_fixture_recipe (recipe), sources[i], NULL));
      g_assert_cmpstr (import_fixture_answer (fixture, "Why?", "Voice A"), ==, "So.");
      g_assert_cmpstr (import_fixture_answer (fixture, "Why?", "Voice B"), ==, "No.");
      g_assert_null (strstr (byl_pack_get_question (fixture->pack, 0)->id, "byline-import"));
    }
}

/* What is known of models is added; but a family is not a model. */
static void
test_known_models_are_told_apart (ImportFixture *fixture,
                                  gconstpointer  data)
{
  const BylWriter *writer;

  import_fixture_write (fixture, "x.jsonl",
                        "{'id': 1, 'p': 'P', 'w': 'voice-k', 'a': 'a'}\n"
                        "{'id': 2, 'p': 'Q', 'w': 'VOICE K', 'a': 'b'}\n"
                        "{'id': 1, 'p': 'P', 'w': 'Voice K 2', 'a': 'c'}\n"
                        "{'id': 2, 'p': 'Q', 'w': 'Voice K 3', 'a': 'd'}\n"
                        "{'id': 2, 'p': 'Q', 'w': 'Voice B', 'a': 'e'}\n");
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (ROWS), "x.jsonl", NULL));
  g_assert_cmpuint (byl_pack_get_n_writers (fixture->pack), ==, 4);

  writer = byl_pack_get_writer (fixture->pack, 0);
  g_assert_cmpstr (writer->name, ==, "Voice K");
  g_assert_cmpstr (writer->maker, ==, "Kay");
  g_assert_cmpstr (writer->released, ==, "2026-04-08");

  writer = byl_pack_get_writer (fixture->pack, 1);
  g_assert_cmpstr (writer->name, ==, "Voice K 2");
  g_assert_cmpstr (writer->maker, ==, "Kay");
  g_assert_null (writer->released);

  writer = byl_pack_get_writer (fixture->pack, 3);
  g_assert_cmpstr (writer->name, ==, "Voice B");
  g_assert_null (writer->maker);
}

/* A list of known models of the tests' own: no real one has ever said what is said here. */
static char *
make_data_dir (void)
{
  static const char known[] =
    "{\"format\": \"byline-writers\", \"version\": 1, \"writers\": [{\"id\": \"voice-k\", \"name\": "
    "\"Voice K\", \"maker\": \"Kay\", \"released\": \"2026-04-08\", \"aliases\": [\"Voice K 2\", "
    "\"Voice K 3\"]}]}";
  char *dir = g_dir_make_tmp ("byline-data-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "writers.json", NULL);

  g_assert_true (g_file_set_contents (path, known, -1, NULL));
  g_setenv ("BYLINE_DATA_DIR", dir, TRUE);

  return dir;
}

static void
remove_data_dir (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "writers.json", NULL);

  g_remove (path);
  g_rmdir (dir);
}

/* Whatever was left out is told, and nothing that was not. */
static void
test_everything_is_told_in_sentences (ImportFixture *fixture,
                                      gconstpointer  data)
{
  for (guint n = 0; n <= 2; n++)
    {
      const BylImportResult result = {
        .n_files = n, .n_questions = n, .n_answers = n, .n_errors = n, .n_empty = n, .n_marked = n,
        .n_twins = n, .n_too_long = n, .n_repeats = n, .n_broken = n, .n_incomplete = n,
        .n_unmatched = n, .n_lonely = n, .n_other = n, .n_joined = n, .n_missing = n,
        .n_strange = n,
      };
      g_auto(GStrv) sentences = byl_import_result_dup_sentences (&result);

      g_assert_cmpuint (g_strv_length (sentences), ==, n == 0 ? 1 : 16);
      for (guint i = 0; sentences[i] != NULL; i++)
        for (guint j = 0; j < i; j++)
          g_assert_cmpstr (sentences[i], !=, sentences[j]);
    }
}

static BylImportResult *
run_async (ImportFixture  *fixture,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr(BylRecipe) recipe = import_fixture_recipe (ROWS);
  g_autoptr(GPtrArray) sources =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_import_source_free);
  g_autofree char *path = g_build_filename (fixture->dir, "x.jsonl", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;

  g_ptr_array_add (sources, byl_import_source_new ("published.jsonl", file));
  byl_import_run_async (recipe, sources, NULL, cancellable, waiting_done_cb, &result);
  g_clear_pointer (&sources, g_ptr_array_unref);

  return byl_import_run_finish (waiting_for (&result), error);
}

static void
test_import_in_a_thread_can_be_given_up (ImportFixture *fixture,
                                         gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(BylImportResult) result = NULL;
  g_autoptr(BylImportResult) copy = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) sentences = NULL;

  write_voices (fixture);
  result = run_async (fixture, NULL, &error);
  g_assert_no_error (error);
  copy = byl_import_result_copy (result);
  g_assert_cmpuint (copy->n_answers, ==, 6);
  g_assert_cmpuint (copy->writers->len, ==, result->writers->len);
  sentences = byl_import_result_dup_sentences (copy);
  g_assert_cmpuint (g_strv_length (sentences), ==, 2);

  g_cancellable_cancel (cancellable);
  g_assert_null (run_async (fixture, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *dir = NULL;
  int code;

  g_test_init (&argc, &argv, NULL);
  dir = make_data_dir ();

  ADD ("records-that-say-everything", test_records_that_say_everything);
  ADD ("answers-in-a-list-in-an-object", test_answers_in_a_list_in_an_object);
  ADD ("last-answer-may-win", test_last_answer_may_win);
  ADD ("files-are-joined-by-an-id", test_files_are_joined_by_an_id);
  ADD ("turns-are-found-by-their-role", test_turns_are_found_by_their_role);
  ADD ("writers-are-named-by-members-and-folders", test_writers_are_named_by_members_and_folders);
  ADD ("twins-are-left-out-or-kept", test_twins_are_left_out_or_kept);
  ADD ("writers-are-renamed-and-chosen", test_writers_are_renamed_and_chosen);
  ADD ("chosen-writers-make-another-pack", test_chosen_writers_make_another_pack);
  ADD ("others-are-kept-where-nobody-usual-is-there",
       test_others_are_kept_where_nobody_usual_is_there);
  ADD ("order-of-reading-does-not-matter", test_order_of_reading_does_not_matter);
  ADD ("files-may-be-compressed", test_files_may_be_compressed);
  ADD ("published-files-are-checked", test_published_files_are_checked);
  ADD ("files-are-known-by-the-folders-around-them",
       test_files_are_known_by_the_folders_around_them);
  ADD ("known-models-are-told-apart", test_known_models_are_told_apart);
  ADD ("everything-is-told-in-sentences", test_everything_is_told_in_sentences);
  ADD ("import-in-a-thread-can-be-given-up", test_import_in_a_thread_can_be_given_up);

  code = g_test_run ();
  remove_data_dir (dir);

  return code;
}
