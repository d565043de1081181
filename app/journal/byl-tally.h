/* byl-tally.h: what the journal adds up to
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "byl-chance.h"

G_BEGIN_DECLS

/* How one writer's answers were told from the others'. */
typedef struct
{
  char   *id;
  char   *name;
  guint   shown;        /* cards by this writer that were revealed with a guess on them */
  guint   hits;         /* of those, signed with this writer's name */
  guint   others;       /* cards by other writers in rounds where this name could be signed */
  guint   false_alarms; /* of those, signed with this writer's name */
  double  expected;     /* hits that chance alone would have brought */
  double  d_prime;
  char   *mixed_up;     /* (nullable): the name signed most often instead */
} BylWriterTally;

/* Over revealed rounds only; a card left unsigned counts as a miss. */
typedef struct
{
  guint       games;
  guint       rounds;
  guint       cards;
  guint       hits;
  double      expected;  /* hits that chance alone would have brought */
  double      luck;      /* probability of these hits or more by chance alone, 0.0 to 1.0 */
  BylInterval interval;  /* of the share of cards signed right */
  double      points;    /* of all bets; 0 where none was made */
  guint       bets;      /* cards with a bet */
  GPtrArray  *writers;   /* (element-type BylWriterTally), most shown first */
} BylTally;

BylTally *byl_tally_new  (void);
void      byl_tally_free (BylTally *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylTally, byl_tally_free)

G_END_DECLS
