/* byl-tell-source.c: what is measured in a pack, made in the background
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-source.h"

#include "byl-pack-reader.h"
#include "byl-places.h"
#include "byl-profile-store.h"
#include "byl-tell-finder.h"

struct _BylTellSource
{
  GObject        parent_instance;
  BylPackEntry  *entry;   /* (nullable) */
  BylPack       *pack;    /* (nullable): until it is read */
  BylProfile    *profile; /* (nullable): until it is ready */
  BylTellFinder *finder;  /* (nullable): likewise */
  GMutex         lock;    /* of the finder, which serves one thread at a time, and the pairs */
  GHashTable    *pairs;   /* (element-type uint64 BylProfile): those asked for so far */
};

/* What is asked for, and what came of it. */
typedef struct
{
  GFile           *file;     /* (nullable): of the pack, where it is not read yet */
  BylPack         *pack;     /* (nullable) */
  BylKnownWriters *known;    /* (nullable) */
  char            *lexicons; /* (nullable) */
  char            *cache;    /* (nullable) */
  BylTellFinder   *finder;   /* (nullable) */
} Load;

enum { PROP_0, PROP_PROFILE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BylTellSource, byl_tell_source, G_TYPE_OBJECT)

static void
free_load (gpointer data)
{
  Load *load = data;

  g_clear_object (&load->file);
  g_clear_pointer (&load->pack, byl_pack_unref);
  g_clear_pointer (&load->known, byl_known_writers_unref);
  g_free (load->lexicons);
  g_free (load->cache);
  byl_tell_finder_free (load->finder);
  g_free (load);
}

static BylProfile *
load_profile (Load          *load,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(BylLexicon) lexicon = NULL;

  if (load->pack == NULL)
    load->pack = byl_pack_load (load->file, NULL, cancellable, error);

  if (load->pack == NULL)
    return NULL;

  if (load->lexicons != NULL
      && !byl_lexicon_find (load->lexicons, byl_pack_get_language (load->pack), &lexicon, error))
    return NULL;

  load->finder = byl_tell_finder_new (lexicon);

  return byl_profile_load (load->pack, load->known, load->lexicons, load->cache, cancellable,
                           error);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  BylProfile *profile = load_profile (task_data, cancellable, &error);

  if (profile != NULL)
    g_task_return_pointer (task, profile, (GDestroyNotify) byl_profile_unref);
  else
    g_task_return_error (task, error);
}

/* A pack that cannot be read any more, or a lexicon that is damaged, is no reason to disturb a
 * player: there is nothing to tell then. */
static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  BylTellSource *self = BYL_TELL_SOURCE (object);
  Load *load = g_task_get_task_data (G_TASK (result));

  self->profile = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->profile == NULL)
    return;

  self->finder = g_steal_pointer (&load->finder);

  if (self->pack == NULL)
    self->pack = g_steal_pointer (&load->pack);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROFILE]);
}

static void
start (BylTellSource   *self,
       GFile           *file,
       BylKnownWriters *known,
       const char      *lexicons,
       const char      *cache)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, load_cb, NULL);
  Load *load = g_new0 (Load, 1);

  load->file = file != NULL ? g_object_ref (file) : NULL;
  load->pack = self->pack != NULL ? byl_pack_ref (self->pack) : NULL;
  load->known = known != NULL ? byl_known_writers_ref (known) : NULL;
  load->lexicons = g_strdup (lexicons);
  load->cache = g_strdup (cache);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, load, free_load);
  g_task_run_in_thread (task, load_in_thread);
}

static BylProfile *
find_pair (BylTellSource *self,
           guint64        key)
{
  BylProfile *pair;

  g_mutex_lock (&self->lock);
  pair = g_hash_table_lookup (self->pairs, &key);

  if (pair != NULL)
    byl_profile_ref (pair);

  g_mutex_unlock (&self->lock);

  return pair;
}

static void
byl_tell_source_finalize (GObject *object)
{
  BylTellSource *self = BYL_TELL_SOURCE (object);

  g_clear_object (&self->entry);
  g_clear_pointer (&self->pack, byl_pack_unref);
  g_clear_pointer (&self->profile, byl_profile_unref);
  byl_tell_finder_free (self->finder);
  g_hash_table_unref (self->pairs);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (byl_tell_source_parent_class)->finalize (object);
}

static void
byl_tell_source_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  BylTellSource *self = BYL_TELL_SOURCE (object);

  switch (property_id)
    {
    case PROP_PROFILE:
      g_value_set_boxed (value, self->profile);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_tell_source_class_init (BylTellSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = byl_tell_source_finalize;
  object_class->get_property = byl_tell_source_get_property;

  properties[PROP_PROFILE] =
    g_param_spec_boxed ("profile", NULL, NULL, BYL_TYPE_PROFILE,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
byl_tell_source_init (BylTellSource *self)
{
  g_mutex_init (&self->lock);
  self->pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) byl_profile_unref);
}

/**
 * byl_tell_source_new:
 * @pack: a pack
 * @known: (nullable): writers whose names are hidden whatever the pack
 * @lexicons: (nullable): the folder of the lexicons
 * @cache: (nullable): the folder of what can be made again
 *
 * Begins to measure a pack in a thread.
 *
 * Returns: (transfer full): a source whose profile is not ready yet
 */
BylTellSource *
byl_tell_source_new (BylPack         *pack,
                     BylKnownWriters *known,
                     const char      *lexicons,
                     const char      *cache)
{
  BylTellSource *self;

  g_return_val_if_fail (pack != NULL, NULL);

  self = g_object_new (BYL_TYPE_TELL_SOURCE, NULL);
  self->pack = byl_pack_ref (pack);
  start (self, NULL, known, lexicons, cache);

  return self;
}

/**
 * byl_tell_source_new_for_entry:
 * @entry: an installed pack
 * @known: (nullable): writers whose names are hidden whatever the pack
 *
 * Begins to read a pack and to measure it in a thread, with the program's own lexicons and cache.
 *
 * Returns: (transfer full): a source whose profile is not ready yet
 */
BylTellSource *
byl_tell_source_new_for_entry (BylPackEntry    *entry,
                               BylKnownWriters *known)
{
  g_autofree char *lexicons = g_build_filename (byl_places_get_data_dir (), "lexicons", NULL);
  g_autofree char *cache = byl_places_dup_cache_dir ();
  BylTellSource *self;

  g_return_val_if_fail (BYL_IS_PACK_ENTRY (entry), NULL);

  self = g_object_new (BYL_TYPE_TELL_SOURCE, NULL);
  self->entry = g_object_ref (entry);
  start (self, byl_pack_entry_get_file (entry), known, lexicons, cache);

  return self;
}

/**
 * byl_tell_source_get_entry:
 * @self: a tell source
 *
 * Returns: (transfer none) (nullable): the installed pack that it is of; an edited pack has another
 *   entry. %NULL for one made of a pack
 */
BylPackEntry *
byl_tell_source_get_entry (BylTellSource *self)
{
  g_return_val_if_fail (BYL_IS_TELL_SOURCE (self), NULL);

  return self->entry;
}

/**
 * byl_tell_source_get_pack:
 * @self: a tell source
 *
 * Returns: (transfer none) (nullable): the pack, %NULL until it is read; there once the profile is
 */
BylPack *
byl_tell_source_get_pack (BylTellSource *self)
{
  g_return_val_if_fail (BYL_IS_TELL_SOURCE (self), NULL);

  return self->pack;
}

/**
 * byl_tell_source_get_profile:
 * @self: a tell source
 *
 * Returns: (transfer none) (nullable): what was measured; %NULL until it is ready, and for good
 *   where the pack cannot be read
 */
BylProfile *
byl_tell_source_get_profile (BylTellSource *self)
{
  g_return_val_if_fail (BYL_IS_TELL_SOURCE (self), NULL);

  return self->profile;
}

/**
 * byl_tell_source_compare:
 * @self: a tell source whose profile is ready
 * @writer: position of a writer in the pack
 * @other: position of another one
 *
 * Measures two writers against each other. The first time that takes some milliseconds for each
 * thousand answers; from then on it is kept. It may be called from any thread.
 *
 * Returns: (transfer full): what is measured of the two
 */
BylProfile *
byl_tell_source_compare (BylTellSource *self,
                         guint          writer,
                         guint          other)
{
  guint64 key = (guint64) MIN (writer, other) << 32 | MAX (writer, other);
  BylProfile *pair;

  g_return_val_if_fail (BYL_IS_TELL_SOURCE (self), NULL);
  g_return_val_if_fail (self->profile != NULL, NULL);

  pair = find_pair (self, key);

  if (pair != NULL)
    return pair;

  pair = byl_profile_new_pair (byl_profile_get_counts (self->profile), writer, other);
  g_mutex_lock (&self->lock);
  g_hash_table_replace (self->pairs, g_memdup2 (&key, sizeof key), byl_profile_ref (pair));
  g_mutex_unlock (&self->lock);

  return pair;
}

/**
 * byl_tell_source_find_writer:
 * @self: a tell source
 * @id: (nullable): id of a writer
 * @writer: (out): its position in the pack and the profile
 *
 * Returns: whether the pack has such a writer; %FALSE until the profile is ready
 */
gboolean
byl_tell_source_find_writer (BylTellSource *self,
                             const char    *id,
                             guint         *writer)
{
  g_return_val_if_fail (BYL_IS_TELL_SOURCE (self), FALSE);
  g_return_val_if_fail (writer != NULL, FALSE);

  if (self->profile == NULL)
    return FALSE;

  for (guint i = 0; i < byl_pack_get_n_writers (self->pack); i++)
    if (g_strcmp0 (byl_pack_get_writer (self->pack, i)->id, id) == 0)
      {
        *writer = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * byl_tell_source_find_tells:
 * @self: a tell source whose profile is ready
 * @text: an answer, as it is shown
 * @prompt: (nullable): its question
 *
 * Finds the tells of an answer by the words of the pack's language. It may be called from any
 * thread.
 *
 * Returns: (transfer full): the tells, with their places in @text
 */
BylTells *
byl_tell_source_find_tells (BylTellSource *self,
                            BylReadText   *text,
                            const char    *prompt)
{
  BylTells *tells;

  g_return_val_if_fail (BYL_IS_TELL_SOURCE (self), NULL);
  g_return_val_if_fail (self->finder != NULL, NULL);

  g_mutex_lock (&self->lock);
  tells = byl_tell_finder_find (self->finder, text, prompt);
  g_mutex_unlock (&self->lock);

  return tells;
}
