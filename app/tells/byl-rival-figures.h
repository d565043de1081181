/* byl-rival-figures.h: what can be counted of the shape of an answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-rival-tokens.h"

G_BEGIN_DECLS

typedef enum
{
  BYL_FIGURE_WORDS,
  BYL_FIGURE_SENTENCES,
  BYL_FIGURE_SENTENCE_LENGTH,
  BYL_FIGURE_SENTENCE_SPREAD,
  BYL_FIGURE_BLOCKS,
  BYL_FIGURE_BLOCK_LENGTH,
  BYL_FIGURE_FIRST_BLOCK,
  BYL_FIGURE_LAST_BLOCK,
  BYL_FIGURE_PREAMBLE,
  BYL_FIGURE_HEADINGS,
  BYL_FIGURE_HEADING_LEVEL,
  BYL_FIGURE_BULLETS,
  BYL_FIGURE_NUMBERED,
  BYL_FIGURE_NESTING,
  BYL_FIGURE_ITEM_LENGTH,
  BYL_FIGURE_BOLD,
  BYL_FIGURE_BOLD_LEAD,
  BYL_FIGURE_ITALIC,
  BYL_FIGURE_INLINE_CODE,
  BYL_FIGURE_CODE_BLOCKS,
  BYL_FIGURE_CELLS,
  BYL_FIGURE_RULES,
  BYL_FIGURE_QUOTED,
  BYL_FIGURE_LINKS,
  BYL_FIGURE_COMMAS,
  BYL_FIGURE_STOPS,
  BYL_FIGURE_COLONS,
  BYL_FIGURE_SEMICOLONS,
  BYL_FIGURE_DASHES,
  BYL_FIGURE_HYPHENS,
  BYL_FIGURE_PARENTHESES,
  BYL_FIGURE_EXCLAMATIONS,
  BYL_FIGURE_QUESTIONS,
  BYL_FIGURE_ELLIPSES,
  BYL_FIGURE_STRAIGHT_QUOTES,
  BYL_FIGURE_CURLY_QUOTES,
  BYL_FIGURE_SYMBOLS,
  BYL_FIGURE_NUMBERS,
  BYL_FIGURE_CAPITALS,
  BYL_FIGURE_CONTRACTIONS,
  BYL_FIGURE_WORD_LENGTH,
  BYL_FIGURE_LONG_WORDS,
  BYL_FIGURE_VARIETY,
  BYL_N_FIGURES,
} BylFigure;

void byl_rival_figures_count     (const BylReadText *text,
                                  const gunichar    *characters,
                                  GArray            *tokens,
                                  float              figures[BYL_N_FIGURES]);
int  byl_rival_figures_find_mark (gunichar           character);

G_END_DECLS
