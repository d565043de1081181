/* byl-places.h: where the program's own data lies, whatever prefix it was installed to
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

const char *byl_places_get_data_dir   (void);
const char *byl_places_get_locale_dir (void);
char       *byl_places_dup_user_dir   (void);
char       *byl_places_dup_cache_dir  (void);

G_END_DECLS
