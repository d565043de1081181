/* byl-pack-card.h: an installed pack on the home page
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-pack-entry.h"

G_BEGIN_DECLS

#define BYL_TYPE_PACK_CARD (byl_pack_card_get_type ())
G_DECLARE_FINAL_TYPE (BylPackCard, byl_pack_card, BYL, PACK_CARD, AdwBin)

GtkWidget    *byl_pack_card_new        (void);
BylPackEntry *byl_pack_card_get_entry  (BylPackCard  *self);
void          byl_pack_card_set_entry  (BylPackCard  *self,
                                        BylPackEntry *entry);
void          byl_pack_card_set_played (BylPackCard  *self,
                                        guint         n_questions);

G_END_DECLS
