/* byl-tell-key.c: what the shapes on the bars of tells stand for
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-key.h"

#include "byl-tell-bar.h"

#include <glib/gi18n.h>

struct _BylTellKey
{
  AdwBin parent_instance;
};

static const char *const names[] =
{
  [BYL_TELL_BAR_ANSWER] = N_("This answer"),
  [BYL_TELL_BAR_WRITER] = N_("Its writer’s mean"),
  [BYL_TELL_BAR_OTHERS] = N_("The others’ mean"),
};

G_DEFINE_FINAL_TYPE (BylTellKey, byl_tell_key, ADW_TYPE_BIN)

static void
byl_tell_key_class_init (BylTellKeyClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
byl_tell_key_init (BylTellKey *self)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 6);

  for (int i = 0; i < (int) G_N_ELEMENTS (names); i++)
    {
      GtkWidget *label = gtk_label_new (_(names[i]));

      gtk_label_set_xalign (GTK_LABEL (label), 0.0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_grid_attach (grid, byl_tell_bar_new_key ((BylTellBarMark) i), 0, i, 1, 1);
      gtk_grid_attach (grid, label, 1, i, 1, 1);
    }

  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (grid));
}
