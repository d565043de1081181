/* byl-claim-words.c: what is claimed of models, and what the measurement says to it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-claim-words.h"

#include <glib/gi18n.h>

static void
append_disagreement (GString        *list,
                     const BylClaim *claim,
                     const char     *name)
{
  if (list->len > 0)
    /* Translators: between two entries of a list. */
    g_string_append (list, _("; "));

  /* Translators: the name of a model, what a page claims of it, the page and its date. */
  g_string_append_printf (list, _("%s: %s (%s, %s)"), name, byl_claim_get_text (claim),
                          claim->page, claim->date);
}

/**
 * byl_claim_words_dup_disagreements:
 * @pair: two writers
 *
 * Returns: (transfer full) (nullable): what is claimed of one of the two and is the other way round
 *   beside the other; %NULL if nothing is
 */
char *
byl_claim_words_dup_disagreements (const BylTellPair *pair)
{
  g_autoptr(GString) list = g_string_new (NULL);
  guint n_claims;
  const BylClaim *claims = byl_claims_get (&n_claims);

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < n_claims; i++)
      {
        const char *name = byl_tell_pair_get_writer (pair, side)->name;
        const BylMeasure *measure = NULL;

        if (claims[i].tell < BYL_N_TELLS)
          measure = byl_tell_pair_find_measure (pair, side, claims[i].tell);

        if (byl_claim_is_about (&claims[i], name)
            && byl_claim_judge (&claims[i], measure) == BYL_CLAIM_DISAGREES)
          append_disagreement (list, &claims[i], name);
      }

  if (list->len == 0)
    return NULL;

  /* Translators: %s is a list of claims. */
  return g_strdup_printf (_("Claimed elsewhere, and the other way round here: %s."), list->str);
}

/**
 * byl_claim_words_get_verdict:
 * @verdict: what the measurement says to a claim
 *
 * Returns: (transfer none): the same in a translated sentence
 */
const char *
byl_claim_words_get_verdict (BylClaimVerdict verdict)
{
  switch (verdict)
    {
    case BYL_CLAIM_AGREES:
      return _("✓ The measurement agrees.");
    case BYL_CLAIM_DISAGREES:
      return _("✗ The measurement disagrees.");
    case BYL_CLAIM_OPEN:
    default:
      return _("? The measurement cannot say.");
    }
}
