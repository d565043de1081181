/* byl-lexicon-list.h: the lists that a lexicon may have
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BYL_LIST_OPENER_SURE,
  BYL_LIST_OPENER_HERE_IS,
  BYL_LIST_PRAISE,
  BYL_LIST_CLOSING_OFFER,
  BYL_LIST_FIRST_PERSON,
  BYL_LIST_SECOND_PERSON,
  BYL_LIST_INCLUSIVE,
  BYL_LIST_CONTRACTION,
  BYL_LIST_IMPERATIVE,
  BYL_LIST_FORMAL_WORD,
  BYL_LIST_METAPHOR,
  BYL_LIST_HUMOUR_ASIDE,
  BYL_LIST_HEDGE,
  BYL_LIST_BOOSTER,
  BYL_LIST_OWN_DOUBT,
  BYL_LIST_KNOWLEDGE_LIMIT,
  BYL_LIST_ATTRIBUTION,
  BYL_LIST_BOTH_SIDES,
  BYL_LIST_CAVEAT,
  BYL_LIST_SEE_A_PROFESSIONAL,
  BYL_LIST_REFUSAL,
  BYL_LIST_APPROXIMATELY,
  BYL_LIST_SOURCES,
  BYL_LIST_NOT_X_BUT_Y,
  BYL_LIST_CONJUNCTION,
  BYL_LIST_PARTICIPLE,
  BYL_LIST_SUMMARY_CLOSE,
  BYL_LIST_STOP_WORD,

  BYL_N_LISTS,
} BylList;

extern const char *const byl_lexicon_lists[BYL_N_LISTS];

gboolean byl_lexicon_list_find (const char *name,
                                BylList    *list);

G_END_DECLS
