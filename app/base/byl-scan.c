/* byl-scan.c: what the gate and the locator share in reading JSON
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-scan.h"

/* Moves a place forward. A line ends with a line feed, alone or after a carriage return. */
void
byl_scan_advance (BylScanPlace *place,
                  const char   *to)
{
  const char *at = place->at;
  const char *feed;

  while (at < to && (feed = memchr (at, '\n', to - at)) != NULL)
    {
      place->line++;
      place->column = 1;
      at = feed + 1;
    }

  for (; at < to; at++)
    place->column += ((guchar) *at & 0xc0) != 0x80;

  place->at = MAX (place->at, to);
}

/* The four digits that end a \u escape; U+FFFD where there is no room for them. */
static gunichar
read_escaped_number (const char *digits,
                     const char *end)
{
  gunichar number = 0;

  if (end - digits < 4)
    return 0xfffd;

  for (guint i = 0; i < 4; i++)
    number = number << 4 | (guint) (g_ascii_xdigit_value (digits[i]) & 0xf);

  return number;
}

/* Decodes the inside of a JSON text that has passed the gate. Of another text it makes nothing
 * good, but reads no further than it goes. */
void
byl_scan_append_decoded (GString    *decoded,
                         const char *raw,
                         gsize       length)
{
  static const char escapes[] = "bfnrt";
  static const char meanings[] = "\b\f\n\r\t";
  const char *end = raw + length;

  while (raw < end)
    {
      const char *slash = memchr (raw, '\\', end - raw);
      const char *escape;
      gunichar number;

      g_string_append_len (decoded, raw, (slash != NULL ? slash : end) - raw);
      if (slash == NULL || slash + 1 == end)
        return;

      raw = slash + 2;
      if (slash[1] != 'u')
        {
          escape = strchr (escapes, slash[1]);
          g_string_append_c (decoded, escape != NULL ? meanings[escape - escapes] : slash[1]);
          continue;
        }

      number = read_escaped_number (raw, end);
      raw += MIN (end - raw, 4);
      if (number >= 0xd800 && number <= 0xdbff && end - raw >= 6)
        {
          number = 0x10000 + ((number - 0xd800) << 10) +
                   (read_escaped_number (raw + 2, end) & 0x3ff);
          raw += 6;
        }
      g_string_append_unichar (decoded, number);
    }
}

/* Appends one step of a JSON Pointer (RFC 6901): the name of a member, given as it stands in the
 * file. */
void
byl_scan_append_token (GString    *pointer,
                       const char *raw,
                       gsize       length)
{
  g_autoptr(GString) decoded = g_string_new (NULL);

  byl_scan_append_decoded (decoded, raw, length);
  g_string_append_c (pointer, '/');

  for (const char *at = decoded->str; at < decoded->str + decoded->len; at++)
    {
      if (*at == '~')
        g_string_append (pointer, "~0");
      else if (*at == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, *at);
    }
}
