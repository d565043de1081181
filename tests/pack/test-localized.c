/* test-localized.c: choosing a text by the languages of a reader
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-localized.h"

static void
check_choice (const BylLocalized *localized,
              const char         *languages,
              const char         *expected)
{
  g_auto(GStrv) list = g_strsplit (languages, ":", -1);

  g_assert_cmpstr (byl_localized_choose (localized, (const char * const *) list), ==, expected);
}

static BylLocalized *
make_texts (void)
{
  BylLocalized *localized = byl_localized_new ();

  byl_localized_add (localized, "de-CH", "Schweizer");
  byl_localized_add (localized, "en", "English");
  byl_localized_add (localized, "de", "Deutsch");
  byl_localized_add (localized, "pt-BR", "Brasil");

  return localized;
}

static void
test_no_texts_give_none (void)
{
  g_autoptr(BylLocalized) empty = byl_localized_new ();

  check_choice (empty, "de:C", NULL);
  check_choice (NULL, "de:C", NULL);
}

static void
test_first_language_that_is_there_counts (void)
{
  g_autoptr(BylLocalized) localized = make_texts ();

  check_choice (localized, "fr:de:en:C", "Deutsch");
  check_choice (localized, "de_CH.UTF-8:de_CH:de:C", "Schweizer");
  check_choice (localized, "DE", "Deutsch");
}

static void
test_region_falls_back_to_its_language (void)
{
  g_autoptr(BylLocalized) localized = make_texts ();

  check_choice (localized, "de_AT", "Deutsch");
  check_choice (localized, "pt_PT", "Brasil");
  check_choice (localized, "pt", "Brasil");
}

static void
test_language_must_match_as_a_whole (void)
{
  g_autoptr(BylLocalized) localized = byl_localized_new ();

  byl_localized_add (localized, "fr", "Français");
  byl_localized_add (localized, "gsw", "Schwiizerdütsch");
  check_choice (localized, "gs", "Français");
  check_choice (localized, "gsw_CH", "Schwiizerdütsch");
}

static void
test_text_without_language_comes_before_english (void)
{
  g_autoptr(BylLocalized) localized = make_texts ();

  check_choice (localized, "ja:C", "English");
  byl_localized_add (localized, "", "Plain");
  check_choice (localized, "ja:C", "Plain");
}

static void
test_first_text_is_better_than_none (void)
{
  g_autoptr(BylLocalized) localized = byl_localized_new ();

  byl_localized_add (localized, "fi", "Suomi");
  byl_localized_add (localized, "et", "Eesti");
  check_choice (localized, "ja:C", "Suomi");
}

static void
test_copy_is_its_own (void)
{
  g_autoptr(BylLocalized) localized = make_texts ();
  g_autoptr(BylLocalized) copy = byl_localized_copy (localized);

  byl_localized_add (localized, "fr", "Français");
  check_choice (copy, "fr", "English");
  check_choice (localized, "fr", "Français");
  g_assert_null (byl_localized_copy (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/localized/no-texts-give-none", test_no_texts_give_none);
  g_test_add_func ("/localized/first-language-that-is-there-counts",
                   test_first_language_that_is_there_counts);
  g_test_add_func ("/localized/region-falls-back-to-its-language",
                   test_region_falls_back_to_its_language);
  g_test_add_func ("/localized/language-must-match-as-a-whole",
                   test_language_must_match_as_a_whole);
  g_test_add_func ("/localized/text-without-language-comes-before-english",
                   test_text_without_language_comes_before_english);
  g_test_add_func ("/localized/first-text-is-better-than-none",
                   test_first_text_is_better_than_none);
  g_test_add_func ("/localized/copy-is-its-own", test_copy_is_its_own);

  return g_test_run ();
}
