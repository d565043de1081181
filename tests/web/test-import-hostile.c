/* test-import-hostile.c: data that are not what they should be
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "import-fixture.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define RECORD "'question': '/id', 'prompt': '/p', 'category': '/c', 'writer': '/w', 'answer': '/a', " \
               "'error': '/e', 'date': '/d', 'model': '/m'}]"
#define LINES "'readings': [{'files': '*.jsonl', 'format': 'json-lines', " RECORD
#define DOCUMENT "'readings': [{'files': '*.json', 'format': 'json', 'records': '/rows/*', " RECORD

#define TWO_GOOD "{'id': 1, 'p': 'P', 'w': 'Voice A', 'a': 'a'}\n{'id': 1, 'p': 'P', 'w': 'Voice B', 'a': 'b'}\n"

#define ADD(name, function) \
  g_test_add ("/import-hostile/" name, ImportFixture, NULL, import_fixture_set_up, function, \
              import_fixture_tear_down)

static void
check_refused (ImportFixture *fixture,
               const char    *recipe,
               const char    *source,
               BylError       code)
{
  g_assert_false (import_fixture_run (fixture, import_fixture_recipe (recipe), source, NULL));
  g_assert_error (fixture->error, BYL_ERROR, (int) code);
}

static void
test_broken_documents_are_named (ImportFixture *fixture,
                                 gconstpointer  data)
{
  static const char * const broken[] = {
    "", " ", "{", "{'rows': [", "{'rows': []}}", "{'rows': [1e999]}", "{'rows': [], 'rows': []}",
    "{'rows': ['\\u0000']}", "{'rows': ['\\ud800']}", "// rows", "{'rows': [01]}", "\xff\xfe",
    "{'rows': ['\xc3\x28']}", "null x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      import_fixture_write (fixture, "x.json", broken[i]);
      check_refused (fixture, DOCUMENT, "x.json", BYL_ERROR_IMPORT);
      g_assert_nonnull (strstr (fixture->error->message, "x.json"));
    }
}

static void
test_other_documents_have_nothing_in_them (ImportFixture *fixture,
                                           gconstpointer  data)
{
  static const char * const others[] = {
    "null", "7", "'rows'", "[]", "{}", "{'rows': null}", "{'rows': 7}", "{'rows': []}",
    "{'rows': {}}", "[[[[]]]]", "{'Rows': [{'p': 'P'}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      import_fixture_write (fixture, "x.json", others[i]);
      check_refused (fixture, DOCUMENT, "x.json", BYL_ERROR_IMPORT);
    }
}

/* Each record stands beside two good ones, and costs them nothing. */
static void
test_strange_records_are_left_out (ImportFixture *fixture,
                                   gconstpointer  data)
{
  static const struct
  {
    const char *line;
    guint       n_incomplete;
    guint       n_empty;
    guint       n_errors;
  } records[] = {
    { "7", 1, 0, 0 },
    { "[]", 1, 0, 0 },
    { "{}", 1, 0, 0 },
    { "null", 1, 0, 0 },
    { "{'p': 'P', 'a': 'x'}", 1, 0, 0 },
    { "{'p': 'P', 'w': 'Voice C'}", 1, 0, 0 },
    { "{'w': 'Voice C', 'a': 'x'}", 1, 0, 0 },
    { "{'p': '', 'w': 'Voice C', 'a': 'x'}", 1, 0, 0 },
    { "{'p': '  ', 'w': 'Voice C', 'a': 'x'}", 1, 0, 0 },
    { "{'p': 7, 'w': 'Voice C', 'a': 'x'}", 1, 0, 0 },
    { "{'p': ['P'], 'w': 'Voice C', 'a': 'x'}", 1, 0, 0 },
    { "{'p': 'P', 'w': '', 'a': 'x'}", 1, 0, 0 },
    { "{'p': 'P', 'w': {}, 'a': 'x'}", 1, 0, 0 },
    { "{'p': 'P', 'w': true, 'a': 'x'}", 1, 0, 0 },
    { "{'p': 'P', 'w': 'Voice C', 'a': 7}", 1, 0, 0 },
    { "{'p': 'P', 'w': 'Voice C', 'a': true}", 1, 0, 0 },
    { "{'p': 'P', 'w': 'Voice C', 'a': {'text': 'x'}}", 1, 0, 0 },
    { "{'p': 'P', 'w': 'Voice C', 'a': null}", 0, 1, 0 },
    { "{'p': 'P', 'w': 'Voice C', 'a': ''}", 0, 1, 0 },
    { "{'p': 'P', 'w': 'Voice C', 'a': '\\n\\t\\u00a0\\u2003'}", 0, 1, 0 },
    { "{'p': 'P', 'w': 'Voice C', 'a': 'x', 'e': 'x'}", 0, 0, 1 },
    { "{'p': 'P', 'w': 'Voice C', 'a': 'x', 'e': true}", 0, 0, 1 },
    { "{'p': 'P', 'w': 'Voice C', 'a': 'x', 'e': 0}", 0, 0, 1 },
    { "{'p': 'P', 'w': 'Voice C', 'e': {'code': 500}}", 0, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autofree char *text = g_strconcat (TWO_GOOD, records[i].line, "\n", NULL);

      import_fixture_write (fixture, "x.jsonl", text);
      g_assert_true (import_fixture_run (fixture, import_fixture_recipe (LINES), "x.jsonl", NULL));
      g_assert_cmpuint (fixture->result->n_answers, ==, 2);
      g_assert_cmpuint (fixture->result->n_incomplete, ==, records[i].n_incomplete);
      g_assert_cmpuint (fixture->result->n_empty, ==, records[i].n_empty);
      g_assert_cmpuint (fixture->result->n_errors, ==, records[i].n_errors);
    }
}

/* What only adorns a record may be missing, and may be wrong. */
static void
test_strange_trimmings_do_not_matter (ImportFixture *fixture,
                                      gconstpointer  data)
{
  static const char * const trimmings[] = {
    "'d': 1e300", "'d': -1e18", "'d': 'never'", "'d': '2026-13-45'", "'d': '2026-02-30'",
    "'d': '26-1-1'", "'d': {}", "'d': true", "'d': ''", "'d': '2026'", "'c': {}", "'c': ''",
    "'c': 'two\\nlines'", "'m': []", "'id': null", "'id': {}", "'id': 1.5", "'id': ' '",
    "'d': '2026-04--'", "'d': '0000-00-00'", "'e': null",
    "'e': false", "'e': ''",
  };

  for (guint i = 0; i < G_N_ELEMENTS (trimmings); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("{'p': 'P', 'w': 'Voice A', 'a': 'a', %s}\n"
                         "{'p': 'P', 'w': 'Voice B', 'a': 'b', %s}\n", trimmings[i], trimmings[i]);

      import_fixture_write (fixture, "x.jsonl", text);
      g_assert_true (import_fixture_run (fixture, import_fixture_recipe (LINES), "x.jsonl", NULL));
      g_assert_cmpuint (fixture->result->n_answers, ==, 2);
    }
}

static void
test_broken_lines_cost_themselves_only (ImportFixture *fixture,
                                        gconstpointer  data)
{
  import_fixture_write (fixture, "x.jsonl", "\xef\xbb\xbf" TWO_GOOD "{'p': 'P', 'w': 'Voi");
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (LINES), "x.jsonl", NULL));
  g_assert_cmpuint (fixture->result->n_answers, ==, 2);
  g_assert_cmpuint (fixture->result->n_broken, ==, 1);

  import_fixture_write (fixture, "x.jsonl", "\n\nnothing\nof JSON\n");
  check_refused (fixture, LINES, "x.jsonl", BYL_ERROR_IMPORT);
  g_assert_nonnull (strstr (fixture->error->message, "3:"));

  import_fixture_write (fixture, "x.jsonl", "");
  check_refused (fixture, LINES, "x.jsonl", BYL_ERROR_IMPORT);
}

static void
test_depth_and_length_are_borne (ImportFixture *fixture,
                                 gconstpointer  data)
{
  g_autofree char *deep = g_strnfill (300000, '[');
  g_autofree char *text = g_strnfill (BYL_PACK_MAX_TEXT, 'x');
  g_autofree char *longer = g_strconcat (text, "y", NULL);
  g_autofree char *name = g_strnfill (BYL_PACK_MAX_LINE + 1, 'n');
  g_autofree char *line = g_strnfill (3000000, ' ');
  g_autofree char *lines =
    g_strdup_printf ("%s\n%s\n"
                     "{'id': 1, 'p': 'P', 'w': 'Voice A', 'a': '%s'}\n"
                     "{'id': 1, 'p': 'P', 'w': 'Voice B', 'a': '%s'}\n"
                     "{'id': 1, 'p': '%s', 'w': 'Voice C', 'a': 'c'}\n"
                     "{'id': 1, 'p': 'P', 'w': '%s', 'a': 'c'}\n"
                     "{'id': '%s', 'p': 'P', 'w': 'Voice D', 'a': 'd'}\n",
                     deep, line, text, longer, longer, name, name);

  import_fixture_write (fixture, "x.jsonl", lines);
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (LINES), "x.jsonl", NULL));
  g_assert_cmpuint (fixture->result->n_answers, ==, 2);
  g_assert_cmpuint (fixture->result->n_too_long, ==, 2);
  g_assert_cmpuint (fixture->result->n_incomplete, ==, 1);
  g_assert_cmpuint (fixture->result->n_broken, ==, 1);
  g_assert_cmpuint (strlen (import_fixture_answer (fixture, "1", "Voice A")), ==,
                    BYL_PACK_MAX_TEXT);
}

/* Ids of questions and of writers that would be the same are told apart. */
static void
test_ids_are_never_given_twice (ImportFixture *fixture,
                                gconstpointer  data)
{
  import_fixture_write (fixture, "x.jsonl",
                        "{'id': 1, 'p': 'P', 'w': 'Voice (A)', 'a': 'a'}\n"
                        "{'id': 1, 'p': 'P', 'w': 'Voice A', 'a': 'b'}\n"
                        "{'id': 1, 'p': 'P', 'w': 'Voice — A', 'a': 'c'}\n"
                        "{'id': 1, 'p': 'P', 'w': '\xe5\xa3\xb0', 'a': 'd'}\n"
                        "{'id': 1, 'p': 'P', 'w': '!', 'a': 'e'}\n"
                        "{'id': 1, 'p': 'Q', 'w': 'Voice A', 'a': 'a'}\n"
                        "{'id': 1, 'p': 'Q', 'w': '!', 'a': 'b'}\n"
                        "{'p': 'R', 'w': 'Voice A', 'a': 'a'}\n"
                        "{'p': 'R', 'w': '!', 'a': 'b'}\n");
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (LINES), "x.jsonl", NULL));
  g_assert_cmpuint (byl_pack_get_n_writers (fixture->pack), ==, 5);
  g_assert_cmpuint (byl_pack_get_n_questions (fixture->pack), ==, 3);
  g_assert_true (g_str_has_prefix (byl_pack_get_question (fixture->pack, 1)->id, "1-"));
  g_assert_true (g_str_has_prefix (byl_pack_get_question (fixture->pack, 2)->id, "q-"));
}

static void
test_one_writer_is_no_pack (ImportFixture *fixture,
                            gconstpointer  data)
{
  import_fixture_write (fixture, "x.jsonl", "{'p': 'P', 'w': 'Voice A', 'a': 'a'}\n");
  check_refused (fixture, LINES, "x.jsonl", BYL_ERROR_IMPORT);
  g_assert_nonnull (strstr (fixture->error->message, "Voice A"));

  import_fixture_write (fixture, "x.jsonl", "{'p': 'P', 'w': 'Voice A', 'a': 'a'}\n"
                        "{'p': 'Q', 'w': 'Voice B', 'a': 'b'}\n");
  check_refused (fixture, LINES, "x.jsonl", BYL_ERROR_IMPORT);
}

static void
test_what_is_no_file_is_refused (ImportFixture *fixture,
                                 gconstpointer  data)
{
  g_autofree char *fifo = g_build_filename (fixture->dir, "fifo.jsonl", NULL);
  g_autofree char *link = g_build_filename (fixture->dir, "link.jsonl", NULL);

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  check_refused (fixture, LINES, "missing.jsonl", BYL_ERROR_READ);
  check_refused (fixture, LINES, "fifo.jsonl", BYL_ERROR_READ);
  check_refused (fixture, LINES, "link.jsonl", BYL_ERROR_READ);

  /* In a folder they are passed over. */
  check_refused (fixture, LINES, fixture->dir, BYL_ERROR_IMPORT);
  import_fixture_write (fixture, "x.jsonl", TWO_GOOD);
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (LINES), fixture->dir, NULL));
}

/* A folder that has itself in it, and one that is deep. */
static void
test_folders_are_walked_once (ImportFixture *fixture,
                              gconstpointer  data)
{
  g_autofree char *loop = g_build_filename (fixture->dir, "a", "loop", NULL);
  GString *deep = g_string_new ("a");

  for (guint i = 0; i < 40; i++)
    g_string_append (deep, "/d");
  g_string_append (deep, "/deep.jsonl");
  import_fixture_write (fixture, "a/x.jsonl", TWO_GOOD);
  import_fixture_write (fixture, deep->str, "not read");
  g_assert_cmpint (symlink (fixture->dir, loop), ==, 0);
  g_string_free (deep, TRUE);

  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (LINES), "a", NULL));
  g_assert_cmpuint (fixture->result->n_files, ==, 1);
}

static void
test_hostile_archives_leave_nothing (ImportFixture *fixture,
                                     gconstpointer  data)
{
  static const char good[] = "{\"p\": \"P\", \"w\": \"Voice A\", \"a\": \"a\"}\n"
                             "{\"p\": \"P\", \"w\": \"Voice B\", \"a\": \"b\"}\n";
  static const ImportMember members[] = {
    { "../evil.jsonl", good, NULL, 0 }, { "/tmp/evil.jsonl", good, NULL, 0 },
    { "link.jsonl", NULL, "../../evil", 0 }, { "x.jsonl", good, NULL, 0 },
  };
  g_autoptr(GBytes) tar = import_fixture_pack ("ustar", "xz", members, G_N_ELEMENTS (members));
  gsize length = g_bytes_get_size (tar);

  import_fixture_write_raw (fixture, "x.tar.xz", g_bytes_get_data (tar, NULL), length);
  g_assert_true (import_fixture_run (fixture, import_fixture_recipe (LINES), "x.tar.xz", NULL));
  g_assert_cmpuint (fixture->result->n_files, ==, 1);
  g_assert_cmpuint (fixture->result->n_answers, ==, 2);

  import_fixture_write_raw (fixture, "cut.tar.xz", g_bytes_get_data (tar, NULL), length / 2);
  check_refused (fixture, LINES, "cut.tar.xz", BYL_ERROR_READ);

  import_fixture_write_raw (fixture, "empty.tar", "", 0);
  check_refused (fixture, LINES, "empty.tar", BYL_ERROR_IMPORT);
}

/* A member of 200 MB, most of it nothing, is not even held. */
static void
test_bombs_in_archives_are_refused (ImportFixture *fixture,
                                    gconstpointer  data)
{
  gsize length = (gsize) 200 * 1024 * 1024;
  g_autofree char *nothing = g_malloc0 (length);
  const ImportMember bomb = { "x.jsonl", nothing, NULL, length };
  g_autoptr(GBytes) tar = import_fixture_pack ("ustar", "gzip", &bomb, 1);

  import_fixture_write_raw (fixture, "x.tgz", g_bytes_get_data (tar, NULL),
                            g_bytes_get_size (tar));
  check_refused (fixture, LINES, "x.tgz", BYL_ERROR_SIZE);
}

static void
test_tables_of_every_kind (ImportFixture *fixture,
                           gconstpointer  data)
{
  static const struct
  {
    const char *recipe;
    const char *text;
    guint       n_answers;
    guint       n_incomplete;
  } tables[] = {
    { "table-3", "prompt,writer,answer\nWhy?,Voice A,So.\nWhy?,Voice B,No.\n", 2, 0 },
    { "table-3", "Answer;Model;Question;Category\r\nSo.;Voice A;Why?;x\r\nNo.;Voice B;Why?;x\r\n",
      2, 0 },
    { "table-3", "Why?\tVoice A\tSo.\nWhy?\tVoice B\tNo.\n", 2, 0 },
    { "table-3", "prompt,writer,answer\nWhy?,Voice A\nWhy?,Voice A,So.\nWhy?,Voice B,No.\n,,\n", 2,
      2 },
    { "table-3", "\xef\xbb\xbfprompt,writer,answer\n\"Why,\nthough?\",Voice A,\"\"\"So.\"\"\"\n"
      "\"Why,\nthough?\",Voice B,No.\n", 2, 0 },
    { "table-wide", "prompt,category,Voice A,Voice B\nWhy?,x,So.,No.\nHow?,y,Thus.,\n", 2, 0 },
    { "table-wide", "Something else,Voice A,Voice B\nWhy?,So.,No.\n", 2, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      import_fixture_write_raw (fixture, "t.csv", tables[i].text, strlen (tables[i].text));
      g_assert_true (import_fixture_run (fixture, import_fixture_shipped (tables[i].recipe), "t.csv",
                                         NULL));
      g_assert_cmpuint (fixture->result->n_answers, ==, tables[i].n_answers);
      g_assert_cmpuint (fixture->result->n_incomplete, ==, tables[i].n_incomplete);
      g_assert_cmpstr (byl_pack_get_id (fixture->pack), ==, "t");
      g_assert_cmpstr (byl_pack_get_title (fixture->pack), ==, "t");
    }

  import_fixture_write (fixture, "t.csv", "prompt,writer,answer\nWarum?,Voice A,Der Regen ist nicht auf "
                        "dem Dach.\nWarum?,Voice B,Das ist auch nicht der Grund.\n");
  g_assert_true (import_fixture_run (fixture, import_fixture_shipped ("table-3"), "t.csv", NULL));
  g_assert_cmpstr (byl_pack_get_language (fixture->pack), ==, "de");

  import_fixture_write_raw (fixture, "t.csv", "prompt,writer,answer\n\"", 22);
  g_assert_false (import_fixture_run (fixture, import_fixture_shipped ("table-3"), "t.csv", NULL));
  g_assert_error (fixture->error, BYL_ERROR, BYL_ERROR_IMPORT);
}

/* Each table is a writer's; the pack is called after the folder. */
static void
test_a_table_for_each_writer (ImportFixture *fixture,
                              gconstpointer  data)
{
  import_fixture_write (fixture, "My Questions/Voice A.csv", "prompt,answer\nWhy?,So.\n");
  import_fixture_write (fixture, "My Questions/Voice B.csv", "Why?,No.\n");
  g_assert_true (import_fixture_run (fixture, import_fixture_shipped ("table-2"),
                                     "My Questions/Voice A.csv|My Questions/Voice B.csv", NULL));
  g_assert_cmpstr (import_fixture_answer (fixture, "Why?", "Voice A"), ==, "So.");
  g_assert_cmpstr (import_fixture_answer (fixture, "Why?", "Voice B"), ==, "No.");
  g_assert_cmpstr (byl_pack_get_id (fixture->pack), ==, "my-questions");

  g_assert_true (import_fixture_run (fixture, import_fixture_shipped ("table-2"), "My Questions",
                                     NULL));
  g_assert_cmpstr (byl_pack_get_title (fixture->pack), ==, "My Questions");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("broken-documents-are-named", test_broken_documents_are_named);
  ADD ("other-documents-have-nothing-in-them", test_other_documents_have_nothing_in_them);
  ADD ("strange-records-are-left-out", test_strange_records_are_left_out);
  ADD ("strange-trimmings-do-not-matter", test_strange_trimmings_do_not_matter);
  ADD ("broken-lines-cost-themselves-only", test_broken_lines_cost_themselves_only);
  ADD ("depth-and-length-are-borne", test_depth_and_length_are_borne);
  ADD ("ids-are-never-given-twice", test_ids_are_never_given_twice);
  ADD ("one-writer-is-no-pack", test_one_writer_is_no_pack);
  ADD ("what-is-no-file-is-refused", test_what_is_no_file_is_refused);
  ADD ("folders-are-walked-once", test_folders_are_walked_once);
  ADD ("hostile-archives-leave-nothing", test_hostile_archives_leave_nothing);
  ADD ("bombs-in-archives-are-refused", test_bombs_in_archives_are_refused);
  ADD ("tables-of-every-kind", test_tables_of_every_kind);
  ADD ("a-table-for-each-writer", test_a_table_for_each_writer);

  return g_test_run ();
}
