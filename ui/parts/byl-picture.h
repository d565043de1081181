/* byl-picture.h: a window as a PNG file
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean byl_picture_save (GtkWindow   *window,
                           const char  *path,
                           GError     **error);

G_END_DECLS
