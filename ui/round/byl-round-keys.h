/* byl-round-keys.h: playing a round by the keyboard
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-round-page.h"

G_BEGIN_DECLS

void byl_round_keys_attach (BylRoundPage *page);

G_END_DECLS
