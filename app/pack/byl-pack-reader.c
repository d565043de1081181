/* byl-pack-reader.c: from bytes through the gate to a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-pack-reader.h"

#include "byl-error.h"
#include "byl-gate.h"
#include "byl-json-read.h"
#include "byl-load.h"
#include "byl-pack-read-parts.h"
#include "byl-pack-reader-private.h"
#include "byl-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define FORMAT  "byline-pack"
#define FORMAT_VERSION 1

static const BylMember pack_members[] = {
  { "$schema", FALSE }, { "format", TRUE }, { "version", TRUE }, { "id", TRUE },
  { "revision", FALSE }, { "title", TRUE }, { "summary", FALSE }, { "language", TRUE },
  { "license", FALSE }, { "authors", FALSE }, { "source", FALSE }, { "provenance", FALSE },
  { "writers", TRUE }, { "questions", TRUE }, { NULL, FALSE },
};

/* Byline's other files look alike, and want to be opened elsewhere. */
static const char *
describe_kind (const char *format)
{
  if (g_strcmp0 (format, "byline-recipe") == 0)
    return _("This is a recipe, not a pack: “byline-pack import” makes a pack as it says.");
  if (g_strcmp0 (format, "byline-catalogue") == 0)
    return _("This is a list of packs, not a pack: add its address where real answers are listed.");

  return NULL;
}

/* A file that has lost its “format” but has what only packs have is a pack with an error. */
static gboolean
looks_like_pack (JsonNode   *root,
                 BylProblem **problem)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  gboolean has_format = object != NULL && json_object_has_member (object, "format");
  const char *name = byl_json_read_get_format (root);
  const char *kind;

  if (g_strcmp0 (name, FORMAT) == 0)
    return TRUE;

  if (object != NULL && !has_format && json_object_has_member (object, "writers") &&
      json_object_has_member (object, "questions"))
    return TRUE;

  kind = describe_kind (name);
  if (kind != NULL)
    {
      *problem = byl_problem_new (BYL_SEVERITY_ERROR, "not-a-pack", "/format", "%s", kind);
      return FALSE;
    }

  *problem = byl_problem_new (BYL_SEVERITY_ERROR, "not-a-pack", has_format ? "/format" : "",
                              _("This file is JSON, but not a pack: its “format” must be “%s”."),
                              FORMAT);
  if (name != NULL && strlen (name) <= 2 * strlen (FORMAT))
    (*problem)->suggestion = g_strdup (byl_text_nearest (name, (const char *[]) { FORMAT, NULL }));

  return FALSE;
}

/* Whether the JSON is a pack that this version reads at all. */
static gboolean
accept_kind (JsonNode   *root,
             GPtrArray  *problems,
             GError    **error)
{
  BylProblem *problem = NULL;

  if (!looks_like_pack (root, &problem))
    {
      byl_json_read_stop (problems, problem, BYL_ERROR_FORMAT, error);
      return FALSE;
    }

  if (!byl_json_read_is_newer (root, FORMAT_VERSION))
    return TRUE;

  problem = byl_problem_new (BYL_SEVERITY_ERROR, "newer-version", "/version",
                             _("This pack needs a newer Byline. Update the program, then open it "
                               "again."));
  byl_json_read_stop (problems, problem, BYL_ERROR_VERSION, error);

  return FALSE;
}

static void
read_root (BylReading *reading,
           JsonNode   *root)
{
  JsonObject *object = byl_reading_object (reading, root, pack_members);
  BylPack *pack = reading->pack;
  gint64 version = FORMAT_VERSION;

  byl_reading_integer (reading, object, "version", FORMAT_VERSION, FORMAT_VERSION, &version);
  byl_pack_read_head (reading, object);
  pack->provenance = byl_pack_read_provenance (reading, object);
  byl_pack_read_writers (reading, object);
  byl_pack_read_questions (reading, object);
}

/* For the checker: a pack with all that could be read of it; with errors it has holes, and must not
 * be played. NULL only where the bytes are no pack of this version at all; then the problem that
 * says so has its line, whereas those of a pack have none yet. */
BylPack *
byl_pack_read_partly (GBytes     *bytes,
                      GPtrArray  *problems,
                      guint      *n_errors,
                      GError    **error)
{
  g_autoptr(JsonNode) root = byl_json_read (bytes, problems, error);
  BylReading reading = { .problems = problems };

  *n_errors = 1;
  if (root == NULL)
    return NULL;

  if (!accept_kind (root, problems, error))
    {
      byl_json_read_locate (bytes, problems);
      return NULL;
    }

  reading.pack = byl_pack_new ();
  read_root (&reading, root);

  g_clear_pointer (&reading.writers, g_hash_table_unref);
  g_clear_pointer (&reading.writer_ids, g_ptr_array_unref);
  g_free (reading.last_answer);
  *n_errors = reading.n_errors;

  return reading.pack;
}

/**
 * byl_pack_read:
 * @bytes: the contents of a pack's file, decompressed
 * @problems: (element-type BylProblem) (nullable): takes every error, with line and column
 * @error: return location for the error
 *
 * Reads a pack. All errors are found at once. Unknown members are passed over.
 *
 * Errors: %BYL_ERROR_SIZE where there are too many bytes; %BYL_ERROR_SYNTAX where they are not
 * JSON; %BYL_ERROR_FORMAT where they are JSON of another kind; %BYL_ERROR_VERSION where they are a
 * pack of a later version; %BYL_ERROR_PACK where the pack has errors.
 *
 * Returns: (transfer full) (nullable): the pack; %NULL with @error set
 */
BylPack *
byl_pack_read (GBytes     *bytes,
               GPtrArray  *problems,
               GError    **error)
{
  g_autoptr(GPtrArray) list = byl_problem_list_ref (problems);
  g_autoptr(BylPack) pack = NULL;
  guint n_errors;

  pack = byl_pack_read_partly (bytes, list, &n_errors, error);
  if (pack == NULL)
    return NULL;

  if (n_errors == 0)
    return g_steal_pointer (&pack);

  byl_json_read_locate (bytes, list);
  g_set_error (error, BYL_ERROR, BYL_ERROR_PACK,
               ngettext ("The pack has %u error and cannot be played until it is mended.",
                         "The pack has %u errors and cannot be played until they are mended.",
                         n_errors),
               n_errors);

  return NULL;
}

/**
 * byl_pack_load:
 * @file: a pack's file, plain or gzip-compressed
 * @problems: (element-type BylProblem) (nullable): takes every error, with line and column
 * @cancellable: (nullable): to stop early
 * @error: return location for the error
 *
 * Reads a pack from a file; this blocks. Errors are those of byl_load_file() and byl_pack_read().
 *
 * Returns: (transfer full) (nullable): the pack; %NULL with @error set
 */
BylPack *
byl_pack_load (GFile         *file,
               GPtrArray     *problems,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GBytes) bytes = byl_load_file (file, BYL_GATE_MAX_BYTES, cancellable, error);

  if (bytes == NULL)
    return NULL;

  return byl_pack_read (bytes, problems, error);
}

static void
load_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  BylPack *pack = byl_pack_load (source_object, task_data, cancellable, &error);

  if (pack == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, pack, (GDestroyNotify) byl_pack_unref);
}

/**
 * byl_pack_load_async:
 * @file: a pack's file, plain or gzip-compressed
 * @cancellable: (nullable): to stop early
 * @callback: called when the pack is read, or cannot be
 * @user_data: passed to @callback
 *
 * Reads a pack in a thread.
 */
void
byl_pack_load_async (GFile               *file,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_task_set_source_tag (task, byl_pack_load_async);
  g_task_set_task_data (task, byl_problem_list_new (), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * byl_pack_load_finish:
 * @file: the file that byl_pack_load_async() was called for
 * @result: what the callback was given
 * @problems: (out) (transfer full) (element-type BylProblem) (optional): every error, with line and
 *   column; set whether the pack was read or not
 * @error: return location for the error
 *
 * Returns: (transfer full) (nullable): the pack; %NULL with @error set
 */
BylPack *
byl_pack_load_finish (GFile         *file,
                      GAsyncResult  *result,
                      GPtrArray    **problems,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, file), NULL);

  if (problems != NULL)
    *problems = g_ptr_array_ref (g_task_get_task_data (G_TASK (result)));

  return g_task_propagate_pointer (G_TASK (result), error);
}
