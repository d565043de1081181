/* byl-table-moves.c: what the player does with the cards on a table
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-table.h"

static BylRound *
get_round (BylTable *self)
{
  return byl_game_get_round (byl_table_get_game (self));
}

/**
 * byl_table_sign:
 * @self: a table
 * @card: place of the card, from 0
 * @writer: (nullable): id of one of the round's names, or %NULL to take the signature back
 *
 * Signs a card. It shows the name when the journal has it.
 */
void
byl_table_sign (BylTable   *self,
                guint       card,
                const char *writer)
{
  if (!byl_table_get_busy (self) && byl_round_sign (get_round (self), card, writer))
    byl_table_keep_guesses (self);
}

/**
 * byl_table_bet:
 * @self: a table
 * @card: place of the card, from 0
 * @bet: how sure the player is
 */
void
byl_table_bet (BylTable *self,
               guint     card,
               BylBet    bet)
{
  if (!byl_table_get_busy (self) && byl_round_bet (get_round (self), card, bet))
    byl_table_keep_guesses (self);
}

/**
 * byl_table_mark:
 * @self: a table
 * @card: place of the card, from 0
 * @start: characters from the answer's start, inclusive
 * @end: exclusive
 * @marked: whether these words give the writer away, as the player says, or not any longer
 */
void
byl_table_mark (BylTable *self,
                guint     card,
                guint     start,
                guint     end,
                gboolean  marked)
{
  if (!byl_table_get_busy (self) && byl_round_mark (get_round (self), card, start, end, marked))
    byl_table_keep_guesses (self);
}

/**
 * byl_table_judge:
 * @self: a table
 * @card: place of a revealed card, from 0
 * @judged: the card's marks, with their credit
 *
 * Credit can be given again where the program ends before it is kept: it is shown at once.
 */
void
byl_table_judge (BylTable       *self,
                 guint           card,
                 const BylMarks *judged)
{
  BylRound *on_table = get_round (self);

  if (!byl_round_judge (on_table, card, judged))
    return;

  byl_table_keep_guesses (self);
  byl_round_publish (on_table, byl_round_get_dealt (on_table));
}
