/* byl-language-guess.c: which language texts are in, where nobody says
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-language-guess.h"

#include <string.h>

/* Letters of a word that is looked up, and characters of a text that are read. */
#define MAX_WORD 8
#define MAX_TEXT 20000u

/* Small words make up a good part of any text: fewer than this, or a smaller share of letters of
 * one script, and it is none that is known here. */
#define MIN_WORDS 3u
#define MIN_SHARE 5u

/* Small words, with spaces around each. */
static const struct
{
  const char *tag;
  const char *words;
} latin[] = {
  { "en", " the and of to is that it you for with are this was not have from by your can be " },
  { "de", " der die das und ist nicht ein eine mit auf für sich den von auch wie sie aber zu " },
  { "fr", " le la les et est une des pour dans pas vous que qui sur avec du au sont ce il " },
  { "es", " el la los las y es una por para con que no su del se como más lo pero en " },
  { "pt", " o a os as e é uma para com que não do da em por mais como dos se mas " },
  { "it", " il la gli le e è una per con che non di del della si come più ma sono nel " },
  { "nl", " de het een en is van dat niet je voor met op zijn aan ook maar wat er naar om " },
};

G_STATIC_ASSERT (G_N_ELEMENTS (latin) <= G_N_ELEMENTS (((BylLanguageGuess *) NULL)->words));

/* In the order of the counts of scripts. */
enum { KANA, HANGUL, HAN, CYRILLIC, ARABIC, N_SCRIPTS };

static const char * const script_tags[N_SCRIPTS] = { "ja", "ko", "zh", "ru", "ar" };

static void
count_word (BylLanguageGuess *self,
            const GString    *word)
{
  g_autofree char *wanted = g_strdup_printf (" %s ", word->str);

  for (guint i = 0; i < G_N_ELEMENTS (latin); i++)
    if (strstr (latin[i].words, wanted) != NULL)
      self->words[i]++;
}

static void
count_script (BylLanguageGuess *self,
              gunichar          letter)
{
  switch (g_unichar_get_script (letter))
    {
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
      self->scripts[KANA]++;
      break;
    case G_UNICODE_SCRIPT_HANGUL:
      self->scripts[HANGUL]++;
      break;
    case G_UNICODE_SCRIPT_HAN:
      self->scripts[HAN]++;
      break;
    case G_UNICODE_SCRIPT_CYRILLIC:
      self->scripts[CYRILLIC]++;
      break;
    case G_UNICODE_SCRIPT_ARABIC:
      self->scripts[ARABIC]++;
      break;
    default:
      break;
    }
}

/* Reads one more text, or the beginning of a long one. */
void
byl_language_guess_read (BylLanguageGuess *self,
                         const char       *text)
{
  g_autoptr(GString) word = g_string_new (NULL);
  guint n_letters = 0;

  for (guint i = 0; i < MAX_TEXT && *text != '\0'; i++, text = g_utf8_next_char (text))
    {
      gunichar letter = g_utf8_get_char (text);

      if (g_unichar_isalpha (letter))
        {
          n_letters++;
          count_script (self, letter);
          g_string_append_unichar (word, g_unichar_tolower (letter));
          continue;
        }

      if (word->len > 0 && word->len <= MAX_WORD)
        count_word (self, word);
      g_string_truncate (word, 0);
    }

  if (word->len > 0 && word->len <= MAX_WORD)
    count_word (self, word);
  self->n_letters += n_letters;
}

/* Chinese characters are written in Japanese too, and Latin letters in every language. */
static const char *
get_script (const BylLanguageGuess *self)
{
  guint least = MAX (self->n_letters / MIN_SHARE, 1);
  guint best = 0;

  if (self->scripts[KANA] + self->scripts[HAN] >= least &&
      self->scripts[KANA] >= self->scripts[HAN] / MIN_SHARE && self->scripts[KANA] > 0)
    return script_tags[KANA];

  for (guint i = 1; i < N_SCRIPTS; i++)
    if (self->scripts[i] > self->scripts[best])
      best = i;

  return self->scripts[best] >= least ? script_tags[best] : NULL;
}

/* The tag of the language; “und”, undetermined, where it is none of those known here. */
const char *
byl_language_guess_get (const BylLanguageGuess *self)
{
  const char *tag = get_script (self);
  guint best = 0;

  if (tag != NULL)
    return tag;

  for (guint i = 1; i < G_N_ELEMENTS (latin); i++)
    if (self->words[i] > self->words[best])
      best = i;

  return self->words[best] >= MIN_WORDS ? latin[best].tag : "und";
}
