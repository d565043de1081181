/* byl-round-words.h: what the round page says of the score, in sentences
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-game.h"

G_BEGIN_DECLS

char *byl_round_words_dup_standing (BylGame    *game);
char *byl_round_words_dup_verdict  (BylRound   *round);
char *byl_round_words_dup_trouble  (const char *trouble);

G_END_DECLS
