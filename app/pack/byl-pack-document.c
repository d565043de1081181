/* byl-pack-document.c: a pack as it is edited: every member kept, known or not
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-document.h"

#include "byl-error.h"
#include "byl-gate.h"
#include "byl-json-text.h"
#include "byl-load.h"
#include "byl-save.h"

#include <glib/gi18n.h>

/**
 * byl_pack_document_load:
 * @file: a JSON file, plain or gzip-compressed
 * @cancellable: (nullable): to stop early
 * @error: return location for the error
 *
 * Reads a file to be edited: whatever is JSON, with errors of meaning or not. This blocks.
 *
 * Errors: those of byl_load_file(), and %BYL_ERROR_SYNTAX where the file is not JSON.
 *
 * Returns: (transfer full) (nullable): the root of the document; %NULL with @error set
 */
JsonNode *
byl_pack_document_load (GFile         *file,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr(GBytes) bytes = byl_load_file (file, BYL_GATE_MAX_BYTES, cancellable, error);
  g_autoptr(BylProblem) problem = NULL;
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) parse_error = NULL;
  const char *data;
  gsize length;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);
  problem = byl_gate_check (data != NULL ? data : "", length);
  if (problem != NULL)
    {
      g_set_error (error, BYL_ERROR, BYL_ERROR_SYNTAX, _("Line %u, column %u: %s"),
                   problem->line, problem->column, problem->message);
      return NULL;
    }

  parser = json_parser_new ();
  if (json_parser_load_from_data (parser, data, (gssize) length, &parse_error))
    return json_parser_steal_root (parser);

  g_set_error (error, BYL_ERROR, BYL_ERROR_SYNTAX, _("This is not JSON: %s"), parse_error->message);

  return NULL;
}

/**
 * byl_pack_document_save:
 * @document: the root of the document
 * @file: where to; compressed where its name ends in .gz
 * @cancellable: (nullable): to stop before the file is touched
 * @error: return location for the error
 *
 * Writes a document: UTF-8, two spaces a step, every member in its order and every number with its
 * value. The file that was there stays whole until the new one is safely on the disk; where @file
 * is a symbolic link, what it points to is replaced. This blocks.
 *
 * Errors: %BYL_ERROR_SAVE where the file cannot be written; the old one is unchanged then.
 *
 * Returns: whether the file was written
 */
gboolean
byl_pack_document_save (JsonNode      *document,
                        GFile         *file,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gsize length;

  text = byl_json_text_make (document, &length);
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  if (name != NULL && g_str_has_suffix (name, ".gz"))
    {
      g_autoptr(GBytes) packed = byl_save_compress (bytes, error);

      return packed != NULL && byl_save_file (file, packed, error);
    }

  return byl_save_file (file, bytes, error);
}
