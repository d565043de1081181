/* byl-home-page.h: the first page: the packs, and what can be done with them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-journal.h"
#include "byl-library.h"

G_BEGIN_DECLS

#define BYL_TYPE_HOME_PAGE (byl_home_page_get_type ())
G_DECLARE_FINAL_TYPE (BylHomePage, byl_home_page, BYL, HOME_PAGE, AdwBin)

void byl_home_page_set_up         (BylHomePage    *self,
                                   BylLibrary     *library,
                                   BylJournal     *journal,
                                   GSettings      *settings);
void byl_home_page_set_recordings (BylHomePage    *self,
                                   gboolean        recordings);
void byl_home_page_refresh        (BylHomePage    *self);
void byl_home_page_add_files      (BylHomePage    *self,
                                   GListModel     *files);
void byl_home_page_offer_resume   (BylHomePage    *self,
                                   const BylDeal  *deal);
void byl_home_page_say            (BylHomePage    *self,
                                   const char     *sentence);
void byl_home_page_add_toast      (BylHomePage    *self,
                                   AdwToast       *toast);

G_END_DECLS
