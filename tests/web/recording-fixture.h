/* recording-fixture.h: a folder for recordings, a server to ask, and plans
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-recording.h"
#include "model-server.h"

G_BEGIN_DECLS

typedef struct
{
  char        *path;      /* of the folder of recordings */
  GFile       *dir;
  ModelServer *server;
  char        *address;
  SoupSession *session;
  GPtrArray   *providers; /* one, “test”, and a second, “other”, on another port */
} RecordingFixture;

void              recording_fixture_set_up       (RecordingFixture *self,
                                                  gconstpointer     data);
void              recording_fixture_tear_down    (RecordingFixture *self,
                                                  gconstpointer     data);
BylProvider      *recording_fixture_add_provider (RecordingFixture *self,
                                                  const char       *id,
                                                  const char       *address,
                                                  guint             parallel);
BylRecordingPlan *recording_fixture_plan         (guint             n_questions,
                                                  guint             n_writers);
void              recording_fixture_add_pasted   (BylRecordingPlan *plan,
                                                  const char       *name);
BylRecording     *recording_fixture_create       (RecordingFixture *self,
                                                  guint             n_questions,
                                                  guint             n_writers,
                                                  gboolean          pasted);
BylRecording     *recording_fixture_reopen       (BylRecording    **recording);
void              recording_fixture_run          (RecordingFixture *self,
                                                  BylRecording     *recording);
void              recording_fixture_wait         (guint             milliseconds);
void              recording_fixture_remove       (const char       *path);
char             *recording_fixture_path         (BylRecording     *recording,
                                                  const char       *name);
gboolean          recording_fixture_holds        (const char       *path,
                                                  const char       *text);

G_END_DECLS
