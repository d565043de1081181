/* byl-tells.h: the tells that were found in one answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-tell-kind.h"

G_BEGIN_DECLS

/* A place of a tell. */
typedef struct
{
  guint   start; /* characters from the text's start, inclusive */
  guint   end;   /* exclusive; the same for a rule, which holds no characters */
  BylTell tell;
} BylTellSpan;

/**
 * BylTells:
 *
 * The tells of one answer: their places, and the figures of all kinds. Immutable, shared by
 * reference, safe to read from any thread.
 */
typedef struct _BylTells BylTells;

#define BYL_TYPE_TELLS (byl_tells_get_type ())

GType              byl_tells_get_type  (void);
BylTells          *byl_tells_ref       (BylTells       *self);
void               byl_tells_unref     (BylTells       *self);
const BylTellSpan *byl_tells_get_spans (const BylTells *self,
                                        guint          *n_spans);
double             byl_tells_get_count (const BylTells *self,
                                        BylTell         tell);
double             byl_tells_get_base  (const BylTells *self,
                                        BylTell         tell);
double             byl_tells_get_value (const BylTells *self,
                                        BylTell         tell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BylTells, byl_tells_unref)

G_END_DECLS
