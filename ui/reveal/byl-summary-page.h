/* byl-summary-page.h: how a game went: hits against chance, round by round
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-game.h"
#include "byl-match.h"

G_BEGIN_DECLS

#define BYL_TYPE_SUMMARY_PAGE (byl_summary_page_get_type ())
G_DECLARE_FINAL_TYPE (BylSummaryPage, byl_summary_page, BYL, SUMMARY_PAGE, AdwBin)

void byl_summary_page_set_game    (BylSummaryPage *self,
                                   BylGame        *game);
void byl_summary_page_set_match   (BylSummaryPage *self,
                                   const BylMatch *match);
void byl_summary_page_set_trouble (BylSummaryPage *self,
                                   const char     *trouble);

G_END_DECLS
