/* byl-read-discard.c: letting go of many widgets, a few at a time
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-discard.h"

#define SLICE_MICROSECONDS 4000

static GQueue discarded = G_QUEUE_INIT; /* of GtkWidget, owned */
static guint source;

static gboolean
discard_cb (gpointer user_data)
{
  gint64 end = g_get_monotonic_time () + SLICE_MICROSECONDS;

  while (!g_queue_is_empty (&discarded) && g_get_monotonic_time () < end)
    g_object_unref (g_queue_pop_head (&discarded));

  if (!g_queue_is_empty (&discarded))
    return G_SOURCE_CONTINUE;

  source = 0;

  return G_SOURCE_REMOVE;
}

/**
 * byl_read_discard_widget:
 * @widget: a widget that has a parent
 *
 * Takes @widget away from its parent at once, and frees it when the program has nothing else to do:
 * to free the widgets of four long answers takes longer than the next round may wait for.
 */
void
byl_read_discard_widget (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_queue_push_tail (&discarded, g_object_ref (widget));
  gtk_widget_unparent (widget);

  if (source == 0)
    source = g_idle_add_full (G_PRIORITY_LOW, discard_cb, NULL, NULL);
}
