/* byl-menu-on-demand.c: menus that are made when they are opened
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-menu-on-demand.h"

static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, user_data);
}

/**
 * byl_menu_on_demand_set:
 * @button: a button without a menu
 * @menu: its menu
 *
 * Gives a button a menu whose widgets are made when it is first opened: those of a menu that stands
 * in the template are made with the window, and the first frame waits for them.
 */
void
byl_menu_on_demand_set (GtkMenuButton *button,
                        GMenuModel    *menu)
{
  gtk_menu_button_set_create_popup_func (button, make_menu_cb, g_object_ref (menu), g_object_unref);
}
