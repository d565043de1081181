/* byl-record-plan.h: byline-pack record: from its files to what is asked of whom
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-recording-plan.h"

G_BEGIN_DECLS

BylRecordingPlan *byl_record_plan_load (const char *questions,
                                        const char *writers,
                                        const char *title,
                                        const char *language,
                                        GPtrArray  *providers,
                                        int        *code);

G_END_DECLS
