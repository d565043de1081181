/* byl-five-tells-page.h: any two writers of a pack, and the five tells that part them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-library.h"

G_BEGIN_DECLS

#define BYL_TYPE_FIVE_TELLS_PAGE (byl_five_tells_page_get_type ())
G_DECLARE_FINAL_TYPE (BylFiveTellsPage, byl_five_tells_page, BYL, FIVE_TELLS_PAGE, AdwBin)

GtkWidget *byl_five_tells_page_new        (void);
void       byl_five_tells_page_set_up     (BylFiveTellsPage *self,
                                           BylLibrary       *library,
                                           BylKnownWriters  *known);
gboolean   byl_five_tells_page_open       (BylFiveTellsPage *self,
                                           const char       *pack,
                                           const char       *first,
                                           const char       *second);
gboolean   byl_five_tells_page_get_ready  (BylFiveTellsPage *self);
void       byl_five_tells_page_set_narrow (BylFiveTellsPage *self,
                                           gboolean          narrow);

G_END_DECLS
