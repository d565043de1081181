/* test-problem.c: problems, and the lines that tell them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-problem.h"

#include <string.h>

static void
test_a_new_problem_has_no_place (void)
{
  g_autoptr(BylProblem) problem = byl_problem_new (BYL_SEVERITY_ERROR, "some-code", "/a", "%s %d",
                                                   "x", 5);

  g_assert_cmpint (problem->severity, ==, BYL_SEVERITY_ERROR);
  g_assert_cmpstr (problem->code, ==, "some-code");
  g_assert_cmpstr (problem->pointer, ==, "/a");
  g_assert_cmpstr (problem->message, ==, "x 5");
  g_assert_cmpuint (problem->line, ==, 0);
  g_assert_cmpuint (problem->column, ==, 0);
  g_assert_null (problem->suggestion);
}

static void
test_a_copy_equals_it_and_outlives_it (void)
{
  BylProblem *problem = byl_problem_new (BYL_SEVERITY_WARNING, "some-code", "/a", "message");
  g_autoptr(BylProblem) copy = NULL;

  problem->line = 3;
  problem->column = 4;
  problem->suggestion = g_strdup ("name");
  copy = g_boxed_copy (BYL_TYPE_PROBLEM, problem);
  byl_problem_free (problem);

  g_assert_cmpint (copy->severity, ==, BYL_SEVERITY_WARNING);
  g_assert_cmpstr (copy->code, ==, "some-code");
  g_assert_cmpstr (copy->pointer, ==, "/a");
  g_assert_cmpuint (copy->line, ==, 3);
  g_assert_cmpuint (copy->column, ==, 4);
  g_assert_cmpstr (copy->message, ==, "message");
  g_assert_cmpstr (copy->suggestion, ==, "name");
}

static void
test_text_begins_with_the_place (void)
{
  g_autoptr(BylProblem) problem = byl_problem_new (BYL_SEVERITY_ERROR, "some-code", "/q/0",
                                                   "Message.");
  g_autofree char *without_place = byl_problem_to_text (problem, "demo.json");
  g_autofree char *with_place = NULL;
  g_autofree char *without_file = NULL;
  g_autofree char *alone = byl_problem_to_text (problem, NULL);

  problem->line = 4;
  problem->column = 7;
  problem->suggestion = g_strdup ("aurora");
  with_place = byl_problem_to_text (problem, "demo.json");
  without_file = byl_problem_to_text (problem, NULL);

  g_assert_true (g_str_has_prefix (without_place, "demo.json: "));
  g_assert_true (g_str_has_prefix (with_place, "demo.json:4:7: "));
  g_assert_true (g_str_has_prefix (without_file, "4:7: "));
  g_assert_false (g_ascii_isspace (alone[0]));
  g_assert_nonnull (strstr (with_place, "Message."));
  g_assert_nonnull (strstr (with_place, "aurora"));
  g_assert_nonnull (strstr (with_place, "(/q/0)"));
  g_assert_null (strchr (with_place, '\n'));
}

static void
test_text_keeps_percent_signs (void)
{
  g_autoptr(BylProblem) problem = byl_problem_new (BYL_SEVERITY_ERROR, "x", "/%s%n", "%s",
                                                   "100 %s %n");
  g_autofree char *text = byl_problem_to_text (problem, "%d.json");

  g_assert_nonnull (strstr (text, "100 %s %n"));
  g_assert_nonnull (strstr (text, "(/%s%n)"));
  g_assert_true (g_str_has_prefix (text, "%d.json: "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/problem/a-new-problem-has-no-place", test_a_new_problem_has_no_place);
  g_test_add_func ("/problem/a-copy-equals-it-and-outlives-it",
                   test_a_copy_equals_it_and_outlives_it);
  g_test_add_func ("/problem/text-begins-with-the-place", test_text_begins_with_the_place);
  g_test_add_func ("/problem/text-keeps-percent-signs", test_text_keeps_percent_signs);

  return g_test_run ();
}
