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

/* What has been met since the last blank line. */
typedef struct
{
  guint64 lines;
  guint64 brackets;
  guint64 tildes;
  guint64 marks;
  guint64 entities;
} Count;

/* The last word, up to spaces on both sides, in which something stands that web addresses have. */
typedef struct
{
  const char *start;
  const char *end;
  guint64 marks; /* how many of such there are so far */
} Word;

/* What a byte is to the parser. Most are text, and are passed by in a run. */
enum
{
  BYTE_TEXT,
  BYTE_END,     /* of the text */
  BYTE_LINE,
  BYTE_MARK,    /* may open or close something */
  BYTE_BRACKET,
  BYTE_TILDE,
  BYTE_ADDRESS, /* may stand in a web address */
  BYTE_ENTITY,
};

static const guint8 byte_kinds[256] = {
  ['\0'] = BYTE_END, ['\n'] = BYTE_LINE, ['['] = BYTE_BRACKET, ['~'] = BYTE_TILDE,
  ['&'] = BYTE_ENTITY,
  ['('] = BYTE_ADDRESS, [':'] = BYTE_ADDRESS, ['@'] = BYTE_ADDRESS, ['.'] = BYTE_ADDRESS,
  ['*'] = BYTE_MARK, ['_'] = BYTE_MARK, ['`'] = BYTE_MARK, ['<'] = BYTE_MARK, ['!'] = BYTE_MARK,
  [']'] = BYTE_MARK, ['\\'] = BYTE_MARK, ['"'] = BYTE_MARK, [')'] = BYTE_MARK, ['|'] = BYTE_MARK,
};

static gboolean
is_blank (char character)
{
  return character == ' ' || character == '\t';
}

static gboolean
is_costly (const Count *count)
{
  return count->brackets * (count->lines + count->marks) > MAX_STEPS ||
         count->tildes * (count->lines + count->marks) > MAX_STEPS ||
         count->entities > MAX_ENTITIES;
}

/* Counts one more mark of an address: the parser looks for each through all of the word. */
static gboolean
is_costly_word (Word       *word,
                const char *text,
                const char *at)
{
  if (at >= word->end)
    {
      word->marks = 0;
      for (word->start = at; word->start > text; word->start--)
        if (is_blank (word->start[-1]) || word->start[-1] == '\n')
          break;
      for (word->end = at; *word->end != '\0' && *word->end != '\n'; word->end++)
        if (is_blank (*word->end))
          break;
    }

  return ++word->marks * (word->end - word->start) > MAX_STEPS;
}

static void
count_mark (Count  *count,
            guint8  kind)
{
  count->marks++;
  count->brackets += kind == BYTE_BRACKET;
  count->tildes += kind == BYTE_TILDE;
  count->entities += kind == BYTE_ENTITY;
}

/* Passes by what is text, four bytes at a time. */
static const char *
skip_text (const char *at,
           const char *end)
{
  while (end - at >= 4 && (byte_kinds[(guchar) at[0]] | byte_kinds[(guchar) at[1]] |
                           byte_kinds[(guchar) at[2]] | byte_kinds[(guchar) at[3]]) == BYTE_TEXT)
    at += 4;
  while (byte_kinds[(guchar) *at] == BYTE_TEXT)
    at++;

  return at;
}

static gboolean
is_blank_line (const char *line)
{
  while (is_blank (*line))
    line++;

  return *line == '\n' || *line == '\0';
}

/* How many lists and quotations begin on a line. */
static guint
count_markers (const char *line)
{
  guint markers = 0;

  for (const char *at = line; *at != '\0'; at++)
    {
      gboolean is_point = *at == '.' || *at == ')';
      gboolean ends_word;

      if (g_ascii_isalpha (*at))
        break;

      ends_word = is_blank (at[1]);
      if (*at == '>')
        markers++;
      else if ((*at == '-' || *at == '+' || *at == '*') && ends_word)
        markers++;
      else if (is_point && ends_word && at > line && g_ascii_isdigit (at[-1]))
        markers++;
      else if (!is_blank (*at) && !g_ascii_isdigit (*at) && !is_point)
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
  const char *end = markdown + strlen (markdown);
  Count count = { 0 };
  Word word = { markdown, markdown, 0 };

  if (count_markers (markdown) > MAX_MARKERS)
    return FALSE;

  for (const char *at = markdown;; at++)
    {
      guint8 kind;

      at = skip_text (at, end);
      kind = byte_kinds[(guchar) *at];

      if (kind == BYTE_END)
        return TRUE;

      if (kind == BYTE_LINE)
        {
          count.lines++;
          if (is_blank_line (at + 1))
            memset (&count, 0, sizeof count);
          if (is_costly (&count) || count_markers (at + 1) > MAX_MARKERS)
            return FALSE;
          continue;
        }

      count_mark (&count, kind);
      if (is_costly (&count) || (kind == BYTE_ADDRESS && is_costly_word (&word, markdown, at)))
        return FALSE;
    }
}
