/* byl-name-chip.c: a writer's name below the cards, to be signed by a press or dragged to a card
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-name-chip.h"

struct _BylNameChip
{
  GtkButton  parent_instance;
  GtkLabel  *number;
  GtkLabel  *label;
  BylName   *name;
};

G_DEFINE_FINAL_TYPE (BylNameChip, byl_name_chip, GTK_TYPE_BUTTON)

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            BylNameChip   *self)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, byl_name_get_id (self->name));
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               BylNameChip   *self)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static void
update_used (BylNameChip *self)
{
  if (byl_name_get_used (self->name))
    gtk_widget_add_css_class (GTK_WIDGET (self), "used");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "used");
}

static void
byl_name_chip_dispose (GObject *object)
{
  BylNameChip *self = BYL_NAME_CHIP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), BYL_TYPE_NAME_CHIP);
  g_clear_object (&self->name);

  G_OBJECT_CLASS (byl_name_chip_parent_class)->dispose (object);
}

static void
byl_name_chip_class_init (BylNameChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = byl_name_chip_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, UI_PATH "round/byl-name-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, BylNameChip, number);
  gtk_widget_class_bind_template_child (widget_class, BylNameChip, label);
  gtk_widget_class_bind_template_callback (widget_class, prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
}

static void
byl_name_chip_init (BylNameChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * byl_name_chip_new:
 * @name: a name of the round
 *
 * Returns: (transfer floating): a chip, faded while a card is signed with the name
 */
GtkWidget *
byl_name_chip_new (BylName *name)
{
  BylNameChip *self = g_object_new (BYL_TYPE_NAME_CHIP, NULL);
  g_autofree char *number = NULL;

  self->name = g_object_ref (name);

  /* Keys sign the first nine names only. */
  if (byl_name_get_number (name) <= 9)
    number = g_strdup_printf ("%u", byl_name_get_number (name));

  gtk_label_set_label (self->number, number != NULL ? number : "");
  gtk_widget_set_visible (GTK_WIDGET (self->number), number != NULL);
  gtk_label_set_label (self->label, byl_name_get_name (name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, byl_name_get_name (name), -1);
  g_signal_connect_object (name, "notify::used", G_CALLBACK (update_used), self, G_CONNECT_SWAPPED);
  update_used (self);

  return GTK_WIDGET (self);
}

/**
 * byl_name_chip_get_name:
 * @self: a chip
 *
 * Returns: (transfer none): the name that it signs
 */
BylName *
byl_name_chip_get_name (BylNameChip *self)
{
  return self->name;
}
