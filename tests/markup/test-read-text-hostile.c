/* test-read-text-hostile.c: texts made to take a parser long, or down
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "read-text-fixture.h"

#include <string.h>

/* So long may any of the texts take; the slow ways of reading them take minutes. */
#define MAX_TIME (5 * G_USEC_PER_SEC)

static char *
repeat (const char *text,
        gsize       times)
{
  GString *repeated = g_string_new (NULL);

  for (gsize i = 0; i < times; i++)
    g_string_append (repeated, text);

  return g_string_free (repeated, FALSE);
}

static void
check (const char *name,
       const char *markdown)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr(BylReadText) text = byl_read_text_new_markdown (markdown);
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_autoptr(BylReadText) masked = NULL;
  g_autoptr(BylReadText) plain = NULL;
  gint64 duration = g_get_monotonic_time () - start;

  g_test_message ("%s: %.1f ms", name, duration / 1000.0);
  g_assert_cmpint (duration, <, MAX_TIME);

  read_text_fixture_check (text);

  byl_mask_add (mask, "a", BYL_MASK_ANY_CASE);
  masked = byl_read_text_mask (text, mask, NULL);
  read_text_fixture_check (masked);
  plain = byl_read_text_unformatted (masked);
  read_text_fixture_check (plain);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * MAX_TIME);
}

static void
test_a_mark_may_be_repeated_without_end (void)
{
  static const char * const marks[] = {
    ">", "*", "[", "`", "|", "_", "~", "(", "]", "<", "&", "!", "#", "\\", "$", "-", "+ ", "> ",
    "* ",
    "1. ", "- ", "[a](", "![", "**a", "*a_", "`a``", "<a ", "&amp;", "<!--", "www.a", "a@b.", "[a]",
    "http://a", "|a", "a\n", "|\n", "[a]\n", "```\n", "> a\n", "😀*", "~~a",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *run = repeat (marks[i], 200000 / strlen (marks[i]));
      g_autofree char *markdown = g_strconcat ("a ", run, NULL);

      check (marks[i], run);
      check (marks[i], markdown);
    }
}

/* Each of these took the parser a time that grew with the square of the length. */
static void
test_marks_may_look_for_each_other_in_vain (void)
{
  static const char * const texts[][2] = {
    { " ~a", "a~ " },           { " ~*a", "a~* " },          { "~[a] ", "`~~~" },
    { "~] a ~", "~a]" },        { "[a]\n", "[a]\n" },        { "![a][b]\n", "![a][b]\n" },
    { "http://a.b/(", "" },     { "\nhttp([", "](a__>&#1;" }, { "\n\n[a]:", "&#1;\\)" },
    { "+   ", "__@\n\n\n\n" }, { "1.   ", "a\n\n\n\t" },   { "> ", "\n\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *first = repeat (texts[i][0], 100000 / strlen (texts[i][0]));
      g_autofree char *second = repeat (texts[i][1], 100000 / MAX (strlen (texts[i][1]), 1));
      g_autofree char *markdown = g_strconcat (first, second, NULL);

      check (texts[i][0], markdown);
    }
}

static void
test_a_table_may_ask_for_millions_of_cells (void)
{
  g_autofree char *head = repeat ("|a", 5000);
  g_autofree char *line = repeat ("|---", 5000);
  g_autofree char *rows = repeat ("|b\n", 5000);
  g_autofree char *markdown = g_strconcat (head, "\n", line, "\n", rows, NULL);

  check ("table", markdown);
}

static void
test_lists_may_lie_deep_in_each_other (void)
{
  g_autofree char *bullets = repeat ("- ", 100000);
  g_autofree char *numbers = repeat ("1. ", 100000);
  g_autofree char *bulleted = g_strconcat (bullets, "a", NULL);
  g_autofree char *numbered = g_strconcat (numbers, "a", NULL);
  g_autoptr(GString) stairs = g_string_new (NULL);

  for (guint i = 0; i < 600; i++)
    g_string_append_printf (stairs, "%*s- a\n", (int) (2 * i), "");

  check ("bullets", bulleted);
  check ("numbers", numbered);
  check ("stairs", stairs->str);
}

static void
test_one_definition_may_be_used_without_end (void)
{
  g_autofree char *address = repeat ("x", 50000);
  g_autofree char *uses = repeat ("[a] ", 20000);
  g_autofree char *markdown = g_strconcat ("[a]: /", address, "\n\n", uses, NULL);

  check ("uses", markdown);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/read-text-hostile/a-mark-may-be-repeated-without-end",
                   test_a_mark_may_be_repeated_without_end);
  g_test_add_func ("/read-text-hostile/marks-may-look-for-each-other-in-vain",
                   test_marks_may_look_for_each_other_in_vain);
  g_test_add_func ("/read-text-hostile/a-table-may-ask-for-millions-of-cells",
                   test_a_table_may_ask_for_millions_of_cells);
  g_test_add_func ("/read-text-hostile/lists-may-lie-deep-in-each-other",
                   test_lists_may_lie_deep_in_each_other);
  g_test_add_func ("/read-text-hostile/one-definition-may-be-used-without-end",
                   test_one_definition_may_be_used_without_end);

  return g_test_run ();
}
