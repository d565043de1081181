/* byl-rival-grams.h: the words, pairs and patterns of an answer, each as a number
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-rival-tokens.h"

G_BEGIN_DECLS

/* How an answer is looked at. Each view has the same say, however many patterns it has. */
typedef enum
{
  BYL_RIVAL_VIEW_WORDS,      /* words and marks, and pairs of them */
  BYL_RIVAL_VIEW_EDGES,      /* one to three of them, near the start and near the end */
  BYL_RIVAL_VIEW_STARTS,     /* one to three after a mark, or that begin a line or a sentence */
  BYL_RIVAL_VIEW_SKELETON,   /* two to six signs of formatting, marks, and letters for words */
  BYL_RIVAL_VIEW_CHARACTERS, /* four characters */
  BYL_RIVAL_N_VIEWS,
} BylRivalView;

/**
 * BylRivalGramFunc:
 * @view: what it belongs to
 * @hash: the pattern; the same pattern has the same hash
 * @start: characters from the text's start, inclusive
 * @end: exclusive
 * @readable: whether these characters are all that the pattern is
 * @data: what was given
 */
typedef void (*BylRivalGramFunc) (BylRivalView view,
                                  guint32      hash,
                                  guint        start,
                                  guint        end,
                                  gboolean     readable,
                                  gpointer     data);

void byl_rival_grams_foreach (const gunichar   *characters,
                              guint             n_characters,
                              GArray           *tokens,
                              BylRivalGramFunc  func,
                              gpointer          data);

G_END_DECLS
