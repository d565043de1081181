/* byl-match.h: how two players of the same cards compare
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Over the rounds that both have signed: how often each was right. */
typedef struct
{
  guint   cards;
  guint   hits;       /* of the player */
  guint   rival_hits;
  guint   only_hits;  /* cards that the player was right on and the rival was not */
  guint   rival_only; /* the other way round */
  GArray *leads;      /* (element-type guint): cards by which one of them led a round, for each such
                       * round */
} BylMatch;

#define BYL_TYPE_MATCH (byl_match_get_type ())

GType     byl_match_get_type  (void);
BylMatch *byl_match_new       (void);
BylMatch *byl_match_copy      (const BylMatch *self);
void      byl_match_free      (BylMatch       *self);
void      byl_match_add_round (BylMatch       *self,
                               guint           n_cards,
                               guint           both,
                               guint           only_hits,
                               guint           rival_only);
double    byl_match_get_luck  (const BylMatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylMatch, byl_match_free)

G_END_DECLS
