/* byl-rival-columns.h: which patterns are worth a weight, and where it is kept
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-rival-features.h"

G_BEGIN_DECLS

/* An answer that is learned from. */
typedef struct
{
  BylRivalFeatures *features;
  guint             question; /* position among the pack's questions */
  guint             writer;   /* position among the pack's writers */
} BylRivalRow;

typedef struct
{
  guint32 hash;
  guint32 state; /* 0: free; while counting, the last question + 1 and above it the count */
} BylRivalSlot;

typedef struct
{
  BylRivalSlot *slots;
  guint         size;      /* of the slots, a power of two */
  guint         n_used;
  guint         n_columns;
} BylRivalColumns;

#define BYL_RIVAL_NO_COLUMN G_MAXUINT32

void    byl_rival_columns_init  (BylRivalColumns       *self,
                                 const BylRivalRow     *rows,
                                 guint                  n_rows,
                                 guint                  max_columns);
void    byl_rival_columns_clear (BylRivalColumns       *self);
guint32 byl_rival_columns_find  (const BylRivalColumns *self,
                                 guint32                hash);
void    byl_rival_columns_weed  (const BylRivalColumns *self,
                                 BylRivalFeatures      *features);

G_END_DECLS
