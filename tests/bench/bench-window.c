/* bench-window.c: the least program with a window, which the game's start is measured against
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench-frame.h"

#include <adwaita.h>

#include <stdlib.h>

static int width;
static int height;

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(AdwApplication) application = NULL;

  if (argc != 4)
    {
      g_printerr ("Usage: bench-window BEGAN WIDTH HEIGHT\n");
      return 2;
    }

  width = atoi (argv[2]);
  height = atoi (argv[3]);
  application = adw_application_new (APPLICATION_ID ".BenchWindow", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  bench_frame_watch (GTK_APPLICATION (application), g_ascii_strtoll (argv[1], NULL, 10), 0);

  return g_application_run (G_APPLICATION (application), 1, argv);
}
