/* byl-writer-places.c: where the answers of a writer can be had
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-writer-places.h"

#include <glib/gi18n.h>

static char *
describe_pack (BylPackEntry *entry)
{
  guint n = byl_pack_entry_get_n_questions (entry);

  if (byl_pack_entry_get_provenance (entry) == BYL_PROVENANCE_ILLUSTRATIVE)
    return g_strdup_printf (ngettext ("Installed. It has %u question; its answers are made up.",
                                      "Installed. It has %u questions; its answers are made up.",
                                      n), n);

  return g_strdup_printf (ngettext ("Installed. It has %u question.",
                                    "Installed. It has %u questions.", n), n);
}

/* Returns whether one of them has real answers. */
static gboolean
add_installed (AdwPreferencesGroup *group,
               GPtrArray           *entries)
{
  gboolean real = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      BylPackEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *subtitle = describe_pack (entry);

      byl_guide_leaf_link_row (byl_guide_leaf_add_row (group, byl_pack_entry_get_title (entry),
                                                       subtitle),
                               "win.open-pack", byl_pack_entry_get_id (entry));
      real = real || byl_pack_entry_get_provenance (entry) != BYL_PROVENANCE_ILLUSTRATIVE;
    }

  return real;
}

static void
add_offers (AdwPreferencesGroup *group,
            GPtrArray           *offers)
{
  for (guint i = 0; i < offers->len; i++)
    {
      const BylCatalogueLine *line = g_ptr_array_index (offers, i);
      g_autofree char *subtitle =
        g_strdup_printf (ngettext ("It can be fetched, and has %u question.",
                                   "It can be fetched, and has %u questions.", line->n_questions),
                         line->n_questions);
      GtkWidget *row = byl_guide_leaf_add_row (group, byl_localized_choose (line->title,
                                                                           g_get_language_names ()),
                                               subtitle);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.get-answers");
    }
}

static void
open_address_cb (GtkWidget *row)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (row)),
                adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), GDK_CURRENT_TIME);
}

static void
add_address (AdwPreferencesGroup *group,
             const BylFigures    *figures)
{
  const char *title = figures->source != NULL ? figures->source : figures->title;
  GtkWidget *row = byl_guide_leaf_add_row (group, title, figures->url);

  /* Whatever else an address of a pack may be, only pages of the web are opened. */
  if (!g_str_has_prefix (figures->url, "https://") && !g_str_has_prefix (figures->url, "http://"))
    return;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("adw-external-link-symbolic"));
  g_signal_connect (row, "activated", G_CALLBACK (open_address_cb), NULL);
}

/* The pages that installed or measured packs were made from; returns how many. */
static guint
add_sources (AdwPreferencesGroup *group,
             GArray              *figures)
{
  guint n = 0;

  for (guint i = 0; i < figures->len; i++)
    {
      const BylFigures *from = g_array_index (figures, BylGuideFigure, i).figures;

      if (from->url == NULL)
        continue;
      add_address (group, from);
      n++;
    }

  return n;
}

static guint
add_services (AdwPreferencesGroup  *group,
              const BylKnownWriter *known)
{
  guint n = 0;

  for (; known->available[n] != NULL; n++)
    byl_guide_leaf_add_row (group, known->available[n], NULL);

  if (g_strcmp0 (known->openness, "open weights") != 0)
    return n;

  byl_guide_leaf_add_row (group, _("Its weights are open: it runs on a computer of your own"),
                          NULL);

  return n + 1;
}

/**
 * byl_writer_places_add:
 * @leaf: a page on a writer
 * @source: what the guide knows, started
 * @name: the name of the writer
 * @figures: (element-type BylGuideFigure): what was measured of it
 *
 * Adds to a page where the answers of its writer can be had: from which packs that are installed or
 * can be fetched, from what they were made, and where the writer itself can be asked. Where no
 * installed pack has real answers of it, and there are any, a button leads to what can be fetched.
 */
void
byl_writer_places_add (BylGuideLeaf   *leaf,
                       BylGuideSource *source,
                       const char     *name,
                       GArray         *figures)
{
  AdwPreferencesGroup *group = byl_guide_leaf_add_group (leaf, _("Where to get its answers"), NULL);
  const BylKnownWriter *known = byl_guide_source_find_known (source, name);
  g_autoptr(GPtrArray) entries = byl_guide_source_list_packs (source, name);
  gboolean real = add_installed (group, entries);
  g_autoptr(GPtrArray) offers = byl_guide_source_list_offers (source, name);
  guint n_rows = entries->len + offers->len;

  add_offers (group, offers);
  n_rows += add_sources (group, figures);
  if (known != NULL)
    n_rows += add_services (group, known);
  if (n_rows == 0)
    byl_guide_leaf_add_row (group, _("Add a pack that has some: any JSON file in the format of "
                                     "packs will do."), NULL);
  /* Of a voice that is made up there are no others. */
  if (!real && (known != NULL || entries->len == 0))
    gtk_actionable_set_action_name (
      GTK_ACTIONABLE (byl_guide_leaf_add_button (leaf, _("_Get Real Answers…"))),
      "win.get-answers");
}
