/* bench-frame.h: when a program's first window is first drawn, and how much memory it holds then
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bench_frame_watch (GtkApplication *application,
                        gint64          began,
                        guint           n_items);

G_END_DECLS
