/* byl-guide-list.h: the lines of the guide
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-guide-item.h"
#include "byl-guide-source.h"

G_BEGIN_DECLS

void byl_guide_list_fill (GListStore     *store,
                          BylGuideSource *source);

G_END_DECLS
