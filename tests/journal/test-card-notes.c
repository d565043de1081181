/* test-card-notes.c: an answer's provenance and tells, to JSON and back
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-card-notes.h"

static void
test_notes_survive_what_is_not_theirs (void)
{
  const char * const texts[] = {
    NULL, "", "[", "3", "{}", "[3, [], {}]", "{\"kind\": 7, \"source\": []}",
  };
  g_autofree char *nested = g_strnfill (100000, '[');

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(BylProvenance) provenance = byl_card_notes_parse_provenance (texts[i]);
      g_autoptr(GPtrArray) tells = byl_card_notes_parse_tells (texts[i]);

      g_assert_true (provenance == NULL || provenance->kind == BYL_PROVENANCE_UNKNOWN);
      g_assert_cmpuint (tells->len, ==, i == 5 ? 1 : 0);
    }

  g_assert_null (byl_card_notes_parse_provenance (nested));
}

static void
test_provenance_comes_back_whole (void)
{
  BylSource source = { "A “set”", "https://example.org/?a=1&b=2", "MIT", NULL };
  BylProvenance provenance = { BYL_PROVENANCE_IMPORTED, NULL, "Pro\\vider", "one", "two", &source };
  g_autofree char *text = byl_card_notes_print_provenance (&provenance);
  g_autoptr(BylProvenance) copy = byl_card_notes_parse_provenance (text);

  g_assert_cmpint (copy->kind, ==, BYL_PROVENANCE_IMPORTED);
  g_assert_null (copy->date);
  g_assert_cmpstr (copy->provider, ==, provenance.provider);
  g_assert_cmpstr (copy->requested_model, ==, "one");
  g_assert_cmpstr (copy->reported_model, ==, "two");
  g_assert_cmpstr (copy->source->title, ==, source.title);
  g_assert_cmpstr (copy->source->url, ==, source.url);
  g_assert_cmpstr (copy->source->license, ==, "MIT");
  g_assert_null (copy->source->retrieved);
  g_assert_null (byl_card_notes_print_provenance (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/card-notes/notes-survive-what-is-not-theirs",
                   test_notes_survive_what_is_not_theirs);
  g_test_add_func ("/card-notes/provenance-comes-back-whole", test_provenance_comes_back_whole);

  return g_test_run ();
}
