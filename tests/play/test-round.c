/* test-round.c: signing, betting and revealing
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "play-fixture.h"

#include "byl-dealer.h"
#include "byl-game.h"

#include <math.h>

static BylGame *
new_game (guint n_writers,
          guint n_rounds)
{
  g_autoptr(BylPack) pack = play_fixture_new_pack (n_writers, n_rounds);
  g_autoptr(BylRules) rules = byl_rules_new ();

  rules->rounds = n_rounds;
  rules->answers = BYL_RULES_ALL_ANSWERS;

  return byl_game_new (byl_dealer_deal (pack, NULL, rules, 11, NULL, NULL));
}

static const char *
get_truth (BylRound *on_table,
           guint     position)
{
  return ((BylDealtCard *) byl_round_get_dealt (on_table)->cards->pdata[position])->writer;
}

/* Signs and shows it, as the table does once the journal has it. */
static gboolean
sign (BylRound   *on_table,
      guint       card,
      const char *writer)
{
  gboolean changed = byl_round_sign (on_table, card, writer);

  byl_round_publish (on_table, byl_round_get_dealt (on_table));

  return changed;
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *count)
{
  (*count)++;
}

static void
test_nothing_tells_the_writer_before_the_reveal (void)
{
  g_autoptr(BylGame) game = new_game (3, 2);
  BylRound *on_table = byl_game_get_round (game);
  BylCard *card = byl_round_get_card (on_table, 0);
  g_autofree char *truth = NULL;
  gboolean right;

  sign (on_table, 0, get_truth (on_table, 0));
  g_object_get (card, "truth", &truth, "right", &right, NULL);
  g_assert_null (truth);
  g_assert_false (right);
  g_assert_null (byl_card_get_tells (card));
  g_assert_null (byl_card_get_provenance (card));
  g_assert_cmpuint (byl_round_get_hits (on_table), ==, 0);
  g_assert_cmpfloat (byl_card_get_points (card), ==, 0.0);

  byl_round_reveal (on_table, 1.0);
  g_assert_cmpstr (byl_card_get_truth (card), !=, NULL);
  g_assert_true (byl_card_get_right (card));
}

static void
test_a_guess_is_shown_when_it_is_kept_and_not_before (void)
{
  g_autoptr(BylGame) game = new_game (3, 2);
  BylRound *on_table = byl_game_get_round (game);
  BylCard *card = byl_round_get_card (on_table, 1);
  guint notified = 0;

  g_signal_connect (card, "notify::guess", G_CALLBACK (count_cb), &notified);
  g_assert_true (byl_round_sign (on_table, 1, "w0"));
  g_assert_null (byl_card_get_guess (card));
  g_assert_cmpuint (notified, ==, 0);

  byl_round_publish (on_table, byl_round_get_dealt (on_table));
  g_assert_cmpstr (byl_card_get_guess (card), ==, "Writer 0");
  g_assert_cmpuint (notified, ==, 1);

  g_assert_false (sign (on_table, 1, "w0"));
  g_assert_cmpuint (notified, ==, 1);
}

static void
test_signing_a_used_name_swaps_the_two (void)
{
  g_autoptr(BylGame) game = new_game (3, 1);
  BylRound *on_table = byl_game_get_round (game);

  sign (on_table, 0, "w0");
  sign (on_table, 1, "w1");
  sign (on_table, 0, "w1");
  g_assert_cmpstr (byl_card_get_guess (byl_round_get_card (on_table, 0)), ==, "Writer 1");
  g_assert_cmpstr (byl_card_get_guess (byl_round_get_card (on_table, 1)), ==, "Writer 0");

  sign (on_table, 2, "w1");
  g_assert_cmpstr (byl_card_get_guess (byl_round_get_card (on_table, 2)), ==, "Writer 1");
  g_assert_null (byl_card_get_guess (byl_round_get_card (on_table, 0)));
  g_assert_cmpuint (byl_round_get_n_unsigned (on_table), ==, 1);
}

static void
test_a_name_fades_while_it_is_used (void)
{
  g_autoptr(BylGame) game = new_game (2, 1);
  BylRound *on_table = byl_game_get_round (game);
  g_autoptr(BylName) name = g_list_model_get_item (byl_round_get_names (on_table), 0);

  g_assert_false (byl_name_get_used (name));
  sign (on_table, 0, byl_name_get_id (name));
  g_assert_true (byl_name_get_used (name));
  sign (on_table, 0, NULL);
  g_assert_false (byl_name_get_used (name));
}

static void
test_a_name_that_is_not_on_the_table_cannot_be_signed (void)
{
  g_autoptr(BylGame) game = new_game (2, 1);
  BylRound *on_table = byl_game_get_round (game);

  g_assert_false (sign (on_table, 0, "nobody"));
  g_assert_false (sign (on_table, 9, "w0"));
  g_assert_cmpuint (byl_round_get_n_unsigned (on_table), ==, 2);
}

static void
test_after_the_reveal_no_guess_changes (void)
{
  g_autoptr(BylGame) game = new_game (2, 1);
  BylRound *on_table = byl_game_get_round (game);

  sign (on_table, 0, "w0");
  sign (on_table, 1, "w1");
  g_assert_true (byl_game_reveal (game, 2.5));
  g_assert_false (byl_game_reveal (game, 2.5));
  g_assert_false (sign (on_table, 0, "w1"));
  g_assert_false (byl_round_bet (on_table, 0, BYL_BET_SURE));
  g_assert_cmpfloat (byl_round_get_dealt (on_table)->seconds, ==, 2.5);
}

static void
test_hits_and_chance_add_up_over_the_rounds (void)
{
  g_autoptr(BylGame) game = new_game (3, 2);
  BylRound *on_table = byl_game_get_round (game);

  for (guint i = 0; i < 3; i++)
    sign (on_table, i, get_truth (on_table, i));

  byl_game_reveal (game, 1.0);
  g_assert_cmpuint (byl_game_get_hits (game), ==, 3);
  g_assert_cmpuint (byl_game_get_n_cards (game), ==, 3);
  g_assert_cmpfloat_with_epsilon (byl_chance_get_mean (byl_game_get_chance (game)), 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (byl_chance_get_at_least (byl_game_get_chance (game), 3),
                                  1.0 / 6.0, 1e-9);

  byl_game_set_position (game, 1);
  on_table = byl_game_get_round (game);
  g_assert_false (byl_round_get_revealed (on_table));

  for (guint i = 0; i < 3; i++)
    sign (on_table, i, get_truth (on_table, (i + 1) % 3));

  byl_game_reveal (game, 1.0);
  g_assert_cmpuint (byl_game_get_hits (game), ==, 3);
  g_assert_cmpuint (byl_game_get_n_cards (game), ==, 6);
  g_assert_cmpfloat_with_epsilon (byl_chance_get_mean (byl_game_get_chance (game)), 2.0, 1e-9);
}

static void
test_a_game_goes_on_where_it_stopped (void)
{
  g_autoptr(BylGame) game = new_game (2, 3);
  g_autoptr(BylGame) resumed = NULL;
  BylRound *on_table = byl_game_get_round (game);

  sign (on_table, 0, "w0");
  sign (on_table, 1, "w1");
  byl_game_reveal (game, 1.0);
  byl_game_set_position (game, 1);
  sign (byl_game_get_round (game), 0, "w1");

  resumed = byl_game_new (byl_deal_copy (byl_game_get_deal (game)));
  g_assert_cmpuint (byl_game_get_position (resumed), ==, 1);
  g_assert_cmpuint (byl_game_get_n_cards (resumed), ==, 2);
  g_assert_cmpstr (byl_card_get_guess (byl_round_get_card (byl_game_get_round (resumed), 0)),
                   ==, "Writer 1");
}

static void
test_the_share_text_names_nobody (void)
{
  g_autoptr(BylGame) game = new_game (2, 1);
  g_autofree char *text = NULL;
  BylRound *on_table = byl_game_get_round (game);

  sign (on_table, 0, get_truth (on_table, 0));
  sign (on_table, 1, get_truth (on_table, 1));
  byl_game_reveal (game, 1.0);
  text = byl_game_dup_share_text (game);
  g_assert_null (strstr (text, "Writer"));
  g_assert_nonnull (strstr (text, "✓✓"));
  g_assert_nonnull (strstr (text, "2 of 2"));
}

/* DESIGN.md's formula, written out: 100·(1 − Σ(p − o)²/(1 − 1/k)). */
static void
test_bets_pay_by_the_brier_score (void)
{
  g_assert_cmpfloat_with_epsilon (byl_bet_get_points (BYL_BET_CHANCE, 4, TRUE), 0.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (byl_bet_get_points (BYL_BET_CHANCE, 4, FALSE), 0.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (byl_bet_get_points (BYL_BET_HALF, 2, TRUE), 0.0, 1e-9);

  /* p = .9, .0333 three times; right: B = .01 + 3·.001111 = .013333. */
  g_assert_cmpfloat_with_epsilon (byl_bet_get_points (BYL_BET_SURE, 4, TRUE),
                                  100.0 * (1.0 - 0.0133333333 / 0.75), 1e-6);
  /* Wrong: B = .81 + (1 − .033333)² + 2·.001111. */
  g_assert_cmpfloat_with_epsilon (byl_bet_get_points (BYL_BET_SURE, 4, FALSE),
                                  100.0 * (1.0 - (0.81 + 0.934444444 + 0.002222222) / 0.75), 1e-6);
}

/* Whoever is right with probability p earns most by betting what lies nearest to p. */
static void
test_honest_bets_pay_best (void)
{
  for (guint honest = 0; honest < BYL_N_BETS; honest++)
    {
      double p = byl_bet_get_confidence (honest, 4);
      double best = p * byl_bet_get_points (honest, 4, TRUE)
                    + (1.0 - p) * byl_bet_get_points (honest, 4, FALSE);

      for (guint other = 0; other < BYL_N_BETS; other++)
        g_assert_cmpfloat (p * byl_bet_get_points (other, 4, TRUE)
                           + (1.0 - p) * byl_bet_get_points (other, 4, FALSE), <=, best + 1e-9);
    }
}

static void
test_rules_survive_being_remembered (void)
{
  const char *writers[] = { "a", "b", NULL };
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(BylRules) again = NULL;
  g_autoptr(GVariant) variant = NULL;

  rules->mode = BYL_MODE_SOLO;
  rules->answers = BYL_RULES_ALL_ANSWERS;
  rules->rounds = 20;
  rules->bets = TRUE;
  rules->plain_text = TRUE;
  rules->writers = g_strdupv ((char **) writers);
  variant = g_variant_ref_sink (byl_rules_to_variant (rules));
  again = byl_rules_from_variant (variant);

  g_assert_cmpint (again->mode, ==, BYL_MODE_SOLO);
  g_assert_cmpuint (again->answers, ==, BYL_RULES_ALL_ANSWERS);
  g_assert_cmpuint (again->rounds, ==, 20);
  g_assert_true (again->bets && again->plain_text && !again->lesson);
  g_assert_cmpstrv (again->writers, writers);
  g_assert_null (again->categories);
}

static void
test_rules_out_of_a_spoilt_settings_file_are_mended (void)
{
  g_autoptr(GVariant) variant =
    g_variant_ref_sink (g_variant_new_parsed ("{'rounds': <uint32 4000>, 'answers': <uint32 1>,"
                                              " 'mode': <7>, 'bets': <'yes'>, 'writers': <@as []>}"));
  g_autoptr(BylRules) rules = byl_rules_from_variant (variant);
  g_autoptr(BylRules) none = byl_rules_from_variant (NULL);

  g_assert_cmpuint (rules->rounds, ==, BYL_RULES_MAX_ROUNDS);
  g_assert_cmpuint (rules->answers, ==, 2);
  g_assert_cmpint (rules->mode, ==, BYL_MODE_LINE_UP);
  g_assert_false (rules->bets);
  g_assert_false (rules->rival);
  g_assert_null (rules->writers);
  g_assert_cmpuint (none->rounds, ==, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/round/nothing-tells-the-writer-before-the-reveal",
                   test_nothing_tells_the_writer_before_the_reveal);
  g_test_add_func ("/round/a-guess-is-shown-when-it-is-kept-and-not-before",
                   test_a_guess_is_shown_when_it_is_kept_and_not_before);
  g_test_add_func ("/round/signing-a-used-name-swaps-the-two",
                   test_signing_a_used_name_swaps_the_two);
  g_test_add_func ("/round/a-name-fades-while-it-is-used", test_a_name_fades_while_it_is_used);
  g_test_add_func ("/round/a-name-that-is-not-on-the-table-cannot-be-signed",
                   test_a_name_that_is_not_on_the_table_cannot_be_signed);
  g_test_add_func ("/round/after-the-reveal-no-guess-changes",
                   test_after_the_reveal_no_guess_changes);
  g_test_add_func ("/game/hits-and-chance-add-up-over-the-rounds",
                   test_hits_and_chance_add_up_over_the_rounds);
  g_test_add_func ("/game/a-game-goes-on-where-it-stopped", test_a_game_goes_on_where_it_stopped);
  g_test_add_func ("/game/the-share-text-names-nobody", test_the_share_text_names_nobody);
  g_test_add_func ("/bet/bets-pay-by-the-brier-score", test_bets_pay_by_the_brier_score);
  g_test_add_func ("/bet/honest-bets-pay-best", test_honest_bets_pay_best);
  g_test_add_func ("/rules/rules-survive-being-remembered", test_rules_survive_being_remembered);
  g_test_add_func ("/rules/rules-out-of-a-spoilt-settings-file-are-mended",
                   test_rules_out_of_a_spoilt_settings_file_are_mended);

  return g_test_run ();
}
