/* byl-tell-pair.h: two writers of a pack, and the tells that part them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-five-tells.h"
#include "byl-profile-store.h"
#include "byl-tell-example.h"

G_BEGIN_DECLS

/* One tell of the two, from the side of the first writer. */
typedef struct
{
  const BylMeasure *measure;  /* of the first; the second is its `others` */
  BylTellExample   *examples[2];
} BylPairTell;

/**
 * BylTellPair:
 *
 * What parts two writers. Immutable, shared by reference, safe to read from any thread.
 */
typedef struct _BylTellPair BylTellPair;

#define BYL_TYPE_TELL_PAIR (byl_tell_pair_get_type ())

GType              byl_tell_pair_get_type      (void);
BylTellPair       *byl_tell_pair_load          (GFile                *file,
                                                BylKnownWriters      *known,
                                                const char           *lexicons,
                                                const char           *cache,
                                                const char * const   *writers,
                                                GCancellable         *cancellable,
                                                GError              **error);
void               byl_tell_pair_load_async    (GFile                *file,
                                                BylKnownWriters      *known,
                                                const char           *lexicons,
                                                const char           *cache,
                                                const char * const   *writers,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
BylTellPair       *byl_tell_pair_load_finish   (GAsyncResult         *result,
                                                GError              **error);
BylTellPair       *byl_tell_pair_ref           (BylTellPair          *self);
void               byl_tell_pair_unref         (BylTellPair          *self);
BylPack           *byl_tell_pair_get_pack      (const BylTellPair    *self);
const BylWriter   *byl_tell_pair_get_writer    (const BylTellPair    *self,
                                                guint                 side);
guint              byl_tell_pair_get_n_answers (const BylTellPair    *self,
                                                guint                 side);
guint              byl_tell_pair_get_n_tells   (const BylTellPair    *self);
const BylPairTell *byl_tell_pair_get_tell      (const BylTellPair    *self,
                                                guint                 position);
const BylMeasure  *byl_tell_pair_find_measure  (const BylTellPair    *self,
                                                guint                 side,
                                                BylTell               tell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylTellPair, byl_tell_pair_unref)

G_END_DECLS
