/* test-lexicon-en.c: what the installed English lexicon takes for hedges and boosters, and what not
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tells-fixture.h"

/* A sentence, and the words in it that are found, with “|” between them. */
typedef struct
{
  const char *id;
  const char *markdown;
  const char *expected; /* "" = none */
} Case;

static const Case cases[] = {
  { "hedge", "It may rain, and it is probably cold.", "may|probably" },
  { "hedge", "The evidence suggests that it might work.", "suggests that|might" },
  { "hedge", "As far as I can tell, it works.", "As far as I can tell" },
  { "hedge", "The variable points to an array; the needle points to the north.", "" },
  { "hedge", "She is known to be kind.", "" },
  { "hedge", "You get it provided that you ask.", "" },
  { "hedge", "The possibilities are endless.", "" },
  { "hedge", "Go as far as the bridge.", "" },
  { "hedge", "Could you tell me more? Could I ask? May I?", "" },
  { "hedge", "You might as well go. See the frequently asked questions.", "" },
  { "hedge", "The values are normally distributed. Speculators lose.", "" },
  { "hedge", "You could speculate.", "could|speculate" },

  { "booster", "It is certainly bound to fail, without a doubt.",
    "certainly|bound to fail|without a doubt" },
  { "booster", "It is categorically wrong, and decidedly odd.", "categorically|decidedly" },
  { "booster", "Mix thoroughly. Respond positively.", "" },
  { "booster", "It was a decisive victory with categorical variables.", "" },
  { "booster", "The oxygen is bound to the iron, the socket is bound to port 80.", "" },
  { "booster", "It is simply the sum of both.", "" },
  { "booster", "Make sure to save. Be sure to call.", "" },
  { "booster", "He is sure to win.", "sure to" },
  { "booster", "There is no definitive answer and no conclusive evidence.", "" },
  { "booster", "It has not been proven. It is proven.", "proven" },
  { "booster", "The word literally means “house”. End it with a full stop.", "" },
  { "booster", "There is no way to know. Slowly but surely it grew.", "" },
  { "booster", "Write clearly about clearly defined terms. It is clearly wrong.", "clearly" },
  { "booster", "It doesn't need to be long. It needs to be short.", "needs to be" },
};

static BylLexicon *
load_installed (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("BYLINE_DATA_DIR"), "lexicons", NULL);
  g_autoptr(GError) error = NULL;
  BylLexicon *lexicon = NULL;

  g_assert_true (byl_lexicon_find (folder, "en", &lexicon, &error));
  g_assert_no_error (error);

  return lexicon;
}

static void
test_case (gconstpointer data)
{
  const Case *item = data;
  g_autoptr(BylLexicon) lexicon = load_installed ();
  g_autoptr(BylTellFinder) finder = byl_tell_finder_new (lexicon);
  g_autoptr(BylReadText) text = byl_read_text_new_markdown (item->markdown);
  g_autoptr(BylTells) tells = byl_tell_finder_find (finder, text, NULL);
  g_autofree char *found = NULL;
  BylTell tell;

  g_assert_true (byl_tell_kind_find (item->id, &tell));
  found = tells_fixture_join_spans (item->markdown, tells, tell);
  g_assert_cmpstr (found, ==, item->expected);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lexicon-en/%s/%u", cases[i].id, i);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
