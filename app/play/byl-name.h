/* byl-name.h: a writer's name that may be signed in a round
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define BYL_TYPE_NAME (byl_name_get_type ())
G_DECLARE_FINAL_TYPE (BylName, byl_name, BYL, NAME, GObject)

BylName    *byl_name_new        (const char *id,
                                 const char *name,
                                 guint       number);
const char *byl_name_get_id     (BylName    *self);
const char *byl_name_get_name   (BylName    *self);
guint       byl_name_get_number (BylName    *self);
gboolean    byl_name_get_used   (BylName    *self);
void        byl_name_set_used   (BylName    *self,
                                 gboolean    used);

G_END_DECLS
