/* byl-game.c: a row of rounds under one set of rules, dealt from one seed
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-game.h"

#include <glib/gi18n.h>

struct _BylGame
{
  GObject    parent_instance;
  BylDeal   *deal;
  BylMask   *mask;
  guint      position; /* of the round on the table, from 0 */
  BylRound  *on_table;
  BylChance *chance;   /* of the revealed rounds */
  char      *rival_notice; /* (nullable): why the rival has not spoken; NULL = none plays */
};

enum { PROP_0, PROP_POSITION, PROP_ROUND, PROP_HITS, N_PROPS };
enum { RIVAL_SPOKE, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BylGame, byl_game, G_TYPE_OBJECT)

static BylDealtRound *
get_dealt_round (BylGame *self,
                 guint    position)
{
  return g_ptr_array_index (self->deal->rounds, position);
}

static gboolean
is_solo (BylGame *self)
{
  return self->deal->rules->mode == BYL_MODE_SOLO;
}

static void
add_chance (BylGame             *self,
            const BylDealtRound *dealt)
{
  if (is_solo (self))
    byl_chance_add_solo (self->chance, dealt->names->len);
  else
    byl_chance_add_line_up (self->chance, dealt->cards->len);
}

static void
lay_round (BylGame *self)
{
  g_clear_object (&self->on_table);
  self->on_table = byl_round_new (get_dealt_round (self, self->position), self->mask,
                                  self->deal->rules->plain_text, is_solo (self));
  byl_round_set_rival_notice (self->on_table, self->rival_notice);
}

static void
byl_game_finalize (GObject *object)
{
  BylGame *self = BYL_GAME (object);

  g_clear_object (&self->on_table);
  byl_mask_unref (self->mask);
  byl_chance_free (self->chance);
  byl_deal_free (self->deal);
  g_free (self->rival_notice);

  G_OBJECT_CLASS (byl_game_parent_class)->finalize (object);
}

static void
byl_game_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  BylGame *self = BYL_GAME (object);

  switch (property_id)
    {
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;

    case PROP_ROUND:
      g_value_set_object (value, self->on_table);
      break;

    case PROP_HITS:
      g_value_set_uint (value, byl_game_get_hits (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_game_class_init (BylGameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = byl_game_finalize;
  object_class->get_property = byl_game_get_property;

  properties[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ROUND] = g_param_spec_object ("round", NULL, NULL, BYL_TYPE_ROUND, flags);
  properties[PROP_HITS] = g_param_spec_uint ("hits", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[RIVAL_SPOKE] =
    g_signal_new ("rival-spoke", BYL_TYPE_GAME, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
byl_game_init (BylGame *self)
{
  self->chance = byl_chance_new ();
  self->mask = byl_mask_new ();
}

/**
 * byl_game_new:
 * @deal: (transfer full): a deal of at least one round, fresh or as the journal has it
 *
 * The first round that is not revealed comes on the table; of a finished game, the first.
 *
 * Returns: (transfer full): the game
 */
BylGame *
byl_game_new (BylDeal *deal)
{
  BylGame *self;

  g_return_val_if_fail (deal != NULL && deal->rounds->len > 0, NULL);

  self = g_object_new (BYL_TYPE_GAME, NULL);
  self->deal = deal;

  if (deal->rules->rival)
    self->rival_notice = g_strdup (_("The rival was not ready when this round was played."));

  for (guint i = 0; deal->masked_names[i] != NULL; i++)
    byl_mask_add (self->mask, deal->masked_names[i], BYL_MASK_ANY_CASE);

  for (guint i = 0; deal->exact_names[i] != NULL; i++)
    byl_mask_add (self->mask, deal->exact_names[i], BYL_MASK_EXACT_CASE);

  for (guint i = deal->rounds->len; i > 0; i--)
    if (get_dealt_round (self, i - 1)->revealed)
      add_chance (self, get_dealt_round (self, i - 1));
    else
      self->position = i - 1;

  lay_round (self);

  return self;
}

/**
 * byl_game_get_deal:
 * @self: a game
 *
 * Returns: (transfer none): the game's data, for the journal
 */
const BylDeal *
byl_game_get_deal (BylGame *self)
{
  return self->deal;
}

/**
 * byl_game_set_id:
 * @self: a game
 * @id: what the journal calls it
 */
void
byl_game_set_id (BylGame *self,
                 gint64   id)
{
  self->deal->id = id;
}

/**
 * byl_game_get_n_rounds:
 * @self: a game
 *
 * Returns: rounds dealt, at least 1
 */
guint
byl_game_get_n_rounds (BylGame *self)
{
  return self->deal->rounds->len;
}

/**
 * byl_game_get_position:
 * @self: a game
 *
 * Returns: which round is on the table, from 0
 */
guint
byl_game_get_position (BylGame *self)
{
  return self->position;
}

/**
 * byl_game_set_position:
 * @self: a game
 * @position: which round to lay on the table, from 0
 */
void
byl_game_set_position (BylGame *self,
                       guint    position)
{
  g_return_if_fail (position < self->deal->rounds->len);

  if (self->position == position)
    return;

  self->position = position;
  lay_round (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROUND]);
}

/**
 * byl_game_get_round:
 * @self: a game
 *
 * Returns: (transfer none): the round on the table
 */
BylRound *
byl_game_get_round (BylGame *self)
{
  return self->on_table;
}

/**
 * byl_game_is_last_round:
 * @self: a game
 *
 * Returns: whether no round follows the one on the table
 */
gboolean
byl_game_is_last_round (BylGame *self)
{
  return self->position + 1 == self->deal->rounds->len;
}

/**
 * byl_game_reveal:
 * @self: a game
 * @seconds: time from the question's being shown to the reveal
 *
 * Tells who wrote the cards on the table and counts the hits.
 *
 * Returns: whether the round was not revealed before
 */
gboolean
byl_game_reveal (BylGame *self,
                 double   seconds)
{
  if (!byl_round_reveal (self->on_table, seconds))
    return FALSE;

  add_chance (self, get_dealt_round (self, self->position));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HITS]);

  return TRUE;
}

/**
 * byl_game_get_hits:
 * @self: a game
 *
 * Returns: cards guessed right in the rounds revealed so far
 */
guint
byl_game_get_hits (BylGame *self)
{
  guint hits = 0;

  for (guint i = 0; i < self->deal->rounds->len; i++)
    if (get_dealt_round (self, i)->revealed)
      hits += byl_dealt_round_count_hits (get_dealt_round (self, i));

  return hits;
}

/**
 * byl_game_get_n_cards:
 * @self: a game
 *
 * Returns: cards in the rounds revealed so far
 */
guint
byl_game_get_n_cards (BylGame *self)
{
  guint n_cards = 0;

  for (guint i = 0; i < self->deal->rounds->len; i++)
    if (get_dealt_round (self, i)->revealed)
      n_cards += get_dealt_round (self, i)->cards->len;

  return n_cards;
}

/**
 * byl_game_get_chance:
 * @self: a game
 *
 * Returns: (transfer none): what luck alone would have earned in the rounds revealed so far
 */
BylChance *
byl_game_get_chance (BylGame *self)
{
  return self->chance;
}

/**
 * byl_game_get_points:
 * @self: a game
 *
 * Returns: the mean points of the bets on signed cards in the rounds revealed so far, at most 100;
 *   0 where there are none
 */
double
byl_game_get_points (BylGame *self)
{
  double points = 0.0;
  guint n_bets = 0;

  for (guint i = 0; i < self->deal->rounds->len; i++)
    {
      const BylDealtRound *dealt = get_dealt_round (self, i);

      for (guint j = 0; dealt->revealed && j < dealt->cards->len; j++)
        {
          const BylDealtCard *card = g_ptr_array_index (dealt->cards, j);

          if (card->guess == NULL)
            continue;

          points += byl_bet_get_points (card->bet, dealt->names->len,
                                        g_str_equal (card->guess, card->writer));
          n_bets++;
        }
    }

  return n_bets > 0 ? points / n_bets : 0.0;
}

/**
 * byl_game_has_rival:
 * @self: a game
 *
 * Returns: whether the rival has signed the cards of every round, revealed or not
 */
gboolean
byl_game_has_rival (BylGame *self)
{
  for (guint i = 0; i < self->deal->rounds->len; i++)
    if (!byl_dealt_round_has_rival (get_dealt_round (self, i)))
      return FALSE;

  return TRUE;
}

/**
 * byl_game_get_rival_notice:
 * @self: a game
 *
 * Returns: (nullable): a sentence that says why the rival has not spoken of some round; %NULL where
 *   none plays
 */
const char *
byl_game_get_rival_notice (BylGame *self)
{
  return self->rival_notice;
}

/**
 * byl_game_set_rival_notice:
 * @self: a game
 * @notice: (nullable): a sentence that says why the rival has not spoken; %NULL where none plays
 *
 * The sentence stands in the reveal of the rounds that the rival has not spoken of.
 */
void
byl_game_set_rival_notice (BylGame    *self,
                           const char *notice)
{
  g_free (self->rival_notice);
  self->rival_notice = g_strdup (notice);
  byl_round_set_rival_notice (self->on_table, notice);
}

/**
 * byl_game_take_rival:
 * @self: a game
 * @source: a copy of its data, on which the rival has signed the cards
 *
 * Hands over what the rival says, which each round tells with its reveal. The signal `rival-spoke`
 * follows.
 */
void
byl_game_take_rival (BylGame       *self,
                     const BylDeal *source)
{
  g_return_if_fail (source->rounds->len == self->deal->rounds->len);

  for (guint i = 0; i < source->rounds->len; i++)
    if (i == self->position)
      byl_round_take_rival (self->on_table, g_ptr_array_index (source->rounds, i));
    else
      byl_dealt_round_take_rival (get_dealt_round (self, i),
                                  g_ptr_array_index (source->rounds, i));

  g_signal_emit (self, signals[RIVAL_SPOKE], 0);
}

/**
 * byl_game_dup_share_text:
 * @self: a game
 *
 * A row of marks a round, in the order of the cards, and no names: who has yet to play the same
 * game learns nothing from it but how well it went.
 *
 * Returns: (transfer full): the text to share
 */
char *
byl_game_dup_share_text (BylGame *self)
{
  GString *text = g_string_new (NULL);
  guint hits = byl_game_get_hits (self);

  /* Translators: %s is the title of a pack; the first line of a text to share. */
  g_string_append_printf (text, _("Byline: %s"), self->deal->pack_title);
  g_string_append_c (text, '\n');
  /* Translators: the score; the last number is what guessing blindly would have brought. */
  g_string_append_printf (text, ngettext ("%u of %u right, by chance %.1f",
                                          "%u of %u right, by chance %.1f", hits),
                          hits, byl_game_get_n_cards (self), byl_chance_get_mean (self->chance));

  for (guint i = 0; i < self->deal->rounds->len; i++)
    {
      const BylDealtRound *dealt = get_dealt_round (self, i);

      /* The single cards of a solo game make one row together. */
      if (!is_solo (self) || i == 0)
        g_string_append_c (text, '\n');

      for (guint j = 0; dealt->revealed && j < dealt->cards->len; j++)
        {
          const BylDealtCard *card = g_ptr_array_index (dealt->cards, j);

          g_string_append (text, g_strcmp0 (card->guess, card->writer) == 0 ? "✓" : "✗");
        }
    }

  return g_string_free (text, FALSE);
}
