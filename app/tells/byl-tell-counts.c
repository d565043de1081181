/* byl-tell-counts.c: what was counted in every answer of a pack
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-counts.h"

#include "byl-blind.h"
#include "byl-tell-counts-private.h"
#include "byl-tell-finder-private.h"
#include "byl-term-counter.h"

G_DEFINE_BOXED_TYPE (BylTellCounts, byl_tell_counts, byl_tell_counts_ref, byl_tell_counts_unref)

static void
term_clear (gpointer data)
{
  BylTerm *term = data;

  g_free (term->text);
}

/* An answer is counted as a player reads it; one that is never dealt is not. */
static void
count_answer (BylTellCounts     *self,
              BylTellFinder     *finder,
              BylTermCounter    *counter,
              const BylMask     *mask,
              const BylQuestion *question,
              guint              position,
              const BylAnswer   *answer)
{
  g_autoptr(BylReadText) text = byl_blind_answer (answer->text, question->prompt, mask, FALSE);
  BylTellRow row = { .question = position, .writer = answer->writer };

  if (byl_read_text_get_length (text) < BYL_BLIND_MIN_CHARACTERS)
    return;

  byl_term_counter_add (counter, byl_tell_finder_measure (finder, text, question->prompt,
                                                          &row.figures));
  g_array_append_val (self->rows, row);
}

static gboolean
count_answers (BylTellCounts   *self,
               const BylPack   *pack,
               const BylMask   *mask,
               BylTellFinder   *finder,
               BylTermCounter  *counter,
               GCancellable    *cancellable,
               GError         **error)
{
  for (guint i = 0; i < byl_pack_get_n_questions (pack); i++)
    {
      const BylQuestion *question = byl_pack_get_question (pack, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      for (guint j = 0; j < question->n_answers; j++)
        count_answer (self, finder, counter, mask, question, i, &question->answers[j]);
    }

  return TRUE;
}

/**
 * byl_tell_counts_new_empty:
 * @n_writers: writers of the pack
 *
 * Returns: (transfer full): counts without answers
 */
BylTellCounts *
byl_tell_counts_new_empty (guint n_writers)
{
  BylTellCounts *self = g_new0 (BylTellCounts, 1);

  g_atomic_ref_count_init (&self->references);
  self->n_writers = n_writers;
  self->rows = g_array_new (FALSE, FALSE, sizeof (BylTellRow));
  self->terms = g_array_new (FALSE, FALSE, sizeof (BylTerm));
  g_array_set_clear_func (self->terms, term_clear);
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->postings = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->times = g_byte_array_new ();

  return self;
}

/**
 * byl_tell_counts_new: (constructor)
 * @pack: a pack
 * @known: (nullable): known models, whose names are hidden from players, too
 * @lexicon: (nullable): the pack's language
 * @cancellable: (nullable): to give up from elsewhere
 * @error: return location for an error
 *
 * Counts everything in all answers of a pack, as players read them: with names hidden, without
 * reasoning, and without the answers that are too short to be dealt. It takes a while: call it
 * where nobody waits. The only error is G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (nullable): the counts, or %NULL with the error set
 */
BylTellCounts *
byl_tell_counts_new (const BylPack         *pack,
                     const BylKnownWriters *known,
                     BylLexicon            *lexicon,
                     GCancellable          *cancellable,
                     GError               **error)
{
  g_autoptr(BylMask) mask = byl_mask_new ();
  g_autoptr(BylTellFinder) finder = byl_tell_finder_new (lexicon);
  g_autoptr(BylTellCounts) self = NULL;
  g_auto(BylTermCounter) counter = { NULL };

  g_return_val_if_fail (pack != NULL, NULL);

  byl_pack_add_names (pack, mask);
  if (known != NULL)
    byl_known_writers_add_names (known, mask);

  self = byl_tell_counts_new_empty (byl_pack_get_n_writers (pack));
  byl_term_counter_init (&counter);
  if (!count_answers (self, pack, mask, finder, &counter, cancellable, error))
    return NULL;

  byl_term_counter_finish (&counter, self);

  return g_steal_pointer (&self);
}

/**
 * byl_tell_counts_ref:
 * @self: counts
 *
 * Returns: (transfer full): the same counts
 */
BylTellCounts *
byl_tell_counts_ref (BylTellCounts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * byl_tell_counts_unref:
 * @self: (transfer full): counts
 *
 * Gives up a reference; the last one frees the counts.
 */
void
byl_tell_counts_unref (BylTellCounts *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_array_unref (self->rows);
  g_array_unref (self->terms);
  g_array_unref (self->firsts);
  g_array_unref (self->postings);
  g_byte_array_unref (self->times);
  g_free (self);
}

/**
 * byl_tell_counts_get_n_writers:
 * @self: counts
 *
 * Returns: how many writers the pack has
 */
guint
byl_tell_counts_get_n_writers (const BylTellCounts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_writers;
}

/**
 * byl_tell_counts_get_n_answers:
 * @self: counts
 *
 * Returns: how many answers were counted
 */
guint
byl_tell_counts_get_n_answers (const BylTellCounts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}
