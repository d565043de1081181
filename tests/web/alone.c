/* alone.c: a test in a process and a home of its own, in which no secret may be left
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "alone.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* Whether a text is in any file below a folder, or in its name. */
gboolean
alone_is_below (const char *folder,
                const char *text)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean is_found = FALSE;
  const char *name;

  while (dir != NULL && !is_found && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize length = 0;

      if (strstr (name, text) != NULL)
        is_found = TRUE;
      else if (g_file_test (path, G_FILE_TEST_IS_DIR))
        is_found = alone_is_below (path, text);
      else if (g_file_get_contents (path, &contents, &length, NULL))
        is_found = g_strstr_len (contents, (gssize) length, text) != NULL;
    }

  return is_found;
}

static void
remove_below (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_below (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static GSubprocessLauncher *
make_launcher (const char         *home,
               const char * const *variables)
{
  const char *homes[] = { "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                          "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "TMPDIR" };
  GSubprocessLauncher *launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE);

  for (guint i = 0; i < G_N_ELEMENTS (homes); i++)
    g_subprocess_launcher_setenv (launcher, homes[i], home, TRUE);

  /* All that GLib, GIO, libsoup and libsecret have to say; on a bus where nobody answers. */
  g_subprocess_launcher_setenv (launcher, "G_MESSAGES_DEBUG", "all", TRUE);
  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);
  for (guint i = 0; variables != NULL && variables[i] != NULL; i += 2)
    {
      g_autofree char *value = strcmp (variables[i + 1], "HOME/keyring") == 0
                               ? g_build_filename (home, "keyring", NULL)
                               : g_strdup (variables[i + 1]);

      g_subprocess_launcher_setenv (launcher, variables[i], value, TRUE);
    }

  return launcher;
}

/* Runs one test of this very program, whose name has to be its whole path, in an empty home. It must
 * succeed, and @secret must be neither in what it says nor in what it leaves behind.
 * @variables: names and values in turn; the value “HOME/keyring” is a file in that home
 * Returns: what it said */
char *
alone_run (const char         *path,
           const char * const *variables,
           const char         *secret)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *home = g_dir_make_tmp ("byline-alone-XXXXXX", &error);
  g_autoptr(GSubprocessLauncher) launcher = NULL;
  g_autoptr(GSubprocess) child = NULL;
  char *output = NULL;

  g_assert_no_error (error);
  launcher = make_launcher (home, variables);
  child = g_subprocess_launcher_spawn (launcher, &error, g_get_prgname (), "--verbose", "-p", path,
                                       NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, &error));
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (child))
    g_test_message ("%s", output);
  g_assert_true (g_subprocess_get_successful (child));
  g_assert_nonnull (strstr (output, "ok 1 "));
  g_assert_null (strstr (output, secret));
  g_assert_false (alone_is_below (home, secret));
  remove_below (home);

  return output;
}
