/* byl-rival-words.h: how the player and the rival compare, in words
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-match.h"

G_BEGIN_DECLS

#define BYL_RIVAL_WORDS_MOST_LUCK 0.05 /* what comes by luck more often is not called more */

char *byl_rival_words_probability (double          probability);
char *byl_rival_words_match       (const BylMatch *match);

G_END_DECLS
