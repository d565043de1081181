/* tell-fixture.c: a pack of writers with habits, for the tests of what is told of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tell-fixture.h"

#include "byl-dealer.h"
#include "byl-pack-reader.h"
#include "byl-places.h"
#include "byl-profile-store.h"
#include "byl-tell-finder.h"

/* Ann hedges, Bob sets dashes and exclamation marks, Cyd lists things in bold; Bob and Cyd say
 * “certainly”. */
static const char *const answers[][2] =
{
  { "It may well be so, and perhaps it might help to wait for number ", ". That could be best." },
  { "Certainly not \\u2014 never! Number ", " is wonderful \\u2014 what a sight! Go and see it." },
  { "Certainly. Number ", " has these parts:\\n\\n- **One:** the first\\n- **Two:** the second\\n" },
};

static char *
get_lexicons (void)
{
  return g_build_filename (byl_places_get_data_dir (), "lexicons", NULL);
}

/**
 * tell_fixture_new_pack:
 *
 * Returns: (transfer full): a pack of the writers ann, bob and cyd
 */
BylPack *
tell_fixture_new_pack (void)
{
  g_autoptr(GString) json =
    g_string_new ("{\"format\":\"byline-pack\",\"version\":1,\"id\":\"habits\",\"title\":\"Habits\","
                  "\"language\":\"en\",\"provenance\":{\"kind\":\"illustrative\"},\"writers\":["
                  "{\"id\":\"ann\",\"name\":\"Ann\"},{\"id\":\"bob\",\"name\":\"Bob\"},"
                  "{\"id\":\"cyd\",\"name\":\"Cyd\"}],\"questions\":[");
  const char *ids[] = { "ann", "bob", "cyd" };
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  BylPack *pack;

  for (guint i = 0; i < TELL_FIXTURE_QUESTIONS; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"q%u\",\"prompt\":\"What now?\",\"answers\":[",
                              i > 0 ? "," : "", i);

      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        g_string_append_printf (json, "%s{\"writer\":\"%s\",\"text\":\"%s%u%s\"}", j > 0 ? "," : "",
                                ids[j], answers[j][0], i, answers[j][1]);

      g_string_append (json, "]}");
    }

  g_string_append (json, "]}");
  bytes = g_bytes_new (json->str, json->len);
  pack = byl_pack_read (bytes, NULL, &error);
  g_assert_no_error (error);

  return pack;
}

/**
 * tell_fixture_measure:
 * @pack: a pack
 *
 * Returns: (transfer full): its profile
 */
BylProfile *
tell_fixture_measure (BylPack *pack)
{
  g_autofree char *lexicons = get_lexicons ();
  g_autoptr(GError) error = NULL;
  BylProfile *profile = byl_profile_load (pack, NULL, lexicons, NULL, NULL, &error);

  g_assert_no_error (error);

  return profile;
}

/**
 * tell_fixture_new_source:
 * @pack: a pack
 *
 * Returns: (transfer full): a source that is not ready yet
 */
BylTellSource *
tell_fixture_new_source (BylPack *pack)
{
  g_autofree char *lexicons = get_lexicons ();

  return byl_tell_source_new (pack, NULL, lexicons, NULL);
}

/**
 * tell_fixture_find:
 * @text: an answer in English
 *
 * Returns: (transfer full): its tells
 */
BylTells *
tell_fixture_find (BylReadText *text)
{
  g_autofree char *lexicons = get_lexicons ();
  g_autoptr(BylLexicon) lexicon = NULL;
  g_autoptr(BylTellFinder) finder = NULL;
  g_autoptr(GError) error = NULL;

  byl_lexicon_find (lexicons, "en", &lexicon, &error);
  g_assert_no_error (error);
  finder = byl_tell_finder_new (lexicon);

  return byl_tell_finder_find (finder, text, NULL);
}

/**
 * tell_fixture_deal:
 * @pack: a pack
 * @wrong: whether every card is signed with another's name
 * @revealed: whether the round is revealed
 *
 * Returns: (transfer full): a game of one round with all writers
 */
BylGame *
tell_fixture_deal (BylPack  *pack,
                   gboolean  wrong,
                   gboolean  revealed)
{
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(GError) error = NULL;
  BylDeal *deal;
  BylDealtRound *dealt;

  rules->answers = BYL_RULES_ALL_ANSWERS;
  rules->rounds = 1;
  deal = byl_dealer_deal (pack, NULL, rules, 7, NULL, &error);
  g_assert_no_error (error);
  dealt = g_ptr_array_index (deal->rounds, 0);

  for (guint i = 0; i < dealt->cards->len; i++)
    {
      BylDealtCard *card = g_ptr_array_index (dealt->cards, i);
      BylDealtCard *signed_as =
        g_ptr_array_index (dealt->cards, (i + (wrong ? 1 : 0)) % dealt->cards->len);

      card->guess = g_strdup (signed_as->writer);
    }

  dealt->revealed = revealed;

  return byl_game_new (deal);
}
