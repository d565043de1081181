/* test-rival-note.c: what the rival says reaches the cards, and stays hidden until the reveal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "play-fixture.h"

#include "byl-dealer.h"
#include "byl-game.h"

static BylGame *
new_game (gboolean rival)
{
  g_autoptr(BylPack) pack = play_fixture_new_pack (3, 2);
  g_autoptr(BylRules) rules = byl_rules_new ();

  rules->rounds = 2;
  rules->answers = BYL_RULES_ALL_ANSWERS;
  rules->rival = rival;

  return byl_game_new (byl_dealer_deal (pack, NULL, rules, 11, NULL, NULL));
}

/* A copy of the game's deal, on which the rival has the first card of each round right, and swaps
 * the other two. */
static BylDeal *
let_rival_sign (BylGame *game)
{
  BylDeal *deal = byl_deal_copy (byl_game_get_deal (game));

  for (guint i = 0; i < deal->rounds->len; i++)
    {
      GPtrArray *cards = ((BylDealtRound *) deal->rounds->pdata[i])->cards;

      for (guint j = 0; j < cards->len; j++)
        {
          BylDealtCard *card = g_ptr_array_index (cards, j);
          BylDealtCard *named = g_ptr_array_index (cards, j == 0 ? 0 : 3 - j);

          card->rival = byl_rival_note_new (named->writer, 0.5);
          byl_rival_note_add_argument (card->rival, "looks", "It looks like it.", 1, 4);
        }
    }

  return deal;
}

static void
reveal (BylGame *game)
{
  BylRound *on_table = byl_game_get_round (game);
  const BylDealtRound *dealt = byl_round_get_dealt (on_table);

  for (guint i = 0; i < dealt->cards->len; i++)
    byl_round_sign (on_table, i, ((BylDealtName *) dealt->names->pdata[i])->id);

  g_assert_true (byl_game_reveal (game, 1.0));
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *count)
{
  (*count)++;
}

static void
spoke_cb (BylGame *game,
          guint   *count)
{
  (*count)++;
}

static void
test_nothing_of_the_rival_is_told_before_the_reveal (void)
{
  g_autoptr(BylGame) game = new_game (TRUE);
  g_autoptr(BylDeal) deal = let_rival_sign (game);
  BylRound *on_table = byl_game_get_round (game);
  guint count = 0;

  g_signal_connect (on_table, "notify", G_CALLBACK (count_cb), &count);
  byl_game_take_rival (game, deal);
  g_assert_cmpuint (count, ==, 0);
  g_assert_false (byl_round_get_rival (on_table));
  g_assert_null (byl_round_get_rival_notice (on_table));

  for (guint i = 0; i < 3; i++)
    {
      BylCard *card = byl_round_get_card (on_table, i);

      g_assert_null (byl_card_get_rival (card));
      g_assert_null (byl_card_get_rival_name (card));
      g_assert_false (byl_card_get_rival_right (card));
    }
}

static void
test_the_reveal_tells_what_the_rival_said (void)
{
  g_autoptr(BylGame) game = new_game (TRUE);
  g_autoptr(BylDeal) deal = let_rival_sign (game);
  BylRound *on_table = byl_game_get_round (game);

  byl_game_take_rival (game, deal);
  reveal (game);
  g_assert_true (byl_round_get_rival (on_table));
  g_assert_null (byl_round_get_rival_notice (on_table));
  g_assert_true (byl_card_get_rival_right (byl_round_get_card (on_table, 0)));
  g_assert_false (byl_card_get_rival_right (byl_round_get_card (on_table, 1)));
  g_assert_cmpstr (byl_card_get_rival_name (byl_round_get_card (on_table, 1)), ==,
                   byl_card_get_truth (byl_round_get_card (on_table, 2)));
  g_assert_cmpuint (byl_dealt_round_count_rival_hits (byl_round_get_dealt (on_table)), ==, 1);
}

static void
test_a_rival_that_comes_late_is_told_of_once (void)
{
  g_autoptr(BylGame) game = new_game (TRUE);
  g_autoptr(BylDeal) deal = let_rival_sign (game);
  BylRound *on_table = byl_game_get_round (game);
  guint count = 0;
  guint spoken = 0;

  byl_game_set_rival_notice (game, "Wait for it.");
  reveal (game);
  g_assert_cmpstr (byl_round_get_rival_notice (on_table), ==, "Wait for it.");
  g_signal_connect (on_table, "notify::rival", G_CALLBACK (count_cb), &count);
  g_signal_connect (game, "rival-spoke", G_CALLBACK (spoke_cb), &spoken);
  byl_game_take_rival (game, deal);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (spoken, ==, 1);
  g_assert_null (byl_round_get_rival_notice (on_table));
  g_assert_true (byl_game_has_rival (game));

  /* What it said once it never takes back. */
  byl_game_take_rival (game, deal);
  g_assert_cmpuint (count, ==, 1);
}

static void
test_each_round_is_told_why_the_rival_is_silent (void)
{
  g_autoptr(BylGame) game = new_game (TRUE);
  g_autoptr(BylGame) without = new_game (FALSE);

  byl_game_set_rival_notice (game, "It stayed at home.");
  reveal (game);
  byl_game_set_position (game, 1);
  g_assert_null (byl_round_get_rival_notice (byl_game_get_round (game)));
  reveal (game);
  g_assert_cmpstr (byl_round_get_rival_notice (byl_game_get_round (game)), ==,
                   "It stayed at home.");

  reveal (without);
  g_assert_null (byl_round_get_rival_notice (byl_game_get_round (without)));
}

static void
test_notes_are_copied_with_the_deal (void)
{
  g_autoptr(BylGame) game = new_game (TRUE);
  g_autoptr(BylDeal) deal = let_rival_sign (game);
  g_autoptr(BylDeal) copy = byl_deal_copy (deal);
  const BylDealtCard *card = ((BylDealtRound *) copy->rounds->pdata[1])->cards->pdata[2];
  const BylRivalArgument *argument = g_ptr_array_index (card->rival->arguments, 0);

  g_clear_pointer (&deal, byl_deal_free);
  g_assert_cmpfloat (card->rival->probability, ==, 0.5);
  g_assert_cmpstr (argument->reason, ==, "looks");
  g_assert_cmpstr (argument->sentence, ==, "It looks like it.");
  g_assert_cmpuint (argument->end, ==, 4);
  g_assert_null (byl_rival_note_copy (NULL));
}

static void
test_rules_remember_the_rival (void)
{
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(GVariant) variant = NULL;
  g_autoptr(BylRules) again = NULL;

  g_assert_false (rules->rival);
  rules->rival = TRUE;
  variant = g_variant_ref_sink (byl_rules_to_variant (rules));
  again = byl_rules_from_variant (variant);
  g_assert_true (again->rival);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rival-note/nothing-of-the-rival-is-told-before-the-reveal",
                   test_nothing_of_the_rival_is_told_before_the_reveal);
  g_test_add_func ("/rival-note/the-reveal-tells-what-the-rival-said",
                   test_the_reveal_tells_what_the_rival_said);
  g_test_add_func ("/rival-note/a-rival-that-comes-late-is-told-of-once",
                   test_a_rival_that_comes_late_is_told_of_once);
  g_test_add_func ("/rival-note/each-round-is-told-why-the-rival-is-silent",
                   test_each_round_is_told_why_the_rival_is_silent);
  g_test_add_func ("/rival-note/notes-are-copied-with-the-deal",
                   test_notes_are_copied_with_the_deal);
  g_test_add_func ("/rival-note/rules-remember-the-rival", test_rules_remember_the_rival);

  return g_test_run ();
}
