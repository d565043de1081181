/* byl-pack-adding.h: choosing packs to install, and refusing bad ones
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-home-page.h"

G_BEGIN_DECLS

void byl_pack_adding_start  (BylHomePage  *page,
                             BylLibrary   *library,
                             GListModel   *files,
                             GCancellable *cancellable);
void byl_pack_adding_choose (BylHomePage  *page);

G_END_DECLS
