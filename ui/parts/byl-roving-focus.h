/* byl-roving-focus.h: widgets that are one stop of the Tab key, with arrow keys among them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean byl_roving_focus_move (GtkWidget        *group,
                                GtkDirectionType  direction);

G_END_DECLS
