/* test-text-thinking.c: reasoning goes out of an answer, and code about it stays
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-text.h"

#include <string.h>

static void
test_reasoning_is_taken_out (void)
{
  static const struct
  {
    const char *text;
    const char *left;
  } cases[] = {
    { "", "" },
    { "Answer.", "Answer." },
    { "<think>Hm.</think>Answer.", "Answer." },
    { "<thinking>\nHm.\n</thinking>\n\nAnswer.", "\n\nAnswer." },
    { "<THINK>Hm.</Think >Answer.", "Answer." },
    { "One. <think>a</think>Two. <think>b</think>Three.", "One. Two. Three." },
    { "Answer. <think>never closed\n\nmore", "Answer. " },
    { "<think>", "" },
    { "never opened\n</think>Answer.", "Answer." },
    { "a</think>b</think>Answer.", "Answer." },
    { "<think>say `</think>` at the end</think>Answer.", "Answer." },
    { "<think>```\ncode\n</think>Answer.", "Answer." },
    { "Half a fence: ```\ncode </think>Answer.", "Answer." },
    { "```\nhalf a fence\n</think>Answer.", "Answer." },
    { "<think>x</think>```\n<think>\n```", "```\n<think>\n```" },
    { "<thinker>a</thinker> <think a> think>", "<thinker>a</thinker> <think a> think>" },
    { "1 < 2 and <b>3</b>", "1 < 2 and <b>3</b>" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *left = byl_text_without_thinking (cases[i].text);

      g_assert_cmpstr (left, ==, cases[i].left);
    }
}

static void
test_code_about_it_stays (void)
{
  static const char * const texts[] = {
    "Models write\n```\n<think>Hm.</think>\n```\nat times.",
    "~~~~ html\n</think>\n~~~\n</think>\n~~~~\n",
    "- ```\n  <think>\n  ```\n",
    "1. a\n   ````\n   </think>\n   ````",
    "> ```\n> </think>\n> ```\n> end",
    "Write `<think>` first.",
    "Write ``a ` </think>`` last.",
    "```\n<think>\n```",
    "```\r\n<think>\r\n```\r\nend",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *left = byl_text_without_thinking (texts[i]);

      g_assert_cmpstr (left, ==, texts[i]);
    }
}

static void
test_long_texts_take_little_time (void)
{
  static const char * const units[] = {
    "<think>", "</think>", "<", "`", "` ", "```\n", "```a\n", "~~~~\n```\n", "<think></think>",
    "`<think>`", "> ", "- ", "<think",
    "```a\n````b\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *left = NULL;
      gint64 start = g_get_monotonic_time ();

      while (text->len < 200000)
        g_string_append (text, units[i]);

      left = byl_text_without_thinking (text->str);
      g_assert_cmpuint (strlen (left), <=, text->len);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-thinking/reasoning-is-taken-out", test_reasoning_is_taken_out);
  g_test_add_func ("/text-thinking/code-about-it-stays", test_code_about_it_stays);
  g_test_add_func ("/text-thinking/long-texts-take-little-time", test_long_texts_take_little_time);

  return g_test_run ();
}
