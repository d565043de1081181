/* byl-mark-words.c: what the player has marked, in words
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-mark-words.h"

#include <glib/gi18n.h>

#include <math.h>

/**
 * byl_mark_sum_add:
 * @self: a sum
 * @marks: (nullable): marks of one card; those that are not judged are left out
 */
void
byl_mark_sum_add (BylMarkSum     *self,
                  const BylMarks *marks)
{
  if (marks == NULL || !marks->judged)
    return;

  self->all_words += marks->all_words;
  self->all_credited += marks->all_credited;

  for (guint i = 0; i < marks->marks->len; i++)
    {
      const BylMark *mark = g_ptr_array_index (marks->marks, i);

      self->words += mark->words;
      self->credited += mark->credited;
    }
}

/**
 * byl_mark_sum_add_round:
 * @self: a sum
 * @round: a round; one that is not revealed adds nothing
 */
void
byl_mark_sum_add_round (BylMarkSum          *self,
                        const BylDealtRound *round)
{
  for (guint i = 0; round->revealed && i < round->cards->len; i++)
    byl_mark_sum_add (self, ((BylDealtCard *) round->cards->pdata[i])->marks);
}

/**
 * byl_mark_sum_dup_text:
 * @self: a sum
 *
 * What was earned never stands without what marking at random would have brought.
 *
 * Returns: (transfer full) (nullable): a translated sentence; %NULL where no word was judged
 */
char *
byl_mark_sum_dup_text (const BylMarkSum *self)
{
  double share = self->all_words > 0 ? 100.0 * self->all_credited / self->all_words : 0.0;

  if (self->words == 0)
    return NULL;

  /* Translators: how many marked words earned credit; how many were marked; how many of 100 would
   * earn it at random. */
  return g_strdup_printf (ngettext ("A tell of its writer lies on %u of the %u word that you "
                                    "marked; of 100 words marked at random, on %.0f.",
                                    "A tell of their writer lies on %u of the %u words that you "
                                    "marked; of 100 words marked at random, on %.0f.",
                                    self->words),
                          self->credited, self->words, round (share));
}
