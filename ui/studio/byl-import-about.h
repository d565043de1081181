/* byl-import-about.h: what a pack that may be imported is made of
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-import-finding.h"

G_BEGIN_DECLS

#define BYL_TYPE_IMPORT_ABOUT (byl_import_about_get_type ())
G_DECLARE_FINAL_TYPE (BylImportAbout, byl_import_about, BYL, IMPORT_ABOUT, AdwPreferencesGroup)

void       byl_import_about_set_offer       (BylImportAbout        *self,
                                             const BylImportOffer  *offer);
BylRecipe *byl_import_about_get_recipe      (BylImportAbout        *self);
gboolean   byl_import_about_try_next_recipe (BylImportAbout        *self);
void       byl_import_about_set_result      (BylImportAbout        *self,
                                             const BylImportResult *result);
void       byl_import_about_set_counts      (BylImportAbout        *self,
                                             const char            *text);

G_END_DECLS
