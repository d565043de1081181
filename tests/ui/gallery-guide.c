/* gallery-guide.c: the pictures of the guide
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gallery-guide.h"

#include "byl-five-tells-page.h"
#include "byl-lesson.h"
#include "byl-writer-page.h"

#define PATIENCE_SECONDS 20
#define SETTLING_MILLISECONDS 800

static gboolean
stop_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
settle (guint milliseconds)
{
  gboolean stop = FALSE;

  g_timeout_add (milliseconds, stop_cb, &stop);

  while (!stop)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find_shown (GtkWidget *root,
            GType      type)
{
  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shown (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Measuring takes a thread a moment. */
static void
wait_for_tells (BylWindow *window)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  while (TRUE)
    {
      GtkWidget *page = find_shown (GTK_WIDGET (window), BYL_TYPE_FIVE_TELLS_PAGE);

      if (page != NULL && byl_five_tells_page_get_ready (BYL_FIVE_TELLS_PAGE (page)))
        return;
      if (g_get_monotonic_time () > deadline)
        g_error ("Waited in vain for the five tells");

      g_main_context_iteration (NULL, TRUE);
    }
}

static void
scroll_to_end (BylWindow *window,
               GType      page)
{
  GtkWidget *scroller = find_shown (find_shown (GTK_WIDGET (window), page),
                                    GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  settle (SETTLING_MILLISECONDS);
}

/**
 * gallery_guide:
 * @window: the window, on its first page
 * @take: takes a picture
 *
 * Takes the pictures of the guide, and goes back to the first page.
 */
void
gallery_guide (BylWindow   *window,
               GalleryTake  take)
{
  GtkWidget *widget = GTK_WIDGET (window);

  gtk_widget_activate_action (widget, "win.show-view", "s", "guide");
  settle (SETTLING_MILLISECONDS);
  take (GTK_WINDOW (window), "guide");
  gtk_widget_activate_action (widget, "win.guide-kind", "s", "em-dash");
  settle (SETTLING_MILLISECONDS);
  take (GTK_WINDOW (window), "guide-kind");
  gtk_widget_activate_action (widget, "win.guide-writer", "s", "Claude Opus 4.6");
  settle (SETTLING_MILLISECONDS);
  take (GTK_WINDOW (window), "guide-writer");
  scroll_to_end (window, BYL_TYPE_WRITER_PAGE);
  take (GTK_WINDOW (window), "guide-writer-end");
  gtk_widget_activate_action (widget, "win.guide-writer", "s", "The Host");
  settle (SETTLING_MILLISECONDS);
  scroll_to_end (window, BYL_TYPE_WRITER_PAGE);
  take (GTK_WINDOW (window), "guide-voice-end");
  gtk_widget_activate_action (widget, "win.back", NULL);
  gtk_widget_activate_action (widget, "win.back", NULL);
  gtk_widget_activate_action (widget, "win.back", NULL);
  gtk_widget_activate_action (widget, "win.five-tells", "(sss)", BYL_LESSON_PACK, "host",
                              "almanac");
  wait_for_tells (window);
  take (GTK_WINDOW (window), "five-tells");
  gtk_widget_activate_action (widget, "win.back", NULL);
  gtk_widget_activate_action (widget, "win.show-view", "s", "home");
}
