/* byl-read-pacer.h: making the widgets of an answer bit by bit, so that nothing waits for them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-read-column.h"
#include "byl-read-highlighter.h"

G_BEGIN_DECLS

typedef struct _BylReadPacer BylReadPacer;

BylReadPacer *byl_read_pacer_new         (GtkWidget          *view,
                                          BylReadHighlighter *highlighter);
void          byl_read_pacer_free        (BylReadPacer       *self);
gboolean      byl_read_pacer_is_finished (BylReadPacer       *self);
BylReadLabel *byl_read_pacer_find_label  (BylReadPacer       *self,
                                          guint               character);
GPtrArray    *byl_read_pacer_get_labels  (BylReadPacer       *self);
void          byl_read_pacer_begin       (BylReadPacer       *self,
                                          BylReadColumn      *column,
                                          BylReadText        *text);
void          byl_read_pacer_go_on       (BylReadPacer       *self);
void          byl_read_pacer_reach       (BylReadPacer       *self,
                                          guint               character);
void          byl_read_pacer_clear       (BylReadPacer       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylReadPacer, byl_read_pacer_free)

G_END_DECLS
