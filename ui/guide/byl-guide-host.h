/* byl-guide-host.h: the guide in a window: its page among the views, and its pages above them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-journal.h"
#include "byl-library.h"

G_BEGIN_DECLS

#define BYL_TYPE_GUIDE_HOST (byl_guide_host_get_type ())
G_DECLARE_FINAL_TYPE (BylGuideHost, byl_guide_host, BYL, GUIDE_HOST, GObject)

BylGuideHost *byl_guide_host_new     (GtkApplicationWindow *window,
                                      GtkStack             *pages,
                                      AdwViewStack         *views,
                                      BylLibrary           *library,
                                      BylJournal           *journal,
                                      BylKnownWriters      *known);
gboolean      byl_guide_host_go_back (BylGuideHost         *self);

G_END_DECLS
