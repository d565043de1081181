/* byl-guide-page.h: the guide: families, kinds of tells and writers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-guide-source.h"

G_BEGIN_DECLS

#define BYL_TYPE_GUIDE_PAGE (byl_guide_page_get_type ())
G_DECLARE_FINAL_TYPE (BylGuidePage, byl_guide_page, BYL, GUIDE_PAGE, AdwBin)

GtkWidget *byl_guide_page_new (BylGuideSource *source);

G_END_DECLS
