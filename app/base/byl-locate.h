/* byl-locate.h: from JSON Pointers to lines and columns
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void byl_locate_problems (const char *data,
                          gsize       length,
                          GPtrArray  *problems);

G_END_DECLS
