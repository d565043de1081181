/* byl-card.c: one unlabelled answer on the table, and the player's guess at its writer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-card.h"

struct _BylCard
{
  GObject              parent_instance;
  char                *letter;
  guint                position;
  BylReadText         *read_text;
  const BylDealtRound *dealt;    /* of its round; holds the truth, so it stays in here */
  char                *guess;    /* the name signed and kept */
  guint                bet;
  BylMarks            *marks;    /* (nullable): those that are kept */
  gboolean             revealed;
};

enum
{
  PROP_0,
  PROP_LETTER,
  PROP_READ_TEXT,
  PROP_GUESS,
  PROP_BET,
  PROP_MARKS,
  PROP_REVEALED,
  PROP_TRUTH,
  PROP_RIGHT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BylCard, byl_card, G_TYPE_OBJECT)

/* A, B, … Z, AA, AB, …: a pack may have more than 26 writers. */
static char *
make_letter (guint position)
{
  if (position < 26)
    return g_strdup_printf ("%c", 'A' + position);

  return g_strdup_printf ("%c%c", 'A' + (position / 26 - 1) % 26, 'A' + position % 26);
}

static const BylDealtCard *
get_dealt_card (BylCard *self)
{
  return g_ptr_array_index (self->dealt->cards, self->position);
}

static const char *
find_name (const BylDealtRound *dealt,
           const char          *id)
{
  for (guint i = 0; id != NULL && i < dealt->names->len; i++)
    {
      const BylDealtName *name = g_ptr_array_index (dealt->names, i);

      if (g_str_equal (name->id, id))
        return name->name;
    }

  return NULL;
}

static void
byl_card_finalize (GObject *object)
{
  BylCard *self = BYL_CARD (object);

  g_free (self->letter);
  byl_read_text_unref (self->read_text);
  g_free (self->guess);
  byl_marks_free (self->marks);

  G_OBJECT_CLASS (byl_card_parent_class)->finalize (object);
}

static void
byl_card_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  BylCard *self = BYL_CARD (object);

  switch (property_id)
    {
    case PROP_LETTER:
      g_value_set_string (value, self->letter);
      break;

    case PROP_READ_TEXT:
      g_value_set_boxed (value, self->read_text);
      break;

    case PROP_GUESS:
      g_value_set_string (value, self->guess);
      break;

    case PROP_BET:
      g_value_set_uint (value, self->bet);
      break;

    case PROP_MARKS:
      g_value_set_boxed (value, self->marks);
      break;

    case PROP_REVEALED:
      g_value_set_boolean (value, self->revealed);
      break;

    case PROP_TRUTH:
      g_value_set_string (value, byl_card_get_truth (self));
      break;

    case PROP_RIGHT:
      g_value_set_boolean (value, byl_card_get_right (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_card_class_init (BylCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = byl_card_finalize;
  object_class->get_property = byl_card_get_property;

  properties[PROP_LETTER] = g_param_spec_string ("letter", NULL, NULL, NULL, flags);
  properties[PROP_READ_TEXT] =
    g_param_spec_boxed ("read-text", NULL, NULL, BYL_TYPE_READ_TEXT, flags);
  properties[PROP_GUESS] = g_param_spec_string ("guess", NULL, NULL, NULL, flags);
  properties[PROP_BET] = g_param_spec_uint ("bet", NULL, NULL, 0, BYL_N_BETS - 1, 0, flags);
  properties[PROP_MARKS] = g_param_spec_boxed ("marks", NULL, NULL, BYL_TYPE_MARKS, flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  properties[PROP_TRUTH] = g_param_spec_string ("truth", NULL, NULL, NULL, flags);
  properties[PROP_RIGHT] = g_param_spec_boolean ("right", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
byl_card_init (BylCard *self)
{
}

/**
 * byl_card_new:
 * @position: place on the table, from 0
 * @read_text: the answer, blinded
 * @dealt: the round that the card belongs to; must outlive the card
 *
 * Returns: (transfer full): a card that shows the guess and the reveal that @dealt holds
 */
BylCard *
byl_card_new (guint                position,
              BylReadText         *read_text,
              const BylDealtRound *dealt)
{
  BylCard *self = g_object_new (BYL_TYPE_CARD, NULL);

  self->position = position;
  self->letter = make_letter (position);
  self->read_text = byl_read_text_ref (read_text);
  self->dealt = dealt;
  byl_card_publish (self, dealt);

  return self;
}

/**
 * byl_card_get_letter:
 * @self: a card
 *
 * Returns: what the card is called on the table: A, B, C …
 */
const char *
byl_card_get_letter (BylCard *self)
{
  return self->letter;
}

/**
 * byl_card_get_position:
 * @self: a card
 *
 * Returns: place on the table, from 0
 */
guint
byl_card_get_position (BylCard *self)
{
  return self->position;
}

/**
 * byl_card_get_read_text:
 * @self: a card
 *
 * Returns: (transfer none): the answer as it is shown
 */
BylReadText *
byl_card_get_read_text (BylCard *self)
{
  return self->read_text;
}

/**
 * byl_card_get_guess:
 * @self: a card
 *
 * Returns: (nullable): the name that the card is signed with
 */
const char *
byl_card_get_guess (BylCard *self)
{
  return self->guess;
}

/**
 * byl_card_get_bet:
 * @self: a card
 *
 * Returns: how sure the player is, a #BylBet
 */
guint
byl_card_get_bet (BylCard *self)
{
  return self->bet;
}

/**
 * byl_card_get_marks:
 * @self: a card
 *
 * Returns: (nullable): the words that the player has marked
 */
const BylMarks *
byl_card_get_marks (BylCard *self)
{
  return self->marks;
}

/**
 * byl_card_get_revealed:
 * @self: a card
 *
 * Returns: whether the writer may be told
 */
gboolean
byl_card_get_revealed (BylCard *self)
{
  return self->revealed;
}

/**
 * byl_card_get_truth:
 * @self: a card
 *
 * Returns: (nullable): the writer's name; %NULL before the reveal
 */
const char *
byl_card_get_truth (BylCard *self)
{
  return self->revealed ? find_name (self->dealt, get_dealt_card (self)->writer) : NULL;
}

/**
 * byl_card_get_right:
 * @self: a card
 *
 * Returns: whether the guess was right; %FALSE before the reveal
 */
gboolean
byl_card_get_right (BylCard *self)
{
  const BylDealtCard *card = get_dealt_card (self);

  return self->revealed && g_strcmp0 (card->guess, card->writer) == 0;
}

/**
 * byl_card_get_tells:
 * @self: a card
 *
 * Returns: (nullable) (transfer none) (element-type BylAuthorTell): what the pack's author says
 *   gives the writer away; %NULL before the reveal
 */
GPtrArray *
byl_card_get_tells (BylCard *self)
{
  return self->revealed ? get_dealt_card (self)->tells : NULL;
}

/**
 * byl_card_get_provenance:
 * @self: a card
 *
 * Returns: (nullable): where the answer comes from; %NULL before the reveal or where it is not said
 */
const BylProvenance *
byl_card_get_provenance (BylCard *self)
{
  return self->revealed ? get_dealt_card (self)->provenance : NULL;
}

/**
 * byl_card_get_points:
 * @self: a card
 *
 * Returns: what the bet earned, at most 100; 0 before the reveal and for a card that is not signed
 */
double
byl_card_get_points (BylCard *self)
{
  if (!self->revealed || self->guess == NULL)
    return 0.0;

  return byl_bet_get_points (self->bet, self->dealt->names->len, byl_card_get_right (self));
}

/**
 * byl_card_get_rival:
 * @self: a card
 *
 * Returns: (nullable): what the rival says of it; %NULL before the reveal, and where it has not
 *   spoken
 */
const BylRivalNote *
byl_card_get_rival (BylCard *self)
{
  return self->revealed ? get_dealt_card (self)->rival : NULL;
}

/**
 * byl_card_get_rival_name:
 * @self: a card
 *
 * Returns: (nullable): the name that the rival signs it with; %NULL as for byl_card_get_rival()
 */
const char *
byl_card_get_rival_name (BylCard *self)
{
  const BylRivalNote *note = byl_card_get_rival (self);

  return note != NULL ? find_name (self->dealt, note->writer) : NULL;
}

/**
 * byl_card_get_rival_right:
 * @self: a card
 *
 * Returns: whether the rival is right; %FALSE before the reveal, and where it has not spoken
 */
gboolean
byl_card_get_rival_right (BylCard *self)
{
  const BylRivalNote *note = byl_card_get_rival (self);

  return note != NULL && g_strcmp0 (note->writer, get_dealt_card (self)->writer) == 0;
}

/**
 * byl_card_publish:
 * @self: a card
 * @kept: the card's round as the journal has it
 *
 * Shows the guess, the bet and the reveal of @kept. A guess is shown only once it cannot be lost.
 */
void
byl_card_publish (BylCard             *self,
                  const BylDealtRound *kept)
{
  const BylDealtCard *card = g_ptr_array_index (kept->cards, self->position);
  const char *guess = find_name (kept, card->guess);

  if (g_strcmp0 (self->guess, guess) != 0)
    {
      g_free (self->guess);
      self->guess = g_strdup (guess);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GUESS]);
    }

  if (self->bet != card->bet)
    {
      self->bet = card->bet;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BET]);
    }

  if (!byl_marks_equal (self->marks, card->marks))
    {
      byl_marks_free (self->marks);
      self->marks = byl_marks_copy (card->marks);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARKS]);
    }

  if (self->revealed != kept->revealed)
    {
      self->revealed = kept->revealed;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRUTH]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RIGHT]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
    }
}
