/* byl-problem.c: one thing that is wrong with a pack, and where
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-problem.h"

#include <glib/gi18n.h>

G_DEFINE_BOXED_TYPE (BylProblem, byl_problem, byl_problem_copy, byl_problem_free)

/**
 * byl_problem_new: (constructor)
 * @severity: whether the pack may be used in spite of it
 * @code: a stable code, lower case with hyphens
 * @pointer: a JSON Pointer to the value, or "" for the whole file
 * @format: a translated sentence that says what to do, as for printf ()
 * @...: what the format asks for
 *
 * The line and the column are left at 0, not known: byl_locate_problems () finds them.
 *
 * Returns: (transfer full): a problem; free it with byl_problem_free ()
 */
BylProblem *
byl_problem_new (BylSeverity  severity,
                 const char  *code,
                 const char  *pointer,
                 const char  *format,
                 ...)
{
  BylProblem *self;
  va_list arguments;

  g_return_val_if_fail (code != NULL, NULL);
  g_return_val_if_fail (pointer != NULL, NULL);
  g_return_val_if_fail (format != NULL, NULL);

  self = g_new0 (BylProblem, 1);
  self->severity = severity;
  self->code = g_strdup (code);
  self->pointer = g_strdup (pointer);

  va_start (arguments, format);
  self->message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return self;
}

/**
 * byl_problem_copy:
 * @self: a problem
 *
 * Returns: (transfer full): a problem that equals it and shares nothing with it
 */
BylProblem *
byl_problem_copy (const BylProblem *self)
{
  BylProblem *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (BylProblem, 1);
  copy->severity = self->severity;
  copy->code = g_strdup (self->code);
  copy->pointer = g_strdup (self->pointer);
  copy->line = self->line;
  copy->column = self->column;
  copy->message = g_strdup (self->message);
  copy->suggestion = g_strdup (self->suggestion);

  return copy;
}

/**
 * byl_problem_free:
 * @self: (nullable) (transfer full): a problem
 *
 * Frees the problem and its texts.
 */
void
byl_problem_free (BylProblem *self)
{
  if (self == NULL)
    return;

  g_free (self->code);
  g_free (self->pointer);
  g_free (self->message);
  g_free (self->suggestion);
  g_free (self);
}

/**
 * byl_problem_to_text:
 * @self: a problem
 * @file_name: (nullable): the file as the reader of the text knows it
 *
 * Writes the problem as compilers do, so that editors jump to the place:
 * “demo.json:4:7: error: what to do (/questions/0/id)”. What is not known is left out.
 *
 * Returns: (transfer full): one line of text, without a line break at its end
 */
char *
byl_problem_to_text (const BylProblem *self,
                     const char       *file_name)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);

  if (file_name != NULL)
    g_string_append_printf (text, "%s:", file_name);
  if (self->line > 0)
    g_string_append_printf (text, "%u:%u:", self->line, self->column);
  if (text->len > 0)
    g_string_append_c (text, ' ');

  /* Translators: one line about a problem in a file; %s is a whole sentence. */
  g_string_append_printf (text,
                          self->severity == BYL_SEVERITY_ERROR ? _("error: %s") : _("warning: %s"),
                          self->message);

  if (self->suggestion != NULL)
    {
      g_string_append_c (text, ' ');
      /* Translators: %s is a name that is nearly like one that was not found in a file. */
      g_string_append_printf (text, _("Perhaps “%s” is meant."), self->suggestion);
    }

  if (self->pointer[0] != '\0')
    g_string_append_printf (text, " (%s)", self->pointer);

  return g_string_free (text, FALSE);
}

/**
 * byl_problem_list_new:
 *
 * Returns: (transfer full) (element-type BylProblem): a list that owns its problems
 */
GPtrArray *
byl_problem_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) byl_problem_free);
}

/**
 * byl_problem_list_ref:
 * @problems: (element-type BylProblem) (nullable): a list, if anybody asks for it
 *
 * Returns: (transfer full) (element-type BylProblem): the list, or one that nobody will read
 */
GPtrArray *
byl_problem_list_ref (GPtrArray *problems)
{
  return problems != NULL ? g_ptr_array_ref (problems) : byl_problem_list_new ();
}
