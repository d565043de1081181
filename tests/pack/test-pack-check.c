/* test-pack-check.c: everything that is wrong with a pack, at once
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-pack-check.h"
#include "byl-problem.h"
#include "test-pack-support.h"

#define STEP "Step by step, and slowly at that."

static GPtrArray *
check_text (const char *text)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) file = test_write (dir, "pack.json", text);
  g_autoptr(GError) error = NULL;
  GPtrArray *problems = NULL;

  g_assert_true (byl_pack_check (file, NULL, &problems, NULL, &error));
  g_assert_no_error (error);

  return problems;
}

/* The good pack with one part replaced has this warning, there, and no other. */
static void
check_warning (const char *from,
               const char *to,
               const char *code,
               const char *pointer,
               guint       line)
{
  g_autofree char *text = test_spoil (from, to);
  g_autoptr(GPtrArray) problems = check_text (text);
  const BylProblem *problem;

  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpint (problem->severity, ==, BYL_SEVERITY_WARNING);
  g_assert_cmpstr (problem->code, ==, code);
  g_assert_cmpstr (problem->pointer, ==, pointer);
  g_assert_cmpuint (problem->line, ==, line);
}

static void
check_clean (const char *from,
             const char *to)
{
  g_autofree char *text = test_spoil (from, to);
  g_autoptr(GPtrArray) problems = check_text (text);

  g_assert_cmpuint (problems->len, ==, 0);
}

static guint
count_code (GPtrArray  *problems,
            const char *code)
{
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    n += g_str_equal (((BylProblem *) g_ptr_array_index (problems, i))->code, code);

  return n;
}

static void
test_good_pack_has_no_problems (void)
{
  g_autoptr(GPtrArray) problems = check_text (test_pack);

  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_what_cannot_be_read_is_an_error (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) folder = g_file_new_for_path (dir);
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (byl_pack_check (folder, NULL, &problems, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_READ);
  g_assert_null (problems);
}

static void
test_what_is_no_pack_is_a_problem (void)
{
  g_autoptr(GPtrArray) broken = check_text ("{");
  g_autoptr(GPtrArray) other = check_text ("{}");
  g_autoptr(GPtrArray) newer = check_text ("{\"format\": \"byline-pack\", \"version\": 9}");

  g_assert_cmpuint (broken->len, ==, 1);
  g_assert_cmpuint (count_code (other, "not-a-pack"), ==, 1);
  g_assert_cmpuint (count_code (newer, "newer-version"), ==, 1);
}

static void
test_missing_quote_is_found (void)
{
  check_warning ("\"quote\": \"it is so\"", "\"quote\": \"it was so\"", "quote-missing",
                 "/questions/0/answers/0/tells/0/quote", 20);
  check_clean ("Because it is so", "Because **it** _is_\\n so");
}

static void
test_names_in_answers_are_found (void)
{
  check_warning (STEP, "As ADA said, step by step, and slowly.", "name-leak",
                 "/questions/1/answers/0/text", 24);
  check_warning (STEP, "The countess and Lace do it step by step.", "name-leak",
                 "/questions/1/answers/0/text", 24);
  check_clean (STEP, "Adamant, step by step, and slowly.");
}

static void
test_name_in_the_prompt_is_no_leak (void)
{
  g_autofree char *text = test_spoil ("\"How?\"", "\"How does Ada do it?\"");
  g_autoptr(GString) both = g_string_new (text);
  g_autoptr(GPtrArray) problems = NULL;

  g_string_replace (both, STEP, "Ada goes step by step, and slowly.", 1);
  problems = check_text (both->str);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_known_names_count_as_written (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) list =
    test_write (dir, "writers.json",
                "{\"format\": \"byline-writers\", \"version\": 1, \"writers\": ["
                "{\"id\": \"s\", \"name\": \"Step\", \"maker\": \"Slowly\"}]}");
  g_autoptr(GFile) file = test_write (dir, "pack.json", test_pack);
  g_autoptr(BylKnownWriters) known = byl_known_writers_load (list, NULL);
  g_autoptr(GPtrArray) problems = NULL;

  g_assert_true (byl_pack_check (file, known, &problems, NULL, NULL));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpuint (count_code (problems, "name-leak"), ==, 1);
}

static void
test_twins_are_found_however_they_are_formatted (void)
{
  check_warning ("Quickly, with both hands and a hammer.", "**Step** by step,  and SLOWLY at that.",
                 "twins", "/questions/1/answers/1/text", 25);
}

static void
test_short_answer_is_found_as_read (void)
{
  check_warning (STEP, "<b></b> **Step.** ###", "short-answer", "/questions/1/answers/0/text", 24);
  check_clean (STEP, "12345678901234567890");
  check_warning (STEP, "1234567890123456789", "short-answer", "/questions/1/answers/0/text", 24);
}

static void
test_reasoning_is_found (void)
{
  check_warning (STEP, "<think>Hm.</think>" STEP, "think-block", "/questions/1/answers/0/text", 24);
}

static void
test_recorded_error_is_found (void)
{
  check_warning (STEP, "$ERROR$ and some more text", "error-text", "/questions/1/answers/0/text",
                 24);
}

static void
test_hidden_characters_are_found_everywhere (void)
{
  check_warning (STEP, "Step\\u200b by step, and slowly at that.", "hidden-characters",
                 "/questions/1/answers/0/text", 24);
  check_warning (STEP, "Step \\u202eby step, and slowly at that.", "hidden-characters",
                 "/questions/1/answers/0/text", 24);
  check_warning ("\"How?\"", "\"How\\u2066?\"", "hidden-characters", "/questions/1/prompt", 23);
  check_warning ("\"name\": \"Bo\"", "\"name\": \"B\\u200bo\"", "hidden-characters",
                 "/writers/1/name",
                 16);
}

static void
test_visible_characters_are_not_found_hidden (void)
{
  check_clean (STEP, "Step by step,\\r\\nand\\tslowly \\u2028at that.");
  check_clean (STEP, "Step \\ud83d\\udc68\\u200d\\ud83d\\udc69 by step, and slowly.");
  check_clean (STEP,
               "\\u0645\\u06cc\\u200c\\u062e\\u0648\\u0627\\u0647\\u0645 step by step, slowly.");
}

static void
test_writer_who_seldom_answers_is_found (void)
{
  check_warning ("{\"id\": \"bo\", \"name\": \"Bo\"}",
                 "{\"id\": \"bo\", \"name\": \"Bo\"}, {\"id\": \"cy\", \"name\": \"Cy\"}",
                 "imbalance",
                 "/writers/2", 16);
}

static char *
make_lengths (guint n_questions,
              guint n_long,
              guint length)
{
  GString *text = g_string_new ("{\"format\": \"byline-pack\", \"version\": 1, \"id\": \"x\",\n"
                                "\"title\": \"T\", \"language\": \"en\", \"writers\": ["
                                "{\"id\": \"a\", \"name\": \"Anna\"},\n"
                                "{\"id\": \"b\", \"name\": \"Berta\"}], \"questions\": [");

  for (guint i = 0; i < n_questions; i++)
    {
      g_autofree char *first = g_strnfill (i < n_long ? length : 90, 'x');
      g_autofree char *second = g_strnfill (100, 'y');

      g_string_append_printf (text, "%s{\"id\": \"%u\", \"prompt\": \"P\", \"answers\": ["
                              "{\"writer\": \"a\", \"text\": \"%s\"},"
                              "{\"writer\": \"b\", \"text\": \"%s\"}]}",
                              i > 0 ? "," : "", i, first, second);
    }
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

static void
check_lengths (guint    n_questions,
               guint    n_long,
               guint    length,
               gboolean given_away)
{
  g_autofree char *text = make_lengths (n_questions, n_long, length);
  g_autoptr(GPtrArray) problems = check_text (text);

  g_assert_cmpuint (problems->len, ==, given_away ? 1 : 0);
  g_assert_cmpuint (count_code (problems, "longest-writer"), ==, given_away ? 1 : 0);
  if (given_away)
    g_assert_cmpstr (((BylProblem *) g_ptr_array_index (problems, 0))->pointer, ==, "/writers/0");
}

static void
test_writer_given_away_by_length_is_found (void)
{
  check_lengths (10, 10, 130, TRUE);
  check_lengths (10, 9, 130, TRUE);
  check_lengths (10, 8, 200, FALSE);
  check_lengths (9, 9, 130, FALSE);
  check_lengths (10, 10, 110, FALSE);
}

static void
test_warnings_come_beside_errors_by_line (void)
{
  g_autofree char *text = test_spoil ("\"revision\": 2", "\"revision\": 0");
  g_autoptr(GString) both = g_string_new (text);
  g_autoptr(GPtrArray) problems = NULL;

  g_string_replace (both, STEP, "Ada goes step by step, and slowly.", 1);
  g_string_replace (both, "\"Quickly, with both hands and a hammer.\"", "7", 1);
  problems = check_text (both->str);
  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_cmpstr (((BylProblem *) g_ptr_array_index (problems, 0))->pointer, ==, "/revision");
  g_assert_cmpstr (((BylProblem *) g_ptr_array_index (problems, 1))->code, ==, "name-leak");
  g_assert_cmpuint (((BylProblem *) g_ptr_array_index (problems, 1))->line, ==, 24);
  g_assert_cmpstr (((BylProblem *) g_ptr_array_index (problems, 2))->code, ==, "wrong-type");
}

static void
test_check_can_be_cancelled (void)
{
  g_autoptr(TestDir) dir = test_make_dir ();
  g_autoptr(GFile) file = test_write (dir, "pack.json", test_pack);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (byl_pack_check (file, NULL, &problems, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_real_packs_have_no_errors (void)
{
  g_autoptr(GFile) file = test_shared_pack ("frontier-2026.json.gz");
  g_autoptr(GPtrArray) problems = NULL;

  if (file == NULL)
    return;

  g_assert_true (byl_pack_check (file, NULL, &problems, NULL, NULL));
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpint (((BylProblem *) g_ptr_array_index (problems, i))->severity, ==,
                     BYL_SEVERITY_WARNING);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/good-pack-has-no-problems", test_good_pack_has_no_problems);
  g_test_add_func ("/check/what-cannot-be-read-is-an-error", test_what_cannot_be_read_is_an_error);
  g_test_add_func ("/check/what-is-no-pack-is-a-problem", test_what_is_no_pack_is_a_problem);
  g_test_add_func ("/check/missing-quote-is-found", test_missing_quote_is_found);
  g_test_add_func ("/check/names-in-answers-are-found", test_names_in_answers_are_found);
  g_test_add_func ("/check/name-in-the-prompt-is-no-leak", test_name_in_the_prompt_is_no_leak);
  g_test_add_func ("/check/known-names-count-as-written", test_known_names_count_as_written);
  g_test_add_func ("/check/twins-are-found-however-they-are-formatted",
                   test_twins_are_found_however_they_are_formatted);
  g_test_add_func ("/check/short-answer-is-found-as-read", test_short_answer_is_found_as_read);
  g_test_add_func ("/check/reasoning-is-found", test_reasoning_is_found);
  g_test_add_func ("/check/recorded-error-is-found", test_recorded_error_is_found);
  g_test_add_func ("/check/hidden-characters-are-found-everywhere",
                   test_hidden_characters_are_found_everywhere);
  g_test_add_func ("/check/visible-characters-are-not-found-hidden",
                   test_visible_characters_are_not_found_hidden);
  g_test_add_func ("/check/writer-who-seldom-answers-is-found",
                   test_writer_who_seldom_answers_is_found);
  g_test_add_func ("/check/writer-given-away-by-length-is-found",
                   test_writer_given_away_by_length_is_found);
  g_test_add_func ("/check/warnings-come-beside-errors-by-line",
                   test_warnings_come_beside_errors_by_line);
  g_test_add_func ("/check/check-can-be-cancelled", test_check_can_be_cancelled);
  g_test_add_func ("/check/real-packs-have-no-errors", test_real_packs_have_no_errors);

  return g_test_run ();
}
