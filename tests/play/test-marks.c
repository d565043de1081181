/* test-marks.c: words are marked and unmarked, and read back as they were written
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-marks.h"

static void
assert_marks (const BylMarks *marks,
              const char     *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < marks->marks->len; i++)
    {
      const BylMark *mark = g_ptr_array_index (marks->marks, i);

      g_string_append_printf (text, "%u-%u ", mark->start, mark->end);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_nothing_is_marked_by_nothing (void)
{
  g_autoptr(BylMarks) marks = byl_marks_new ();

  g_assert_false (byl_marks_change (marks, 4, 4, TRUE));
  g_assert_false (byl_marks_change (marks, 7, 4, TRUE));
  g_assert_false (byl_marks_change (marks, 0, 9, FALSE));
  assert_marks (marks, "");
  g_assert_true (byl_marks_equal (marks, NULL));
  g_assert_true (byl_marks_equal (NULL, NULL));
  g_assert_false (byl_marks_contain (NULL, 0, 1));
  g_assert_null (byl_marks_copy (NULL));
}

static void
test_what_does_not_read_as_marks_is_none (void)
{
  const char *bad[] = { NULL, "", "(true)", "(false, 1, 1, [(5, 5, 0, 0, '')])",
                        "(false, 1, 1, [(5, 9, 0, 0, ''), (8, 12, 0, 0, '')])", "[[[[" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (byl_marks_parse (bad[i]));
}

static void
test_marks_that_meet_become_one (void)
{
  g_autoptr(BylMarks) marks = byl_marks_new ();

  g_assert_true (byl_marks_change (marks, 10, 14, TRUE));
  g_assert_true (byl_marks_change (marks, 20, 24, TRUE));
  g_assert_true (byl_marks_change (marks, 2, 4, TRUE));
  assert_marks (marks, "2-4 10-14 20-24 ");
  g_assert_true (byl_marks_change (marks, 14, 20, TRUE));
  assert_marks (marks, "2-4 10-24 ");
  g_assert_false (byl_marks_change (marks, 12, 20, TRUE));
  g_assert_true (byl_marks_contain (marks, 12, 20));
  g_assert_false (byl_marks_contain (marks, 3, 12));
  g_assert_true (byl_marks_change (marks, 0, 30, TRUE));
  assert_marks (marks, "0-30 ");
}

static void
test_taking_back_leaves_the_rest (void)
{
  g_autoptr(BylMarks) marks = byl_marks_new ();

  byl_marks_change (marks, 0, 10, TRUE);
  byl_marks_change (marks, 20, 30, TRUE);
  g_assert_true (byl_marks_change (marks, 4, 6, FALSE));
  assert_marks (marks, "0-4 6-10 20-30 ");
  g_assert_false (byl_marks_change (marks, 10, 20, FALSE));
  g_assert_true (byl_marks_change (marks, 8, 22, FALSE));
  assert_marks (marks, "0-4 6-8 22-30 ");
  g_assert_true (byl_marks_change (marks, 0, 30, FALSE));
  assert_marks (marks, "");
}

static void
test_marks_come_back_with_their_credit (void)
{
  g_autoptr(BylMarks) marks = byl_marks_new ();
  g_autoptr(BylMarks) again = NULL;
  g_autoptr(BylMarks) copy = NULL;
  g_autofree char *text = NULL;
  BylMark *mark;

  byl_marks_change (marks, 3, 9, TRUE);
  mark = g_ptr_array_index (marks->marks, 0);
  mark->words = 4;
  mark->credited = 3;
  mark->tell = g_strdup ("hedge");
  marks->judged = TRUE;
  marks->all_words = 120;
  marks->all_credited = 17;
  text = byl_marks_print (marks);
  again = byl_marks_parse (text);
  copy = byl_marks_copy (marks);
  g_assert_true (byl_marks_equal (marks, again));
  g_assert_true (byl_marks_equal (marks, copy));
  mark = g_ptr_array_index (again->marks, 0);
  g_assert_cmpstr (mark->tell, ==, "hedge");
  g_assert_cmpuint (again->all_credited, ==, 17);
  /* What has its credit stays as it is. */
  g_assert_false (byl_marks_change (again, 20, 30, TRUE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/marks/nothing-is-marked-by-nothing", test_nothing_is_marked_by_nothing);
  g_test_add_func ("/marks/what-does-not-read-as-marks-is-none",
                   test_what_does_not_read_as_marks_is_none);
  g_test_add_func ("/marks/marks-that-meet-become-one", test_marks_that_meet_become_one);
  g_test_add_func ("/marks/taking-back-leaves-the-rest", test_taking_back_leaves_the_rest);
  g_test_add_func ("/marks/marks-come-back-with-their-credit",
                   test_marks_come_back_with_their_credit);

  return g_test_run ();
}
