/* byl-entity.h: what HTML entities in Markdown stand for
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void byl_entity_append (GString    *text,
                        const char *entity,
                        gsize       length);

G_END_DECLS
