/* byl-page-stack.h: pages of which only the one that is seen exists for a screen reader
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void byl_page_stack_show       (GtkStack  *stack,
                                GtkWidget *page);
void byl_page_stack_show_again (GtkStack  *stack,
                                GtkWidget *page);

G_END_DECLS
