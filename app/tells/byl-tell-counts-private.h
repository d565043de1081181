/* byl-tell-counts-private.h: what was counted in a pack, as profiles see it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-tell-counts.h"
#include "byl-tells-private.h"

G_BEGIN_DECLS

/* A writer’s own word is in so many of its answers at least. */
#define BYL_TERM_MIN_ANSWERS 3u

/* One answer. */
typedef struct
{
  guint32        question;
  guint32        writer;
  BylTellFigures figures;
} BylTellRow;

/* A word, or a pair of words. */
typedef struct
{
  char     *text;
  gboolean  is_pair;
} BylTerm;

struct _BylTellCounts
{
  gatomicrefcount  references;
  guint            n_writers;
  GArray          *rows;     /* (element-type BylTellRow): question after question */
  GArray          *terms;    /* (element-type BylTerm): those that some writer has in enough of its
                              * answers */
  GArray          *firsts;   /* (element-type guint32): by row, its first posting; and the end */
  GArray          *postings; /* (element-type guint32): the terms that the answers have */
  GByteArray      *times;    /* how often they have them, 255 at most */
};

BylTellCounts *byl_tell_counts_new_empty (guint                n_writers);
GBytes        *byl_tell_counts_to_bytes  (const BylTellCounts *self);
BylTellCounts *byl_tell_counts_from_bytes (GBytes             *bytes);

static inline const BylTellRow *
byl_tell_counts_get_row (const BylTellCounts *self,
                         guint                row)
{
  return &g_array_index (self->rows, BylTellRow, row);
}

G_END_DECLS
