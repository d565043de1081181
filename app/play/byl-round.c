/* byl-round.c: one question played: its cards, the guesses, the reveal
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-round-private.h"

#include "byl-blind.h"

enum
{
  PROP_0,
  PROP_PROMPT,
  PROP_CATEGORY,
  PROP_NAMES,
  PROP_SOLO,
  PROP_REVEALED,
  PROP_N_UNSIGNED,
  PROP_RIVAL,
  PROP_RIVAL_NOTICE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
byl_round_get_item_type (GListModel *model)
{
  return BYL_TYPE_CARD;
}

static guint
byl_round_get_n_items (GListModel *model)
{
  return BYL_ROUND (model)->cards->len;
}

static gpointer
byl_round_get_item (GListModel *model,
                    guint       position)
{
  BylRound *self = BYL_ROUND (model);

  return position < self->cards->len ? g_object_ref (self->cards->pdata[position]) : NULL;
}

static void
byl_round_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = byl_round_get_item_type;
  iface->get_n_items = byl_round_get_n_items;
  iface->get_item = byl_round_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BylRound, byl_round, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, byl_round_list_model_init))

static BylDealtCard *
get_dealt_card (BylRound *self,
                guint     position)
{
  return g_ptr_array_index (self->dealt->cards, position);
}

/* Whether a name is used, and how many cards wait for one, follows from what the cards show. */
static void
update_from_cards (BylRound *self)
{
  guint n_names = g_list_model_get_n_items (G_LIST_MODEL (self->names));
  guint n_unsigned = 0;

  for (guint i = 0; i < self->cards->len; i++)
    if (byl_card_get_guess (self->cards->pdata[i]) == NULL)
      n_unsigned++;

  for (guint i = 0; i < n_names; i++)
    {
      g_autoptr(BylName) name = g_list_model_get_item (G_LIST_MODEL (self->names), i);
      gboolean used = FALSE;

      for (guint j = 0; j < self->cards->len; j++)
        used = used || g_strcmp0 (byl_card_get_guess (self->cards->pdata[j]),
                                  byl_name_get_name (name)) == 0;

      byl_name_set_used (name, used);
    }

  if (self->n_unsigned != n_unsigned)
    {
      self->n_unsigned = n_unsigned;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_UNSIGNED]);
    }
}

static void
notify_rival (BylRound *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RIVAL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RIVAL_NOTICE]);
}

static void
byl_round_dispose (GObject *object)
{
  BylRound *self = BYL_ROUND (object);

  g_clear_object (&self->names);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->rival_notice, g_free);

  G_OBJECT_CLASS (byl_round_parent_class)->dispose (object);
}

static void
byl_round_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  BylRound *self = BYL_ROUND (object);

  switch (property_id)
    {
    case PROP_PROMPT:
      g_value_set_string (value, self->dealt->prompt);
      break;

    case PROP_CATEGORY:
      g_value_set_string (value, self->dealt->category);
      break;

    case PROP_NAMES:
      g_value_set_object (value, self->names);
      break;

    case PROP_SOLO:
      g_value_set_boolean (value, self->solo);
      break;

    case PROP_REVEALED:
      g_value_set_boolean (value, self->revealed);
      break;

    case PROP_N_UNSIGNED:
      g_value_set_uint (value, self->n_unsigned);
      break;

    case PROP_RIVAL:
      g_value_set_boolean (value, byl_round_get_rival (self));
      break;

    case PROP_RIVAL_NOTICE:
      g_value_set_string (value, byl_round_get_rival_notice (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
byl_round_class_init (BylRoundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = byl_round_dispose;
  object_class->get_property = byl_round_get_property;

  properties[PROP_PROMPT] = g_param_spec_string ("prompt", NULL, NULL, NULL, flags);
  properties[PROP_CATEGORY] = g_param_spec_string ("category", NULL, NULL, NULL, flags);
  properties[PROP_NAMES] = g_param_spec_object ("names", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_SOLO] = g_param_spec_boolean ("solo", NULL, NULL, FALSE, flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  properties[PROP_N_UNSIGNED] =
    g_param_spec_uint ("n-unsigned", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_RIVAL] = g_param_spec_boolean ("rival", NULL, NULL, FALSE, flags);
  properties[PROP_RIVAL_NOTICE] = g_param_spec_string ("rival-notice", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
byl_round_init (BylRound *self)
{
  self->names = g_list_store_new (BYL_TYPE_NAME);
  self->cards = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * byl_round_new:
 * @dealt: the round as it was dealt; must outlive the round, which writes guesses into it
 * @mask: names to hide in the answers
 * @plain_text: whether answers are shown without their formatting
 * @solo: whether one answer is shown, with several names
 *
 * Returns: (transfer full): a round that goes on where @dealt stands
 */
BylRound *
byl_round_new (BylDealtRound *dealt,
               const BylMask *mask,
               gboolean       plain_text,
               gboolean       solo)
{
  BylRound *self = g_object_new (BYL_TYPE_ROUND, NULL);

  self->dealt = dealt;
  self->solo = solo;
  self->revealed = dealt->revealed;

  for (guint i = 0; i < dealt->names->len; i++)
    {
      const BylDealtName *dealt_name = g_ptr_array_index (dealt->names, i);
      g_autoptr(BylName) name = byl_name_new (dealt_name->id, dealt_name->name, i + 1);

      g_list_store_append (self->names, name);
    }

  for (guint i = 0; i < dealt->cards->len; i++)
    {
      g_autoptr(BylReadText) read_text =
        byl_blind_answer (get_dealt_card (self, i)->text, dealt->prompt, mask, plain_text);

      g_ptr_array_add (self->cards, byl_card_new (i, read_text, dealt));
    }

  update_from_cards (self);

  return self;
}

/**
 * byl_round_get_prompt:
 * @self: a round
 *
 * Returns: the question, as typed
 */
const char *
byl_round_get_prompt (BylRound *self)
{
  return self->dealt->prompt;
}

/**
 * byl_round_get_category:
 * @self: a round
 *
 * Returns: (nullable): the question's category
 */
const char *
byl_round_get_category (BylRound *self)
{
  return self->dealt->category;
}

/**
 * byl_round_get_names:
 * @self: a round
 *
 * Returns: (transfer none): the names that may be signed, as #BylName
 */
GListModel *
byl_round_get_names (BylRound *self)
{
  return G_LIST_MODEL (self->names);
}

/**
 * byl_round_get_card:
 * @self: a round
 * @position: place on the table, from 0
 *
 * Returns: (transfer none) (nullable): the card that lies there
 */
BylCard *
byl_round_get_card (BylRound *self,
                    guint     position)
{
  return position < self->cards->len ? self->cards->pdata[position] : NULL;
}

/**
 * byl_round_get_solo:
 * @self: a round
 *
 * Returns: whether one answer is shown, with several names
 */
gboolean
byl_round_get_solo (BylRound *self)
{
  return self->solo;
}

/**
 * byl_round_get_revealed:
 * @self: a round
 *
 * Returns: whether the writers have been told
 */
gboolean
byl_round_get_revealed (BylRound *self)
{
  return self->revealed;
}

/**
 * byl_round_get_n_unsigned:
 * @self: a round
 *
 * Returns: cards that show no name yet
 */
guint
byl_round_get_n_unsigned (BylRound *self)
{
  return self->n_unsigned;
}

/**
 * byl_round_is_signed:
 * @self: a round
 *
 * Returns: whether the player has signed every card, shown or not yet
 */
gboolean
byl_round_is_signed (BylRound *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (get_dealt_card (self, i)->guess == NULL)
      return FALSE;

  return TRUE;
}

/**
 * byl_round_get_hits:
 * @self: a round
 *
 * Returns: cards guessed right; 0 before the reveal
 */
guint
byl_round_get_hits (BylRound *self)
{
  return self->revealed ? byl_dealt_round_count_hits (self->dealt) : 0;
}

/**
 * byl_round_get_dealt:
 * @self: a round
 *
 * Returns: (transfer none): the round's data, for the journal
 */
const BylDealtRound *
byl_round_get_dealt (BylRound *self)
{
  return self->dealt;
}

/**
 * byl_round_get_rival:
 * @self: a round
 *
 * Returns: whether the cards tell what the rival says of them; %FALSE before the reveal
 */
gboolean
byl_round_get_rival (BylRound *self)
{
  return self->revealed && byl_dealt_round_has_rival (self->dealt);
}

/**
 * byl_round_get_rival_notice:
 * @self: a round
 *
 * Returns: (nullable): a sentence that says why the rival has not spoken yet, or will not; %NULL
 *   before the reveal, where it has spoken, and where no rival plays
 */
const char *
byl_round_get_rival_notice (BylRound *self)
{
  return self->revealed && !byl_dealt_round_has_rival (self->dealt) ? self->rival_notice : NULL;
}

/**
 * byl_round_set_rival_notice:
 * @self: a round
 * @notice: (nullable): a sentence that says why the rival has not spoken; %NULL where none plays
 */
void
byl_round_set_rival_notice (BylRound   *self,
                            const char *notice)
{
  if (g_strcmp0 (self->rival_notice, notice) == 0)
    return;

  g_free (self->rival_notice);
  self->rival_notice = g_strdup (notice);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RIVAL_NOTICE]);
}

/**
 * byl_round_take_rival:
 * @self: a round
 * @source: a copy of its data, on which the rival has signed the cards
 *
 * Hands over what the rival says. Nothing of it is told before the reveal.
 */
void
byl_round_take_rival (BylRound            *self,
                      const BylDealtRound *source)
{
  if (byl_dealt_round_has_rival (self->dealt))
    return;

  byl_dealt_round_take_rival (self->dealt, source);

  if (byl_round_get_rival (self))
    notify_rival (self);
}

/**
 * byl_round_publish:
 * @self: a round
 * @kept: the round as the journal has it
 *
 * Shows the guesses and bets of @kept on the cards.
 */
void
byl_round_publish (BylRound            *self,
                   const BylDealtRound *kept)
{
  g_return_if_fail (kept->cards->len == self->cards->len);

  for (guint i = 0; i < self->cards->len; i++)
    byl_card_publish (self->cards->pdata[i], kept);

  update_from_cards (self);
}

/**
 * byl_round_reveal:
 * @self: a round
 * @seconds: time from the question's being shown to the reveal
 *
 * Tells who wrote each card. No guess can be changed from here on.
 *
 * Returns: whether the round was not revealed before
 */
gboolean
byl_round_reveal (BylRound *self,
                  double    seconds)
{
  if (self->revealed)
    return FALSE;

  self->revealed = TRUE;
  self->dealt->revealed = TRUE;
  self->dealt->seconds = seconds;
  byl_round_publish (self, self->dealt);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
  notify_rival (self);

  return TRUE;
}
