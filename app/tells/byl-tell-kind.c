/* byl-tell-kind.c: the kinds of tells: what can separate writers and is counted
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-kind.h"

#include "byl-tell-table.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * byl_tell_kind_get:
 * @tell: a kind
 *
 * Returns: (transfer none): its entry in the table
 */
const BylTellKind *
byl_tell_kind_get (BylTell tell)
{
  g_return_val_if_fail (tell < BYL_N_TELLS, NULL);

  return &byl_tell_table[tell];
}

/**
 * byl_tell_kind_find:
 * @id: what may be the id of a kind, as authors of packs write it
 * @tell: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
byl_tell_kind_find (const char *id,
                    BylTell    *tell)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (tell != NULL, FALSE);

  for (guint i = 0; i < BYL_N_TELLS; i++)
    if (g_str_equal (byl_tell_table[i].id, id))
      {
        *tell = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * byl_tell_kind_get_name:
 * @tell: a kind
 *
 * Returns: (transfer none): its name for players, translated
 */
const char *
byl_tell_kind_get_name (BylTell tell)
{
  return _(byl_tell_kind_get (tell)->name);
}

/**
 * byl_tell_kind_get_explanation:
 * @tell: a kind
 *
 * Returns: (transfer none): what it is, in one translated sentence
 */
const char *
byl_tell_kind_get_explanation (BylTell tell)
{
  return _(byl_tell_kind_get (tell)->explanation);
}

/**
 * byl_tell_kind_get_finding:
 * @tell: a kind
 *
 * Returns: (transfer none): how it is found and counted, in one translated sentence
 */
const char *
byl_tell_kind_get_finding (BylTell tell)
{
  return _(byl_tell_kind_get (tell)->finding);
}

static char *
make_size_text (BylTellDimension dimension,
                double           size)
{
  /* A rounded number decides on the form; a fraction takes that of many. */
  gulong form = size == 1 ? 1 : MAX (2, (gulong) size);

  switch (dimension)
    {
    case BYL_TELL_OF_WORDS:
      /* Translators: the length of an answer or of a sentence; the number may have a fraction */
      return g_strdup_printf (ngettext ("%.*f word", "%.*f words", form), size < 20 ? 1 : 0, size);

    case BYL_TELL_OF_SENTENCES:
      /* Translators: the length of a paragraph; the number may have a fraction */
      return g_strdup_printf (ngettext ("%.1f sentence", "%.1f sentences", form), size);

    case BYL_TELL_OF_LEVELS:
      /* Translators: how deep headings or lists go; the number may have a fraction */
      return g_strdup_printf (ngettext ("%.1f level", "%.1f levels", form), size);

    default:
      return g_strdup_printf ("%.1f", size);
    }
}

/**
 * byl_tell_kind_dup_value_text:
 * @tell: a kind
 * @value: a figure of it: times per 1,000 words, a share from 0 to 1, or a size; NaN where there is
 *   none
 *
 * Returns: (transfer full): the figure for players, with its unit, translated
 */
char *
byl_tell_kind_dup_value_text (BylTell tell,
                              double  value)
{
  const BylTellKind *kind = byl_tell_kind_get (tell);

  if (isnan (value))
    return g_strdup ("–");

  switch (kind->unit)
    {
    case BYL_TELL_RATE:
      /* Translators: how often something stands in answers */
      return g_strdup_printf (_("%.1f per 1,000 words"), value);

    case BYL_TELL_SHARE:
      /* Translators: a share of answers, in percent */
      return g_strdup_printf (_("%.0f %% of answers"), 100 * value);

    case BYL_TELL_ITEM_SHARE:
      /* Translators: a share of the items of lists, in percent */
      return g_strdup_printf (_("%.0f %% of list items"), 100 * value);

    default:
      return make_size_text (kind->dimension, value);
    }
}
