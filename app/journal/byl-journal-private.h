/* byl-journal-private.h: how the journal's calls reach its thread
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-journal-claims.h"
#include "byl-journal.h"

G_BEGIN_DECLS

/* What the journal's thread works with; no other thread touches it while that runs. */
typedef struct
{
  BylDatabase *database; /* (nullable): until it is opened */
  BylOwner    *owner;
  gboolean     claims;   /* whether a game may be claimed by @owner */
} BylOpenJournal;

/* A copy of all that a call needs; each uses some of it. */
typedef struct
{
  BylJournal *journal;    /* kept alive by the call's task */
  gint64      game;
  guint       round_number;
  guint       most;
  double      seconds;
  gboolean    given_up;
  gint64      now;        /* microseconds since 1970, UTC: when the call was made */
  char       *pack;       /* (nullable) */
  BylDeal    *deal;       /* (nullable) */
  GArray     *signatures; /* (nullable) (element-type BylSignature) */
} BylJournalRequest;

/* Runs on the journal's thread. Returns what the call's finish function is to get, or NULL with an
 * error. */
typedef gpointer (*BylJournalWork) (BylOpenJournal     *open,
                                    BylJournalRequest  *request,
                                    GError            **error);

BylJournalRequest *byl_journal_request_new (void);

void     byl_journal_carry_out        (BylJournal           *self,
                                       gpointer              source_tag,
                                       BylJournalWork        work,
                                       BylJournalRequest    *request,
                                       GDestroyNotify        free_result,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gpointer byl_journal_get_result       (BylJournal           *self,
                                       gpointer              source_tag,
                                       GAsyncResult         *result,
                                       GError              **error);

/* For tests, before the journal is opened. */
void     byl_journal_set_busy_timeout (BylJournal           *self,
                                       guint                 milliseconds);

G_END_DECLS
