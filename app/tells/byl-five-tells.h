/* byl-five-tells.h: the tells by which two writers are told apart best
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-profile.h"

G_BEGIN_DECLS

#define BYL_FIVE_TELLS 5u

gboolean byl_five_tells_is_readable  (BylTell            tell);
double   byl_five_tells_get_strength (const BylMeasure  *measure);
guint    byl_five_tells_choose       (const BylMeasure  *measures,
                                      guint              n_measures,
                                      const BylMeasure **chosen);

G_END_DECLS
