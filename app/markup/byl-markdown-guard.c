/* byl-markdown-guard.c: keeping away from the Markdown parser what would take it long
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-markdown-guard.h"

#include <string.h>

/* md4c 0.4.8 takes a time that grows with the length of a text, but for these cases: for each
 * bracket it may look through the lines and the marks of the paragraph, and for each tilde through
 * the marks; for each web address, and each address of a link, through all up to the next space;
 * for each line through the lists and quotations that it lies in; and it keeps a list of the
 * entities in an address that grows slowly. So many steps take it about 20 ms; a thousand lines
 * with a thousand brackets stay far below. */
#define MAX_STEPS    40000000u
#define MAX_ENTITIES 2000u
#define MAX_MARKERS  100u

/* What has been met since the last blank line, and since the last space. */
typedef struct
{
  guint64 lines;
  guint64 brackets;
  guint64 tildes;
  guint64 marks;
  guint64 entities;
  guint64 word_length;
  guint64 word_addresses;
} Count;

static void
count_character (Count *count,
                 char   character)
{
  count->word_length++;

  switch (character)
    {
    case '[':
      count->brackets++;
      count->marks++;
      break;

    case '~':
      count->tildes++;
      count->marks++;
      break;

    case '(':
    case ':':
    case '@':
    case '.':
      count->word_addresses++;
      count->marks++;
      break;

    case '&':
      count->entities++;
      count->marks++;
      break;

    case '*':
    case '_':
    case '`':
    case '<':
    case '!':
    case ']':
    case '\\':
    case '"':
    case ')':
    case '|':
      count->marks++;
      break;

    default:
      break;
    }
}

static gboolean
is_costly (const Count *count)
{
  return count->brackets * (count->lines + count->marks) > MAX_STEPS ||
         count->tildes * (count->lines + count->marks) > MAX_STEPS ||
         count->word_length * count->word_addresses > MAX_STEPS || count->entities > MAX_ENTITIES;
}

/* How many lists and quotations begin on a line. */
static guint
count_markers (const char *line)
{
  guint markers = 0;

  for (const char *at = line; *at != '\0'; at++)
    {
      gboolean ends_word = at[1] == ' ' || at[1] == '\t';

      if (*at == '>')
        markers++;
      else if (strchr ("-+*", *at) != NULL && ends_word)
        markers++;
      else if ((*at == '.' || *at == ')') && ends_word && at > line && g_ascii_isdigit (at[-1]))
        markers++;
      else if (*at != ' ' && *at != '\t' && !g_ascii_isdigit (*at) && strchr (".)", *at) == NULL)
        break;
    }

  return markers;
}

/**
 * byl_markdown_guard_passes:
 * @markdown: a text
 *
 * Returns: whether the parser takes a time for it that grows with its length, not with the square
 *   of that
 */
gboolean
byl_markdown_guard_passes (const char *markdown)
{
  Count count = { 0 };
  gboolean blank = TRUE;

  if (count_markers (markdown) > MAX_MARKERS)
    return FALSE;

  for (const char *at = markdown; *at != '\0'; at++)
    {
      switch (*at)
        {
        case '\n':
          if (blank)
            memset (&count, 0, sizeof count);
          count.lines++;
          count.word_length = count.word_addresses = 0;
          blank = TRUE;
          if (count_markers (at + 1) > MAX_MARKERS)
            return FALSE;
          break;

        case ' ':
        case '\t':
          count.word_length = count.word_addresses = 0;
          break;

        default:
          blank = FALSE;
          count_character (&count, *at);
          if (is_costly (&count))
            return FALSE;
          break;
        }
    }

  return TRUE;
}
