/* byl-progress-words.h: what the numbers of the progress page say, in sentences
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-tally.h"

G_BEGIN_DECLS

#define BYL_PROGRESS_FEWEST 5u /* cards of a writer; of fewer nothing more is said */

/**
 * BylVerdict:
 * @BYL_VERDICT_LUCK: guessing blindly does as well in more than one of twenty tries
 * @BYL_VERDICT_UNSURE: guessing seldom does as well, but the interval of the share holds chance
 * @BYL_VERDICT_UNLIKELY: guessing seldom does as well, and the interval lies above chance
 *
 * What may be said of a result; only the last is not called luck.
 */
typedef enum
{
  BYL_VERDICT_LUCK,
  BYL_VERDICT_UNSURE,
  BYL_VERDICT_UNLIKELY,
} BylVerdict;

BylVerdict byl_progress_words_judge         (const BylTally       *tally);
char      *byl_progress_words_dup_hits      (guint                 hits,
                                             guint                 cards);
char      *byl_progress_words_dup_chance    (double                expected);
char      *byl_progress_words_dup_share     (const BylTally       *tally);
char      *byl_progress_words_dup_luck      (const BylTally       *tally);
char      *byl_progress_words_dup_points    (const BylTally       *tally);
char      *byl_progress_words_dup_told      (const BylWriterTally *writer);
char      *byl_progress_words_dup_alarms    (const BylWriterTally *writer);
char      *byl_progress_words_dup_date      (gint64                microseconds,
                                             GTimeZone            *zone);
char      *byl_progress_words_dup_when      (gint64                microseconds,
                                             GDateTime            *now);

G_END_DECLS
