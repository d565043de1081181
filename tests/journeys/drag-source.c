/* drag-source.c: another application, out of which files are dragged
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * drag-source FILE…: a window that is one handle to drag the files by. What becomes of the drag is
 * printed, a line each: “accepted” or “refused” when what is under the pointer would or would not
 * take the files, “taken” or “cancelled” at the end.
 */
#include "config.h"

#include <gtk/gtk.h>
#include <stdio.h>

static void
tell (const char *event)
{
  puts (event);
  fflush (stdout);
}

static void
action_cb (GdkDrag *drag)
{
  tell (gdk_drag_get_selected_action (drag) != 0 ? "accepted" : "refused");
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               gpointer       user_data)
{
  g_signal_connect (drag, "notify::selected-action", G_CALLBACK (action_cb), NULL);
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag       *drag,
             gboolean       delete_data,
             gpointer       user_data)
{
  tell ("taken");
}

static gboolean
drag_cancel_cb (GtkDragSource       *source,
                GdkDrag             *drag,
                GdkDragCancelReason  reason,
                gpointer             user_data)
{
  tell ("cancelled");

  return FALSE;
}

static void
open_cb (GApplication  *application,
         GFile        **files,
         int            n_files,
         const char    *hint,
         gpointer       user_data)
{
  GdkFileList *list = gdk_file_list_new_from_array (files, (gsize) n_files);
  g_autoptr(GdkContentProvider) provider =
    gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, list);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkWidget *window = gtk_application_window_new (GTK_APPLICATION (application));
  GtkWidget *label = gtk_label_new ("Drag");

  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  gtk_drag_source_set_content (source, provider);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), NULL);
  g_signal_connect (source, "drag-cancel", G_CALLBACK (drag_cancel_cb), NULL);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));

  /* Without a frame, the middle of the window is the middle of the handle. */
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_title (GTK_WINDOW (window), "Drag source");
  gtk_window_set_default_size (GTK_WINDOW (window), 160, 80);
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GtkApplication) application =
    gtk_application_new (NULL, G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "open", G_CALLBACK (open_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
