/* byl-match.c: how two players of the same cards compare
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-match.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (BylMatch, byl_match, byl_match_copy, byl_match_free)

/**
 * byl_match_new:
 *
 * Returns: (transfer full): a match of no rounds
 */
BylMatch *
byl_match_new (void)
{
  BylMatch *self = g_new0 (BylMatch, 1);

  self->leads = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

/**
 * byl_match_copy:
 * @self: (nullable): a match
 *
 * Returns: (transfer full) (nullable): a deep copy
 */
BylMatch *
byl_match_copy (const BylMatch *self)
{
  BylMatch *copy;

  if (self == NULL)
    return NULL;

  copy = g_memdup2 (self, sizeof (BylMatch));
  copy->leads = g_array_copy (self->leads);

  return copy;
}

/**
 * byl_match_free:
 * @self: (nullable) (transfer full): a match
 */
void
byl_match_free (BylMatch *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->leads);
  g_free (self);
}

/**
 * byl_match_add_round:
 * @self: a match
 * @n_cards: cards that both have signed
 * @both: of these, cards that both were right on
 * @only_hits: cards that only the player was right on
 * @rival_only: cards that only the rival was right on
 */
void
byl_match_add_round (BylMatch *self,
                     guint     n_cards,
                     guint     both,
                     guint     only_hits,
                     guint     rival_only)
{
  guint lead = MAX (only_hits, rival_only) - MIN (only_hits, rival_only);

  self->cards += n_cards;
  self->hits += both + only_hits;
  self->rival_hits += both + rival_only;
  self->only_hits += only_hits;
  self->rival_only += rival_only;

  if (lead > 0)
    g_array_append_val (self->leads, lead);
}

/**
 * byl_match_get_luck:
 * @self: a match
 *
 * The exact test of McNemar (1947): of two equals either is as likely to be the one who leads a
 * round, so each of the 2^n ways to share the leads out is as likely as any other; the luck is the
 * share of those ways in which one of the two, no matter which, is ahead by as many cards as here
 * or more. Where every round has one card this is the binomial of the cards that only one was right
 * on. The cards of a line-up are signed one to one, so that a slip costs two at once: they do not
 * count as so many tosses of a coin, but as one.
 *
 * Returns: the probability of a difference this large or larger between equals, 0.0 to 1.0; 1.0 for
 *   a match in which nobody ever led
 */
double
byl_match_get_luck (const BylMatch *self)
{
  guint n = self->leads->len;
  guint total = 0;
  guint ahead = MAX (self->only_hits, self->rival_only) - MIN (self->only_hits, self->rival_only);
  g_autofree double *shares = NULL;
  double luck = 0.0;

  for (guint i = 0; i < n; i++)
    total += g_array_index (self->leads, guint, i);

  /* The probability that the rounds led by one of the two have so many cards together. */
  shares = g_new0 (double, total + 1);
  shares[0] = 1.0;

  for (guint i = 0, reached = 0; i < n; i++)
    {
      guint lead = g_array_index (self->leads, guint, i);

      reached += lead;

      for (guint sum = reached + 1; sum-- > 0;)
        shares[sum] = (shares[sum] + (sum >= lead ? shares[sum - lead] : 0.0)) / 2.0;
    }

  for (guint sum = 0; sum <= total; sum++)
    if (MAX (2 * sum, total) - MIN (2 * sum, total) >= ahead)
      luck += shares[sum];

  return fmin (luck, 1.0);
}
