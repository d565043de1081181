/* byl-read-mesh.h: from the characters of an answer to places on it, and back
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-read-view.h"

G_BEGIN_DECLS

GArray  *byl_read_mesh_find_areas     (BylReadView *view,
                                       guint        start,
                                       guint        end);
gboolean byl_read_mesh_find_character (BylReadView *view,
                                       double       x,
                                       double       y,
                                       guint       *character);
void     byl_read_mesh_snap           (BylReadText *text,
                                       guint       *start,
                                       guint       *end);

G_END_DECLS
