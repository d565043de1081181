/* test-tell-kind.c: the table of kinds is whole
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-lexicon-list.h"
#include "byl-tell-kind.h"

#include <math.h>
#include <string.h>

static void
test_every_kind_is_described (void)
{
  for (guint i = 0; i < BYL_N_TELLS; i++)
    {
      const BylTellKind *kind = byl_tell_kind_get (i);

      g_assert_nonnull (kind->id);
      g_assert_cmpuint (strlen (byl_tell_kind_get_name (i)), >, 1);
      g_assert_true (g_str_has_suffix (byl_tell_kind_get_explanation (i), ".") ||
                     g_str_has_suffix (byl_tell_kind_get_explanation (i), "…"));
      g_assert_true (g_str_has_suffix (byl_tell_kind_get_finding (i), "."));
      g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", kind->id, 0, 0));
      g_assert_cmpuint (kind->relative, <, BYL_N_TELLS);
      g_assert_cmpuint (byl_tell_kind_get (kind->relative)->relative, ==, kind->relative);
    }
}

static void
test_ids_are_found_and_differ (void)
{
  for (guint i = 0; i < BYL_N_TELLS; i++)
    {
      BylTell tell;

      g_assert_true (byl_tell_kind_find (byl_tell_kind_get (i)->id, &tell));
      g_assert_cmpuint (tell, ==, i);
    }
}

static void
test_other_ids_are_not_found (void)
{
  BylTell tell = BYL_TELL_HEDGE;

  g_assert_false (byl_tell_kind_find ("", &tell));
  g_assert_false (byl_tell_kind_find ("Hedge", &tell));
  g_assert_false (byl_tell_kind_find ("em dash", &tell));
  g_assert_cmpuint (tell, ==, BYL_TELL_HEDGE);
}

static void
test_lists_are_those_of_lexicons (void)
{
  for (guint i = 0; i < BYL_N_TELLS; i++)
    {
      const char *list = byl_tell_kind_get (i)->list;
      BylList found;

      if (list != NULL)
        g_assert_true (byl_lexicon_list_find (list, &found));
    }
}

static void
test_all_families_have_kinds (void)
{
  guint counts[3] = { 0 };

  for (guint i = 0; i < BYL_N_TELLS; i++)
    counts[byl_tell_kind_get (i)->family]++;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (counts[i], >=, 10);
}

static void
test_figures_have_a_text (void)
{
  for (guint i = 0; i < BYL_N_TELLS; i++)
    {
      g_autofree char *one = byl_tell_kind_dup_value_text (i, 1);
      g_autofree char *half = byl_tell_kind_dup_value_text (i, 0.5);
      g_autofree char *none = byl_tell_kind_dup_value_text (i, NAN);

      g_assert_cmpstr (one, !=, half);
      g_assert_cmpstr (none, ==, "–");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tell-kind/other-ids-are-not-found", test_other_ids_are_not_found);
  g_test_add_func ("/tell-kind/every-kind-is-described", test_every_kind_is_described);
  g_test_add_func ("/tell-kind/ids-are-found-and-differ", test_ids_are_found_and_differ);
  g_test_add_func ("/tell-kind/lists-are-those-of-lexicons", test_lists_are_those_of_lexicons);
  g_test_add_func ("/tell-kind/all-families-have-kinds", test_all_families_have_kinds);
  g_test_add_func ("/tell-kind/figures-have-a-text", test_figures_have_a_text);

  return g_test_run ();
}
