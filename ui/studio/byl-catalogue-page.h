/* byl-catalogue-page.h: the packs of real answers that can be fetched
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-catalogue.h"

G_BEGIN_DECLS

#define BYL_TYPE_CATALOGUE_PAGE (byl_catalogue_page_get_type ())
G_DECLARE_FINAL_TYPE (BylCataloguePage, byl_catalogue_page, BYL, CATALOGUE_PAGE, AdwBin)

GtkWidget *byl_catalogue_page_new       (BylCatalogue     *catalogue);
void       byl_catalogue_page_add_toast (BylCataloguePage *self,
                                         AdwToast         *toast);

G_END_DECLS
