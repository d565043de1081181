/* byl-question-list.c: from typed, pasted or dropped text to questions
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-question-list.h"

#include "byl-error.h"
#include "byl-load.h"
#include "byl-pack.h"
#include "byl-question-reading.h"
#include "byl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

G_DEFINE_BOXED_TYPE (BylQuestionLine, byl_question_line, byl_question_line_copy,
                     byl_question_line_free)

/**
 * byl_question_line_new: (constructor)
 * @prompt: a question
 * @category: (nullable): what it is about
 * @line: where it was read, from 1; 0 where that is not known
 *
 * Returns: (transfer full): a question
 */
BylQuestionLine *
byl_question_line_new (const char *prompt,
                       const char *category,
                       guint       line)
{
  BylQuestionLine *self = g_new0 (BylQuestionLine, 1);

  self->prompt = g_strdup (prompt);
  self->category = g_strdup (category);
  self->line = line;

  return self;
}

/**
 * byl_question_line_copy:
 * @self: a question
 *
 * Returns: (transfer full): one that equals it
 */
BylQuestionLine *
byl_question_line_copy (const BylQuestionLine *self)
{
  return byl_question_line_new (self->prompt, self->category, self->line);
}

/**
 * byl_question_line_free:
 * @self: (nullable) (transfer full): a question
 *
 * Frees the question.
 */
void
byl_question_line_free (BylQuestionLine *self)
{
  if (self == NULL)
    return;

  g_free (self->prompt);
  g_free (self->category);
  g_free (self);
}

/* For the readers: takes what is wrong at a line. */
void
byl_question_reading_refuse (BylQuestionReading *self,
                             BylProblem         *problem,
                             guint               line)
{
  problem->line = line;
  if (line > 0 && problem->column == 0)
    problem->column = 1;
  if (problem->severity == BYL_SEVERITY_ERROR)
    self->n_errors++;

  g_ptr_array_add (self->problems, problem);
}

static gboolean
accept_size (BylQuestionReading *self,
             const char         *prompt,
             const char         *category,
             guint               line)
{
  if (g_utf8_strlen (prompt, -1) > BYL_PACK_MAX_TEXT)
    {
      byl_question_reading_refuse (
        self,
        byl_problem_new (BYL_SEVERITY_ERROR, "too-long", "",
                         _("A question has at most %u characters. Please shorten this one."),
                         BYL_PACK_MAX_TEXT),
        line);
      return FALSE;
    }

  if (category == NULL || g_utf8_strlen (category, -1) <= BYL_PACK_MAX_LINE)
    return TRUE;

  byl_question_reading_refuse (
    self,
    byl_problem_new (BYL_SEVERITY_ERROR, "too-long", "",
                     _("A category has at most %u characters. Please shorten this one."),
                     BYL_PACK_MAX_LINE),
    line);
  return FALSE;
}

/* Of two questions that read the same the first is kept. */
static gboolean
accept_new (BylQuestionReading *self,
            const char         *prompt,
            guint               line)
{
  g_autofree char *collapsed = byl_text_collapse (prompt);
  g_autofree char *folded = byl_text_fold (collapsed);
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, folded));

  if (first == 0)
    {
      g_hash_table_insert (self->seen, g_steal_pointer (&folded),
                           GUINT_TO_POINTER (MAX (line, 1u)));
      return TRUE;
    }

  byl_question_reading_refuse (
    self,
    byl_problem_new (BYL_SEVERITY_WARNING, "twin", "",
                     /* Translators: %u is the number of a line in a text */
                     _("This question reads like the one at line %u, so it is left out."), first),
    line);
  return FALSE;
}

/* For the readers: takes a question as it was found, or says what is the matter with it. An empty
 * one is passed over. */
void
byl_question_reading_add (BylQuestionReading *self,
                          const char         *prompt,
                          const char         *category,
                          guint               line)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (prompt));
  g_autofree char *topic = category != NULL ? byl_text_collapse (category) : NULL;

  if (*trimmed == '\0')
    return;

  if (topic != NULL && *topic == '\0')
    g_clear_pointer (&topic, g_free);

  if (accept_size (self, trimmed, topic, line) && accept_new (self, trimmed, line))
    g_ptr_array_add (self->questions, byl_question_line_new (trimmed, topic, line));
}

/* Lines end in LF whatever system they come from. A quoted line break keeps its place. */
static char *
tidy_breaks (const char *text)
{
  GString *tidy = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text++)
    {
      if (*text != '\r')
        g_string_append_c (tidy, *text);
      else if (text[1] != '\n')
        g_string_append_c (tidy, '\n');
    }

  return g_string_free (tidy, FALSE);
}

static const char *
skip_mark (const char *text)
{
  return g_str_has_prefix (text, BYTE_ORDER_MARK) ? text + strlen (BYTE_ORDER_MARK) : text;
}

/**
 * byl_question_list_guess:
 * @text: what somebody typed, pasted or dropped
 *
 * Returns: what byl_question_list_read() takes it for
 */
BylQuestionListKind
byl_question_list_guess (const char *text)
{
  g_return_val_if_fail (text != NULL, BYL_QUESTION_LIST_LINES);

  text = skip_mark (text);
  if (byl_question_is_json (text))
    return BYL_QUESTION_LIST_JSON;

  return byl_question_is_table (text) ? BYL_QUESTION_LIST_TABLE : BYL_QUESTION_LIST_LINES;
}

static void
read_text (BylQuestionReading *reading,
           const char         *text)
{
  g_autofree char *tidy = tidy_breaks (skip_mark (text));
  g_auto(GStrv) lines = g_strsplit (tidy, "\n", -1);

  switch (byl_question_list_guess (tidy))
    {
    case BYL_QUESTION_LIST_JSON:
      byl_question_read_json (reading, tidy, lines);
      break;
    case BYL_QUESTION_LIST_TABLE:
      byl_question_read_table (reading, tidy);
      break;
    case BYL_QUESTION_LIST_LINES:
    default:
      byl_question_read_lines (reading, lines);
      break;
    }

  if (reading->questions->len > BYL_PACK_MAX_QUESTIONS)
    byl_question_reading_refuse (
      reading,
      byl_problem_new (BYL_SEVERITY_ERROR, "too-many", "",
                       _("A pack has at most %u questions. Please take some out."),
                       BYL_PACK_MAX_QUESTIONS),
      0);
}

/* Whether what was read can be used; else the error says why in one sentence. */
static gboolean
finish (const BylQuestionReading  *reading,
        GError                   **error)
{
  if (reading->n_errors > 0)
    {
      g_set_error (error, BYL_ERROR, BYL_ERROR_FORMAT,
                   ngettext ("The questions have %u error. Mend it, then try again.",
                             "The questions have %u errors. Mend them, then try again.",
                             reading->n_errors),
                   reading->n_errors);
      return FALSE;
    }

  if (reading->questions->len > 0)
    return TRUE;

  g_set_error_literal (error, BYL_ERROR, BYL_ERROR_FORMAT,
                       _("There are no questions yet. Write one a line."));
  return FALSE;
}

/**
 * byl_question_list_read:
 * @text: what somebody typed, pasted or dropped, whatever it is
 * @problems: (element-type BylProblem) (nullable): takes all that is wrong, each with its line
 * @error: return location for the error
 *
 * Reads questions from a text: one a line; or a table, with commas (RFC 4180), semicolons or
 * tabulators, of the question and perhaps its category; or JSON, an object a line or in an array,
 * with a member “prompt”, “question” or “text” and perhaps a “category”. Empty lines are passed
 * over. Where every line begins with a bullet or a number, these are taken away. Of questions that
 * read the same the first is kept, and a warning names the others.
 *
 * Errors: %BYL_ERROR_FORMAT where there are errors among the problems, or no questions.
 *
 * Returns: (transfer full) (nullable) (element-type BylQuestionLine): the questions in their order,
 *   or %NULL with @error set
 */
GPtrArray *
byl_question_list_read (const char  *text,
                        GPtrArray   *problems,
                        GError     **error)
{
  g_autoptr(GPtrArray) questions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) byl_question_line_free);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  BylQuestionReading reading = { .questions = questions, .seen = seen };

  g_return_val_if_fail (text != NULL, NULL);

  list = byl_problem_list_ref (problems);
  reading.problems = list;

  if (!g_utf8_validate (text, -1, NULL))
    byl_question_reading_refuse (
      &reading,
      byl_problem_new (BYL_SEVERITY_ERROR, "invalid-utf8", "",
                       _("The text is not UTF-8: save it with the encoding UTF-8.")),
      0);
  else
    read_text (&reading, text);

  return finish (&reading, error) ? g_steal_pointer (&questions) : NULL;
}

/**
 * byl_question_list_load:
 * @file: a text file, plain or compressed with gzip
 * @problems: (element-type BylProblem) (nullable): takes all that is wrong, each with its line
 * @cancellable: (nullable): to stop early
 * @error: return location for the error
 *
 * Reads questions from a file as byl_question_list_read() does. This blocks.
 *
 * Errors: those of byl_load_file() and of byl_question_list_read().
 *
 * Returns: (transfer full) (nullable) (element-type BylQuestionLine): the questions in their order,
 *   or %NULL with @error set
 */
GPtrArray *
byl_question_list_load (GFile         *file,
                        GPtrArray     *problems,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(GBytes) bytes =
    byl_load_file (file, BYL_QUESTION_LIST_MAX_BYTES, cancellable, error);
  g_autofree char *text = NULL;
  const char *data;
  gsize length;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  if (length > 0 && memchr (data, '\0', length) != NULL)
    {
      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_FORMAT,
                           _("This is no text. Save the questions as plain text, CSV or JSON."));
      return NULL;
    }

  text = g_strndup (data != NULL ? data : "", length);

  return byl_question_list_read (text, problems, error);
}
