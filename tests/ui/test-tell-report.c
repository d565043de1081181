/* test-tell-report.c: only what speaks for the writer of an answer is told of it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-report.h"
#include "byl-tell-sentence.h"
#include "tell-fixture.h"

#include <math.h>
#include <string.h>

enum { ANN, BOB, CYD };

typedef struct
{
  BylPack    *pack;
  BylProfile *profile;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->pack = tell_fixture_new_pack ();
  fixture->profile = tell_fixture_measure (fixture->pack);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  byl_profile_unref (fixture->profile);
  byl_pack_unref (fixture->pack);
}

static BylTellReport *
report (Fixture    *fixture,
        guint       writer,
        const char *markdown,
        gboolean    formatted)
{
  g_autoptr(BylReadText) text = byl_read_text_new_markdown (markdown);
  g_autoptr(BylTells) tells = tell_fixture_find (text);

  return byl_tell_report_new (fixture->profile, writer, "Somebody", text, tells, formatted);
}

static const BylTellEntry *
find_entry (const BylTellReport *report,
            BylTell              tell)
{
  for (guint i = 0; i < report->entries->len; i++)
    if (((BylTellEntry *) report->entries->pdata[i])->measure->tell == tell)
      return report->entries->pdata[i];

  return NULL;
}

static void
test_what_speaks_for_another_is_not_told (Fixture       *fixture,
                                          gconstpointer  user_data)
{
  const char *mixed = "It may be so \u2014 perhaps. It might not \u2014 who knows? It could be.";
  g_autoptr(BylTellReport) of_ann = report (fixture, ANN, mixed, TRUE);
  g_autoptr(BylTellReport) of_bob = report (fixture, BOB, mixed, TRUE);

  g_assert_nonnull (find_entry (of_ann, BYL_TELL_HEDGE));
  g_assert_null (find_entry (of_ann, BYL_TELL_EM_DASH));
  g_assert_nonnull (find_entry (of_bob, BYL_TELL_EM_DASH));
  g_assert_null (find_entry (of_bob, BYL_TELL_HEDGE));

  for (guint writer = ANN; writer <= CYD; writer++)
    {
      g_autoptr(BylTellReport) any = report (fixture, writer, mixed, TRUE);

      for (guint i = 0; i < any->entries->len; i++)
        {
          const BylTellEntry *entry = g_ptr_array_index (any->entries, i);

          g_assert_true (entry->measure->is_tell);
          g_assert_true (byl_measure_favours (entry->measure, any->tells));
        }
    }
}

static void
test_strongest_come_first_and_relatives_once (Fixture       *fixture,
                                              gconstpointer  user_data)
{
  g_autoptr(BylTellReport) of_cyd =
    report (fixture, CYD, "Certainly. Parts:\n\n- **One:** the first\n- **Two:** it\n", TRUE);
  gboolean told[BYL_N_TELLS] = { FALSE };

  g_assert_cmpuint (of_cyd->entries->len, >, 2);

  for (guint i = 0; i < of_cyd->entries->len; i++)
    {
      const BylTellEntry *entry = g_ptr_array_index (of_cyd->entries, i);
      const BylTellEntry *before = g_ptr_array_index (of_cyd->entries, i > 0 ? i - 1 : 0);
      BylTell relative = byl_tell_kind_get (entry->measure->tell)->relative;

      g_assert_cmpfloat (fabs (entry->measure->z), <=, fabs (before->measure->z));
      g_assert_false (told[relative]);
      told[relative] = TRUE;
    }
}

static void
test_what_is_lacking_has_no_place (Fixture       *fixture,
                                   gconstpointer  user_data)
{
  g_autoptr(BylTellReport) of_bob = report (fixture, BOB, "Never \u2014 what a sight!", TRUE);
  g_autoptr(BylTellReport) of_ann = report (fixture, ANN, "It may be so.", TRUE);
  const BylTellEntry *sure = find_entry (of_ann, BYL_TELL_OPENER);
  const BylTellEntry *dash = find_entry (of_bob, BYL_TELL_EM_DASH);
  g_autofree char *amount = NULL;
  g_autofree char *none = NULL;

  g_assert_nonnull (sure);
  g_assert_cmpfloat (sure->measure->z, <, 0);
  g_assert_cmpuint (sure->spans->len, ==, 0);
  none = byl_tell_sentence_dup_amount (sure);
  g_assert_cmpstr (none, ==, "none here");
  g_assert_nonnull (dash);
  g_assert_cmpuint (dash->spans->len, ==, 1);
  g_assert_cmpuint (g_array_index (dash->spans, BylSpan, 0).start, ==, 6);
  amount = byl_tell_sentence_dup_amount (dash);
  g_assert_cmpstr (amount, ==, "1 here");
}

static void
test_evidence_counts_answers_or_compares_means (Fixture       *fixture,
                                                gconstpointer  user_data)
{
  g_autoptr(BylTellReport) of_ann = report (fixture, ANN, "It may be; perhaps it might.", TRUE);
  const BylTellEntry *hedge = find_entry (of_ann, BYL_TELL_HEDGE);
  g_autofree char *evidence = byl_tell_sentence_dup_evidence (hedge, "Ann");
  g_autofree char *bar = byl_tell_sentence_dup_bar (hedge, "Ann");
  BylMeasure even = *hedge->measure;
  BylTellEntry close = *hedge;
  g_autofree char *means = NULL;

  g_assert_cmpstr (evidence, ==, "In 20 of Ann’s 20 answers here, in 0 of the others’ 40.");
  g_assert_true (g_str_has_prefix (bar, "This answer: 500.0 per 1,000 words. Ann’s mean: "));

  /* Where all have it, that they have it says nothing. */
  even.n_others_with = even.n_others;
  even.value = 4;
  even.others = 2;
  close.measure = &even;
  means = byl_tell_sentence_dup_evidence (&close, "Ann");
  g_assert_cmpstr (means, ==, "4.0 per 1,000 words in Ann’s 20 answers here, 2.0 per 1,000 words in "
                              "the others’ 40.");
}

static void
test_what_would_have_decided_separates_the_two (Fixture       *fixture,
                                                gconstpointer  user_data)
{
  g_autoptr(BylTellReport) of_ann =
    report (fixture, ANN, "It may be \u2014 perhaps! It might. Wonderful!", TRUE);
  g_autoptr(BylProfile) pair =
    byl_profile_new_pair (byl_profile_get_counts (fixture->profile), ANN, BOB);
  g_autofree char *sentence = NULL;

  g_assert_null (of_ann->decisive);
  g_assert_null (of_ann->misleading);
  byl_tell_report_compare (of_ann, pair, ANN, BOB, "Bob");
  g_assert_nonnull (of_ann->decisive);
  g_assert_nonnull (of_ann->misleading);
  g_assert_true (of_ann->decisive->measure
                 == byl_profile_find_measure (pair, ANN, of_ann->decisive->measure->tell));
  g_assert_true (byl_measure_favours (of_ann->decisive->measure, of_ann->tells));
  g_assert_true (of_ann->misleading->measure
                 == byl_profile_find_measure (pair, BOB, of_ann->misleading->measure->tell));
  g_assert_true (byl_measure_favours (of_ann->misleading->measure, of_ann->tells));
  g_assert_cmpint (of_ann->decisive->measure->tell, !=, of_ann->misleading->measure->tell);

  sentence = byl_tell_sentence_dup_difference (of_ann->decisive, "Ann", "Bob");
  g_assert_nonnull (strstr (sentence, "Ann’s"));
  g_assert_nonnull (strstr (sentence, "Bob’s"));
}

static void
test_nothing_misleads_in_an_answer_like_all_others (Fixture       *fixture,
                                                    gconstpointer  user_data)
{
  g_autoptr(BylTellReport) of_ann =
    report (fixture, ANN, "It may well be so, and perhaps it might help to wait for number 3. That "
            "could be best.", TRUE);
  g_autoptr(BylProfile) pair =
    byl_profile_new_pair (byl_profile_get_counts (fixture->profile), ANN, CYD);

  byl_tell_report_compare (of_ann, pair, ANN, CYD, "Cyd");
  g_assert_nonnull (of_ann->decisive);
  g_assert_null (of_ann->misleading);
}

static void
test_plain_text_shows_no_formatting (Fixture       *fixture,
                                     gconstpointer  user_data)
{
  const char *markdown = "Certainly. Parts:\n\n- **One:** the first\n- **Two:** the second\n";
  g_autoptr(BylTellReport) formatted = report (fixture, CYD, markdown, TRUE);
  g_autoptr(BylTellReport) plain = report (fixture, CYD, markdown, FALSE);
  const BylTell shapes[] = { BYL_TELL_BULLET, BYL_TELL_BOLD, BYL_TELL_BOLD_LEAD, BYL_TELL_NESTING };

  g_assert_nonnull (find_entry (formatted, BYL_TELL_BULLET));

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    g_assert_null (find_entry (plain, shapes[i]));
}

static void
test_highlights_of_a_family_do_not_overlap (Fixture       *fixture,
                                            gconstpointer  user_data)
{
  g_autoptr(BylTellReport) of_bob =
    report (fixture, BOB, "Certainly not \u2014 never! It is wonderful \u2014 what a sight!", TRUE);
  g_autoptr(GArray) highlights = g_array_new (FALSE, FALSE, sizeof (BylHighlight));
  BylHighlight quote = { 0, 16, BYL_FAMILY_STRUCTURE };

  /* The author's own note lies over the first dash. */
  g_array_append_val (highlights, quote);
  byl_tell_report_add_highlights (of_bob, TRUE, highlights);
  g_assert_cmpuint (highlights->len, >, 2);

  for (guint i = 1; i < highlights->len; i++)
    {
      const BylHighlight *one = &g_array_index (highlights, BylHighlight, i);
      const BylHighlight *before = one - 1;

      g_assert_cmpuint (one->end, >, one->start);
      g_assert_true (one->family > before->family || one->start >= before->end);
    }
}

static void
assert_words (const char      *markdown,
              const char      *word,
              guint            n,
              guint            start)
{
  g_autoptr(BylReadText) text = byl_read_text_new_markdown (markdown);
  BylMeasuredWord measured = { .text = word };
  g_autoptr(GPtrArray) found = byl_tell_words_find (text, &measured, 1, 6);
  const BylFoundWord *one;

  g_assert_cmpuint (found->len, ==, n > 0 ? 1 : 0);

  if (n == 0)
    return;

  one = g_ptr_array_index (found, 0);
  g_assert_cmpuint (one->spans->len, ==, n);
  g_assert_cmpuint (g_array_index (one->spans, BylSpan, 0).start, ==, start);
}

static void
test_words_are_found_whole_and_outside_code (void)
{
  assert_words ("", "may", 0, 0);
  assert_words ("maybe dismay `may`\n\n```\nmay\n```", "may", 0, 0);
  assert_words ("It's late.", "it", 0, 0);
  assert_words ("It’s late. It is.", "it's", 1, 0);
  assert_words ("MAY it? It may.", "may", 2, 0);
  assert_words ("Do well-known things, known well.", "well known", 1, 3);
  assert_words ("A well. Known", "well known", 0, 0);
  assert_words ("本当に大切です。大切。", "大切", 2, 3);
  assert_words ("ربما يكون ذلك", "يكون", 1, 5);
  assert_words ("👍🏽 yes 👍🏽", "yes", 1, 3);
}

static void
test_words_are_the_strongest_and_each_once (void)
{
  g_autoptr(BylReadText) text = byl_read_text_new_markdown ("It is genuinely good, and honest.");
  BylMeasuredWord measured[] = { { .text = "absent" }, { .text = "is genuinely" },
                                 { .text = "genuinely" }, { .text = "honest" },
                                 { .text = "good" } };
  g_autoptr(GPtrArray) found = byl_tell_words_find (text, measured, G_N_ELEMENTS (measured), 2);
  g_autofree char *list = byl_tell_sentence_dup_words (found);

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (((BylFoundWord *) found->pdata[0])->word == &measured[1]);
  g_assert_true (((BylFoundWord *) found->pdata[1])->word == &measured[3]);
  g_assert_cmpstr (list, ==, "“is genuinely”, “honest”");
}

static void
test_strange_answers_are_told_of_within_their_ends (Fixture       *fixture,
                                                    gconstpointer  user_data)
{
  g_autoptr(GString) longest = g_string_new (NULL);
  const char *strange[] = { "```\nint main (void);\n```", "Word", "", "これは本当に大切です。たぶん。",
                            "قد يكون ذلك صحيحًا — ربما!", "👍🏽👩‍👩‍👧 🎉!", NULL, "| a |\n|---|\n| may |\n" };

  while (longest->len < 15595)
    g_string_append (longest, "It may be — **perhaps** — so! ");
  strange[6] = longest->str;

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    for (guint writer = ANN; writer <= CYD; writer++)
      {
        g_autoptr(BylReadText) text = byl_read_text_new_markdown (strange[i]);
        g_autoptr(BylTellReport) any = report (fixture, writer, strange[i], TRUE);
        g_autoptr(GArray) highlights = g_array_new (FALSE, FALSE, sizeof (BylHighlight));

        byl_tell_report_add_highlights (any, TRUE, highlights);

        for (guint j = 0; j < highlights->len; j++)
          g_assert_cmpuint (g_array_index (highlights, BylHighlight, j).end, <=,
                            byl_read_text_get_length (text));
      }
}

/* A few of its answers have all of its dashes, and most of the others' have one. */
static void
test_evidence_does_not_speak_for_the_others (void)
{
  const BylMeasure measure = {
    .tell = BYL_TELL_EM_DASH, .value = 9.0, .others = 2.0, .z = 2.5, .n_with = 5, .n_answers = 20,
    .n_others_with = 50, .n_others = 60,
  };
  const BylTellEntry entry = { .measure = &measure, .value = 12.0, .count = 3 };
  g_autofree char *evidence = byl_tell_sentence_dup_evidence (&entry, "Ann");
  g_autofree char *mean = byl_tell_kind_dup_value_text (BYL_TELL_EM_DASH, 9.0);

  g_assert_nonnull (strstr (evidence, mean));
  g_assert_null (strstr (evidence, "50"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tell-report/words-are-found-whole-and-outside-code",
                   test_words_are_found_whole_and_outside_code);
  g_test_add_func ("/tell-report/words-are-the-strongest-and-each-once",
                   test_words_are_the_strongest_and_each_once);
  g_test_add ("/tell-report/strange-answers-are-told-of-within-their-ends", Fixture, NULL, set_up,
              test_strange_answers_are_told_of_within_their_ends, tear_down);
  g_test_add ("/tell-report/what-speaks-for-another-is-not-told", Fixture, NULL, set_up,
              test_what_speaks_for_another_is_not_told, tear_down);
  g_test_add ("/tell-report/strongest-come-first-and-relatives-once", Fixture, NULL, set_up,
              test_strongest_come_first_and_relatives_once, tear_down);
  g_test_add ("/tell-report/what-is-lacking-has-no-place", Fixture, NULL, set_up,
              test_what_is_lacking_has_no_place, tear_down);
  g_test_add ("/tell-report/evidence-counts-answers-or-compares-means", Fixture, NULL, set_up,
              test_evidence_counts_answers_or_compares_means, tear_down);
  g_test_add_func ("/tell-report/evidence-does-not-speak-for-the-others",
                   test_evidence_does_not_speak_for_the_others);
  g_test_add ("/tell-report/what-would-have-decided-separates-the-two", Fixture, NULL, set_up,
              test_what_would_have_decided_separates_the_two, tear_down);
  g_test_add ("/tell-report/nothing-misleads-in-an-answer-like-all-others", Fixture, NULL, set_up,
              test_nothing_misleads_in_an_answer_like_all_others, tear_down);
  g_test_add ("/tell-report/plain-text-shows-no-formatting", Fixture, NULL, set_up,
              test_plain_text_shows_no_formatting, tear_down);
  g_test_add ("/tell-report/highlights-of-a-family-do-not-overlap", Fixture, NULL, set_up,
              test_highlights_of_a_family_do_not_overlap, tear_down);

  return g_test_run ();
}
