/* test-read-text-copy.c: names are masked, formatting is taken away, quotes are found
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "read-text-fixture.h"

#define MASK "█████"

static BylMask *
make_mask (void)
{
  BylMask *mask = byl_mask_new ();

  byl_mask_add (mask, "Claude", BYL_MASK_ANY_CASE);
  byl_mask_add (mask, "o1", BYL_MASK_ANY_CASE);
  byl_mask_add (mask, "Muse Spark", BYL_MASK_ANY_CASE);

  return mask;
}

static void
check_masked (const char * const cases[][2],
              gsize              n_cases,
              const char        *prompt)
{
  g_autoptr(BylMask) mask = make_mask ();

  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr(BylReadText) text = byl_read_text_new_markdown (cases[i][0]);
      g_autoptr(BylReadText) masked = byl_read_text_mask (text, mask, prompt);
      g_autofree char *description = read_text_fixture_describe (masked);

      g_assert_cmpstr (description, ==, cases[i][1]);
    }
}

static void
test_a_name_becomes_five_blocks (void)
{
  static const char * const cases[][2] = {
    { "I am Claude.", "p: I am {m|" MASK "}." },
    { "o1", "p: {m|" MASK "}" },
    { "claude o1", "p: {m|" MASK "} {m|" MASK "}" },
    { "Claude\n\nand **so** on", "p: {m|" MASK "}\np: and {b|so} on" },
    { "# Claude 3.5\n\n- *x* by o1\n- `y`",
      "h1: {m|" MASK "}\n.*p: {i|x} by {m|" MASK "}\n.*p: {c|y}" },
    { "|Claude|b|\n|---|---:|\n|1|*o1*|",
      "head1.0.0: {m|" MASK "}\nhead1.0.1>: b\ncell1.1.0: 1\ncell1.1.1>: {im|" MASK "}" },
    { "日本Claude *語*", "p: 日本{m|" MASK "} {i|語}" },
  };

  check_masked (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_the_style_of_a_name_is_kept (void)
{
  static const char * const cases[][2] = {
    { "**Claude**", "p: {bm|" MASK "}" },
    { "*a Claude b*", "p: {i|a }{im|" MASK "}{i| b}" },
    { "`o1`", "p: {cm|" MASK "}" },
    { "[Claude](/x)", "p: {am=/x|" MASK "}" },
    { "```\nClaude ()\n```", "code: {m|" MASK "} ()" },
  };

  check_masked (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_a_name_split_by_formatting_is_masked (void)
{
  static const char * const cases[][2] = {
    { "Cla**ude** x", "p: {m|" MASK "} x" },
    { "**Muse** *Spark*", "p: {bm|" MASK "}" },
    { "Muse\nSpark", "p: {m|" MASK "}" },
    { "# Muse\nSpark x", "h1: {m|" MASK "}\np: {m|" MASK "} x" },
    { "Muse\n\n---\n\nSpark", "p: Muse\nrule: \np: Spark" },
    { "Cl&#97;ude", "p: {m|" MASK "}" },
    { "Cl\u200baude", "p: {m|" MASK "}" },
  };

  check_masked (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_an_address_with_a_name_is_left_out (void)
{
  static const char * const cases[][2] = {
    { "[here](https://claude.ai)", "p: {a|here}" },
    { "[here](https://x.org)", "p: {a=https://x.org|here}" },
  };

  check_masked (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_a_name_in_the_prompt_stays (void)
{
  static const char * const cases[][2] = {
    { "Claude and o1", "p: Claude and {m|" MASK "}" },
  };

  check_masked (cases, G_N_ELEMENTS (cases), "Who is CLAUDE?");
}

static void
test_a_text_without_names_stays_itself (void)
{
  g_autoptr(BylMask) mask = make_mask ();
  g_autoptr(BylReadText) text = byl_read_text_new_markdown ("**nobody**");
  g_autoptr(BylReadText) masked = byl_read_text_mask (text, mask, NULL);

  g_assert_true (masked == text);
}

static void
test_a_masked_text_outlives_the_original (void)
{
  g_autoptr(BylMask) mask = make_mask ();
  BylReadText *text = byl_read_text_new_markdown ("Claude [x](/address)");
  g_autoptr(BylReadText) masked = byl_read_text_mask (text, mask, NULL);
  g_autofree char *description = NULL;

  byl_read_text_unref (text);
  description = read_text_fixture_describe (masked);
  g_assert_cmpstr (description, ==, "p: {m|" MASK "} {a=/address|x}");
}

static void
test_without_formatting_only_words_and_masks_stay (void)
{
  static const char * const cases[][2] = {
    { "", "" },
    { "# A **b**\n\n> - c [d](/e)\n\n---\n\n```\nf\n  g\n```", "p: A b\np: c d\np: f\\n  g" },
    { "|a|b|\n|---|---|\n|c||\n||d|", "p: a b\np: c\np: d" },
    { "*Claude* x", "p: {m|" MASK "} x" },
    { "|a|\n|---|\n\n|b|\n|---|", "p: a\np: b" },
  };
  g_autoptr(BylMask) mask = make_mask ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(BylReadText) text = byl_read_text_new_markdown (cases[i][0]);
      g_autoptr(BylReadText) masked = byl_read_text_mask (text, mask, NULL);
      g_autoptr(BylReadText) plain = byl_read_text_unformatted (masked);
      g_autofree char *description = read_text_fixture_describe (plain);

      g_assert_cmpstr (description, ==, cases[i][1]);
    }
}

static void
test_a_quote_is_found_whatever_its_white_space (void)
{
  static const struct
  {
    const char *quote;
    guint start;
    guint end; /* 0: it is not there */
  } cases[] = {
    { "nothing", 0, 0 },
    { "", 0, 0 },
    { " \n\t ", 0, 0 },
    { "two  three four", 0, 0 },
    { "Two", 0, 0 },
    { "one two three é four and more", 0, 0 },
    { "one", 0, 3 },
    { " one\n  two ", 0, 7 },
    { "two three", 4, 14 },
    { "é", 15, 16 },
    { "three é 😀 four", 9, 23 },
    { "\u200bfour", 19, 23 },
    { "*two*", 0, 0 },
    { "four five", 19, 28 },
  };
  g_autoptr(BylReadText) text =
    byl_read_text_new_markdown ("one **two**&nbsp; three\n\n- é 😀\n- four `five`");

  g_assert_cmpstr (byl_read_text_get_text (text), ==, "one two\u00a0 three\né 😀\nfour five");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BylSpan span = { 0, 0 };
      gboolean found = byl_read_text_find_quote (text, cases[i].quote, &span);

      g_test_message ("%s: %u to %u", cases[i].quote, span.start, span.end);
      g_assert_cmpint (found, ==, cases[i].end > 0);
      g_assert_cmpuint (span.start, ==, cases[i].start);
      g_assert_cmpuint (span.end, ==, cases[i].end);
    }
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    GTestFunc function;
  } tests[] = {
    { "a-name-becomes-five-blocks", test_a_name_becomes_five_blocks },
    { "the-style-of-a-name-is-kept", test_the_style_of_a_name_is_kept },
    { "a-name-split-by-formatting-is-masked", test_a_name_split_by_formatting_is_masked },
    { "an-address-with-a-name-is-left-out", test_an_address_with_a_name_is_left_out },
    { "a-name-in-the-prompt-stays", test_a_name_in_the_prompt_stays },
    { "a-text-without-names-stays-itself", test_a_text_without_names_stays_itself },
    { "a-masked-text-outlives-the-original", test_a_masked_text_outlives_the_original },
    { "without-formatting-only-words-and-masks-stay",
      test_without_formatting_only_words_and_masks_stay },
    { "a-quote-is-found-whatever-its-white-space", test_a_quote_is_found_whatever_its_white_space },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/read-text-copy/", tests[i].path, NULL);

      g_test_add_func (path, tests[i].function);
    }

  return g_test_run ();
}
