/* byl-tell-matcher.h: finding the entries of a lexicon in a text
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-lexicon-private.h"
#include "byl-tell-text.h"

G_BEGIN_DECLS

/* An entry that was found. */
typedef struct
{
  guint32 first; /* token, inclusive */
  guint32 last;  /* exclusive */
  BylList list;
} BylTellMatch;

typedef struct
{
  const BylLexicon *lexicon;
  GArray           *found;   /* (element-type BylTellMatch): in the order of the text; those of one
                              * list do not overlap */
  guint32          *refused; /* by token: the lists that are not found on it, a bit each */
  guint             room;    /* tokens for which there is room in them */
  gboolean          refuses; /* there are such tokens */

  /* Where the matching is. */
  const BylTellText *text;
  guint32            start;
  guint32            allowed;           /* the lists that may be found there, a bit each */
  guint32            ends[BYL_N_LISTS]; /* by list: where the longest entry from the start ends */
  guint32            touched;           /* the lists that have one, a bit each */
} BylTellMatcher;

void byl_tell_matcher_init  (BylTellMatcher    *self,
                             const BylLexicon  *lexicon);
void byl_tell_matcher_clear (BylTellMatcher    *self);
void byl_tell_matcher_run   (BylTellMatcher    *self,
                             const BylTellText *text);

G_END_DECLS
