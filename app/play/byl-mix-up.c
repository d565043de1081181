/* byl-mix-up.c: the two writers that a player takes for each other
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-mix-up.h"

#include <string.h>

static const BylDealtName *
find_name (const BylDealtRound *dealt,
           const char          *id)
{
  for (guint i = 0; i < dealt->names->len; i++)
    {
      const BylDealtName *name = g_ptr_array_index (dealt->names, i);

      if (g_str_equal (name->id, id))
        return name;
    }

  return NULL;
}

/* Whichever of the two wrote the answer, the pair is the same: the smaller id comes first. */
static void
count_wrong (GArray              *pairs,
             const BylDealtRound *dealt,
             const BylDealtCard  *card)
{
  const BylDealtName *truth = find_name (dealt, card->writer);
  const BylDealtName *guess = find_name (dealt, card->guess);
  BylMixUp pair = { truth, guess, 1 };

  if (truth == NULL || guess == NULL)
    return;

  if (strcmp (truth->id, guess->id) > 0)
    pair = (BylMixUp) { guess, truth, 1 };

  for (guint i = 0; i < pairs->len; i++)
    {
      BylMixUp *other = &g_array_index (pairs, BylMixUp, i);

      if (g_str_equal (other->first->id, pair.first->id)
          && g_str_equal (other->second->id, pair.second->id))
        {
          other->times++;
          return;
        }
    }

  g_array_append_val (pairs, pair);
}

/**
 * byl_mix_up_find:
 * @deal: a game
 * @mix_up: (out): the two names, good for as long as @deal
 *
 * Finds the two writers whose names were most often signed for each other, from
 * %BYL_MIX_UP_LEAST times on, in the rounds that were revealed; the first such pair of two that
 * are as frequent.
 *
 * Returns: whether there are any
 */
gboolean
byl_mix_up_find (const BylDeal *deal,
                 BylMixUp      *mix_up)
{
  g_autoptr(GArray) pairs = g_array_new (FALSE, FALSE, sizeof (BylMixUp));

  for (guint i = 0; i < deal->rounds->len; i++)
    {
      const BylDealtRound *dealt = g_ptr_array_index (deal->rounds, i);

      for (guint j = 0; dealt->revealed && j < dealt->cards->len; j++)
        {
          const BylDealtCard *card = g_ptr_array_index (dealt->cards, j);

          if (card->guess != NULL && !g_str_equal (card->guess, card->writer))
            count_wrong (pairs, dealt, card);
        }
    }

  mix_up->times = 0;

  for (guint i = 0; i < pairs->len; i++)
    if (g_array_index (pairs, BylMixUp, i).times > mix_up->times)
      *mix_up = g_array_index (pairs, BylMixUp, i);

  return mix_up->times >= BYL_MIX_UP_LEAST;
}
