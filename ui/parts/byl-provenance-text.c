/* byl-provenance-text.c: where an answer comes from, in words
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-provenance-text.h"

#include <glib/gi18n.h>

static char *
describe_kind (const BylProvenance *provenance)
{
  const char *model = provenance->reported_model != NULL ? provenance->reported_model
                                                          : provenance->requested_model;

  switch (provenance->kind)
    {
    case BYL_PROVENANCE_ILLUSTRATIVE:
      return g_strdup (_("Illustrative: written by hand to show a style; says nothing about any "
                         "real model."));

    case BYL_PROVENANCE_IMPORTED:
      if (provenance->source != NULL)
        /* Translators: %s is the title of a data set. */
        return g_strdup_printf (_("Imported from “%s”."), provenance->source->title);
      return g_strdup (_("Imported from a published data set."));

    case BYL_PROVENANCE_RECORDED:
      if (model != NULL && provenance->provider != NULL)
        /* Translators: the first %s is the technical name of a model, the second that of a
         * service. */
        return g_strdup_printf (_("Recorded from “%s” through %s."), model, provenance->provider);
      if (model != NULL)
        /* Translators: %s is the technical name of a model. */
        return g_strdup_printf (_("Recorded from “%s”."), model);
      return g_strdup (_("Recorded from the model through its interface."));

    case BYL_PROVENANCE_PASTED:
      return g_strdup (_("Copied by a person from the model’s own page."));

    case BYL_PROVENANCE_UNKNOWN:
    default:
      return g_strdup (_("The pack does not say where this answer comes from."));
    }
}

/**
 * byl_provenance_text_new:
 * @provenance: (nullable): where an answer comes from
 *
 * Returns: (transfer full): one or more translated sentences
 */
char *
byl_provenance_text_new (const BylProvenance *provenance)
{
  const BylProvenance unknown = { 0 };
  g_autoptr(GString) text = NULL;
  g_autofree char *kind = describe_kind (provenance != NULL ? provenance : &unknown);

  text = g_string_new (kind);

  if (provenance != NULL && provenance->date != NULL)
    {
      g_string_append_c (text, ' ');
      /* Translators: %s is a date such as 2026-03 or 2026-03-14. */
      g_string_append_printf (text, _("Dated %s."), provenance->date);
    }

  if (provenance != NULL && provenance->source != NULL && provenance->source->license != NULL)
    {
      g_string_append_c (text, ' ');
      /* Translators: %s is the name of a licence, such as MIT. */
      g_string_append_printf (text, _("Licence: %s."), provenance->source->license);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * byl_provenance_text_new_short:
 * @kind: where most answers of a pack come from
 * @source: (nullable): title of the published work that they were taken from
 * @license: (nullable): name of its licence
 *
 * Returns: (transfer full): a few translated words for a pack's card
 */
char *
byl_provenance_text_new_short (BylProvenanceKind  kind,
                               const char        *source,
                               const char        *license)
{
  switch (kind)
    {
    case BYL_PROVENANCE_ILLUSTRATIVE:
      return g_strdup (_("Illustrative: written by hand"));

    case BYL_PROVENANCE_IMPORTED:
      if (source != NULL && license != NULL)
        /* Translators: the title of a data set and the name of its licence. */
        return g_strdup_printf (_("Real answers · %s · %s"), source, license);
      if (source != NULL)
        /* Translators: %s is the title of a data set. */
        return g_strdup_printf (_("Real answers · %s"), source);
      return g_strdup (_("Real answers"));

    case BYL_PROVENANCE_RECORDED:
      return g_strdup (_("Real answers, recorded"));

    case BYL_PROVENANCE_PASTED:
      return g_strdup (_("Real answers, copied by hand"));

    case BYL_PROVENANCE_UNKNOWN:
    default:
      return g_strdup (_("Source not said"));
    }
}
