/* byl-parts.h: making the shared widgets ready for use
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void byl_parts_init (void);

G_END_DECLS
