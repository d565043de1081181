/* byl-recording-file.h: for the recording: its plan as it is kept on the disk
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-recording-plan.h"

G_BEGIN_DECLS

/* What a recording is, besides its plan. */
typedef struct
{
  char    *id;      /* of the pack; also the name of the folder */
  char    *created; /* ISO 8601 */
  guint32  seed;    /* of the order of the cards */
} BylRecordingIdentity;

void              byl_recording_identity_clear (BylRecordingIdentity        *self);
GBytes           *byl_recording_file_write     (const BylRecordingPlan      *plan,
                                                const BylRecordingIdentity  *identity);
BylRecordingPlan *byl_recording_file_read      (GBytes                      *bytes,
                                                BylRecordingIdentity        *identity,
                                                GPtrArray                   *problems,
                                                GError                     **error);

G_END_DECLS
