/* byl-tell-counts.h: what was counted in every answer of a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-known-writers.h"
#include "byl-lexicon.h"
#include "byl-pack.h"

G_BEGIN_DECLS

/**
 * BylTellCounts:
 *
 * The figures of every answer of a pack, and how often it has each word and pair of words: all that
 * profiles are made of. Immutable, shared by reference, safe to read from any thread.
 */
typedef struct _BylTellCounts BylTellCounts;

#define BYL_TYPE_TELL_COUNTS (byl_tell_counts_get_type ())

GType          byl_tell_counts_get_type      (void);
BylTellCounts *byl_tell_counts_new           (const BylPack         *pack,
                                              const BylKnownWriters *known,
                                              BylLexicon            *lexicon,
                                              GCancellable          *cancellable,
                                              GError               **error);
BylTellCounts *byl_tell_counts_ref           (BylTellCounts         *self);
void           byl_tell_counts_unref         (BylTellCounts         *self);
guint          byl_tell_counts_get_n_writers (const BylTellCounts   *self);
guint          byl_tell_counts_get_n_answers (const BylTellCounts   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylTellCounts, byl_tell_counts_unref)

G_END_DECLS
