/* byl-guide-source-lists.c: what the guide knows of one writer, or of one kind of tell
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-guide-source.h"

#include "byl-five-tells.h"

/* Whether two names are of one writer: the same, or two names of a known model. */
static gboolean
is_same (const BylKnownWriter *known,
         const char           *name,
         const char           *other)
{
  return g_str_equal (name, other) || (known != NULL && byl_known_writer_is (known, other));
}

static gboolean
is_among (const BylKnownWriter *known,
          const char           *name,
          const char * const   *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (is_same (known, name, names[i]))
      return TRUE;

  return FALSE;
}

/**
 * byl_guide_source_list_offers:
 * @self: a source that was started
 * @name: the name of a writer
 *
 * Returns: (transfer container) (element-type BylCatalogueLine): the packs that can be fetched,
 *   are not installed, and have answers of the writer, under whichever of its names
 */
GPtrArray *
byl_guide_source_list_offers (BylGuideSource *self,
                              const char     *name)
{
  BylCatalogueFile *catalogue = byl_guide_source_get_catalogue (self);
  guint n_lines = catalogue != NULL ? byl_catalogue_file_get_n_lines (catalogue) : 0;
  GPtrArray *offers = g_ptr_array_new ();
  const BylKnownWriter *known = byl_guide_source_find_known (self, name);

  for (guint i = 0; i < n_lines; i++)
    {
      const BylCatalogueLine *line = byl_catalogue_file_get_line (catalogue, i);

      if (byl_guide_source_find_entry (self, line->id) == NULL
          && is_among (known, name, (const char * const *) line->writers))
        g_ptr_array_add (offers, (gpointer) line);
    }

  return offers;
}

/**
 * byl_guide_source_list_packs:
 * @self: a source that was started
 * @name: the name of a writer
 *
 * Returns: (transfer full) (element-type BylPackEntry): the installed packs that have answers of
 *   the writer, under whichever of its names
 */
GPtrArray *
byl_guide_source_list_packs (BylGuideSource *self,
                             const char     *name)
{
  GListModel *installed = G_LIST_MODEL (byl_guide_source_get_library (self));
  GPtrArray *packs = g_ptr_array_new_with_free_func (g_object_unref);
  const BylKnownWriter *known = byl_guide_source_find_known (self, name);

  for (guint i = 0; i < g_list_model_get_n_items (installed); i++)
    {
      g_autoptr(BylPackEntry) entry = g_list_model_get_item (installed, i);

      if (is_among (known, name, byl_pack_entry_get_writer_names (entry)))
        g_ptr_array_add (packs, g_steal_pointer (&entry));
    }

  return packs;
}

/**
 * byl_guide_source_list_writer:
 * @self: a source that was started
 * @name: the name of a writer
 *
 * Returns: (transfer full) (element-type BylGuideFigure): the figures of all writers of that name
 *   or of another name of the same model, good until the source changes
 */
GArray *
byl_guide_source_list_writer (BylGuideSource *self,
                              const char     *name)
{
  GPtrArray *shown = byl_guide_source_get_figures (self);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (BylGuideFigure));
  const BylKnownWriter *known = byl_guide_source_find_known (self, name);

  for (guint i = 0; i < shown->len; i++)
    {
      BylFigures *figures = g_ptr_array_index (shown, i);

      for (guint j = 0; j < figures->writers->len; j++)
        {
          BylGuideFigure figure = { figures, g_ptr_array_index (figures->writers, j) };

          if (is_same (known, name, figure.writer->name))
            g_array_append_val (list, figure);
        }
    }

  return list;
}

/* The real before the made up, the strong before the weak. */
static int
compare_figures (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const BylGuideFigure *first = a;
  const BylGuideFigure *second = b;
  BylTell tell = GPOINTER_TO_UINT (user_data);
  gboolean made_up = first->figures->provenance == BYL_PROVENANCE_ILLUSTRATIVE;
  double difference =
    byl_five_tells_get_strength (byl_writer_figures_get (second->writer, tell))
    - byl_five_tells_get_strength (byl_writer_figures_get (first->writer, tell));

  if (made_up != (second->figures->provenance == BYL_PROVENANCE_ILLUSTRATIVE))
    return made_up ? 1 : -1;

  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}

/**
 * byl_guide_source_rank_kind:
 * @self: a source that was started
 * @tell: a kind
 * @least: whether to list those who do it least instead of most
 *
 * Returns: (transfer full) (element-type BylGuideFigure): the writers of whom the kind is a tell,
 *   the real before the made up, then by how well it tells them from the others of their pack; good
 *   until the source changes
 */
GArray *
byl_guide_source_rank_kind (BylGuideSource *self,
                            BylTell         tell,
                            gboolean        least)
{
  GPtrArray *shown = byl_guide_source_get_figures (self);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (BylGuideFigure));

  for (guint i = 0; i < shown->len; i++)
    {
      BylFigures *figures = g_ptr_array_index (shown, i);

      for (guint j = 0; j < figures->writers->len; j++)
        {
          BylGuideFigure figure = { figures, g_ptr_array_index (figures->writers, j) };
          const BylMeasure *measure = byl_writer_figures_get (figure.writer, tell);

          if (measure != NULL && measure->is_tell && (measure->z < 0) == (least != FALSE))
            g_array_append_val (list, figure);
        }
    }

  g_array_sort_with_data (list, compare_figures, GUINT_TO_POINTER (tell));

  return list;
}
