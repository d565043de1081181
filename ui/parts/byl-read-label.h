/* byl-read-label.h: the words of one block of an answer, with what is drawn on them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-read-decoration.h"
#include "byl-read-text.h"
#include "byl-read-words.h"

G_BEGIN_DECLS

#define BYL_TYPE_READ_LABEL (byl_read_label_get_type ())
G_DECLARE_FINAL_TYPE (BylReadLabel, byl_read_label, BYL, READ_LABEL, BylReadWords)

GtkWidget  *byl_read_label_new          (GtkAccessibleRole  role,
                                         const char        *text,
                                         guint              start,
                                         BylReadPaint      *paint);
guint       byl_read_label_get_start    (BylReadLabel    *self);
guint       byl_read_label_get_end      (BylReadLabel    *self);
gboolean    byl_read_label_has_tells    (BylReadLabel    *self);
void        byl_read_label_get_area     (BylReadLabel    *self,
                                         guint            character,
                                         graphene_rect_t *area);
const char *byl_read_label_find_address (BylReadLabel    *self,
                                         double           x,
                                         double           y);
void        byl_read_label_add_run      (BylReadLabel    *self,
                                         const BylRun    *run);
void        byl_read_label_apply_runs   (BylReadLabel    *self);
void        byl_read_label_set_tells    (BylReadLabel    *self,
                                         const GArray    *highlights);

G_END_DECLS
