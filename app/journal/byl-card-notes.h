/* byl-card-notes.h: an answer's provenance and its author's tells, as kept in the journal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-pack.h"

G_BEGIN_DECLS

char          *byl_card_notes_print_provenance (const BylProvenance *provenance);
BylProvenance *byl_card_notes_parse_provenance (const char          *text);
char          *byl_card_notes_print_tells      (GPtrArray           *tells);
GPtrArray     *byl_card_notes_parse_tells      (const char          *text);

G_END_DECLS
