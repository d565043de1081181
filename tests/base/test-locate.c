/* test-locate.c: lines and columns of what pointers lead to
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-gate.h"
#include "byl-locate.h"
#include "byl-problem.h"

#include <string.h>

static const char json[] =
  "{\n"
  "  \"a\": [10, {\"b\": \"tex\\\"t\"},\n"
  "    \"日本\", 4],\n"
  "  \"c/d\": {\"~\": true, \"\\u00e9\": {}},\n"
  "  \"\": \"[{,\\\\\", \"last\": -1.5e3\n"
  "}\n";

static GPtrArray *
make_problems (const char * const *pointers)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);

  for (guint i = 0; pointers[i] != NULL; i++)
    g_ptr_array_add (problems,
                     byl_problem_new (BYL_SEVERITY_WARNING, "some-code", pointers[i], "-"));

  return problems;
}

static void
check_place (const char *pointer,
             guint       line,
             guint       column)
{
  const char *pointers[] = { pointer, NULL };
  g_autoptr(GPtrArray) problems = make_problems (pointers);
  BylProblem *problem = problems->pdata[0];

  byl_locate_problems (json, strlen (json), problems);
  g_test_message ("%s at %u:%u", pointer, problem->line, problem->column);
  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpuint (problem->column, ==, column);
}

static void
test_values_are_found (void)
{
  g_assert_null (byl_gate_check (json, strlen (json)));

  check_place ("", 1, 1);
  check_place ("/a", 2, 8);
  check_place ("/a/0", 2, 9);
  check_place ("/a/1", 2, 13);
  check_place ("/a/1/b", 2, 19);
  check_place ("/a/2", 3, 5);
  check_place ("/a/3", 3, 11);
  check_place ("/c~1d", 4, 10);
  check_place ("/c~1d/~0", 4, 16);
  check_place ("/c~1d/é", 4, 32);
  check_place ("/", 5, 7);
  check_place ("/last", 5, 24);
}

static void
test_a_missing_value_has_the_place_of_what_should_hold_it (void)
{
  check_place ("/nothing", 1, 1);
  check_place ("/a/9", 2, 8);
  check_place ("/a/01", 2, 8);
  check_place ("/a/1/x/y/z", 2, 13);
  check_place ("/c~1d/~0/x", 4, 16);
  check_place ("no pointer", 1, 1);
}

static void
test_all_are_found_in_any_order (void)
{
  const char *pointers[] = { "/last", "/a/1/b", "/a/1/b", "", "/a/1/c", "/c~1d", NULL };
  const guint places[][2] = { { 5, 24 }, { 2, 19 }, { 2, 19 }, { 1, 1 }, { 2, 13 }, { 4, 10 } };
  g_autoptr(GPtrArray) problems = make_problems (pointers);

  byl_locate_problems (json, strlen (json), problems);

  for (guint i = 0; i < problems->len; i++)
    {
      BylProblem *problem = problems->pdata[i];

      g_assert_cmpuint (problem->line, ==, places[i][0]);
      g_assert_cmpuint (problem->column, ==, places[i][1]);
    }
}

static void
test_a_root_may_be_any_value (void)
{
  static const char * const roots[] = { " 12", " \"a\"", " true", " []", " {}" };

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      const char *pointers[] = { "", "/0", NULL };
      g_autoptr(GPtrArray) problems = make_problems (pointers);

      byl_locate_problems (roots[i], strlen (roots[i]), problems);
      g_assert_cmpuint (((BylProblem *) problems->pdata[0])->column, ==, 2);
      g_assert_cmpuint (((BylProblem *) problems->pdata[1])->column, ==, 2);
    }
}

static void
test_many_problems_on_one_line_take_one_pass (void)
{
  g_autoptr(GString) array = g_string_new ("[");
  g_autoptr(GPtrArray) problems =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);
  const guint count = 100000;
  gint64 start;

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/%u", count - 1 - i);

      g_string_append_printf (array, "%s\"é\"", i > 0 ? "," : "");
      g_ptr_array_add (problems, byl_problem_new (BYL_SEVERITY_ERROR, "x", pointer, "-"));
    }
  g_string_append_c (array, ']');

  start = g_get_monotonic_time ();
  byl_locate_problems (array->str, array->len, problems);
  g_test_message ("%.1f ms", (g_get_monotonic_time () - start) / 1000.0);

  for (guint i = 0; i < count; i++)
    g_assert_cmpuint (((BylProblem *) problems->pdata[i])->column, ==, 2 + 4 * (count - 1 - i));

  /* Were each looked for alone, this would take minutes. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

static void
test_bytes_that_are_no_json_do_no_harm (void)
{
  static const char * const broken[] = {
    "[", "[1,", "{", "{\"", "{,", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":1,", "{\"a\":1, ", "\"\\",
    "{\"\\u\":1", "{\"\\ud83d\":1", "{\"\\ud83d\\u\":1", "{\"\\", "]", "[\001]", "[[[[1 1", "{a:1}",
    "{1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      const char *pointers[] = { "/0/a", "/a", NULL };
      g_autoptr(GPtrArray) problems = make_problems (pointers);
      g_autofree char *copy = g_memdup2 (broken[i], strlen (broken[i]));

      byl_locate_problems (copy, strlen (broken[i]), problems);
      g_assert_cmpuint (((BylProblem *) problems->pdata[0])->line, ==, 1);
      g_assert_cmpuint (((BylProblem *) problems->pdata[1])->line, ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/locate/values-are-found", test_values_are_found);
  g_test_add_func ("/locate/a-missing-value-has-the-place-of-what-should-hold-it",
                   test_a_missing_value_has_the_place_of_what_should_hold_it);
  g_test_add_func ("/locate/all-are-found-in-any-order", test_all_are_found_in_any_order);
  g_test_add_func ("/locate/a-root-may-be-any-value", test_a_root_may_be_any_value);
  g_test_add_func ("/locate/many-problems-on-one-line-take-one-pass",
                   test_many_problems_on_one_line_take_one_pass);
  g_test_add_func ("/locate/bytes-that-are-no-json-do-no-harm",
                   test_bytes_that_are_no_json_do_no_harm);

  return g_test_run ();
}
