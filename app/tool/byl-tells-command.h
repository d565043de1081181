/* byl-tells-command.h: byline-pack tells: the tells of an answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int byl_tells_command_run (char **arguments);

G_END_DECLS
