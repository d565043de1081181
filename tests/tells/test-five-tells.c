/* test-five-tells.c: the tells that part two writers, and examples of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-error.h"
#include "byl-excerpt.h"
#include "byl-places.h"
#include "byl-tell-pair.h"

static BylMeasure
measure (BylTell tell,
         double  separation,
         double  z)
{
  return (BylMeasure) { .tell = tell, .separation = separation, .z = z, .is_tell = TRUE };
}

static void
test_what_fails_a_threshold_is_not_chosen (void)
{
  const BylMeasure *chosen[BYL_FIVE_TELLS];
  BylMeasure measures[] = {
    measure (BYL_TELL_HEDGE, 0.9, 9),
    measure (BYL_TELL_EMOJI, 0.9, -9),
    measure (BYL_TELL_HEDGE_BALANCE, 0.9, 9),
    measure (BYL_TELL_TABLE, 0.51, 9),
  };

  /* One that is no tell, one that points both ways, one without a unit, one that nobody sees. */
  measures[0].is_tell = FALSE;
  g_assert_cmpuint (byl_five_tells_choose (measures, G_N_ELEMENTS (measures), chosen), ==, 0);
  g_assert_cmpuint (byl_five_tells_choose (NULL, 0, chosen), ==, 0);
}

static void
test_every_family_is_heard (void)
{
  const BylMeasure *chosen[BYL_FIVE_TELLS];
  BylMeasure measures[] = {
    measure (BYL_TELL_TABLE, 0.99, 9),     measure (BYL_TELL_RULE, 0.02, -9),
    measure (BYL_TELL_CODE, 0.97, 9),      measure (BYL_TELL_QUOTE, 0.04, -9),
    measure (BYL_TELL_EM_DASH, 0.95, 9),   measure (BYL_TELL_ARROW, 0.06, -9),
    measure (BYL_TELL_PRAISE, 0.60, 2),    measure (BYL_TELL_EMOJI, 0.55, 2),
    measure (BYL_TELL_REFUSAL, 0.45, -2),
  };
  guint n = byl_five_tells_choose (measures, G_N_ELEMENTS (measures), chosen);

  g_assert_cmpuint (n, ==, BYL_FIVE_TELLS);
  g_assert_cmpint (chosen[0]->tell, ==, BYL_TELL_TABLE);
  g_assert_cmpint (chosen[1]->tell, ==, BYL_TELL_RULE);
  g_assert_cmpint (chosen[2]->tell, ==, BYL_TELL_CODE);
  g_assert_cmpint (chosen[3]->tell, ==, BYL_TELL_PRAISE);
  g_assert_cmpint (chosen[4]->tell, ==, BYL_TELL_REFUSAL);
}

static void
test_nothing_is_said_twice (void)
{
  const BylMeasure *chosen[BYL_FIVE_TELLS];
  BylMeasure measures[] = {
    measure (BYL_TELL_HEADING, 0.95, 9), measure (BYL_TELL_HEADING_LEVEL, 0.99, 9),
    measure (BYL_TELL_BULLET, 0.9, 9),   measure (BYL_TELL_NESTING, 0.89, 9),
    measure (BYL_TELL_COLON, 0.8, 9),    measure (BYL_TELL_LEAD_IN, 0.85, 9),
  };
  guint n = byl_five_tells_choose (measures, G_N_ELEMENTS (measures), chosen);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (chosen[0]->tell, ==, BYL_TELL_HEADING_LEVEL);
  g_assert_cmpint (chosen[1]->tell, ==, BYL_TELL_BULLET);
  g_assert_cmpint (chosen[2]->tell, ==, BYL_TELL_LEAD_IN);
}

/* The place is the text between the brackets; the paragraph goes from line break to line break. */
static char *
cut (const char *marked)
{
  const char *open = strchr (marked, '[');
  const char *close = strchr (marked, ']');
  g_autoptr(GString) text = g_string_new (marked);
  g_autofree char *excerpt = NULL;
  g_autofree char *before = NULL;
  g_autofree char *place = NULL;
  BylExcerpt parts = { 0 };
  const char *start;
  const char *end;

  g_string_erase (text, close - marked, 1);
  g_string_erase (text, open - marked, 1);
  parts.last = (guint) g_utf8_strlen (text->str, -1);
  parts.start = (guint) g_utf8_strlen (marked, open - marked);
  parts.end = (guint) g_utf8_strlen (marked, close - marked) - 1;
  excerpt = byl_excerpt_cut (text->str, &parts);

  if (excerpt == NULL)
    return NULL;

  g_assert_cmpuint (parts.start, <, parts.end);
  g_assert_cmpuint (parts.end, <=, g_utf8_strlen (excerpt, -1));
  start = g_utf8_offset_to_pointer (excerpt, parts.start);
  end = g_utf8_offset_to_pointer (excerpt, parts.end);
  before = g_strndup (excerpt, start - excerpt);
  place = g_strndup (start, end - start);

  return g_strdup_printf ("%s[%s]%s (%u)", before, place, end, parts.penalty);
}

static void
test_excerpt_is_the_sentence_of_its_place (void)
{
  struct { const char *marked; const char *expected; } cases[] = {
    { "[ ]", NULL },
    { "[\n]\n", NULL },
    { "One. It [may] well be true of all. Three.", "It [may] well be true of all. (0)" },
    { "[!]", "[!] (1)" },
    { "A line\nwith [a  dash\n —] and  more of it", "with [a dash —] and more of it (0)" },
    { "[Whole sentence of some length.] And then.", "[Whole sentence of some length.] (0)" },
    { "これは[たぶん]正しい。次の文です。", "これは[たぶん]正しい。 (1)" },
    { "First? [Émigré’s] café is open, isn’t it? Yes.", "[Émigré’s] café is open, isn’t it? (0)" },
    { "one two three four five six seven eight nine ten eleven twelve [x] thirteen fourteen fifteen"
      " sixteen seventeen eighteen nineteen",
      "… five six seven eight nine ten eleven twelve [x] thirteen fourteen fifteen sixteen "
      "seventeen … (4)" },
    { "[one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
      "sixteen seventeen]",
      "[one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen] …"
      " (5)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = cut (cases[i].marked);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static GFile *
get_lesson_pack (void)
{
  g_autofree char *path =
    g_build_filename (byl_places_get_data_dir (), "packs", "learn-the-tells.json", NULL);

  return g_file_new_for_path (path);
}

static BylTellPair *
load (GFile         *file,
      const char    *first,
      const char    *second,
      GCancellable  *cancellable,
      GError       **error)
{
  const char *writers[] = { first, second };
  g_autofree char *lexicons = g_build_filename (byl_places_get_data_dir (), "lexicons", NULL);

  return byl_tell_pair_load (file, NULL, lexicons, NULL, writers, cancellable, error);
}

static void
test_pair_that_is_not_there_is_an_error (void)
{
  g_autoptr(GFile) nowhere = g_file_new_for_path ("/nowhere/pack.json");
  g_autoptr(GFile) file = get_lesson_pack ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (load (nowhere, "host", "clerk", NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_READ);
  g_clear_error (&error);
  g_assert_null (load (file, "host", "nobody", NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_DEAL);
  g_clear_error (&error);
  g_assert_null (load (file, "host", "host", NULL, &error));
  g_assert_error (error, BYL_ERROR, BYL_ERROR_DEAL);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (load (file, "host", "clerk", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
is_in_an_answer (BylPack    *pack,
                 const char *id,
                 const char *text)
{
  for (guint i = 0; i < byl_pack_get_n_questions (pack); i++)
    {
      const BylQuestion *question = byl_pack_get_question (pack, i);

      for (guint j = 0; j < question->n_answers; j++)
        if (g_str_equal (byl_pack_get_writer (pack, question->answers[j].writer)->id, id)
            && strstr (question->answers[j].text, text) != NULL)
          return TRUE;
    }

  return FALSE;
}

static void
test_examples_are_of_the_writer_they_stand_for (void)
{
  g_autoptr(GFile) file = get_lesson_pack ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BylTellPair) pair = load (file, "host", "almanac", NULL, &error);
  guint n_examples = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (byl_tell_pair_get_n_tells (pair), ==, BYL_FIVE_TELLS);
  g_assert_cmpuint (byl_tell_pair_get_n_answers (pair, 0), ==, 24);

  for (guint i = 0; i < BYL_FIVE_TELLS; i++)
    for (guint side = 0; side < 2; side++)
      {
        const BylPairTell *tell = byl_tell_pair_get_tell (pair, i);
        const BylTellExample *example = tell->examples[side];
        g_autofree char *place = NULL;

        if (example->text == NULL)
          continue;

        n_examples++;
        place = g_utf8_substring (example->text, example->start, example->end);
        g_assert_true (is_in_an_answer (byl_tell_pair_get_pack (pair),
                                        byl_tell_pair_get_writer (pair, side)->id, place));
      }

  g_assert_cmpuint (n_examples, >=, BYL_FIVE_TELLS);
}

/* What the other writer says of a kind must be the same the other way round. */
static void
test_order_of_the_two_does_not_matter (void)
{
  g_autoptr(GFile) file = get_lesson_pack ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BylTellPair) pair = load (file, "host", "clerk", NULL, &error);
  g_autoptr(BylTellPair) mirrored = load (file, "clerk", "host", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (byl_tell_pair_get_n_tells (pair), ==, byl_tell_pair_get_n_tells (mirrored));

  for (guint i = 0; i < byl_tell_pair_get_n_tells (pair); i++)
    {
      const BylMeasure *one = byl_tell_pair_get_tell (pair, i)->measure;
      const BylMeasure *other = byl_tell_pair_get_tell (mirrored, i)->measure;

      g_assert_cmpint (one->tell, ==, other->tell);
      g_assert_cmpfloat_with_epsilon (one->z, -other->z, 1e-9);
    }
}

static void
check_frontier_pair (GFile      *file,
                     const char *first,
                     const char *second)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BylTellPair) pair = load (file, first, second, NULL, &error);
  gboolean has_family[3] = { FALSE };

  g_assert_no_error (error);
  g_assert_cmpuint (byl_tell_pair_get_n_tells (pair), ==, BYL_FIVE_TELLS);

  for (guint i = 0; i < BYL_FIVE_TELLS; i++)
    {
      const BylMeasure *found = byl_tell_pair_get_tell (pair, i)->measure;

      g_test_message ("%s, %s: %s %.2f %.2f (z %.1f, separation %.2f)", first, second,
                      byl_tell_kind_get (found->tell)->id, found->value, found->others, found->z,
                      found->separation);
      g_assert_true (found->is_tell);
      has_family[byl_tell_kind_get (found->tell)->family] = TRUE;
    }

  g_assert_true (has_family[BYL_FAMILY_TONE]);
  g_assert_true (has_family[BYL_FAMILY_UNCERTAINTY]);
  g_assert_true (has_family[BYL_FAMILY_STRUCTURE]);
}

static void
test_all_pairs_of_real_models_have_five (void)
{
  const char *writers[] = { "Claude-Opus-4.6", "GPT-5.4", "Grok-4.20", "Gemini-3.1-Pro" };
  g_autofree char *path = g_build_filename (g_getenv ("BYLINE_SHARED"), "data", "packs",
                                            "frontier-2026.json.gz", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  if (!g_file_query_exists (file, NULL))
    {
      g_test_skip ("the real packs are not beside the source");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    for (guint j = i + 1; j < G_N_ELEMENTS (writers); j++)
      check_frontier_pair (file, writers[i], writers[j]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/five-tells/what-fails-a-threshold-is-not-chosen",
                   test_what_fails_a_threshold_is_not_chosen);
  g_test_add_func ("/five-tells/every-family-is-heard", test_every_family_is_heard);
  g_test_add_func ("/five-tells/nothing-is-said-twice", test_nothing_is_said_twice);
  g_test_add_func ("/five-tells/excerpt-is-the-sentence-of-its-place",
                   test_excerpt_is_the_sentence_of_its_place);
  g_test_add_func ("/five-tells/pair-that-is-not-there-is-an-error",
                   test_pair_that_is_not_there_is_an_error);
  g_test_add_func ("/five-tells/examples-are-of-the-writer-they-stand-for",
                   test_examples_are_of_the_writer_they_stand_for);
  g_test_add_func ("/five-tells/order-of-the-two-does-not-matter",
                   test_order_of_the_two_does_not_matter);
  g_test_add_func ("/five-tells/all-pairs-of-real-models-have-five",
                   test_all_pairs_of_real_models_have_five);

  return g_test_run ();
}
