/* byl-journal-signing.h: writing signatures, reveals and the ends of games into the journal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-database.h"
#include "byl-deal.h"

G_BEGIN_DECLS

/* A card's signature line, and the marks on the card, as they stand. */
typedef struct
{
  char    *writer; /* (nullable): the id signed */
  BylBet   bet;
  char    *marks;  /* (nullable): the words marked, as byl_marks_print() writes them */
  gboolean judged; /* the marks have their credit, which comes after the reveal */
} BylSignature;

GArray   *byl_journal_copy_signatures (const BylDealtRound  *round);

gboolean  byl_journal_add_signature   (BylDatabase          *database,
                                       gint64                card,
                                       const BylSignature   *signature,
                                       gint64                now,
                                       GError              **error);
gboolean  byl_journal_add_marks       (BylDatabase          *database,
                                       gint64                card,
                                       const char           *marks,
                                       gint64                now,
                                       GError              **error);
gboolean  byl_journal_sign            (BylDatabase          *database,
                                       gint64                game,
                                       guint                 round_number,
                                       GArray               *signatures,
                                       gint64                now,
                                       GError              **error);
gboolean  byl_journal_reveal          (BylDatabase          *database,
                                       gint64                game,
                                       guint                 round_number,
                                       double                seconds,
                                       gint64                now,
                                       GError              **error);
gboolean  byl_journal_end_game        (BylDatabase          *database,
                                       gint64                game,
                                       gboolean              given_up,
                                       gint64                now,
                                       GError              **error);

G_END_DECLS
