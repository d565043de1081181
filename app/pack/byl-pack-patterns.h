/* byl-pack-patterns.h: the shapes of ids, tags, dates and addresses in a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BYL_PACK_MAX_ID       100u  /* characters */
#define BYL_PACK_MAX_ITEM_ID  200u  /* of a writer or a question */
#define BYL_PACK_MAX_ADDRESS  2000u

gboolean byl_pattern_is_pack_id      (const char *text);
gboolean byl_pattern_is_writer_id    (const char *text);
gboolean byl_pattern_is_language_tag (const char *text);
gboolean byl_pattern_is_date         (const char *text);
gboolean byl_pattern_is_address      (const char *text);
gboolean byl_pattern_is_currency     (const char *text);

G_END_DECLS
