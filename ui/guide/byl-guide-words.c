/* byl-guide-words.c: what was measured, in sentences
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-guide-words.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * byl_guide_words_get_family:
 * @family: a family of tells
 *
 * Returns: (transfer none): its translated name
 */
const char *
byl_guide_words_get_family (BylFamily family)
{
  switch (family)
    {
    case BYL_FAMILY_TONE:
      return _("Tone");
    case BYL_FAMILY_UNCERTAINTY:
      return _("Uncertainty");
    case BYL_FAMILY_STRUCTURE:
    default:
      return _("Structure");
    }
}

/**
 * byl_guide_words_get_family_class:
 * @family: a family of tells
 *
 * Returns: (transfer none): the style class of its colour
 */
const char *
byl_guide_words_get_family_class (BylFamily family)
{
  switch (family)
    {
    case BYL_FAMILY_TONE:
      return "family-tone";
    case BYL_FAMILY_UNCERTAINTY:
      return "family-uncertainty";
    case BYL_FAMILY_STRUCTURE:
    default:
      return "family-structure";
    }
}

/**
 * byl_guide_words_get_family_mark:
 * @family: a family of tells
 *
 * Returns: (transfer none): a sign that looks like its underline: a wave, dashes or a line
 */
const char *
byl_guide_words_get_family_mark (BylFamily family)
{
  switch (family)
    {
    case BYL_FAMILY_TONE:
      return "∿";
    case BYL_FAMILY_UNCERTAINTY:
      return "╌";
    case BYL_FAMILY_STRUCTURE:
    default:
      return "━";
    }
}

/**
 * byl_guide_words_dup_figures:
 * @measure: what was measured of a writer
 *
 * Returns: (transfer full): its figure and the others’, with their unit
 */
char *
byl_guide_words_dup_figures (const BylMeasure *measure)
{
  g_autofree char *value = byl_tell_kind_dup_value_text (measure->tell, measure->value);
  g_autofree char *others = byl_tell_kind_dup_value_text (measure->tell, measure->others);

  /* Translators: a writer’s figure and that of the others, each with its unit, such as “3.1 per
   * 1,000 words”. */
  return g_strdup_printf (_("%s; the others: %s"), value, others);
}

static char *
dup_pair_figures (const BylMeasure *measure)
{
  g_autofree char *others = byl_tell_kind_dup_value_text (measure->tell, measure->others);

  switch (byl_tell_kind_get (measure->tell)->unit)
    {
    case BYL_TELL_RATE:
      /* Translators: how often something stands in the answers of two writers. */
      return g_strdup_printf (_("%.1f in 1,000 words against %.1f."), measure->value,
                              measure->others);

    case BYL_TELL_ITEM_SHARE:
      /* Translators: shares of the items of lists of two writers, in percent. */
      return g_strdup_printf (_("%.0f %% of list items against %.0f %%."), 100 * measure->value,
                              100 * measure->others);

    case BYL_TELL_SHARE:
      return NULL;

    case BYL_TELL_SIZE:
    default:
      {
        g_autofree char *value = byl_tell_kind_dup_value_text (measure->tell, measure->value);

        /* Translators: the sizes of two writers, each with its unit, such as “12.6 words”. */
        return g_strdup_printf (_("%s against %s."), value, others);
      }
    }
}

/**
 * byl_guide_words_dup_pair:
 * @measure: what was measured of a writer beside one other
 *
 * Returns: (transfer full): the evidence of the tell in one or two sentences: the figures of both,
 *   and in how many answers it is
 */
char *
byl_guide_words_dup_pair (const BylMeasure *measure)
{
  g_autofree char *figures = dup_pair_figures (measure);
  g_autofree char *answers = NULL;

  if (byl_tell_kind_get (measure->tell)->unit != BYL_TELL_SIZE)
    /* Translators: in how many answers something is, of two writers. */
    answers = g_strdup_printf (ngettext ("In %u of %u answer against %u of %u.",
                                         "In %u of %u answers against %u of %u.",
                                         measure->n_answers),
                               measure->n_with, measure->n_answers, measure->n_others_with,
                               measure->n_others);
  else if (measure->z > 0)
    /* Translators: a size: in how many answers it is larger than in the other writer’s answer to
     * the same question. */
    answers = g_strdup_printf (ngettext ("More than the other on the same question in %u of %u "
                                         "answer.",
                                         "More than the other on the same question in %u of %u "
                                         "answers.", measure->n_answers),
                               measure->n_with, measure->n_answers);
  else
    /* Translators: a size: in how many answers it is smaller than in the other writer’s answer to
     * the same question. */
    answers = g_strdup_printf (ngettext ("Less than the other on the same question in %u of %u "
                                         "answer.",
                                         "Less than the other on the same question in %u of %u "
                                         "answers.", measure->n_answers),
                               measure->n_with, measure->n_answers);

  if (figures == NULL)
    return g_steal_pointer (&answers);

  /* Translators: two sentences, one after the other. */
  return g_strdup_printf (_("%s %s"), figures, answers);
}

/**
 * byl_guide_words_dup_evidence:
 * @measure: what was measured of a writer beside all others of its pack
 *
 * Returns: (transfer full): the evidence in a sentence
 */
char *
byl_guide_words_dup_evidence (const BylMeasure *measure)
{
  g_autofree char *figures = byl_guide_words_dup_figures (measure);

  if (byl_tell_kind_get (measure->tell)->unit == BYL_TELL_SIZE)
    return g_steal_pointer (&figures);

  /* Translators: the figures of a writer and of the others, then in how many answers something is,
   * of the writer and of the others. */
  return g_strdup_printf (_("%s. In %u of its %u answers, in %u of the others’ %u."), figures,
                          measure->n_with, measure->n_answers, measure->n_others_with,
                          measure->n_others);
}

/**
 * byl_guide_words_dup_absence:
 * @n_answers: how many answers have none of it
 *
 * Returns: (transfer full): that there is none, in a sentence
 */
char *
byl_guide_words_dup_absence (guint n_answers)
{
  return g_strdup_printf (ngettext ("None in %u answer.", "None in %u answers.", n_answers),
                          n_answers);
}
