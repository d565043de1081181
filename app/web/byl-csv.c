/* byl-csv.c: tables as text, as RFC 4180 and spreadsheets write them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-csv.h"

#include "byl-error.h"

#include <glib/gi18n.h>
#include <string.h>

static const char delimiters[] = ",;\t";

static gboolean
is_line_end (char character)
{
  return character == '\n' || character == '\r';
}

/* The one of the delimiters that the first row has most of, outside quotation marks. */
static char
find_delimiter (const char *text,
                const char *end)
{
  guint counts[sizeof delimiters] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (; text < end && (quoted || !is_line_end (*text)); text++)
    {
      const char *delimiter = strchr (delimiters, *text);

      if (*text == '"')
        quoted = !quoted;
      else if (!quoted && delimiter != NULL && *delimiter != '\0')
        counts[delimiter - delimiters]++;
    }

  for (guint i = 1; delimiters[i] != '\0'; i++)
    if (counts[i] > counts[best])
      best = i;

  return delimiters[best];
}

/* Passes one line break over, of whatever kind. */
static void
pass_line_end (BylCsv *self)
{
  if (*self->at == '\r' && self->at + 1 < self->end && self->at[1] == '\n')
    self->at++;
  self->at++;
  self->line++;
}

static void
append_byte (BylCsv  *self,
             GString *cell)
{
  if (*self->at == '\n' || (*self->at == '\r' &&
                            (self->at + 1 == self->end || self->at[1] != '\n')))
    self->line++;
  g_string_append_c (cell, *self->at++);
}

/* What is between quotation marks; a doubled one is one. */
static gboolean
read_quoted (BylCsv   *self,
             GString  *cell,
             GError  **error)
{
  self->at++;
  while (self->at < self->end)
    {
      if (*self->at != '"')
        {
          append_byte (self, cell);
          continue;
        }

      self->at++;
      if (self->at == self->end || *self->at != '"')
        return TRUE;
      g_string_append_c (cell, *self->at++);
    }

  g_set_error (error, BYL_ERROR, BYL_ERROR_SYNTAX,
               /* Translators: the number of a line */
               _("A quotation mark of the table is never closed; its row begins at line %u of the "
                 "file."),
               self->row_line);

  return FALSE;
}

/* A cell; what follows its closing quotation mark is taken as it is, as spreadsheets do. */
static char *
read_cell (BylCsv  *self,
           GError **error)
{
  GString *cell = g_string_new (NULL);

  if (self->at < self->end && *self->at == '"' && !read_quoted (self, cell, error))
    {
      g_string_free (cell, TRUE);
      return NULL;
    }

  while (self->at < self->end && *self->at != self->delimiter && !is_line_end (*self->at))
    g_string_append_c (cell, *self->at++);

  return g_string_free (cell, FALSE);
}

/**
 * byl_csv_init:
 * @self: a reading to begin
 * @text: a whole table
 * @length: bytes of the text
 * @error: return location for an error
 *
 * Begins to read a table. Its delimiter is found from its first row, and a byte order mark passed
 * over.
 *
 * Errors: %BYL_ERROR_SYNTAX where the text is not UTF-8 or holds a NUL.
 *
 * Returns: whether it can be read
 */
gboolean
byl_csv_init (BylCsv      *self,
              const char  *text,
              gsize        length,
              GError     **error)
{
  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_SYNTAX,
                           _("The table is not in UTF-8. Save it from the spreadsheet as “CSV, "
                             "UTF-8”."));
      return FALSE;
    }

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }

  *self = (BylCsv) { .at = text, .end = text + length, .line = 1, .row_line = 1 };
  self->delimiter = find_delimiter (text, self->end);

  return TRUE;
}

/**
 * byl_csv_next:
 * @self: a reading
 * @cells: (element-type utf8): with g_free() as its free function; set to the cells of the next row
 * @error: return location for an error
 *
 * Reads a row. Empty lines are passed over.
 *
 * Errors: %BYL_ERROR_SYNTAX where a quotation mark has no partner, or a row has more than
 * %BYL_CSV_MAX_COLUMNS cells.
 *
 * Returns: whether there was one; where @error is not set the table is at its end
 */
gboolean
byl_csv_next (BylCsv     *self,
              GPtrArray  *cells,
              GError    **error)
{
  g_ptr_array_set_size (cells, 0);
  while (self->at < self->end && is_line_end (*self->at))
    pass_line_end (self);
  if (self->at == self->end)
    return FALSE;

  self->row_line = self->line;
  while (cells->len < BYL_CSV_MAX_COLUMNS)
    {
      char *cell = read_cell (self, error);

      if (cell == NULL)
        return FALSE;
      g_ptr_array_add (cells, cell);

      if (self->at == self->end)
        return TRUE;
      if (is_line_end (*self->at))
        {
          pass_line_end (self);
          return TRUE;
        }
      self->at++;
    }

  g_set_error (error, BYL_ERROR, BYL_ERROR_SYNTAX,
               /* Translators: the number of a line, and the most columns that are read */
               _("The table has a row of more than %2$u columns, in line %1$u."),
               self->row_line, BYL_CSV_MAX_COLUMNS);

  return FALSE;
}
