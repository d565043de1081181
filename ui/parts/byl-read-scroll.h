/* byl-read-scroll.h: what a scrolled window shows of a widget in it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkAdjustment *byl_read_scroll_get_adjustment (GtkWidget             *widget);
gboolean       byl_read_scroll_get_range      (GtkWidget             *widget,
                                               double                *top,
                                               double                *bottom);
void           byl_read_scroll_to_area        (GtkWidget             *widget,
                                               const graphene_rect_t *area);

G_END_DECLS
