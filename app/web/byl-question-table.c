/* byl-question-table.c: questions in a table
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-question-reading.h"

#include "byl-csv.h"
#include "byl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A text of more characters behind a comma is no category, but more of the question. */
#define LONGEST_CATEGORY 60

/* Bytes; no column has a longer name. */
#define LONGEST_NAME 40

static const char * const prompt_names[] = { "prompt", "question", "text", NULL };
static const char * const category_names[] = { "category", "topic", NULL };

/* What the rows are made of. */
typedef struct
{
  guint n_columns;
  int   prompt;     /* a column */
  int   category;   /* a column; -1 = there is none */
  gboolean has_header;
} Columns;

static int
find_column (GPtrArray          *cells,
             const char * const *names)
{
  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *collapsed = byl_text_collapse (g_ptr_array_index (cells, i));
      g_autofree char *folded = byl_text_fold (collapsed);

      if (g_strv_contains (names, folded))
        return (int) i;
    }

  return -1;
}

/* A first row that names its columns; a sentence that begins with such a word does not. */
static gboolean
read_header (GPtrArray *cells,
             Columns   *columns)
{
  for (guint i = 0; i < cells->len; i++)
    if (strlen (g_ptr_array_index (cells, i)) > LONGEST_NAME ||
        strpbrk (g_ptr_array_index (cells, i), "?!.") != NULL)
      return FALSE;

  columns->n_columns = cells->len;
  columns->prompt = find_column (cells, prompt_names);
  columns->category = find_column (cells, category_names);
  columns->has_header = columns->prompt >= 0;

  return columns->has_header;
}

/* Whether the line of a single cell is quoted as a whole. */
static gboolean
is_quoted (const BylCsv *table,
           const char   *start)
{
  const char *end = table->at;

  while (end > start && (end[-1] == '\n' || end[-1] == '\r'))
    end--;

  return end - start >= 2 && *start == '"' && end[-1] == '"';
}

/* Whether two cells are a question and its category, rather than a sentence with a comma in it. */
static gboolean
is_pair (const BylCsv *table,
         GPtrArray    *cells,
         const char   *start)
{
  const char *prompt = g_ptr_array_index (cells, 0);
  const char *category = g_ptr_array_index (cells, 1);
  gsize length = strlen (category);

  if (*prompt == '\0' || length == 0 || g_utf8_strlen (category, -1) > LONGEST_CATEGORY)
    return FALSE;

  if (*start == '"' || table->delimiter == '\t')
    return TRUE;

  if (g_ascii_isdigit (prompt[strlen (prompt) - 1]) && g_ascii_isdigit (*category))
    return FALSE;

  return !g_ascii_isspace (*category) && strchr (".?!:", category[length - 1]) == NULL;
}

/* The next row, and where its text begins. */
static gboolean
read_next (BylCsv      *table,
           GPtrArray   *cells,
           const char **start,
           GError     **error)
{
  while (table->at < table->end && (*table->at == '\n' || *table->at == '\r'))
    {
      table->line++;
      table->at++;
    }
  *start = table->at;

  return byl_csv_next (table, cells, error);
}

/* Whether all rows are alike, and none is prose. One pair alone could be either. */
static gboolean
is_bare_table (const char *text,
               Columns    *columns)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  const char *start;
  guint n_rows = 0;
  BylCsv table;

  *columns = (Columns) { .category = -1 };
  if (!byl_csv_init (&table, text, strlen (text), NULL))
    return FALSE;

  while (read_next (&table, cells, &start, &error))
    {
      if (n_rows++ == 0)
        columns->n_columns = cells->len;
      if (cells->len != columns->n_columns || cells->len > 2 ||
          !(cells->len == 1 ? is_quoted (&table, start) : is_pair (&table, cells, start)))
        return FALSE;
    }

  if (columns->n_columns == 2)
    columns->category = 1;

  return error == NULL && n_rows > (columns->n_columns == 2 && *text != '"' ? 1u : 0u);
}

static gboolean
look_at (const char *text,
         Columns    *columns)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  BylCsv table;

  if (!byl_csv_init (&table, text, strlen (text), NULL))
    return FALSE;

  if (byl_csv_next (&table, cells, NULL) && read_header (cells, columns))
    return TRUE;

  return is_bare_table (text, columns);
}

/* For the question list: whether the text is a table rather than prose with commas in it. */
gboolean
byl_question_is_table (const char *text)
{
  Columns columns;

  return look_at (text, &columns);
}

static const char *
get_cell (GPtrArray *cells,
          int        column)
{
  return column >= 0 && (guint) column < cells->len ? g_ptr_array_index (cells, (guint) column)
                                                    : NULL;
}

static gboolean
is_blank (GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (*g_strstrip (g_ptr_array_index (cells, i)) != '\0')
      return FALSE;

  return TRUE;
}

/* In a table of one column there is nothing to part: a comma that is not between quotation marks is
 * one of the question's. */
static void
join_cells (GPtrArray    *cells,
            const BylCsv *table,
            const char   *start)
{
  if (cells->len < 2 || *start == '"')
    return;

  g_ptr_array_set_size (cells, 0);
  g_ptr_array_add (cells, g_strndup (start, (gsize) (table->at - start)));
}

static void
read_row (BylQuestionReading *self,
          GPtrArray          *cells,
          const Columns      *columns,
          guint               line)
{
  const char *prompt = get_cell (cells, columns->prompt);

  if (is_blank (cells))
    return;

  if (cells->len > columns->n_columns)
    byl_question_reading_refuse (
      self,
      byl_problem_new (BYL_SEVERITY_ERROR, "columns", "",
                       /* Translators: two numbers of columns */
                       _("This row has %u columns, but the first row has %u. Put a question that "
                         "has commas in it between quotation marks."),
                       cells->len, columns->n_columns),
      line);
  else if (prompt == NULL || *prompt == '\0')
    byl_question_reading_refuse (
      self,
      byl_problem_new (BYL_SEVERITY_ERROR, "no-prompt", "",
                       _("This row has no question. Write it or take the row out.")),
      line);
  else
    byl_question_reading_add (self, prompt, get_cell (cells, columns->category), line);
}

/* For the question list: a question a row. */
void
byl_question_read_table (BylQuestionReading *self,
                         const char         *text)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  const char *start;
  Columns columns;
  BylCsv table;
  gboolean is_header;

  if (!look_at (text, &columns) || !byl_csv_init (&table, text, strlen (text), &error))
    return;

  is_header = columns.has_header;
  while (read_next (&table, cells, &start, &error))
    {
      if (columns.n_columns == 1)
        join_cells (cells, &table, start);
      if (!is_header)
        read_row (self, cells, &columns, table.row_line);
      is_header = FALSE;
    }

  if (error != NULL)
    byl_question_reading_refuse (
      self, byl_problem_new (BYL_SEVERITY_ERROR, "bad-table", "", "%s", error->message),
      table.row_line);
}
