/* byl-term-counter.h: counting the words and pairs of words of many answers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-tell-counts-private.h"
#include "byl-tell-text.h"

G_BEGIN_DECLS

/* The words of all answers, one after the other. */
typedef struct
{
  const BylWordTable *table;  /* (nullable): of the words; the same for all answers */
  GArray             *words;  /* (element-type guint32): case apart; 0 = no pair goes over it */
  GArray             *ends;   /* (element-type guint32): by answer, the end of its words */
  GArray             *shown;  /* (element-type guint32): by word, the spelling to show, 0 = none */
  GByteArray         *stops;  /* by word, whether it says nothing about what a text is about */
} BylTermCounter;

void byl_term_counter_init   (BylTermCounter    *self);
void byl_term_counter_clear  (BylTermCounter    *self);
void byl_term_counter_add    (BylTermCounter    *self,
                              const BylTellText *text);
void byl_term_counter_finish (BylTermCounter    *self,
                              BylTellCounts     *counts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BylTermCounter, byl_term_counter_clear)

G_END_DECLS
