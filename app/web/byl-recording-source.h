/* byl-recording-source.h: for the recording: the provider's name as the provenance has it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-provider.h"

G_BEGIN_DECLS

char *byl_recording_source_dup_name (const BylProvider *provider,
                                     const char        *address);

G_END_DECLS
