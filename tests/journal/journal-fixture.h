/* journal-fixture.h: small games, and journal calls that are waited for
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-journal.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* A folder of a test's own, removed with all that is in it. */
typedef struct
{
  char  *folder;
  char  *path; /* of the journal, in a folder that does not exist yet */
  GFile *file;
} Fixture;

#define FIXTURE_N_WRITERS 4

void        fixture_set_up      (Fixture              *self);
void        fixture_tear_down   (Fixture              *self);
char       *fixture_read        (const char           *path,
                                 gsize                *length);
char      **fixture_list_folder (const char           *path);
gint64      fixture_query       (const char           *path,
                                 const char           *sql);
void        fixture_execute     (const char           *path,
                                 const char           *sql);

BylDeal    *make_deal           (const char           *pack,
                                 BylMode               mode,
                                 guint                 n_rounds);
void        sign_card           (BylDealtRound        *round,
                                 guint                 card,
                                 const char           *writer,
                                 BylBet                bet);
BylDealtRound *get_round        (BylDeal              *deal,
                                 guint                 number);
BylDealtCard  *get_card         (BylDeal              *deal,
                                 guint                 number,
                                 guint                 card);

BylJournal *open_journal        (GFile                *file);
gboolean    wait_open           (BylJournal           *journal,
                                 GError              **error);
gint64      wait_start_game     (BylJournal           *journal,
                                 const BylDeal        *deal,
                                 GError              **error);
gboolean    wait_sign           (BylJournal           *journal,
                                 gint64                game,
                                 guint                 number,
                                 const BylDealtRound  *round,
                                 GError              **error);
gboolean    wait_reveal         (BylJournal           *journal,
                                 gint64                game,
                                 guint                 number,
                                 GError              **error);
gboolean    wait_end_game       (BylJournal           *journal,
                                 gint64                game,
                                 gboolean              given_up,
                                 GError              **error);
gboolean    wait_keep_rival     (BylJournal           *journal,
                                 const BylDeal        *deal,
                                 GError              **error);
BylMatch   *wait_match          (BylJournal           *journal,
                                 GError              **error);
gint64      wait_find           (BylJournal           *journal,
                                 GError              **error);
BylDeal    *wait_load           (BylJournal           *journal,
                                 gint64                game,
                                 GError              **error);
GListModel *wait_list_games     (BylJournal           *journal,
                                 const char           *pack,
                                 guint                 most,
                                 GError              **error);
BylTally   *wait_tally          (BylJournal           *journal,
                                 const char           *pack,
                                 GError              **error);

void        keep_result_cb      (GObject              *source,
                                 GAsyncResult         *result,
                                 gpointer              user_data);
GAsyncResult *wait_for          (GAsyncResult        **slot);

G_END_DECLS
