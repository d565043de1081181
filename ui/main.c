/* main.c: where the program begins
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-application.h"
#include "byl-places.h"

#include <glib/gi18n.h>

#include <locale.h>

/* The language must be known before the first text is looked up, so this option is read before GTK
 * and the application see the others. */
static const char *
find_language (int    argc,
               char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_has_prefix (argv[i], "--language="))
        return argv[i] + strlen ("--language=");

      if ((g_str_equal (argv[i], "--language") || g_str_equal (argv[i], "-l")) && i + 1 < argc)
        return argv[i + 1];

      if (g_str_equal (argv[i], "--"))
        break;
    }

  return NULL;
}

/* gettext translates nothing in the C locale, and that of newer systems nothing in C.UTF-8 either:
 * a language that is asked for needs another one; which one does not matter. */
static void
speak_language (const char *language)
{
  static const char * const others[] = { "en_US.UTF-8", "C.UTF-8" };
  const char *locale = setlocale (LC_MESSAGES, "");

  g_setenv ("LANGUAGE", language, TRUE);

  if (locale != NULL && !g_str_equal (locale, "C") && !g_str_equal (locale, "POSIX")
      && !g_str_has_prefix (locale, "C."))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (setlocale (LC_ALL, others[i]) != NULL)
        {
          g_setenv ("LC_ALL", others[i], TRUE);
          return;
        }
    }
}

int
main (int    argc,
      char **argv)
{
  const char *language = find_language (argc, argv);
  g_autoptr(BylApplication) application = NULL;

  if (language != NULL)
    speak_language (language);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, byl_places_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Byline");

  application = byl_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
