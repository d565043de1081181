/* byl-text-box.h: boxes that are filled with lines of text, again and again
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *byl_text_box_new_label (const char *text,
                                   const char *css_class);
void       byl_text_box_clear     (GtkBox     *box);

G_END_DECLS
