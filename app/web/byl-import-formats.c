/* byl-import-formats.c: JSON, JSON lines and tables, a record at a time
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-import-private.h"

#include "byl-error.h"
#include "byl-json-read.h"
#include "byl-csv.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is wrong with JSON, and in which line: of the file, where each line is JSON of its own. */
static char *
dup_reason (GPtrArray *problems,
            guint      line)
{
  const BylProblem *problem = g_ptr_array_index (problems, 0);

  if (line == 0)
    line = problem->line;

  return line > 0 ? g_strdup_printf ("%u: %s", line, problem->message)
                  : g_strdup (problem->message);
}

/* A file that its reading cannot make head or tail of. */
static gboolean
refuse (BylRecords  *self,
        const char  *why,
        GError     **error)
{
  g_set_error (error, BYL_ERROR, BYL_ERROR_IMPORT,
               /* Translators: a file’s name, and a sentence that says what is wrong with it, with
                * the number of the line and a colon before it */
               _("“%s” is not what the recipe describes. %s"), self->file->path, why);

  return FALSE;
}

static gboolean
read_json (BylRecords  *self,
           GBytes      *bytes,
           GError     **error)
{
  g_autoptr(GPtrArray) problems = byl_problem_list_new ();
  g_autoptr(JsonNode) root = byl_json_read (bytes, problems, NULL);

  if (root == NULL)
    {
      g_autofree char *reason = dup_reason (problems, 0);

      return refuse (self, reason, error);
    }

  byl_records_read_document (self, root, NULL, NULL);

  return TRUE;
}

static gboolean
is_blank (GBytes *line)
{
  gsize length;
  const char *text = g_bytes_get_data (line, &length);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;

  return TRUE;
}

/* A line that is no JSON is counted, so that one cut line does not cost the others; where not one
 * is JSON, the file is something else. */
static gboolean
read_lines (BylRecords  *self,
            GBytes      *bytes,
            GError     **error)
{
  g_autoptr(GPtrArray) problems = byl_problem_list_new ();
  g_autofree char *reason = NULL;
  gsize length;
  const char *at = g_bytes_get_data (bytes, &length);
  const char *end = at + length;
  gboolean go_on = TRUE;
  guint n_good = 0;
  guint n_bad = 0;
  guint n_lines = 0;

  while (at < end && go_on)
    {
      const char *line_end = memchr (at, '\n', (gsize) (end - at));
      gsize line_length = (gsize) ((line_end != NULL ? line_end : end) - at);
      g_autoptr(GBytes) line = g_bytes_new_static (at, line_length);
      g_autoptr(JsonNode) root = NULL;

      at += MIN (line_length + 1, (gsize) (end - at));
      n_lines++;
      if (is_blank (line))
        continue;

      g_ptr_array_set_size (problems, 0);
      root = byl_json_read (line, problems, NULL);
      if (root == NULL && reason == NULL)
        reason = dup_reason (problems, n_lines);
      n_good += root != NULL;
      n_bad += root == NULL;
      if (root != NULL)
        go_on = byl_records_read_document (self, root, NULL, NULL);
    }

  if (n_good == 0 && n_bad > 0)
    return refuse (self, reason, error);

  self->import->result->n_broken += n_bad;

  return TRUE;
}

static gboolean
has_cell (GPtrArray  *cells,
          const char *folded)
{
  for (guint i = 0; i < cells->len; i++)
    {
      g_autofree char *cell = byl_recipe_path_fold (g_ptr_array_index (cells, i));

      if (g_str_equal (cell, folded))
        return TRUE;
    }

  return FALSE;
}

/* Whether a row is the head of the table, where the recipe leaves it open: a head has a name that
 * is looked for. */
static gboolean
is_head (BylRecords *self,
         GPtrArray  *cells)
{
  for (guint i = 0; i < BYL_N_FIELDS; i++)
    {
      const GArray *values = self->reading->fields[i];

      for (guint j = 0; values != NULL && j < values->len; j++)
        {
          const BylRecipePath *path = g_array_index (values, BylRecipeValue, j).path;

          if (path != NULL && path->n_steps > 0 && !path->steps[0].any &&
              path->steps[0].item == BYL_IMPORT_NONE && has_cell (cells, path->steps[0].folded))
            return TRUE;
        }
    }

  return FALSE;
}

static char **
dup_cells (GPtrArray *cells,
           gboolean   fold)
{
  char **copy = g_new0 (char *, cells->len + 1);

  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = g_ptr_array_index (cells, i);

      copy[i] = fold ? byl_recipe_path_fold (cell) : g_strstrip (g_strdup (cell));
    }

  return copy;
}

static gboolean
read_row (BylRecords         *self,
          GPtrArray          *cells,
          const char * const *columns,
          const char * const *folded)
{
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_sized_new (cells->len);

  for (guint i = 0; i < cells->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (cells, i));
  json_node_take_array (root, array);

  return byl_records_read_document (self, root, columns, folded);
}

static gboolean
read_table (BylRecords  *self,
            GBytes      *bytes,
            GError     **error)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) table_error = NULL;
  g_auto(GStrv) columns = NULL;
  g_auto(GStrv) folded = NULL;
  BylCsvHeader header = self->reading->header;
  gboolean go_on = TRUE;
  gboolean first = TRUE;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  BylCsv table;

  if (!byl_csv_init (&table, text, length, &table_error))
    return refuse (self, table_error->message, error);

  for (; go_on && byl_csv_next (&table, cells, &table_error); first = FALSE)
    {
      if (first && (header == BYL_HEADER_PRESENT ||
                    (header == BYL_HEADER_AUTO && is_head (self, cells))))
        {
          columns = dup_cells (cells, FALSE);
          folded = dup_cells (cells, TRUE);
        }
      else
        {
          go_on = read_row (self, cells, (const char * const *) columns,
                            (const char * const *) folded);
        }
    }

  return table_error == NULL ? TRUE : refuse (self, table_error->message, error);
}

static void
clear_answer (gpointer data)
{
  g_free (((BylFoundAnswer *) data)->text);
}

static BylFoundFile *
add_file (BylImport  *self,
          const char *path,
          const char *whole)
{
  const BylRecipeFile *listed = byl_recipe_find_file (self->recipe, whole);
  BylFoundFile *file = g_new0 (BylFoundFile, 1);

  file->path = g_strdup (path);
  file->whole = g_strdup (whole);
  file->number = self->files->len;
  file->rank = listed != NULL ? (guint) (listed - self->recipe->files) : BYL_IMPORT_NONE;
  file->questions = g_array_new (FALSE, FALSE, sizeof (BylFoundQuestion));
  file->answers = g_array_new (FALSE, FALSE, sizeof (BylFoundAnswer));
  g_array_set_clear_func (file->answers, clear_answer);
  g_ptr_array_add (self->files, file);

  return file;
}

/* Reads all records of a file; @path is told to people, @whole has the folders around it. */
gboolean
byl_import_read_bytes (BylImport               *self,
                       const BylRecipeReading  *reading,
                       const char              *path,
                       const char              *whole,
                       GBytes                  *bytes,
                       GError                 **error)
{
  BylRecords records = { .import = self, .reading = reading };
  gboolean good = FALSE;

  records.file = add_file (self, path, whole);
  switch (reading->format)
    {
    case BYL_DATA_JSON_LINES:
      good = read_lines (&records, bytes, error);
      break;
    case BYL_DATA_CSV:
      good = read_table (&records, bytes, error);
      break;
    case BYL_DATA_JSON:
    default:
      good = read_json (&records, bytes, error);
      break;
    }

  if (!good || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  if (records.too_much)
    {
      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_SIZE,
                           _("There is more text in these files than can be opened. Choose fewer "
                             "writers."));
      return FALSE;
    }

  if (records.n_records > 0)
    self->result->n_files++;
  else
    self->result->n_strange++;

  return TRUE;
}
