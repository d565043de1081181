/* byl-json-read.c: from bytes through the gate to a JSON tree
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-json-read.h"

#include "byl-gate.h"
#include "byl-locate.h"

#include <glib/gi18n.h>

/**
 * byl_json_read_stop:
 * @problems: (element-type BylProblem): takes the problem
 * @problem: (transfer full): what is wrong
 * @code: the kind of error
 * @error: return location for the error
 *
 * Tells of a problem that stops the reading: as one more of the list, and as an error.
 */
void
byl_json_read_stop (GPtrArray   *problems,
                    BylProblem  *problem,
                    BylError     code,
                    GError     **error)
{
  g_ptr_array_add (problems, problem);
  g_set_error_literal (error, BYL_ERROR, (int) code, problem->message);
}

/**
 * byl_json_read:
 * @bytes: a file's contents, decompressed
 * @problems: (element-type BylProblem): takes what is wrong
 * @error: return location for the error
 *
 * Reads somebody else's JSON: the parser sees only what has passed byl_gate_check().
 *
 * Errors: %BYL_ERROR_SIZE where there are too many bytes, %BYL_ERROR_SYNTAX where they are not
 * JSON.
 *
 * Returns: (transfer full) (nullable): the root; %NULL with @error set
 */
JsonNode *
byl_json_read (GBytes     *bytes,
               GPtrArray  *problems,
               GError    **error)
{
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) parse_error = NULL;
  BylProblem *problem;
  const char *data;
  gsize length;

  data = g_bytes_get_data (bytes, &length);
  if (data == NULL)
    data = "";

  problem = byl_gate_check (data, length);
  if (problem != NULL)
    {
      gboolean too_large = g_str_equal (problem->code, "too-large");

      byl_json_read_stop (problems, problem, too_large ? BYL_ERROR_SIZE : BYL_ERROR_SYNTAX, error);
      return NULL;
    }

  /* Nobody else sees the tree, and to make it immutable takes a hash of every text in it. */
  parser = json_parser_new ();
  if (json_parser_load_from_data (parser, data, (gssize) length, &parse_error))
    return json_parser_steal_root (parser);

  problem = byl_problem_new (BYL_SEVERITY_ERROR, "syntax", "", _("This is not JSON: %s"),
                             parse_error->message);
  byl_json_read_stop (problems, problem, BYL_ERROR_SYNTAX, error);

  return NULL;
}

/**
 * byl_json_read_get_format:
 * @root: the root of a file of ours, or of any other
 *
 * Returns: (nullable): what the file says that it is, in its “format”; %NULL where it says nothing
 */
const char *
byl_json_read_get_format (JsonNode *root)
{
  JsonNode *format = JSON_NODE_HOLDS_OBJECT (root)
                       ? json_object_get_member (json_node_get_object (root), "format") : NULL;

  return format != NULL && JSON_NODE_HOLDS_VALUE (format) ? json_node_get_string (format) : NULL;
}

/**
 * byl_json_read_is_newer:
 * @root: the root of a file, which is an object
 * @version: the version of its format that is known here
 *
 * Returns: whether the file is of a version that only a later program reads
 */
gboolean
byl_json_read_is_newer (JsonNode *root,
                        gint64    version)
{
  JsonNode *found = json_object_get_member (json_node_get_object (root), "version");

  if (found == NULL || !JSON_NODE_HOLDS_VALUE (found))
    return FALSE;

  if (json_node_get_value_type (found) == G_TYPE_INT64)
    return json_node_get_int (found) > version;

  return json_node_get_value_type (found) == G_TYPE_DOUBLE &&
         json_node_get_double (found) >= (double) version + 1;
}

/**
 * byl_json_read_locate:
 * @bytes: a file's contents, as byl_json_read() read them
 * @problems: (element-type BylProblem): what is wrong with it, by JSON Pointer
 *
 * Finds the lines and the columns of problems that have none yet.
 */
void
byl_json_read_locate (GBytes    *bytes,
                      GPtrArray *problems)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  byl_locate_problems (data, length, problems);
}
