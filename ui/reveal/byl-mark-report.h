/* byl-mark-report.h: beside revealed cards: what the words that the player marked are worth
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-round.h"

G_BEGIN_DECLS

#define BYL_TYPE_MARK_REPORT (byl_mark_report_get_type ())
G_DECLARE_FINAL_TYPE (BylMarkReport, byl_mark_report, BYL, MARK_REPORT, AdwBin)

void byl_mark_report_set_round  (BylMarkReport *self,
                                 BylRound      *on_table);
void byl_mark_report_set_chosen (BylMarkReport *self,
                                 guint          card);

G_END_DECLS
