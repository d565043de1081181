/* byl-card.h: one unlabelled answer on the table, and the player's guess at its writer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-deal.h"
#include "byl-read-text.h"

G_BEGIN_DECLS

#define BYL_TYPE_CARD (byl_card_get_type ())
G_DECLARE_FINAL_TYPE (BylCard, byl_card, BYL, CARD, GObject)

BylCard             *byl_card_new            (guint                position,
                                              BylReadText         *read_text,
                                              const BylDealtRound *dealt);
const char          *byl_card_get_letter     (BylCard             *self);
guint                byl_card_get_position   (BylCard             *self);
BylReadText         *byl_card_get_read_text  (BylCard             *self);
const char          *byl_card_get_guess      (BylCard             *self);
guint                byl_card_get_bet        (BylCard             *self);
const BylMarks      *byl_card_get_marks      (BylCard             *self);
gboolean             byl_card_get_revealed   (BylCard             *self);
const char          *byl_card_get_truth      (BylCard             *self);
gboolean             byl_card_get_right      (BylCard             *self);
GPtrArray           *byl_card_get_tells      (BylCard             *self);
const BylProvenance *byl_card_get_provenance (BylCard             *self);
double               byl_card_get_points     (BylCard             *self);
const BylRivalNote  *byl_card_get_rival      (BylCard             *self);
const char          *byl_card_get_rival_name (BylCard             *self);
gboolean             byl_card_get_rival_right (BylCard            *self);
void                 byl_card_publish        (BylCard             *self,
                                              const BylDealtRound *kept);

G_END_DECLS
