/* byl-read-discard.c: letting go of the blocks of an answer, a few at a time
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-read-discard.h"

#define SLICE_MICROSECONDS 4000

static GQueue discarded = G_QUEUE_INIT; /* of BylReadColumn, owned */
static guint source;

static gboolean
discard_cb (gpointer user_data)
{
  gint64 end = g_get_monotonic_time () + SLICE_MICROSECONDS;

  while (!g_queue_is_empty (&discarded) && g_get_monotonic_time () < end)
    {
      GtkWidget *column = g_queue_peek_head (&discarded);

      if (byl_read_column_drop_last (BYL_READ_COLUMN (column)))
        continue;

      if (gtk_widget_get_parent (column) != NULL)
        gtk_widget_unparent (column);

      g_object_unref (g_queue_pop_head (&discarded));
    }

  if (!g_queue_is_empty (&discarded))
    return G_SOURCE_CONTINUE;

  source = 0;

  return G_SOURCE_REMOVE;
}

/**
 * byl_read_discard_column:
 * @column: a column that has a parent
 *
 * Hides @column at once, and takes it apart when the program has nothing else to do: to let go of
 * the widgets of four long answers takes longer than the next round may wait for.
 */
void
byl_read_discard_column (BylReadColumn *column)
{
  g_return_if_fail (BYL_IS_READ_COLUMN (column));

  gtk_widget_set_visible (GTK_WIDGET (column), FALSE);
  g_queue_push_tail (&discarded, g_object_ref (column));

  if (source == 0)
    source = g_idle_add_full (G_PRIORITY_LOW, discard_cb, NULL, NULL);
}
