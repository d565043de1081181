/* tells-fixture.h: answers and the lexicons that tests of tells use
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-tell-finder.h"

G_BEGIN_DECLS

/* Between the texts of two places. */
#define TELLS_SEPARATOR "|"

BylLexicon *tells_fixture_load_lexicon (const char  *language);
BylTells   *tells_fixture_find         (const char  *language,
                                        const char  *markdown,
                                        const char  *prompt);
char       *tells_fixture_join_spans   (const char  *markdown,
                                        BylTells    *tells,
                                        BylTell      tell);

G_END_DECLS
