/* test-mask.c: names are found as whole words, and nothing else is
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-mask.h"

#include <string.h>

/* Writes a text with brackets around what the mask finds. */
static char *
mark (const BylMask *mask,
      const char    *text,
      const char    *prompt)
{
  g_autoptr(GArray) spans = byl_mask_find (mask, text, prompt);
  GString *marked = g_string_new (NULL);
  guint position = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      BylSpan span = g_array_index (spans, BylSpan, i);
      g_autofree char *before = NULL;
      g_autofree char *name = NULL;

      g_assert_cmpuint (span.start, >=, position);
      g_assert_cmpuint (span.end, >, span.start);
      g_assert_cmpuint (span.end, <=, g_utf8_strlen (text, -1));
      before = g_utf8_substring (text, position, span.start);
      name = g_utf8_substring (text, span.start, span.end);
      g_string_append_printf (marked, "%s[%s]", before, name);
      position = span.end;
    }

  g_string_append (marked, g_utf8_offset_to_pointer (text, position));
  return g_string_free (marked, FALSE);
}

static BylMask *
make_mask (void)
{
  static const char * const names[] = {
    "GPT-4", "GPT", "Claude", "Claude Opus 4.6", "Anthropic", "Gemini", "Gemini Pro", "o1", "Grok",
    "xAI", "Meta", "文心",
    "DeepSeek R2", "Muse Spark", "Command R+", "Żółw",
  };
  BylMask *mask = byl_mask_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    byl_mask_add (mask, names[i], BYL_MASK_ANY_CASE);
  byl_mask_add (mask, "Llama", BYL_MASK_EXACT_CASE);
  byl_mask_add (mask, "Nova Lite", BYL_MASK_EXACT_CASE);

  return mask;
}

static void
check_marks (const char * const cases[][2],
             gsize              n_cases,
             const char        *prompt)
{
  g_autoptr(BylMask) mask = make_mask ();

  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *marked = mark (mask, cases[i][0], prompt);

      g_assert_cmpstr (marked, ==, cases[i][1]);
    }
}

static void
test_names_are_whole_words (void)
{
  static const char * const cases[][2] = {
    { "", "" },
    { "Meta, by Meta.", "[Meta], by [Meta]." },
    { "a metaphor, metadata, Metal", "a metaphor, metadata, Metal" },
    { "ChatGPT and GPTs", "ChatGPT and GPTs" },
    { "Claudette; Jean-Claude", "Claudette; Jean-[Claude]" },
    { "I am Claude", "I am [Claude]" },
    { "(claude)", "([claude])" },
    { "CLAUDE!", "[CLAUDE]!" },
    { "2Claude", "2Claude" },
    { "foo1 o1 o 1 xo1", "foo1 [o1] o 1 xo1" },
    { "żółw ŻÓŁW żółwie", "[żółw] [ŻÓŁW] żółwie" },
    { "Clau\u0301de", "Clau\u0301de" },
  };

  check_marks (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_parts_of_a_name_may_be_joined_in_any_way (void)
{
  static const char * const cases[][2] = {
    { "GPT-4 GPT 4 GPT‑4 GPT_4 GPT\u00a04 GPT4 GPT–4",
      "[GPT-4] [GPT 4] [GPT‑4] [GPT_4] [GPT\u00a04] [GPT4] [GPT–4]" },
    { "claude-opus-4-6, claude_opus_4.6", "[claude-opus-4-6], [claude_opus_4.6]" },
    { "Claude Opus\n4.6", "[Claude Opus\n4.6]" },
    { "Muse-Spark muse  spark MuseSpark", "[Muse-Spark] [muse  spark] MuseSpark" },
    { "Muse. Spark; Muse — Spark; Muse\n\nSpark", "Muse. Spark; Muse — Spark; Muse\n\nSpark" },
    { "DeepSeek-R2", "[DeepSeek-R2]" },
    { "Command R+ and Command R", "[Command R+] and Command R" },
    { "ＧＰＴ－４", "[ＧＰＴ－４]" },
  };

  check_marks (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_versions_and_variants_go_with_the_name (void)
{
  static const char * const cases[][2] = {
    { "Claude 3.5", "[Claude 3.5]" },
    { "Claude 3.5 Sonnet is", "[Claude 3.5 Sonnet] is" },
    { "GPT-4o-mini", "[GPT-4o-mini]" },
    { "GPT-4-32k", "[GPT-4-32k]" },
    { "GPT-5.4 Pro", "[GPT-5.4 Pro]" },
    { "gpt-3.5-turbo.", "[gpt-3.5-turbo]." },
    { "Gemini-pro, Gemini 2.5 Flash-Lite", "[Gemini-pro], [Gemini 2.5 Flash-Lite]" },
    { "Grok-4-fast, Grok V2, Grok v2", "[Grok-4-fast], [Grok V2], [Grok v2]" },
    { "Claude’s and Grok's", "[Claude]’s and [Grok]'s" },
    { "Claude-based, GPT-style", "[Claude]-based, [GPT]-style" },
    { "Gemini 2023 was", "[Gemini] 2023 was" },
    { "Claude. 4 apples", "[Claude]. 4 apples" },
    { "Claude\n3. item", "[Claude]\n3. item" },
    { "Claude may mini", "[Claude] may mini" },
  };

  check_marks (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_the_longest_name_is_found (void)
{
  static const char * const cases[][2] = {
    { "Claude Opus 4.6", "[Claude Opus 4.6]" },
    { "Claude Opus is", "[Claude Opus] is" },
    { "Claude opus is", "[Claude] opus is" },
    { "Anthropic Claude", "[Anthropic] [Claude]" },
    { "ClaudeClaude", "ClaudeClaude" },
  };

  check_marks (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_scripts_without_spaces_are_no_part_of_a_latin_name (void)
{
  static const char * const cases[][2] = {
    { "我是Claude模型", "我是[Claude]模型" },
    { "ClaudeとGPT-4です", "[Claude]と[GPT-4]です" },
    { "Claude는", "[Claude]는" },
    { "我用文心写", "我用[文心]写" },
    { "文心4.0", "[文心4.0]" },
    { "文心4.0Turbo, 文心-Turbo, 文心Pro", "[文心4.0Turbo], [文心-Turbo], [文心Pro]" },
    { "文心2023年, 文心is", "[文心]2023年, [文心]is" },
    { "文 心", "文 心" },
  };

  check_marks (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_exact_names_are_found_as_they_are_written (void)
{
  static const char * const cases[][2] = {
    { "Llama llama LLAMA", "[Llama] llama LLAMA" },
    { "a llama-like animal", "a llama-like animal" },
    { "Llama 3.1 405B", "[Llama 3.1] 405B" },
    { "Llama-3.1-405B-Instruct", "[Llama-3.1-405B-Instruct]" },
    { "Nova Lite, Nova-Lite, nova lite", "[Nova Lite], [Nova-Lite], nova lite" },
  };

  check_marks (cases, G_N_ELEMENTS (cases), NULL);
}

static void
test_a_name_in_the_prompt_is_not_masked (void)
{
  static const char * const cases[][2] = {
    { "Claude and Grok", "Claude and [Grok]" },
    { "Claude Opus 4.6", "[Claude Opus 4.6]" },
    { "GPT 4", "GPT 4" },
    { "Llama", "[Llama]" },
  };

  check_marks (cases, G_N_ELEMENTS (cases),
               "What do you think of claude, gpt-4, and a llama's metaphor?");
}

static void
test_part_of_a_word_in_the_prompt_excuses_nothing (void)
{
  static const char * const cases[][2] = {
    { "Claude, Meta, GPT", "[Claude], [Meta], [GPT]" },
  };

  check_marks (cases, G_N_ELEMENTS (cases), "Claudette’s metaphor and GPT9x.");
}

static void
test_an_exact_name_in_the_prompt_is_not_masked (void)
{
  static const char * const cases[][2] = {
    { "Llama", "Llama" },
    { "Claude Opus 4.6, Claude", "Claude Opus 4.6, Claude" },
  };

  check_marks (cases, G_N_ELEMENTS (cases), "Compare Llama and Claude Opus 4.6.");
}

static void
test_names_without_anything_to_find_are_left_out (void)
{
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_autofree char *marked = NULL;
  g_auto(GStrv) any = NULL;
  g_auto(GStrv) exact = NULL;

  byl_mask_add (mask, "", BYL_MASK_ANY_CASE);
  byl_mask_add (mask, " - ", BYL_MASK_EXACT_CASE);
  byl_mask_add (mask, "One", BYL_MASK_ANY_CASE);
  byl_mask_add (mask, "one", BYL_MASK_ANY_CASE);
  byl_mask_add (mask, "Two", BYL_MASK_EXACT_CASE);
  byl_mask_add (mask, "Two", BYL_MASK_EXACT_CASE);
  byl_mask_add (mask, "TWO", BYL_MASK_EXACT_CASE);
  any = byl_mask_dup_names (mask, BYL_MASK_ANY_CASE);
  exact = byl_mask_dup_names (mask, BYL_MASK_EXACT_CASE);

  g_assert_cmpuint (g_strv_length (any), ==, 1);
  g_assert_cmpstr (any[0], ==, "One");
  g_assert_cmpuint (g_strv_length (exact), ==, 2);
  g_assert_cmpstr (exact[0], ==, "Two");
  g_assert_cmpstr (exact[1], ==, "TWO");

  marked = mark (mask, "a - b ONE Two TWO two", NULL);
  g_assert_cmpstr (marked, ==, "a - b [ONE] [Two] [TWO] two");
}

static void
test_thousands_of_names_cost_no_more_than_a_few (void)
{
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GArray) spans = NULL;
  gint64 start;

  for (guint i = 0; i < 8000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Same Start Name%c%c%c", 'A' + i % 26,
                                               'a' + i / 26 % 26, 'a' + i / 676);

      byl_mask_add (mask, name, i % 2 == 0 ? BYL_MASK_ANY_CASE : BYL_MASK_EXACT_CASE);
    }

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "Same Start Other ");
  g_string_append (text, "same start nameaaa");

  start = g_get_monotonic_time ();
  spans = byl_mask_find (mask, text->str, text->str + 18);
  g_test_message ("%.1f ms for %u KB", (g_get_monotonic_time () - start) / 1000.0,
                  (guint) text->len / 1024);
  g_assert_cmpuint (spans->len, ==, 0);
  g_array_unref (spans);

  spans = byl_mask_find (mask, text->str, NULL);
  g_assert_cmpuint (spans->len, ==, 1);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mask/names-are-whole-words", test_names_are_whole_words);
  g_test_add_func ("/mask/parts-of-a-name-may-be-joined-in-any-way",
                   test_parts_of_a_name_may_be_joined_in_any_way);
  g_test_add_func ("/mask/versions-and-variants-go-with-the-name",
                   test_versions_and_variants_go_with_the_name);
  g_test_add_func ("/mask/the-longest-name-is-found", test_the_longest_name_is_found);
  g_test_add_func ("/mask/scripts-without-spaces-are-no-part-of-a-latin-name",
                   test_scripts_without_spaces_are_no_part_of_a_latin_name);
  g_test_add_func ("/mask/exact-names-are-found-as-they-are-written",
                   test_exact_names_are_found_as_they_are_written);
  g_test_add_func ("/mask/a-name-in-the-prompt-is-not-masked",
                   test_a_name_in_the_prompt_is_not_masked);
  g_test_add_func ("/mask/part-of-a-word-in-the-prompt-excuses-nothing",
                   test_part_of_a_word_in_the_prompt_excuses_nothing);
  g_test_add_func ("/mask/an-exact-name-in-the-prompt-is-not-masked",
                   test_an_exact_name_in_the_prompt_is_not_masked);
  g_test_add_func ("/mask/names-without-anything-to-find-are-left-out",
                   test_names_without_anything_to_find_are_left_out);
  g_test_add_func ("/mask/thousands-of-names-cost-no-more-than-a-few",
                   test_thousands_of_names_cost_no_more_than_a_few);

  return g_test_run ();
}
