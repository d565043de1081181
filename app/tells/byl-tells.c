/* byl-tells.c: the tells that were found in one answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tells.h"

#include "byl-tells-private.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (BylTells, byl_tells, byl_tells_ref, byl_tells_unref)

/**
 * byl_tell_figures_get_base:
 * @self: figures
 * @tell: a kind
 *
 * Returns: what its count is a part of: words, items of lists, or one answer
 */
double
byl_tell_figures_get_base (const BylTellFigures *self,
                           BylTell               tell)
{
  switch (byl_tell_kind_get (tell)->unit)
    {
    case BYL_TELL_RATE:
      return self->words;
    case BYL_TELL_ITEM_SHARE:
      return self->items;
    default:
      return 1;
    }
}

/**
 * byl_tell_figures_get_value:
 * @self: figures
 * @tell: a kind
 *
 * Returns: the kind's figure in its unit, or NaN
 */
double
byl_tell_figures_get_value (const BylTellFigures *self,
                            BylTell               tell)
{
  double base = byl_tell_figures_get_base (self, tell);

  if (base == 0)
    return NAN;

  return self->counts[tell] / base * (byl_tell_kind_get (tell)->unit == BYL_TELL_RATE ? 1000 : 1);
}

/**
 * byl_tells_ref:
 * @self: the tells of an answer
 *
 * Returns: (transfer full): the same tells
 */
BylTells *
byl_tells_ref (BylTells *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * byl_tells_unref:
 * @self: (transfer full): the tells of an answer
 *
 * Gives up a reference; the last one frees the tells.
 */
void
byl_tells_unref (BylTells *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->spans);
  g_free (self);
}

/**
 * byl_tells_get_spans:
 * @self: the tells of an answer
 * @n_spans: (out): how many there are
 *
 * The places of all tells that have one, in reading order: by their start, of those with one start
 * the longest first. Spans of different kinds may overlap. They are places of the read text that
 * was searched.
 *
 * Returns: (transfer none) (array length=n_spans): the spans
 */
const BylTellSpan *
byl_tells_get_spans (const BylTells *self,
                     guint          *n_spans)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_spans != NULL, NULL);

  *n_spans = self->n_spans;
  return self->spans;
}

/**
 * byl_tells_get_count:
 * @self: the tells of an answer
 * @tell: a kind
 *
 * Returns: how often the answer has it, 1 or 0 for a share, or the size; NaN where the answer has
 *   nothing to measure, or where the language has no words for it
 */
double
byl_tells_get_count (const BylTells *self,
                     BylTell         tell)
{
  g_return_val_if_fail (self != NULL, NAN);
  g_return_val_if_fail (tell < BYL_N_TELLS, NAN);

  return self->figures.counts[tell];
}

/**
 * byl_tells_get_base:
 * @self: the tells of an answer
 * @tell: a kind
 *
 * Returns: what the count is a part of: the answer's words for a rate, the items of its lists for a
 *   share of items, else 1
 */
double
byl_tells_get_base (const BylTells *self,
                    BylTell         tell)
{
  g_return_val_if_fail (self != NULL, NAN);
  g_return_val_if_fail (tell < BYL_N_TELLS, NAN);

  return byl_tell_figures_get_base (&self->figures, tell);
}

/**
 * byl_tells_get_value:
 * @self: the tells of an answer
 * @tell: a kind
 *
 * Returns: the answer's figure: times per 1,000 words, a share from 0 to 1, or a size; NaN where
 *   there is none
 */
double
byl_tells_get_value (const BylTells *self,
                     BylTell         tell)
{
  g_return_val_if_fail (self != NULL, NAN);
  g_return_val_if_fail (tell < BYL_N_TELLS, NAN);

  return byl_tell_figures_get_value (&self->figures, tell);
}
