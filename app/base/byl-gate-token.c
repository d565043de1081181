/* byl-gate-token.c: the texts and numbers of a JSON file, read strictly
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-gate-private.h"

#include "byl-scan.h"

#include <glib/gi18n.h>
#include <math.h>

/* So many characters of a number are shown in a message. */
#define LONGEST_SHOWN 40

/* How many bytes the character takes that begins there, or 0 if it is not UTF-8 (RFC 3629, section
 * 4). */
static inline gsize
measure_character (const guchar *at,
                   gsize         left)
{
  guchar lowest = 0x80;
  guchar highest = 0xbf;
  gsize length;

  if (at[0] >= 0xc2 && at[0] <= 0xdf)
    length = 2;
  else if (at[0] >= 0xe0 && at[0] <= 0xef)
    length = 3;
  else if (at[0] >= 0xf0 && at[0] <= 0xf4)
    length = 4;
  else
    return 0;

  if (left < length)
    return 0;

  if (at[0] == 0xe0)
    lowest = 0xa0;
  else if (at[0] == 0xed)
    highest = 0x9f;
  else if (at[0] == 0xf0)
    lowest = 0x90;
  else if (at[0] == 0xf4)
    highest = 0x8f;

  if (at[1] < lowest || at[1] > highest)
    return 0;
  for (gsize i = 2; i < length; i++)
    if ((at[i] & 0xc0) != 0x80)
      return 0;

  return length;
}

/* Reads the four digits of \uXXXX, @at being where they begin; -1 if they are not there. */
static int
read_hexadecimal (const BylGate *self,
                  const char    *at)
{
  int number = 0;

  if (self->end - at < 4)
    return -1;

  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      number = number << 4 | digit;
    }

  return number;
}

static gboolean
read_escaped_number (BylGate *self)
{
  const char *escape = self->at;
  int number = read_hexadecimal (self, escape + 2);

  if (number < 0 && self->end - escape < 6)
    return byl_gate_refuse_end (self);
  if (number < 0)
    return byl_gate_refuse (self, "bad-escape", escape,
                            _("After \\u four hexadecimal digits are needed, as in \\u00e9."));
  if (number == 0)
    return byl_gate_refuse (self, "nul-character", escape,
                            _("A text may not hold the character \\u0000: take it out."));

  self->at += 6;
  if (number < 0xd800 || number > 0xdfff)
    return TRUE;

  if (number <= 0xdbff && self->end - self->at >= 2 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      int low = read_hexadecimal (self, self->at + 2);

      if (low >= 0xdc00 && low <= 0xdfff)
        {
          self->at += 6;
          return TRUE;
        }
    }

  return byl_gate_refuse (self, "lone-surrogate", escape,
                          _("“%.6s” is half a character: write the character itself, or both of "
                            "its "
                            "halves."),
                          escape);
}

static gboolean
read_escape (BylGate *self)
{
  if (self->end - self->at < 2)
    {
      self->at = self->end;
      return byl_gate_refuse_end (self);
    }

  switch (self->at[1])
    {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
      self->at += 2;
      return TRUE;

    case 'u':
      return read_escaped_number (self);

    default:
      return byl_gate_refuse (self, "bad-escape", self->at,
                              _("A backslash in a text is written \\\\: only \\\" \\\\ \\/ \\b "
                                "\\f \\n \\r "
                                "\\t and \\u with four digits have a meaning."));
    }
}

static gboolean
refuse_control (BylGate *self)
{
  if (*self->at == '\n' || *self->at == '\r')
    return byl_gate_refuse (self, "control-character", self->at,
                            _("The line ends within a text: write a line break as \\n, or put in "
                              "the "
                              "quotation mark that is missing."));

  if (*self->at == '\t')
    return byl_gate_refuse (self, "control-character", self->at,
                            _("A tab within a text must be written as \\t."));

  return byl_gate_refuse (self, "control-character", self->at,
                          _("The control character U+%04X within a text must be taken out, or "
                            "written as "
                            "\\u%04x."),
                          (guint) (guchar) *self->at, (guint) (guchar) *self->at);
}

/* Reads a text whose quotation mark is next, and what closes it. */
gboolean
byl_gate_read_text (BylGate *self)
{
  self->at++;

  for (;;)
    {
      gsize length;

      self->at = byl_scan_skip_plain (self->at, self->end);
      if (self->at == self->end)
        return byl_gate_refuse_end (self);

      if (*self->at == '"')
        {
          self->at++;
          return TRUE;
        }

      if (*self->at == '\\')
        {
          if (!read_escape (self))
            return FALSE;
          continue;
        }

      if ((guchar) *self->at < 0x20)
        return refuse_control (self);

      /* Languages outside ASCII have long runs of such characters. */
      do
        {
          length = measure_character ((const guchar *) self->at, self->end - self->at);
          if (length == 0)
            return byl_gate_refuse (self, "invalid-utf8", self->at,
                                    _("The text is not UTF-8 here: save the file with the "
                                      "encoding UTF-8."));
          self->at += length;
        }
      while (self->at < self->end && (guchar) *self->at >= 0x80);
    }
}

static const char *
skip_digits (const BylGate *self,
             const char    *at)
{
  while (at < self->end && g_ascii_isdigit (*at))
    at++;

  return at;
}

/* What a person would take for the number: up to what cannot belong to one. */
static int
measure_shown (const BylGate *self,
               const char    *at)
{
  int length = 0;

  while (length < LONGEST_SHOWN && at + length < self->end &&
         at[length] != '\0'
         && (g_ascii_isalnum (at[length]) || strchr ("+-._", at[length]) != NULL))
    length++;

  return length;
}

static gboolean
refuse_number (BylGate    *self,
               const char *number)
{
  return byl_gate_refuse (self, "bad-number", number,
                          _("“%.*s” is not a number as JSON writes it: no zero or + in front, a "
                            "digit on "
                            "both sides of the point, and nothing but digits, one point and an "
                            "exponent."),
                          measure_shown (self, number), number);
}

static gboolean
refuse_range (BylGate    *self,
              const char *number)
{
  return byl_gate_refuse (self, "number-range", number,
                          _("The number “%.*s” is too large to be kept exactly: make it smaller, "
                            "or write "
                            "it as a text."),
                          measure_shown (self, number), number);
}

/* Whether the digits of a whole number stay within 64 bits and a sign. */
static gboolean
fits_integer (const char *digits,
              gsize       count,
              gboolean    negative)
{
  const char *limit = negative ? "9223372036854775808" : "9223372036854775807";

  return count < 19 || (count == 19 && memcmp (digits, limit, 19) <= 0);
}

static gboolean
fits_double (const char *number,
             gsize       length)
{
  g_autofree char *copy = g_strndup (number, length);

  return isfinite (g_ascii_strtod (copy, NULL));
}

/* Reads a number that is next. */
gboolean
byl_gate_read_number (BylGate *self)
{
  const char *number = self->at;
  const char *digits = number + (*number == '-');
  const char *at = skip_digits (self, digits);
  gsize count = at - digits;
  gboolean whole = TRUE;
  gboolean has_exponent = FALSE;

  if (at == self->end && count == 0)
    {
      self->at = at;
      return byl_gate_refuse_end (self);
    }
  if (count == 0 || (count > 1 && *digits == '0'))
    return refuse_number (self, number);

  if (at < self->end && *at == '.')
    {
      const char *fraction = at + 1;

      whole = FALSE;
      at = skip_digits (self, fraction);
      if (at == fraction)
        return refuse_number (self, number);
    }

  if (at < self->end && (*at == 'e' || *at == 'E'))
    {
      const char *exponent = at + 1;

      whole = FALSE;
      has_exponent = TRUE;
      exponent += exponent < self->end && (*exponent == '+' || *exponent == '-');
      at = skip_digits (self, exponent);
      if (at == exponent)
        return refuse_number (self, number);
    }

  if (at < self->end && (g_ascii_isalnum (*at) || (*at != '\0' && strchr ("+-._", *at) != NULL)))
    return refuse_number (self, number);

  if (whole && !fits_integer (digits, count, digits > number))
    return refuse_range (self, number);
  if (!whole && (has_exponent || count > 300) && !fits_double (number, at - number))
    return refuse_range (self, number);

  self->at = at;
  return TRUE;
}
