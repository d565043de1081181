/* bench-frame.c: when a program's first window is first drawn, and how much memory it holds then
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench-frame.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  GtkWindow *window;    /* the first that was mapped; borrowed */
  gint64     began;     /* monotonic microseconds */
  guint      n_items;   /* that the window must list before the program ends */
  gboolean   painted;   /* in this round of the frame clock */
  gboolean   first_seen;
} Watch;

/* In kibibytes, as the kernel counts it. */
static long
read_resident (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = strstr (status, "\nVmRSS:");

  return line != NULL ? strtol (line + strlen ("\nVmRSS:"), NULL, 10) : 0;
}

static void
print_state (Watch *watch)
{
  g_print ("%" G_GINT64_FORMAT " %ld\n", g_get_monotonic_time () - watch->began, read_resident ());
}

/* The first grid below a widget, the widget itself included. */
static GtkGridView *
find_grid (GtkWidget *widget)
{
  GtkGridView *found = GTK_IS_GRID_VIEW (widget) ? GTK_GRID_VIEW (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_grid (child);

  return found;
}

static gboolean
is_listed (Watch *watch)
{
  GtkGridView *grid;
  GtkSelectionModel *model;

  if (watch->n_items == 0)
    return TRUE;

  grid = find_grid (GTK_WIDGET (watch->window));
  model = grid != NULL ? gtk_grid_view_get_model (grid) : NULL;

  return model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) >= watch->n_items;
}

static gboolean
close_cb (gpointer user_data)
{
  gtk_window_destroy (user_data);

  return G_SOURCE_REMOVE;
}

static void
paint_cb (Watch *watch)
{
  watch->painted = gtk_widget_get_width (GTK_WIDGET (watch->window)) > 0;
}

/* One line for the first frame, another for the first one that lists all items. */
static void
after_paint_cb (Watch *watch)
{
  if (!watch->painted)
    return;

  watch->painted = FALSE;

  if (!watch->first_seen)
    {
      watch->first_seen = TRUE;
      print_state (watch);
    }

  if (is_listed (watch))
    {
      print_state (watch);
      g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (GTK_WIDGET (watch->window)),
                                            watch);
      g_idle_add (close_cb, watch->window);
    }
}

static void
map_cb (GtkWindow *window,
        Watch     *watch)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  if (watch->window != NULL)
    return;

  watch->window = window;
  g_signal_connect_swapped (clock, "paint", G_CALLBACK (paint_cb), watch);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), watch);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 Watch          *watch)
{
  g_signal_connect (window, "map", G_CALLBACK (map_cb), watch);
}

/**
 * bench_frame_watch:
 * @application: an application that has not been run
 * @began: when the program was started, in monotonic microseconds
 * @n_items: how many items the first grid in the window has to show before the program ends
 *
 * Prints two lines of microseconds since @began and resident kibibytes: of the first frame of the
 * first window, and of the first one in which the grid has its items. Then closes the window.
 */
void
bench_frame_watch (GtkApplication *application,
                   gint64          began,
                   guint           n_items)
{
  Watch *watch = g_new0 (Watch, 1);

  watch->began = began;
  watch->n_items = n_items;
  g_object_set_data_full (G_OBJECT (application), "bench-watch", watch, g_free);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), watch);
}
