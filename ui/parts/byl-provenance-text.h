/* byl-provenance-text.h: where an answer comes from, in words
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-pack.h"

G_BEGIN_DECLS

char *byl_provenance_text_new       (const BylProvenance *provenance);
char *byl_provenance_text_new_short (BylProvenanceKind    kind,
                                     const char          *source,
                                     const char          *license);

G_END_DECLS
