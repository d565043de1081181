/* byl-rival-reason.h: why the rival says what it says
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-rival-learn.h"

G_BEGIN_DECLS

typedef enum
{
  BYL_RIVAL_REASON_WORDS,  /* one or two words or marks, anywhere */
  BYL_RIVAL_REASON_BEGIN,  /* the same within the first characters of the answer */
  BYL_RIVAL_REASON_END,    /* within the last */
  BYL_RIVAL_REASON_START,  /* at the start of a line or a sentence */
  BYL_RIVAL_REASON_FIGURE, /* something that was counted */
} BylRivalReasonKind;

typedef struct
{
  BylRivalReasonKind kind;
  double             weight;      /* how much log-probability it gives the writer, above 0.0 */
  char              *words;       /* (nullable): as they stand in the answer */
  BylSpan            span;        /* where they first stand there */
  guint              n_with;      /* the writer's answers that have them, of those learned from */
  guint              n_answers;   /* of those */
  guint              others_with; /* the same of the other names of the round */
  guint              n_others;
  BylFigure          figure;      /* where the kind is BYL_RIVAL_REASON_FIGURE */
  double             value;       /* in this answer */
  double             mean;        /* in the writer's answers */
  double             others_mean; /* in those of the other names */
} BylRivalReason;

GPtrArray      *byl_rival_reasons_find         (const BylRivalModel  *model,
                                                const BylReadText    *text,
                                                guint                 writer,
                                                const guint          *writers,
                                                guint                 n_writers,
                                                guint                 most);
void            byl_rival_reason_free          (BylRivalReason       *self);
char           *byl_rival_reason_to_data       (const BylRivalReason *self);
BylRivalReason *byl_rival_reason_new_from_data (const char           *text);
char           *byl_rival_reason_to_text       (const BylRivalReason *self,
                                                const char           *writer_name);
const char     *byl_rival_figure_get_label     (BylFigure             figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylRivalReason, byl_rival_reason_free)

G_END_DECLS
