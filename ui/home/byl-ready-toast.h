/* byl-ready-toast.h: telling that a pack is there, with a button that plays it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-home-page.h"

G_BEGIN_DECLS

AdwToast *byl_ready_toast_new (BylHomePage  *home,
                               BylPackEntry *pack);

G_END_DECLS
