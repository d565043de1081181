/* byl-rival.h: the program's own guesser, which plays against the player
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "byl-known-writers.h"
#include "byl-pack.h"
#include "byl-rival-reason.h"

G_BEGIN_DECLS

#define BYL_RIVAL_MAX_REASONS 2u

/* What the rival says of one card. */
typedef struct
{
  guint      writer;        /* position among the names that were given */
  double    *probabilities; /* of each of these names; they sum to 1.0 */
  GPtrArray *reasons;       /* (element-type BylRivalReason): for that writer, strongest first */
} BylRivalCard;

typedef struct
{
  BylRivalCard *cards;
  guint         n_cards;
  guint         n_names;
} BylRivalGuess;

/**
 * BylRival:
 *
 * What was learned from a pack: immutable, shared by reference, may be asked from any thread.
 */
typedef struct _BylRival BylRival;

#define BYL_TYPE_RIVAL (byl_rival_get_type ())

GType          byl_rival_get_type     (void);
BylRival      *byl_rival_train        (BylPack               *pack,
                                       const BylKnownWriters *known,
                                       GHashTable            *held_out,
                                       const char * const    *writers,
                                       gboolean               plain_text,
                                       GCancellable          *cancellable,
                                       GError               **error);
BylRival      *byl_rival_ref          (BylRival              *self);
void           byl_rival_unref        (BylRival              *self);
guint          byl_rival_get_n_learned (const BylRival        *self);
BylRivalGuess *byl_rival_guess        (const BylRival        *self,
                                       BylReadText * const   *texts,
                                       guint                  n_texts,
                                       const char * const    *names);

void           byl_rival_guess_free   (BylRivalGuess         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylRival, byl_rival_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylRivalGuess, byl_rival_guess_free)

G_END_DECLS
