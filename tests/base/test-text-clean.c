/* test-text-clean.c: what a reader cannot see goes, what a script needs stays
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-text.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *clean;
} Case;

static void
check_cases (const Case *cases,
             gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *clean = byl_text_clean (cases[i].text);
      g_autofree char *again = byl_text_clean (clean);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_cmpstr (again, ==, clean);
      g_assert_true (g_utf8_validate (clean, -1, NULL));
    }
}

static void
test_line_ends_become_line_feeds (void)
{
  static const Case cases[] = {
    { "a\r\nb", "a\nb" },         { "a\rb", "a\nb" },           { "a\r\r\nb", "a\n\nb" },
    { "a\xe2\x80\xa8z", "a\nz" }, { "a\xe2\x80\xa9z", "a\nz" }, { "a\xc2\x85z", "a\nz" },
    { "\r", "\n" },               { "", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_controls_go (void)
{
  static const Case cases[] = {
    { "a\001b\033[31m\x7f\tc\n", "ab[31m\tc\n" },
    { "a\xc2\x80\xc2\x9fz", "az" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_bytes_that_are_not_utf8_become_valid (void)
{
  static const Case cases[] = {
    { "caf\xe9", "caf\xef\xbf\xbd" },
    { "\xff", "\xef\xbf\xbd" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_overrides_of_direction_go (void)
{
  gunichar all[] = { 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069 };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      char encoded[7] = { 0 };
      g_autofree char *text = NULL;
      g_autofree char *hebrew = NULL;
      g_autofree char *clean = NULL;
      g_autofree char *clean_hebrew = NULL;

      g_unichar_to_utf8 (all[i], encoded);
      text = g_strdup_printf ("%sabc%sdef%s", encoded, encoded, encoded);
      hebrew = g_strdup_printf ("שלום%sעולם", encoded);
      clean = byl_text_clean (text);
      clean_hebrew = byl_text_clean (hebrew);
      g_assert_cmpstr (clean, ==, "abcdef");
      g_assert_cmpstr (clean_hebrew, ==, "שלוםעולם");
    }
}

static void
test_zero_width_characters_go (void)
{
  gunichar all[] = { 0x200b, 0x2060, 0xfeff, 0xad,   0x200c, 0x200d,  0x200e,  0x200f, 0x61c,
                     0x2061, 0x2062, 0x2063, 0x2064, 0x34f,  0x206a,  0x180e,  0x3164, 0x115f,
                     0xfffa, 0xe0001, 0xe0041,
                     0xfe00, 0xfe0f, 0xe0100 };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      char encoded[7] = { 0 };
      g_autofree char *text = NULL;
      g_autofree char *clean = NULL;

      g_unichar_to_utf8 (all[i], encoded);
      text = g_strdup_printf ("%swa%s%ster %s%s.%s", encoded, encoded, encoded, encoded, encoded,
                              encoded);
      clean = byl_text_clean (text);
      g_assert_cmpstr (clean, ==, "water .");
    }
}

static void
test_joiners_stay_where_a_script_needs_them (void)
{
  static const Case cases[] = {
    { "می\u200cخواهم", "می\u200cخواهم" },           /* Persian */
    { "می\u200c\u200c\u200cخواهم", "می\u200cخواهم" }, /* but one is enough */
    { "क्\u200dष", "क्\u200dष" },                     /* Hindi */
    { "क्\u200cष", "क्\u200cष" },
    { "ക്\u200d ", "ക്\u200d " },                     /* Malayalam, at the end of a word */
    { "ශ්\u200dරී", "ශ්\u200dරී" },                   /* Sinhala */
    { "\u200cمن", "من" },
    { "من\u200c", "من" },
    { "من\u200ca", "منa" },
    { "a\u200dمن", "aمن" },
    { "म 1\u200d2", "म 12" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_emoji_stay_whole (void)
{
  static const Case cases[] = {
    { "👩\u200d💻", "👩\u200d💻" },
    { "👩🏽\u200d🚀", "👩🏽\u200d🚀" },
    { "🏳\ufe0f\u200d🌈", "🏳\ufe0f\u200d🌈" },
    { "❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥" },
    { "👨\u200d👩\u200d👧\u200d👦", "👨\u200d👩\u200d👧\u200d👦" },
    { "1\ufe0f\u20e3", "1\ufe0f\u20e3" },
    { "✔\ufe0f", "✔\ufe0f" },
    { "1\ufe0f2", "12" },
    { "✔\ufe0f\ufe0f\ufe00", "✔\ufe0f" },
    { "👩\u200d", "👩" },
    { "👩\u200da", "👩a" },
    { "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
      "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f" },
    { "🏴\U000e0067\U000e0062", "🏴" },
    { "😀\U000e0067\U000e0062\U000e0077\U000e007f", "😀" },
    { "葛\U000e0100城", "葛\U000e0100城" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_marks_of_direction_stay_beside_text_from_right_to_left (void)
{
  static const Case cases[] = {
    { "שלום!\u200f hello", "שלום!\u200f hello" },
    { "C++\u200e עברית", "C++\u200e עברית" },
    { "שלום\u200f\u200f\u200f", "שלום\u200f" },
    { "مرحبا\u061c 1", "مرحبا\u061c 1" },
    { "hello\u200f world", "hello world" },
    { "hello\u200f\nשלום", "hello\nשלום" },
    { "\u200e", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_what_is_seen_stays (void)
{
  static const char * const texts[] = {
    "Plain text — with “quotes”, 3 × 4 ≤ 12, naïve café.\n\n\t- item\n",
    "<b>&amp;</b> 100 % \\n",
    "日本語、한국어, ไทย, עברית, العربية، हिन्दी, বাংলা, 😀🇩🇪",
    "no\u00a0break\u202fspaces\u2009thin\u3000wide",
    "e\u0301 combining",
    "\u0600\u06dd\ufffd",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *clean = byl_text_clean (texts[i]);

      g_assert_cmpstr (clean, ==, texts[i]);
    }
}

static void
test_cleaning_twice_changes_nothing_more (void)
{
  static const gunichar alphabet[] = {
    'a', ' ', '\n', '1', 0x200c, 0x200d, 0x200e, 0x200f, 0x061c, 0x202e, 0x00ad, 0xfe0f, 0xfe00,
    0x0627, 0x0645, 0x0915, 0x094d, 0x05d0, 0x1f469, 0x1f4bb, 0x1f3f4, 0xe0067, 0xe0062, 0xe007f,
    0x0301, 0x2066, 0xfeff, 0x845b, 0x20e3,
  };
  g_autoptr(GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *clean = NULL;
      g_autofree char *again = NULL;

      for (guint j = g_rand_int_range (random, 1, 14); j > 0; j--)
        g_string_append_unichar (text,
                                 alphabet[g_rand_int_range (random, 0, G_N_ELEMENTS (alphabet))]);

      clean = byl_text_clean (text->str);
      again = byl_text_clean (clean);
      g_assert_cmpstr (again, ==, clean);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-clean/line-ends-become-line-feeds", test_line_ends_become_line_feeds);
  g_test_add_func ("/text-clean/controls-go", test_controls_go);
  g_test_add_func ("/text-clean/bytes-that-are-not-utf8-become-valid",
                   test_bytes_that_are_not_utf8_become_valid);
  g_test_add_func ("/text-clean/overrides-of-direction-go", test_overrides_of_direction_go);
  g_test_add_func ("/text-clean/zero-width-characters-go", test_zero_width_characters_go);
  g_test_add_func ("/text-clean/joiners-stay-where-a-script-needs-them",
                   test_joiners_stay_where_a_script_needs_them);
  g_test_add_func ("/text-clean/emoji-stay-whole", test_emoji_stay_whole);
  g_test_add_func ("/text-clean/marks-of-direction-stay-beside-text-from-right-to-left",
                   test_marks_of_direction_stay_beside_text_from_right_to_left);
  g_test_add_func ("/text-clean/what-is-seen-stays", test_what_is_seen_stays);
  g_test_add_func ("/text-clean/cleaning-twice-changes-nothing-more",
                   test_cleaning_twice_changes_nothing_more);

  return g_test_run ();
}
