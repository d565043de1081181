/* byl-mark-judge.h: what marked words are worth
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-marks.h"
#include "byl-profile.h"
#include "byl-read-text.h"

G_BEGIN_DECLS

#define BYL_MARK_MIN_Z      1.64 /* a tell earns credit where it favours the writer by so much */
#define BYL_MARK_MAX_OFFERS 40u  /* words that are offered in one answer */

BylMarks *byl_mark_judge_new   (const BylMarks   *marks,
                                BylReadText      *text,
                                const BylTells   *tells,
                                const BylProfile *profile,
                                guint             writer);
GArray   *byl_mark_judge_offer (const BylTells   *tells,
                                const BylProfile *profile);

G_END_DECLS
