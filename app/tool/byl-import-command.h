/* byl-import-command.h: byline-pack import: a pack from published files
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int byl_import_command_run (char **arguments);

G_END_DECLS
