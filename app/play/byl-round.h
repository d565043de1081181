/* byl-round.h: one question played: its cards, the guesses, the reveal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-card.h"
#include "byl-name.h"

G_BEGIN_DECLS

#define BYL_TYPE_ROUND (byl_round_get_type ())
G_DECLARE_FINAL_TYPE (BylRound, byl_round, BYL, ROUND, GObject)

BylRound            *byl_round_new            (BylDealtRound       *dealt,
                                               const BylMask       *mask,
                                               gboolean             plain_text,
                                               gboolean             solo);
const char          *byl_round_get_prompt     (BylRound            *self);
const char          *byl_round_get_category   (BylRound            *self);
GListModel          *byl_round_get_names      (BylRound            *self);
BylCard             *byl_round_get_card       (BylRound            *self,
                                               guint                position);
gboolean             byl_round_get_solo       (BylRound            *self);
gboolean             byl_round_get_revealed   (BylRound            *self);
guint                byl_round_get_n_unsigned (BylRound            *self);
gboolean             byl_round_is_signed      (BylRound            *self);
guint                byl_round_get_hits       (BylRound            *self);
const BylDealtRound *byl_round_get_dealt      (BylRound            *self);
gboolean             byl_round_get_rival      (BylRound            *self);
const char          *byl_round_get_rival_notice (BylRound          *self);
void                 byl_round_set_rival_notice (BylRound          *self,
                                                 const char        *notice);
void                 byl_round_take_rival     (BylRound            *self,
                                               const BylDealtRound *source);
gboolean             byl_round_sign           (BylRound            *self,
                                               guint                card,
                                               const char          *writer);
gboolean             byl_round_bet            (BylRound            *self,
                                               guint                card,
                                               BylBet               bet);
gboolean             byl_round_mark           (BylRound            *self,
                                               guint                card,
                                               guint                start,
                                               guint                end,
                                               gboolean             marked);
gboolean             byl_round_judge          (BylRound            *self,
                                               guint                card,
                                               const BylMarks      *judged);
void                 byl_round_publish        (BylRound            *self,
                                               const BylDealtRound *kept);
gboolean             byl_round_reveal         (BylRound            *self,
                                               double               seconds);

G_END_DECLS
