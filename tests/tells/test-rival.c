/* test-rival.c: what the rival learns, and what it must not
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-blind.h"
#include "byl-pack-reader.h"
#include "byl-rival.h"

#include <string.h>

#define N_QUESTIONS 24u

static const char * const names[] = { "ann", "bob", "cyd", NULL };

/* What an answer of a writer to a question is made of; the last is for the question alone. */
typedef char *(*Write) (guint question,
                        guint writer);

static BylPack *
make_pack (guint n_writers,
           guint n_questions,
           Write write)
{
  g_autoptr(GString) json =
    g_string_new ("{\"format\":\"byline-pack\",\"version\":1,\"id\":\"rival\",\"title\":\"Rival\","
                  "\"language\":\"en\",\"writers\":[");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  BylPack *pack;

  for (guint i = 0; i < 3; i++)
    g_string_append_printf (json, "%s{\"id\":\"%s\",\"name\":\"%c%s\"}", i > 0 ? "," : "",
                            names[i], g_ascii_toupper (names[i][0]), names[i] + 1);

  g_string_append (json, "],\"questions\":[");
  for (guint i = 0; i < n_questions; i++)
    {
      g_string_append_printf (json, "%s{\"id\":\"q%u\",\"prompt\":\"Number %u?\",\"answers\":[",
                              i > 0 ? "," : "", i, i);
      for (guint j = 0; j < n_writers; j++)
        {
          g_autofree char *text = write (i, j);

          g_string_append_printf (json, "%s{\"writer\":\"%s\",\"text\":\"%s\"}", j > 0 ? "," : "",
                                  names[j], text);
        }
      g_string_append (json, "]}");
    }
  g_string_append (json, "]}");

  bytes = g_bytes_new (json->str, json->len);
  pack = byl_pack_read (bytes, NULL, &error);
  g_assert_no_error (error);

  return pack;
}

/* Ann lists, Bob chats, Cyd lectures: each has habits in words, marks and formatting. */
static char *
write_habits (guint question,
              guint writer)
{
  static const char * const things[] = { "tea", "rope", "glass", "rain", "bread", "salt", "wool" };
  const char *thing = things[question % G_N_ELEMENTS (things)];

  switch (writer)
    {
    case 0:
      return g_strdup_printf ("# About %s\\n\\n- **First:** take %s.\\n- **Then:** wait %u "
                              "minutes.\\n- **Last:** clean up.", thing, thing, question + 2);
    case 1:
      return g_strdup_printf ("Oh, %s! I love that; don't you? Well, you just try it, and it works "
                              "out fine. Want to hear more?", thing);
    default:
      return g_strdup_printf ("It is generally understood that %s behaves according to principles "
                              "which, however, remain under debate. Number %u applies.", thing,
                              question);
    }
}

static char *
write_japanese (guint question,
                guint writer)
{
  if (writer == 0)
    return g_strdup_printf ("はい、もちろんです。第%uの質問にお答えします。ぜひお試しください。", question);
  if (writer == 1)
    return g_strdup_printf ("結論から言えば、%uである。理由は明白だ。以上が要点である。", question);

  return g_strdup_printf ("そうですね…%uかなあ。たぶんそうだと思うよ！気にしないでね。", question);
}

/* Habits, but for two questions in which each has a mark of its own. */
static char *
write_marked (guint question,
              guint writer)
{
  static const char * const marks[] = { "zebra", "quagga", "okapi" };

  if (question >= 2)
    return write_habits (question, writer);

  return g_strdup_printf ("All of them say %s the very same %s thing here.", marks[writer],
                          marks[writer]);
}

/* Nothing but the name of a model that is not in the pack tells them apart. */
static char *
write_names (guint question,
             guint writer)
{
  static const char * const models[] = { "ChatGPT", "Gemini", "Grok" };

  return g_strdup_printf ("As %s I say that it is number %u.", models[writer], question);
}

static BylReadText *
show (const char *text)
{
  g_autoptr(BylMask) mask = byl_mask_new ();

  return byl_blind_answer (text, "?", mask, FALSE);
}

static BylReadText *
show_answer (const BylPack *pack,
             guint          question,
             guint          writer)
{
  return show (byl_pack_get_question (pack, question)->answers[writer].text);
}

static GHashTable *
hold_out (guint first,
          guint last)
{
  GHashTable *held_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = first; i <= last; i++)
    g_hash_table_add (held_out, g_strdup_printf ("q%u", i));

  return held_out;
}

static BylRival *
train (BylPack    *pack,
       GHashTable *held_out)
{
  g_autoptr(GError) error = NULL;
  BylRival *rival = byl_rival_train (pack, NULL, held_out, NULL, FALSE, NULL, &error);

  g_assert_no_error (error);

  return rival;
}

static void
assert_sums_to_one (const BylRivalCard *card,
                    guint               n_names)
{
  double sum = 0.0;

  for (guint i = 0; i < n_names; i++)
    {
      g_assert_true (card->probabilities[i] >= 0.0);
      sum += card->probabilities[i];
    }

  g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-9);
}

static void
assert_even (const BylRivalGuess *guess)
{
  for (guint i = 0; i < guess->n_cards; i++)
    for (guint j = 0; j < guess->n_names; j++)
      g_assert_cmpfloat_with_epsilon (guess->cards[i].probabilities[j], 1.0 / guess->n_names,
                                      1e-6);
}

static void
test_nothing_to_learn_from_is_a_guess_at_random (void)
{
  g_autoptr(BylPack) pack = make_pack (3, 2, write_habits);
  g_autoptr(GHashTable) held_out = hold_out (0, 1);
  g_autoptr(BylRival) rival = train (pack, held_out);
  g_autoptr(BylReadText) text = show_answer (pack, 0, 0);
  BylReadText *texts[] = { text };
  g_autoptr(BylRivalGuess) guess = byl_rival_guess (rival, texts, 1, names);

  g_assert_cmpuint (byl_rival_get_n_learned (rival), ==, 0);
  assert_even (guess);
  g_assert_cmpuint (guess->cards[0].reasons->len, ==, 0);
}

static void
test_empty_and_odd_texts_are_guessed_too (void)
{
  static const char * const odd[] = { "", "a", "```\n\n```", "█████", "🦓🦓🦓", "# ", "1", "مرحبا" };
  g_autoptr(BylPack) pack = make_pack (3, N_QUESTIONS, write_habits);
  g_autoptr(BylRival) rival = train (pack, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr(BylReadText) text = show (odd[i]);
      BylReadText *texts[] = { text };
      g_autoptr(BylRivalGuess) guess = byl_rival_guess (rival, texts, 1, names);

      assert_sums_to_one (&guess->cards[0], 3);
    }
}

static void
test_one_name_is_certain (void)
{
  static const char * const one[] = { "bob", NULL };
  g_autoptr(BylPack) pack = make_pack (2, N_QUESTIONS, write_habits);
  g_autoptr(BylRival) rival = NULL;
  g_autoptr(BylReadText) text = show_answer (pack, 0, 0);
  BylReadText *texts[] = { text };
  g_autoptr(BylRivalGuess) guess = NULL;

  rival = byl_rival_train (pack, NULL, NULL, one, FALSE, NULL, NULL);
  guess = byl_rival_guess (rival, texts, 1, one);
  g_assert_cmpuint (byl_rival_get_n_learned (rival), ==, N_QUESTIONS);
  g_assert_cmpuint (guess->cards[0].writer, ==, 0);
  g_assert_cmpfloat (guess->cards[0].probabilities[0], ==, 1.0);
  g_assert_cmpuint (guess->cards[0].reasons->len, ==, 0);
}

static void
test_unknown_names_are_neither_likely_nor_unlikely (void)
{
  static const char * const some[] = { "ann", "nobody", "bob", NULL };
  g_autoptr(BylPack) pack = make_pack (2, N_QUESTIONS, write_habits);
  g_autoptr(BylRival) rival = train (pack, NULL);
  g_autoptr(BylReadText) text = show_answer (pack, 0, 0);
  BylReadText *texts[] = { text };
  g_autoptr(BylRivalGuess) guess = byl_rival_guess (rival, texts, 1, some);
  const double *probabilities = guess->cards[0].probabilities;

  assert_sums_to_one (&guess->cards[0], 3);
  g_assert_cmpuint (guess->cards[0].writer, ==, 0);
  g_assert_cmpfloat (probabilities[0], >, probabilities[1]);
  g_assert_cmpfloat (probabilities[1], >, probabilities[2]);
}

static void
test_habits_are_recognised_in_unseen_answers (void)
{
  g_autoptr(BylPack) pack = make_pack (3, N_QUESTIONS, write_habits);
  g_autoptr(GHashTable) held_out = hold_out (3, 5);
  g_autoptr(BylRival) rival = train (pack, held_out);

  g_assert_cmpuint (byl_rival_get_n_learned (rival), ==, 3 * (N_QUESTIONS - 3));

  for (guint i = 3; i <= 5; i++)
    {
      g_autoptr(BylReadText) first = show_answer (pack, i, 2);
      g_autoptr(BylReadText) second = show_answer (pack, i, 0);
      g_autoptr(BylReadText) third = show_answer (pack, i, 1);
      BylReadText *texts[] = { first, second, third };
      g_autoptr(BylRivalGuess) guess = byl_rival_guess (rival, texts, 3, names);

      g_assert_cmpuint (guess->cards[0].writer, ==, 2);
      g_assert_cmpuint (guess->cards[1].writer, ==, 0);
      g_assert_cmpuint (guess->cards[2].writer, ==, 1);
      for (guint j = 0; j < 3; j++)
        {
          assert_sums_to_one (&guess->cards[j], 3);
          g_assert_cmpfloat (guess->cards[j].probabilities[guess->cards[j].writer], >, 0.8);
        }
    }
}

static void
test_three_questions_are_enough_to_begin_with (void)
{
  g_autoptr(BylPack) pack = make_pack (3, 4, write_habits);
  g_autoptr(GHashTable) held_out = hold_out (3, 3);
  g_autoptr(BylRival) rival = train (pack, held_out);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(BylReadText) text = show_answer (pack, 3, i);
      BylReadText *texts[] = { text };
      g_autoptr(BylRivalGuess) guess = byl_rival_guess (rival, texts, 1, names);

      g_assert_cmpuint (guess->cards[0].writer, ==, i);
    }
}

static void
test_two_cards_never_have_the_same_name (void)
{
  g_autoptr(BylPack) pack = make_pack (3, N_QUESTIONS, write_habits);
  g_autoptr(BylRival) rival = train (pack, NULL);
  g_autoptr(BylReadText) first = show_answer (pack, 0, 0);
  g_autoptr(BylReadText) second = show_answer (pack, 1, 0);
  BylReadText *texts[] = { first, second, second };
  g_autoptr(BylRivalGuess) guess = byl_rival_guess (rival, texts, 3, names);

  g_assert_cmpuint (guess->cards[0].writer, !=, guess->cards[1].writer);
  g_assert_cmpuint (guess->cards[0].writer, !=, guess->cards[2].writer);
  g_assert_cmpuint (guess->cards[1].writer, !=, guess->cards[2].writer);
}

static void
test_japanese_is_read (void)
{
  g_autoptr(BylPack) pack = make_pack (3, N_QUESTIONS, write_japanese);
  g_autoptr(GHashTable) held_out = hold_out (7, 7);
  g_autoptr(BylRival) rival = train (pack, held_out);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(BylReadText) text = show_answer (pack, 7, i);
      BylReadText *texts[] = { text };
      g_autoptr(BylRivalGuess) guess = byl_rival_guess (rival, texts, 1, names);

      g_assert_cmpuint (guess->cards[0].writer, ==, i);
      g_assert_cmpuint (guess->cards[0].reasons->len, ==, BYL_RIVAL_MAX_REASONS);
    }
}

/* Whatever the held-out answers are, what is learned is the same to the last bit. */
static void
test_held_out_answers_teach_nothing (void)
{
  g_autoptr(BylPack) marked = make_pack (3, N_QUESTIONS, write_marked);
  g_autoptr(BylPack) plain = make_pack (3, N_QUESTIONS, write_habits);
  g_autoptr(GHashTable) held_out = hold_out (0, 1);
  g_autoptr(BylRival) first = train (marked, held_out);
  g_autoptr(BylRival) second = train (plain, held_out);
  g_autoptr(BylRival) cheat = train (marked, NULL);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(BylReadText) text = show_answer (marked, 0, i);
      BylReadText *texts[] = { text };
      g_autoptr(BylRivalGuess) one = byl_rival_guess (first, texts, 1, names);
      g_autoptr(BylRivalGuess) other = byl_rival_guess (second, texts, 1, names);
      g_autoptr(BylRivalGuess) sure = byl_rival_guess (cheat, texts, 1, names);

      g_assert_cmpmem (one->cards[0].probabilities, 3 * sizeof (double),
                       other->cards[0].probabilities, 3 * sizeof (double));
      g_assert_cmpuint (sure->cards[0].writer, ==, i);
      g_assert_cmpfloat (sure->cards[0].probabilities[i], >, one->cards[0].probabilities[i]);
    }
}

static void
test_formatting_that_is_not_shown_is_not_learned (void)
{
  g_autoptr(BylPack) pack = make_pack (3, N_QUESTIONS, write_habits);
  g_autoptr(BylRival) rival = byl_rival_train (pack, NULL, NULL, NULL, TRUE, NULL, NULL);
  g_autoptr(BylMask) mask = byl_mask_new ();
  const char *markdown = byl_pack_get_question (pack, 0)->answers[0].text;
  g_autoptr(BylReadText) text = byl_blind_answer (markdown, "?", mask, TRUE);
  BylReadText *texts[] = { text };
  g_autoptr(BylRivalGuess) guess = byl_rival_guess (rival, texts, 1, names);

  g_assert_cmpuint (guess->cards[0].writer, ==, 0);
  for (guint i = 0; i < guess->cards[0].reasons->len; i++)
    {
      const BylRivalReason *reason = g_ptr_array_index (guess->cards[0].reasons, i);

      g_assert_true (reason->kind != BYL_RIVAL_REASON_FIGURE ||
                     (reason->figure != BYL_FIGURE_BOLD && reason->figure != BYL_FIGURE_BULLETS &&
                      reason->figure != BYL_FIGURE_HEADINGS));
    }
}

static void
test_the_same_answers_teach_the_same (void)
{
  g_autoptr(BylPack) pack = make_pack (3, N_QUESTIONS, write_habits);
  g_autoptr(BylRival) first = train (pack, NULL);
  g_autoptr(BylRival) second = train (pack, NULL);
  g_autoptr(BylReadText) text = show ("Oh, **rope**: it is generally fine; take some.");
  BylReadText *texts[] = { text };
  g_autoptr(BylRivalGuess) one = byl_rival_guess (first, texts, 1, names);
  g_autoptr(BylRivalGuess) other = byl_rival_guess (second, texts, 1, names);

  g_assert_cmpmem (one->cards[0].probabilities, 3 * sizeof (double),
                   other->cards[0].probabilities, 3 * sizeof (double));
  g_assert_cmpuint (one->cards[0].reasons->len, ==, other->cards[0].reasons->len);
}

static void
test_reasons_can_be_checked_by_eye (void)
{
  g_autoptr(BylPack) pack = make_pack (3, N_QUESTIONS, write_habits);
  g_autoptr(GHashTable) held_out = hold_out (2, 2);
  g_autoptr(BylRival) rival = train (pack, held_out);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(BylReadText) text = show_answer (pack, 2, i);
      BylReadText *texts[] = { text };
      g_autoptr(BylRivalGuess) guess = byl_rival_guess (rival, texts, 1, names);
      GPtrArray *reasons = guess->cards[0].reasons;

      g_assert_cmpuint (reasons->len, ==, BYL_RIVAL_MAX_REASONS);
      for (guint j = 0; j < reasons->len; j++)
        {
          const BylRivalReason *reason = g_ptr_array_index (reasons, j);
          g_autofree char *sentence = byl_rival_reason_to_text (reason, "Somebody");

          g_assert_cmpfloat (reason->weight, >, 0.0);
          g_assert_nonnull (strstr (sentence, "Somebody"));
          if (reason->kind == BYL_RIVAL_REASON_FIGURE)
            continue;

          g_assert_nonnull (strstr (sentence, reason->words));
          g_assert_nonnull (strstr (byl_read_text_get_text (text), reason->words));
          g_assert_cmpuint (reason->n_with, <=, reason->n_answers);
          g_assert_cmpuint (reason->n_answers, ==, N_QUESTIONS - 1);
          g_assert_cmpuint (reason->n_others, ==, 2 * (N_QUESTIONS - 1));
          g_assert_cmpuint (reason->n_with * 2, >, reason->others_with);
        }
    }
}

/* One puts a semicolon into every answer; there is nothing else in which the two differ. */
static char *
write_semicolons (guint question,
                  guint writer)
{
  return g_strdup_printf ("It is number %u%s it is no other number, as we all know.", question,
                          writer == 0 ? ";" : ",");
}

static void
test_a_mark_is_no_second_reason_for_itself (void)
{
  g_autoptr(BylPack) pack = make_pack (2, N_QUESTIONS, write_semicolons);
  g_autoptr(GHashTable) held_out = hold_out (2, 2);
  g_autoptr(BylRival) rival = train (pack, held_out);
  g_autoptr(BylReadText) text = show_answer (pack, 2, 0);
  BylReadText *texts[] = { text };
  g_autoptr(BylRivalGuess) guess = byl_rival_guess (rival, texts, 1, names);
  guint n_semicolons = 0;

  g_assert_cmpuint (guess->cards[0].writer, ==, 0);
  g_assert_cmpuint (guess->cards[0].reasons->len, >, 0);

  for (guint i = 0; i < guess->cards[0].reasons->len; i++)
    {
      const BylRivalReason *reason = g_ptr_array_index (guess->cards[0].reasons, i);

      n_semicolons += reason->kind == BYL_RIVAL_REASON_FIGURE
                        ? reason->figure == BYL_FIGURE_SEMICOLONS
                        : g_str_equal (reason->words, ";");
    }

  g_assert_cmpuint (n_semicolons, ==, 1);
}

static void
test_names_that_no_player_sees_teach_nothing (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("BYLINE_DATA_DIR"), "writers.json", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(BylKnownWriters) known = byl_known_writers_load (file, &error);
  g_autoptr(BylPack) pack = make_pack (3, N_QUESTIONS, write_names);
  g_autoptr(BylRival) rival = NULL;
  g_autoptr(BylReadText) text = show_answer (pack, 0, 1);
  BylReadText *texts[] = { text };
  g_autoptr(BylRivalGuess) guess = NULL;

  g_assert_no_error (error);
  rival = byl_rival_train (pack, known, NULL, NULL, FALSE, NULL, NULL);
  guess = byl_rival_guess (rival, texts, 1, names);
  g_assert_cmpuint (guess->cards[0].reasons->len, ==, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (guess->cards[0].probabilities[i], 1.0 / 3, 0.1);
}

static void
test_a_training_can_be_cancelled (void)
{
  g_autoptr(BylPack) pack = make_pack (3, N_QUESTIONS, write_habits);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (byl_rival_train (pack, NULL, NULL, NULL, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rival/nothing-to-learn-from-is-a-guess-at-random",
                   test_nothing_to_learn_from_is_a_guess_at_random);
  g_test_add_func ("/rival/empty-and-odd-texts-are-guessed-too",
                   test_empty_and_odd_texts_are_guessed_too);
  g_test_add_func ("/rival/one-name-is-certain", test_one_name_is_certain);
  g_test_add_func ("/rival/unknown-names-are-neither-likely-nor-unlikely",
                   test_unknown_names_are_neither_likely_nor_unlikely);
  g_test_add_func ("/rival/habits-are-recognised-in-unseen-answers",
                   test_habits_are_recognised_in_unseen_answers);
  g_test_add_func ("/rival/three-questions-are-enough-to-begin-with",
                   test_three_questions_are_enough_to_begin_with);
  g_test_add_func ("/rival/two-cards-never-have-the-same-name",
                   test_two_cards_never_have_the_same_name);
  g_test_add_func ("/rival/japanese-is-read", test_japanese_is_read);
  g_test_add_func ("/rival/held-out-answers-teach-nothing", test_held_out_answers_teach_nothing);
  g_test_add_func ("/rival/formatting-that-is-not-shown-is-not-learned",
                   test_formatting_that_is_not_shown_is_not_learned);
  g_test_add_func ("/rival/the-same-answers-teach-the-same", test_the_same_answers_teach_the_same);
  g_test_add_func ("/rival/reasons-can-be-checked-by-eye", test_reasons_can_be_checked_by_eye);
  g_test_add_func ("/rival/a-mark-is-no-second-reason-for-itself",
                   test_a_mark_is_no_second_reason_for_itself);
  g_test_add_func ("/rival/names-that-no-player-sees-teach-nothing",
                   test_names_that_no_player_sees_teach_nothing);
  g_test_add_func ("/rival/a-training-can-be-cancelled", test_a_training_can_be_cancelled);

  return g_test_run ();
}
