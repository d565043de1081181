/* byl-figures.h: what was measured of the writers of a pack, without the pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-profile.h"

G_BEGIN_DECLS

typedef struct
{
  char       *id;
  char       *name;
  guint       n_answers;
  BylMeasure  measures[BYL_N_TELLS]; /* by kind */
  gboolean    measured[BYL_N_TELLS]; /* whether there is one */
  char      **words;                 /* its own words and pairs of words, strongest first */
} BylWriterFigures;

/**
 * BylFigures:
 *
 * Numbers and words, but no sentences: of an installed pack, or of one that the program has been
 * told of. Immutable, shared by reference, safe to read from any thread.
 */
typedef struct
{
  gatomicrefcount    references;
  char              *pack;         /* id */
  char              *title;
  char              *source;       /* (nullable): title of the work that the answers are from */
  char              *url;          /* (nullable): of that work */
  char              *license;      /* (nullable) */
  char              *date;         /* (nullable): an ISO 8601 date of the answers */
  BylProvenanceKind  provenance;
  gboolean           is_shipped;   /* it came with the program, not from a pack */
  guint              n_questions;
  guint              n_answers;
  GPtrArray         *writers;      /* (element-type BylWriterFigures) */
} BylFigures;

#define BYL_TYPE_FIGURES (byl_figures_get_type ())

GType             byl_figures_get_type     (void);
BylFigures       *byl_figures_new          (const BylPack     *pack,
                                            const BylProfile  *profile);
BylFigures       *byl_figures_load         (GFile             *file,
                                            GError           **error);
BylFigures       *byl_figures_new_empty    (void);
BylFigures       *byl_figures_ref          (BylFigures        *self);
void              byl_figures_unref        (BylFigures        *self);
BylWriterFigures *byl_figures_add_writer   (BylFigures        *self,
                                            const char        *id,
                                            const char        *name);
const BylMeasure *byl_writer_figures_get   (const BylWriterFigures *self,
                                            BylTell                 tell);
guint             byl_writer_figures_rank  (const BylWriterFigures *self,
                                            const BylMeasure      **measures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylFigures, byl_figures_unref)

G_END_DECLS
