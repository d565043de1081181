/* byl-mask-token.c: a text in pieces, as names are compared with it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-mask-token.h"

#include "byl-text.h"

#include <string.h>

/* So much white space may stand within a name: more is a layout, not a name. */
#define WIDEST_GAP 4

typedef enum
{
  SEPARATOR_NONE,
  SEPARATOR_SPACE,
  SEPARATOR_LINE,
  SEPARATOR_HYPHEN,
} Separator;

static Separator
get_separator (gunichar character)
{
  switch (character)
    {
    case '\n':
      return SEPARATOR_LINE;

    case '-':
    case '_':
    case 0x2010: /* hyphen */
    case 0x2011: /* no-break hyphen */
    case 0x2012: /* figure dash */
    case 0x2013: /* en dash */
    case 0x2212: /* minus */
    case 0xfe63: /* small hyphen */
    case 0xff0d: /* full-width hyphen */
    case 0xff3f: /* full-width underscore */
      return SEPARATOR_HYPHEN;

    case ' ':
      return SEPARATOR_SPACE;

    default:
      if (character < 0x80 && g_ascii_isgraph (character))
        return SEPARATOR_NONE;
      return g_unichar_isspace (character) ? SEPARATOR_SPACE : SEPARATOR_NONE;
    }
}

static BylMaskTokenKind
get_kind (gunichar character)
{
  if (character < 0x80)
    {
      if (g_ascii_isalpha (character))
        return BYL_MASK_LETTERS;
      return g_ascii_isdigit (character) ? BYL_MASK_DIGITS : BYL_MASK_SIGN;
    }

  if (!g_unichar_isalnum (character) && !g_unichar_ismark (character))
    return BYL_MASK_SIGN;

  if (character >= 0x0e00)
    switch (g_unichar_get_script (character))
      {
      case G_UNICODE_SCRIPT_HAN:
      case G_UNICODE_SCRIPT_HIRAGANA:
      case G_UNICODE_SCRIPT_KATAKANA:
      case G_UNICODE_SCRIPT_HANGUL:
      case G_UNICODE_SCRIPT_BOPOMOFO:
      case G_UNICODE_SCRIPT_YI:
      case G_UNICODE_SCRIPT_THAI:
      case G_UNICODE_SCRIPT_LAO:
      case G_UNICODE_SCRIPT_KHMER:
      case G_UNICODE_SCRIPT_MYANMAR:
        return BYL_MASK_IDEOGRAPH;
      default:
        break;
      }

  return g_unichar_isdigit (character) ? BYL_MASK_DIGITS : BYL_MASK_LETTERS;
}

static BylMaskGap
widen (BylMaskGap gap,
       Separator  separator,
       guint      width)
{
  if (width > WIDEST_GAP || gap == BYL_MASK_GAP_HYPHEN || gap == BYL_MASK_GAP_WIDE)
    return BYL_MASK_GAP_WIDE;

  switch (separator)
    {
    case SEPARATOR_HYPHEN:
      return gap == BYL_MASK_GAP_NONE ? BYL_MASK_GAP_HYPHEN : BYL_MASK_GAP_WIDE;
    case SEPARATOR_LINE:
      return gap == BYL_MASK_GAP_LINE ? BYL_MASK_GAP_WIDE : BYL_MASK_GAP_LINE;
    default:
      return gap == BYL_MASK_GAP_LINE ? BYL_MASK_GAP_LINE : BYL_MASK_GAP_SPACE;
    }
}

static gboolean
is_point_between_digits (const BylMaskToken *before,
                         BylMaskGap          gap,
                         const char         *at)
{
  return *at == '.' && before != NULL && gap == BYL_MASK_GAP_NONE &&
         before->kind == BYL_MASK_DIGITS &&
         g_ascii_isdigit (at[1]);
}

/* The run of ASCII letters that goes on there, most of most texts, without looking at each. */
static const char *
skip_letters (const char *at)
{
  while (g_ascii_isalpha (*at))
    at++;

  return at;
}

static gboolean
is_mark (gunichar character)
{
  return character >= 0x300 && g_unichar_ismark (character);
}

/**
 * byl_mask_token_split:
 * @text: valid UTF-8
 *
 * Splits a text into runs of letters, runs of digits, and single characters of other kinds; what
 * parts the pieces of a name (hyphens, spaces, underscores, points within numbers) is told as the
 * gap before.
 *
 * Returns: (transfer full) (element-type BylMaskToken): the tokens in order
 */
GArray *
byl_mask_token_split (const char *text)
{
  GArray *tokens = g_array_sized_new (FALSE, FALSE, sizeof (BylMaskToken), 16 + strlen (text) / 4);
  const char *at = text;
  BylMaskGap gap = BYL_MASK_GAP_NONE;
  guint width = 0;
  guint position = 0;

  while (*at != '\0')
    {
      BylMaskToken *before = tokens->len > 0
                               ? &g_array_index (tokens, BylMaskToken, tokens->len - 1)
                               : NULL;
      gunichar character = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);
      Separator separator = get_separator (character);
      BylMaskToken token;

      if (is_point_between_digits (before, gap, at))
        separator = SEPARATOR_HYPHEN;

      if (separator != SEPARATOR_NONE)
        {
          gap = widen (gap, separator, ++width);
        }
      else
        {
          token.kind = get_kind (character);
          if (before != NULL && gap == BYL_MASK_GAP_NONE &&
              ((token.kind == before->kind && token.kind <= BYL_MASK_DIGITS) ||
               (is_mark (character) && before->kind != BYL_MASK_SIGN)))
            {
              before->end = next - text;
              before->last = position + 1;
            }
          else
            {
              token.gap = gap;
              token.start = at - text;
              token.end = next - text;
              token.first = position;
              token.last = position + 1;
              g_array_append_val (tokens, token);
            }
          gap = BYL_MASK_GAP_NONE;
          width = 0;

          before = &g_array_index (tokens, BylMaskToken, tokens->len - 1);
          if (before->kind == BYL_MASK_LETTERS)
            {
              const char *end = skip_letters (next);

              position += end - next;
              before->end = end - text;
              before->last = position + 1;
              next = end;
            }
        }

      at = next;
      position++;
    }

  return tokens;
}

/**
 * byl_mask_token_fold:
 * @self: a token
 * @text: the text that it is of
 * @folded: where to append to
 *
 * Appends what the token says, case and encoding of its characters apart.
 */
void
byl_mask_token_fold (const BylMaskToken *self,
                     const char         *text,
                     GString            *folded)
{
  g_autofree char *copy = NULL;
  g_autofree char *whole = NULL;
  gsize length = folded->len;
  guint i = self->start;

  if (self->kind == BYL_MASK_IDEOGRAPH)
    {
      g_string_append_len (folded, text + self->start, self->end - self->start);
      return;
    }

  for (; i < self->end && (guchar) text[i] < 0x80; i++)
    g_string_append_c (folded, g_ascii_tolower (text[i]));
  if (i == self->end)
    return;

  copy = g_strndup (text + self->start, self->end - self->start);
  whole = byl_text_fold (copy);
  g_string_truncate (folded, length);
  g_string_append (folded, whole);
}

/**
 * byl_mask_token_is_apart:
 * @before: the token before
 * @self: a token
 *
 * Returns: whether a word can end between the two
 */
gboolean
byl_mask_token_is_apart (const BylMaskToken *before,
                         const BylMaskToken *self)
{
  return self->gap != BYL_MASK_GAP_NONE || self->kind > BYL_MASK_DIGITS ||
         before->kind > BYL_MASK_DIGITS;
}

/**
 * byl_mask_token_has_gap:
 * @before: the token before
 * @self: a token
 *
 * “GPT4” and “GPT-4” are one name, so a gap between a word and a number is always told as being
 * there; but “o1” is not “o 1”, so next to a single letter it is told as it is written.
 *
 * Returns: whether the two count as parts with a gap between them
 */
gboolean
byl_mask_token_has_gap (const BylMaskToken *before,
                        const BylMaskToken *self)
{
  const BylMaskToken *word = self->kind == BYL_MASK_DIGITS ? before : self;
  const BylMaskToken *number = self->kind == BYL_MASK_DIGITS ? self : before;

  if (number->kind == BYL_MASK_DIGITS &&
      ((word->kind == BYL_MASK_LETTERS && word->last - word->first > 1) ||
       word->kind == BYL_MASK_IDEOGRAPH))
    return TRUE;

  return self->gap != BYL_MASK_GAP_NONE;
}
