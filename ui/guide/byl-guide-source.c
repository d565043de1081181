/* byl-guide-source.c: all that the guide knows: figures of packs, and facts about models
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-guide-source.h"

#include "byl-pack-reader.h"
#include "byl-places.h"
#include "byl-profile-store.h"

/* Of a thousand packs the first ones say enough: so many profiles are kept. */
#define MAX_PACKS 40u

struct _BylGuideSource
{
  GObject           parent_instance;
  BylLibrary       *library;
  BylKnownWriters  *known;        /* (nullable) */
  GCancellable     *cancellable;
  GPtrArray        *shipped;      /* (element-type BylFigures): those that came with the program */
  GHashTable       *measured;     /* (element-type BylPackEntry BylFigures): of installed packs */
  GHashTable       *failed;       /* (element-type BylPackEntry): those that cannot be measured */
  BylCatalogueFile *catalogue;    /* (nullable): packs that can be fetched */
  GPtrArray        *facts;        /* (element-type BylKnownWriter) */
  GPtrArray        *shown;        /* (element-type BylFigures) */
  gboolean          started;
  gboolean          measuring;    /* a pack is being measured just now */
};

/* What a thread needs to measure a pack. */
typedef struct
{
  BylPackEntry *entry;
  GFile *file;
  BylKnownWriters *known; /* (nullable) */
} Job;

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylGuideSource, byl_guide_source, G_TYPE_OBJECT)

static void measure_next (BylGuideSource *self);

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->entry);
  g_object_unref (job->file);
  g_clear_pointer (&job->known, byl_known_writers_unref);
  g_free (job);
}

static GFile *
get_data_file (const char *folder,
               const char *name)
{
  g_autofree char *path = g_build_filename (byl_places_get_data_dir (), folder, name, NULL);

  return g_file_new_for_path (path);
}

static BylFigures *
find_figures (GPtrArray  *figures,
              const char *pack)
{
  for (guint i = 0; i < figures->len; i++)
    {
      BylFigures *found = g_ptr_array_index (figures, i);

      if (g_str_equal (found->pack, pack))
        return found;
    }

  return NULL;
}

/* An installed pack takes the place of the figures that were shipped for it. */
static void
update_shown (BylGuideSource *self)
{
  g_ptr_array_set_size (self->shown, 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->library)); i++)
    {
      g_autoptr(BylPackEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->library), i);
      BylFigures *figures = g_hash_table_lookup (self->measured, entry);

      if (figures != NULL)
        g_ptr_array_add (self->shown, byl_figures_ref (figures));
    }

  for (guint i = 0; i < self->shipped->len; i++)
    {
      BylFigures *figures = g_ptr_array_index (self->shipped, i);

      if (find_figures (self->shown, figures->pack) == NULL)
        g_ptr_array_add (self->shown, byl_figures_ref (figures));
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
measure_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autofree char *lexicons = g_build_filename (byl_places_get_data_dir (), "lexicons", NULL);
  g_autofree char *cache = byl_places_dup_cache_dir ();
  g_autoptr(BylPack) pack = byl_pack_load (job->file, NULL, cancellable, &error);
  g_autoptr(BylProfile) profile = NULL;

  if (pack != NULL)
    profile = byl_profile_load (pack, job->known, lexicons, cache, cancellable, &error);

  if (profile != NULL)
    g_task_return_pointer (task, byl_figures_new (pack, profile),
                           (GDestroyNotify) byl_figures_unref);
  else
    g_task_return_error (task, error);
}

static void
measure_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(BylGuideSource) self = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  BylFigures *figures = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self->measuring = FALSE;

  /* A pack that cannot be read any more is simply not in the guide. */
  if (figures != NULL)
    g_hash_table_insert (self->measured, g_object_ref (job->entry), figures);
  else
    g_hash_table_add (self->failed, g_object_ref (job->entry));

  measure_next (self);
  update_shown (self);
}

static gboolean
is_to_be_measured (BylGuideSource *self,
                   BylPackEntry   *entry)
{
  return !g_hash_table_contains (self->measured, entry)
         && !g_hash_table_contains (self->failed, entry)
         && g_strv_length ((char **) byl_pack_entry_get_writer_ids (entry)) > 1;
}

/* One after the other: measuring all at once would leave nothing of the machine for playing. */
static void
measure_next (BylGuideSource *self)
{
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (self->library)), MAX_PACKS);

  for (guint i = 0; i < n && !self->measuring; i++)
    {
      g_autoptr(BylPackEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->library), i);
      g_autoptr(GTask) task = NULL;
      Job *job;

      if (!is_to_be_measured (self, entry))
        continue;

      job = g_new0 (Job, 1);
      job->file = g_object_ref (byl_pack_entry_get_file (entry));
      job->known = self->known != NULL ? byl_known_writers_ref (self->known) : NULL;
      job->entry = g_steal_pointer (&entry);
      task = g_task_new (NULL, self->cancellable, measure_cb, g_object_ref (self));
      g_task_set_source_tag (task, measure_next);
      g_task_set_task_data (task, job, job_free);
      g_task_run_in_thread (task, measure_in_thread);
      self->measuring = TRUE;
    }
}

static void
library_changed_cb (BylGuideSource *self)
{
  if (!self->started)
    return;

  measure_next (self);
  update_shown (self);
}

static void
load_shipped (BylGuideSource *self)
{
  g_autofree char *path = g_build_filename (byl_places_get_data_dir (), "figures", NULL);
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autoptr(GFile) file = get_data_file ("figures", name);
      BylFigures *figures;

      if (!g_str_has_suffix (name, ".json"))
        continue;

      /* Without them the guide knows what is installed. */
      figures = byl_figures_load (file, NULL);
      if (figures != NULL)
        g_ptr_array_add (self->shipped, figures);
    }
}

static void
load_facts (BylGuideSource *self)
{
  g_autoptr(GFile) file = get_data_file ("", "writers.json");

  self->facts = byl_known_facts_load (file, NULL);
  if (self->facts == NULL)
    self->facts = g_ptr_array_new ();
}

static void
load_catalogue (BylGuideSource *self)
{
  g_autoptr(GFile) file = get_data_file ("", "catalogue.json");
  g_autoptr(BylCatalogueFile) catalogue = byl_catalogue_file_load (file, NULL, NULL, NULL);

  byl_guide_source_set_catalogue (self, catalogue);
}

static void
byl_guide_source_dispose (GObject *object)
{
  BylGuideSource *self = BYL_GUIDE_SOURCE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (byl_guide_source_parent_class)->dispose (object);
}

static void
byl_guide_source_finalize (GObject *object)
{
  BylGuideSource *self = BYL_GUIDE_SOURCE (object);

  g_clear_pointer (&self->known, byl_known_writers_unref);
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->shipped);
  g_ptr_array_unref (self->shown);
  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_pointer (&self->catalogue, byl_catalogue_file_unref);
  g_hash_table_unref (self->measured);
  g_hash_table_unref (self->failed);

  G_OBJECT_CLASS (byl_guide_source_parent_class)->finalize (object);
}

static void
byl_guide_source_class_init (BylGuideSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = byl_guide_source_dispose;
  object_class->finalize = byl_guide_source_finalize;

  /**
   * BylGuideSource::changed:
   * @self: the source
   *
   * Emitted when figures have come or gone.
   */
  signals[CHANGED] =
    g_signal_new ("changed", BYL_TYPE_GUIDE_SOURCE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
byl_guide_source_init (BylGuideSource *self)
{
  self->cancellable = g_cancellable_new ();
  self->shipped = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_figures_unref);
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) byl_figures_unref);
  self->measured = g_hash_table_new_full (NULL, NULL, g_object_unref,
                                          (GDestroyNotify) byl_figures_unref);
  self->failed = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/**
 * byl_guide_source_new:
 * @library: the installed packs
 * @known: (nullable): known models, whose names are hidden from players, too
 *
 * Returns: (transfer full): a source that has read nothing yet
 */
BylGuideSource *
byl_guide_source_new (BylLibrary      *library,
                      BylKnownWriters *known)
{
  BylGuideSource *self = g_object_new (BYL_TYPE_GUIDE_SOURCE, NULL);

  self->library = g_object_ref (library);
  self->known = known != NULL ? byl_known_writers_ref (known) : NULL;
  g_signal_connect_object (library, "items-changed", G_CALLBACK (library_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * byl_guide_source_start:
 * @self: a source
 *
 * Reads what came with the program, and begins to measure the installed packs in the background.
 * Does nothing the second time.
 */
void
byl_guide_source_start (BylGuideSource *self)
{
  g_return_if_fail (BYL_IS_GUIDE_SOURCE (self));

  if (self->started)
    return;

  self->started = TRUE;
  load_shipped (self);
  load_facts (self);
  load_catalogue (self);
  measure_next (self);
  update_shown (self);
}

/**
 * byl_guide_source_get_busy:
 * @self: a source
 *
 * Returns: whether packs are still being measured
 */
gboolean
byl_guide_source_get_busy (BylGuideSource *self)
{
  return self->measuring;
}

/**
 * byl_guide_source_get_figures:
 * @self: a source that was started
 *
 * Returns: (transfer none) (element-type BylFigures): what is known of packs at the moment: those
 *   that are installed, then those whose figures came with the program
 */
GPtrArray *
byl_guide_source_get_figures (BylGuideSource *self)
{
  return self->shown;
}

/**
 * byl_guide_source_get_known:
 * @self: a source that was started
 *
 * Returns: (transfer none) (element-type BylKnownWriter): the known models
 */
GPtrArray *
byl_guide_source_get_known (BylGuideSource *self)
{
  return self->facts;
}

/**
 * byl_guide_source_find_known:
 * @self: a source that was started
 * @name: the name of a writer
 *
 * Returns: (transfer none) (nullable): the known model of that name
 */
BylKnownWriter *
byl_guide_source_find_known (BylGuideSource *self,
                             const char     *name)
{
  for (guint i = 0; i < self->facts->len; i++)
    if (byl_known_writer_is (g_ptr_array_index (self->facts, i), name))
      return g_ptr_array_index (self->facts, i);

  return NULL;
}

/**
 * byl_guide_source_find_entry:
 * @self: a source
 * @pack: id of a pack
 *
 * Returns: (transfer none) (nullable): the installed pack of that id
 */
BylPackEntry *
byl_guide_source_find_entry (BylGuideSource *self,
                             const char     *pack)
{
  return byl_library_find (self->library, pack);
}

/**
 * byl_guide_source_get_library:
 * @self: a source
 *
 * Returns: (transfer none): the installed packs
 */
BylLibrary *
byl_guide_source_get_library (BylGuideSource *self)
{
  return self->library;
}

/**
 * byl_guide_source_set_catalogue:
 * @self: a source
 * @catalogue: (nullable): packs that can be fetched
 *
 * A source that is started knows the catalogue that came with the program.
 */
void
byl_guide_source_set_catalogue (BylGuideSource   *self,
                                BylCatalogueFile *catalogue)
{
  g_clear_pointer (&self->catalogue, byl_catalogue_file_unref);
  self->catalogue = catalogue != NULL ? byl_catalogue_file_ref (catalogue) : NULL;
}

/**
 * byl_guide_source_get_catalogue:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): packs that can be fetched
 */
BylCatalogueFile *
byl_guide_source_get_catalogue (BylGuideSource *self)
{
  return self->catalogue;
}
