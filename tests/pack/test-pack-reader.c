/* test-pack-reader.c: from bytes through the gate to a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-pack-reader.h"
#include "byl-problem.h"
#include "test-pack-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static GPtrArray *
make_problems (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);
}

/* Reads what must be refused, and returns the only problem. */
static BylProblem *
refuse (const char *data,
        gsize       length,
        BylError    code)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, length);
  g_autoptr(GPtrArray) problems = make_problems ();
  g_autoptr(GError) error = NULL;

  g_assert_null (byl_pack_read (bytes, problems, &error));
  g_assert_error (error, BYL_ERROR, (int) code);
  g_assert_cmpuint (problems->len, ==, 1);

  return byl_problem_copy (g_ptr_array_index (problems, 0));
}

static void
check_refused (const char *text,
               BylError    error_code,
               const char *code,
               const char *pointer,
               guint       line,
               guint       column)
{
  g_autoptr(BylProblem) problem = refuse (text, strlen (text), error_code);

  g_assert_cmpstr (problem->code, ==, code);
  g_assert_cmpstr (problem->pointer, ==, pointer);
  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpuint (problem->column, ==, column);
}

/* The good pack with something that is no JSON in its fifth line. */
static void
check_spoilt (const char *to,
              const char *code)
{
  g_autofree char *text = test_spoil ("\"revision\": 2", to);
  g_autoptr(BylProblem) problem = refuse (text, strlen (text), BYL_ERROR_SYNTAX);

  g_assert_cmpstr (problem->code, ==, code);
  g_assert_cmpuint (problem->line, ==, 5);
  g_assert_cmpuint (problem->column, >, 0);
}

static void
test_empty_file_is_refused (void)
{
  g_autoptr(BylProblem) nothing = refuse ("", 0, BYL_ERROR_SYNTAX);
  g_autoptr(BylProblem) blank = refuse (" \n", 2, BYL_ERROR_SYNTAX);

  g_assert_cmpstr (nothing->code, ==, "empty-file");
  g_assert_cmpstr (blank->code, ==, "empty-file");
}

static void
test_cut_file_is_refused_wherever_it_is_cut (void)
{
  for (gsize i = 1; i < strlen (test_pack) - 2; i++)
    {
      g_autoptr(BylProblem) problem = refuse (test_pack, i, BYL_ERROR_SYNTAX);

      g_assert_cmpuint (problem->line, >, 0);
    }
}

static void
test_other_than_json_is_refused (void)
{
  check_spoilt ("@none", "not-json");
  check_spoilt ("# none", "comment");
  check_spoilt ("\"revision\": 2 // two", "comment");
  check_spoilt ("'revision': 2", "single-quote");
  check_spoilt ("\"revision\": 2, \"revision\": 3", "duplicate-key");
  check_spoilt ("\"revision\": \"\\u0000\"", "nul-character");
  check_spoilt ("\"revision\": \"\\ud800\"", "lone-surrogate");
  check_spoilt ("\"revision\": 1e999", "number-range");
  check_spoilt ("\"revision\": 9223372036854775808", "number-range");
  check_spoilt ("\"revision\": \"\xff\"", "invalid-utf8");
}

static void
test_second_root_and_mark_are_refused (void)
{
  g_autofree char *two = g_strconcat (test_pack, "{}", NULL);
  g_autofree char *mark = g_strconcat ("\xef\xbb\xbf", test_pack, NULL);

  check_refused (two, BYL_ERROR_SYNTAX, "second-root", "", 29, 1);
  check_refused (mark, BYL_ERROR_SYNTAX, "byte-order-mark", "", 1, 1);
}

static void
test_bombs_are_refused (void)
{
  g_autofree char *nested = g_strnfill (1000000, '[');
  g_autoptr(GString) keys = g_string_new ("{");
  g_autoptr(BylProblem) problem = refuse (nested, 1000000, BYL_ERROR_SYNTAX);
  g_autoptr(BylProblem) members = NULL;

  g_assert_cmpstr (problem->code, ==, "too-deep");

  for (guint i = 0; i < 65536; i++)
    g_string_append_printf (keys, "%s\"key %u\": 1", i > 0 ? "," : "", i);
  g_string_append_c (keys, '}');
  members = refuse (keys->str, keys->len, BYL_ERROR_SYNTAX);
  g_assert_cmpstr (members->code, ==, "too-many-members");
}

static void
test_json_of_another_kind_is_refused (void)
{
  check_refused ("[]", BYL_ERROR_FORMAT, "not-a-pack", "", 1, 1);
  check_refused ("\n 17", BYL_ERROR_FORMAT, "not-a-pack", "", 2, 2);
  check_refused ("null", BYL_ERROR_FORMAT, "not-a-pack", "", 1, 1);
  check_refused ("{}", BYL_ERROR_FORMAT, "not-a-pack", "", 1, 1);
  check_refused ("{\"questions\": []}", BYL_ERROR_FORMAT, "not-a-pack", "", 1, 1);
  check_refused ("{\n\"format\": \"byline-writers\"}", BYL_ERROR_FORMAT, "not-a-pack", "/format", 2,
                 11);
  check_refused ("{\"format\": \"byline-recipe\"}", BYL_ERROR_FORMAT, "not-a-pack", "/format", 1,
                 12);
  check_refused ("{\"format\": {}}", BYL_ERROR_FORMAT, "not-a-pack", "/format", 1, 12);
  check_refused ("{\"format\": 1}", BYL_ERROR_FORMAT, "not-a-pack", "/format", 1, 12);
}

static void
test_misspelt_format_is_suggested (void)
{
  g_autofree char *text = test_spoil ("byline-pack", "byline-pak");
  g_autoptr(BylProblem) problem = refuse (text, strlen (text), BYL_ERROR_FORMAT);

  g_assert_cmpstr (problem->suggestion, ==, "byline-pack");
}

static void
test_newer_version_is_refused_before_all_else (void)
{
  check_refused ("{\"format\": \"byline-pack\",\n \"version\": 2, \"id\": 7}", BYL_ERROR_VERSION,
                 "newer-version", "/version", 2, 13);
  check_refused ("{\"format\": \"byline-pack\", \"version\": 2.0}", BYL_ERROR_VERSION,
                 "newer-version", "/version", 1, 38);
}

static void
test_all_errors_are_found_at_once (void)
{
  static const char text[] =
    "{\"format\": \"byline-pack\", \"version\": 1, \"id\": \"X\", \"language\": \"en\",\n"
    " \"writers\": [{\"id\": \"a\"}, {\"id\": \"a\", \"name\": 1}],\n"
    " \"questions\": [{\"id\": \"q\", \"prompt\": \"P\", \"answers\": [\n"
    "  {\"writer\": \"b\", \"text\": \"T\"},\n"
    "  {\"writer\": \"a\", \"text\": []}]}]}\n";
  static const struct
  {
    const char *code;
    const char *pointer;
    guint       line;
  } expected[] = {
    { "missing-member", "", 1 },
    { "bad-pattern", "/id", 1 },
    { "missing-member", "/writers/0", 2 },
    { "duplicate-writer", "/writers/1/id", 2 },
    { "wrong-type", "/writers/1/name", 2 },
    { "unknown-writer", "/questions/0/answers/0/writer", 4 },
    { "wrong-type", "/questions/0/answers/1/text", 5 },
  };
  g_autoptr(GBytes) bytes = test_make_bytes (text);
  g_autoptr(GPtrArray) problems = make_problems ();
  g_autoptr(GError) error = NULL;

  g_assert_null (byl_pack_read (bytes, problems, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_PACK);
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < problems->len; i++)
    {
      const BylProblem *problem = g_ptr_array_index (problems, i);

      g_assert_cmpstr (problem->code, ==, expected[i].code);
      g_assert_cmpstr (problem->pointer, ==, expected[i].pointer);
      g_assert_cmpuint (problem->line, ==, expected[i].line);
    }
}

static void
test_problems_need_not_be_asked_for (void)
{
  g_autofree char *text = test_spoil ("\"revision\": 2", "\"revision\": 0");
  g_autoptr(GBytes) bytes = test_make_bytes (text);
  g_autoptr(GError) error = NULL;

  g_assert_null (byl_pack_read (bytes, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_PACK);
  g_assert_null (byl_pack_read (bytes, NULL, NULL));
}

static void
check_unreadable (GFile    *file,
                  BylError  code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (byl_pack_load (file, NULL, NULL, &error));
  g_assert_error (error, BYL_ERROR, (int) code);
}

static void
test_what_is_no_file_is_refused (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) folder = g_file_new_for_path (dir);
  g_autoptr(GFile) missing = test_child (dir, "missing.json");
  g_autoptr(GFile) link = test_child (dir, "link.json");
  g_autoptr(GFile) pipe = test_child (dir, "pipe.json");

  g_assert_cmpint (symlink ("nowhere", g_file_peek_path (link)), ==, 0);
  g_assert_cmpint (mkfifo (g_file_peek_path (pipe), 0600), ==, 0);

  check_unreadable (folder, BYL_ERROR_READ);
  check_unreadable (missing, BYL_ERROR_READ);
  check_unreadable (link, BYL_ERROR_READ);
  check_unreadable (pipe, BYL_ERROR_READ);
}

static void
test_file_over_the_limit_is_refused (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) file = test_write (dir, "large.json", test_pack);

  g_assert_cmpint (truncate (g_file_peek_path (file), 257 * 1024 * 1024), ==, 0);
  check_unreadable (file, BYL_ERROR_SIZE);
}

static void
test_file_is_read_in_a_thread (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) file = test_write (dir, "good.json", test_pack);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(BylPack) pack = NULL;

  byl_pack_load_async (file, NULL, test_keep_result, &result);
  g_assert_null (result);
  test_wait (&result);
  pack = byl_pack_load_finish (file, result, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (byl_pack_get_id (pack), ==, "test-pack");
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_thread_hands_back_the_problems (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autofree char *text = test_spoil ("test-pack", "../../x");
  g_autoptr(GFile) file = test_write (dir, "bad.json", text);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  byl_pack_load_async (file, NULL, test_keep_result, &result);
  test_wait (&result);
  g_assert_null (byl_pack_load_finish (file, result, &problems, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_PACK);
  g_assert_cmpuint (problems->len, ==, 1);
}

static void
test_reading_can_be_cancelled (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) file = test_write (dir, "good.json", test_pack);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  byl_pack_load_async (file, cancellable, test_keep_result, &result);
  g_cancellable_cancel (cancellable);
  test_wait (&result);
  g_assert_null (byl_pack_load_finish (file, result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader/empty-file-is-refused", test_empty_file_is_refused);
  g_test_add_func ("/reader/cut-file-is-refused-wherever-it-is-cut",
                   test_cut_file_is_refused_wherever_it_is_cut);
  g_test_add_func ("/reader/other-than-json-is-refused", test_other_than_json_is_refused);
  g_test_add_func ("/reader/second-root-and-mark-are-refused",
                   test_second_root_and_mark_are_refused);
  g_test_add_func ("/reader/bombs-are-refused", test_bombs_are_refused);
  g_test_add_func ("/reader/json-of-another-kind-is-refused", test_json_of_another_kind_is_refused);
  g_test_add_func ("/reader/misspelt-format-is-suggested", test_misspelt_format_is_suggested);
  g_test_add_func ("/reader/newer-version-is-refused-before-all-else",
                   test_newer_version_is_refused_before_all_else);
  g_test_add_func ("/reader/all-errors-are-found-at-once", test_all_errors_are_found_at_once);
  g_test_add_func ("/reader/problems-need-not-be-asked-for", test_problems_need_not_be_asked_for);
  g_test_add_func ("/reader/what-is-no-file-is-refused", test_what_is_no_file_is_refused);
  g_test_add_func ("/reader/file-over-the-limit-is-refused", test_file_over_the_limit_is_refused);
  g_test_add_func ("/reader/file-is-read-in-a-thread", test_file_is_read_in_a_thread);
  g_test_add_func ("/reader/thread-hands-back-the-problems", test_thread_hands_back_the_problems);
  g_test_add_func ("/reader/reading-can-be-cancelled", test_reading_can_be_cancelled);

  return g_test_run ();
}
