/* byl-round-signing.c: the names, bets and marks that the player puts on the cards of a round
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-round-private.h"

static BylDealtCard *
get_dealt_card (BylRound *self,
                guint     position)
{
  return g_ptr_array_index (self->dealt->cards, position);
}

static BylDealtCard *
find_signed_card (BylRound   *self,
                  const char *writer)
{
  for (guint i = 0; i < self->dealt->cards->len; i++)
    if (g_strcmp0 (get_dealt_card (self, i)->guess, writer) == 0)
      return get_dealt_card (self, i);

  return NULL;
}

static gboolean
has_name (BylRound   *self,
          const char *writer)
{
  for (guint i = 0; i < self->dealt->names->len; i++)
    if (g_str_equal (((BylDealtName *) self->dealt->names->pdata[i])->id, writer))
      return TRUE;

  return FALSE;
}

/**
 * byl_round_sign:
 * @self: a round that is not revealed
 * @card: place of the card, from 0
 * @writer: (nullable): id of one of the round's names; %NULL takes the signature back
 *
 * Each name is signed once: a name that another card has goes to this one, and the other card takes
 * the name that this one had. The cards show it when byl_round_publish() is called.
 *
 * Returns: whether anything changed
 */
gboolean
byl_round_sign (BylRound   *self,
                guint       card,
                const char *writer)
{
  BylDealtCard *dealt_card;
  BylDealtCard *other;

  if (self->revealed || card >= self->cards->len)
    return FALSE;

  dealt_card = get_dealt_card (self, card);

  if (g_strcmp0 (dealt_card->guess, writer) == 0 || (writer != NULL && !has_name (self, writer)))
    return FALSE;

  other = writer != NULL ? find_signed_card (self, writer) : NULL;

  if (other != NULL)
    {
      g_free (other->guess);
      other->guess = g_steal_pointer (&dealt_card->guess);
    }

  g_free (dealt_card->guess);
  dealt_card->guess = g_strdup (writer);

  return TRUE;
}

/**
 * byl_round_bet:
 * @self: a round that is not revealed
 * @card: place of the card, from 0
 * @bet: how sure the player is
 *
 * Returns: whether anything changed
 */
gboolean
byl_round_bet (BylRound *self,
               guint     card,
               BylBet    bet)
{
  if (self->revealed || card >= self->cards->len || (guint) bet >= BYL_N_BETS
      || get_dealt_card (self, card)->bet == bet)
    return FALSE;

  get_dealt_card (self, card)->bet = bet;

  return TRUE;
}

/**
 * byl_round_mark:
 * @self: a round that is not revealed
 * @card: place of the card, from 0
 * @start: characters from the answer's start, inclusive
 * @end: exclusive
 * @marked: whether the player says that these words give the writer away, or takes that back
 *
 * The card shows it when byl_round_publish() is called.
 *
 * Returns: whether anything changed
 */
gboolean
byl_round_mark (BylRound *self,
                guint     card,
                guint     start,
                guint     end,
                gboolean  marked)
{
  BylDealtCard *dealt_card;

  if (self->revealed || card >= self->cards->len)
    return FALSE;

  dealt_card = get_dealt_card (self, card);

  if (dealt_card->marks == NULL)
    dealt_card->marks = byl_marks_new ();

  return byl_marks_change (dealt_card->marks, start, end, marked);
}

/**
 * byl_round_judge:
 * @self: a revealed round
 * @card: place of the card, from 0
 * @judged: the card's marks, judged
 *
 * Gives the marks their credit, once. The card shows it when byl_round_publish() is called.
 *
 * Returns: whether anything changed
 */
gboolean
byl_round_judge (BylRound       *self,
                 guint           card,
                 const BylMarks *judged)
{
  BylDealtCard *dealt_card;

  if (!self->revealed || card >= self->cards->len || !judged->judged)
    return FALSE;

  dealt_card = get_dealt_card (self, card);

  if (dealt_card->marks != NULL && dealt_card->marks->judged)
    return FALSE;

  byl_marks_free (dealt_card->marks);
  dealt_card->marks = byl_marks_copy (judged);

  return TRUE;
}
