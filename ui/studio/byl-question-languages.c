/* byl-question-languages.c: the languages that questions are asked in
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-question-languages.h"

#include <string.h>

#define ENGLISH "en"

/* Each in its own words, which need no translation: who asks in a language knows its name. */
static const struct
{
  const char *tag;
  const char *name;
} languages[] =
{
  { "id", "Bahasa Indonesia" },
  { "ca", "Català" },
  { "cs", "Čeština" },
  { "da", "Dansk" },
  { "de", "Deutsch" },
  { "et", "Eesti" },
  { "en", "English" },
  { "es", "Español" },
  { "eo", "Esperanto" },
  { "eu", "Euskara" },
  { "fr", "Français" },
  { "ga", "Gaeilge" },
  { "gl", "Galego" },
  { "hr", "Hrvatski" },
  { "is", "Íslenska" },
  { "it", "Italiano" },
  { "sw", "Kiswahili" },
  { "lv", "Latviešu" },
  { "lt", "Lietuvių" },
  { "hu", "Magyar" },
  { "nl", "Nederlands" },
  { "nb", "Norsk bokmål" },
  { "pl", "Polski" },
  { "pt", "Português" },
  { "ro", "Română" },
  { "sq", "Shqip" },
  { "sk", "Slovenčina" },
  { "sl", "Slovenščina" },
  { "fi", "Suomi" },
  { "sv", "Svenska" },
  { "vi", "Tiếng Việt" },
  { "tr", "Türkçe" },
  { "el", "Ελληνικά" },
  { "bg", "Български" },
  { "ru", "Русский" },
  { "sr", "Српски" },
  { "uk", "Українська" },
  { "he", "עברית" },
  { "ar", "العربية" },
  { "fa", "فارسی" },
  { "ur", "اردو" },
  { "hi", "हिन्दी" },
  { "bn", "বাংলা" },
  { "ta", "தமிழ்" },
  { "th", "ไทย" },
  { "ko", "한국어" },
  { "ja", "日本語" },
  { "zh", "中文" },
};

static gboolean
find (const char *locale,
      guint      *position)
{
  gsize length = strcspn (locale, "_-.@");

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strlen (languages[i].tag) == length && strncmp (languages[i].tag, locale, length) == 0)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * byl_question_languages_new:
 *
 * Returns: (transfer full): the names of the languages, as a list of #GtkStringObject
 */
GListModel *
byl_question_languages_new (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    gtk_string_list_append (names, languages[i].name);

  return G_LIST_MODEL (names);
}

/**
 * byl_question_languages_get_tag:
 * @position: a position in the list
 *
 * Returns: (transfer none): the language's tag, such as “de”; that of English beyond the list
 */
const char *
byl_question_languages_get_tag (guint position)
{
  return position < G_N_ELEMENTS (languages) ? languages[position].tag : ENGLISH;
}

/**
 * byl_question_languages_guess:
 * @preferred: (nullable): the reader's languages, best first, as g_get_language_names() gives them
 *
 * Returns: the position of the language that questions are probably asked in: English where
 *   nothing is known
 */
guint
byl_question_languages_guess (const char * const *preferred)
{
  guint position = 0;

  for (guint i = 0; preferred != NULL && preferred[i] != NULL; i++)
    if (find (preferred[i], &position))
      return position;

  find (ENGLISH, &position);

  return position;
}
