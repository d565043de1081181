/* byl-application.h: the program: its options, its actions and what its window needs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BYL_TYPE_APPLICATION (byl_application_get_type ())
G_DECLARE_FINAL_TYPE (BylApplication, byl_application, BYL, APPLICATION, AdwApplication)

BylApplication *byl_application_new (void);

G_END_DECLS
