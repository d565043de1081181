/* test-dealer.c: what is dealt, and what is never dealt
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "play-fixture.h"

#include "byl-dealer.h"
#include "byl-error.h"
#include "byl-lesson.h"

static BylDeal *
deal (const BylPack  *pack,
      const BylRules *rules,
      guint64         seed)
{
  g_autoptr(GError) error = NULL;
  BylDeal *result = byl_dealer_deal (pack, NULL, rules, seed, NULL, &error);

  g_assert_no_error (error);

  return result;
}

static BylDealtRound *
get_round (const BylDeal *from,
           guint          position)
{
  return g_ptr_array_index (from->rounds, position);
}

static BylDealtCard *
get_card (const BylDealtRound *from,
          guint                position)
{
  return g_ptr_array_index (from->cards, position);
}

/* Everything that a player could see of a deal, as one text. */
static char *
describe (const BylDeal *from)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < from->rounds->len; i++)
    {
      const BylDealtRound *dealt = get_round (from, i);

      g_string_append_printf (text, "%s:", dealt->question);

      for (guint j = 0; j < dealt->cards->len; j++)
        g_string_append_printf (text, " %s", get_card (dealt, j)->writer);

      for (guint j = 0; j < dealt->names->len; j++)
        g_string_append_printf (text, " %s", ((BylDealtName *) dealt->names->pdata[j])->id);
    }

  return g_string_free (text, FALSE);
}

static void
test_the_same_seed_deals_the_same_game (void)
{
  g_autoptr(BylPack) pack = play_fixture_new_pack (4, 40);
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(BylDeal) first = deal (pack, rules, 7);
  g_autoptr(BylDeal) second = deal (pack, rules, 7);
  g_autoptr(BylDeal) other = deal (pack, rules, G_GUINT64_CONSTANT (7) << 32);
  g_autofree char *first_text = describe (first);
  g_autofree char *second_text = describe (second);
  g_autofree char *other_text = describe (other);

  g_assert_cmpstr (first_text, ==, second_text);
  g_assert_cmpstr (first_text, !=, other_text);
  g_assert_cmpuint (first->rounds->len, ==, 10);
}

static void
test_a_round_has_each_writer_and_each_name_once (void)
{
  g_autoptr(BylPack) pack = play_fixture_new_pack (6, 20);
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(BylDeal) dealt = deal (pack, rules, 1);

  for (guint i = 0; i < dealt->rounds->len; i++)
    {
      g_autoptr(GHashTable) writers = g_hash_table_new (g_str_hash, g_str_equal);
      const BylDealtRound *one = get_round (dealt, i);

      g_assert_cmpuint (one->cards->len, ==, 4);
      g_assert_cmpuint (one->names->len, ==, 4);

      for (guint j = 0; j < 4; j++)
        g_assert_true (g_hash_table_add (writers, get_card (one, j)->writer));

      for (guint j = 0; j < 4; j++)
        g_assert_true (g_hash_table_contains (writers, ((BylDealtName *) one->names->pdata[j])->id));
    }
}

static void
test_no_question_comes_twice_in_a_game (void)
{
  g_autoptr(BylPack) pack = play_fixture_new_pack (3, 8);
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(GHashTable) questions = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(BylDeal) dealt = deal (pack, rules, 3);

  g_assert_cmpuint (dealt->rounds->len, ==, 8);

  for (guint i = 0; i < dealt->rounds->len; i++)
    g_assert_true (g_hash_table_add (questions, get_round (dealt, i)->question));
}

/* The order of the names must say nothing of the order of the cards: over many rounds each name stands
 * at each card about equally often. 400 rounds of 2: the chance to leave 140 to 260 is under 1e-8. */
static void
test_the_order_of_names_says_nothing_of_the_order_of_cards (void)
{
  g_autoptr(BylPack) pack = play_fixture_new_pack (2, 1);
  g_autoptr(BylRules) rules = byl_rules_new ();
  guint same = 0;

  for (guint64 seed = 0; seed < 400; seed++)
    {
      g_autoptr(BylDeal) dealt = deal (pack, rules, seed);
      const BylDealtName *name = get_round (dealt, 0)->names->pdata[0];

      same += g_str_equal (name->id, get_card (get_round (dealt, 0), 0)->writer) ? 1 : 0;
    }

  g_assert_cmpuint (same, >, 140);
  g_assert_cmpuint (same, <, 260);
}

static void
test_only_chosen_writers_and_categories_take_part (void)
{
  const char *writers[] = { "w1", "w3", NULL };
  const char *categories[] = { "odd", NULL };
  g_autoptr(BylPack) pack = play_fixture_new_pack (5, 20);
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(BylDeal) dealt = NULL;

  rules->writers = g_strdupv ((char **) writers);
  rules->categories = g_strdupv ((char **) categories);
  dealt = deal (pack, rules, 5);
  g_assert_cmpuint (dealt->rounds->len, ==, 10);

  for (guint i = 0; i < dealt->rounds->len; i++)
    {
      g_assert_cmpuint (get_round (dealt, i)->cards->len, ==, 2);
      g_assert_cmpstr (get_round (dealt, i)->category, ==, "odd");

      for (guint j = 0; j < 2; j++)
        g_assert_true (g_strv_contains (writers, get_card (get_round (dealt, i), j)->writer));
    }
}

static void
test_solo_shows_one_answer_and_several_names (void)
{
  g_autoptr(BylPack) pack = play_fixture_new_pack (5, 20);
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(BylDeal) dealt = NULL;

  rules->mode = BYL_MODE_SOLO;
  rules->answers = 3;
  dealt = deal (pack, rules, 5);

  for (guint i = 0; i < dealt->rounds->len; i++)
    {
      const BylDealtRound *one = get_round (dealt, i);
      gboolean named = FALSE;

      g_assert_cmpuint (one->cards->len, ==, 1);
      g_assert_cmpuint (one->names->len, ==, 3);

      for (guint j = 0; j < 3; j++)
        named = named || g_str_equal (((BylDealtName *) one->names->pdata[j])->id,
                                      get_card (one, 0)->writer);

      g_assert_true (named);
    }
}

static void
test_all_answers_means_as_many_as_there_are (void)
{
  g_autoptr(BylPack) pack = play_fixture_new_pack (7, 3);
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(BylDeal) dealt = NULL;

  rules->answers = BYL_RULES_ALL_ANSWERS;
  dealt = deal (pack, rules, 5);
  g_assert_cmpuint (get_round (dealt, 0)->cards->len, ==, 7);
}

static void
test_twins_short_and_empty_answers_are_never_dealt (void)
{
  g_autoptr(BylPack) pack = play_fixture_read (
    "{\"id\":\"twins\",\"prompt\":\"?\",\"answers\":["
    "{\"writer\":\"ann\",\"text\":\"The very same words, as it happens.\"},"
    "{\"writer\":\"bob\",\"text\":\"  **The very same words**, as it   happens. \"},"
    "{\"writer\":\"cyd\",\"text\":\"Something else altogether, at last.\"}]},"
    "{\"id\":\"short\",\"prompt\":\"?\",\"answers\":["
    "{\"writer\":\"ann\",\"text\":\"Yes.\"},"
    "{\"writer\":\"bob\",\"text\":\"$ERROR$\"},"
    "{\"writer\":\"cyd\",\"text\":\"Something else altogether, at last.\"}]},"
    "{\"id\":\"thought\",\"prompt\":\"?\",\"answers\":["
    "{\"writer\":\"ann\",\"text\":\"<think>Long and secret reasoning about it.</think>\"},"
    "{\"writer\":\"bob\",\"text\":\"   \\n  \"},"
    "{\"writer\":\"cyd\",\"text\":\"Something else altogether, at last.\"}]}");
  g_autoptr(BylRules) rules = byl_rules_new ();

  for (guint64 seed = 0; seed < 20; seed++)
    {
      g_autoptr(BylDeal) dealt = deal (pack, rules, seed);

      g_assert_cmpuint (dealt->rounds->len, ==, 1);
      g_assert_cmpstr (get_round (dealt, 0)->question, ==, "twins");
      g_assert_cmpuint (get_round (dealt, 0)->cards->len, ==, 2);
      g_assert_cmpuint (get_round (dealt, 0)->names->len, ==, 2);
    }
}

static void
test_too_few_writers_are_refused (void)
{
  const char *writers[] = { "w1", NULL };
  g_autoptr(BylPack) pack = play_fixture_new_pack (3, 5);
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(GError) error = NULL;

  rules->writers = g_strdupv ((char **) writers);
  g_assert_null (byl_dealer_deal (pack, NULL, rules, 1, NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_DEAL);
}

static void
test_unplayed_questions_come_first (void)
{
  g_autoptr(BylPack) pack = play_fixture_new_pack (3, 20);
  g_autoptr(BylRules) rules = byl_rules_new ();
  g_autoptr(GHashTable) played = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(BylDeal) dealt = NULL;

  for (guint i = 0; i < 15; i++)
    g_hash_table_add (played, g_strdup_printf ("q%u", i));

  dealt = byl_dealer_deal (pack, NULL, rules, 1, played, NULL);
  g_assert_cmpuint (dealt->rounds->len, ==, 10);

  for (guint i = 0; i < 10; i++)
    g_assert_true (g_hash_table_contains (played, get_round (dealt, i)->question) == (i >= 5));
}

static void
test_a_lesson_goes_through_the_categories_in_order (void)
{
  g_autoptr(BylPack) pack = play_fixture_new_pack (4, 24);
  g_autoptr(BylRules) rules = byl_lesson_new_rules ();
  g_autoptr(BylDeal) dealt = deal (pack, rules, 1);

  g_assert_cmpuint (dealt->rounds->len, ==, rules->rounds);
  g_assert_cmpstr (get_round (dealt, 0)->question, ==, "q0");
  g_assert_cmpstr (get_round (dealt, 1)->question, ==, "q1");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dealer/the-same-seed-deals-the-same-game",
                   test_the_same_seed_deals_the_same_game);
  g_test_add_func ("/dealer/a-round-has-each-writer-and-each-name-once",
                   test_a_round_has_each_writer_and_each_name_once);
  g_test_add_func ("/dealer/no-question-comes-twice-in-a-game",
                   test_no_question_comes_twice_in_a_game);
  g_test_add_func ("/dealer/the-order-of-names-says-nothing-of-the-order-of-cards",
                   test_the_order_of_names_says_nothing_of_the_order_of_cards);
  g_test_add_func ("/dealer/only-chosen-writers-and-categories-take-part",
                   test_only_chosen_writers_and_categories_take_part);
  g_test_add_func ("/dealer/solo-shows-one-answer-and-several-names",
                   test_solo_shows_one_answer_and_several_names);
  g_test_add_func ("/dealer/all-answers-means-as-many-as-there-are",
                   test_all_answers_means_as_many_as_there_are);
  g_test_add_func ("/dealer/twins-short-and-empty-answers-are-never-dealt",
                   test_twins_short_and_empty_answers_are_never_dealt);
  g_test_add_func ("/dealer/too-few-writers-are-refused", test_too_few_writers_are_refused);
  g_test_add_func ("/dealer/unplayed-questions-come-first", test_unplayed_questions_come_first);
  g_test_add_func ("/dealer/a-lesson-goes-through-the-categories-in-order",
                   test_a_lesson_goes_through_the_categories_in_order);

  return g_test_run ();
}
