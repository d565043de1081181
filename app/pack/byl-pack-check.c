/* byl-pack-check.c: everything that is wrong with a pack, at once
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-check.h"

#include "byl-gate.h"
#include "byl-load.h"
#include "byl-locate.h"
#include "byl-pack-reader-private.h"
#include "byl-pack-warnings.h"

/* By place, so that a person mends the file from top to bottom; an error before a warning. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const BylProblem *first = *(const BylProblem * const *) a;
  const BylProblem *second = *(const BylProblem * const *) b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  if (first->column != second->column)
    return first->column < second->column ? -1 : 1;

  return (int) second->severity - (int) first->severity;
}

/**
 * byl_pack_check:
 * @file: a pack's file, plain or gzip-compressed
 * @known: (nullable): names of models that are hidden in every pack
 * @problems: (out) (transfer full) (element-type BylProblem): all errors and warnings, by line
 * @cancellable: (nullable): to stop early
 * @error: return location for the error
 *
 * Finds everything that is wrong with a pack. Warnings are given for a pack with errors too, as far
 * as it can be read. This blocks.
 *
 * Errors: those of byl_load_file().
 *
 * Returns: whether the file could be read; that it has errors does not count here
 */
gboolean
byl_pack_check (GFile                  *file,
                const BylKnownWriters  *known,
                GPtrArray             **problems,
                GCancellable           *cancellable,
                GError                **error)
{
  g_autoptr(GBytes) bytes = byl_load_file (file, BYL_GATE_MAX_BYTES, cancellable, error);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(BylPack) pack = NULL;
  const char *data;
  guint n_errors;
  gsize length;

  if (bytes == NULL)
    return FALSE;

  list = byl_problem_list_new ();
  pack = byl_pack_read_partly (bytes, list, &n_errors, NULL);
  if (pack != NULL)
    {
      byl_pack_add_warnings (pack, known, list, cancellable);
      data = g_bytes_get_data (bytes, &length);
      byl_locate_problems (data, length, list);
    }

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  g_ptr_array_sort (list, compare_places);
  *problems = g_steal_pointer (&list);

  return TRUE;
}
