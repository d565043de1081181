/* test-language-guess.c: languages by their small words and their scripts
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-language-guess.h"

static void
test_languages_are_told_apart (void)
{
  static const struct
  {
    const char *tag;
    const char *text;
  } texts[] = {
    { "und", "" },
    { "und", "42 + 7 = 49" },
    { "und", "Xyzzy plugh." },
    { "en", "The rain is on the roof, and that is all you can hear of it." },
    { "de", "Der Regen fällt auf das Dach, und das ist alles, was die Nacht mit sich bringt." },
    { "fr", "La pluie tombe sur le toit, et c’est tout ce que vous entendez dans les rues." },
    { "es", "La lluvia cae en el tejado, y es todo lo que se oye por las calles." },
    { "pt", "A chuva cai no telhado, e não é mais do que uma noite como as outras." },
    { "it", "La pioggia cade sul tetto, e non è più che una notte come le altre di maggio." },
    { "nl", "De regen valt op het dak, en dat is niet meer dan een nacht van het jaar." },
    { "ja", "雨が屋根に降っています。the CPU" },
    { "ko", "비가 지붕에 내립니다." },
    { "zh", "雨落在屋顶上。用 Python 写的程序。" },
    { "ru", "Дождь идёт по крыше." },
    { "ar", "المطر يهطل على السطح" },
    { "en", "The word 雨 is that for the rain, and it is not the only one that you can have." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      BylLanguageGuess guess = { { 0 } };

      byl_language_guess_read (&guess, texts[i].text);
      g_assert_cmpstr (byl_language_guess_get (&guess), ==, texts[i].tag);
    }
}

static void
test_most_of_several_texts_count (void)
{
  BylLanguageGuess guess = { { 0 } };

  byl_language_guess_read (&guess, "Der Regen ist nicht auf dem Dach.");
  for (guint i = 0; i < 3; i++)
    byl_language_guess_read (&guess, "The rain is not on the roof, and that is all of it.");
  g_assert_cmpstr (byl_language_guess_get (&guess), ==, "en");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language-guess/languages-are-told-apart", test_languages_are_told_apart);
  g_test_add_func ("/language-guess/most-of-several-texts-count",
                   test_most_of_several_texts_count);

  return g_test_run ();
}
