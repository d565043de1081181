/* byl-claims.h: what others say gives a model away, to be held against what is measured
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-profile.h"

G_BEGIN_DECLS

/* What the measurement says to a claim. */
typedef enum
{
  BYL_CLAIM_OPEN,      /* nothing: it is not counted, or no difference is sure */
  BYL_CLAIM_AGREES,
  BYL_CLAIM_DISAGREES,
} BylClaimVerdict;

/**
 * BylClaim:
 *
 * A tell that a public page claims of a model, without a measurement. The text is that for
 * translators: ask byl_claim_get_text () for it.
 */
typedef struct
{
  const char *name;  /* what the names of the models begin with */
  const char *text;  /* our own words */
  BylTell     tell;  /* the kind that it is about; BYL_N_TELLS = none that is counted */
  int         lean;  /* 1 = has more of it, −1 = has less */
  const char *page;
  const char *date;  /* an ISO 8601 date: when it was found there */
} BylClaim;

const BylClaim  *byl_claims_get     (guint            *n_claims);
gboolean         byl_claim_is_about (const BylClaim   *self,
                                     const char       *name);
const char      *byl_claim_get_text (const BylClaim   *self);
BylClaimVerdict  byl_claim_judge    (const BylClaim   *self,
                                     const BylMeasure *measure);

G_END_DECLS
