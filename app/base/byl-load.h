/* byl-load.h: reading a whole file, plain or gzip, within limits
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *byl_load_file (GFile         *file,
                       gsize          max_bytes,
                       GCancellable  *cancellable,
                       GError       **error);

G_END_DECLS
