/* test-rival-reason.c: what the rival's reasons say after they have been kept as data
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-reason.h"

#define NAME "Somebody"

static BylRivalReason *
keep (const BylRivalReason *reason)
{
  g_autofree char *data = byl_rival_reason_to_data (reason);

  return byl_rival_reason_new_from_data (data);
}

static void
assert_says_the_same (const BylRivalReason *reason)
{
  g_autoptr(BylRivalReason) kept = keep (reason);
  g_autofree char *before = byl_rival_reason_to_text (reason, NAME);
  g_autofree char *after = NULL;

  g_assert_nonnull (kept);
  after = byl_rival_reason_to_text (kept, NAME);
  g_assert_cmpstr (after, ==, before);
}

static void
test_words_are_kept_as_they_stand (void)
{
  for (guint kind = BYL_RIVAL_REASON_WORDS; kind < BYL_RIVAL_REASON_FIGURE; kind++)
    {
      BylRivalReason reason = {
        .kind = kind, .words = (char *) "“It's”\n'a' \"quote\" — 好 \\",
        .n_with = 7, .n_answers = 20, .others_with = 1, .n_others = 60,
      };

      assert_says_the_same (&reason);
    }
}

static void
test_every_figure_is_kept (void)
{
  for (guint figure = 0; figure < BYL_N_FIGURES; figure++)
    {
      BylRivalReason reason = {
        .kind = BYL_RIVAL_REASON_FIGURE, .figure = figure,
        .value = 0.1, .mean = 123.456, .others_mean = 0.0,
      };
      g_autoptr(BylRivalReason) kept = keep (&reason);

      assert_says_the_same (&reason);
      g_assert_cmpuint (kept->figure, ==, figure);
      g_assert_cmpfloat (kept->value, ==, 0.1);
    }
}

/* Journals are read that somebody has changed, or a later version has written. */
static void
test_what_is_no_reason_is_none (void)
{
  static const char * const bad[] = {
    "",
    "x",
    "'Only a sentence.'",
    "@a{sv} {}",
    "{'kind': <'telepathy'>, 'words': <'a'>}",
    "{'kind': <7>}",
    "{'kind': <'words'>}",
    "{'kind': <'words'>, 'words': <'a'>, 'with': <'1'>, 'answers': <uint32 2>,"
    " 'others-with': <uint32 0>, 'others': <uint32 2>}",
    "{'kind': <'figure'>, 'figure': <'nonsense'>, 'value': <1.0>, 'mean': <1.0>,"
    " 'others-mean': <1.0>}",
    "{'kind': <'figure'>, 'figure': <'words'>, 'value': <inf>, 'mean': <1.0>,"
    " 'others-mean': <1.0>}",
    "{'kind': <'figure'>, 'figure': <'words'>, 'value': <-1.0>, 'mean': <1.0>,"
    " 'others-mean': <1.0>}",
    "{'kind': <'figure'>, 'figure': <'words'>, 'value': <1.0>, 'mean': <1.0>}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (byl_rival_reason_new_from_data (bad[i]));
}

static void
test_names_of_the_data_stay (void)
{
  g_autoptr(BylRivalReason) words =
    byl_rival_reason_new_from_data ("{'kind': <'begin'>, 'words': <'Sure'>, 'with': <uint32 3>,"
                                    " 'answers': <uint32 4>, 'others-with': <uint32 0>,"
                                    " 'others': <uint32 12>}");
  g_autoptr(BylRivalReason) figure =
    byl_rival_reason_new_from_data ("{'kind': <'figure'>, 'figure': <'bold-lead'>, 'value': <0.5>,"
                                    " 'mean': <0.25>, 'others-mean': <0.0>}");

  g_assert_cmpint (words->kind, ==, BYL_RIVAL_REASON_BEGIN);
  g_assert_cmpstr (words->words, ==, "Sure");
  g_assert_cmpuint (words->n_with, ==, 3);
  g_assert_cmpuint (words->n_others, ==, 12);
  g_assert_cmpint (figure->figure, ==, BYL_FIGURE_BOLD_LEAD);
  g_assert_cmpfloat (figure->mean, ==, 0.25);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rival-reason/what-is-no-reason-is-none", test_what_is_no_reason_is_none);
  g_test_add_func ("/rival-reason/words-are-kept-as-they-stand",
                   test_words_are_kept_as_they_stand);
  g_test_add_func ("/rival-reason/every-figure-is-kept", test_every_figure_is_kept);
  g_test_add_func ("/rival-reason/names-of-the-data-stay", test_names_of_the_data_stay);

  return g_test_run ();
}
