/* byl-studio-host.h: the pages of a window on which packs are got and made
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-home-page.h"
#include "byl-library.h"

G_BEGIN_DECLS

#define BYL_TYPE_STUDIO_HOST (byl_studio_host_get_type ())
G_DECLARE_FINAL_TYPE (BylStudioHost, byl_studio_host, BYL, STUDIO_HOST, GObject)

BylStudioHost *byl_studio_host_new     (GtkApplicationWindow *window,
                                        GtkStack             *pages,
                                        BylHomePage          *home,
                                        BylLibrary           *library);
gboolean       byl_studio_host_go_back (BylStudioHost        *self);
void           byl_studio_host_say     (BylStudioHost        *self,
                                        const char           *sentence);

G_END_DECLS
