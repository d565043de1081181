/* byl-rival-learn.h: learning, and knowing how much to trust it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-rival-model.h"

G_BEGIN_DECLS

BylRivalModel *byl_rival_learn     (const BylRivalRow   *rows,
                                    guint                n_rows,
                                    guint                n_writers,
                                    GCancellable        *cancellable);
guint          byl_rival_find_end  (const BylRivalRow   *rows,
                                    guint                n_rows,
                                    guint                start);
guint          byl_rival_pick_rows (const BylRivalRow   *rows,
                                    guint                n_rows,
                                    const gboolean      *questions,
                                    gboolean             which,
                                    BylRivalRow         *picked);
void           byl_rival_ask       (const BylRivalModel *model,
                                    const BylRivalRow   *row,
                                    const guint         *writers,
                                    guint                n_writers,
                                    double              *scores);
void           byl_rival_share     (const BylRivalModel *model,
                                    const double        *scores,
                                    guint                n_cards,
                                    guint                n_writers,
                                    double              *shares);

G_END_DECLS
