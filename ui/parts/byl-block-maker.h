/* byl-block-maker.h: making the widgets of an answer, one label after the other
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-read-label.h"

G_BEGIN_DECLS

typedef struct _BylBlockMaker BylBlockMaker;

BylBlockMaker *byl_block_maker_new     (BylReadText       *text,
                                        BylReadPaint      *paint,
                                        GtkTextDirection   fallback);
void           byl_block_maker_free    (BylBlockMaker     *self);
gboolean       byl_block_maker_is_done (BylBlockMaker     *self);
GtkWidget     *byl_block_maker_next    (BylBlockMaker     *self,
                                        BylReadLabel     **label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylBlockMaker, byl_block_maker_free)

G_END_DECLS
