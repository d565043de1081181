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
  GPtrArray    *places;       /* (element-type BylExamplePlace) */
  BylTell       tell;
  guint         n_wanted;
  BylPackEntry *entry;        /* (nullable): whose pack is open; belongs to a place */
  BylPack      *pack;         /* (nullable): the pack, unless it cannot be read */
  BylLexicon   *lexicon;      /* (nullable): of its language */
  GCancellable *cancellable;  /* (nullable) */
} Finding;

static void
close_pack (Finding *finding)
{
  finding->entry = NULL;
  g_clear_pointer (&finding->pack, byl_pack_unref);
  g_clear_pointer (&finding->lexicon, byl_lexicon_unref);
}

static void
finding_free (gpointer data)
{
  Finding *finding = data;

  close_pack (finding);
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

/* A pack that cannot be read has no example. */
static void
open_pack (Finding      *finding,
           BylPackEntry *entry)
{
  g_autofree char *lexicons = g_build_filename (byl_places_get_data_dir (), "lexicons", NULL);

  if (finding->entry == entry)
    return;

  close_pack (finding);
  finding->entry = entry;
  finding->pack = byl_pack_load (byl_pack_entry_get_file (entry), NULL, finding->cancellable, NULL);
  if (finding->pack != NULL
      && !byl_lexicon_find (lexicons, byl_pack_get_language (finding->pack), &finding->lexicon,
                            NULL))
    g_clear_pointer (&finding->pack, byl_pack_unref);
}

/* Whether it was not given up. */
static gboolean
look_at (Finding          *finding,
         BylExamplePlace  *place,
         int               avoided,
         GError          **error)
{
  g_autoptr(GPtrArray) examples = g_ptr_array_new ();
  int writer;

  open_pack (finding, place->entry);
  writer = finding->pack != NULL ? find_writer (finding->pack, place->writer) : -1;

  if (g_cancellable_set_error_if_cancelled (finding->cancellable, error))
    return FALSE;
  if (writer < 0)
    return TRUE;

  place->example = byl_tell_example_new ((guint) writer, finding->tell);
  place->example->avoided = avoided;
  g_ptr_array_add (examples, place->example);

  return byl_tell_example_find (examples, finding->pack, finding->lexicon, finding->cancellable,
                                error);
}

static guint
count_found (const Finding *finding)
{
  guint n = 0;

  for (guint i = 0; i < finding->places->len; i++)
    {
      const BylExamplePlace *place = g_ptr_array_index (finding->places, i);

      n += place->example != NULL && place->example->text != NULL ? 1 : 0;
    }

  return n;
}

/* Another answer of a writer of whom one has been found. Whether it was not given up. */
static gboolean
look_again (Finding  *finding,
            GError  **error)
{
  for (guint i = 0; i < finding->places->len; i++)
    {
      const BylExamplePlace *place = g_ptr_array_index (finding->places, i);
      BylExamplePlace *other;

      if (place->example == NULL || place->example->text == NULL)
        continue;

      other = byl_example_place_new (place->entry, place->writer, place->name);
      g_ptr_array_insert (finding->places, (int) i + 1, other);

      return look_at (finding, other, (int) place->example->question, error);
    }

  return TRUE;
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Finding *finding = task_data;
  GError *error = NULL;
  gboolean well = TRUE;

  finding->cancellable = cancellable;

  for (guint i = 0; well && i < finding->places->len && count_found (finding) < finding->n_wanted;
       i++)
    well = look_at (finding, g_ptr_array_index (finding->places, i), -1, &error);

  if (well && count_found (finding) < finding->n_wanted)
    well = look_again (finding, &error);

  if (well)
    g_task_return_pointer (task, g_ptr_array_ref (finding->places),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
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
 * @places: (element-type BylExamplePlace): where to look, the best place first; nobody else may
 *   touch them meanwhile
 * @tell: a kind
 * @n_wanted: how many examples are enough
 * @cancellable: (nullable): to give up from elsewhere
 * @callback: called when enough has been found, or all has been looked at
 * @user_data: for @callback
 *
 * Looks in one place after the other until there are enough examples, and then, if they are too
 * few, for one in another answer of the first writer that had any.
 */
void
byl_example_finding_start_async (GPtrArray           *places,
                                 BylTell              tell,
                                 guint                n_wanted,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Finding *finding = g_new0 (Finding, 1);

  finding->places = g_ptr_array_ref (places);
  finding->tell = tell;
  finding->n_wanted = n_wanted;
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
