/* byl-profile-command.h: byline-pack profile: the measured tells of the writers of a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int byl_profile_command_run (char **arguments);

G_END_DECLS
