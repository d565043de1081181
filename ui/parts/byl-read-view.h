/* byl-read-view.h: an answer to be read, with its tells highlighted
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-read-decoration.h"
#include "byl-read-text.h"

G_BEGIN_DECLS

#define BYL_TYPE_READ_VIEW (byl_read_view_get_type ())
G_DECLARE_FINAL_TYPE (BylReadView, byl_read_view, BYL, READ_VIEW, GtkWidget)

GtkWidget   *byl_read_view_new              (void);
BylReadText *byl_read_view_get_read_text    (BylReadView  *self);
gboolean     byl_read_view_get_links_active (BylReadView  *self);
double       byl_read_view_get_span_y       (BylReadView  *self,
                                             guint         start);
GPtrArray   *byl_read_view_get_labels       (BylReadView  *self);
void         byl_read_view_set_cover        (BylReadView  *self,
                                             GtkWidget    *cover);
gboolean     byl_read_view_is_finished      (BylReadView  *self);
void         byl_read_view_set_read_text    (BylReadView  *self,
                                             BylReadText  *text);
void         byl_read_view_set_links_active (BylReadView  *self,
                                             gboolean      links_active);
void         byl_read_view_set_highlights   (BylReadView  *self,
                                             const GArray *highlights);
void         byl_read_view_finish           (BylReadView  *self);
void         byl_read_view_pulse            (BylReadView  *self,
                                             guint         start,
                                             guint         end);
void         byl_read_view_scroll_to        (BylReadView  *self,
                                             guint         start);

G_END_DECLS
