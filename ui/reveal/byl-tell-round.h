/* byl-tell-round.h: the tells of a round's answers, found before the reveal and told after it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-round.h"
#include "byl-tell-report.h"
#include "byl-tell-source.h"

G_BEGIN_DECLS

#define BYL_TYPE_TELL_ROUND (byl_tell_round_get_type ())
G_DECLARE_FINAL_TYPE (BylTellRound, byl_tell_round, BYL, TELL_ROUND, GObject)

BylTellRound  *byl_tell_round_new        (BylTellSource *source,
                                          BylRound      *on_table,
                                          gboolean       formatted);
BylTellSource *byl_tell_round_get_source (BylTellRound  *self);
BylTells      *byl_tell_round_get_tells  (BylTellRound  *self,
                                          guint          card);
gboolean       byl_tell_round_get_ready  (BylTellRound  *self);
BylTellReport *byl_tell_round_get_report (BylTellRound  *self,
                                          guint          card);

G_END_DECLS
