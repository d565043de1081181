/* byl-guide-list.c: the lines of the guide
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-guide-list.h"

#include "byl-guide-words.h"

#include <glib/gi18n.h>

/* What a family of tells is about, in the order of BylFamily. */
static const char *const families[] = {
  N_("How it talks to you: greetings, praise, jokes, questions, the small words of closeness. "
     "Drawn in orange, with a wavy line."),
  N_("How sure it sounds: hedges and boosters, doubts, sources, figures. Drawn in blue, with a "
     "dashed line."),
  N_("How it is built: headings, lists, marks, the length of its sentences. Drawn in green, with a "
     "solid line."),
};

static void
append (GPtrArray    *items,
        BylGuideItem *item)
{
  g_ptr_array_add (items, item);
}

static void
append_kinds (GPtrArray *items)
{
  for (guint family = 0; family < G_N_ELEMENTS (families); family++)
    {
      BylGuideItem *heading = byl_guide_item_new (BYL_GUIDE_HEADING,
                                                  byl_guide_words_get_family (family),
                                                  _(families[family]));

      byl_guide_item_set_family (heading, family);
      append (items, heading);

      for (guint i = 0; i < BYL_N_TELLS; i++)
        if (byl_tell_kind_get (i)->family == family)
          append (items, byl_guide_item_new_kind (i));
    }
}

/* What was measured of the writers of one name. */
typedef struct
{
  guint    n_answers;
  gboolean made_up;
} Sum;

static char *
describe (const Sum *sum)
{
  if (sum->made_up)
    return g_strdup_printf (ngettext ("Made up, to show a style · %u answer measured",
                                      "Made up, to show a style · %u answers measured",
                                      sum->n_answers), sum->n_answers);

  return g_strdup_printf (ngettext ("%u answer measured", "%u answers measured", sum->n_answers),
                          sum->n_answers);
}

static void
add_up (GHashTable       *sums,
        GPtrArray        *names,
        const BylFigures *figures)
{
  for (guint i = 0; i < figures->writers->len; i++)
    {
      const BylWriterFigures *writer = g_ptr_array_index (figures->writers, i);
      Sum *sum = g_hash_table_lookup (sums, writer->name);

      if (sum == NULL)
        {
          sum = g_new0 (Sum, 1);
          g_hash_table_insert (sums, writer->name, sum);
          g_ptr_array_add (names, writer->name);
        }

      sum->n_answers += writer->n_answers;
      sum->made_up = sum->made_up || figures->provenance == BYL_PROVENANCE_ILLUSTRATIVE;
    }
}

static void
append_writers (GPtrArray      *items,
                BylGuideSource *source)
{
  g_autoptr(GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  GPtrArray *all = byl_guide_source_get_figures (source);
  GPtrArray *known = byl_guide_source_get_known (source);

  append (items, byl_guide_item_new (BYL_GUIDE_HEADING, _("Writers"),
                                     _("Measured in the packs that are installed and in figures "
                                       "that came with Byline; then those that are known by name "
                                       "only, until a pack has answers of them.")));

  for (guint i = 0; i < all->len; i++)
    add_up (sums, names, g_ptr_array_index (all, i));

  /* The real before the made up. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < names->len; i++)
      {
        const char *name = g_ptr_array_index (names, i);
        const Sum *sum = g_hash_table_lookup (sums, name);
        g_autofree char *subtitle = describe (sum);

        if (sum->made_up == (pass == 1))
          append (items, byl_guide_item_new (BYL_GUIDE_WRITER, name, subtitle));
      }

  for (guint i = 0; i < known->len; i++)
    {
      const BylKnownWriter *writer = g_ptr_array_index (known, i);

      if (!g_hash_table_contains (sums, writer->name))
        append (items, byl_guide_item_new (BYL_GUIDE_WRITER, writer->name, writer->maker));
    }
}

/**
 * byl_guide_list_fill:
 * @store: (element-type BylGuideItem): the list; what it holds is replaced
 * @source: what the guide knows
 *
 * Lists what the guide has to tell: how to compare two, the families with their kinds, the writers.
 */
void
byl_guide_list_fill (GListStore     *store,
                     BylGuideSource *source)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  append (items, byl_guide_item_new (BYL_GUIDE_HEADING, _("What gives a writer away"),
                                     _("A tell is something that can be counted in an answer and "
                                       "that separates writers. What is called measured was "
                                       "counted by this program; what is claimed, others say.")));
  append (items, byl_guide_item_new (BYL_GUIDE_FIVE_TELLS, _("Five Tells"),
                                     _("Choose any two writers and see what parts them")));
  append_kinds (items);
  append_writers (items, source);
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata,
                       items->len);
}
