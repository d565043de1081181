/* byl-ink-line.h: a ruled line with a name in pencil, a name in ink, or both on it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BYL_TYPE_INK_LINE (byl_ink_line_get_type ())
G_DECLARE_FINAL_TYPE (BylInkLine, byl_ink_line, BYL, INK_LINE, GtkWidget)

GtkWidget *byl_ink_line_new          (void);
gboolean   byl_ink_line_is_shortened (BylInkLine *self);
void       byl_ink_line_write        (BylInkLine *self,
                                      const char *pencil,
                                      const char *ink);

G_END_DECLS
