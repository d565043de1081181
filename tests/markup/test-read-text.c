/* test-read-text.c: Markdown becomes the blocks and runs that a reader sees
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "read-text-fixture.h"

/* A text, and what read_text_fixture_describe () makes of it. */
typedef struct
{
  const char *markdown;
  const char *description;
} Case;

static void
check_cases (const Case *cases,
             gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autoptr(BylReadText) text = byl_read_text_new_markdown (cases[i].markdown);
      g_autofree char *description = read_text_fixture_describe (text);

      g_test_message ("%s", cases[i].markdown);
      g_assert_cmpstr (description, ==, cases[i].description);
    }
}

static void
test_a_text_without_words_has_no_blocks (void)
{
  static const char * const blanks[] = { "", " ", "\n\n\t \n", "\u200b", "[a]: b\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      g_autoptr(BylReadText) text = byl_read_text_new_markdown (blanks[i]);
      guint n_blocks;
      guint n_runs;

      read_text_fixture_check (text);
      byl_read_text_get_blocks (text, &n_blocks);
      byl_read_text_get_runs (text, &n_runs);
      g_assert_cmpuint (n_blocks, ==, 0);
      g_assert_cmpuint (n_runs, ==, 0);
      g_assert_cmpstr (byl_read_text_get_text (text), ==, "");
    }
}

static void
test_paragraphs_and_line_breaks_are_kept (void)
{
  static const Case cases[] = {
    { "word", "p: word" },
    { "one\n\n\n two", "p: one\np: two" },
    { "soft\nbreak", "p: soft break" },
    { "hard  \nbreak", "p: hard\\nbreak" },
    { "hard\\\nbreak", "p: hard\\nbreak" },
    { "dos\r\nlines\r\n\r\nnext", "p: dos lines\np: next" },
    { "no\u202emark\u200bof\u2060it", "p: nomarkofit" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_headings_have_a_level (void)
{
  static const Case cases[] = {
    { "# One\n## Two\n###### Six", "h1: One\nh2: Two\nh6: Six" },
    { "####### Seven", "p: ####### Seven" },
    { "#none", "p: #none" },
    { "Above\n===\nBelow\n---", "h1: Above\nh2: Below" },
    { "#", "h1: " },
    { "# *a* `b` #", "h1: {i|a} {c|b}" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_list_items_have_depth_and_marker (void)
{
  static const Case cases[] = {
    { "- a\n- b", ".*p: a\n.*p: b" },
    { "- a\n\n  more\n\n- b", ".*p: a\n.p: more\n.*p: b" },
    { "- a\n  - b\n    - c\n- d", ".*p: a\n..*p: b\n...*p: c\n.*p: d" },
    { "3. a\n7. b\n9) c", ".3)p: a\n.4)p: b\n.9)p: c" },
    { "0. a\n1. b", ".0)p: a\n.1)p: b" },
    { "1. a\n   - b\n2. c", ".1)p: a\n..*p: b\n.2)p: c" },
    { "- - a", ".*p: \n..*p: a" },
    { "-\n- b", ".*p: \n.*p: b" },
    { "- ```\n  x\n  ```\n  y", ".*code: x\n.p: y" },
    { "- # h", ".*h1: h" },
    { "text\n- a\n\nend", "p: text\n.*p: a\np: end" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_tasks_are_open_or_done (void)
{
  static const Case cases[] = {
    { "- [ ] a\n- [x] b\n- [X] c\n- d", ".[ ]p: a\n.[x]p: b\n.[x]p: c\n.*p: d" },
    { "1. [x] a\n2. b", ".[x]p: a\n.2)p: b" },
    { "- [y] a", ".*p: [y] a" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_tables_have_rows_columns_and_alignment (void)
{
  static const Case cases[] = {
    { "|a|b|c|d|\n|---|:---|:---:|---:|\n|1|2|3|4|",
      "head1.0.0: a\nhead1.0.1<: b\nhead1.0.2^: c\nhead1.0.3>: d\n"
      "cell1.1.0: 1\ncell1.1.1<: 2\ncell1.1.2^: 3\ncell1.1.3>: 4" },
    { "a|b\n---|---\n**1**|\n2|x\\|y",
      "head1.0.0: a\nhead1.0.1: b\ncell1.1.0: {b|1}\ncell1.1.1: \ncell1.2.0: 2\ncell1.2.1: x|y" },
    { "|a|\n|---|\n\n|b|\n|---|\n|c|", "head1.0.0: a\nhead2.0.0: b\ncell2.1.0: c" },
    { "> |a|\n> |---|", ">head1.0.0: a" },
    { "|a|\n|---|\n|1|2|", "head1.0.0: a\ncell1.1.0: 1" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_code_is_kept_as_it_is (void)
{
  static const Case cases[] = {
    { "```c\nint *a;\n\n  b ();\n```", "code: int *a;\\n\\n  b ();" },
    { "    <b>x</b> &amp;\n", "code: <b>x</b> &amp;" },
    { "~~~\n```\n~~~", "code: ```" },
    { "```\nnever closed", "code: never closed" },
    { "```\n```", "code: " },
    { "`a  *b*`", "p: {c|a  *b*}" },
    { "`` ` ``", "p: {c|`}" },
    { "`a\nb`", "p: {c|a b}" },
    { "`only code`", "p: {c|only code}" },
    { "**`x` y**", "p: {bc|x}{b| y}" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_quotes_and_rules_are_blocks (void)
{
  static const Case cases[] = {
    { "> a\n> > b\n\nc", ">p: a\n>>p: b\np: c" },
    { "> - a\n>   > b", ">.*p: a\n>>.p: b" },
    { "a\n\n---\n\nb", "p: a\nrule: \np: b" },
    { "***", "rule: " },
    { "- ***", ".*rule: " },
    { ">", "" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_emphasis_nests_and_goes_over_words (void)
{
  static const Case cases[] = {
    { "*a b* c", "p: {i|a b} c" },
    { "**a *b* c**", "p: {b|a }{bi|b}{b| c}" },
    { "***a***", "p: {bi|a}" },
    { "~~a~~ ~b~", "p: {s|a} {s|b}" },
    { "*over\nlines*", "p: {i|over lines}" },
    { "snake_case_name 2*3*4", "p: snake_case_name 2{i|3}4" },
    { "*a", "p: *a" },
    { "\\*a\\*", "p: *a*" },
    { "*a**b*", "p: {i|a**b}" },
    { "*a*\n\n*b*", "p: {i|a}\np: {i|b}" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_links_keep_their_address (void)
{
  static const Case cases[] = {
    { "[a **b**](http://x.y/?a=1&amp;b=2 \"t\")",
      "p: {a=http://x.y/?a=1&b=2|a }{ba=http://x.y/?a=1&b=2|b}" },
    { "[a][r]\n\n[r]: /x", "p: {a=/x|a}" },
    { "<http://x.y>", "p: {a=http://x.y|http://x.y}" },
    { "https://x.org and a@b.org",
      "p: {a=https://x.org|https://x.org} and {a=mailto:a@b.org|a@b.org}" },
    { "www.x.org", "p: {a=http://www.x.org|www.x.org}" },
    { "[a](b)[c](d)", "p: {a=b|a}{a=d|c}" },
    { "[](x)", "p: " },
    { "[a](", "p: [a](" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_a_picture_is_its_words (void)
{
  static const Case cases[] = {
    { "![a *cat*](c.png \"t\")", "p: a {i|cat}" },
    { "[![a](b)](c)", "p: {a=c|a}" },
    { "x ![](y) z", "p: x  z" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_entities_are_characters (void)
{
  static const Case cases[] = {
    { "&amp; &lt; &copy; &hellip;", "p: & < © …" },
    { "&#65; &#x1F600; &#0; &#1114112;", "p: A 😀 \ufffd \ufffd" },
    { "&#xD800;", "p: \ufffd" },
    { "a&#8203;&#x202e;&zwj;b", "p: ab" },
    { "&nothing; &amp &;", "p: &nothing; &amp &;" },
    { "&ast;a&ast; &#42;b&#42;", "p: &ast;a&ast; *b*" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_other_markup_is_shown_as_typed (void)
{
  static const Case cases[] = {
    { "<b>x</b><br>y", "p: <b>x</b><br>y" },
    { "<div>\n*a*\n</div>", "p: <div> {i|a} </div>" },
    { "<!-- a -->", "p: <!-- a -->" },
    { "<script>x()</script>", "p: <script>x()</script>" },
    { "<span foreground=\"red\">x</span> &", "p: <span foreground=\"red\">x</span> &" },
    { "$x^2$", "p: $x^2$" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_every_script_is_text (void)
{
  static const Case cases[] = {
    { "**שלום** עולם", "p: {b|שלום} עולם" },
    { "- مرحبا `a`", ".*p: مرحبا {c|a}" },
    { "日本*語*です", "p: 日本{i|語}です" },
    { "👩‍💻 **😀**", "p: 👩‍💻 {b|😀}" },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_offsets_count_characters (void)
{
  g_autoptr(BylReadText) text = byl_read_text_new_markdown ("# 日本\n\né😀 **ж** x");
  const BylBlock *blocks;
  const BylRun *runs;
  guint n_blocks;
  guint n_runs;

  blocks = byl_read_text_get_blocks (text, &n_blocks);
  runs = byl_read_text_get_runs (text, &n_runs);

  g_assert_cmpstr (byl_read_text_get_text (text), ==, "日本\né😀 ж x");
  g_assert_cmpuint (byl_read_text_get_length (text), ==, 9);
  g_assert_cmpuint (n_blocks, ==, 2);
  g_assert_cmpuint (blocks[0].start, ==, 0);
  g_assert_cmpuint (blocks[0].end, ==, 2);
  g_assert_cmpuint (blocks[1].start, ==, 3);
  g_assert_cmpuint (blocks[1].end, ==, 9);
  g_assert_cmpuint (n_runs, ==, 1);
  g_assert_cmpuint (runs[0].start, ==, 6);
  g_assert_cmpuint (runs[0].end, ==, 7);
}

static void
test_a_plain_text_stays_as_typed (void)
{
  static const Case cases[] = {
    { "", "" },
    { " \n\t\n", "" },
    { "# *a*\n- b", "p: # *a*\\n- b" },
    { "a\n\n \n  b\nc\n", "p: a\np:   b\\nc" },
    { "&amp; <b>", "p: &amp; <b>" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(BylReadText) text = byl_read_text_new_plain (cases[i].markdown);
      g_autofree char *description = read_text_fixture_describe (text);

      g_assert_cmpstr (description, ==, cases[i].description);
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
    { "a-text-without-words-has-no-blocks", test_a_text_without_words_has_no_blocks },
    { "paragraphs-and-line-breaks-are-kept", test_paragraphs_and_line_breaks_are_kept },
    { "headings-have-a-level", test_headings_have_a_level },
    { "list-items-have-depth-and-marker", test_list_items_have_depth_and_marker },
    { "tasks-are-open-or-done", test_tasks_are_open_or_done },
    { "tables-have-rows-columns-and-alignment", test_tables_have_rows_columns_and_alignment },
    { "code-is-kept-as-it-is", test_code_is_kept_as_it_is },
    { "quotes-and-rules-are-blocks", test_quotes_and_rules_are_blocks },
    { "emphasis-nests-and-goes-over-words", test_emphasis_nests_and_goes_over_words },
    { "links-keep-their-address", test_links_keep_their_address },
    { "a-picture-is-its-words", test_a_picture_is_its_words },
    { "entities-are-characters", test_entities_are_characters },
    { "other-markup-is-shown-as-typed", test_other_markup_is_shown_as_typed },
    { "every-script-is-text", test_every_script_is_text },
    { "offsets-count-characters", test_offsets_count_characters },
    { "a-plain-text-stays-as-typed", test_a_plain_text_stays_as_typed },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/read-text/", tests[i].path, NULL);

      g_test_add_func (path, tests[i].function);
    }

  return g_test_run ();
}
