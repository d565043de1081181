/* byl-key-window.h: the keys for a recording that was made in another run, or with a wrong one
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-keys.h"
#include "byl-recording-plan.h"

G_BEGIN_DECLS

#define BYL_TYPE_KEY_WINDOW (byl_key_window_get_type ())
G_DECLARE_FINAL_TYPE (BylKeyWindow, byl_key_window, BYL, KEY_WINDOW, AdwWindow)

GtkWindow *byl_key_window_new        (GtkWindow              *parent,
                                      const BylRecordingPlan *plan,
                                      GPtrArray              *providers,
                                      BylKeys                *keys);
gboolean   byl_key_window_has_to_ask (const BylRecordingPlan *plan,
                                      GPtrArray              *providers);

G_END_DECLS
