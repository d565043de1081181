/* test-tell-cases.c: what is found of each kind of tell, and what nearly is but must not be
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tells-fixture.h"

#define QUESTION "What is the capital of the old kingdom of Bavaria?"

/* An answer, and the words of all places of a kind in it, with “|” between them. */
typedef struct
{
  const char *id;
  const char *markdown;
  const char *expected; /* "" = none */
  const char *prompt;   /* (nullable) */
  const char *language; /* (nullable): English */
} Case;

static const Case cases[] = {
  { "opener", "Sure, it is Munich.", "Sure" },
  { "opener", "It is Munich.", "" },
  { "opener-sure", "# Title\n\nOf course! It is Munich.", "Of course" },
  { "opener-sure", "It is Munich, of course.", "" },
  { "opener-sure", "Sure enough, it is Munich.", "" },
  { "opener-here-is", "Here’s the answer.", "Here’s" },
  { "opener-here-is", "The answer: here is one.", "" },
  { "opener-restates", "The capital of the old kingdom is Munich.", "The capital of the old kingdom",
    QUESTION },
  { "opener-restates", "It is Munich, which was a capital when the kingdom was old and great.", "",
    QUESTION },
  { "opener-restates", "The capital of the old kingdom is Munich.", "" },

  { "praise", "Great question! It is Munich.", "Great question" },
  { "praise", "Well. That's a fine question. Yes.", "That's a fine question" },
  { "praise", "One. Two. It was a great question.", "" },
  { "closing-offer", "It is Munich.\n\nLet me know. Bye.", "Let me know" },
  { "closing-offer", "Let me know. It is Munich. That is all. Bye.", "" },
  { "closing-question", "It is Munich. Do you like it?", "Do you like it?" },
  { "closing-question", "Do you like it? “Yes?”", "Yes?”" },
  { "closing-question", "Do you like it? I do.", "" },
  { "closing-question", "Do you like it?\n\n```\nis it?\n```", "" },
  { "closing-question", "好きですか？", "好きですか？" },

  { "question", "Why? Since `a ? b` is so. ¿Qué?", "?|?" },
  { "exclamation", "Stop! `!x` Go!!", "!|!|!" },
  { "exclamation", "```\nprintf (\"hello!\");\n```", "" },
  { "exclamation", "你好！", "！" },
  { "emoji", "A 😊 and 👨‍👩‍👧 and 👍🏽 and 🇩🇪 and ✅ and 1️⃣ and ❤️.", "😊|👨‍👩‍👧|👍🏽|🇩🇪|✅|1️⃣|❤️" },
  { "emoji", "© 2024, ™, 1 # *, ✓ → and ❤.", "" },
  { "emoji", "`😊`", "" },

  { "first-person", "I think my view is so. I’m sure.", "I|my|I’m" },
  { "first-person", "World War I was so, and i is a letter.", "" },
  { "second-person", "You and your friends.", "You|your" },
  { "second-person", "Young yours.", "" },
  { "inclusive", "Let’s see what we have.", "Let’s|we" },
  { "inclusive", "As was said: “we have it”.", "", "Is it true that we have it?" },
  { "inclusive", "As was said: “we have it”.", "we", "Is it true?" },
  { "contraction", "Don’t do it, it's bad. It isn't.", "Don’t|it's|isn't" },
  { "contraction", "Its dog’s bone, not the dogs' ’tis.", "" },

  { "imperative", "- Use salt.\n- The use of salt.\n1. avoid it\n- Use of salt", "Use|avoid" },
  { "imperative", "Use salt, start now.", "" },
  { "formal-word", "A crucial, state-of-the-art thing was utilized.",
    "crucial|state-of-the-art|utilized" },
  { "formal-word", "`crucial` and crucially", "" },
  { "metaphor", "Think of it\nas a box.", "Think of it as" },
  { "humour-aside", "It works (trust me, I trust me). Trust me (a).", "(trust me, I trust me)" },

  { "hedge", "It may rain and tends to snow.", "may|tends to" },
  { "hedge", "It is\npossible that it might.", "It is possible that|might" },
  { "hedge", "It could, I think, rain perhaps.", "could, I think, rain perhaps" },
  { "hedge", "It could be. Perhaps.", "" },
  { "hedge", "In May, the might of Rome, and might and main. May rain.", "" },
  { "hedge", "`may` https://example.com/may/might\n\n    might\n\n```\nmay\n```", "" },
  { "hedge", "dismay may-be nightmight", "may" },
  { "hedge", "> It may rain.\n\nIt may.", "may", "Discuss: it may rain." },
  { "hedge", "“It may rain” is said. It may.", "may", "Discuss: It may rain." },
  { "hedge", "Vielleicht, möglicherweise.", "Vielleicht|möglicherweise", NULL, "de-AT" },
  { "hedge", "这可能是，不可能。", "可能", NULL, "zh-Hans" },
  { "hedge", "할 수 있습니다. 할수있습니다. 아마도", "수 있|아마", NULL, "ko" },
  { "hedge", "Cela peut être, may.", "", NULL, "fr" },
  { "booster", "It must, without a doubt. That is a must.", "must|without a doubt" },
  { "own-doubt", "I’m not sure about it.", "I’m not sure" },
  { "own-doubt", "I'm sure.", "" },
  { "knowledge-limit", "As an AI, I do.", "As an AI" },
  { "knowledge-limit", "as an ai", "" },
  { "attribution", "Studies show it. According to him, no.", "Studies show|According to" },
  { "attribution", "According, to him.", "" },
  { "both-sides", "It depends. On the other hand, no.", "It depends|On the other hand" },
  { "caveat", "However, no. That said, it does. It did, however.", "However|That said" },
  { "see-a-professional", "Then consult a doctor.", "consult a doctor" },
  { "refusal", "I can’t help with that.", "I can’t help with" },
  { "number", "1.5 of 1,000 at 10:30, 3D, H2O, `7` and v2.", "1.5|1,000|10|30|3D" },
  { "number", "1. one\n2. two", "" },
  { "range", "5–10, 5-10, 5 – 10, ≈ 5, ~5, about 7, roughly $9", "5–10|5-10|5 – 10|≈ 5|~5|about 7|"
    "roughly $9" },
  { "range", "2020-01-02, 0171-55-66, about that, a-1, 7 - 5", "" },
  { "range", "大约5个", "大约5", NULL, "zh" },
  { "citation", "See [this](https://example.com) and [1].", "this|[1]" },
  { "citation", "www.example.com, https://example.com/a.", "www.example.com|https://example.com/a" },
  { "citation", "Sources: none.\n\nThe sources are a[12345].", "Sources" },
  { "citation", "`https://example.com`", "https://example.com" },
  { "citation", "Colons: like so. a[i] [x]", "" },

  { "heading", "# One\n\ntext\n\n### Two", "One|Two" },
  { "heading", "\\# One\n\n```\n# Two\n```", "" },
  { "bold-paragraph", "**All of it**\n\n**All:**\n\n**Some** of it\n\n- **item**",
    "All of it|All:" },
  { "bullet", "- one two\n* three\n1. four", "one|three" },
  { "numbered", "- one\n1. two\n2) three", "two|three" },
  { "numbered", "- one\n\n1985\\. two", "" },
  { "bold", "**One** and __two__, **th*re*e** `**four**`", "One|two|three" },
  { "italic", "*One* and _two_ and ***three*** snake_case_word 2*3*4", "One|two|three|3" },
  { "bold-lead", "- **One:** a\n- **Two**: b\n- **Three** c\n- d **Four:**\n1. **5 -** e: f",
    "One:|Two" },
  { "bold-lead", "**One:** a", "" },
  { "item-stop", "- One.\n- Two\n- Three: 3.5\n- Four etc.", ".|." },
  { "item-stop", "One.", "" },
  { "lead-in", "These are the steps:\n\n- One:\n- Two\n\nThat is all: so.", "steps" },
  { "table", "| A | B |\n|---|---|\n| 1 | 2 |", "A\nB" },
  { "table", "A | B", "" },
  { "code", "Text\n\n```c\nint x;\n```\n\n    int y;", "int x;|int y;" },
  { "code", "`int x;`", "" },
  { "rule", "One\n\n---\n\nTwo", "" },
  { "quote", "> One\n>\n> Two\n\nThree\n\n> Four", "One\nTwo|Four" },
  { "quote", "> " QUESTION "\n\nMunich.", "", QUESTION },
  { "inline-code", "Use `one` and `two`.\n\n```\nthree\n```", "one|two" },

  { "em-dash", "One — two—three —— four – five -- six `—`", "—|—|——" },
  { "en-dash", "One – two - three, 5–10, well-known\n\n- item\n- -", "–|-" },
  { "semicolon", "One; two &amp; three; `a;`", ";|;" },
  { "colon", "So: at 10:30, https://a.b/c: 3:1, a::b", ":|:|:|:" },
  { "parenthesis", "One (two (three)) four) :-) `f()` (", "(two (three))|(three)" },
  { "parenthesis", "（二）", "（二）" },
  { "ellipsis", "Well... so … or …… a.. b. `...`", "...|…|……" },
  { "arrow", "A → b -> c => d ⇒ e <- f - > `->`", "→|->|=>|⇒" },
  { "curly-quote", "“One” and ‘two’ the writers’ \"three\" don’t", "“|”|‘|’" },
  { "curly-apostrophe", "don’t can't ‘two’ writers’", "’" },
  { "not-x-but-y", "It is not just good but great. It isn’t big, it’s small.",
    "not just good but|isn’t big, it’s" },
  { "not-x-but-y", "It is not just good. But it is great.", "" },
  { "not-x-but-y", "他不仅聪明，而且勤奋。", "不仅聪明，而且", NULL, "zh" },
  { "triad", "We need eggs, fresh milk, and white flour.", "need eggs, fresh milk, and white flour" },
  { "triad", "Eggs, milk, butter, and flour. Eggs and milk, and so on. A, b and c.", "" },
  { "triad", "Eier, Milch und Mehl.", "Eier, Milch und Mehl", NULL, "de" },
  { "triad", "苹果、梨和桃子。", "苹果、梨和桃子", NULL, "zh" },
  { "ing-clause", "It rains, making it wet. It rains, during May, something, and singing, dancing.",
    "making it wet" },
  { "ing-clause", "Making it, reading, writing, and more.", "" },
  { "summary-close", "Overall, one.\n\nIn summary, two. Overall three.", "In summary|Overall" },
  { "summary-close", "Overall, one.\n\nTwo overall.", "" },
  { "echo", "Munich is the capital. Bavaria is old.", "capital", QUESTION },
  { "echo", "Munich.", "", QUESTION },
};

static void
test_case (gconstpointer data)
{
  const Case *item = data;
  g_autoptr(BylTells) tells = tells_fixture_find (item->language != NULL ? item->language : "en",
                                                  item->markdown, item->prompt);
  g_autofree char *found = NULL;
  BylTell tell;

  g_assert_true (byl_tell_kind_find (item->id, &tell));
  found = tells_fixture_join_spans (item->markdown, tells, tell);
  g_assert_cmpstr (found, ==, item->expected);

  /* The figures say the same as the places. */
  if (item->expected[0] != '\0')
    g_assert_true (byl_tells_get_count (tells, tell) > 0);
}

/* Every kind that has places has an answer in which it is found, and one in which it is not. */
static void
test_all_kinds_have_cases (void)
{
  for (guint i = 0; i < BYL_N_TELLS; i++)
    {
      const BylTellKind *kind = byl_tell_kind_get (i);
      guint n_found = 0;

      if (kind->unit == BYL_TELL_SIZE || i == BYL_TELL_RULE)
        continue;

      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        n_found += g_str_equal (cases[j].id, kind->id) && cases[j].expected[0] != '\0';
      if (n_found == 0)
        g_test_message ("%s", kind->id);
      g_assert_cmpuint (n_found, >, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tell-cases/all-kinds-have-cases", test_all_kinds_have_cases);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tell-cases/%s/%u", cases[i].id, i);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
