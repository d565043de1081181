/* byl-text-clean.c: taking out of a text what a reader cannot see
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-text.h"

#include <string.h>

#define ZERO_WIDTH_NON_JOINER 0x200cu
#define ZERO_WIDTH_JOINER     0x200du
#define BLACK_FLAG            0x1f3f4u
#define TAG_END               0xe007fu

/* A mark of direction counts as needed if the nearest letter, at most so far away, runs right to
 * left. */
#define NEAR 8

/* What has no width and no business in an answer: it can carry a hidden signature, or show a text
 * in an order that it does not have. Joiners, marks of direction, selectors and tags are looked at
 * one by one. */
static const struct
{
  gunichar first;
  gunichar last;
} unseen[] = {
  { 0x0000, 0x0008 },   /* controls but tab and line feed */
  { 0x000b, 0x001f },
  { 0x007f, 0x009f },
  { 0x00ad, 0x00ad },   /* soft hyphen */
  { 0x034f, 0x034f },   /* combining grapheme joiner */
  { 0x115f, 0x1160 },   /* Hangul fillers */
  { 0x17b4, 0x17b5 },   /* Khmer inherent vowels */
  { 0x180e, 0x180e },   /* Mongolian vowel separator */
  { 0x200b, 0x200b },   /* zero-width space */
  { 0x202a, 0x202e },   /* embeddings and overrides of direction */
  { 0x2060, 0x206f },   /* word joiner, invisible operators, isolates, deprecated controls */
  { 0x3164, 0x3164 },   /* Hangul filler */
  { 0xfeff, 0xfeff },   /* byte order mark, zero-width no-break space */
  { 0xffa0, 0xffa0 },   /* half-width Hangul filler */
  { 0xfff9, 0xfffb },   /* interlinear annotation */
  { 0x1bca0, 0x1bca3 }, /* shorthand controls */
  { 0x1d173, 0x1d17a }, /* musical controls */
  { 0xe0000, 0xe007f }, /* tags */
};

typedef struct
{
  GString *text;
  gunichar last;   /* the last character that was kept, 0 at the start */
  gunichar letter; /* the last that is no mark and no joiner: what a joiner joins */
} Cleaning;

static gboolean
is_unseen (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (unseen) && character >= unseen[i].first; i++)
    if (character <= unseen[i].last)
      return TRUE;

  return FALSE;
}

static gboolean
is_emoji (gunichar character)
{
  return (character >= 0x1f000 && character <= 0x1faff) || /* pictographs, flags, skin tones */
         (character >= 0x2190 && character <= 0x21ff) ||   /* arrows */
         (character >= 0x2300 && character <= 0x23ff) ||   /* technical */
         (character >= 0x2460 && character <= 0x27bf) ||   /* enclosed, shapes, symbols, dingbats */
         (character >= 0x2900 && character <= 0x297f) ||   /* arrows */
         (character >= 0x2b00 && character <= 0x2bff) ||   /* arrows, stars, squares */
         (character >= 0x3030 && character <= 0x303d) || character == 0x3297 ||
         character == 0x3299 ||
         character == 0x203c || character == 0x2049 || character == 0x2122 || character == 0x2139 ||
         character == 0xa9 || character == 0xae;
}

static gboolean
is_keycap (gunichar character)
{
  return (character >= '0' && character <= '9') || character == '#' || character == '*';
}

/* Scripts in which a joiner or a non-joiner changes the shape of letters. */
static gboolean
is_joining_script (gunichar character)
{
  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
    case G_UNICODE_SCRIPT_MONGOLIAN:
    case G_UNICODE_SCRIPT_PHAGS_PA:
    case G_UNICODE_SCRIPT_DEVANAGARI:
    case G_UNICODE_SCRIPT_BENGALI:
    case G_UNICODE_SCRIPT_GURMUKHI:
    case G_UNICODE_SCRIPT_GUJARATI:
    case G_UNICODE_SCRIPT_ORIYA:
    case G_UNICODE_SCRIPT_TAMIL:
    case G_UNICODE_SCRIPT_TELUGU:
    case G_UNICODE_SCRIPT_KANNADA:
    case G_UNICODE_SCRIPT_MALAYALAM:
    case G_UNICODE_SCRIPT_SINHALA:
    case G_UNICODE_SCRIPT_MEETEI_MAYEK:
    case G_UNICODE_SCRIPT_TIBETAN:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_BALINESE:
    case G_UNICODE_SCRIPT_JAVANESE:
      return g_unichar_isalpha (character) || g_unichar_ismark (character);

    default:
      return FALSE;
    }
}

static gboolean
is_right_to_left (gunichar character)
{
  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
is_virama (gunichar character)
{
  return g_unichar_combining_class (character) == 9;
}

static gboolean
is_inherited (gunichar character)
{
  return g_unichar_get_script (character) == G_UNICODE_SCRIPT_INHERITED;
}

static gboolean
is_mark_of_direction (gunichar character)
{
  return character == 0x200e || character == 0x200f || character == 0x061c;
}

static gboolean
is_selector (gunichar character)
{
  return (character >= 0xfe00 && character <= 0xfe0f) ||
         (character >= 0xe0100 && character <= 0xe01ef);
}

static gboolean
needs_joiner (const Cleaning *cleaning,
              gunichar        joiner,
              gunichar        next)
{
  if (joiner == ZERO_WIDTH_JOINER && is_emoji (cleaning->letter) && is_emoji (next))
    return TRUE;

  /* A joiner after a virama shapes it even at the end of a word. */
  return is_joining_script (cleaning->letter) &&
         (is_joining_script (next) || is_virama (cleaning->last));
}

/* Only what the selector can select: a run of selectors, or one on a letter, can only hide
 * something. */
static gboolean
needs_selector (const Cleaning *cleaning,
                gunichar        selector,
                gunichar        next)
{
  gboolean chooses_emoji = selector == 0xfe0e || selector == 0xfe0f;

  if (is_keycap (cleaning->last))
    return chooses_emoji && next == 0x20e3;

  if (is_emoji (cleaning->last))
    return chooses_emoji;

  if (g_unichar_type (cleaning->last) == G_UNICODE_MATH_SYMBOL)
    return selector == 0xfe00;

  switch (g_unichar_get_script (cleaning->last))
    {
    case G_UNICODE_SCRIPT_HAN:
      return !chooses_emoji;
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_PHAGS_PA:
      return selector == 0xfe00;
    default:
      return FALSE;
    }
}

/* The nearest letters on both sides of a place decide whether a mark of direction there does
 * anything. */
static gboolean
is_near_right_to_left (const GString *before,
                       const char    *after)
{
  const char *at = before->str + before->len;

  for (guint i = 0; i < NEAR && at > before->str; i++)
    {
      at = g_utf8_prev_char (at);
      if (*at == '\n')
        break;
      if (g_unichar_isalpha (g_utf8_get_char (at)))
        {
          if (is_right_to_left (g_utf8_get_char (at)))
            return TRUE;
          break;
        }
    }

  for (guint i = 0; i < NEAR && *after != '\0' && *after != '\n';
       i++, after = g_utf8_next_char (after))
    if (g_unichar_isalpha (g_utf8_get_char (after)))
      return is_right_to_left (g_utf8_get_char (after));

  return FALSE;
}

/* The tags of a flag such as that of Wales: three to six letters or digits, then the end tag.
 * Returns how many bytes they take, or 0 if that is not what stands there. */
static gsize
measure_flag (const char *tags)
{
  const char *at = tags;
  guint count = 0;

  while (count <= 6)
    {
      gunichar character = g_utf8_get_char (at);

      if (character == TAG_END)
        return count >= 3 ? (gsize) (g_utf8_next_char (at) - tags) : 0;
      if (character < 0xe0000 || character > TAG_END ||
          !g_ascii_isalnum ((char) (character - 0xe0000)))
        return 0;

      at = g_utf8_next_char (at);
      count++;
    }

  return 0;
}

static void
keep (Cleaning *cleaning,
      gunichar  character)
{
  g_string_append_unichar (cleaning->text, character);
  cleaning->last = character;

  if (character != ZERO_WIDTH_JOINER && character != ZERO_WIDTH_NON_JOINER &&
      !is_selector (character) &&
      !is_inherited (character))
    cleaning->letter = character;
}

/* The first character from there on that stays for certain: two unseen ones in a row do not hide
 * what stands behind them, and a joiner looks past the marks on its letters. */
static gunichar
look_ahead (const char *at)
{
  for (guint i = 0; i < NEAR && *at != '\0'; i++, at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!is_unseen (character) && character != ZERO_WIDTH_JOINER &&
          character != ZERO_WIDTH_NON_JOINER &&
          !is_mark_of_direction (character) && !is_inherited (character))
        return character;
    }

  return 0;
}

/* Looks at one character outside ASCII; returns how many bytes were dealt with. */
static gsize
clean_character (Cleaning   *cleaning,
                 const char *at)
{
  gunichar character = g_utf8_get_char (at);
  const char *next = g_utf8_next_char (at);
  gsize flag;

  if (character == 0x85 || character == 0x2028 || character == 0x2029)
    {
      keep (cleaning, '\n');
    }
  else if (character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER)
    {
      if (cleaning->last != ZERO_WIDTH_JOINER && cleaning->last != ZERO_WIDTH_NON_JOINER &&
          needs_joiner (cleaning, character, look_ahead (next)))
        keep (cleaning, character);
    }
  else if (is_mark_of_direction (character))
    {
      if (!is_mark_of_direction (cleaning->last) && is_near_right_to_left (cleaning->text, next))
        keep (cleaning, character);
    }
  else if (is_selector (character))
    {
      if (needs_selector (cleaning, character, g_utf8_get_char (next)))
        keep (cleaning, character);
    }
  else if (!is_unseen (character))
    {
      keep (cleaning, character);
      flag = character == BLACK_FLAG ? measure_flag (next) : 0;
      g_string_append_len (cleaning->text, next, flag);
      next += flag;
    }

  return next - at;
}

/* Whether eight bytes are plain ASCII but for controls other than line feed: most of most texts.
 * The tops of the bytes are marked where one is not, as byl_scan_mark_special () does. */
static gboolean
is_plain_word (const char *at)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 tops = G_GUINT64_CONSTANT (0x8080808080808080);
  guint64 word;
  guint64 feeds;

  memcpy (&word, at, sizeof word);
  if ((word & tops) != 0)
    return FALSE;

  /* Line feeds are made spaces. No carry goes from byte to byte: all are below 128. */
  feeds = (tops - (word ^ ones * '\n')) & tops;
  word |= feeds >> 2;

  return ((word + ones * 0x60) & ~(word + ones) & tops) == tops;
}

/**
 * byl_text_clean:
 * @text: a text
 *
 * Takes out what a reader cannot see but what could tell a writer, or show the text in another
 * order than its own: controls, bidirectional overrides, embeddings and isolates, zero-width
 * characters, tags. Kept are joiners where a script or an emoji needs them, marks of direction
 * beside text that runs right to left, selectors on an emoji or an ideograph, and the tags of
 * flags. Line ends become "\n", and what is not UTF-8 becomes U+FFFD. Cleaning a clean text changes
 * nothing.
 *
 * Returns: (transfer full): the cleaned text, valid UTF-8
 */
char *
byl_text_clean (const char *text)
{
  g_autofree char *valid = NULL;
  Cleaning cleaning = { NULL, 0, 0 };
  const char *end;
  const char *at;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  end = text + strlen (text);
  cleaning.text = g_string_sized_new (end - text);

  for (at = text; *at != '\0';)
    {
      const char *plain = at;

      while (end - at >= 8 && is_plain_word (at))
        at += 8;
      while ((*at >= ' ' && *at <= '~') || *at == '\n' || *at == '\t')
        at++;

      if (at > plain)
        {
          g_string_append_len (cleaning.text, plain, at - plain);
          cleaning.last = cleaning.letter = at[-1];
        }

      if (*at == '\r')
        {
          keep (&cleaning, '\n');
          at += at[1] == '\n' ? 2 : 1;
        }
      else if (*at != '\0')
        {
          at += clean_character (&cleaning, at);
        }
    }

  return g_string_free (cleaning.text, FALSE);
}
