/* byl-tell-pair.c: two writers of a pack, and the tells that part them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-pair.h"

#include "byl-error.h"
#include "byl-pack-reader.h"

#include <glib/gi18n.h>

struct _BylTellPair
{
  gatomicrefcount  references;
  BylPack         *pack;
  BylProfile      *profile;   /* of the two only */
  guint            writers[2];
  BylPairTell      tells[BYL_FIVE_TELLS];
  guint            n_tells;
  GPtrArray       *examples;  /* (element-type BylTellExample): two a tell */
};

G_DEFINE_BOXED_TYPE (BylTellPair, byl_tell_pair, byl_tell_pair_ref, byl_tell_pair_unref)

/* What a pair is asked of. */
typedef struct
{
  GFile *file;
  BylKnownWriters *known; /* (nullable) */
  char *lexicons;         /* (nullable) */
  char *cache;            /* (nullable) */
  char *writers[2];
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->file);
  g_clear_pointer (&request->known, byl_known_writers_unref);
  g_free (request->lexicons);
  g_free (request->cache);
  g_free (request->writers[0]);
  g_free (request->writers[1]);
  g_free (request);
}

static Request *
request_new (GFile              *file,
             BylKnownWriters    *known,
             const char         *lexicons,
             const char         *cache,
             const char * const *writers)
{
  Request *request = g_new0 (Request, 1);

  request->file = g_object_ref (file);
  request->known = known != NULL ? byl_known_writers_ref (known) : NULL;
  request->lexicons = g_strdup (lexicons);
  request->cache = g_strdup (cache);
  request->writers[0] = g_strdup (writers[0]);
  request->writers[1] = g_strdup (writers[1]);

  return request;
}

static gboolean
find_writer (BylTellPair *self,
             const char  *id,
             guint        side)
{
  for (guint i = 0; i < byl_pack_get_n_writers (self->pack); i++)
    if (g_strcmp0 (byl_pack_get_writer (self->pack, i)->id, id) == 0)
      {
        self->writers[side] = i;
        return TRUE;
      }

  return FALSE;
}

/* The tells, and room for an example of each from either writer. */
static void
choose (BylTellPair *self)
{
  const BylMeasure *chosen[BYL_FIVE_TELLS] = { NULL };
  guint n_measures;
  const BylMeasure *measures =
    byl_profile_get_measures (self->profile, self->writers[0], &n_measures);

  self->n_tells = byl_five_tells_choose (measures, n_measures, chosen);

  for (guint i = 0; i < self->n_tells; i++)
    {
      self->tells[i].measure = chosen[i];

      for (guint side = 0; side < 2; side++)
        {
          BylTellExample *example = byl_tell_example_new (self->writers[side], chosen[i]->tell);

          self->tells[i].examples[side] = example;
          g_ptr_array_add (self->examples, example);
        }
    }
}

static gboolean
fill (BylTellPair    *self,
      const Request  *request,
      GCancellable   *cancellable,
      GError        **error)
{
  g_autoptr(BylLexicon) lexicon = NULL;
  g_autoptr(BylProfile) profile = NULL;

  self->pack = byl_pack_load (request->file, NULL, cancellable, error);
  if (self->pack == NULL)
    return FALSE;

  if (!find_writer (self, request->writers[0], 0) || !find_writer (self, request->writers[1], 1)
      || self->writers[0] == self->writers[1])
    {
      g_set_error_literal (error, BYL_ERROR, BYL_ERROR_DEAL,
                           _("The pack has changed: it no longer has both of these writers."));
      return FALSE;
    }

  profile = byl_profile_load (self->pack, request->known, request->lexicons, request->cache,
                              cancellable, error);
  if (profile == NULL)
    return FALSE;

  if (request->lexicons != NULL
      && !byl_lexicon_find (request->lexicons, byl_pack_get_language (self->pack), &lexicon,
                            error))
    return FALSE;

  self->profile = byl_profile_new_pair (byl_profile_get_counts (profile), self->writers[0],
                                        self->writers[1]);
  choose (self);

  return byl_tell_example_find (self->examples, self->pack, lexicon, cancellable, error);
}

static BylTellPair *
load (const Request  *request,
      GCancellable   *cancellable,
      GError        **error)
{
  g_autoptr(BylTellPair) self = g_new0 (BylTellPair, 1);

  g_atomic_ref_count_init (&self->references);
  self->examples = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_tell_example_free);

  if (!fill (self, request, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  BylTellPair *pair = load (task_data, cancellable, &error);

  if (pair != NULL)
    g_task_return_pointer (task, pair, (GDestroyNotify) byl_tell_pair_unref);
  else
    g_task_return_error (task, error);
}

/**
 * byl_tell_pair_load:
 * @file: a pack
 * @known: (nullable): known models, whose names are hidden from players, too
 * @lexicons: (nullable): the folder of the lexicons
 * @cache: (nullable): the folder of what can be made again
 * @writers: (array fixed-size=2): the ids of two writers
 * @cancellable: (nullable): to give up from elsewhere
 * @error: return location for an error
 *
 * Reads a pack, measures two of its writers beside each other, chooses the tells that part them and
 * looks for examples. It may take seconds.
 *
 * The errors are those of byl_pack_load () and byl_profile_load (), and BYL_ERROR_DEAL where the
 * pack has not both writers.
 *
 * Returns: (transfer full) (nullable): the two writers, or %NULL with the error set
 */
BylTellPair *
byl_tell_pair_load (GFile               *file,
                    BylKnownWriters     *known,
                    const char          *lexicons,
                    const char          *cache,
                    const char * const  *writers,
                    GCancellable        *cancellable,
                    GError             **error)
{
  Request *request;
  BylTellPair *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (writers != NULL, NULL);

  request = request_new (file, known, lexicons, cache, writers);
  self = load (request, cancellable, error);
  request_free (request);

  return self;
}

/**
 * byl_tell_pair_load_async:
 * @file: a pack
 * @known: (nullable): known models
 * @lexicons: (nullable): the folder of the lexicons
 * @cache: (nullable): the folder of what can be made again
 * @writers: (array fixed-size=2): the ids of two writers
 * @cancellable: (nullable): to give up from elsewhere
 * @callback: called when all is there
 * @user_data: for @callback
 *
 * Does as byl_tell_pair_load () does, in a thread of its own.
 */
void
byl_tell_pair_load_async (GFile               *file,
                          BylKnownWriters     *known,
                          const char          *lexicons,
                          const char          *cache,
                          const char * const  *writers,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (writers != NULL);

  g_task_set_source_tag (task, byl_tell_pair_load_async);
  g_task_set_task_data (task, request_new (file, known, lexicons, cache, writers), request_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * byl_tell_pair_load_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the two writers, or %NULL with the error set
 */
BylTellPair *
byl_tell_pair_load_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * byl_tell_pair_ref:
 * @self: a pair
 *
 * Returns: (transfer full): the same pair
 */
BylTellPair *
byl_tell_pair_ref (BylTellPair *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * byl_tell_pair_unref:
 * @self: (transfer full): a pair
 *
 * Gives up a reference; the last one frees the pair.
 */
void
byl_tell_pair_unref (BylTellPair *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_clear_pointer (&self->profile, byl_profile_unref);
  g_clear_pointer (&self->pack, byl_pack_unref);
  g_ptr_array_unref (self->examples);
  g_free (self);
}

/**
 * byl_tell_pair_get_pack:
 * @self: a pair
 *
 * Returns: (transfer none): the pack that was measured
 */
BylPack *
byl_tell_pair_get_pack (const BylTellPair *self)
{
  return self->pack;
}

/**
 * byl_tell_pair_get_writer:
 * @self: a pair
 * @side: 0 or 1
 *
 * Returns: (transfer none): that writer
 */
const BylWriter *
byl_tell_pair_get_writer (const BylTellPair *self,
                          guint              side)
{
  g_return_val_if_fail (side < 2, NULL);

  return byl_pack_get_writer (self->pack, self->writers[side]);
}

/**
 * byl_tell_pair_get_n_answers:
 * @self: a pair
 * @side: 0 or 1
 *
 * Returns: how many of that writer's answers were compared: those to questions that both answered
 */
guint
byl_tell_pair_get_n_answers (const BylTellPair *self,
                             guint              side)
{
  g_return_val_if_fail (side < 2, 0);

  return byl_profile_get_n_answers (self->profile, self->writers[side]);
}

/**
 * byl_tell_pair_get_n_tells:
 * @self: a pair
 *
 * Returns: how many tells part the two, %BYL_FIVE_TELLS at most
 */
guint
byl_tell_pair_get_n_tells (const BylTellPair *self)
{
  return self->n_tells;
}

/**
 * byl_tell_pair_get_tell:
 * @self: a pair
 * @position: 0 for the strongest
 *
 * Returns: (transfer none): a tell
 */
const BylPairTell *
byl_tell_pair_get_tell (const BylTellPair *self,
                        guint              position)
{
  g_return_val_if_fail (position < self->n_tells, NULL);

  return &self->tells[position];
}

/**
 * byl_tell_pair_find_measure:
 * @self: a pair
 * @side: 0 or 1
 * @tell: a kind
 *
 * Returns: (transfer none) (nullable): what was measured of that kind, from that side
 */
const BylMeasure *
byl_tell_pair_find_measure (const BylTellPair *self,
                            guint              side,
                            BylTell            tell)
{
  g_return_val_if_fail (side < 2, NULL);

  return byl_profile_find_measure (self->profile, self->writers[side], tell);
}
