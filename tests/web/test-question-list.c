/* test-question-list.c: questions from what people type, paste and drop
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-pack.h"
#include "byl-question-list.h"

#include <glib/gstdio.h>
#include <string.h>

static GPtrArray *
make_problems (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);
}

/* What is read, as “category:question@line” for each question, with “|” between them. */
static char *
spell (GPtrArray *questions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      const BylQuestionLine *question = g_ptr_array_index (questions, i);

      g_string_append_printf (text, "%s%s:%s@%u", i > 0 ? "|" : "",
                              question->category != NULL ? question->category : "",
                              question->prompt, question->line);
    }

  return g_string_free (text, FALSE);
}

static void
expect (const char          *text,
        BylQuestionListKind  kind,
        const char          *expected)
{
  g_autoptr(GPtrArray) problems = make_problems ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) questions = byl_question_list_read (text, problems, &error);
  g_autofree char *spelled = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (byl_question_list_guess (text), ==, kind);
  spelled = spell (questions);
  g_assert_cmpstr (spelled, ==, expected);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* The codes and lines of all problems, “code@line” parted by “|”. */
static void
expect_problems (const char *text,
                 const char *expected)
{
  g_autoptr(GPtrArray) problems = make_problems ();
  g_autoptr(GString) found = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) questions = byl_question_list_read (text, problems, &error);

  for (guint i = 0; i < problems->len; i++)
    {
      const BylProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (found, "%s%s@%u", i > 0 ? "|" : "", problem->code, problem->line);
      g_assert_cmpstr (problem->message, !=, "");
    }
  g_assert_cmpstr (found->str, ==, expected);
  g_assert_null (questions);
  g_assert_error (error, BYL_ERROR, BYL_ERROR_FORMAT);
}

static void
test_nothing_is_no_question (void)
{
  static const char * const empty[] = {
    "", " \n\t\r\n", "\xef\xbb\xbf", "prompt,category\n", "{\"questions\": []}", "\n\n\"\"\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    expect_problems (empty[i], "");
}

static void
test_all_that_is_wrong_is_told_with_its_line (void)
{
  expect_problems ("\xff\xfe", "invalid-utf8@0");
  expect_problems ("{\"prompt\": \"One?\"}\n{\"prompt\": 2}\n\n{\"prompt\"}\n{\"topic\": \"x\"}\n"
                   "[1]",
                   "no-prompt@2|not-json@4|no-prompt@5|no-prompt@6");
  expect_problems ("[\"One?\",\n  {\"category\": \"x\"},\n  \"\"]", "no-prompt@2|no-prompt@3");
  expect_problems ("[{\"prompt\": \"One?\"},\n", "truncated@2");
  expect_problems ("prompt,category\nOne, or two?,Numbers\n,Empty\nGood?,x\n",
                   "columns@2|no-prompt@3");
  expect_problems ("prompt\n\"One?\nTwo?\n", "bad-table@2");
}

static void
test_limits_are_told (void)
{
  g_autofree char *longest = g_strnfill (BYL_PACK_MAX_TEXT, 'x');
  g_autofree char *longer = g_strconcat ("Good?\n", longest, "y\n", NULL);
  g_autofree char *category = g_strnfill (BYL_PACK_MAX_LINE + 1, 'c');
  g_autofree char *row = g_strdup_printf ("prompt,category\nOne?,%s\n", category);
  g_autoptr(GString) many = g_string_new (NULL);
  g_autoptr(GPtrArray) questions = byl_question_list_read (longest, NULL, NULL);

  g_assert_cmpuint (questions->len, ==, 1);
  expect_problems (longer, "too-long@2");
  expect_problems (row, "too-long@2");

  for (guint i = 0; i <= BYL_PACK_MAX_QUESTIONS; i++)
    g_string_append_printf (many, "Is %u prime?\n", i);
  expect_problems (many->str, "too-many@0");
}

static void
test_a_line_is_a_question (void)
{
  expect ("One?\r\n\r\n  Two?\t\rThree?", BYL_QUESTION_LIST_LINES,
          ":One?@1|:Two?@3|:Three?@4");
  expect ("\xef\xbb\xbfWhy, oh why?", BYL_QUESTION_LIST_LINES, ":Why, oh why?@1");
  expect ("Question, and answer?\nWell, no.", BYL_QUESTION_LIST_LINES,
          ":Question, and answer?@1|:Well, no.@2");
  expect ("Is 1,000 a number?\nIs 2,5 one?", BYL_QUESTION_LIST_LINES,
          ":Is 1,000 a number?@1|:Is 2,5 one?@2");
  expect ("{x | x > 0} is what?\n[Fiction] Write!", BYL_QUESTION_LIST_LINES,
          ":{x | x > 0} is what?@1|:[Fiction] Write!@2");
  expect ("\"To be\" is what?\n\"Or\" not?", BYL_QUESTION_LIST_LINES,
          ":\"To be\" is what?@1|:\"Or\" not?@2");
}

static void
test_bullets_go_where_every_line_has_one (void)
{
  expect ("- One?\n\n  * Two?\n• Three?", BYL_QUESTION_LIST_LINES,
          ":One?@1|:Two?@3|:Three?@4");
  expect ("1. One?\n2) Two?\n(3) Three?", BYL_QUESTION_LIST_LINES,
          ":One?@1|:Two?@2|:Three?@3");
  expect ("- One?\nTwo?", BYL_QUESTION_LIST_LINES, ":- One?@1|:Two?@2");
  expect ("- One?", BYL_QUESTION_LIST_LINES, ":- One?@1");
  expect ("-1 is what?\n-2 is what?", BYL_QUESTION_LIST_LINES, ":-1 is what?@1|:-2 is what?@2");
  expect ("1.5 litres?\n2.5 litres?", BYL_QUESTION_LIST_LINES,
          ":1.5 litres?@1|:2.5 litres?@2");
  expect ("1984. Who?\n12345. Who?", BYL_QUESTION_LIST_LINES, ":1984. Who?@1|:12345. Who?@2");
}

static void
test_tables_with_a_header_are_read (void)
{
  expect ("prompt\nOne, or two?\n", BYL_QUESTION_LIST_TABLE, ":One, or two?@2");
  expect ("prompt\n\"One, or two?\"\nThree?\n", BYL_QUESTION_LIST_TABLE,
          ":One, or two?@2|:Three?@3");
  expect ("Question,Category\r\n\"One,\r\nor \"\"two\"\"?\",Numbers\r\n\r\nThree?,\r\n",
          BYL_QUESTION_LIST_TABLE, "Numbers:One,\nor \"two\"?@2|:Three?@5");
  expect ("id;category;prompt\n1;Tea;One, or two?\n", BYL_QUESTION_LIST_TABLE,
          "Tea:One, or two?@2");
  expect ("PROMPT\tTopic\nOne?\tTea\n", BYL_QUESTION_LIST_TABLE, "Tea:One?@2");
}

static void
test_tables_without_a_header_are_told_from_prose (void)
{
  expect ("One?,Tea\nTwo?,Code", BYL_QUESTION_LIST_TABLE, "Tea:One?@1|Code:Two?@2");
  expect ("\"One, or two?\",Tea", BYL_QUESTION_LIST_TABLE, "Tea:One, or two?@1");
  expect ("\"One?\"\n\"Two\n\nlines?\"\n", BYL_QUESTION_LIST_TABLE, ":One?@1|:Two\n\nlines?@2");
  expect ("One?\tTea\nTwo?\t Code", BYL_QUESTION_LIST_TABLE, "Tea:One?@1|Code:Two?@2");
  expect ("One?,Tea", BYL_QUESTION_LIST_LINES, ":One?,Tea@1");
  expect ("One,two\nthree", BYL_QUESTION_LIST_LINES, ":One,two@1|:three@2");
}

static void
test_json_is_read_in_lines_and_in_arrays (void)
{
  expect ("{\"prompt\": \"One?\", \"category\": \"Tea\"}\r\n\n{\"question\": \"Two\\nlines?\"}\n"
          "{\"text\": \" Three? \", \"category\": null}", BYL_QUESTION_LIST_JSON,
          "Tea:One?@1|:Two\nlines?@3|:Three?@4");
  expect ("[\n  \"One?\",\n  {\"prompt\": \"Two?\"}\n]", BYL_QUESTION_LIST_JSON,
          ":One?@2|:Two?@3");
  expect ("{\n\"questions\": [\n{\"prompt\": \"One?\", \"category\": \"Tea\"}]}",
          BYL_QUESTION_LIST_JSON, "Tea:One?@3");
}

static void
test_twins_are_told_and_left_out (void)
{
  g_autoptr(GPtrArray) problems = make_problems ();
  g_autoptr(GPtrArray) questions =
    byl_question_list_read ("One?\nTwo?\n\n ONE? \nt wo?\n", problems, NULL);
  const BylProblem *problem;

  g_assert_cmpuint (questions->len, ==, 3);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (problem->code, ==, "twin");
  g_assert_cmpint (problem->severity, ==, BYL_SEVERITY_WARNING);
  g_assert_cmpuint (problem->line, ==, 4);
}

static void
test_files_are_read_and_others_refused (void)
{
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GPtrArray) questions = NULL;
  g_autoptr(GError) error = NULL;
  int descriptor = g_file_open_tmp ("byline-questions-XXXXXX", &path, NULL);

  g_assert_true (g_close (descriptor, NULL));
  file = g_file_new_for_path (path);
  g_assert_true (g_file_set_contents (path, "One?\0Two?", 9, NULL));
  g_assert_null (byl_question_list_load (file, NULL, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_FORMAT);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "One?\nTwo?", -1, NULL));
  questions = byl_question_list_load (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (questions->len, ==, 2);

  g_unlink (path);
  g_assert_null (byl_question_list_load (file, NULL, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_READ);
}

/* What comes out of chance must neither crash nor be accepted with an empty question. */
static void
test_no_text_is_too_odd (void)
{
  static const char parts[][8] = {
    "\"", ",", ";", "\t", "\n", "\r", "{", "}", "[", "]", "prompt", ":", "a", "?", " ", "- ", "1. ",
    "\\", "\\u0000", "ü", "\xc3", "\x01", "null", "\"a\"",
  };
  g_autoptr(GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GPtrArray) questions = NULL;

      for (int n = g_rand_int_range (random, 0, 24); n > 0; n--)
        g_string_append (text, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
      questions = byl_question_list_read (text->str, NULL, NULL);
      for (guint j = 0; questions != NULL && j < questions->len; j++)
        {
          const BylQuestionLine *question = g_ptr_array_index (questions, j);

          g_assert_true (g_utf8_validate (question->prompt, -1, NULL));
          g_assert_cmpstr (question->prompt, !=, "");
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/question-list/nothing-is-no-question", test_nothing_is_no_question);
  g_test_add_func ("/question-list/all-that-is-wrong-is-told-with-its-line",
                   test_all_that_is_wrong_is_told_with_its_line);
  g_test_add_func ("/question-list/limits-are-told", test_limits_are_told);
  g_test_add_func ("/question-list/no-text-is-too-odd", test_no_text_is_too_odd);
  g_test_add_func ("/question-list/a-line-is-a-question", test_a_line_is_a_question);
  g_test_add_func ("/question-list/bullets-go-where-every-line-has-one",
                   test_bullets_go_where_every_line_has_one);
  g_test_add_func ("/question-list/tables-with-a-header-are-read",
                   test_tables_with_a_header_are_read);
  g_test_add_func ("/question-list/tables-without-a-header-are-told-from-prose",
                   test_tables_without_a_header_are_told_from_prose);
  g_test_add_func ("/question-list/json-is-read-in-lines-and-in-arrays",
                   test_json_is_read_in_lines_and_in_arrays);
  g_test_add_func ("/question-list/twins-are-told-and-left-out", test_twins_are_told_and_left_out);
  g_test_add_func ("/question-list/files-are-read-and-others-refused",
                   test_files_are_read_and_others_refused);

  return g_test_run ();
}
