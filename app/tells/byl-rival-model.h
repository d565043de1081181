/* byl-rival-model.h: what was learned from some answers, to be asked about others
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-rival-matrix.h"

G_BEGIN_DECLS

typedef struct
{
  guint          *writers;     /* position among the pack's writers, of each class */
  guint          *n_answers;   /* that each class was learned from */
  guint           n_classes;
  guint           stride;      /* weights of a column */
  BylRivalColumns columns;
  BylRivalScale   scale;
  float          *weights;     /* stride for each column, then for each input */
  guint16        *answers;     /* with the pattern: n_classes for each column */
  float          *figures;     /* means, BYL_N_FIGURES for each class */
  double          sharpness;       /* what scores are multiplied with to be log-probabilities */
  double          joint_sharpness; /* the same where cards share the names among them */
} BylRivalModel;

BylRivalModel *byl_rival_model_new   (const BylRivalRow   *rows,
                                      guint                n_rows,
                                      guint                n_writers,
                                      GCancellable        *cancellable);
void           byl_rival_model_free  (BylRivalModel       *self);
void           byl_rival_model_score (const BylRivalModel *self,
                                      const BylRivalRow   *row,
                                      double              *scores);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylRivalModel, byl_rival_model_free)

G_END_DECLS
