/* byl-pair-tell-row.h: one of the tells that part two writers, with an example of either
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-tell-pair.h"

G_BEGIN_DECLS

#define BYL_TYPE_PAIR_TELL_ROW (byl_pair_tell_row_get_type ())
G_DECLARE_FINAL_TYPE (BylPairTellRow, byl_pair_tell_row, BYL, PAIR_TELL_ROW, AdwBin)

GtkWidget *byl_pair_tell_row_new        (const BylTellPair *pair,
                                         guint              position);
void       byl_pair_tell_row_set_narrow (BylPairTellRow    *self,
                                         gboolean           narrow);

G_END_DECLS
