/* byl-family-mark.c: what the tells of a family look like in an answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-family-mark.h"

#include "byl-read-decoration.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WIDTH 22 /* pixels: two waves */
#define HEIGHT 18

struct _BylFamilyMark
{
  GtkWidget parent_instance;
  BylFamily family;
};

/* How a family is called. */
typedef struct
{
  const char *name;
  const char *css_class;
} FamilyStyle;

static const FamilyStyle styles[BYL_N_FAMILIES] =
{
  [BYL_FAMILY_TONE] = { N_("Tone"), "family-tone" },
  [BYL_FAMILY_UNCERTAINTY] = { N_("Uncertainty"), "family-uncertainty" },
  [BYL_FAMILY_STRUCTURE] = { N_("Structure"), "family-structure" },
};

G_DEFINE_FINAL_TYPE (BylFamilyMark, byl_family_mark, GTK_TYPE_WIDGET)

static void
byl_family_mark_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  BylReadPaint paint = { .dark = adw_style_manager_get_dark (manager),
                         .high_contrast = adw_style_manager_get_high_contrast (manager) };

  byl_read_decoration_draw_sample (BYL_FAMILY_MARK (widget)->family, &paint,
                                   gtk_widget_get_width (widget), gtk_widget_get_height (widget),
                                   snapshot);
}

static void
byl_family_mark_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
  *natural = *minimum;
}

static void
byl_family_mark_class_init (BylFamilyMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = byl_family_mark_snapshot;
  widget_class->measure = byl_family_mark_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
byl_family_mark_init (BylFamilyMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * byl_family_mark_new:
 * @family: a family
 *
 * Returns: (transfer floating): a sample of the family's tint and underline; the name of the family
 *   stands beside it
 */
GtkWidget *
byl_family_mark_new (BylFamily family)
{
  BylFamilyMark *self = g_object_new (BYL_TYPE_FAMILY_MARK, NULL);

  self->family = family;

  return GTK_WIDGET (self);
}

/**
 * byl_family_mark_get_name:
 * @family: a family
 *
 * Returns: (transfer none): its name for players, translated
 */
const char *
byl_family_mark_get_name (BylFamily family)
{
  return _(styles[family].name);
}

/**
 * byl_family_mark_get_css_class:
 * @family: a family
 *
 * Returns: (transfer none): the style class of words in the family's colour
 */
const char *
byl_family_mark_get_css_class (BylFamily family)
{
  return styles[family].css_class;
}
