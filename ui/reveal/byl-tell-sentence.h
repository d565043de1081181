/* byl-tell-sentence.h: measured tells in words
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-tell-report.h"

G_BEGIN_DECLS

char *byl_tell_sentence_dup_amount        (const BylTellEntry  *entry);
char *byl_tell_sentence_dup_evidence      (const BylTellEntry  *entry,
                                           const char          *name);
char *byl_tell_sentence_dup_difference    (const BylTellEntry  *entry,
                                           const char          *name,
                                           const char          *other);
char *byl_tell_sentence_dup_words         (const GPtrArray     *words);
char *byl_tell_sentence_dup_word_evidence (const BylFoundWord  *word,
                                           const char          *name);
char *byl_tell_sentence_dup_bar           (const BylTellEntry  *entry,
                                           const char          *name);

G_END_DECLS
