/* byl-tell-list.h: the measured tells of a revealed answer, by family
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-tell-report.h"

G_BEGIN_DECLS

#define BYL_TYPE_TELL_LIST (byl_tell_list_get_type ())
G_DECLARE_FINAL_TYPE (BylTellList, byl_tell_list, BYL, TELL_LIST, AdwBin)

void       byl_tell_list_set_report  (BylTellList   *self,
                                      BylTellReport *report);
GtkWidget *byl_tell_list_new_heading (BylFamily      family);

G_END_DECLS
