/* byl-rival-reason-data.c: the rival's reasons as data, to be kept and put into words later
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-rival-reason.h"

#include <math.h>

/* Names that are written to journals: they stay as they are. In the order of BylRivalReasonKind. */
static const char * const kinds[] = {
  [BYL_RIVAL_REASON_WORDS] = "words",
  [BYL_RIVAL_REASON_BEGIN] = "begin",
  [BYL_RIVAL_REASON_END] = "end",
  [BYL_RIVAL_REASON_START] = "start",
  [BYL_RIVAL_REASON_FIGURE] = "figure",
};

/* Likewise, in the order of BylFigure. */
static const char * const figures[BYL_N_FIGURES] = {
  [BYL_FIGURE_WORDS] = "words",
  [BYL_FIGURE_SENTENCES] = "sentences",
  [BYL_FIGURE_SENTENCE_LENGTH] = "sentence-length",
  [BYL_FIGURE_SENTENCE_SPREAD] = "sentence-spread",
  [BYL_FIGURE_BLOCKS] = "blocks",
  [BYL_FIGURE_BLOCK_LENGTH] = "block-length",
  [BYL_FIGURE_FIRST_BLOCK] = "first-block",
  [BYL_FIGURE_LAST_BLOCK] = "last-block",
  [BYL_FIGURE_PREAMBLE] = "preamble",
  [BYL_FIGURE_HEADINGS] = "headings",
  [BYL_FIGURE_HEADING_LEVEL] = "heading-level",
  [BYL_FIGURE_BULLETS] = "bullets",
  [BYL_FIGURE_NUMBERED] = "numbered",
  [BYL_FIGURE_NESTING] = "nesting",
  [BYL_FIGURE_ITEM_LENGTH] = "item-length",
  [BYL_FIGURE_BOLD] = "bold",
  [BYL_FIGURE_BOLD_LEAD] = "bold-lead",
  [BYL_FIGURE_ITALIC] = "italic",
  [BYL_FIGURE_INLINE_CODE] = "inline-code",
  [BYL_FIGURE_CODE_BLOCKS] = "code-blocks",
  [BYL_FIGURE_CELLS] = "cells",
  [BYL_FIGURE_RULES] = "rules",
  [BYL_FIGURE_QUOTED] = "quoted",
  [BYL_FIGURE_LINKS] = "links",
  [BYL_FIGURE_COMMAS] = "commas",
  [BYL_FIGURE_STOPS] = "stops",
  [BYL_FIGURE_COLONS] = "colons",
  [BYL_FIGURE_SEMICOLONS] = "semicolons",
  [BYL_FIGURE_DASHES] = "dashes",
  [BYL_FIGURE_HYPHENS] = "hyphens",
  [BYL_FIGURE_PARENTHESES] = "parentheses",
  [BYL_FIGURE_EXCLAMATIONS] = "exclamations",
  [BYL_FIGURE_QUESTIONS] = "questions",
  [BYL_FIGURE_ELLIPSES] = "ellipses",
  [BYL_FIGURE_STRAIGHT_QUOTES] = "straight-quotes",
  [BYL_FIGURE_CURLY_QUOTES] = "curly-quotes",
  [BYL_FIGURE_SYMBOLS] = "symbols",
  [BYL_FIGURE_NUMBERS] = "numbers",
  [BYL_FIGURE_CAPITALS] = "capitals",
  [BYL_FIGURE_CONTRACTIONS] = "contractions",
  [BYL_FIGURE_WORD_LENGTH] = "word-length",
  [BYL_FIGURE_LONG_WORDS] = "long-words",
  [BYL_FIGURE_VARIETY] = "variety",
};

static gboolean
find_name (const char * const *names,
           guint               n_names,
           GVariantDict       *data,
           const char         *member,
           guint              *position)
{
  const char *name;

  if (!g_variant_dict_lookup (data, member, "&s", &name))
    return FALSE;

  for (*position = 0; *position < n_names; (*position)++)
    if (g_str_equal (names[*position], name))
      return TRUE;

  return FALSE;
}

static gboolean
find_number (GVariantDict *data,
             const char   *member,
             double       *number)
{
  return g_variant_dict_lookup (data, member, "d", number) && isfinite (*number) && *number >= 0.0;
}

static gboolean
read_figure (BylRivalReason *self,
             GVariantDict   *data)
{
  guint figure;

  if (!find_name (figures, G_N_ELEMENTS (figures), data, "figure", &figure))
    return FALSE;

  self->figure = (BylFigure) figure;

  return find_number (data, "value", &self->value) && find_number (data, "mean", &self->mean)
         && find_number (data, "others-mean", &self->others_mean);
}

static gboolean
read_words (BylRivalReason *self,
            GVariantDict   *data)
{
  return g_variant_dict_lookup (data, "words", "s", &self->words)
         && g_variant_dict_lookup (data, "with", "u", &self->n_with)
         && g_variant_dict_lookup (data, "answers", "u", &self->n_answers)
         && g_variant_dict_lookup (data, "others-with", "u", &self->others_with)
         && g_variant_dict_lookup (data, "others", "u", &self->n_others);
}

/**
 * byl_rival_reason_to_data:
 * @self: a reason
 *
 * Returns: (transfer full): all that byl_rival_reason_to_text() needs to know, in any language
 */
char *
byl_rival_reason_to_data (const BylRivalReason *self)
{
  g_auto(GVariantDict) data = G_VARIANT_DICT_INIT (NULL);
  g_autoptr(GVariant) variant = NULL;

  g_variant_dict_insert (&data, "kind", "s", kinds[self->kind]);

  if (self->kind == BYL_RIVAL_REASON_FIGURE)
    {
      g_variant_dict_insert (&data, "figure", "s", figures[self->figure]);
      g_variant_dict_insert (&data, "value", "d", self->value);
      g_variant_dict_insert (&data, "mean", "d", self->mean);
      g_variant_dict_insert (&data, "others-mean", "d", self->others_mean);
    }
  else
    {
      g_variant_dict_insert (&data, "words", "s", self->words);
      g_variant_dict_insert (&data, "with", "u", self->n_with);
      g_variant_dict_insert (&data, "answers", "u", self->n_answers);
      g_variant_dict_insert (&data, "others-with", "u", self->others_with);
      g_variant_dict_insert (&data, "others", "u", self->n_others);
    }

  variant = g_variant_ref_sink (g_variant_dict_end (&data));

  return g_variant_print (variant, TRUE);
}

/**
 * byl_rival_reason_new_from_data:
 * @text: what byl_rival_reason_to_data() wrote, or anything else
 *
 * Returns: (transfer full) (nullable): the reason, without its weight and its span; %NULL where
 *   @text is none, or one of a later version
 */
BylRivalReason *
byl_rival_reason_new_from_data (const char *text)
{
  g_autoptr(GVariant) variant = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  g_autoptr(BylRivalReason) self = NULL;
  g_autoptr(GVariantDict) data = NULL;
  guint kind;

  if (variant == NULL)
    return NULL;

  self = g_new0 (BylRivalReason, 1);
  data = g_variant_dict_new (variant);

  if (!find_name (kinds, G_N_ELEMENTS (kinds), data, "kind", &kind))
    return NULL;

  self->kind = (BylRivalReasonKind) kind;

  if (self->kind == BYL_RIVAL_REASON_FIGURE ? !read_figure (self, data) : !read_words (self, data))
    return NULL;

  return g_steal_pointer (&self);
}
