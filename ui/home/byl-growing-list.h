/* byl-growing-list.h: a long list whose widgets are made a few at a time
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GListModel *byl_growing_list_new (GListModel *list,
                                  GtkWidget  *view,
                                  guint       first,
                                  guint       step,
                                  guint       enough);

G_END_DECLS
