/* byl-played-game.c: a game in the list of games played
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-played-game.h"

#include "byl-played-game-private.h"

/* Nothing changes while it is listed, so it has getters and no properties to notify of. */
struct _BylPlayedGame
{
  GObject parent_instance;

  BylPlayedGameRow row;
};

G_DEFINE_FINAL_TYPE (BylPlayedGame, byl_played_game, G_TYPE_OBJECT)

static void
byl_played_game_finalize (GObject *object)
{
  BylPlayedGame *self = BYL_PLAYED_GAME (object);

  g_free (self->row.pack);
  g_free (self->row.pack_title);

  G_OBJECT_CLASS (byl_played_game_parent_class)->finalize (object);
}

static void
byl_played_game_class_init (BylPlayedGameClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = byl_played_game_finalize;
}

static void
byl_played_game_init (BylPlayedGame *self)
{
}

/**
 * byl_played_game_new:
 * @row: what is shown of the game; its strings are taken
 *
 * Returns: (transfer full): the game in the list
 */
BylPlayedGame *
byl_played_game_new (BylPlayedGameRow *row)
{
  BylPlayedGame *self = g_object_new (BYL_TYPE_PLAYED_GAME, NULL);

  self->row = *row;
  row->pack = NULL;
  row->pack_title = NULL;

  return self;
}

/**
 * byl_played_game_get_id:
 * @self: a game
 *
 * Returns: its id in the journal
 */
gint64
byl_played_game_get_id (BylPlayedGame *self)
{
  g_return_val_if_fail (BYL_IS_PLAYED_GAME (self), 0);

  return self->row.id;
}

/**
 * byl_played_game_get_pack:
 * @self: a game
 *
 * Returns: the id of the pack that it was dealt from
 */
const char *
byl_played_game_get_pack (BylPlayedGame *self)
{
  g_return_val_if_fail (BYL_IS_PLAYED_GAME (self), NULL);

  return self->row.pack;
}

/**
 * byl_played_game_get_pack_title:
 * @self: a game
 *
 * Returns: the pack's title, as it was when dealt
 */
const char *
byl_played_game_get_pack_title (BylPlayedGame *self)
{
  g_return_val_if_fail (BYL_IS_PLAYED_GAME (self), NULL);

  return self->row.pack_title;
}

/**
 * byl_played_game_get_started:
 * @self: a game
 *
 * Returns: microseconds since 1970, UTC
 */
gint64
byl_played_game_get_started (BylPlayedGame *self)
{
  g_return_val_if_fail (BYL_IS_PLAYED_GAME (self), 0);

  return self->row.started;
}

/**
 * byl_played_game_get_finished:
 * @self: a game
 *
 * Returns: whether it was played to its summary
 */
gboolean
byl_played_game_get_finished (BylPlayedGame *self)
{
  g_return_val_if_fail (BYL_IS_PLAYED_GAME (self), FALSE);

  return self->row.finished;
}

/**
 * byl_played_game_get_mode:
 * @self: a game
 *
 * Returns: how it was played
 */
BylMode
byl_played_game_get_mode (BylPlayedGame *self)
{
  g_return_val_if_fail (BYL_IS_PLAYED_GAME (self), BYL_MODE_LINE_UP);

  return self->row.mode;
}

/**
 * byl_played_game_get_n_rounds:
 * @self: a game
 *
 * Returns: rounds dealt
 */
guint
byl_played_game_get_n_rounds (BylPlayedGame *self)
{
  g_return_val_if_fail (BYL_IS_PLAYED_GAME (self), 0);

  return self->row.n_rounds;
}

/**
 * byl_played_game_get_n_revealed:
 * @self: a game
 *
 * Returns: of those, how many were revealed
 */
guint
byl_played_game_get_n_revealed (BylPlayedGame *self)
{
  g_return_val_if_fail (BYL_IS_PLAYED_GAME (self), 0);

  return self->row.n_revealed;
}

/**
 * byl_played_game_get_n_cards:
 * @self: a game
 *
 * Returns: cards of the rounds that were revealed
 */
guint
byl_played_game_get_n_cards (BylPlayedGame *self)
{
  g_return_val_if_fail (BYL_IS_PLAYED_GAME (self), 0);

  return self->row.n_cards;
}

/**
 * byl_played_game_get_hits:
 * @self: a game
 *
 * Returns: of those, how many were signed right
 */
guint
byl_played_game_get_hits (BylPlayedGame *self)
{
  g_return_val_if_fail (BYL_IS_PLAYED_GAME (self), 0);

  return self->row.hits;
}

/**
 * byl_played_game_get_expected:
 * @self: a game
 *
 * Returns: hits that luck alone would have brought in the rounds that were revealed
 */
double
byl_played_game_get_expected (BylPlayedGame *self)
{
  g_return_val_if_fail (BYL_IS_PLAYED_GAME (self), 0.0);

  return self->row.expected;
}
