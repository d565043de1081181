/* byl-tell-kind.h: the kinds of tells: what can separate writers and is counted
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-pack.h"

G_BEGIN_DECLS

/* Changed whenever a kind is added or is counted otherwise: figures of another version are worth
 * nothing beside new ones. */
#define BYL_TELL_VERSION 1u

/* What the figure of a kind is. */
typedef enum
{
  BYL_TELL_RATE,       /* times per 1,000 words */
  BYL_TELL_SHARE,      /* share of the answers that have it, 0 to 1 */
  BYL_TELL_SIZE,       /* mean of a size */
  BYL_TELL_ITEM_SHARE, /* share of the items of lists, 0 to 1 */
} BylTellUnit;

/* What a size is a number of. */
typedef enum
{
  BYL_TELL_OF_NOTHING, /* no size, or one without a name */
  BYL_TELL_OF_WORDS,
  BYL_TELL_OF_SENTENCES,
  BYL_TELL_OF_LEVELS,
} BylTellDimension;

typedef enum
{
  BYL_TELL_OPENER,
  BYL_TELL_OPENER_SURE,
  BYL_TELL_OPENER_HERE_IS,
  BYL_TELL_OPENER_RESTATES,
  BYL_TELL_PRAISE,
  BYL_TELL_CLOSING_OFFER,
  BYL_TELL_CLOSING_QUESTION,
  BYL_TELL_QUESTION,
  BYL_TELL_EXCLAMATION,
  BYL_TELL_EMOJI,
  BYL_TELL_FIRST_PERSON,
  BYL_TELL_SECOND_PERSON,
  BYL_TELL_INCLUSIVE,
  BYL_TELL_CONTRACTION,
  BYL_TELL_IMPERATIVE,
  BYL_TELL_FORMAL_WORD,
  BYL_TELL_METAPHOR,
  BYL_TELL_HUMOUR_ASIDE,

  BYL_TELL_HEDGE,
  BYL_TELL_BOOSTER,
  BYL_TELL_HEDGE_BALANCE,
  BYL_TELL_OWN_DOUBT,
  BYL_TELL_KNOWLEDGE_LIMIT,
  BYL_TELL_ATTRIBUTION,
  BYL_TELL_BOTH_SIDES,
  BYL_TELL_CAVEAT,
  BYL_TELL_SEE_A_PROFESSIONAL,
  BYL_TELL_REFUSAL,
  BYL_TELL_NUMBER,
  BYL_TELL_RANGE,
  BYL_TELL_CITATION,

  BYL_TELL_WORDS,
  BYL_TELL_HEADING,
  BYL_TELL_HEADING_LEVEL,
  BYL_TELL_BOLD_PARAGRAPH,
  BYL_TELL_BULLET,
  BYL_TELL_NUMBERED,
  BYL_TELL_NESTING,
  BYL_TELL_BOLD,
  BYL_TELL_ITALIC,
  BYL_TELL_BOLD_LEAD,
  BYL_TELL_ITEM_STOP,
  BYL_TELL_LEAD_IN,
  BYL_TELL_TABLE,
  BYL_TELL_CODE,
  BYL_TELL_RULE,
  BYL_TELL_QUOTE,
  BYL_TELL_INLINE_CODE,
  BYL_TELL_EM_DASH,
  BYL_TELL_EN_DASH,
  BYL_TELL_SEMICOLON,
  BYL_TELL_COLON,
  BYL_TELL_PARENTHESIS,
  BYL_TELL_ELLIPSIS,
  BYL_TELL_ARROW,
  BYL_TELL_CURLY_QUOTE,
  BYL_TELL_CURLY_APOSTROPHE,
  BYL_TELL_SENTENCE_LENGTH,
  BYL_TELL_SENTENCE_SPREAD,
  BYL_TELL_PARAGRAPH_LENGTH,
  BYL_TELL_VARIETY,
  BYL_TELL_NOT_X_BUT_Y,
  BYL_TELL_TRIAD,
  BYL_TELL_ING_CLAUSE,
  BYL_TELL_SUMMARY_CLOSE,
  BYL_TELL_ECHO,
  BYL_TELL_PREAMBLE,

  BYL_N_TELLS,
} BylTell;

/**
 * BylTellKind:
 *
 * One entry of the table of kinds. The texts are those for translators: ask the functions for them.
 */
typedef struct
{
  const char       *id;          /* stable, lower case with hyphens: what packs call it */
  BylFamily         family;
  BylTellUnit       unit;
  BylTellDimension  dimension;   /* of a size */
  BylTell           relative;    /* the first of the kinds that say nearly the same; else itself */
  const char       *list;        /* (nullable): of the lexicon, without which it is not found */
  const char       *name;
  const char       *explanation;
  const char       *finding;
} BylTellKind;

const BylTellKind *byl_tell_kind_get             (BylTell     tell);
gboolean           byl_tell_kind_find            (const char *id,
                                                  BylTell    *tell);
const char        *byl_tell_kind_get_name        (BylTell     tell);
const char        *byl_tell_kind_get_explanation (BylTell     tell);
const char        *byl_tell_kind_get_finding     (BylTell     tell);
char              *byl_tell_kind_dup_value_text  (BylTell     tell,
                                                  double      value);

G_END_DECLS
