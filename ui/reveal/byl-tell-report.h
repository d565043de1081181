/* byl-tell-report.h: what is measured that speaks for the writer of a revealed answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-read-decoration.h"
#include "byl-tell-words.h"

G_BEGIN_DECLS

#define BYL_TELL_REPORT_STRONGEST 8u /* so many are shown before the others are asked for */

/* One kind of tell in an answer. */
typedef struct
{
  const BylMeasure *measure; /* owned by the profile */
  BylFamily         family;
  double            value;   /* this answer's, in the unit of the kind */
  guint             count;   /* how often it is there; for a share or a size, its places */
  GArray           *spans;   /* (element-type BylSpan): where, in reading order; may be empty */
} BylTellEntry;

typedef struct
{
  BylTells     *tells;    /* of the answer */
  BylProfile   *profile;
  BylProfile   *pair;     /* (nullable): of the writer and the one who was signed instead */
  char         *name;     /* of the writer */
  char         *guess;    /* (nullable): of the one who was signed instead */
  gboolean      made_up;  /* the answer is illustrative: it says nothing of a real writer */
  gboolean      formatted; /* the player saw the formatting */
  GPtrArray    *entries;  /* (element-type BylTellEntry): the strongest first */
  GPtrArray    *words;    /* (element-type BylFoundWord): the strongest first */
  BylTellEntry *decisive; /* (nullable): what would have decided between the two */
  BylTellEntry *misleading; /* (nullable): what pointed to the wrong one */
} BylTellReport;

BylTellReport *byl_tell_report_new            (BylProfile    *profile,
                                               guint          writer,
                                               const char    *name,
                                               BylReadText   *text,
                                               BylTells      *tells,
                                               gboolean       formatted);
BylTellReport *byl_tell_report_ref            (BylTellReport *self);
void           byl_tell_report_unref          (BylTellReport *self);
void           byl_tell_report_compare        (BylTellReport *self,
                                               BylProfile    *pair,
                                               guint          writer,
                                               guint          guess,
                                               const char    *guess_name);
guint          byl_tell_report_get_n_shown    (const BylTellReport *self,
                                               gboolean             all);
void           byl_tell_report_add_highlights (const BylTellReport *self,
                                               gboolean             all,
                                               GArray              *highlights);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylTellReport, byl_tell_report_unref)

G_END_DECLS
