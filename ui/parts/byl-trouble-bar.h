/* byl-trouble-bar.h: a sentence across a page that says why nothing is kept, and a button beside it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BYL_TYPE_TROUBLE_BAR (byl_trouble_bar_get_type ())
G_DECLARE_FINAL_TYPE (BylTroubleBar, byl_trouble_bar, BYL, TROUBLE_BAR, AdwBin)

GtkWidget  *byl_trouble_bar_new          (void);
const char *byl_trouble_bar_get_sentence (BylTroubleBar *self);
void        byl_trouble_bar_set_sentence (BylTroubleBar *self,
                                          const char    *sentence);

G_END_DECLS
