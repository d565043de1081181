/* byl-text-thinking.c: taking reasoning out of an answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-text.h"

#include <string.h>

/* Code between backticks is looked for so far ahead: it seldom is longer than a line. */
#define LONGEST_CODE 2000

typedef struct
{
  GString *kept;
  gboolean line_start;
  gsize unclosed[2]; /* for ``` and ~~~: a fence of so many marks is never closed from here on */
} Thinking;

typedef enum
{
  TAG_NONE,
  TAG_OPEN,
  TAG_CLOSE,
} Tag;

/* Reads <think>, <thinking> or the end of either; @end is set to what follows it. */
static Tag
read_tag (const char  *at,
          const char **end)
{
  Tag tag = TAG_OPEN;

  if (*at++ != '<')
    return TAG_NONE;

  if (*at == '/')
    {
      tag = TAG_CLOSE;
      at++;
    }

  if (g_ascii_strncasecmp (at, "think", 5) != 0)
    return TAG_NONE;
  at += 5;

  if (g_ascii_strncasecmp (at, "ing", 3) == 0)
    at += 3;
  while (*at == ' ')
    at++;
  if (*at != '>')
    return TAG_NONE;

  *end = at + 1;
  return tag;
}

static const char *
find_close (const char *at)
{
  const char *end;

  for (; (at = strchr (at, '<')) != NULL; at++)
    if (read_tag (at, &end) == TAG_CLOSE)
      return end;

  return NULL;
}

static const char *
skip_line (const char *at)
{
  const char *end = strchr (at, '\n');

  return end != NULL ? end + 1 : at + strlen (at);
}

static const char *
skip_blanks (const char *at)
{
  while (*at == ' ' || *at == '\t' || *at == '\r' || *at == '>')
    at++;

  return at;
}

/* Skips what puts a line into quotations and lists. */
static const char *
skip_markers (const char *at)
{
  for (;;)
    {
      gsize digits;
      gsize marker;

      at = skip_blanks (at);
      digits = strspn (at, "0123456789");
      marker = digits > 0 && (at[digits] == '.' || at[digits] == ')') ? digits + 1
                                                                      : strspn (at, "-+*") == 1;
      if (marker == 0 || at[marker] != ' ')
        return at;

      at += marker;
    }
}

/* Given the start of a line that may open a code fence, in a list or a quotation too, returns what
 * follows the fence's last line; NULL if there is no fence, or if it is never closed: then it is no
 * shelter, since half an answer's reasoning may hold half a fence. */
static const char *
skip_fence (Thinking   *thinking,
            const char *line)
{
  const char *at = skip_markers (line);
  char mark = *at;
  gsize *unclosed = &thinking->unclosed[mark == '~'];
  gsize marks = 0;

  if (mark != '`' && mark != '~')
    return NULL;

  while (at[marks] == mark)
    marks++;
  if (marks < 3 || marks >= *unclosed)
    return NULL;
  if (mark == '`' && memchr (at + marks, '`', skip_line (at) - at - marks) != NULL)
    return NULL;

  for (at = skip_line (at); *at != '\0'; at = skip_line (at))
    {
      const char *end = skip_blanks (at);
      gsize count = 0;

      while (end[count] == mark)
        count++;
      if (count >= marks && *skip_blanks (end + count) == '\n')
        return skip_line (at);
      if (count >= marks && *skip_blanks (end + count) == '\0')
        return end + strlen (end);
    }

  *unclosed = marks;
  return NULL;
}

/* Given a backtick, returns what follows the code that it opens, or the backticks if they open
 * none. */
static const char *
skip_code (const char *at)
{
  gsize marks = strspn (at, "`");
  const char *start = at + marks;

  for (at = start; *at != '\0' && *at != '\n' && at - start < LONGEST_CODE;)
    {
      gsize count = strspn (at, "`");

      if (count == marks)
        return at + count;
      at += MAX (count, 1);
    }

  return start;
}

/* Deals with a tag at @at, if there is one, and returns what follows the reasoning that it ends or
 * begins. */
static const char *
skip_thinking (Thinking   *thinking,
               const char *at)
{
  const char *end = NULL;

  switch (read_tag (at, &end))
    {
    case TAG_OPEN:
      end = find_close (end);
      return end != NULL ? end : at + strlen (at);

    case TAG_CLOSE:
      g_string_truncate (thinking->kept, 0);
      return end;

    default:
      return at;
    }
}

/**
 * byl_text_without_thinking:
 * @text: an answer, valid UTF-8
 *
 * Takes out the reasoning that some models leave in their answers: whatever stands between <think>
 * and </think> (or <thinking> and </thinking>) at any place. A block that is never closed takes all
 * to the end; an end without a start takes all before it. Code, between fences or backticks, stays
 * as it is.
 *
 * Returns: (transfer full): what is left, possibly nothing; white space is not trimmed
 */
char *
byl_text_without_thinking (const char *text)
{
  Thinking thinking = { NULL, TRUE, { G_MAXSIZE, G_MAXSIZE } };
  const char *at = text;

  g_return_val_if_fail (text != NULL, NULL);

  thinking.kept = g_string_sized_new (strlen (text));

  while (*at != '\0')
    {
      const char *next = thinking.line_start ? skip_fence (&thinking, at) : NULL;
      gboolean keep = TRUE;

      if (next == NULL && *at == '<')
        {
          next = skip_thinking (&thinking, at);
          keep = next == at;
        }

      if (next == NULL && *at == '`')
        next = skip_code (at);
      if (next == NULL || next == at)
        next = at + MAX (strcspn (at, "<`\n"), 1);

      if (keep)
        g_string_append_len (thinking.kept, at, next - at);
      /* What follows reasoning may open a fence as if it stood on a line of its own. */
      thinking.line_start = !keep || next[-1] == '\n';
      at = next;
    }

  return g_string_free (thinking.kept, FALSE);
}
