/* test-claims.c: what others claim of models, held against a measurement
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-claims.h"

static const BylClaim claim = { .name = "GPT-5", .text = "More", .tell = BYL_TELL_EM_DASH,
                                .lean = 1, .page = "a page", .date = "2026" };
static const BylClaim contrary = { .name = "Grok", .text = "Fewer", .tell = BYL_TELL_HEDGE,
                                   .lean = -1, .page = "a page", .date = "2026" };

static void
test_what_is_not_sure_is_not_judged (void)
{
  BylMeasure measure = { .tell = BYL_TELL_EM_DASH, .z = 1.5 };
  BylMeasure of_another = { .tell = BYL_TELL_EN_DASH, .z = 9, .is_tell = TRUE };

  g_assert_cmpint (byl_claim_judge (&claim, NULL), ==, BYL_CLAIM_OPEN);
  g_assert_cmpint (byl_claim_judge (&claim, &measure), ==, BYL_CLAIM_OPEN);
  g_assert_cmpint (byl_claim_judge (&claim, &of_another), ==, BYL_CLAIM_OPEN);
}

static void
test_direction_decides (void)
{
  BylMeasure more = { .tell = BYL_TELL_EM_DASH, .z = 5, .is_tell = TRUE };
  BylMeasure less = { .tell = BYL_TELL_EM_DASH, .z = -5, .is_tell = TRUE };
  BylMeasure few_hedges = { .tell = BYL_TELL_HEDGE, .z = -5, .is_tell = TRUE };

  g_assert_cmpint (byl_claim_judge (&claim, &more), ==, BYL_CLAIM_AGREES);
  g_assert_cmpint (byl_claim_judge (&claim, &less), ==, BYL_CLAIM_DISAGREES);
  g_assert_cmpint (byl_claim_judge (&contrary, &few_hedges), ==, BYL_CLAIM_AGREES);
}

static void
test_claim_is_about_whom_it_names (void)
{
  g_assert_true (byl_claim_is_about (&claim, "GPT-5"));
  g_assert_true (byl_claim_is_about (&claim, "gpt-5.4"));
  g_assert_false (byl_claim_is_about (&claim, "GPT-50"));
  g_assert_false (byl_claim_is_about (&claim, "GPT"));
  g_assert_false (byl_claim_is_about (&claim, ""));
  g_assert_false (byl_claim_is_about (&claim, "Not GPT-5"));
}

static void
test_every_claim_can_be_shown (void)
{
  guint n_claims;
  const BylClaim *claims = byl_claims_get (&n_claims);

  g_assert_cmpuint (n_claims, >, 0);

  for (guint i = 0; i < n_claims; i++)
    {
      g_assert_cmpstr (claims[i].name, !=, "");
      g_assert_cmpstr (byl_claim_get_text (&claims[i]), !=, "");
      g_assert_cmpstr (claims[i].page, !=, "");
      g_assert_true (g_str_has_prefix (claims[i].date, "20"));
      g_assert_true (claims[i].lean == 1 || claims[i].lean == -1);
      g_assert_cmpint (claims[i].tell, <=, BYL_N_TELLS);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/claims/what-is-not-sure-is-not-judged", test_what_is_not_sure_is_not_judged);
  g_test_add_func ("/claims/direction-decides", test_direction_decides);
  g_test_add_func ("/claims/claim-is-about-whom-it-names", test_claim_is_about_whom_it_names);
  g_test_add_func ("/claims/every-claim-can-be-shown", test_every_claim_can_be_shown);

  return g_test_run ();
}
