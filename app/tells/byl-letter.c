/* byl-letter.c: what a character is to the words and sentences of a text
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-letter.h"

#include <string.h>

/* Characters below are looked up in a table; it reaches as far as the alphabets do. */
#define N_TABLED 0x3000u

/* What stands for a hidden name counts as a word. */
#define MASK 0x2588u

#define VARIATION_TEXT    0xfe0eu
#define VARIATION_EMOJI   0xfe0fu
#define ZERO_WIDTH_JOINER 0x200du
#define KEYCAP            0x20e3u

/* The selector and the frame behind a digit. */
#define KEYCAP_TAIL "\xef\xb8\x8f\xe2\x83\xa3"

typedef struct
{
  gunichar first;
  gunichar last;
} Range;

/* The property Emoji_Presentation of Unicode 14 (emoji-data.txt), in which the blocks that later
 * versions fill are taken whole. */
static const Range emoji[] = {
  { 0x231a, 0x231b }, { 0x23e9, 0x23ec }, { 0x23f0, 0x23f0 }, { 0x23f3, 0x23f3 },
  { 0x25fd, 0x25fe }, { 0x2614, 0x2615 }, { 0x2648, 0x2653 }, { 0x267f, 0x267f },
  { 0x2693, 0x2693 }, { 0x26a1, 0x26a1 }, { 0x26aa, 0x26ab }, { 0x26bd, 0x26be },
  { 0x26c4, 0x26c5 }, { 0x26ce, 0x26ce }, { 0x26d4, 0x26d4 }, { 0x26ea, 0x26ea },
  { 0x26f2, 0x26f3 }, { 0x26f5, 0x26f5 }, { 0x26fa, 0x26fa }, { 0x26fd, 0x26fd },
  { 0x2705, 0x2705 }, { 0x270a, 0x270b }, { 0x2728, 0x2728 }, { 0x274c, 0x274c },
  { 0x274e, 0x274e }, { 0x2753, 0x2755 }, { 0x2757, 0x2757 }, { 0x2795, 0x2797 },
  { 0x27b0, 0x27b0 }, { 0x27bf, 0x27bf }, { 0x2b1b, 0x2b1c }, { 0x2b50, 0x2b50 },
  { 0x2b55, 0x2b55 }, { 0x1f004, 0x1f004 }, { 0x1f0cf, 0x1f0cf }, { 0x1f18e, 0x1f18e },
  { 0x1f191, 0x1f19a }, { 0x1f1e6, 0x1f1ff }, { 0x1f201, 0x1f201 }, { 0x1f21a, 0x1f21a },
  { 0x1f22f, 0x1f22f }, { 0x1f232, 0x1f236 }, { 0x1f238, 0x1f23a }, { 0x1f250, 0x1f251 },
  { 0x1f300, 0x1f320 }, { 0x1f32d, 0x1f335 }, { 0x1f337, 0x1f37c }, { 0x1f37e, 0x1f393 },
  { 0x1f3a0, 0x1f3ca }, { 0x1f3cf, 0x1f3d3 }, { 0x1f3e0, 0x1f3f0 }, { 0x1f3f4, 0x1f3f4 },
  { 0x1f3f8, 0x1f43e }, { 0x1f440, 0x1f440 }, { 0x1f442, 0x1f4fc }, { 0x1f4ff, 0x1f53d },
  { 0x1f54b, 0x1f54e }, { 0x1f550, 0x1f567 }, { 0x1f57a, 0x1f57a }, { 0x1f595, 0x1f596 },
  { 0x1f5a4, 0x1f5a4 }, { 0x1f5fb, 0x1f64f }, { 0x1f680, 0x1f6c5 }, { 0x1f6cc, 0x1f6cc },
  { 0x1f6d0, 0x1f6d2 }, { 0x1f6d5, 0x1f6d8 }, { 0x1f6dc, 0x1f6df }, { 0x1f6eb, 0x1f6ec },
  { 0x1f6f4, 0x1f6fc }, { 0x1f7e0, 0x1f7eb }, { 0x1f7f0, 0x1f7f0 }, { 0x1f90c, 0x1f93a },
  { 0x1f93c, 0x1f945 }, { 0x1f947, 0x1f9ff }, { 0x1fa70, 0x1faff },
};

static gboolean
is_emoji (gunichar character)
{
  guint first = 0;
  guint last = G_N_ELEMENTS (emoji);

  while (first < last)
    {
      guint middle = (first + last) / 2;

      if (character > emoji[middle].last)
        first = middle + 1;
      else
        last = middle;
    }

  return first < G_N_ELEMENTS (emoji) && character >= emoji[first].first;
}

static BylLetter
classify_by_script (gunichar character)
{
  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_YI:
      return BYL_LETTER_SINGLE;

    case G_UNICODE_SCRIPT_HANGUL:
      return BYL_LETTER_HANGUL;

    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return BYL_LETTER_UNSPACED;

    default:
      return g_unichar_islower (character) ? BYL_LETTER_LOWER : BYL_LETTER_UPPER;
    }
}

static BylLetter
classify (gunichar character)
{
  if (character == MASK)
    return BYL_LETTER_UPPER;
  if (g_unichar_ismark (character))
    return BYL_LETTER_MARK;
  if (g_unichar_isspace (character))
    return BYL_LETTER_SPACE;
  if (g_unichar_isdigit (character))
    return BYL_LETTER_DIGIT;

  /* The mark that lengthens kana belongs to both of its scripts. */
  if (character == 0x30fc || character == 0x3005)
    return BYL_LETTER_SINGLE;

  return g_unichar_isalnum (character) ? classify_by_script (character) : BYL_LETTER_OTHER;
}

static const guint8 *
get_table (void)
{
  static gsize made;
  static guint8 table[N_TABLED];

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < N_TABLED; i++)
        table[i] = classify (i);
      g_once_init_leave (&made, 1);
    }

  return table;
}

/**
 * byl_letter_get:
 * @character: a character
 *
 * Returns: what it is to words
 */
BylLetter
byl_letter_get (gunichar character)
{
  if (character < N_TABLED)
    return get_table ()[character];

  /* Most of what is written beyond the alphabets. */
  if (character >= 0x4e00 && character <= 0x9fff)
    return BYL_LETTER_SINGLE;
  if (character >= 0xac00 && character <= 0xd7a3)
    return BYL_LETTER_HANGUL;

  return classify (character);
}

/* One picture, with what chooses its shape or colour; returns its bytes, or 0 if there is none. */
static gsize
skip_picture (const char *at,
              guint      *characters)
{
  gunichar character = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);
  gunichar selector = g_utf8_get_char (next);
  gboolean flag = character >= 0x1f1e6 && character <= 0x1f1ff;

  if (flag && !(selector >= 0x1f1e6 && selector <= 0x1f1ff))
    return 0;
  if (!(is_emoji (character) && selector != VARIATION_TEXT) && selector != VARIATION_EMOJI)
    return 0;
  if (byl_letter_is_of_word (byl_letter_get (character)))
    return 0;

  *characters += 1;
  if (flag || selector == VARIATION_EMOJI)
    {
      next = g_utf8_next_char (next);
      *characters += 1;
    }

  /* Tones of skin, the tags of a flag, and the frame of a key. */
  for (;;)
    {
      gunichar more = g_utf8_get_char (next);

      if (!(more >= 0x1f3fb && more <= 0x1f3ff) && !(more >= 0xe0020 && more <= 0xe007f) &&
          more != KEYCAP)
        return next - at;

      next = g_utf8_next_char (next);
      *characters += 1;
    }
}

/**
 * byl_letter_skip_keycap:
 * @at: a digit in valid UTF-8 that ends in a zero byte
 *
 * Returns: bytes of the digit, of the selector and of the frame that make it a picture of a key, or
 *   0 if it is a digit only
 */
gsize
byl_letter_skip_keycap (const char *at)
{
  return strncmp (at + 1, KEYCAP_TAIL, sizeof KEYCAP_TAIL - 1) == 0 ? sizeof KEYCAP_TAIL : 0;
}

/**
 * byl_letter_skip_emoji:
 * @at: a place in valid UTF-8 that ends in a zero byte
 * @characters: (out): how many characters the emoji takes
 *
 * Finds an emoji by its properties in Unicode: what is shown as a picture by itself or since a
 * selector asks for it, with all that is joined to it. Digits and signs such as © are none unless
 * a selector makes them one.
 *
 * Returns: bytes of the emoji that begins there, or 0
 */
gsize
byl_letter_skip_emoji (const char *at,
                       guint      *characters)
{
  gsize bytes;

  *characters = 3;
  bytes = byl_letter_skip_keycap (at);
  if (bytes > 0)
    return bytes;

  *characters = 0;
  bytes = skip_picture (at, characters);

  while (bytes > 0 && g_utf8_get_char (at + bytes) == ZERO_WIDTH_JOINER)
    {
      const char *next = g_utf8_next_char (at + bytes);
      guint more = 0;
      gsize picture = skip_picture (next, &more);

      /* What is joined may be a sign that is a picture only in such company. */
      if (picture == 0 && byl_letter_get (g_utf8_get_char (next)) == BYL_LETTER_OTHER &&
          g_utf8_get_char (next) >= 0x2600)
        {
          picture = g_utf8_next_char (next) - next;
          more = 1;
        }
      if (picture == 0)
        break;

      bytes = next + picture - at;
      *characters += 1 + more;
    }

  return bytes;
}
