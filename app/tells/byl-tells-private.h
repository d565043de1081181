/* byl-tells-private.h: what is found in an answer, while it is found
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-tells.h"

G_BEGIN_DECLS

/* The figures of one answer. */
typedef struct
{
  double counts[BYL_N_TELLS]; /* how often, 0 or 1 for a share, or the size; NaN = not known */
  double words;
  double items;               /* of lists */
} BylTellFigures;

struct _BylTells
{
  gatomicrefcount references;
  BylTellFigures  figures;
  BylTellSpan    *spans;
  guint           n_spans;
};

double byl_tell_figures_get_base  (const BylTellFigures *self,
                                   BylTell               tell);
double byl_tell_figures_get_value (const BylTellFigures *self,
                                   BylTell               tell);

G_END_DECLS
