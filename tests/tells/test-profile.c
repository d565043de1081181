/* test-profile.c: writers are measured as a person would count them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-finder.h"
#include "profile-fixture.h"

#include <math.h>
#include <string.h>

static BylProfile *
make_profile (guint n_writers)
{
  g_autoptr(BylPack) pack = profile_fixture_make_pack (n_writers);
  g_autofree char *lexicons = profile_fixture_dup_lexicons ();
  g_autoptr(GError) error = NULL;
  BylProfile *profile = byl_profile_load (pack, NULL, lexicons, NULL, NULL, &error);

  g_assert_no_error (error);
  return profile;
}

static BylTells *
find (const char *markdown)
{
  g_autoptr(BylTellFinder) finder = byl_tell_finder_new (NULL);
  g_autoptr(BylReadText) text = byl_read_text_new_markdown (markdown);

  return byl_tell_finder_find (finder, text, NULL);
}

static void
test_rate_is_that_of_all_words (void)
{
  g_autoptr(BylProfile) profile = make_profile (2);
  const BylMeasure *mine = byl_profile_find_measure (profile, 0, BYL_TELL_SEMICOLON);
  const BylMeasure *other = byl_profile_find_measure (profile, 1, BYL_TELL_SEMICOLON);

  g_assert_cmpuint (byl_profile_get_n_answers (profile, 0), ==, 10);
  g_assert_cmpuint (byl_profile_get_n_words (profile, 0), ==, 110);
  g_assert_cmpfloat_with_epsilon (mine->value, 1000.0 * 10 / 110, 1e-9);
  g_assert_cmpfloat (mine->others, ==, 0);
  g_assert_cmpfloat (mine->low, <, mine->value);
  g_assert_cmpfloat (mine->high, >, mine->value);
  g_assert_cmpuint (mine->n_with, ==, 10);
  g_assert_cmpuint (mine->n_answers, ==, 10);
  g_assert_cmpuint (mine->n_others_with, ==, 0);
  g_assert_cmpuint (mine->n_others, ==, 10);
  g_assert_cmpfloat (mine->separation, ==, 1);
  g_assert_true (mine->is_tell);

  /* What one has more, the other has less. */
  g_assert_cmpfloat_with_epsilon (other->z, -mine->z, 1e-9);
  g_assert_cmpfloat_with_epsilon (other->effect, -mine->effect, 1e-9);
  g_assert_cmpfloat (other->separation, ==, 0);
  g_assert_true (other->is_tell);
}

static void
test_share_is_that_of_answers (void)
{
  g_autoptr(BylProfile) profile = make_profile (2);
  const BylMeasure *measure = byl_profile_find_measure (profile, 1, BYL_TELL_CLOSING_QUESTION);

  g_assert_cmpfloat (measure->value, ==, 0.4);
  g_assert_cmpfloat (measure->others, ==, 0);
  g_assert_cmpuint (measure->n_with, ==, 4);
  g_assert_cmpfloat (measure->separation, ==, 0.7);
  g_assert_cmpfloat (measure->z, >, 0);
}

static void
test_size_is_compared_question_by_question (void)
{
  g_autoptr(BylProfile) profile = make_profile (3);
  const BylMeasure *measure = byl_profile_find_measure (profile, 2, BYL_TELL_WORDS);

  g_assert_cmpfloat (measure->value, ==, 12);
  g_assert_cmpfloat (measure->others, ==, 11);
  g_assert_cmpfloat (measure->effect, ==, 1);
  g_assert_cmpfloat (measure->z, >, BYL_TELL_MIN_Z);
  g_assert_cmpuint (measure->n_with, ==, 10);
  g_assert_cmpuint (measure->n_others_with, ==, 0);
  g_assert_cmpuint (measure->n_others, ==, 20);
  g_assert_true (measure->is_tell);
}

static void
test_what_all_do_is_no_tell (void)
{
  g_autoptr(BylProfile) profile = make_profile (3);
  const BylMeasure *number = byl_profile_find_measure (profile, 0, BYL_TELL_SENTENCE_SPREAD);
  const BylMeasure *table = byl_profile_find_measure (profile, 0, BYL_TELL_TABLE);
  const BylMeasure *level = byl_profile_find_measure (profile, 0, BYL_TELL_HEADING_LEVEL);

  g_assert_true (isnan (number->value));
  g_assert_false (number->is_tell);
  g_assert_cmpfloat (table->value, ==, 0);
  g_assert_cmpfloat (table->z, ==, 0);
  g_assert_false (table->is_tell);
  g_assert_true (isnan (level->value));
  g_assert_cmpfloat (level->z, ==, 0);
}

static void
test_tells_come_first_and_strongest (void)
{
  g_autoptr(BylProfile) profile = make_profile (3);

  for (guint i = 0; i < 3; i++)
    {
      guint n;
      const BylMeasure *measures = byl_profile_get_measures (profile, i, &n);

      g_assert_cmpuint (n, ==, BYL_N_TELLS);
      g_assert_true (measures[0].is_tell);
      for (guint j = 1; j < n; j++)
        {
          g_assert_false (measures[j].is_tell && !measures[j - 1].is_tell);
          if (measures[j].is_tell == measures[j - 1].is_tell)
            g_assert_cmpfloat (fabs (measures[j].z), <=, fabs (measures[j - 1].z));
          if (measures[j].is_tell)
            g_assert_cmpfloat (fabs (measures[j].z), >=, BYL_TELL_MIN_Z);
        }
    }
}

static void
test_words_are_the_writers_own (void)
{
  g_autoptr(BylProfile) profile = make_profile (3);
  guint n;
  const BylMeasuredWord *words = byl_profile_get_words (profile, 0, &n);
  gboolean has_word = FALSE;
  gboolean has_pair = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (words[i].z, >=, BYL_TELL_MIN_Z);
      g_assert_cmpuint (words[i].n_with, >=, BYL_TELL_MIN_ANSWERS);
      g_assert_cmpfloat (words[i].value, >, words[i].others);
      if (g_str_equal (words[i].text, "indeed"))
        {
          has_word = TRUE;
          g_assert_false (words[i].is_pair);
          g_assert_cmpuint (words[i].n_with, ==, 10);
          g_assert_cmpuint (words[i].n_answers, ==, 10);
          g_assert_cmpuint (words[i].n_others_with, ==, 0);
          g_assert_cmpuint (words[i].n_others, ==, 20);
          g_assert_cmpfloat_with_epsilon (words[i].value, 1000.0 * 10 / 110, 1e-9);
        }
      has_pair |= words[i].is_pair && g_str_equal (words[i].text, "indeed so");

      /* Neither what goes over a mark, nor what all say. */
      g_assert_cmpstr (words[i].text, !=, "three four");
      g_assert_cmpstr (words[i].text, !=, "one");
    }
  g_assert_true (has_word);
  g_assert_true (has_pair);
}

static void
test_hidden_names_are_no_words (void)
{
  g_autoptr(BylProfile) profile = make_profile (3);
  guint n;
  const BylMeasuredWord *words = byl_profile_get_words (profile, 2, &n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_null (strstr (words[i].text, "nna"));
      g_assert_null (strstr (words[i].text, "█"));
    }
}

static void
test_pair_leaves_the_others_out (void)
{
  g_autoptr(BylProfile) profile = make_profile (3);
  g_autoptr(BylProfile) pair = byl_profile_new_pair (byl_profile_get_counts (profile), 1, 2);
  guint n;

  g_assert_null (byl_profile_get_measures (pair, 0, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (byl_profile_find_measure (pair, 0, BYL_TELL_WORDS));
  g_assert_cmpuint (byl_profile_get_n_answers (pair, 0), ==, 0);
  g_assert_null (byl_profile_get_words (pair, 0, &n));

  g_assert_cmpfloat (byl_profile_find_measure (pair, 1, BYL_TELL_SEMICOLON)->z, ==, 0);
  g_assert_cmpfloat (byl_profile_find_measure (pair, 1, BYL_TELL_WORDS)->effect, ==, -1);
  g_assert_cmpfloat (byl_profile_find_measure (pair, 2, BYL_TELL_WORDS)->effect, ==, 1);
  g_assert_cmpuint (byl_profile_find_measure (pair, 1, BYL_TELL_WORDS)->n_others, ==, 10);
}

static void
test_counting_can_be_given_up (void)
{
  g_autoptr(BylProfile) profile = make_profile (3);
  g_autoptr(BylPack) pack = profile_fixture_make_pack (2);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (byl_tell_counts_new (pack, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (byl_tell_counts_get_n_answers (byl_profile_get_counts (profile)), ==, 30);
  g_assert_cmpuint (byl_tell_counts_get_n_writers (byl_profile_get_counts (profile)), ==, 3);
}

static void
test_measure_favours_answers_that_show_it (void)
{
  g_autoptr(BylProfile) profile = make_profile (3);
  const BylMeasure *semicolon = byl_profile_find_measure (profile, 0, BYL_TELL_SEMICOLON);
  const BylMeasure *no_semicolon = byl_profile_find_measure (profile, 1, BYL_TELL_SEMICOLON);
  const BylMeasure *question = byl_profile_find_measure (profile, 1, BYL_TELL_CLOSING_QUESTION);
  const BylMeasure *table = byl_profile_find_measure (profile, 1, BYL_TELL_TABLE);
  g_autoptr(BylTells) with = find ("One; two three four five six?");
  g_autoptr(BylTells) without = find ("One two three.");

  g_assert_true (byl_measure_favours (semicolon, with));
  g_assert_false (byl_measure_favours (semicolon, without));
  g_assert_false (byl_measure_favours (no_semicolon, with));
  g_assert_true (byl_measure_favours (no_semicolon, without));
  g_assert_true (byl_measure_favours (question, with));
  g_assert_false (byl_measure_favours (question, without));
  g_assert_false (byl_measure_favours (table, with));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile/counting-can-be-given-up", test_counting_can_be_given_up);
  g_test_add_func ("/profile/what-all-do-is-no-tell", test_what_all_do_is_no_tell);
  g_test_add_func ("/profile/rate-is-that-of-all-words", test_rate_is_that_of_all_words);
  g_test_add_func ("/profile/share-is-that-of-answers", test_share_is_that_of_answers);
  g_test_add_func ("/profile/size-is-compared-question-by-question",
                   test_size_is_compared_question_by_question);
  g_test_add_func ("/profile/tells-come-first-and-strongest", test_tells_come_first_and_strongest);
  g_test_add_func ("/profile/words-are-the-writers-own", test_words_are_the_writers_own);
  g_test_add_func ("/profile/hidden-names-are-no-words", test_hidden_names_are_no_words);
  g_test_add_func ("/profile/pair-leaves-the-others-out", test_pair_leaves_the_others_out);
  g_test_add_func ("/profile/measure-favours-answers-that-show-it",
                   test_measure_favours_answers_that_show_it);

  return g_test_run ();
}
