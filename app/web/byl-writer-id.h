/* byl-writer-id.h: from a writer's name to an id that a pack can have
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *byl_writer_id_make (const char *name);
char *byl_pack_id_make   (const char *name);

G_END_DECLS
