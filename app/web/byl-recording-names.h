/* byl-recording-names.h: for the recording: ids of packs and of writers, made from their names
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-recording-file.h"

G_BEGIN_DECLS

void byl_recording_name_writers  (BylRecordingPlan       *plan);
void byl_recording_make_identity (const BylRecordingPlan *plan,
                                  BylRecordingIdentity   *identity);

G_END_DECLS
