/* byl-lexicon-list.c: the lists that a lexicon may have
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-lexicon-list.h"

/* What the lists are called in a lexicon's file, in the order of BylList. */
const char *const byl_lexicon_lists[BYL_N_LISTS] = {
  "opener-sure", "opener-here-is", "praise", "closing-offer", "first-person", "second-person",
  "inclusive", "contraction", "imperative", "formal-word", "metaphor", "humour-aside", "hedge",
  "booster", "own-doubt", "knowledge-limit", "attribution", "both-sides", "caveat",
  "see-a-professional", "refusal", "approximately", "sources", "not-x-but-y", "conjunction",
  "participle", "summary-close", "stop-word",
};

/**
 * byl_lexicon_list_find:
 * @name: what may be the name of a list
 * @list: (out): the list
 *
 * Returns: whether there is such a list
 */
gboolean
byl_lexicon_list_find (const char *name,
                       BylList    *list)
{
  for (guint i = 0; i < BYL_N_LISTS; i++)
    if (g_str_equal (byl_lexicon_lists[i], name))
      {
        *list = i;
        return TRUE;
      }

  return FALSE;
}
