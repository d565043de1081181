/* test-gate.c: what the gate lets pass and what it refuses, and where
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-gate.h"

#include <string.h>

typedef struct
{
  const char *json;
  const char *code;    /* NULL: it passes */
  const char *pointer;
  guint line;
  guint column;
} Case;

static void
check_bytes (const char *data,
             gsize       length,
             const char *code,
             const char *pointer,
             guint       line,
             guint       column)
{
  /* A copy of just that length, so that a sanitizer sees any byte that is read too far. */
  g_autofree char *copy = g_memdup2 (data, length);
  g_autofree char *beginning = g_strndup (data, MIN (length, 60));
  g_autofree char *shown = g_strescape (beginning, NULL);
  g_autoptr(BylProblem) problem = byl_gate_check (copy, length);

  if (code == NULL)
    {
      if (problem != NULL)
        g_test_message ("%s: %s", shown, problem->code);
      g_assert_null (problem);
      return;
    }

  g_assert_nonnull (problem);
  g_test_message ("%s: %s %s %u:%u", shown, problem->code, problem->pointer, problem->line,
                  problem->column);
  g_assert_cmpint (problem->severity, ==, BYL_SEVERITY_ERROR);
  g_assert_cmpstr (problem->code, ==, code);
  g_assert_cmpstr (problem->pointer, ==, pointer);
  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpuint (problem->column, ==, column);
  g_assert_true (g_utf8_validate (problem->message, -1, NULL));
  g_assert_cmpuint (strlen (problem->message), >, 20);
}

static void
check_cases (const Case *cases,
             gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    check_bytes (cases[i].json, strlen (cases[i].json), cases[i].code, cases[i].pointer,
                 cases[i].line,
                 cases[i].column);
}

static void
test_refuses_what_is_no_json (void)
{
  static const Case cases[] = {
    { "", "empty-file", "", 1, 1 },
    { " \n\t\r\n ", "empty-file", "", 1, 1 },
    { "Dear reader", "not-json", "", 1, 1 },
    { "<html>", "not-json", "", 1, 1 },
    { "var x = {}", "not-json", "", 1, 1 },
    { "{a: 1}", "not-json", "", 1, 2 },
    { "{\"a\" 1}", "not-json", "/a", 1, 6 },
    { "{\"a\":\n 1 \"b\": 2}", "not-json", "", 2, 4 },
    { "[1 2]", "not-json", "", 1, 4 },
    { "[1}", "not-json", "", 1, 3 },
    { "{\"a\":1]", "not-json", "", 1, 7 },
    { "{,}", "not-json", "", 1, 2 },
    { "[,1]", "not-json", "/0", 1, 2 },
    { "[1,,2]", "not-json", "/1", 1, 4 },
    { "]", "not-json", "", 1, 1 },
    { "{\"a\":}", "not-json", "/a", 1, 6 },
    { "{\"a\":tru}", "not-json", "/a", 1, 6 },
    { "[truer]", "not-json", "/0", 1, 2 },
    { "[True]", "not-json", "/0", 1, 2 },
    { "{\"é\": “x”}", "not-json", "/é", 1, 7 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_refuses_cut_files (void)
{
  static const Case cases[] = {
    { "{", "truncated", "", 1, 2 },
    { "[[", "truncated", "/0", 1, 3 },
    { "{\"a", "truncated", "", 1, 4 },
    { "{\"a\"", "truncated", "/a", 1, 5 },
    { "{\"a\":", "truncated", "/a", 1, 6 },
    { "{\"a\":1", "truncated", "", 1, 7 },
    { "{\"a\":1,", "truncated", "", 1, 8 },
    { "[\"x\\", "truncated", "/0", 1, 5 },
    { "[\"x\\u12", "truncated", "/0", 1, 8 },
    { "{\"a\":\n[1,\n{\"b\":\"tex", "truncated", "/a/1/b", 3, 10 },
    { "-", "truncated", "", 1, 2 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_every_beginning_of_a_good_file_is_refused (void)
{
  static const char json[] = "{\"a\":[1.5e3,true,null,\"\\ud83d\\ude00é\\n\"],\"b\":{\"c\":-0}}";

  for (gsize length = 0; length < sizeof json - 1; length++)
    {
      g_autofree char *copy = g_memdup2 (json, length);
      g_autoptr(BylProblem) problem = byl_gate_check (copy, length);

      g_assert_nonnull (problem);
    }

  check_bytes (json, sizeof json - 1, NULL, NULL, 0, 0);
}

static void
test_refuses_what_other_readers_allow (void)
{
  static const Case cases[] = {
    { "// hello\n{}", "comment", "", 1, 1 },
    { "{\n  /* hello */ \"a\": 1}", "comment", "", 2, 3 },
    { "{\"a\": # hello\n1}", "comment", "/a", 1, 7 },
    { "{} // bye", "comment", "", 1, 4 },
    { "[1 /* one */]", "comment", "", 1, 4 },
    { "{'a': 1}", "single-quote", "", 1, 2 },
    { "[1,\n 'a']", "single-quote", "/1", 2, 2 },
    { "{} {}", "second-root", "", 1, 4 },
    { "{}\n[]", "second-root", "", 2, 1 },
    { "1 2", "second-root", "", 1, 3 },
    { "{}]", "second-root", "", 1, 3 },
    { "{\"a\":1,}", "trailing-comma", "", 1, 7 },
    { "{\"q\":[1,2 ,\n]}", "trailing-comma", "/q", 1, 11 },
    { "{\"a\":1,\"b\":{\"c\":1,\"c\":2}}", "duplicate-key", "/b/c", 1, 19 },
    { "{\"a\":1,\"\\u0061\":2}", "duplicate-key", "/a", 1, 8 },
    { "{\"\\ud83d\\ude00\":1,\"😀\":2}", "duplicate-key", "/😀", 1, 19 },
    { "{\"\":1,\"\":2}", "duplicate-key", "/", 1, 7 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_refuses_bad_texts (void)
{
  static const Case cases[] = {
    { "[\"a\\u0000b\"]", "nul-character", "/0", 1, 4 },
    { "{\"a\\u0000b\":1}", "nul-character", "", 1, 4 },
    { "[\"\\ud83d\"]", "lone-surrogate", "/0", 1, 3 },
    { "[\"\\ude00\"]", "lone-surrogate", "/0", 1, 3 },
    { "[\"\\ud83d\\u0041\"]", "lone-surrogate", "/0", 1, 3 },
    { "[\"\\ud83dx\"]", "lone-surrogate", "/0", 1, 3 },
    { "[\"a\nb\"]", "control-character", "/0", 1, 4 },
    { "[\"a\tb\"]", "control-character", "/0", 1, 4 },
    { "[\"a\001\"]", "control-character", "/0", 1, 4 },
    { "[\"C:\\path\"]", "bad-escape", "/0", 1, 5 },
    { "[\"\\x41\"]", "bad-escape", "/0", 1, 3 },
    { "[\"\\u00g0\"]", "bad-escape", "/0", 1, 3 },
    { "[\"\\U0041\"]", "bad-escape", "/0", 1, 3 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
  check_bytes ("[\"a\0b\"]", 7, "control-character", "/0", 1, 4);
  check_bytes ("[\0]", 3, "not-json", "/0", 1, 2);
}

static void
test_refuses_what_is_not_utf8 (void)
{
  static const Case cases[] = {
    { "\xef\xbb\xbf{}", "byte-order-mark", "", 1, 1 },
    { "\xff\xfe{", "invalid-utf8", "", 1, 1 },
    { "\xfe\xff{", "invalid-utf8", "", 1, 1 },
    { "[\"caf\xe9\"]", "invalid-utf8", "/0", 1, 6 },
    { "[\"\xc0\xaf\"]", "invalid-utf8", "/0", 1, 3 },         /* overlong */
    { "[\"\xe0\x80\x80\"]", "invalid-utf8", "/0", 1, 3 },
    { "[\"\xf0\x80\x80\x80\"]", "invalid-utf8", "/0", 1, 3 },
    { "[\"\xed\xa0\x80\"]", "invalid-utf8", "/0", 1, 3 },     /* a surrogate */
    { "[\"\xf4\x90\x80\x80\"]", "invalid-utf8", "/0", 1, 3 }, /* above U+10FFFF */
    { "[\"\x80\"]", "invalid-utf8", "/0", 1, 3 },
    { "[\"\xe4\xb8\"]", "invalid-utf8", "/0", 1, 3 },
    { "[\xe9]", "invalid-utf8", "/0", 1, 2 },
    { "[\"éé\xf0\x9f\x98", "invalid-utf8", "/0", 1, 5 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_refuses_bad_numbers (void)
{
  static const char * const bad[] = {
    "01", "-01", "00", ".5", "5.", "1.e3", "1e", "1e+", "+1", "0x1F", "0b1", "1_000", "1,5.", "NaN",
    "nan",
    "Infinity", "-Infinity", "inf", "--1", "-a", "1.2.3", "12abc", "017",
  };
  static const char * const too_large[] = {
    "1e999", "-1e999", "9223372036854775808", "-9223372036854775809", "18446744073709551616",
    "100000000000000000000", "1.5e309", "99999999999999999999999999999999999999999999",
  };
  static const char * const good[] = {
    "0", "-0", "0.0", "1e5", "1E+5", "1e-999", "9223372036854775807", "-9223372036854775808",
    "1.7976931348623157e308",
    "123.456", "-0.5e-3", "1000000000000000000",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"a\":[%s]}", bad[i]);

      if (strchr (bad[i], ',') == NULL)
        check_bytes (json, strlen (json), "bad-number", "/a/0", 1, 7);
      else
        check_bytes (json, strlen (json), "bad-number", "/a/1", 1, 9);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (too_large); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"a\":%s}", too_large[i]);

      check_bytes (json, strlen (json), "number-range", "/a", 1, 6);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *json = g_strdup_printf ("[%s]", good[i]);

      check_bytes (json, strlen (json), NULL, NULL, 0, 0);
      check_bytes (good[i], strlen (good[i]), NULL, NULL, 0, 0);
    }
}

static char *
repeat (const char *text,
        gsize       times)
{
  GString *repeated = g_string_sized_new (strlen (text) * times);

  for (gsize i = 0; i < times; i++)
    g_string_append (repeated, text);

  return g_string_free (repeated, FALSE);
}

static void
test_refuses_deep_nesting (void)
{
  g_autofree char *million = repeat ("[", 1000000);
  g_autofree char *objects = repeat ("{\"a\":", 1000000);
  g_autofree char *opening = repeat ("[", BYL_GATE_MAX_DEPTH);
  g_autofree char *closing = repeat ("]", BYL_GATE_MAX_DEPTH);
  g_autofree char *deepest = g_strconcat (opening, closing, NULL);
  g_autofree char *too_deep = g_strconcat ("[", opening, closing, "]", NULL);
  g_autofree char *zeros = repeat ("/0", BYL_GATE_MAX_DEPTH);
  g_autofree char *names = repeat ("/a", BYL_GATE_MAX_DEPTH);

  check_bytes (million, 1000000, "too-deep", zeros, 1, 33);
  check_bytes (too_deep, strlen (too_deep), "too-deep", zeros, 1, 33);
  check_bytes (objects, strlen (objects), "too-deep", names, 1, 161);
  check_bytes (deepest, strlen (deepest), NULL, NULL, 0, 0);
}

static char *
make_object (guint n_members)
{
  GString *object = g_string_new ("{");

  for (guint i = 0; i < n_members; i++)
    g_string_append_printf (object, "%s\"name%u\":%u", i > 0 ? "," : "", i, i);
  g_string_append_c (object, '}');

  return g_string_free (object, FALSE);
}

static void
test_refuses_too_many_members (void)
{
  g_autofree char *many = make_object (65536);
  g_autofree char *most = make_object (BYL_GATE_MAX_MEMBERS);
  g_autofree char *one_more = make_object (BYL_GATE_MAX_MEMBERS + 1);
  guint column = strlen (most) + 1;

  check_bytes (many, strlen (many), "too-many-members", "", 1, column);
  check_bytes (one_more, strlen (one_more), "too-many-members", "", 1, column);
  check_bytes (most, strlen (most), NULL, NULL, 0, 0);
}

static void
test_refuses_too_many_values (void)
{
  g_autofree char *values = repeat ("1,", BYL_GATE_MAX_VALUES);
  g_autofree char *json = g_strconcat ("[", values, "1]", NULL);
  g_autofree char *pointer = g_strdup_printf ("/%u", BYL_GATE_MAX_VALUES - 1);

  check_bytes (json, strlen (json), "too-many-values", pointer, 1, 2 * BYL_GATE_MAX_VALUES);
}

static void
test_refuses_a_file_above_the_limit_unread (void)
{
  /* Only the length may be looked at: behind the one byte there is nothing. */
  g_autofree char *byte = g_strdup ("[");
  g_autoptr(BylProblem) problem = byl_gate_check (byte, (gsize) BYL_GATE_MAX_BYTES + 1);

  g_assert_nonnull (problem);
  g_assert_cmpstr (problem->code, ==, "too-large");
}

static void
test_pointer_escapes_the_names_on_its_way (void)
{
  static const Case cases[] = {
    { "{\"a/b\":{\"c~d\":[0,{\"\\u00e9\\n\":01}]}}", "bad-number", "/a~1b/c~0d/1/é\n", 1, 30 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_column_counts_characters (void)
{
  static const Case cases[] = {
    { "[\"日本語😀\", 01]", "bad-number", "/1", 1, 10 },
    { "[\r\n\"é\",\r\n 01]", "bad-number", "/1", 3, 2 },
  };

  check_cases (cases, G_N_ELEMENTS (cases));
}

static void
test_passes_good_files (void)
{
  static const char * const good[] = {
    "{}", "[]", "\"\"", "null", "true", " [ ] ",
    "{\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1},{\"a\":1}]}",
    "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"]", "{\"\":1}", "[[],{},[[]],\"a\x7f\"]",
    "\t{\r\n\"a\" : [ 1 , 2 ] }\n\n", "[\"日本語 עברית العربية 😀\"]", "[\"\\uFFFF\\uFFFE\"]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    check_bytes (good[i], strlen (good[i]), NULL, NULL, 0, 0);
}

static void
test_a_special_byte_is_seen_at_any_place (void)
{
  /* Texts are read eight bytes at a time: none of the eight may hide what ends a run. */
  static const struct
  {
    const char *bytes;
    const char *code;
  } specials[] = {
    { "\001", "control-character" }, { "\x1f", "control-character" }, { "\xff", "invalid-utf8" },
    { "\\q", "bad-escape" },         { "\\u0000", "nul-character" },
  };

  for (guint before = 0; before < 40; before++)
    for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
      {
        g_autofree char *filling = repeat ("!", before);
        g_autofree char *json = g_strdup_printf ("[\"%s%s!!!!!!!!!!!!\"]", filling,
                                                 specials[i].bytes);

        check_bytes (json, strlen (json), specials[i].code, "/0", 1, before + 3);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gate/refuses-what-is-no-json", test_refuses_what_is_no_json);
  g_test_add_func ("/gate/refuses-cut-files", test_refuses_cut_files);
  g_test_add_func ("/gate/every-beginning-of-a-good-file-is-refused",
                   test_every_beginning_of_a_good_file_is_refused);
  g_test_add_func ("/gate/refuses-what-other-readers-allow", test_refuses_what_other_readers_allow);
  g_test_add_func ("/gate/refuses-bad-texts", test_refuses_bad_texts);
  g_test_add_func ("/gate/refuses-what-is-not-utf8", test_refuses_what_is_not_utf8);
  g_test_add_func ("/gate/refuses-bad-numbers", test_refuses_bad_numbers);
  g_test_add_func ("/gate/refuses-deep-nesting", test_refuses_deep_nesting);
  g_test_add_func ("/gate/refuses-too-many-members", test_refuses_too_many_members);
  g_test_add_func ("/gate/refuses-too-many-values", test_refuses_too_many_values);
  g_test_add_func ("/gate/refuses-a-file-above-the-limit-unread",
                   test_refuses_a_file_above_the_limit_unread);
  g_test_add_func ("/gate/pointer-escapes-the-names-on-its-way",
                   test_pointer_escapes_the_names_on_its_way);
  g_test_add_func ("/gate/column-counts-characters", test_column_counts_characters);
  g_test_add_func ("/gate/passes-good-files", test_passes_good_files);
  g_test_add_func ("/gate/a-special-byte-is-seen-at-any-place",
                   test_a_special_byte_is_seen_at_any_place);

  return g_test_run ();
}
