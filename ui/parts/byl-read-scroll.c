/* byl-read-scroll.c: what a scrolled window shows of a widget in it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-scroll.h"

#include <adwaita.h>

#define SCROLL_MILLISECONDS 200
#define MARGIN 24.0 /* pixels kept free around what is scrolled to */

static GtkWidget *
get_scroller (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
}

/* Returns: the value at which a range of the page can be seen; the present one if it is seen
 *   already */
static double
find_value (GtkAdjustment *adjustment,
            double         start,
            double         end)
{
  double value = gtk_adjustment_get_value (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double last = MAX (0, gtk_adjustment_get_upper (adjustment) - page);

  if (start >= value + MARGIN && end <= value + page - MARGIN)
    return value;

  /* A third from the top: what follows matters more than what came before. */
  return CLAMP (start - page / 3, 0, last);
}

static void
scroll_to_value (GtkWidget     *scroller,
                 GtkAdjustment *adjustment,
                 double         value)
{
  double now = gtk_adjustment_get_value (adjustment);
  g_autoptr(AdwAnimation) animation = NULL;

  if (value == now)
    return;

  animation =
    adw_timed_animation_new (scroller, now, value, SCROLL_MILLISECONDS,
                             adw_property_animation_target_new (G_OBJECT (adjustment), "value"));
  adw_animation_play (animation);
}

/**
 * byl_read_scroll_get_adjustment:
 * @widget: a widget
 *
 * Returns: (nullable) (transfer none): how far the scrolled window around @widget is scrolled down
 */
GtkAdjustment *
byl_read_scroll_get_adjustment (GtkWidget *widget)
{
  GtkWidget *scroller = get_scroller (widget);

  if (scroller == NULL)
    return NULL;

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

/**
 * byl_read_scroll_get_range:
 * @widget: a widget
 * @top: (out): pixels from the widget's top to the first that is shown
 * @bottom: (out): to the end of the last
 *
 * Finds the part of @widget that the scrolled window around it shows.
 *
 * Returns: %FALSE if there is none, or it has no size yet: then nothing is known
 */
gboolean
byl_read_scroll_get_range (GtkWidget *widget,
                           double    *top,
                           double    *bottom)
{
  GtkWidget *scroller = get_scroller (widget);
  graphene_point_t origin;

  if (scroller == NULL || gtk_widget_get_height (scroller) == 0
      || !gtk_widget_compute_point (scroller, widget, &GRAPHENE_POINT_INIT (0, 0), &origin))
    return FALSE;

  *top = origin.y;
  *bottom = origin.y + gtk_widget_get_height (scroller);

  return TRUE;
}

/**
 * byl_read_scroll_to_area:
 * @widget: a widget
 * @area: in pixels of @widget
 *
 * Scrolls every scrolled window around @widget so that @area can be seen.
 */
void
byl_read_scroll_to_area (GtkWidget             *widget,
                         const graphene_rect_t *area)
{
  for (GtkWidget *scroller = get_scroller (widget);
       scroller != NULL;
       scroller = get_scroller (gtk_widget_get_parent (scroller)))
    {
      GtkScrolledWindow *window = GTK_SCROLLED_WINDOW (scroller);
      GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (window);
      GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (window);
      graphene_point_t point;
      double x;
      double y;

      if (!gtk_widget_compute_point (widget, scroller, &area->origin, &point))
        return;

      x = point.x + gtk_adjustment_get_value (across);
      y = point.y + gtk_adjustment_get_value (down);
      scroll_to_value (scroller, across, find_value (across, x, x + area->size.width));
      scroll_to_value (scroller, down, find_value (down, y, y + area->size.height));
    }
}
