/* byl-table.c: where a game is played: every move goes through the journal before it is shown
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-table.h"

#include "byl-game-keeping.h"

struct _BylTable
{
  GObject        parent_instance;
  BylJournal    *journal;
  BylGame       *game;
  gboolean       replay;      /* the game is over and only looked at */
  gboolean       busy;        /* a reveal is on its way to the journal */
  char          *trouble;     /* why the game is not kept */
  gboolean       keeping;     /* in trouble: the journal is being brought up to the game */
  gboolean       behind;      /* in trouble: something was played since that began */
  gint64         laid;        /* when the round came on the table, monotonic microseconds */
  BylTellSource *tell_source; /* (nullable): what is measured in the game's pack */
};

/* A move on its way to the journal. */
typedef struct
{
  BylTable      *table;
  BylRound      *round;
  BylDealtRound *dealt;   /* the round as it was sent */
  double         seconds;
} Move;

enum { PROP_0, PROP_GAME, PROP_REPLAY, PROP_BUSY, PROP_TROUBLE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BylTable, byl_table, G_TYPE_OBJECT)

static Move *
new_move (BylTable *self)
{
  Move *move = g_new0 (Move, 1);

  move->table = g_object_ref (self);
  move->round = g_object_ref (byl_game_get_round (self->game));
  move->dealt = byl_dealt_round_copy (byl_round_get_dealt (move->round));
  move->seconds = (double) (g_get_monotonic_time () - self->laid) / G_USEC_PER_SEC;

  return move;
}

static void
free_move (Move *move)
{
  g_object_unref (move->table);
  g_object_unref (move->round);
  byl_dealt_round_free (move->dealt);
  g_free (move);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Move, free_move)

static void
set_busy (BylTable *self,
          gboolean  busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static gboolean
is_kept (BylTable *self)
{
  return self->trouble == NULL && byl_game_get_deal (self->game)->id != 0;
}

static void
change_trouble (BylTable   *self,
                const char *trouble)
{
  if (g_strcmp0 (self->trouble, trouble) == 0)
    return;

  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

/* The trouble is over when the journal has all that was played, also in the meantime. */
static void
keep_game_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(BylTable) self = user_data;
  g_autoptr(GError) error = NULL;
  gint64 id = byl_game_keeping_start_finish (BYL_JOURNAL (source), result, &error);

  self->keeping = FALSE;

  if (id == 0)
    {
      change_trouble (self, error->message);
      return;
    }

  byl_game_set_id (self->game, id);

  if (self->behind)
    byl_table_keep_again (self);
  else
    change_trouble (self, NULL);
}

static void
end_game_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(BylTable) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!byl_journal_end_game_finish (BYL_JOURNAL (source), result, &error))
    byl_table_set_trouble (self, error->message);
}

static void
show_reveal (BylTable *self,
             BylRound *on_table,
             double    seconds)
{
  set_busy (self, FALSE);

  if (on_table != byl_game_get_round (self->game))
    return;

  byl_game_reveal (self->game, seconds);
  byl_table_keep_again (self);

  if (byl_game_is_last_round (self->game) && is_kept (self))
    byl_journal_end_game_async (self->journal, byl_game_get_deal (self->game)->id, FALSE, NULL,
                                end_game_cb, g_object_ref (self));
}

static void
sign_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Move) move = user_data;
  g_autoptr(GError) error = NULL;

  if (!byl_journal_sign_finish (BYL_JOURNAL (source), result, &error))
    byl_table_set_trouble (move->table, error->message);

  /* A later answer to an earlier move must not take back what the reveal has fixed. */
  if (!byl_round_get_revealed (move->round))
    byl_round_publish (move->round, move->dealt);
}

static void
reveal_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Move) move = user_data;
  g_autoptr(GError) error = NULL;

  if (!byl_journal_reveal_finish (BYL_JOURNAL (source), result, &error))
    byl_table_set_trouble (move->table, error->message);

  show_reveal (move->table, move->round, move->seconds);
}

static void
byl_table_dispose (GObject *object)
{
  BylTable *self = BYL_TABLE (object);

  g_clear_object (&self->journal);
  g_clear_object (&self->game);
  g_clear_pointer (&self->trouble, g_free);
  g_clear_object (&self->tell_source);

  G_OBJECT_CLASS (byl_table_parent_class)->dispose (object);
}

static void
byl_table_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  BylTable *self = BYL_TABLE (object);

  switch (property_id)
    {
    case PROP_GAME:
      g_value_set_object (value, self->game);
      break;

    case PROP_REPLAY:
      g_value_set_boolean (value, self->replay);
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;

    case PROP_TROUBLE:
      g_value_set_string (value, self->trouble);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_table_class_init (BylTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = byl_table_dispose;
  object_class->get_property = byl_table_get_property;

  properties[PROP_GAME] = g_param_spec_object ("game", NULL, NULL, BYL_TYPE_GAME, flags);
  properties[PROP_REPLAY] = g_param_spec_boolean ("replay", NULL, NULL, FALSE, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
byl_table_init (BylTable *self)
{
  self->laid = g_get_monotonic_time ();
}

/**
 * byl_table_new:
 * @journal: where the moves are kept
 * @game: a game; one without an id is played, but not kept. One that is over is only looked at
 *
 * Returns: (transfer full): a table
 */
BylTable *
byl_table_new (BylJournal *journal,
               BylGame    *game)
{
  BylTable *self = g_object_new (BYL_TYPE_TABLE, NULL);

  self->journal = g_object_ref (journal);
  self->game = g_object_ref (game);
  self->replay = byl_round_get_revealed (byl_game_get_round (game));

  return self;
}

/**
 * byl_table_get_journal:
 * @self: a table
 *
 * Returns: (transfer none): where the moves are kept
 */
BylJournal *
byl_table_get_journal (BylTable *self)
{
  return self->journal;
}

/**
 * byl_table_get_game:
 * @self: a table
 *
 * Returns: (transfer none): the game played on it
 */
BylGame *
byl_table_get_game (BylTable *self)
{
  return self->game;
}

/**
 * byl_table_get_replay:
 * @self: a table
 *
 * Returns: whether the game is over and only looked at
 */
gboolean
byl_table_get_replay (BylTable *self)
{
  return self->replay;
}

/**
 * byl_table_get_waiting:
 * @self: a table
 *
 * Returns: whether there is something left to be played on it
 */
gboolean
byl_table_get_waiting (BylTable *self)
{
  return !self->replay && !(byl_game_is_last_round (self->game)
                            && byl_round_get_revealed (byl_game_get_round (self->game)));
}

/**
 * byl_table_get_busy:
 * @self: a table
 *
 * Returns: whether a reveal is on its way
 */
gboolean
byl_table_get_busy (BylTable *self)
{
  return self->busy;
}

/**
 * byl_table_get_trouble:
 * @self: a table
 *
 * Returns: (nullable): a sentence that says why the game is not kept in the journal
 */
const char *
byl_table_get_trouble (BylTable *self)
{
  return self->trouble;
}

/**
 * byl_table_get_tell_source:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): what is measured in the game's pack
 */
BylTellSource *
byl_table_get_tell_source (BylTable *self)
{
  return self->tell_source;
}

/**
 * byl_table_set_tell_source:
 * @self: a table that is not shown yet
 * @tell_source: (nullable): what is measured in the game's pack; without it nothing measured is
 *   shown after the reveal
 */
void
byl_table_set_tell_source (BylTable      *self,
                           BylTellSource *tell_source)
{
  g_set_object (&self->tell_source, tell_source);
}

/**
 * byl_table_set_trouble:
 * @self: a table
 * @trouble: a sentence that says why the game is not kept
 *
 * From here on every move is shown at once, and tried to be kept along with all that was not kept
 * before it; when that succeeds, the trouble is over. Until then the first trouble stays: what
 * follows from it would only hide it.
 */
void
byl_table_set_trouble (BylTable   *self,
                       const char *trouble)
{
  if (self->trouble == NULL)
    change_trouble (self, trouble);
}

/**
 * byl_table_keep_again:
 * @self: a table
 *
 * Tries again to keep a game in trouble; without trouble does nothing.
 */
void
byl_table_keep_again (BylTable *self)
{
  if (self->trouble == NULL)
    return;

  self->behind = self->keeping;

  if (self->keeping)
    return;

  self->keeping = TRUE;
  byl_game_keeping_start_async (self->journal, byl_game_get_deal (self->game), NULL, keep_game_cb,
                                g_object_ref (self));
}

/**
 * byl_table_keep_guesses:
 * @self: a table
 *
 * Keeps the names, bets and marks of the round on the table as they stand, and shows them then.
 */
void
byl_table_keep_guesses (BylTable *self)
{
  g_autoptr(Move) move = new_move (self);

  if (!is_kept (self))
    {
      byl_round_publish (move->round, move->dealt);
      byl_table_keep_again (self);
      return;
    }

  byl_journal_sign_async (self->journal, byl_game_get_deal (self->game)->id,
                          byl_game_get_position (self->game), move->dealt, NULL,
                          sign_cb, move);
  g_steal_pointer (&move);
}

/**
 * byl_table_reveal:
 * @self: a table
 *
 * Reveals the round on the table, once every guess before has been kept. Nothing happens while a
 * card is not signed.
 */
void
byl_table_reveal (BylTable *self)
{
  BylRound *on_table = byl_game_get_round (self->game);
  Move *move;

  if (self->busy || byl_round_get_revealed (on_table) || !byl_round_is_signed (on_table))
    return;

  set_busy (self, TRUE);
  move = new_move (self);

  if (!is_kept (self))
    {
      show_reveal (self, on_table, move->seconds);
      free_move (move);
      return;
    }

  byl_journal_reveal_async (self->journal, byl_game_get_deal (self->game)->id,
                            byl_game_get_position (self->game), move->seconds, NULL,
                            reveal_cb, move);
}

/**
 * byl_table_lay:
 * @self: a table
 * @position: a round, from 0
 *
 * Lays another round on the table.
 */
void
byl_table_lay (BylTable *self,
               guint     position)
{
  self->laid = g_get_monotonic_time ();
  byl_game_set_position (self->game, position);
}
