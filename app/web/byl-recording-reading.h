/* byl-recording-reading.h: writers of a recording in JSON, in its plan and for the command
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-pack-reading.h"
#include "byl-recording-plan.h"

G_BEGIN_DECLS

JsonObject         *byl_recording_read_parameters (BylReading            *reading,
                                                JsonObject               *object);
BylRecordingWriter *byl_recording_read_writer  (BylReading               *reading,
                                                JsonNode                 *node);
JsonNode           *byl_recording_write_writer (const BylRecordingWriter *writer);
void                byl_recording_add_text     (JsonObject               *object,
                                                const char               *name,
                                                const char               *text);
gboolean            byl_recording_refuse       (GPtrArray                *problems,
                                                GError                  **error);

G_END_DECLS
