/* byl-tell-sentence.c: measured tells in words
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-sentence.h"

#include <glib/gi18n.h>

/* Where the shares of answers that have it differ by so much, they say more than a mean does. */
#define CLEAR_DIFFERENCE 0.25

/* Of what is told by a mean, more answers may have it where there is less of it: many have one
 * then, and a few have a lot. */
static gboolean
is_told_by_answers (const BylMeasure *measure)
{
  BylTellUnit unit = byl_tell_kind_get (measure->tell)->unit;
  double mine;
  double others;

  if (unit != BYL_TELL_RATE || measure->n_answers == 0 || measure->n_others == 0)
    return unit == BYL_TELL_SHARE;

  mine = (double) measure->n_with / measure->n_answers;
  others = (double) measure->n_others_with / measure->n_others;

  return (measure->z < 0 ? others - mine : mine - others) >= CLEAR_DIFFERENCE;
}

/**
 * byl_tell_sentence_dup_amount:
 * @entry: a tell of an answer
 *
 * Returns: (transfer full): how often it is in this answer, or how large
 */
char *
byl_tell_sentence_dup_amount (const BylTellEntry *entry)
{
  const BylTellKind *kind = byl_tell_kind_get (entry->measure->tell);
  gboolean is_level = kind->unit == BYL_TELL_SIZE && kind->dimension == BYL_TELL_OF_LEVELS;

  if ((kind->unit == BYL_TELL_SIZE && !is_level) || kind->unit == BYL_TELL_ITEM_SHARE
      || (is_level && entry->value > 0))
    return byl_tell_kind_dup_value_text (entry->measure->tell, entry->value);

  if (entry->value <= 0)
    /* Translators: said of a tell such as “Em dashes” that this answer does not have. */
    return g_strdup (_("none here"));

  if (entry->count == 0)
    /* Translators: said of a tell such as “Greeting” that this answer has. */
    return g_strdup (_("here"));

  /* Translators: said of a tell such as “Em dashes”: how many this answer has. */
  return g_strdup_printf (ngettext ("%u here", "%u here", entry->count), entry->count);
}

/**
 * byl_tell_sentence_dup_evidence:
 * @entry: a tell of an answer
 * @name: the name of its writer
 *
 * Returns: (transfer full): one sentence on how often the writer's answers have it, and the others'
 */
char *
byl_tell_sentence_dup_evidence (const BylTellEntry *entry,
                                const char         *name)
{
  const BylMeasure *measure = entry->measure;
  g_autofree char *mine = NULL;
  g_autofree char *others = NULL;

  if (is_told_by_answers (measure))
    /* Translators: how many answers have a tell: %1$u of the %3$u answers of the writer %2$s, and
     * %4$u of the %5$u answers of the other writers; all in this pack. */
    return g_strdup_printf (_("In %1$u of %2$s’s %3$u answers here, in %4$u of the others’ %5$u."),
                            measure->n_with, name, measure->n_answers, measure->n_others_with,
                            measure->n_others);

  mine = byl_tell_kind_dup_value_text (measure->tell, measure->value);
  others = byl_tell_kind_dup_value_text (measure->tell, measure->others);

  /* Translators: %1$s and %4$s are figures with their units, such as “4.2 per 1,000 words” or “19
   * words”; %2$s is the writer's name, %3$u and %5$u are numbers of answers in this pack. */
  return g_strdup_printf (_("%1$s in %2$s’s %3$u answers here, %4$s in the others’ %5$u."),
                          mine, name, measure->n_answers, others, measure->n_others);
}

/**
 * byl_tell_sentence_dup_difference:
 * @entry: a tell of an answer, measured between two writers
 * @name: the name of the writer that it speaks for
 * @other: the name of the other one
 *
 * Returns: (transfer full): one sentence that says how the two differ in it
 */
char *
byl_tell_sentence_dup_difference (const BylTellEntry *entry,
                                  const char         *name,
                                  const char         *other)
{
  const BylMeasure *measure = entry->measure;
  const char *tell = byl_tell_kind_get_name (measure->tell);
  g_autofree char *amount = byl_tell_sentence_dup_amount (entry);
  g_autofree char *mine = NULL;
  g_autofree char *others = NULL;

  if (is_told_by_answers (measure))
    /* Translators: %1$s is the name of a tell, %2$s how often it is in this answer, such as “7
     * here”; then how many answers have it: %3$u of the %5$u of the writer %4$s, %6$u of the %8$u
     * of the writer %7$s. */
    return g_strdup_printf (_("%1$s (%2$s): in %3$u of %4$s’s %5$u answers, in %6$u of %7$s’s "
                              "%8$u."),
                            tell, amount, measure->n_with, name, measure->n_answers,
                            measure->n_others_with, other, measure->n_others);

  mine = byl_tell_kind_dup_value_text (measure->tell, measure->value);
  others = byl_tell_kind_dup_value_text (measure->tell, measure->others);

  /* Translators: %1$s is the name of a tell, %2$s how often it is in this answer, or how large;
   * %3$s and %5$s are figures with their units, such as “4.2 per 1,000 words”, of the writers %4$s
   * and %6$s. */
  return g_strdup_printf (_("%1$s (%2$s): %3$s in %4$s’s answers, %5$s in %6$s’s."),
                          tell, amount, mine, name, others, other);
}

/**
 * byl_tell_sentence_dup_words:
 * @words: (element-type BylFoundWord): words that were found
 *
 * Returns: (transfer full): the words in quotation marks, one after the other
 */
char *
byl_tell_sentence_dup_words (const GPtrArray *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const BylFoundWord *word = g_ptr_array_index (words, i);

      if (i > 0)
        /* Translators: stands between the items of a list, such as quoted words. */
        g_string_append (text, _(", "));

      /* Translators: %s are words quoted from an answer. */
      g_string_append_printf (text, C_("word in a list", "“%s”"), word->word->text);
    }

  return g_string_free (text, FALSE);
}

/**
 * byl_tell_sentence_dup_word_evidence:
 * @word: a measured word that was found
 * @name: the name of the writer
 *
 * Returns: (transfer full): one sentence on how often the writer's answers have it, and the others'
 */
char *
byl_tell_sentence_dup_word_evidence (const BylFoundWord *word,
                                     const char         *name)
{
  const BylMeasuredWord *measured = word->word;

  /* Translators: %1$s is a word or two, quoted; it stands in %2$u of the %4$u answers of the writer
   * %3$s, and in %5$u of the %6$u answers of the other writers; all in this pack. */
  return g_strdup_printf (_("“%1$s” in %2$u of %3$s’s %4$u answers here, in %5$u of the others’ "
                            "%6$u."),
                          measured->text, measured->n_with, name, measured->n_answers,
                          measured->n_others_with, measured->n_others);
}

/**
 * byl_tell_sentence_dup_bar:
 * @entry: a tell of an answer that is a rate or a size
 * @name: the name of its writer
 *
 * Returns: (transfer full): what the bar of the tell shows, for those who do not see it
 */
char *
byl_tell_sentence_dup_bar (const BylTellEntry *entry,
                           const char         *name)
{
  const BylMeasure *measure = entry->measure;
  g_autofree char *here = byl_tell_kind_dup_value_text (measure->tell, entry->value);
  g_autofree char *mine = byl_tell_kind_dup_value_text (measure->tell, measure->value);
  g_autofree char *others = byl_tell_kind_dup_value_text (measure->tell, measure->others);

  /* Translators: each %s but the second is a figure with its unit, such as “4.2 per 1,000 words”;
   * the second is the writer's name. */
  return g_strdup_printf (_("This answer: %1$s. %2$s’s mean: %3$s. The others’ mean: %4$s."),
                          here, name, mine, others);
}
