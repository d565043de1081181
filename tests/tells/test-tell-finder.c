/* test-tell-finder.c: figures of answers, and answers of strange shapes
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tells-fixture.h"

#include <math.h>
#include <string.h>

/* An answer and a size of it; NaN = there is none. */
typedef struct
{
  const char *id;
  const char *markdown;
  double      expected;
  const char *language; /* (nullable): English */
} Size;

static const Size sizes[] = {
  { "words", "One two-three, don't 1.5 `four` www.x.org/a-b.", 7 },
  { "words", "", 0 },
  { "words", "```\none two\n```", 0 },
  { "words", "# One\n\n| two | three |\n|---|---|\n| 4 | |", 4 },
  { "words", "一二三四五六七八", 5, "zh" },
  { "words", "これはペンです。", 4.375, "ja" },
  { "words", "한국어 문장은 띄어 씁니다.", 4, "ko" },
  { "words", "สวัสดีครับ", 1.75, "th" },
  { "words", "مرحبا بالعالم، كيف الحال؟", 4, "ar" },
  { "heading-level", "# One\n\n### Two", 3 },
  { "heading-level", "One", NAN },
  { "nesting", "- one\n  - two\n    - three\n", 3 },
  { "nesting", "One", 0 },
  { "sentence-length", "One two three. Four five. Six!\n\n# Seven eight", 2 },
  { "sentence-length", "Dr. Who met J. K. Row, e.g. at 1.5 km. Then he left.", 7 },
  { "sentence-length", "He said “Stop!” and left. (He did.) Why? 3. Four", 2.5 },
  { "sentence-length", "- one two\n- three", 1.5 },
  { "sentence-length", "她走了。他来了！", 1.875, "zh" },
  { "sentence-length", "# One", NAN },
  { "sentence-spread", "One two three. Four. Five six.", 1 },
  { "sentence-spread", "One.", NAN },
  { "paragraph-length", "One. Two.\n\nThree.\n\n- four. five. six.", 1.5 },
  { "paragraph-length", "- one", NAN },
  { "variety", "one two", NAN },
  { "preamble", "One two three:\n\n- four", 3 },
  { "preamble", "One `two` three", 1 },
  { "preamble", "One two **three**", 2 },
  { "preamble", "There are 3 of them: `x`", 2 },
  { "preamble", "One two *three*", NAN },
  { "hedge-balance", "may might must", 0.5108256237659907 }, /* log (2.5 / 1.5) */
  { "hedge-balance", "may", NAN, "de" },
  { "echo", "The cat sat.", NAN },
};

static void
test_size (gconstpointer data)
{
  const Size *size = data;
  g_autoptr(BylTells) tells =
    tells_fixture_find (size->language != NULL ? size->language : "en", size->markdown, NULL);
  BylTell tell;

  g_assert_true (byl_tell_kind_find (size->id, &tell));
  if (isnan (size->expected))
    g_assert_true (isnan (byl_tells_get_value (tells, tell)));
  else
    g_assert_cmpfloat_with_epsilon (byl_tells_get_value (tells, tell), size->expected, 1e-9);
}

static void
test_rate_is_of_a_thousand_words (void)
{
  g_autoptr(BylTells) tells = tells_fixture_find ("en", "It may, it might; so.", NULL);

  g_assert_cmpfloat (byl_tells_get_count (tells, BYL_TELL_HEDGE), ==, 2);
  g_assert_cmpfloat (byl_tells_get_base (tells, BYL_TELL_HEDGE), ==, 5);
  g_assert_cmpfloat (byl_tells_get_value (tells, BYL_TELL_HEDGE), ==, 400);
  g_assert_cmpfloat (byl_tells_get_value (tells, BYL_TELL_SEMICOLON), ==, 200);
}

static void
test_share_of_items_needs_items (void)
{
  g_autoptr(BylTells) none = tells_fixture_find ("en", "Use it.", NULL);
  g_autoptr(BylTells) some = tells_fixture_find ("en", "- Use it.\n- It\n- **A:** b\n- c", NULL);

  g_assert_true (isnan (byl_tells_get_value (none, BYL_TELL_IMPERATIVE)));
  g_assert_cmpfloat (byl_tells_get_base (some, BYL_TELL_IMPERATIVE), ==, 4);
  g_assert_cmpfloat (byl_tells_get_value (some, BYL_TELL_IMPERATIVE), ==, 0.25);
  g_assert_cmpfloat (byl_tells_get_value (some, BYL_TELL_BOLD_LEAD), ==, 0.25);
  g_assert_cmpfloat (byl_tells_get_value (some, BYL_TELL_ITEM_STOP), ==, 0.25);
}

static void
test_share_is_one_however_often (void)
{
  g_autoptr(BylTells) tells = tells_fixture_find ("en", "a\n\n---\n\nb\n\n---\n\nc", NULL);
  guint n_spans;

  byl_tells_get_spans (tells, &n_spans);
  g_assert_cmpuint (n_spans, ==, 2);
  g_assert_cmpfloat (byl_tells_get_value (tells, BYL_TELL_RULE), ==, 1);
  g_assert_cmpfloat (byl_tells_get_value (tells, BYL_TELL_TABLE), ==, 0);
}

static void
test_missing_words_are_not_zero (void)
{
  g_autoptr(BylTells) german = tells_fixture_find ("de", "Vielleicht.", NULL);
  g_autoptr(BylTells) none = tells_fixture_find ("tlh", "Vielleicht!", NULL);

  g_assert_cmpfloat (byl_tells_get_count (german, BYL_TELL_HEDGE), ==, 1);
  g_assert_true (isnan (byl_tells_get_count (german, BYL_TELL_CONTRACTION)));
  g_assert_true (isnan (byl_tells_get_count (none, BYL_TELL_HEDGE)));
  g_assert_cmpfloat (byl_tells_get_count (none, BYL_TELL_EXCLAMATION), ==, 1);
}

static void
test_variety_is_of_the_first_hundred_words (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(BylTells) tells = NULL;

  for (guint i = 0; i < 50; i++)
    g_string_append (text, "the THE ");
  for (guint i = 0; i < 50; i++)
    g_string_append_printf (text, "word%u ", i);
  tells = tells_fixture_find ("en", text->str, NULL);
  g_assert_cmpfloat (byl_tells_get_value (tells, BYL_TELL_VARIETY), ==, 1);
}

/* The spans lie in the text, in order, and are counted as often as they are there. */
static void
check_spans (BylReadText *text,
             BylTells    *tells)
{
  guint n_spans;
  const BylTellSpan *spans = byl_tells_get_spans (tells, &n_spans);
  guint counts[BYL_N_TELLS] = { 0 };

  for (guint i = 0; i < n_spans; i++)
    {
      g_assert_cmpuint (spans[i].tell, <, BYL_N_TELLS);
      g_assert_cmpuint (spans[i].start, <=, spans[i].end);
      g_assert_cmpuint (spans[i].end, <=, byl_read_text_get_length (text));
      if (i > 0)
        g_assert_cmpuint (spans[i - 1].start, <=, spans[i].start);
      counts[spans[i].tell]++;
    }

  for (guint i = 0; i < BYL_N_TELLS; i++)
    {
      double count = byl_tells_get_count (tells, i);

      if (byl_tell_kind_get (i)->unit == BYL_TELL_SHARE && !isnan (count))
        g_assert_true (count == (counts[i] > 0));
      else if (byl_tell_kind_get (i)->unit != BYL_TELL_SIZE && !isnan (count))
        g_assert_cmpfloat (count, ==, counts[i]);
      g_assert_false (byl_tells_get_value (tells, i) < 0 && i != BYL_TELL_HEDGE_BALANCE);
    }
}

static void
check_strange (const char *markdown,
               const char *language)
{
  g_autoptr(BylLexicon) lexicon = tells_fixture_load_lexicon (language);
  g_autoptr(BylTellFinder) finder = byl_tell_finder_new (lexicon);
  g_autoptr(BylReadText) text = byl_read_text_new_markdown (markdown);
  g_autoptr(BylReadText) plain = byl_read_text_new_plain (markdown);
  g_autoptr(BylTells) first = byl_tell_finder_find (finder, text, "Is it so, or may it be “so”?");
  g_autoptr(BylTells) second = byl_tell_finder_find (finder, plain, NULL);
  g_autoptr(BylTells) third = byl_tell_finder_find (finder, text, "");

  check_spans (text, first);
  check_spans (plain, second);
  check_spans (text, third);
}

static void
test_strange_texts_are_read (void)
{
  static const char *const texts[] = {
    "", " ", "\n\n", "Yes", "?", "…", "—", "😊", "😊😊\n😊", "👨‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🇩", "1️⃣", "️", "‍",
    "```\nonly code\n```", "`a``b` ```c`", "    indented", "---", "- ", "1.", "- - - a", "> ", "#",
    "| a |\n|---|", "|\n|-|\n|", "**", "****a****", "**a**:", "(((((((((((((((a))))))))))", ")))",
    "“”\"\"‘’«»„“「」", "“so", "a’", "’a", "'", "a'b'c", "1.", "1,2.3,4", "1-2-3-4", "~1~2~", "≈",
    "[1", "[1]", "[]", "www.", "www", "http://", "a://b", "://", "x://)))", "https://",
    "これは日本語の文章です。絵文字😊もあります！「引用」も。", "カタカナー ー 々",
    "مرحبا بالعالم، هذا نص عربي؟ نعم! ١٢٣", "שלום עולם.", "नमस्ते दुनिया। कैसे हो?",
    "สวัสดีชาวโลก ครับ", "ខ្មែរ", "မြန်မာ။", "e\xcc\x81t\xcc\x81", "\xcc\x81", "a\xff" "b\xc3",
    "한국어", "한국어 문장이다. 그것 같다", "ß İ ı Σς", "█████ is █████.", "...", "......a.....",
    "- > 1. a", "a\\\nb\\\nC", "a  \nB  \nc", "- [ ] open\n- [x] done", "<b>a</b>", "&nbsp;&mdash;",
    "not just not just not just but but but", "[a](b \"c\")[d]: e", "![alt may](x)",
  };
  static const char *const languages[] = { "en", "de", "zh", "ko", "tlh" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      check_strange (texts[i], languages[j]);
}

/* Any text of pieces that mean something, from a fixed seed. */
static void
test_mixed_texts_are_read (void)
{
  static const char *const pieces[] = {
    "a", "may", "not just", "but", " ", " ", " ", "\n", "\n\n", "- ", "1. ", "# ", "> ", "**", "*",
    "`", "```\n", "|", "\n|---|---|\n", "---\n", "(", ")", "[", "]", "\"", "“", "”", "‘", "’", "'",
    ".", ",", "!", "?", ":", ";", "…", "...", "—", "–", "-", "~", "5", "1.5", "😊", "️", "‍", "→",
    "->", "好", "。", "이", "ส", "é", "Ü", "و", "https://x.y/", "www.a", "█", "\\", "<", "and", "C",
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261123);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      guint length = g_rand_int_range (rand, 1, 60);

      for (guint j = 0; j < length; j++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      check_strange (text->str, i % 2 == 0 ? "en" : "zh");
    }
}

static void
test_long_texts_are_read_in_time (void)
{
  static const char *const pieces[] = {
    "not just ", "(", "“so ", "[1]", "may might ", "could a, ", "- a\n", "a, ", "**a** ", "好", "a.",
    "https://a/", "A. B. ", "`a` ", "1-",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      gint64 start = g_get_monotonic_time ();

      while (text->len < 200000)
        g_string_append (text, pieces[i]);
      check_strange (text->str, "en");
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_TIME_SPAN_SECOND);
    }
}

static void
test_finder_says_the_same_again (void)
{
  const char *markdown = "Sure, “it may” be: 5–10 *eggs*, milk, and flour.\n\n- Use it.";
  g_autoptr(BylLexicon) lexicon = tells_fixture_load_lexicon ("en");
  g_autoptr(BylTellFinder) finder = byl_tell_finder_new (lexicon);
  g_autoptr(BylReadText) text = byl_read_text_new_markdown (markdown);
  g_autoptr(BylTells) first = byl_tell_finder_find (finder, text, "May it?");
  g_autoptr(BylTells) other = byl_tell_finder_find (finder, text, "It may.");
  g_autoptr(BylTells) second = byl_tell_finder_find (finder, text, "May it?");
  guint n_first;
  guint n_second;
  const BylTellSpan *a = byl_tells_get_spans (first, &n_first);
  const BylTellSpan *b = byl_tells_get_spans (second, &n_second);

  g_assert_cmpmem (a, n_first * sizeof *a, b, n_second * sizeof *b);
  g_assert_cmpfloat (byl_tells_get_count (first, BYL_TELL_HEDGE), ==, 1);
  g_assert_cmpfloat (byl_tells_get_count (other, BYL_TELL_HEDGE), ==, 0);
}

static void
test_masked_names_are_words (void)
{
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_autoptr(BylReadText) text = byl_read_text_new_markdown ("I am **Anna May**, and may be.");
  g_autoptr(BylReadText) masked = NULL;
  g_autoptr(BylLexicon) lexicon = tells_fixture_load_lexicon ("en");
  g_autoptr(BylTellFinder) finder = byl_tell_finder_new (lexicon);
  g_autoptr(BylTells) tells = NULL;

  byl_mask_add (mask, "Anna May", BYL_MASK_ANY_CASE);
  masked = byl_read_text_mask (text, mask, NULL);
  tells = byl_tell_finder_find (finder, masked, NULL);
  g_assert_cmpfloat (byl_tells_get_count (tells, BYL_TELL_WORDS), ==, 6);
  g_assert_cmpfloat (byl_tells_get_count (tells, BYL_TELL_BOLD), ==, 1);
  g_assert_cmpfloat (byl_tells_get_count (tells, BYL_TELL_HEDGE), ==, 1);
}

static char *
repeat (const char *words,
        guint       times)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (text, words);

  return g_string_free (text, FALSE);
}

/* What is quoted from a question is not the answer's own, however long the question is. */
static void
test_long_questions_are_quoted (void)
{
  g_autofree char *filler = repeat ("What may it be that it might be? ", 1000);
  g_autofree char *prompt = g_strconcat (filler, "So they say that it may well be so.", NULL);
  g_autofree char *answer = repeat ("You wrote \"it may well be so\". ", 40);
  g_autoptr(BylTells) quoting = tells_fixture_find ("en", answer, prompt);
  g_autoptr(BylTells) own = tells_fixture_find ("en", answer, "Why?");

  g_assert_cmpfloat (byl_tells_get_count (quoting, BYL_TELL_HEDGE), ==, 0);
  g_assert_cmpfloat (byl_tells_get_count (own, BYL_TELL_HEDGE), ==, 40);
}

/* Each quotation is nearly one of every place of the question: without an end to the search it
 * would take half a minute. */
static void
test_search_for_quotations_has_an_end (void)
{
  g_autofree char *prompt = repeat ("a ", BYL_PACK_MAX_TEXT / 2);
  g_autofree char *words = repeat ("a ", 20);
  g_autofree char *quotation = g_strconcat ("\"", words, "b\" ", NULL);
  g_autofree char *answer = repeat (quotation, BYL_PACK_MAX_TEXT / 45);
  g_autoptr(BylTells) tells = tells_fixture_find ("en", answer, prompt);

  g_assert_cmpfloat (byl_tells_get_count (tells, BYL_TELL_WORDS), ==,
                     21.0 * (BYL_PACK_MAX_TEXT / 45));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tell-finder/strange-texts-are-read", test_strange_texts_are_read);
  g_test_add_func ("/tell-finder/mixed-texts-are-read", test_mixed_texts_are_read);
  g_test_add_func ("/tell-finder/long-texts-are-read-in-time", test_long_texts_are_read_in_time);
  g_test_add_func ("/tell-finder/missing-words-are-not-zero", test_missing_words_are_not_zero);
  g_test_add_func ("/tell-finder/rate-is-of-a-thousand-words", test_rate_is_of_a_thousand_words);
  g_test_add_func ("/tell-finder/share-of-items-needs-items", test_share_of_items_needs_items);
  g_test_add_func ("/tell-finder/share-is-one-however-often", test_share_is_one_however_often);
  g_test_add_func ("/tell-finder/variety-is-of-the-first-hundred-words",
                   test_variety_is_of_the_first_hundred_words);
  g_test_add_func ("/tell-finder/finder-says-the-same-again", test_finder_says_the_same_again);
  g_test_add_func ("/tell-finder/masked-names-are-words", test_masked_names_are_words);
  g_test_add_func ("/tell-finder/long-questions-are-quoted", test_long_questions_are_quoted);
  g_test_add_func ("/tell-finder/search-for-quotations-has-an-end",
                   test_search_for_quotations_has_an_end);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tell-finder/size/%s/%u", sizes[i].id, i);

      g_test_add_data_func (path, &sizes[i], test_size);
    }

  return g_test_run ();
}
