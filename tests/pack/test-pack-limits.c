/* test-pack-limits.c: how much of everything a pack may have
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-pack-reader.h"
#include "byl-problem.h"
#include "test-pack-support.h"

#include <string.h>

static BylPack *
read_text (const char *text,
           GPtrArray  *problems)
{
  g_autoptr(GBytes) bytes = test_make_bytes (text);

  return byl_pack_read (bytes, problems, NULL);
}

static GPtrArray *
make_problems (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);
}

static char *
repeat (const char *character,
        guint       n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, character);

  return g_string_free (text, FALSE);
}

/* As long as may be is good, one character more is an error, whatever bytes a character takes. */
static void
check_length (const char *member,
              const char *value,
              guint       maximum,
              const char *pointer)
{
  static const char * const characters[] = { "a", "é", "語", "😀" };

  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    {
      g_autofree char *from = g_strconcat (member, value, "\"", NULL);
      g_autofree char *filler = repeat (characters[i], maximum);
      g_autofree char *longest = g_strconcat (member, filler, "\"", NULL);
      g_autofree char *longer = g_strconcat (member, filler, characters[i], "\"", NULL);
      g_autofree char *good_text = test_spoil (from, longest);
      g_autofree char *bad_text = test_spoil (from, longer);
      g_autoptr(GPtrArray) problems = make_problems ();
      g_autoptr(BylPack) pack = read_text (good_text, problems);
      BylProblem *problem;

      g_assert_nonnull (pack);
      g_assert_null (read_text (bad_text, problems));
      g_assert_cmpuint (problems->len, ==, 1);
      problem = g_ptr_array_index (problems, 0);
      g_assert_cmpstr (problem->code, ==, "too-long");
      g_assert_cmpstr (problem->pointer, ==, pointer);
    }
}

static void
test_texts_count_in_characters (void)
{
  check_length ("\"title\": \"", "A pack", BYL_PACK_MAX_LINE, "/title");
  check_length ("\"", "Countess", BYL_PACK_MAX_LINE, "/writers/0/aliases/0");
  check_length ("\"prompt\": \"", "Why?", BYL_PACK_MAX_TEXT, "/questions/0/prompt");
  check_length ("\"text\": \"", "Quickly, with both hands and a hammer.", BYL_PACK_MAX_TEXT,
                "/questions/1/answers/1/text");
  check_length ("\"quote\": \"", "it is so", 2000, "/questions/0/answers/0/tells/0/quote");
  check_length ("\"id\": \"", "q1", 200, "/questions/0/id");
}

static void
check_id_length (const char *before,
                 const char *value,
                 guint       maximum,
                 const char *pointer)
{
  g_autofree char *from = g_strconcat (before, value, "\"", NULL);
  g_autofree char *filler = g_strnfill (maximum, 'a');
  g_autofree char *longest = g_strconcat (before, filler, "\"", NULL);
  g_autofree char *longer = g_strconcat (before, filler, "a\"", NULL);
  g_autofree char *good_text = test_spoil (from, longest);
  g_autofree char *bad_text = test_spoil (from, longer);
  g_autoptr(GPtrArray) problems = make_problems ();
  g_autoptr(BylPack) pack = read_text (good_text, problems);

  g_assert_nonnull (pack);
  g_assert_null (read_text (bad_text, problems));
  g_assert_cmpstr (((BylProblem *) g_ptr_array_index (problems, 0))->pointer, ==, pointer);
  g_assert_cmpstr (((BylProblem *) g_ptr_array_index (problems, 0))->code, ==, "too-long");
}

static void
test_ids_and_addresses_have_a_length (void)
{
  check_id_length ("\"", "test-pack", 100, "/id");
  check_id_length ("\"https://", "example.org", 2000 - strlen ("https://"), "/authors/0/url");
}

static char *
make_many (guint n_writers,
           guint n_questions,
           guint n_answers)
{
  GString *text = g_string_new ("{\"format\":\"byline-pack\",\"version\":1,\"id\":\"many\","
                                "\"title\":\"Many\",\"language\":\"en\",\n\"writers\":[");

  for (guint i = 0; i < n_writers; i++)
    g_string_append_printf (text, "%s{\"id\":\"w%u\",\"name\":\"W%u\"}", i > 0 ? "," : "", i, i);
  g_string_append (text, "],\n\"questions\":[");
  for (guint i = 0; i < n_questions; i++)
    {
      g_string_append_printf (text, "%s{\"id\":\"%u\",\"prompt\":\"P\",\"answers\":[",
                              i > 0 ? "," : "", i);
      for (guint j = 0; j < n_answers; j++)
        g_string_append_printf (text, "%s{\"writer\":\"w%u\",\"text\":\"T\"}", j > 0 ? "," : "", j);
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

static void
check_many (guint       n_writers,
            guint       n_questions,
            guint       n_answers,
            const char *code,
            const char *pointer)
{
  g_autofree char *text = make_many (n_writers, n_questions, n_answers);
  g_autoptr(GPtrArray) problems = make_problems ();
  g_autoptr(BylPack) pack = read_text (text, problems);
  BylProblem *problem;

  if (code == NULL)
    {
      g_assert_nonnull (pack);
      g_assert_cmpuint (byl_pack_get_n_writers (pack), ==, n_writers);
      g_assert_cmpuint (byl_pack_get_n_questions (pack), ==, n_questions);
      return;
    }

  g_assert_null (pack);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (problem->code, ==, code);
  g_assert_cmpstr (problem->pointer, ==, pointer);
}

static void
test_lists_have_a_least_and_a_greatest_length (void)
{
  check_many (2, 1, 2, NULL, NULL);
  check_many (1000, 1, 1000, NULL, NULL);
  check_many (1001, 1, 2, "too-many", "/writers");
  check_many (2, 0, 2, "too-few", "/questions");
  check_many (2, 1, 1, "too-few", "/questions/0/answers");
  check_many (2, 100000, 2, NULL, NULL);
  check_many (2, 100001, 2, "too-many", "/questions");
}

static void
test_endless_errors_end (void)
{
  g_autoptr(GPtrArray) problems = make_problems ();
  g_autoptr(GString) text =
    g_string_new ("{\"format\":\"byline-pack\",\"version\":1,\"id\":\"many\","
                  "\"title\":\"Many\",\"language\":\"en\",\"writers\":["
                  "{\"id\":\"a\",\"name\":\"A\"},"
                  "{\"id\":\"b\",\"name\":\"B\"}"
                  "],\"questions\":[0");
  BylProblem *last;

  for (guint i = 0; i < 50000; i++)
    g_string_append (text, ",0");
  g_string_append (text, "]}");

  g_assert_null (read_text (text->str, problems));
  g_assert_cmpuint (problems->len, ==, 10001);
  last = g_ptr_array_index (problems, 10000);
  g_assert_cmpstr (last->code, ==, "more-problems");
}

/* 65,536 questions whose ids and categories are rows of two pairs of letters. */
static char *
make_pairs (const char *second_pair)
{
  GString *text = g_string_new ("{\"format\":\"byline-pack\",\"version\":1,\"id\":\"many\","
                                "\"title\":\"Many\",\"language\":\"en\",\"writers\":["
                                "{\"id\":\"a\",\"name\":\"A\"},{\"id\":\"b\",\"name\":\"B\"}],"
                                "\"questions\":[");

  for (guint i = 0; i < 65536; i++)
    {
      char id[33];

      for (guint bit = 0; bit < 16; bit++)
        memcpy (id + 2 * bit, (i >> bit) & 1 ? "az" : second_pair, 2);
      id[32] = '\0';
      g_string_append_printf (text,
                              "%s{\"id\":\"%s\",\"prompt\":\"P\",\"category\":\"%s\",\"answers\":["
                              "{\"writer\":\"a\",\"text\":\"T\"},"
                              "{\"writer\":\"b\",\"text\":\"T\"}]}",
                              i > 0 ? "," : "", id, id);
    }
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

static double
measure (const char *second_pair)
{
  g_autofree char *text = make_pairs (second_pair);
  g_autoptr(GTimer) timer = g_timer_new ();
  g_autoptr(BylPack) pack = read_text (text, NULL);

  g_assert_nonnull (pack);

  return g_timer_elapsed (timer, NULL);
}

/* “az” and “bY” have the same hash under g_str_hash(), and so has any row of them: in a table they
 * would take the square of their number. */
static void
test_chosen_ids_do_not_slow_the_reader_down (void)
{
  double plain = measure ("by");
  double chosen = measure ("bY");

  g_test_message ("chosen ids take %.1f times as long as others", chosen / plain);
  g_assert_cmpfloat (chosen, <, 5 * plain);
}

/* To look for what was meant takes time: there is an end to it. */
static void
test_endless_unknown_writers_get_few_suggestions (void)
{
  g_autoptr(GPtrArray) problems = make_problems ();
  g_autoptr(GString) text =
    g_string_new ("{\"format\":\"byline-pack\",\"version\":1,\"id\":\"many\","
                  "\"title\":\"Many\",\"language\":\"en\",\"writers\":["
                  "{\"id\":\"writer\",\"name\":\"A\"},"
                  "{\"id\":\"other\",\"name\":\"B\"}],\"questions\":[");
  guint n_suggestions = 0;

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text,
                            "%s{\"id\":\"%u\",\"prompt\":\"P\",\"answers\":["
                            "{\"writer\":\"writr\",\"text\":\"T\"},"
                            "{\"writer\":\"othr\",\"text\":\"T\"}]}",
                            i > 0 ? "," : "", i);
  g_string_append (text, "]}");

  g_assert_null (read_text (text->str, problems));
  g_assert_cmpuint (problems->len, ==, 1000);
  for (guint i = 0; i < problems->len; i++)
    n_suggestions += ((BylProblem *) g_ptr_array_index (problems, i))->suggestion != NULL;
  g_assert_cmpuint (n_suggestions, ==, 100);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/limits/texts-count-in-characters", test_texts_count_in_characters);
  g_test_add_func ("/limits/ids-and-addresses-have-a-length", test_ids_and_addresses_have_a_length);
  g_test_add_func ("/limits/lists-have-a-least-and-a-greatest-length",
                   test_lists_have_a_least_and_a_greatest_length);
  g_test_add_func ("/limits/endless-errors-end", test_endless_errors_end);
  g_test_add_func ("/limits/chosen-ids-do-not-slow-the-reader-down",
                   test_chosen_ids_do_not_slow_the_reader_down);

  g_test_add_func ("/limits/endless-unknown-writers-get-few-suggestions",
                   test_endless_unknown_writers_get_few_suggestions);

  return g_test_run ();
}
