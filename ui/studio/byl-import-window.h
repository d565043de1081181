/* byl-import-window.h: what an import will do, before it does it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-import-finding.h"
#include "byl-library.h"

G_BEGIN_DECLS

#define BYL_TYPE_IMPORT_WINDOW (byl_import_window_get_type ())
G_DECLARE_FINAL_TYPE (BylImportWindow, byl_import_window, BYL, IMPORT_WINDOW, AdwWindow)

GtkWindow *byl_import_window_new (GtkWindow      *parent,
                                  BylImportOffer *offer,
                                  BylLibrary     *library);

G_END_DECLS
