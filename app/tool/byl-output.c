/* byl-output.c: what a command writes out, for people and for programs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-output.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>

/**
 * byl_output_print:
 * @line: a line without its end
 *
 * Writes a line out. Text goes out as UTF-8 whatever the locale: it is what JSON has to be, and
 * file names are left alone.
 */
void
byl_output_print (const char *line)
{
  fputs (line, stdout);
  fputc ('\n', stdout);
}

/**
 * byl_output_print_json:
 * @builder: a whole value
 *
 * Writes JSON out as one line.
 */
void
byl_output_print_json (JsonBuilder *builder)
{
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autofree char *line = json_to_string (root, FALSE);

  byl_output_print (line);
}

/**
 * byl_output_finish:
 *
 * Waits until all is written out, and says so where it cannot be.
 *
 * Returns: whether it was
 */
gboolean
byl_output_finish (void)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;

  g_printerr ("%s\n", _("The result could not be written out. Is the disk full?"));
  return FALSE;
}

/**
 * byl_output_add_string:
 * @builder: a builder with an open object
 * @name: a member
 * @value: its value
 *
 * Adds a member that is a text.
 */
void
byl_output_add_string (JsonBuilder *builder,
                       const char  *name,
                       const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/**
 * byl_output_add_integer:
 * @builder: a builder with an open object
 * @name: a member
 * @value: its value
 *
 * Adds a member that is a whole number.
 */
void
byl_output_add_integer (JsonBuilder *builder,
                        const char  *name,
                        gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/**
 * byl_output_add_number:
 * @builder: a builder with an open object
 * @name: a member
 * @value: its value; what is not finite becomes null
 *
 * Adds a member that is a number.
 */
void
byl_output_add_number (JsonBuilder *builder,
                       const char  *name,
                       double       value)
{
  json_builder_set_member_name (builder, name);
  if (isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * byl_output_add_boolean:
 * @builder: a builder with an open object
 * @name: a member
 * @value: its value
 *
 * Adds a member that is true or false.
 */
void
byl_output_add_boolean (JsonBuilder *builder,
                        const char  *name,
                        gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}
