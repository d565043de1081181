/* byl-rival-corpus.h: the answers of a pack, as the rival reads them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-pack.h"
#include "byl-known-writers.h"
#include "byl-rival-columns.h"

G_BEGIN_DECLS

typedef struct
{
  BylRivalRow *rows; /* question after question */
  guint        n_rows;
} BylRivalCorpus;

BylRivalCorpus *byl_rival_corpus_new  (const BylPack         *pack,
                                       const BylKnownWriters *known,
                                       const gboolean        *questions,
                                       const gboolean        *writers,
                                       gboolean               plain_text,
                                       GCancellable          *cancellable);
void            byl_rival_corpus_free (BylRivalCorpus        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylRivalCorpus, byl_rival_corpus_free)

G_END_DECLS
