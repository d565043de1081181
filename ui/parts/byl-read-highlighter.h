/* byl-read-highlighter.h: drawing the tells of an answer on its labels, and showing one of them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-read-label.h"

G_BEGIN_DECLS

typedef struct _BylReadHighlighter BylReadHighlighter;

BylReadHighlighter *byl_read_highlighter_new            (GtkWidget          *widget);
void                byl_read_highlighter_free           (BylReadHighlighter *self);
BylReadPaint       *byl_read_highlighter_get_paint      (BylReadHighlighter *self);
void                byl_read_highlighter_add_label      (BylReadHighlighter *self,
                                                         BylReadLabel       *label);
void                byl_read_highlighter_clear          (BylReadHighlighter *self);
void                byl_read_highlighter_set_highlights (BylReadHighlighter *self,
                                                         const GArray       *highlights);
void                byl_read_highlighter_pulse          (BylReadHighlighter *self,
                                                         guint               start,
                                                         guint               end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylReadHighlighter, byl_read_highlighter_free)

G_END_DECLS
