/* byl-mask-variant.h: what hangs on a name and goes with it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint byl_mask_variant_swallow (const char *text,
                                GArray     *tokens,
                                guint       end,
                                GHashTable *words);

G_END_DECLS
