/* studio-fixture.h: a server with models that answer well, slowly or not at all, and a page for it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-recording-page.h"
#include "byl-recording-plan.h"

/* Models of the server, by what becomes of a question to them. */
#define STUDIO_QUICK  "quick-1"  /* answers in a few sentences */
#define STUDIO_LONG   "long-1"   /* answers in many */
#define STUDIO_SLOW   "slow-1"   /* begins an answer, and does not end it */
#define STUDIO_BROKEN "broken-1" /* is refused: no such model */
#define STUDIO_PASTED "Model of a Page" /* has answers that are pasted */

SoupServer         *studio_fixture_start_server (void);
guint               studio_fixture_count_asked  (SoupServer         *server);
char               *studio_fixture_dup_header   (SoupServer         *server);
char               *studio_fixture_dup_questions (guint              n);
GPtrArray          *studio_fixture_new_providers (SoupServer        *server);
BylRecordingPlan   *studio_fixture_new_plan     (SoupServer         *server,
                                                 guint               n_questions,
                                                 const char * const *models);
void                studio_fixture_wait         (guint               milliseconds);
gpointer            studio_fixture_find         (gpointer            root,
                                                 GType               type);
