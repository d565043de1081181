/* byl-card-switcher.h: one card at a time: the letters to choose by on a narrow window
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-round.h"

G_BEGIN_DECLS

#define BYL_TYPE_CARD_SWITCHER (byl_card_switcher_get_type ())
G_DECLARE_FINAL_TYPE (BylCardSwitcher, byl_card_switcher, BYL, CARD_SWITCHER, AdwBin)

void byl_card_switcher_set_round  (BylCardSwitcher *self,
                                   BylRound        *on_table);
void byl_card_switcher_set_chosen (BylCardSwitcher *self,
                                   guint            chosen);

G_END_DECLS
