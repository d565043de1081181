/* byl-question-lines.c: questions that are written one a line
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-question-reading.h"

#include <string.h>

static const char * const bullets[] = { "-", "*", "+", "•", "‣", "◦", "–", "—", "▪", "●" };

/* More digits are no number of a list. */
#define MAX_DIGITS 4

static const char *
skip_space (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

/* Behind “1.”, “1)” or “(1)” at the start of a line; NULL where there is none. */
static const char *
skip_number (const char *text)
{
  gboolean opened = *text == '(';
  gsize length;

  text += opened;
  length = strspn (text, "0123456789");
  if (length == 0 || length > MAX_DIGITS)
    return NULL;

  text += length;
  if (*text != ')' && (opened || *text != '.'))
    return NULL;

  return text + 1;
}

static const char *
skip_bullet (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      return text + strlen (bullets[i]);

  return NULL;
}

/* What follows the mark of a list; NULL where the line has none. A mark ends in white space: “-1 is
 * a number?” and “1.5 litres?” begin with none. */
static const char *
skip_mark (const char *line)
{
  const char *text = skip_space (line);
  const char *after = skip_number (text);

  if (after == NULL)
    after = skip_bullet (text);
  if (after == NULL || !g_ascii_isspace (*after))
    return NULL;

  return skip_space (after);
}

/* A list that was copied from elsewhere; one line with a mark could as well be meant so. */
static gboolean
is_marked_list (char **lines)
{
  guint n_marked = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*skip_space (lines[i]) == '\0')
        continue;
      if (skip_mark (lines[i]) == NULL)
        return FALSE;
      n_marked++;
    }

  return n_marked > 1;
}

/* For the question list: a question a line. */
void
byl_question_read_lines (BylQuestionReading  *self,
                         char               **lines)
{
  gboolean marked = is_marked_list (lines);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *text = marked ? skip_mark (lines[i]) : lines[i];

      if (text != NULL)
        byl_question_reading_add (self, text, NULL, i + 1);
    }
}
