/* tool-fixture.c: running byline-pack as a person or another program does
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tool-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

void
outcome_clear (Outcome *outcome)
{
  g_free (outcome->output);
  g_free (outcome->errors);
}

/**
 * tool_fixture_run:
 * @folder: where it is run
 * @variable: of the environment: it names @folder, too
 * @command: of byline-pack
 * @words: its arguments, parted by “|”
 *
 * Returns: how it ended
 */
Outcome
tool_fixture_run (const char *folder,
                  const char *variable,
                  const char *command,
                  const char *words)
{
  g_autofree char *line = g_strconcat (g_getenv ("BYLINE_PACK"), "|", command, "|", words, NULL);
  g_auto(GStrv) arguments = g_strsplit (line, "|", -1);
  g_autoptr(GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  Outcome outcome;

  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, variable, folder, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) arguments, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &outcome.output,
                                                &outcome.errors, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  outcome.code = g_subprocess_get_exit_status (process);

  return outcome;
}

/**
 * tool_fixture_parse:
 * @output: JSON
 *
 * Returns: (transfer full): its root
 */
JsonNode *
tool_fixture_parse (const char *output)
{
  g_autoptr(GError) error = NULL;
  JsonNode *node = json_from_string (output, &error);

  g_assert_no_error (error);
  return node;
}

/**
 * tool_fixture_remove_all:
 * @folder: a folder of files, which need not be there
 *
 * Returns: how many files were removed with it
 */
guint
tool_fixture_remove_all (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
      n++;
    }
  g_rmdir (folder);

  return n;
}
