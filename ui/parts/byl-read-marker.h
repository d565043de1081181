/* byl-read-marker.h: marking words of an answer, by dragging or by pressing what is offered
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-marks.h"
#include "byl-read-view.h"

G_BEGIN_DECLS

#define BYL_TYPE_READ_MARKER (byl_read_marker_get_type ())
G_DECLARE_FINAL_TYPE (BylReadMarker, byl_read_marker, BYL, READ_MARKER, GtkWidget)

BylReadMarker *byl_read_marker_new        (BylReadView    *view);
gboolean       byl_read_marker_get_active (BylReadMarker  *self);
void           byl_read_marker_set_active (BylReadMarker  *self,
                                           gboolean        active);
void           byl_read_marker_set_marks  (BylReadMarker  *self,
                                           const BylMarks *marks);
void           byl_read_marker_set_offers (BylReadMarker  *self,
                                           const GArray   *spans);

G_END_DECLS
