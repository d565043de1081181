/* byl-catalogue-window.h: further catalogues: adding one by its address, and taking them away
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-catalogue.h"

G_BEGIN_DECLS

#define BYL_TYPE_CATALOGUE_WINDOW (byl_catalogue_window_get_type ())
G_DECLARE_FINAL_TYPE (BylCatalogueWindow, byl_catalogue_window, BYL, CATALOGUE_WINDOW, AdwWindow)

GtkWindow *byl_catalogue_window_new (GtkWindow    *parent,
                                     BylCatalogue *catalogue);

G_END_DECLS
