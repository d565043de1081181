/* byl-rival-matrix.h: answers as rows of numbers, to be weighed
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-rival-scale.h"

G_BEGIN_DECLS

#define BYL_RIVAL_LANES 4u /* weights of one input are padded to a multiple */

/* Where the numbers of each view are, and what they are multiplied with. A pattern's number is
 * 1 + log of its count; each view is brought to the length 1. */
typedef struct
{
  guint32 *columns;
  guint8  *counts;
  gsize   *ends;     /* of each view of each row in the arrays above */
  float   *scales;   /* of each view of each row */
  float   *inputs;   /* BYL_RIVAL_N_INPUTS for each row */
  guint    n_rows;
} BylRivalMatrix;

void  byl_rival_matrix_init   (BylRivalMatrix        *self,
                               const BylRivalRow     *rows,
                               guint                  n_rows,
                               const BylRivalColumns *columns,
                               const BylRivalScale   *scale);
void  byl_rival_matrix_clear  (BylRivalMatrix        *self);
float byl_rival_matrix_square (const BylRivalMatrix  *self,
                               guint                  row);
float byl_rival_matrix_value  (guint8                 count);
void  byl_rival_matrix_score  (const BylRivalMatrix  *self,
                               guint                  row,
                               const float           *weights,
                               guint                  n_columns,
                               guint                  stride,
                               float                 *scores);
void  byl_rival_matrix_add    (const BylRivalMatrix  *self,
                               guint                  row,
                               const float           *factors,
                               guint                  n_columns,
                               guint                  stride,
                               float                 *weights);

G_END_DECLS
