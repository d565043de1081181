/* byl-round-page.h: the page on which a round is played, revealed and looked at again
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-table.h"

G_BEGIN_DECLS

#define BYL_TYPE_ROUND_PAGE (byl_round_page_get_type ())
G_DECLARE_FINAL_TYPE (BylRoundPage, byl_round_page, BYL, ROUND_PAGE, AdwBin)

BylTable *byl_round_page_get_table  (BylRoundPage *self);
void      byl_round_page_set_table  (BylRoundPage *self,
                                     BylTable     *table);
void      byl_round_page_set_narrow (BylRoundPage *self,
                                     gboolean      narrow);
void      byl_round_page_choose     (BylRoundPage *self,
                                     guint         card);
void      byl_round_page_sign       (BylRoundPage *self,
                                     guint         name);
void      byl_round_page_unsign     (BylRoundPage *self);
void      byl_round_page_raise_bet  (BylRoundPage *self,
                                     int           steps);
void      byl_round_page_scroll     (BylRoundPage *self,
                                     double        pages);
void      byl_round_page_go_on      (BylRoundPage *self);
void      byl_round_page_finish     (BylRoundPage *self);

G_END_DECLS
