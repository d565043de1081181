/* tells-fixture.c: answers and the lexicons that tests of tells use
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tells-fixture.h"

/* The lexicon of the tests for a language: small, and not the one that is installed. */
BylLexicon *
tells_fixture_load_lexicon (const char *language)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "tells", "lexicons", NULL);
  g_autoptr(GError) error = NULL;
  BylLexicon *lexicon = NULL;

  g_assert_true (byl_lexicon_find (folder, language, &lexicon, &error));
  g_assert_no_error (error);

  return lexicon;
}

BylTells *
tells_fixture_find (const char *language,
                    const char *markdown,
                    const char *prompt)
{
  g_autoptr(BylLexicon) lexicon = tells_fixture_load_lexicon (language);
  g_autoptr(BylTellFinder) finder = byl_tell_finder_new (lexicon);
  g_autoptr(BylReadText) text = byl_read_text_new_markdown (markdown);

  return byl_tell_finder_find (finder, text, prompt);
}

/* The texts of all places of a kind. */
char *
tells_fixture_join_spans (const char *markdown,
                          BylTells   *tells,
                          BylTell     tell)
{
  g_autoptr(BylReadText) text = byl_read_text_new_markdown (markdown);
  g_autoptr(GString) joined = g_string_new (NULL);
  guint n_spans;
  const BylTellSpan *spans = byl_tells_get_spans (tells, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *place = NULL;

      if (spans[i].tell != tell)
        continue;

      place = g_utf8_substring (byl_read_text_get_text (text), spans[i].start, spans[i].end);
      if (joined->len > 0)
        g_string_append (joined, TELLS_SEPARATOR);
      g_string_append (joined, place);
    }

  return g_string_free (g_steal_pointer (&joined), FALSE);
}
