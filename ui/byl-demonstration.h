/* byl-demonstration.h: a short game that plays itself, for machines without a display
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-window.h"

G_BEGIN_DECLS

void byl_demonstration_start (BylWindow  *window,
                              BylLibrary *library,
                              const char *folder);

G_END_DECLS
