/* byl-rival-report.h: beside revealed cards: what the rival says of them, and why
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-round.h"

G_BEGIN_DECLS

#define BYL_TYPE_RIVAL_REPORT (byl_rival_report_get_type ())
G_DECLARE_FINAL_TYPE (BylRivalReport, byl_rival_report, BYL, RIVAL_REPORT, AdwBin)

void byl_rival_report_set_round  (BylRivalReport *self,
                                  BylRound       *on_table);
void byl_rival_report_set_chosen (BylRivalReport *self,
                                  guint           card);

G_END_DECLS
