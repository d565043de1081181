/* byl-rival-command.h: byline-pack rival: how well a pack's writers can be told apart
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int byl_rival_command_run (char **arguments);

G_END_DECLS
