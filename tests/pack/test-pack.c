/* test-pack.c: what a pack holds once it is read
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-reader.h"
#include "test-pack-support.h"

static BylPack *
read_text (const char *text)
{
  g_autoptr(GBytes) bytes = test_make_bytes (text);
  g_autoptr(GError) error = NULL;
  BylPack *pack = byl_pack_read (bytes, NULL, &error);

  g_assert_no_error (error);

  return pack;
}

static void
test_pack_holds_what_the_file_says (void)
{
  g_autoptr(BylPack) pack = read_text (test_pack);

  g_assert_cmpstr (byl_pack_get_id (pack), ==, "test-pack");
  g_assert_cmpuint (byl_pack_get_revision (pack), ==, 2);
  g_assert_cmpstr (byl_pack_get_title (pack), ==, "A pack");
  g_assert_cmpstr (byl_pack_get_summary (pack), ==, "Short");
  g_assert_cmpstr (byl_pack_get_language (pack), ==, "en");
  g_assert_cmpstr (byl_pack_get_license (pack), ==, "CC0-1.0");
  g_assert_cmpstr (byl_pack_get_source (pack)->title, ==, "Work");
  g_assert_cmpstr (byl_pack_get_source (pack)->url, ==, "http://example.org/w");
  g_assert_cmpstr (byl_pack_get_source (pack)->license, ==, "MIT");
  g_assert_cmpstr (byl_pack_get_source (pack)->retrieved, ==, "2026-04-08");
  g_assert_cmpint (byl_pack_get_provenance (pack)->kind, ==, BYL_PROVENANCE_RECORDED);
  g_assert_cmpstr (byl_pack_get_provenance (pack)->date, ==, "2026-04-08T10:00:00Z");
}

static void
test_writers_hold_what_the_file_says (void)
{
  g_autoptr(BylPack) pack = read_text (test_pack);
  const BylWriter *ada;
  const BylWriter *bo;

  g_assert_cmpuint (byl_pack_get_n_writers (pack), ==, 2);
  ada = byl_pack_get_writer (pack, 0);
  bo = byl_pack_get_writer (pack, 1);
  g_assert_cmpstr (ada->id, ==, "ada");
  g_assert_cmpstr (ada->name, ==, "Ada");
  g_assert_cmpstr (ada->maker, ==, "Lace");
  g_assert_cmpint (ada->kind, ==, BYL_WRITER_VOICE);
  g_assert_cmpstr (ada->aliases[0], ==, "Countess");
  g_assert_null (ada->aliases[1]);
  g_assert_cmpstr (ada->released, ==, "2026-04");
  g_assert_cmpstr (ada->summary->texts[0], ==, "S");

  /* What is not said has its default. */
  g_assert_cmpint (bo->kind, ==, BYL_WRITER_LANGUAGE_MODEL);
  g_assert_null (bo->maker);
  g_assert_nonnull (bo->aliases);
  g_assert_null (bo->aliases[0]);
}

static void
test_questions_hold_what_the_file_says (void)
{
  g_autoptr(BylPack) pack = read_text (test_pack);
  const BylQuestion *first;
  const BylQuestion *second;
  const BylAuthorTell *tell;

  g_assert_cmpuint (byl_pack_get_n_questions (pack), ==, 2);
  first = byl_pack_get_question (pack, 0);
  second = byl_pack_get_question (pack, 1);
  g_assert_cmpstr (first->id, ==, "q1");
  g_assert_cmpstr (first->prompt, ==, "Why?");
  g_assert_cmpstr (first->category, ==, "science");
  g_assert_cmpuint (first->difficulty, ==, 3);
  g_assert_cmpuint (first->n_answers, ==, 2);
  g_assert_cmpuint (first->answers[0].writer, ==, 0);
  g_assert_cmpuint (first->answers[0].n_tells, ==, 1);
  tell = &first->answers[0].tells[0];
  g_assert_cmpint (tell->family, ==, BYL_FAMILY_TONE);
  g_assert_cmpstr (tell->kind, ==, "k");
  g_assert_cmpstr (tell->quote, ==, "it is so");
  g_assert_cmpstr (tell->note->tags[0], ==, "de");

  g_assert_null (second->category);
  g_assert_cmpuint (second->difficulty, ==, 0);
  g_assert_cmpuint (second->answers[0].writer, ==, 1);
  g_assert_cmpstr (second->answers[0].text, ==, "Step by step, and slowly at that.");
  g_assert_cmpuint (second->answers[0].n_tells, ==, 0);
}

static void
test_answer_without_provenance_has_the_packs (void)
{
  g_autoptr(BylPack) pack = read_text (test_pack);
  const BylQuestion *question = byl_pack_get_question (pack, 1);

  g_assert_cmpint (byl_pack_get_answer_provenance (pack, &question->answers[0])->kind, ==,
                   BYL_PROVENANCE_PASTED);
  g_assert_true (byl_pack_get_answer_provenance (pack, &question->answers[1]) ==
                 byl_pack_get_provenance (pack));
}

static void
test_texts_stay_as_they_are (void)
{
  g_autofree char *text = test_spoil ("Step by step, and slowly at that.",
                                      " <b>&amp;</b>\\r\\n\\u202e\\u200b \\ud83d\\ude00 **x** ");
  g_autoptr(BylPack) pack = read_text (text);

  g_assert_cmpstr (byl_pack_get_question (pack, 1)->answers[0].text, ==,
                   " <b>&amp;</b>\r\n\u202e\u200b \U0001f600 **x** ");
}

static void
test_every_name_is_given_to_a_mask (void)
{
  g_autoptr(BylPack) pack = read_text (test_pack);
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_auto(GStrv) any = NULL;
  g_auto(GStrv) exact = NULL;

  byl_pack_add_names (pack, mask);
  any = byl_mask_dup_names (mask, BYL_MASK_ANY_CASE);
  exact = byl_mask_dup_names (mask, BYL_MASK_EXACT_CASE);
  g_assert_cmpuint (g_strv_length (any), ==, 4);
  g_assert_true (g_strv_contains ((const char * const *) any, "Ada"));
  g_assert_true (g_strv_contains ((const char * const *) any, "Lace"));
  g_assert_true (g_strv_contains ((const char * const *) any, "Countess"));
  g_assert_true (g_strv_contains ((const char * const *) any, "Bo"));
  g_assert_cmpuint (g_strv_length (exact), ==, 0);
}

static void
test_copies_outlive_the_pack (void)
{
  BylPack *pack = read_text (test_pack);
  g_autoptr(BylProvenance) provenance = byl_provenance_copy (byl_pack_get_provenance (pack));
  BylAuthorTell *tell = byl_author_tell_copy (byl_pack_get_question (pack, 0)->answers[0].tells);

  byl_pack_unref (pack);
  g_assert_cmpstr (provenance->date, ==, "2026-04-08T10:00:00Z");
  g_assert_null (provenance->source);
  g_assert_cmpstr (tell->quote, ==, "it is so");
  g_assert_cmpstr (tell->note->texts[0], ==, "N");
  byl_author_tell_free (tell);

  g_assert_null (byl_provenance_copy (NULL));
  g_assert_null (byl_author_tell_copy (NULL));
}

static gpointer
share (gpointer data)
{
  for (guint i = 0; i < 100000; i++)
    byl_pack_unref (byl_pack_ref (data));

  return NULL;
}

static void
test_pack_is_shared_between_threads (void)
{
  g_autoptr(BylPack) pack = read_text (test_pack);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("share", share, pack);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  g_assert_cmpstr (byl_pack_get_id (pack), ==, "test-pack");
}

static void
test_real_packs_are_read (void)
{
  static const struct
  {
    const char *name;
    guint       n_writers;
    guint       n_questions;
    guint       n_answers;
  } packs[] = {
    { "frontier-2026.json.gz", 4, 148, 592 },
    { "alpaca-eval-8.json.gz", 8, 805, 6439 },
    { "vicuna-80.json.gz", 5, 80, 399 },
    { "mt-bench-fr.json.gz", 4, 80, 320 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autoptr(GFile) file = test_shared_pack (packs[i].name);
      g_autoptr(GError) error = NULL;
      g_autoptr(BylPack) pack = NULL;
      guint n_answers = 0;

      if (file == NULL)
        return;

      pack = byl_pack_load (file, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (byl_pack_get_n_writers (pack), ==, packs[i].n_writers);
      g_assert_cmpuint (byl_pack_get_n_questions (pack), ==, packs[i].n_questions);
      for (guint j = 0; j < packs[i].n_questions; j++)
        n_answers += byl_pack_get_question (pack, j)->n_answers;
      g_assert_cmpuint (n_answers, ==, packs[i].n_answers);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pack/pack-holds-what-the-file-says", test_pack_holds_what_the_file_says);
  g_test_add_func ("/pack/writers-hold-what-the-file-says", test_writers_hold_what_the_file_says);
  g_test_add_func ("/pack/questions-hold-what-the-file-says",
                   test_questions_hold_what_the_file_says);
  g_test_add_func ("/pack/answer-without-provenance-has-the-packs",
                   test_answer_without_provenance_has_the_packs);
  g_test_add_func ("/pack/texts-stay-as-they-are", test_texts_stay_as_they_are);
  g_test_add_func ("/pack/every-name-is-given-to-a-mask", test_every_name_is_given_to_a_mask);
  g_test_add_func ("/pack/copies-outlive-the-pack", test_copies_outlive_the_pack);
  g_test_add_func ("/pack/pack-is-shared-between-threads", test_pack_is_shared_between_threads);
  g_test_add_func ("/pack/real-packs-are-read", test_real_packs_are_read);

  return g_test_run ();
}
