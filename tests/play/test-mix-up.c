/* test-mix-up.c: the two writers that a player takes for each other
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-mix-up.h"

static void
free_name (gpointer data)
{
  BylDealtName *name = data;

  g_free (name->id);
  g_free (name->name);
  g_free (name);
}

static void
free_card (gpointer data)
{
  BylDealtCard *card = data;

  g_free (card->writer);
  g_free (card->guess);
  g_free (card);
}

/* Each letter of @truth is a card's writer; the letter at its place in @guesses was signed. */
static BylDealtRound *
make_round (const char *truth,
            const char *guesses,
            gboolean    revealed)
{
  BylDealtRound *dealt = g_new0 (BylDealtRound, 1);

  dealt->names = g_ptr_array_new_with_free_func (free_name);
  dealt->cards = g_ptr_array_new_with_free_func (free_card);
  dealt->revealed = revealed;

  for (const char *id = "abcd"; *id != '\0'; id++)
    {
      BylDealtName *name = g_new0 (BylDealtName, 1);

      name->id = g_strndup (id, 1);
      name->name = g_ascii_strup (name->id, -1);
      g_ptr_array_add (dealt->names, name);
    }

  for (guint i = 0; truth[i] != '\0'; i++)
    {
      BylDealtCard *card = g_new0 (BylDealtCard, 1);

      card->writer = g_strndup (truth + i, 1);
      card->guess = guesses[i] != '-' ? g_strndup (guesses + i, 1) : NULL;
      g_ptr_array_add (dealt->cards, card);
    }

  return dealt;
}

static void
free_round (gpointer data)
{
  BylDealtRound *dealt = data;

  g_ptr_array_unref (dealt->names);
  g_ptr_array_unref (dealt->cards);
  g_free (dealt);
}

static void
test_a_game_without_guesses_has_no_mix_up (void)
{
  BylDeal deal = { .rounds = g_ptr_array_new_with_free_func (free_round) };
  BylMixUp mix_up;

  g_assert_false (byl_mix_up_find (&deal, &mix_up));
  g_ptr_array_add (deal.rounds, make_round ("abcd", "----", TRUE));
  g_assert_false (byl_mix_up_find (&deal, &mix_up));
  g_ptr_array_unref (deal.rounds);
}

static void
test_a_single_mistake_is_no_mix_up (void)
{
  BylDeal deal = { .rounds = g_ptr_array_new_with_free_func (free_round) };
  BylMixUp mix_up;

  g_ptr_array_add (deal.rounds, make_round ("a", "b", TRUE));
  g_ptr_array_add (deal.rounds, make_round ("a", "x", TRUE));
  g_assert_false (byl_mix_up_find (&deal, &mix_up));
  g_ptr_array_unref (deal.rounds);
}

static void
test_what_is_not_revealed_does_not_count (void)
{
  BylDeal deal = { .rounds = g_ptr_array_new_with_free_func (free_round) };
  BylMixUp mix_up;

  g_ptr_array_add (deal.rounds, make_round ("ab", "ba", FALSE));
  g_assert_false (byl_mix_up_find (&deal, &mix_up));
  g_ptr_array_unref (deal.rounds);
}

static void
test_two_that_are_taken_for_each_other_are_one_pair (void)
{
  BylDeal deal = { .rounds = g_ptr_array_new_with_free_func (free_round) };
  BylMixUp mix_up;

  g_ptr_array_add (deal.rounds, make_round ("abcd", "badc", TRUE));
  g_ptr_array_add (deal.rounds, make_round ("abcd", "abdc", TRUE));
  g_assert_true (byl_mix_up_find (&deal, &mix_up));
  g_assert_cmpstr (mix_up.first->name, ==, "C");
  g_assert_cmpstr (mix_up.second->name, ==, "D");
  g_assert_cmpuint (mix_up.times, ==, 4);
  g_ptr_array_unref (deal.rounds);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mix-up/a-game-without-guesses-has-no-mix-up",
                   test_a_game_without_guesses_has_no_mix_up);
  g_test_add_func ("/mix-up/a-single-mistake-is-no-mix-up", test_a_single_mistake_is_no_mix_up);
  g_test_add_func ("/mix-up/what-is-not-revealed-does-not-count",
                   test_what_is_not_revealed_does_not_count);
  g_test_add_func ("/mix-up/two-that-are-taken-for-each-other-are-one-pair",
                   test_two_that_are_taken_for_each_other_are_one_pair);

  return g_test_run ();
}
