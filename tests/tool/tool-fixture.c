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

/* What is said of files whose names are no UTF-8 need not be, either. */
static char *
make_string (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return data != NULL ? g_strndup (data, length) : g_strdup ("");
}

/* The program and its arguments. */
static char **
split (const char *command,
       const char *words)
{
  g_autoptr(GString) line = g_string_new (g_getenv ("BYLINE_PACK"));

  if (command != NULL)
    g_string_append_printf (line, "|%s", command);
  if (words[0] != '\0')
    g_string_append_printf (line, "|%s", words);

  return g_strsplit (line->str, "|", -1);
}

/**
 * tool_fixture_run:
 * @folder: where it is run
 * @variable: (nullable): of the environment: it names @folder, too
 * @command: (nullable): of byline-pack; %NULL = the arguments are all there is
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
  g_auto(GStrv) arguments = split (command, words);
  g_autoptr(GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GBytes) output = NULL;
  g_autoptr(GBytes) errors = NULL;
  g_autoptr(GError) error = NULL;
  Outcome outcome;

  g_subprocess_launcher_set_cwd (launcher, folder);
  if (variable != NULL)
    g_subprocess_launcher_setenv (launcher, variable, folder, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) arguments, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, NULL, NULL, &output, &errors, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  outcome.output = make_string (output);
  outcome.errors = make_string (errors);
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
