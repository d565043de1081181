/* byl-kind-page.h: the guide on one kind of tell
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-guide-leaf.h"
#include "byl-guide-source.h"

G_BEGIN_DECLS

#define BYL_TYPE_KIND_PAGE (byl_kind_page_get_type ())
G_DECLARE_FINAL_TYPE (BylKindPage, byl_kind_page, BYL, KIND_PAGE, BylGuideLeaf)

GtkWidget *byl_kind_page_new       (BylGuideSource *source,
                                    BylTell         tell);
gboolean   byl_kind_page_get_ready (BylKindPage    *self);

G_END_DECLS
