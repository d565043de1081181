/* byl-claims.c: what others say gives a model away, to be held against what is measured
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-claims.h"

#include <glib/gi18n.h>
#include <string.h>

#define MODEL_TELLS "kwj.ai, guides/identification/model-tells"
#define F2          "resaikit.com, indicators/F2"
#define BOTH        "kwj.ai; resaikit.com"
#define MAYA        "databymaia.com"
#define HUMANIZER   "humanizer-en, fingerprints"
#define FOUND       "2026"

/* None of these pages has measured what it says. */
static const BylClaim claims[] = {
  { "ChatGPT", N_("Asides between long dashes"), BYL_TELL_EM_DASH, 1, MODEL_TELLS, FOUND },
  { "ChatGPT", N_("“It’s important to note”"), BYL_TELL_CAVEAT, 1, MODEL_TELLS, FOUND },
  { "ChatGPT", N_("First, second, finally"), BYL_N_TELLS, 1, MODEL_TELLS, FOUND },
  { "ChatGPT", N_("Things in threes"), BYL_TELL_TRIAD, 1, MODEL_TELLS, FOUND },
  { "ChatGPT", N_("“Would you like me to” at the end"), BYL_TELL_CLOSING_OFFER, 1, MODEL_TELLS,
    FOUND },
  { "GPT-5", N_("Asides between long dashes"), BYL_TELL_EM_DASH, 1, MODEL_TELLS, FOUND },
  { "GPT-5", N_("“It’s important to note”"), BYL_TELL_CAVEAT, 1, MODEL_TELLS, FOUND },
  { "GPT-5", N_("First, second, finally"), BYL_N_TELLS, 1, MODEL_TELLS, FOUND },
  { "GPT-5", N_("Things in threes"), BYL_TELL_TRIAD, 1, MODEL_TELLS, FOUND },
  { "GPT-5", N_("“Would you like me to” at the end"), BYL_TELL_CLOSING_OFFER, 1, MODEL_TELLS,
    FOUND },
  { "Claude", N_("Hedge upon hedge"), BYL_TELL_HEDGE, 1, F2, FOUND },
  { "Claude", N_("“I’d be happy to help” at the start"), BYL_TELL_OPENER_SURE, 1, F2, FOUND },
  { "Claude", N_("List items that open in bold"), BYL_TELL_BOLD_LEAD, 1, F2, FOUND },
  { "Claude", N_("“That said”"), BYL_TELL_CAVEAT, 1, F2, FOUND },
  { "Claude", N_("Sentences of varied length"), BYL_TELL_SENTENCE_SPREAD, 1, F2, FOUND },
  { "Claude", N_("More long dashes than others"), BYL_TELL_EM_DASH, 1, MAYA, FOUND },
  { "Gemini 3", N_("Bullets for everything"), BYL_TELL_BULLET, 1, BOTH, FOUND },
  { "Gemini 3", N_("Tables"), BYL_TELL_TABLE, 1, BOTH, FOUND },
  { "Gemini 3", N_("Footnotes such as [1], and a list of sources"), BYL_TELL_CITATION, 1, BOTH,
    FOUND },
  { "Grok", N_("The fewest hedges of all"), BYL_TELL_HEDGE, -1, BOTH, FOUND },
  { "Grok", N_("Dry humour"), BYL_TELL_HUMOUR_ASIDE, 1, BOTH, FOUND },
  { "Grok", N_("Links to x.com"), BYL_TELL_CITATION, 1, BOTH, FOUND },
  { "DeepSeek", N_("Left-over reasoning before a short answer"), BYL_N_TELLS, 1, BOTH, FOUND },
  { "Llama 4", N_("“I’m an AI assistant”"), BYL_TELL_KNOWLEDGE_LIMIT, 1, HUMANIZER, FOUND },
  { "Muse Spark", N_("“Considering this from another angle”"), BYL_N_TELLS, 1, HUMANIZER, FOUND },
};

/**
 * byl_claims_get:
 * @n_claims: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_claims): all claims, those of one model together
 */
const BylClaim *
byl_claims_get (guint *n_claims)
{
  g_return_val_if_fail (n_claims != NULL, NULL);

  *n_claims = G_N_ELEMENTS (claims);

  return claims;
}

/**
 * byl_claim_is_about:
 * @self: a claim
 * @name: the name of a writer
 *
 * A claim on “GPT-5” is one on “GPT-5.4”, too, but not on “GPT-50”.
 *
 * Returns: whether the claim is about that writer
 */
gboolean
byl_claim_is_about (const BylClaim *self,
                    const char     *name)
{
  gsize length;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  length = strlen (self->name);

  return g_ascii_strncasecmp (name, self->name, length) == 0
         && !g_ascii_isalnum (name[length]);
}

/**
 * byl_claim_get_text:
 * @self: a claim
 *
 * Returns: (transfer none): what is claimed, in few translated words
 */
const char *
byl_claim_get_text (const BylClaim *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->text);
}

/**
 * byl_claim_judge:
 * @self: a claim
 * @measure: (nullable): what was measured of the kind that it is about
 *
 * Returns: whether the measurement agrees: only where it is sure enough to be called a tell does it
 *   say anything
 */
BylClaimVerdict
byl_claim_judge (const BylClaim   *self,
                 const BylMeasure *measure)
{
  g_return_val_if_fail (self != NULL, BYL_CLAIM_OPEN);

  if (measure == NULL || measure->tell != self->tell || !measure->is_tell)
    return BYL_CLAIM_OPEN;

  return measure->z * self->lean > 0 ? BYL_CLAIM_AGREES : BYL_CLAIM_DISAGREES;
}
