/* byl-guide-page.c: the guide: families, kinds of tells and writers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-guide-page.h"

#include "byl-guide-list.h"
#include "byl-guide-words.h"
#include "byl-text.h"

#include <glib/gi18n.h>

struct _BylGuidePage
{
  AdwBin              parent_instance;
  GtkSearchEntry     *search;
  GtkListView        *list;
  GtkCustomFilter    *filter;
  GtkFilterListModel *filtered;

  BylGuideSource     *source;
  GListStore         *items;
  char               *searched; /* folded */
};

G_DEFINE_FINAL_TYPE (BylGuidePage, byl_guide_page, ADW_TYPE_BIN)

static gboolean
match_cb (gpointer item,
          gpointer user_data)
{
  BylGuidePage *self = user_data;

  return byl_guide_item_matches (item, self->searched);
}

static void
search_cb (BylGuidePage *self)
{
  g_free (self->searched);
  self->searched = byl_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static GtkWidget *
new_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), new_label ());
  gtk_box_append (GTK_BOX (texts), new_label ());
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), arrow);
  gtk_list_item_set_child (item, row);
}

/* Turned over for languages that are written from right to left by the theme. */
static void
style_row (GtkWidget    *row,
           BylGuideItem *line)
{
  gboolean heading = byl_guide_item_get_kind (line) == BYL_GUIDE_HEADING;
  GtkWidget *texts = gtk_widget_get_first_child (row);
  const char *title[] = { heading ? "guide-title" : "tell-name", NULL, NULL };
  const char *classes[] = { heading ? "guide-heading" : "guide-row", NULL };

  if (byl_guide_item_get_family (line) >= 0)
    title[1] = byl_guide_words_get_family_class (byl_guide_item_get_family (line));

  gtk_widget_set_css_classes (row, classes);
  gtk_widget_set_css_classes (gtk_widget_get_first_child (texts), title);
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "dim-label");
  gtk_widget_set_visible (gtk_widget_get_last_child (row), !heading);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  BylGuideItem *line = gtk_list_item_get_item (item);
  gboolean heading = byl_guide_item_get_kind (line) == BYL_GUIDE_HEADING;
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *texts = gtk_widget_get_first_child (row);
  const char *subtitle = byl_guide_item_get_subtitle (line);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (texts)),
                       byl_guide_item_get_title (line));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (texts)), subtitle);
  gtk_widget_set_visible (gtk_widget_get_last_child (texts), subtitle != NULL);
  style_row (row, line);
  /* Headings take the focus, too: a list whose first line cannot is never reached by keys. */
  gtk_list_item_set_activatable (item, !heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, byl_guide_item_get_title (line),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  subtitle != NULL ? subtitle : "", -1);
}

static void
activate_cb (BylGuidePage *self,
             guint         position)
{
  g_autoptr(BylGuideItem) line = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);
  GtkWidget *widget = GTK_WIDGET (self);

  switch (byl_guide_item_get_kind (line))
    {
    case BYL_GUIDE_KIND:
      gtk_widget_activate_action (widget, "win.guide-kind", "s",
                                  byl_tell_kind_get (byl_guide_item_get_tell (line))->id);
      break;

    case BYL_GUIDE_WRITER:
      gtk_widget_activate_action (widget, "win.guide-writer", "s",
                                  byl_guide_item_get_title (line));
      break;

    case BYL_GUIDE_FIVE_TELLS:
      gtk_widget_activate_action (widget, "win.five-tells", "(sss)", "", "", "");
      break;

    case BYL_GUIDE_HEADING:
    default:
      break;
    }
}

static void
fill (BylGuidePage *self)
{
  byl_guide_list_fill (self->items, self->source);
}

static void
byl_guide_page_dispose (GObject *object)
{
  BylGuidePage *self = BYL_GUIDE_PAGE (object);

  /* The bin would let go of its child a second time, since the child is bound as well. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_GUIDE_PAGE);
  g_clear_object (&self->source);
  g_clear_object (&self->items);
  g_clear_pointer (&self->searched, g_free);

  G_OBJECT_CLASS (byl_guide_page_parent_class)->dispose (object);
}

static void
byl_guide_page_class_init (BylGuidePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_guide_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "guide/byl-guide-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BylGuidePage, search);
  gtk_widget_class_bind_template_child (widget_class, BylGuidePage, list);
  gtk_widget_class_bind_template_child (widget_class, BylGuidePage, filter);
  gtk_widget_class_bind_template_child (widget_class, BylGuidePage, filtered);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
byl_guide_page_init (BylGuidePage *self)
{
  self->items = g_list_store_new (BYL_TYPE_GUIDE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, match_cb, self, NULL);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->items));
}

/**
 * byl_guide_page_new:
 * @source: what the guide knows, started
 *
 * A line activates the action `win.guide-kind` with the id of a kind, `win.guide-writer` with the
 * name of a writer, or `win.five-tells`.
 *
 * Returns: (transfer floating): the guide
 */
GtkWidget *
byl_guide_page_new (BylGuideSource *source)
{
  BylGuidePage *self = g_object_new (BYL_TYPE_GUIDE_PAGE, NULL);

  self->source = g_object_ref (source);
  g_signal_connect_object (source, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}
