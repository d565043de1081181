/* byl-played-game-private.h: making a game in the list of games played
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-played-game.h"

G_BEGIN_DECLS

/* What a game's row in the list shows. */
typedef struct
{
  gint64   id;
  char    *pack;
  char    *pack_title;
  gint64   started;
  gboolean finished;
  BylMode  mode;
  guint    n_rounds;
  guint    n_revealed;
  guint    n_cards;
  guint    hits;
  double   expected;
} BylPlayedGameRow;

BylPlayedGame *byl_played_game_new (BylPlayedGameRow *row);

G_END_DECLS
