/* byl-example-view.h: a short place of an answer, with the tell on it drawn as in the reveal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-tell-example.h"

G_BEGIN_DECLS

#define BYL_TYPE_EXAMPLE_VIEW (byl_example_view_get_type ())
G_DECLARE_FINAL_TYPE (BylExampleView, byl_example_view, BYL, EXAMPLE_VIEW, AdwBin)

GtkWidget *byl_example_view_new (const BylTellExample *example);

G_END_DECLS
