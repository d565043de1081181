/* bench-game.c: the game as ui/main.c starts it, which tells when its first frame is drawn
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench-frame.h"
#include "byl-application.h"
#include "byl-places.h"

#include <glib/gi18n.h>

#include <locale.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr(BylApplication) application = NULL;

  if (argc != 3)
    {
      g_printerr ("Usage: bench-game BEGAN N-PACKS\n");
      return 2;
    }

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, byl_places_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Byline");

  application = byl_application_new ();
  bench_frame_watch (GTK_APPLICATION (application), g_ascii_strtoll (argv[1], NULL, 10),
                     (guint) g_ascii_strtoull (argv[2], NULL, 10));

  return g_application_run (G_APPLICATION (application), 1, argv);
}
