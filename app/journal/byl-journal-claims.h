/* byl-journal-claims.h: which running program plays which game
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-database.h"

G_BEGIN_DECLS

/* A journal object of a running program. */
typedef struct
{
  gint64  process; /* its id */
  char   *birth;   /* when the process began, so that a later one with the same id is told apart */
  char   *token;   /* random: tells two windows of one process apart */
} BylOwner;

BylOwner *byl_owner_new  (void);
void      byl_owner_free (BylOwner *self);

gboolean  byl_journal_find_interrupted (BylDatabase     *database,
                                        const BylOwner  *owner,
                                        gint64          *game,
                                        GError         **error);
gboolean  byl_journal_release_claims   (BylDatabase     *database,
                                        const BylOwner  *owner,
                                        GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylOwner, byl_owner_free)

G_END_DECLS
