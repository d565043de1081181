/* byl-five-tells.c: the tells by which two writers are told apart best
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-five-tells.h"

#include <math.h>

#define N_FAMILIES 3u

/* Below this one would see nothing in a single answer, however sure the difference is over many. */
#define MIN_STRENGTH 0.05

/* Kinds of which the second says little that the first has not said, besides those that the table
 * of kinds calls relatives. */
static const BylTell kin[][2] = {
  { BYL_TELL_BULLET, BYL_TELL_NESTING },
  { BYL_TELL_BULLET, BYL_TELL_ITEM_STOP },
  { BYL_TELL_CLOSING_OFFER, BYL_TELL_CLOSING_QUESTION },
  { BYL_TELL_CLOSING_QUESTION, BYL_TELL_QUESTION },
  { BYL_TELL_CLOSING_OFFER, BYL_TELL_QUESTION },
  { BYL_TELL_COLON, BYL_TELL_LEAD_IN },
  { BYL_TELL_COLON, BYL_TELL_BOLD_LEAD },
  { BYL_TELL_BOLD, BYL_TELL_BOLD_PARAGRAPH },
  { BYL_TELL_HEADING, BYL_TELL_BOLD_PARAGRAPH },
  { BYL_TELL_PREAMBLE, BYL_TELL_OPENER_HERE_IS },
  { BYL_TELL_SENTENCE_LENGTH, BYL_TELL_PARAGRAPH_LENGTH },
};

static gboolean
is_kin (BylTell one,
        BylTell other)
{
  if (byl_tell_kind_get (one)->relative == byl_tell_kind_get (other)->relative)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (kin); i++)
    if ((kin[i][0] == one && kin[i][1] == other) || (kin[i][1] == one && kin[i][0] == other))
      return TRUE;

  return FALSE;
}

static gboolean
is_free (const BylMeasure  *measure,
         const BylMeasure **chosen,
         guint              n_chosen)
{
  for (guint i = 0; i < n_chosen; i++)
    if (is_kin (measure->tell, chosen[i]->tell))
      return FALSE;

  return TRUE;
}

/* The strongest of those left, of one family or of any (below 0); %NULL if there is none. */
static const BylMeasure *
find_strongest (const BylMeasure  *measures,
                guint              n_measures,
                int                family,
                const BylMeasure **chosen,
                guint              n_chosen)
{
  const BylMeasure *best = NULL;

  for (guint i = 0; i < n_measures; i++)
    {
      const BylMeasure *measure = &measures[i];

      if (byl_five_tells_get_strength (measure) < MIN_STRENGTH
          || (family >= 0 && byl_tell_kind_get (measure->tell)->family != (BylFamily) family)
          || !is_free (measure, chosen, n_chosen))
        continue;

      if (best == NULL
          || byl_five_tells_get_strength (measure) > byl_five_tells_get_strength (best))
        best = measure;
    }

  return best;
}

static int
compare_strength (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const BylMeasure *first = *(const BylMeasure *const *) a;
  const BylMeasure *second = *(const BylMeasure *const *) b;
  double difference = byl_five_tells_get_strength (second) - byl_five_tells_get_strength (first);

  return difference > 0 ? 1 : difference < 0 ? -1 : (int) first->tell - (int) second->tell;
}

/**
 * byl_five_tells_is_readable:
 * @tell: a kind
 *
 * Returns: whether its figure says something to a reader: a size that is a number of nothing does
 *   not, nor does the union of kinds that are told by themselves
 */
gboolean
byl_five_tells_is_readable (BylTell tell)
{
  const BylTellKind *kind = byl_tell_kind_get (tell);

  return tell != BYL_TELL_OPENER
         && (kind->unit != BYL_TELL_SIZE || kind->dimension != BYL_TELL_OF_NOTHING);
}

/**
 * byl_five_tells_get_strength:
 * @measure: a kind of one writer beside another
 *
 * How well the kind tells the two apart in single answers: how far the share of pairs of answers to
 * the same question in which the one has more of it is from a half, doubled. What fails one of the
 * thresholds of a tell, or points one way in most answers and the other way in their sum, has no
 * strength.
 *
 * Returns: 0.0 (nothing) to 1.0 (in every pair of answers)
 */
double
byl_five_tells_get_strength (const BylMeasure *measure)
{
  double lead;

  g_return_val_if_fail (measure != NULL, 0);

  lead = 2 * (measure->separation - 0.5);

  if (!measure->is_tell || !byl_five_tells_is_readable (measure->tell) || lead * measure->z <= 0)
    return 0;

  return fabs (lead);
}

/**
 * byl_five_tells_choose:
 * @measures: (array length=n_measures): what was measured of a writer beside another, and no others
 * @n_measures: how many there are
 * @chosen: (out caller-allocates) (array fixed-size=5): room for %BYL_FIVE_TELLS of them
 *
 * Chooses the tells that part two writers: the strongest of each family, where it has one, then the
 * strongest of the rest; never two that say nearly the same. They are given strongest first.
 *
 * Returns: how many there are, %BYL_FIVE_TELLS at most
 */
guint
byl_five_tells_choose (const BylMeasure  *measures,
                       guint              n_measures,
                       const BylMeasure **chosen)
{
  const BylMeasure *next;
  guint n = 0;

  g_return_val_if_fail (measures != NULL || n_measures == 0, 0);
  g_return_val_if_fail (chosen != NULL, 0);

  for (int family = 0; family < (int) N_FAMILIES; family++)
    {
      next = find_strongest (measures, n_measures, family, chosen, n);
      if (next != NULL)
        chosen[n++] = next;
    }

  while (n < BYL_FIVE_TELLS
         && (next = find_strongest (measures, n_measures, -1, chosen, n)) != NULL)
    chosen[n++] = next;

  g_qsort_with_data (chosen, (int) n, sizeof *chosen, compare_strength, NULL);

  return n;
}
