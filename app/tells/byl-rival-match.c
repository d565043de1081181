/* byl-rival-match.c: giving each card a name of its own
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-match.h"

#include <math.h>

/* Up to so many names, all ways to give them out are summed exactly. */
#define MAX_EXACT_NAMES 10u

#define BALANCING_ROUNDS 200u

/* The state of the Hungarian method (H. W. Kuhn, 1955), in the form that adds one card at a time
 * along a shortest path (R. Jonker and A. Volgenant, 1987). Cards and names count from 1; 0 is
 * none. */
typedef struct
{
  const double *scores;
  guint n_cards;
  guint n_names;
  double *card_prices;
  double *name_prices;
  double *least;       /* distance of each name from the card that is added */
  guint *owners;       /* of each name */
  guint *before;       /* the name before each name on its path */
  gboolean *reached;
} Matching;

static double
get_cost (const Matching *self,
          guint           card,
          guint           name)
{
  return -self->scores[(gsize) (card - 1) * self->n_names + name - 1] -
         self->card_prices[card] - self->name_prices[name];
}

/* Goes on from @name, whose owner is known. Returns the nearest name that was not reached yet. */
static guint
take_step (Matching *self,
           guint     name)
{
  guint card = self->owners[name];
  guint nearest = 0;
  double distance = INFINITY;

  self->reached[name] = TRUE;

  for (guint i = 1; i <= self->n_names; i++)
    {
      double cost;

      if (self->reached[i])
        continue;

      cost = get_cost (self, card, i);
      if (cost < self->least[i])
        {
          self->least[i] = cost;
          self->before[i] = name;
        }
      if (nearest == 0 || self->least[i] < distance)
        {
          distance = self->least[i];
          nearest = i;
        }
    }

  for (guint i = 0; i <= self->n_names; i++)
    if (self->reached[i])
      {
        self->card_prices[self->owners[i]] += distance;
        self->name_prices[i] -= distance;
      }
    else
      {
        self->least[i] -= distance;
      }

  return nearest;
}

static void
add_card (Matching *self,
          guint     card)
{
  guint name = 0;

  self->owners[0] = card;
  for (guint i = 0; i <= self->n_names; i++)
    {
      self->least[i] = INFINITY;
      self->reached[i] = FALSE;
    }

  while (self->owners[name] != 0)
    name = take_step (self, name);

  while (name != 0)
    {
      guint before = self->before[name];

      self->owners[name] = self->owners[before];
      name = before;
    }
}

/* With more cards than names, names are needed more than once. */
static void
choose_best (const double *scores,
             guint         n_cards,
             guint         n_names,
             guint        *names)
{
  for (guint i = 0; i < n_cards; i++)
    {
      const double *own = scores + (gsize) i * n_names;

      names[i] = 0;
      for (guint j = 1; j < n_names; j++)
        if (own[j] > own[names[i]])
          names[i] = j;
    }
}

/**
 * byl_rival_match:
 * @scores: (array): for each card, the log-probability of each name; finite
 * @n_cards: cards
 * @n_names: names, at least 1
 * @names: (out caller-allocates) (array length=n_cards): the name of each card, from 0
 *
 * Gives each card a name of its own, so that all of it together is most probable. Exact, in
 * n_cards² · n_names steps. Where there are more cards than names each card has the name that is
 * most probable for it alone.
 */
void
byl_rival_match (const double *scores,
                 guint         n_cards,
                 guint         n_names,
                 guint        *names)
{
  g_autofree double *card_prices = g_new0 (double, n_cards + 1);
  g_autofree double *name_prices = g_new0 (double, n_names + 1);
  g_autofree double *least = g_new0 (double, n_names + 1);
  g_autofree guint *owners = g_new0 (guint, n_names + 1);
  g_autofree guint *before = g_new0 (guint, n_names + 1);
  g_autofree gboolean *reached = g_new0 (gboolean, n_names + 1);
  Matching matching = {
    scores, n_cards, n_names, card_prices, name_prices, least, owners, before, reached,
  };

  if (n_cards > n_names)
    {
      choose_best (scores, n_cards, n_names, names);
      return;
    }

  for (guint i = 1; i <= n_cards; i++)
    add_card (&matching, i);

  for (guint i = 1; i <= n_names; i++)
    if (owners[i] != 0)
      names[owners[i] - 1] = i - 1;
}

static void
normalize (const double *scores,
           guint         n_names,
           double       *shares)
{
  double most = scores[0];
  double sum = 0.0;

  for (guint i = 1; i < n_names; i++)
    most = MAX (most, scores[i]);
  for (guint i = 0; i < n_names; i++)
    sum += shares[i] = exp (scores[i] - most);
  for (guint i = 0; i < n_names; i++)
    shares[i] /= sum;
}

/* Sums over all ways to give the names out: @sums[set] is that of the ways in which the first
 * cards, as many as the set has names, have the names of the set. */
static void
sum_ways (const double *shares,
          const guint  *cards,
          guint         n_cards,
          guint         n_names,
          double       *sums)
{
  sums[0] = 1.0;

  for (guint set = 1; set < 1u << n_names; set++)
    {
      guint card = __builtin_popcount (set) - 1;

      sums[set] = 0.0;
      for (guint i = 0; card < n_cards && i < n_names; i++)
        if ((set & 1u << i) != 0)
          sums[set] += sums[set & ~(1u << i)] * shares[cards[card] * n_names + i];
    }
}

static void
share_exactly (const double *alone,
               guint         n_cards,
               guint         n_names,
               double       *shares)
{
  g_autofree double *sums = g_new (double, 1u << n_names);
  guint cards[MAX_EXACT_NAMES];

  /* Each card in turn comes last: what the others leave is its own. */
  for (guint last = 0; last < n_cards; last++)
    {
      double total = 0.0;

      for (guint i = 0; i + 1 < n_cards; i++)
        cards[i] = i < last ? i : i + 1;

      sum_ways (alone, cards, n_cards - 1, n_names, sums);

      for (guint i = 0; i < n_names; i++)
        {
          double *share = &shares[last * n_names + i];

          *share = 0.0;
          for (guint set = 0; set < 1u << n_names; set++)
            if ((guint) __builtin_popcount (set) == n_cards - 1 && (set & 1u << i) == 0)
              *share += sums[set];
          *share *= alone[last * n_names + i];
          total += *share;
        }

      for (guint i = 0; i < n_names; i++)
        shares[last * n_names + i] =
          total > 0.0 ? shares[last * n_names + i] / total : alone[last * n_names + i];
    }
}

/* R. Sinkhorn's scaling (1964) of rows and columns in turn: near what is exact, for many names. */
static void
share_nearly (guint   n_cards,
              guint   n_names,
              double *shares)
{
  for (guint round = 0; round < BALANCING_ROUNDS; round++)
    {
      for (guint i = 0; i < n_names; i++)
        {
          double sum = 0.0;

          for (guint j = 0; j < n_cards; j++)
            sum += shares[(gsize) j * n_names + i];
          for (guint j = 0; (n_cards == n_names || sum > 1.0) && j < n_cards; j++)
            shares[(gsize) j * n_names + i] /= MAX (sum, G_MINDOUBLE);
        }

      for (guint i = 0; i < n_cards; i++)
        {
          double sum = 0.0;

          for (guint j = 0; j < n_names; j++)
            sum += shares[(gsize) i * n_names + j];
          for (guint j = 0; j < n_names; j++)
            shares[(gsize) i * n_names + j] /= MAX (sum, G_MINDOUBLE);
        }
    }
}

/**
 * byl_rival_shares:
 * @scores: (array): for each card, the log-probability of each name, but for a constant; finite
 * @n_cards: cards
 * @n_names: names, at least 1
 * @shares: (out caller-allocates) (array): for each card, the probability of each name, given
 *   that no name is given out twice; they sum to 1.0 for each card
 *
 * Exact up to ten names. With one card, or with more cards than names, each card stands alone.
 */
void
byl_rival_shares (const double *scores,
                  guint         n_cards,
                  guint         n_names,
                  double       *shares)
{
  g_autofree double *alone = g_new (double, (gsize) n_cards * n_names);

  for (guint i = 0; i < n_cards; i++)
    {
      normalize (scores + (gsize) i * n_names, n_names, alone + (gsize) i * n_names);
      normalize (scores + (gsize) i * n_names, n_names, shares + (gsize) i * n_names);
    }

  if (n_cards == 1 || n_cards > n_names)
    return;

  if (n_names <= MAX_EXACT_NAMES)
    share_exactly (alone, n_cards, n_names, shares);
  else
    share_nearly (n_cards, n_names, shares);
}
