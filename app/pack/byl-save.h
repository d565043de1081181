/* byl-save.h: writing a file so that either the old or the new one is whole
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean byl_save_file     (GFile   *file,
                            GBytes  *bytes,
                            GError **error);
GBytes  *byl_save_compress (GBytes  *bytes,
                            GError **error);

G_END_DECLS
