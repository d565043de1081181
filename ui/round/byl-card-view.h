/* byl-card-view.h: a card on the table: an answer, its letter and its signature line
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "byl-card.h"
#include "byl-read-view.h"
#include "byl-tell-round.h"

G_BEGIN_DECLS

#define BYL_TYPE_CARD_VIEW (byl_card_view_get_type ())
G_DECLARE_FINAL_TYPE (BylCardView, byl_card_view, BYL, CARD_VIEW, AdwBin)

GtkWidget   *byl_card_view_new            (void);
BylReadView *byl_card_view_get_read_view  (BylCardView  *self);
BylCard     *byl_card_view_get_card       (BylCardView  *self);
void         byl_card_view_set_card       (BylCardView  *self,
                                           BylCard      *card,
                                           guint         n_names,
                                           gboolean      bets,
                                           BylTellRound *found);
void         byl_card_view_set_chosen     (BylCardView  *self,
                                           gboolean      chosen);
void         byl_card_view_show_all_tells (BylCardView  *self,
                                           gboolean      all);
void         byl_card_view_show_span      (BylCardView  *self,
                                           guint         start,
                                           guint         end);
void         byl_card_view_scroll         (BylCardView  *self,
                                           double        pages);
void         byl_card_view_finish         (BylCardView  *self);

G_END_DECLS
