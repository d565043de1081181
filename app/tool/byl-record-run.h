/* byl-record-run.h: byline-pack record: asking, telling how far it is, and writing the pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-recording.h"

G_BEGIN_DECLS

int byl_record_run (BylRecording *recording,
                    GPtrArray    *providers,
                    const char   *output);

G_END_DECLS
