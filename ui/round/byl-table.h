/* byl-table.h: where a game is played: every move goes through the journal before it is shown
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-game.h"
#include "byl-journal.h"
#include "byl-tell-source.h"

G_BEGIN_DECLS

#define BYL_TYPE_TABLE (byl_table_get_type ())
G_DECLARE_FINAL_TYPE (BylTable, byl_table, BYL, TABLE, GObject)

BylTable      *byl_table_new             (BylJournal    *journal,
                                          BylGame       *game);
BylJournal    *byl_table_get_journal     (BylTable      *self);
BylGame       *byl_table_get_game        (BylTable      *self);
gboolean       byl_table_get_replay      (BylTable      *self);
gboolean       byl_table_get_waiting     (BylTable      *self);
gboolean       byl_table_get_busy        (BylTable      *self);
const char    *byl_table_get_trouble     (BylTable      *self);
BylTellSource *byl_table_get_tell_source (BylTable      *self);
void           byl_table_set_tell_source (BylTable      *self,
                                          BylTellSource *tell_source);
void           byl_table_set_trouble     (BylTable      *self,
                                          const char    *trouble);
void           byl_table_keep_again      (BylTable      *self);
void           byl_table_keep_guesses    (BylTable      *self);
void           byl_table_sign            (BylTable      *self,
                                          guint          card,
                                          const char    *writer);
void           byl_table_bet             (BylTable      *self,
                                          guint          card,
                                          BylBet         bet);
void           byl_table_mark            (BylTable      *self,
                                          guint          card,
                                          guint          start,
                                          guint          end,
                                          gboolean       marked);
void           byl_table_judge           (BylTable      *self,
                                          guint          card,
                                          const BylMarks *judged);
void           byl_table_reveal          (BylTable      *self);
void           byl_table_lay             (BylTable      *self,
                                          guint          position);

G_END_DECLS
