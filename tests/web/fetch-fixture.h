/* fetch-fixture.h: a session and the fault server, and what comes of asking it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-fetch.h"
#include "fault-server.h"

G_BEGIN_DECLS

/* Who asks, and who answers. */
typedef struct
{
  FaultServer *server;
  SoupSession *session;
  char        *dir;
} FetchFixture;

/* What came. */
typedef struct
{
  gboolean  good;
  GBytes   *bytes; /* (nullable) */
  char     *etag;  /* (nullable) */
  GError   *error; /* (nullable) */
} FetchOutcome;

/* Limits of a test: in time for everything but what waits on purpose, and no long pauses. */
#define FETCH_LIMITS (BylFetchLimits) { .deadline = 30000, .pause = 1 }

FetchFixture *fetch_fixture_new    (void);
void          fetch_fixture_free   (FetchFixture         *self);
FetchOutcome *fetch_bytes          (FetchFixture         *self,
                                    const char           *path,
                                    const BylFetchLimits *limits);
FetchOutcome *fetch_address        (FetchFixture         *self,
                                    const char           *address,
                                    const BylFetchLimits *limits);
void          fetch_outcome_free   (FetchOutcome         *outcome);
void          fetch_outcome_assert (FetchOutcome         *outcome,
                                    int                   code);
GBytes       *fetch_make_bytes     (gsize                 length);
char         *fetch_make_sha256    (GBytes               *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FetchFixture, fetch_fixture_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FetchOutcome, fetch_outcome_free)

G_END_DECLS
