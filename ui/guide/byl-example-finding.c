/* byl-example-finding.c: examples of a kind of tell from installed packs, found in the background
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-example-finding.h"

#include "byl-pack-reader.h"
#include "byl-places.h"

typedef struct
{
  GPtrArray *places; /* (element-type BylExamplePlace) */
  BylTell    tell;
} Finding;

static void
finding_free (gpointer data)
{
  Finding *finding = data;

  g_ptr_array_unref (finding->places);
  g_free (finding);
}

static int
find_writer (const BylPack *pack,
             const char    *id)
{
  for (guint i = 0; i < byl_pack_get_n_writers (pack); i++)
    if (g_str_equal (byl_pack_get_writer (pack, i)->id, id))
      return (int) i;

  return -1;
}

/* Whether it was not given up. A pack that cannot be read has no example. */
static gboolean
look_at (BylExamplePlace  *place,
         BylTell           tell,
         GCancellable     *cancellable,
         GError          **error)
{
  g_autofree char *lexicons = g_build_filename (byl_places_get_data_dir (), "lexicons", NULL);
  g_autoptr(GPtrArray) examples = g_ptr_array_new ();
  g_autoptr(BylLexicon) lexicon = NULL;
  g_autoptr(BylPack) pack = byl_pack_load (byl_pack_entry_get_file (place->entry), NULL,
                                           cancellable, NULL);
  int writer = pack != NULL ? find_writer (pack, place->writer) : -1;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (writer < 0 || !byl_lexicon_find (lexicons, byl_pack_get_language (pack), &lexicon, NULL))
    return TRUE;

  place->example = byl_tell_example_new ((guint) writer, tell);
  g_ptr_array_add (examples, place->example);

  return byl_tell_example_find (examples, pack, lexicon, cancellable, error);
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Finding *finding = task_data;
  GError *error = NULL;

  for (guint i = 0; i < finding->places->len; i++)
    if (!look_at (g_ptr_array_index (finding->places, i), finding->tell, cancellable, &error))
      {
        g_task_return_error (task, error);
        return;
      }

  g_task_return_pointer (task, g_ptr_array_ref (finding->places),
                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * byl_example_place_new:
 * @entry: an installed pack
 * @writer: id of a writer of it
 * @name: its name
 *
 * Returns: (transfer full): where to look
 */
BylExamplePlace *
byl_example_place_new (BylPackEntry *entry,
                       const char   *writer,
                       const char   *name)
{
  BylExamplePlace *self = g_new0 (BylExamplePlace, 1);

  self->entry = g_object_ref (entry);
  self->writer = g_strdup (writer);
  self->name = g_strdup (name);

  return self;
}

/**
 * byl_example_place_free:
 * @self: (transfer full): where to look
 */
void
byl_example_place_free (BylExamplePlace *self)
{
  g_object_unref (self->entry);
  g_free (self->writer);
  g_free (self->name);
  byl_tell_example_free (self->example);
  g_free (self);
}

/**
 * byl_example_finding_start_async:
 * @places: (element-type BylExamplePlace): where to look; nobody else may touch them meanwhile
 * @tell: a kind
 * @cancellable: (nullable): to give up from elsewhere
 * @callback: called when all has been looked at
 * @user_data: for @callback
 */
void
byl_example_finding_start_async (GPtrArray           *places,
                                 BylTell              tell,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Finding *finding = g_new0 (Finding, 1);

  finding->places = g_ptr_array_ref (places);
  finding->tell = tell;
  g_task_set_source_tag (task, byl_example_finding_start_async);
  g_task_set_task_data (task, finding, finding_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * byl_example_finding_start_finish:
 * @result: what the callback was given
 * @error: return location for `G_IO_ERROR_CANCELLED`
 *
 * Returns: (transfer full) (nullable) (element-type BylExamplePlace): the places, with the examples
 *   that were found
 */
GPtrArray *
byl_example_finding_start_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
