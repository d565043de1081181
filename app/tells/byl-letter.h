/* byl-letter.h: what a character is to the words and sentences of a text
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BYL_LETTER_OTHER,    /* parts words */
  BYL_LETTER_SPACE,
  BYL_LETTER_DIGIT,
  BYL_LETTER_LOWER,    /* a letter, and lower case */
  BYL_LETTER_UPPER,    /* a letter of any other case, or of a script without case */
  BYL_LETTER_HANGUL,
  BYL_LETTER_SINGLE,   /* of Han, kana, Bopomofo or Yi: written without spaces between words */
  BYL_LETTER_UNSPACED, /* of Thai, Lao, Khmer or Myanmar: likewise */
  BYL_LETTER_MARK,     /* goes with the letter before it */
} BylLetter;

BylLetter byl_letter_get         (gunichar    character);
gsize     byl_letter_skip_emoji  (const char *at,
                                  guint      *characters);
gsize     byl_letter_skip_keycap (const char *at);

static inline gboolean
byl_letter_is_of_word (BylLetter letter)
{
  return letter >= BYL_LETTER_DIGIT;
}

G_END_DECLS
