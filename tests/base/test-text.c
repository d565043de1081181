/* test-text.c: folding, counting and comparing
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-text.h"

#include <string.h>

static void
test_fold_makes_alike_what_differs_in_case_and_encoding (void)
{
  static const char * const pairs[][2] = {
    { "GPT", "gpt" },       { "Straße", "STRASSE" },  { "ﬁne", "FINE" },   { "ＧＰＴ－４", "gpt-4" },
    { "e\u0301", "É" },     { "ΑΣ", "ας" },           { "x²", "X2" },      { "Ⅳ", "iv" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *first = byl_text_fold (pairs[i][0]);
      g_autofree char *second = byl_text_fold (pairs[i][1]);

      g_assert_cmpstr (first, ==, second);
    }
}

static void
test_fold_survives_bytes_that_are_not_utf8 (void)
{
  g_autofree char *folded = byl_text_fold ("A\xff");

  g_assert_cmpstr (folded, ==, "a\xef\xbf\xbd");
}

static void
test_collapse_makes_one_space_of_any_white_space (void)
{
  static const char * const cases[][2] = {
    { "", "" },
    { " \n\t ", "" },
    { "  a \n\n b\t", "a b" },
    { "a\u00a0\u2003b", "a b" },
    { "ab", "ab" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *collapsed = byl_text_collapse (cases[i][0]);

      g_assert_cmpstr (collapsed, ==, cases[i][1]);
    }
}

static void
test_hash_is_sha_256 (void)
{
  g_autofree char *empty = byl_text_hash ("");
  g_autofree char *abc = byl_text_hash ("abc"); /* FIPS 180-4, appendix B.1 */

  g_assert_cmpstr (empty, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  g_assert_cmpstr (abc, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void
test_words_are_counted_in_any_script (void)
{
  static const struct
  {
    const char *text;
    guint words;
  } cases[] = {
    { "", 0 },
    { " — … !", 0 },
    { "one", 1 },
    { "One two, three.", 3 },
    { "don’t can't", 2 },
    { "'quoted'", 1 },
    { "3.14 1,000 2.", 3 },
    { "a.b", 2 },
    { "well-known", 2 },
    { "GPT-4o", 2 },
    { "e\u0301te\u0301", 1 },
    { "Привет, мир", 2 },
    { "안녕하세요 세계", 2 },
    { "你好，世界", 4 },
    { "GPT模型", 3 },
    { "カタカナ", 4 },
    { "हिन्दी भाषा", 2 },
    { "مرحبا بالعالم", 2 },
    { "กขคง", 1 },
    { "กขคงจ กข", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (byl_text_count_words (cases[i].text), ==, cases[i].words);
    }
}

static void
test_nearest_finds_what_was_meant (void)
{
  static const char * const candidates[] = { "claude-opus", "gpt-5.4", "gemini", "grok", "recorded",
                                             NULL };
  static const char * const cases[][2] = {
    { "claude-opsu", "claude-opus" }, /* a swap is one slip */
    { "Claude-Opus", "claude-opus" },
    { "gpt-5.5", "gpt-5.4" },
    { "gemni", "gemini" },
    { "grook", "grok" },
    { "recoded", "recorded" },
    { "imported", NULL },
    { "llama", NULL },
    { "xy", NULL },
    { "", NULL },
    { "grok", "grok" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (byl_text_nearest (cases[i][0], candidates), ==, cases[i][1]);
}

static void
test_nearest_keeps_to_a_third_of_the_length (void)
{
  static const char * const candidates[] = { "abcdef", NULL };

  g_assert_cmpstr (byl_text_nearest ("abcdxy", candidates), ==, "abcdef");
  g_assert_null (byl_text_nearest ("abcxyz", candidates));
  g_assert_cmpstr (byl_text_nearest ("abdcef", candidates), ==, "abcdef");
  g_assert_null (byl_text_nearest ("ab", candidates));
}

static void
test_nearest_takes_the_best_and_of_equals_the_first (void)
{
  static const char * const candidates[] = { "abcdefgg", "abcdefgh", "abcdefgi", NULL };

  g_assert_cmpstr (byl_text_nearest ("abcdefgh", candidates), ==, "abcdefgh");
  g_assert_cmpstr (byl_text_nearest ("abcdefgx", candidates), ==, "abcdefgg");
}

static void
test_nearest_survives_huge_words (void)
{
  g_autofree char *huge = g_strnfill (1000000, 'a');
  g_autofree char *long_fold = g_strnfill (199, 'a');
  const char *candidates[] = { huge, "ﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺ", "a", NULL };

  g_assert_null (byl_text_nearest (huge, candidates));
  g_assert_null (byl_text_nearest (long_fold, candidates));
  g_assert_null (byl_text_nearest ("ﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺ", candidates));
  g_assert_cmpstr (byl_text_nearest ("A", candidates), ==, "a");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fold-makes-alike-what-differs-in-case-and-encoding",
                   test_fold_makes_alike_what_differs_in_case_and_encoding);
  g_test_add_func ("/text/fold-survives-bytes-that-are-not-utf8",
                   test_fold_survives_bytes_that_are_not_utf8);
  g_test_add_func ("/text/collapse-makes-one-space-of-any-white-space",
                   test_collapse_makes_one_space_of_any_white_space);
  g_test_add_func ("/text/hash-is-sha-256", test_hash_is_sha_256);
  g_test_add_func ("/text/words-are-counted-in-any-script", test_words_are_counted_in_any_script);
  g_test_add_func ("/text/nearest-finds-what-was-meant", test_nearest_finds_what_was_meant);
  g_test_add_func ("/text/nearest-keeps-to-a-third-of-the-length",
                   test_nearest_keeps_to_a_third_of_the_length);
  g_test_add_func ("/text/nearest-takes-the-best-and-of-equals-the-first",
                   test_nearest_takes_the_best_and_of_equals_the_first);
  g_test_add_func ("/text/nearest-survives-huge-words", test_nearest_survives_huge_words);

  return g_test_run ();
}
