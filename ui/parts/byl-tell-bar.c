/* byl-tell-bar.c: a figure of an answer beside the means of its writer and of the others
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-bar.h"

#include "byl-read-decoration.h"

#include <adwaita.h>
#include <math.h>

#define WIDTH      80    /* pixels, at least */
#define KEY_WIDTH  18
#define HEIGHT     16
#define TRACK      6.0f  /* the bar's own height */
#define TICK       3.0f  /* width of the writer's mark */
#define RING       4.0f  /* radius of the others' mark */
#define RING_LINE  1.5
#define ROOM       1.08  /* the scale goes on a little after the largest figure */

/* The answer's figure is a bar, the writer's mean a tick across it, the others' mean a ring on it:
 * three shapes, so that they are told apart without colour. */
struct _BylTellBar
{
  GtkWidget parent_instance;
  BylFamily family;
  double    answer;
  double    writer;
  double    others;
  gboolean  has[BYL_TELL_BAR_OTHERS + 1]; /* which marks are drawn */
  gboolean  is_key;
};

G_DEFINE_FINAL_TYPE (BylTellBar, byl_tell_bar, GTK_TYPE_WIDGET)

/* Where a figure lies on the scale, from 0 to 1. A figure can be negative: the scale then begins
 * with the least. */
static double
get_place (BylTellBar *self,
           double      figure)
{
  double least = MIN (0, MIN (self->answer, MIN (self->writer, self->others)));
  double most = MAX (self->answer, MAX (self->writer, self->others));
  double length = (most - least) * ROOM;

  return length > 0 ? (figure - least) / length : 0;
}

static float
get_x (BylTellBar *self,
       double      place)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float x = RING + (float) place * (width - 2 * RING);

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - x : x;
}

static void
append_bar (GtkSnapshot   *snapshot,
            float          from,
            float          to,
            float          middle,
            const GdkRGBA *color)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (MIN (from, to), middle - TRACK / 2, fabsf (to - from),
                                             TRACK);
  GskRoundedRect round;

  if (from == to)
    return;

  gsk_rounded_rect_init_from_rect (&round, &area, TRACK / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, color, &area);
  gtk_snapshot_pop (snapshot);
}

static void
append_ring (GtkSnapshot   *snapshot,
             float          x,
             float          middle,
             const GdkRGBA *color,
             const GdkRGBA *inside)
{
  float reach = RING + 1;
  graphene_rect_t area = GRAPHENE_RECT_INIT (x - reach, middle - reach, 2 * reach, 2 * reach);
  cairo_t *cairo = gtk_snapshot_append_cairo (snapshot, &area);

  cairo_arc (cairo, x, middle, RING - RING_LINE / 2, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cairo, inside);
  cairo_fill_preserve (cairo);
  gdk_cairo_set_source_rgba (cairo, color);
  cairo_set_line_width (cairo, RING_LINE);
  cairo_stroke (cairo);
  cairo_destroy (cairo);
}

static void
append_tick (GtkSnapshot   *snapshot,
             float          x,
             float          height,
             const GdkRGBA *color)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (roundf (x - TICK / 2), 0, TICK, height);

  gtk_snapshot_append_color (snapshot, color, &area);
}

static void
byl_tell_bar_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  BylTellBar *self = BYL_TELL_BAR (widget);
  float height = gtk_widget_get_height (widget);
  float middle = height / 2;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA text;
  GdkRGBA track;
  GdkRGBA inside;
  GdkRGBA bar;

  gtk_style_context_get_color (style, &text);
  track = text;
  track.alpha *= 0.15f;
  bar = self->is_key ? text : *byl_read_decoration_get_line_color (self->family, dark);

  if (!gtk_style_context_lookup_color (style, "card_bg_color", &inside))
    inside = track;

  if (!self->is_key)
    append_bar (snapshot, get_x (self, 0), get_x (self, 1), middle, &track);

  if (self->has[BYL_TELL_BAR_ANSWER])
    append_bar (snapshot, get_x (self, get_place (self, MIN (0, self->answer))),
                get_x (self, get_place (self, MAX (0, self->answer))), middle, &bar);

  if (self->has[BYL_TELL_BAR_OTHERS])
    append_ring (snapshot, get_x (self, get_place (self, self->others)), middle, &text, &inside);

  if (self->has[BYL_TELL_BAR_WRITER])
    append_tick (snapshot, get_x (self, get_place (self, self->writer)), height, &text);
}

static void
byl_tell_bar_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  int width = BYL_TELL_BAR (widget)->is_key ? KEY_WIDTH : WIDTH;

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? width : HEIGHT;
  *natural = *minimum;
}

static void
byl_tell_bar_class_init (BylTellBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = byl_tell_bar_snapshot;
  widget_class->measure = byl_tell_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "tellbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
byl_tell_bar_init (BylTellBar *self)
{
}

/**
 * byl_tell_bar_new:
 * @family: of the tell, which gives the bar its colour
 * @answer: the figure of the answer
 * @writer: the mean of its writer; NaN for none
 * @others: the mean of the other writers; NaN for none
 * @label: what the bar shows, in words
 *
 * Returns: (transfer floating): a bar for the answer, with a tick for the writer and a ring for the
 *   others
 */
GtkWidget *
byl_tell_bar_new (BylFamily   family,
                  double      answer,
                  double      writer,
                  double      others,
                  const char *label)
{
  BylTellBar *self = g_object_new (BYL_TYPE_TELL_BAR, NULL);

  self->family = family;
  self->has[BYL_TELL_BAR_ANSWER] = !isnan (answer);
  self->has[BYL_TELL_BAR_WRITER] = !isnan (writer);
  self->has[BYL_TELL_BAR_OTHERS] = !isnan (others);
  self->answer = isnan (answer) ? 0 : answer;
  self->writer = isnan (writer) ? 0 : writer;
  self->others = isnan (others) ? 0 : others;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * byl_tell_bar_new_key:
 * @mark: one of the three shapes
 *
 * Returns: (transfer floating): that shape alone, for a legend; the words beside it say what it is
 */
GtkWidget *
byl_tell_bar_new_key (BylTellBarMark mark)
{
  BylTellBar *self = g_object_new (BYL_TYPE_TELL_BAR,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->is_key = TRUE;
  self->has[mark] = TRUE;
  /* The bar fills the picture, the other two lie in its middle. */
  self->answer = 1;
  self->writer = 0.5 * ROOM;
  self->others = 0.5 * ROOM;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  return GTK_WIDGET (self);
}
