/* byl-menu-on-demand.h: menus that are made when they are opened
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void byl_menu_on_demand_set (GtkMenuButton *button,
                             GMenuModel    *menu);

G_END_DECLS
