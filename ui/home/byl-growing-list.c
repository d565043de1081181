/* byl-growing-list.c: a long list whose widgets are made a few at a time
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-growing-list.h"

typedef struct
{
  GtkSliceListModel *slice;
  gint64             first_frame; /* number of the frame that drew the first items; 0 = none yet */
  guint              step;
  guint              enough;
} Growth;

static void
free_growth (gpointer data)
{
  Growth *growth = data;

  g_object_unref (growth->slice);
  g_free (growth);
}

static gboolean
grow_cb (GtkWidget     *view,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Growth *growth = user_data;
  guint size = gtk_slice_list_model_get_size (growth->slice);

  if (growth->first_frame == 0)
    growth->first_frame = gdk_frame_clock_get_frame_counter (clock);

  if (growth->first_frame == gdk_frame_clock_get_frame_counter (clock))
    return G_SOURCE_CONTINUE;

  if (size < growth->enough)
    {
      gtk_slice_list_model_set_size (growth->slice, size + growth->step);
      return G_SOURCE_CONTINUE;
    }

  gtk_slice_list_model_set_size (growth->slice, G_MAXUINT);

  return G_SOURCE_REMOVE;
}

/**
 * byl_growing_list_new:
 * @list: a list
 * @view: the widget that shows it
 * @first: items of the view's first frame, at least 1
 * @step: items that each further frame adds, at least 1
 * @enough: items from which on @view makes no more widgets, however many follow
 *
 * #GtkGridView makes the widgets of ninety items (of three columns) before it draws the first
 * frame, however few have room. Of this list it sees those first that can be seen, and the others
 * frame by frame.
 *
 * Returns: (transfer full): @list, from its first items on, and soon whole
 */
GListModel *
byl_growing_list_new (GListModel *list,
                      GtkWidget  *view,
                      guint       first,
                      guint       step,
                      guint       enough)
{
  GtkSliceListModel *slice;
  Growth *growth;

  g_return_val_if_fail (G_IS_LIST_MODEL (list), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (view), NULL);
  g_return_val_if_fail (first > 0 && step > 0, NULL);

  slice = gtk_slice_list_model_new (g_object_ref (list), 0, first);
  growth = g_new0 (Growth, 1);
  growth->slice = g_object_ref (slice);
  growth->step = step;
  growth->enough = enough;
  gtk_widget_add_tick_callback (view, grow_cb, growth, free_growth);

  return G_LIST_MODEL (slice);
}
