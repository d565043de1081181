/* byl-claim-words.h: what is claimed of models, and what the measurement says to it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-claims.h"
#include "byl-tell-pair.h"

G_BEGIN_DECLS

char       *byl_claim_words_dup_disagreements (const BylTellPair *pair);
const char *byl_claim_words_get_verdict       (BylClaimVerdict    verdict);

G_END_DECLS
