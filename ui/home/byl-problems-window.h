/* byl-problems-window.h: everything that is wrong with a refused pack, to be read and copied
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BYL_TYPE_PROBLEMS_WINDOW (byl_problems_window_get_type ())
G_DECLARE_FINAL_TYPE (BylProblemsWindow, byl_problems_window, BYL, PROBLEMS_WINDOW, AdwWindow)

GtkWindow *byl_problems_window_present (GtkWindow  *parent,
                                        const char *file_name,
                                        const char *sentence,
                                        GPtrArray  *problems);

G_END_DECLS
