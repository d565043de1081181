/* byl-read-discard.h: letting go of many widgets, a few at a time
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void byl_read_discard_widget (GtkWidget *widget);

G_END_DECLS
