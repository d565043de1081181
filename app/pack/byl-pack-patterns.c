/* byl-pack-patterns.c: the shapes of ids, tags, dates and addresses in a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-patterns.h"

#include <string.h>

/* How many ASCII digits the text begins with. */
static gsize
count_digits (const char *text)
{
  return strspn (text, "0123456789");
}

/* Whether a day or a month is one of the calendar. */
static gboolean
is_in_calendar (const char *text)
{
  guint year = (guint) g_ascii_strtoull (text, NULL, 10);
  guint month = (guint) g_ascii_strtoull (text + 5, NULL, 10);
  guint day = text[7] == '-' ? (guint) g_ascii_strtoull (text + 8, NULL, 10) : 1;

  return year >= 1 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/* What may follow a day: T, a time of digits, colons and points, and a zone. */
static gboolean
is_time (const char *text)
{
  gsize length;

  if (*text != 'T')
    return FALSE;

  length = strspn (text + 1, "0123456789:.");
  text += 1 + length;
  if (length == 0)
    return FALSE;

  if (g_str_equal (text, "Z"))
    return TRUE;

  return (*text == '+' || *text == '-') && count_digits (text + 1) == 2 && text[3] == ':' &&
         count_digits (text + 4) == 2 && text[6] == '\0';
}

/* ^[a-z0-9]+([.-][a-z0-9]+)*$ */
gboolean
byl_pattern_is_pack_id (const char *text)
{
  while (TRUE)
    {
      gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789");

      if (length == 0)
        return FALSE;

      text += length;
      if (*text == '\0')
        return TRUE;
      if (*text != '.' && *text != '-')
        return FALSE;

      text++;
    }
}

/* ^[A-Za-z0-9][A-Za-z0-9._:/@+-]*$ */
gboolean
byl_pattern_is_writer_id (const char *text)
{
  if (!g_ascii_isalnum (*text))
    return FALSE;

  for (; *text != '\0'; text++)
    if (!g_ascii_isalnum (*text) && strchr ("._:/@+-", *text) == NULL)
      return FALSE;

  return TRUE;
}

/* ^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$ */
gboolean
byl_pattern_is_language_tag (const char *text)
{
  gsize length = 0;

  while (g_ascii_isalpha (text[length]))
    length++;
  if (length < 2 || length > 3)
    return FALSE;

  for (text += length; *text == '-'; text += length)
    {
      text++;
      length = 0;
      while (g_ascii_isalnum (text[length]))
        length++;
      if (length < 2 || length > 8)
        return FALSE;
    }

  return *text == '\0';
}

/* A month, a day, or a day with a time, as ISO 8601 writes them; and one that the calendar has. */
gboolean
byl_pattern_is_date (const char *text)
{
  if (count_digits (text) != 4 || text[4] != '-' || count_digits (text + 5) != 2)
    return FALSE;

  if (text[7] == '\0')
    return is_in_calendar (text);

  if (text[7] != '-' || count_digits (text + 8) != 2)
    return FALSE;

  return (text[10] == '\0' || is_time (text + 10)) && is_in_calendar (text);
}

/* ^https?:// */
gboolean
byl_pattern_is_address (const char *text)
{
  return g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://");
}

/* ^[A-Z]{3}$ */
gboolean
byl_pattern_is_currency (const char *text)
{
  return g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]) && g_ascii_isupper (text[2]) &&
         text[3] == '\0';
}
