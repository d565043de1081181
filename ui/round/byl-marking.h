/* byl-marking.h: marking the tells of a round before its reveal, and the credit for it afterwards
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-table.h"
#include "byl-tell-round.h"

G_BEGIN_DECLS

#define BYL_TYPE_MARKING (byl_marking_get_type ())
G_DECLARE_FINAL_TYPE (BylMarking, byl_marking, BYL, MARKING, GObject)

BylMarking *byl_marking_new (GtkWidget    *stage);
void        byl_marking_lay (BylMarking   *self,
                             BylTable     *table,
                             BylTellRound *found);

G_END_DECLS
