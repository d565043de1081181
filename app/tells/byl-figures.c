/* byl-figures.c: what was measured of the writers of a pack, without the pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-figures.h"

#include "byl-five-tells.h"

#define MAX_WORDS 12u

G_DEFINE_BOXED_TYPE (BylFigures, byl_figures, byl_figures_ref, byl_figures_unref)

static void
writer_figures_free (gpointer data)
{
  BylWriterFigures *writer = data;

  g_free (writer->id);
  g_free (writer->name);
  g_strfreev (writer->words);
  g_free (writer);
}

static void
fill_writer (BylWriterFigures *writer,
             const BylProfile *profile,
             guint             position)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();
  guint n_measures;
  guint n_words;
  const BylMeasure *measures = byl_profile_get_measures (profile, position, &n_measures);
  const BylMeasuredWord *words = byl_profile_get_words (profile, position, &n_words);

  writer->n_answers = byl_profile_get_n_answers (profile, position);

  for (guint i = 0; i < n_measures; i++)
    {
      writer->measures[measures[i].tell] = measures[i];
      writer->measured[measures[i].tell] = TRUE;
    }

  for (guint i = 0; i < n_words && texts->len < MAX_WORDS; i++)
    g_ptr_array_add (texts, g_strdup (words[i].text));
  g_ptr_array_add (texts, NULL);
  writer->words = (char **) g_ptr_array_steal (texts, NULL);
}

/* The date of the answers: what the pack says of them all, or when their source was taken. */
static const char *
find_date (const BylPack *pack)
{
  const BylProvenance *provenance = byl_pack_get_provenance (pack);
  const BylSource *source = byl_pack_get_source (pack);

  if (provenance != NULL && provenance->date != NULL)
    return provenance->date;

  return source != NULL ? source->retrieved : NULL;
}

static int
compare_strength (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const BylMeasure *first = *(const BylMeasure *const *) a;
  const BylMeasure *second = *(const BylMeasure *const *) b;
  double difference = byl_five_tells_get_strength (second) - byl_five_tells_get_strength (first);

  return difference > 0 ? 1 : difference < 0 ? -1 : (int) first->tell - (int) second->tell;
}

/**
 * byl_figures_new_empty: (constructor)
 *
 * Returns: (transfer full): figures of nobody yet, to be filled before they are shared
 */
BylFigures *
byl_figures_new_empty (void)
{
  BylFigures *self = g_new0 (BylFigures, 1);

  g_atomic_ref_count_init (&self->references);
  self->writers = g_ptr_array_new_with_free_func (writer_figures_free);

  return self;
}

/**
 * byl_figures_new: (constructor)
 * @pack: a pack
 * @profile: its profile
 *
 * Keeps what is worth showing of a profile, and lets go of the rest.
 *
 * Returns: (transfer full): the figures of all writers
 */
BylFigures *
byl_figures_new (const BylPack    *pack,
                 const BylProfile *profile)
{
  BylFigures *self = byl_figures_new_empty ();
  const BylProvenance *provenance = byl_pack_get_provenance (pack);
  const BylSource *source = byl_pack_get_source (pack);

  self->pack = g_strdup (byl_pack_get_id (pack));
  self->title = g_strdup (byl_pack_get_title (pack));
  self->source = source != NULL ? g_strdup (source->title) : NULL;
  self->url = source != NULL ? g_strdup (source->url) : NULL;
  self->license = g_strdup (byl_pack_get_license (pack));
  self->date = g_strdup (find_date (pack));
  self->provenance = provenance != NULL ? provenance->kind : BYL_PROVENANCE_UNKNOWN;
  self->n_questions = byl_pack_get_n_questions (pack);
  self->n_answers = byl_tell_counts_get_n_answers (byl_profile_get_counts (profile));

  for (guint i = 0; i < byl_pack_get_n_writers (pack); i++)
    {
      const BylWriter *writer = byl_pack_get_writer (pack, i);

      fill_writer (byl_figures_add_writer (self, writer->id, writer->name), profile, i);
    }

  return self;
}

/**
 * byl_figures_ref:
 * @self: figures
 *
 * Returns: (transfer full): the same figures
 */
BylFigures *
byl_figures_ref (BylFigures *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * byl_figures_unref:
 * @self: (transfer full): figures
 *
 * Gives up a reference; the last one frees the figures.
 */
void
byl_figures_unref (BylFigures *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->pack);
  g_free (self->title);
  g_free (self->source);
  g_free (self->url);
  g_free (self->license);
  g_free (self->date);
  g_ptr_array_unref (self->writers);
  g_free (self);
}

/**
 * byl_figures_add_writer:
 * @self: figures that are not shared yet
 * @id: id of a writer
 * @name: its name
 *
 * Returns: (transfer none): the writer, without any measure
 */
BylWriterFigures *
byl_figures_add_writer (BylFigures *self,
                        const char *id,
                        const char *name)
{
  BylWriterFigures *writer = g_new0 (BylWriterFigures, 1);

  writer->id = g_strdup (id);
  writer->name = g_strdup (name);
  g_ptr_array_add (self->writers, writer);

  return writer;
}

/**
 * byl_writer_figures_get:
 * @self: figures of a writer
 * @tell: a kind
 *
 * Returns: (transfer none) (nullable): what was measured of it; %NULL if nothing was
 */
const BylMeasure *
byl_writer_figures_get (const BylWriterFigures *self,
                        BylTell                 tell)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (tell < BYL_N_TELLS, NULL);

  return self->measured[tell] ? &self->measures[tell] : NULL;
}

/**
 * byl_writer_figures_rank:
 * @self: figures of a writer
 * @measures: (out caller-allocates) (array): room for %BYL_N_TELLS measures
 *
 * Gives what may be called a tell of the writer and can be seen in single answers, strongest first:
 * see byl_five_tells_get_strength().
 *
 * Returns: how many there are
 */
guint
byl_writer_figures_rank (const BylWriterFigures  *self,
                         const BylMeasure       **measures)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (measures != NULL, 0);

  for (guint i = 0; i < BYL_N_TELLS; i++)
    if (self->measured[i] && byl_five_tells_get_strength (&self->measures[i]) > 0)
      measures[n++] = &self->measures[i];

  g_qsort_with_data (measures, (int) n, sizeof *measures, compare_strength, NULL);

  return n;
}
