/* byl-tell-legend.c: what the lines under the words of revealed answers stand for
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-legend.h"

#include "byl-family-mark.h"
#include "byl-read-decoration.h"

#include <glib/gi18n.h>

struct _BylTellLegend
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (BylTellLegend, byl_tell_legend, ADW_TYPE_BIN)

static void
byl_tell_legend_class_init (BylTellLegendClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
byl_tell_legend_init (BylTellLegend *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (guint i = 0; i < BYL_N_FAMILIES; i++)
    {
      GtkWidget *mark = byl_family_mark_new ((BylFamily) i);
      GtkWidget *label = gtk_label_new (byl_family_mark_get_name ((BylFamily) i));

      gtk_widget_set_margin_start (mark, i > 0 ? 12 : 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), mark);
      gtk_box_append (GTK_BOX (box), label);
    }

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the lines stand for"),
                                  -1);
}
