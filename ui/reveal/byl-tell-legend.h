/* byl-tell-legend.h: what the lines under the words of revealed answers stand for
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BYL_TYPE_TELL_LEGEND (byl_tell_legend_get_type ())
G_DECLARE_FINAL_TYPE (BylTellLegend, byl_tell_legend, BYL, TELL_LEGEND, AdwBin)

G_END_DECLS
