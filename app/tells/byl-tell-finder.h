/* byl-tell-finder.h: finding the tells of answers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-lexicon.h"
#include "byl-read-text.h"
#include "byl-tells.h"

G_BEGIN_DECLS

typedef struct _BylTellFinder BylTellFinder;

BylTellFinder *byl_tell_finder_new       (BylLexicon    *lexicon);
void           byl_tell_finder_free      (BylTellFinder *self);
BylTells      *byl_tell_finder_find      (BylTellFinder *self,
                                          BylReadText   *text,
                                          const char    *prompt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylTellFinder, byl_tell_finder_free)

G_END_DECLS
