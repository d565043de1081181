/* byl-check-command.h: byline-pack check: all that is wrong with packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a command returns to the shell; of several files, the highest. */
enum
{
  BYL_EXIT_GOOD   = 0,
  BYL_EXIT_ERRORS = 1, /* a pack has errors */
  BYL_EXIT_USAGE  = 2, /* a file cannot be read, or the command line is wrong */
};

int byl_check_command_run (char **arguments);

G_END_DECLS
