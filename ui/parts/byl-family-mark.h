/* byl-family-mark.h: what the tells of a family look like in an answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "byl-pack.h"

G_BEGIN_DECLS

#define BYL_TYPE_FAMILY_MARK (byl_family_mark_get_type ())
G_DECLARE_FINAL_TYPE (BylFamilyMark, byl_family_mark, BYL, FAMILY_MARK, GtkWidget)

GtkWidget  *byl_family_mark_new           (BylFamily family);
const char *byl_family_mark_get_name      (BylFamily family);
const char *byl_family_mark_get_css_class (BylFamily family);

G_END_DECLS
