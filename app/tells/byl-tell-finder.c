/* byl-tell-finder.c: finding the tells of answers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-finder.h"

#include "byl-tell-finder-private.h"
#include "byl-tell-finding.h"

#include <stdlib.h>

struct _BylTellFinder
{
  BylLexicon     *lexicon; /* (nullable) */
  gboolean        is_missing[BYL_N_TELLS]; /* the language has no words for the kind */
  BylTellText     text;
  BylTellMatcher  matcher;
  GArray         *spans;   /* (element-type BylTellSpan): of the answer at hand */
  GArray         *asides;  /* (element-type BylSpan): likewise */
  char           *prompt;  /* (nullable): the last one, since answers to it follow each other */
  GArray         *words;   /* (element-type guint32): its words, case apart */
};

static void
read_prompt (BylTellFinder *self,
             const char    *prompt)
{
  g_autofree char *valid = NULL;

  if (g_strcmp0 (self->prompt, prompt) == 0)
    return;

  g_free (self->prompt);
  self->prompt = g_strdup (prompt);
  g_array_set_size (self->words, 0);
  if (prompt == NULL)
    return;

  valid = byl_text_clean (prompt);
  byl_tell_text_read_plain (&self->text, valid);
  for (guint i = 0; i < self->text.n_tokens; i++)
    {
      guint32 folded = self->text.tokens[i].folded;

      g_array_append_val (self->words, folded);
    }
}

static int
compare_spans (const void *first,
               const void *second)
{
  const BylTellSpan *a = first;
  const BylTellSpan *b = second;

  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->end != b->end)
    return a->end > b->end ? -1 : 1;

  return (int) a->tell - (int) b->tell;
}

/* A place can be found twice: a web address is a link, too. */
static void
leave_out_twins (GArray *spans)
{
  BylTellSpan *all = (BylTellSpan *) spans->data;
  guint kept = 0;

  for (guint i = 0; i < spans->len; i++)
    if (kept == 0 || compare_spans (&all[kept - 1], &all[i]) != 0)
      all[kept++] = all[i];

  g_array_set_size (spans, kept);
}

static void
find (BylTellFinder     *self,
      const BylReadText *text,
      const char        *prompt,
      BylTellFigures    *figures)
{
  BylTellFinding finding = {
    .lexicon = self->lexicon,
    .is_missing = self->is_missing,
    .text = &self->text,
    .matcher = &self->matcher,
    .prompt = prompt != NULL ? self->words : NULL,
    .figures = figures,
    .spans = self->spans,
    .asides = self->asides,
  };

  memset (figures, 0, sizeof *figures);
  g_array_set_size (self->spans, 0);
  g_array_set_size (self->asides, 0);
  finding.blocks = byl_read_text_get_blocks (text, &finding.n_blocks);
  finding.runs = byl_read_text_get_runs (text, &finding.n_runs);

  read_prompt (self, prompt);
  byl_tell_text_read (&self->text, text);
  byl_tell_finding_prompt (&finding);
  byl_tell_matcher_run (&self->matcher, &self->text);
  byl_tell_finding_speech (&finding);
  byl_tell_finding_shape (&finding);
  byl_tell_finding_marks (&finding);
  byl_tell_finding_lists (&finding);
}

/**
 * byl_tell_finder_new: (constructor)
 * @lexicon: (nullable): the language of the answers; without one, only what needs no words is found
 *
 * Makes a finder. It learns the words of the answers that it is given, so that one finder serves
 * them all fastest; it is used by one thread at a time.
 *
 * Returns: (transfer full): a finder
 */
BylTellFinder *
byl_tell_finder_new (BylLexicon *lexicon)
{
  BylTellFinder *self = g_new0 (BylTellFinder, 1);

  self->lexicon = lexicon != NULL ? byl_lexicon_ref (lexicon) : NULL;
  byl_tell_text_init (&self->text, lexicon);
  byl_tell_matcher_init (&self->matcher, lexicon);
  self->spans = g_array_new (FALSE, FALSE, sizeof (BylTellSpan));
  self->asides = g_array_new (FALSE, FALSE, sizeof (BylSpan));
  self->words = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < BYL_N_TELLS; i++)
    {
      const char *list = byl_tell_kind_get (i)->list;

      self->is_missing[i] = list != NULL &&
                            (lexicon == NULL || !byl_lexicon_has_list (lexicon, list));
    }

  return self;
}

/**
 * byl_tell_finder_free:
 * @self: (nullable) (transfer full): a finder
 *
 * Frees the finder.
 */
void
byl_tell_finder_free (BylTellFinder *self)
{
  if (self == NULL)
    return;

  byl_tell_matcher_clear (&self->matcher);
  byl_tell_text_clear (&self->text);
  g_clear_pointer (&self->lexicon, byl_lexicon_unref);
  g_array_unref (self->spans);
  g_array_unref (self->asides);
  g_array_unref (self->words);
  g_free (self->prompt);
  g_free (self);
}

/**
 * byl_tell_finder_find:
 * @self: a finder
 * @text: an answer, as it is shown
 * @prompt: (nullable): its question; without one, nothing is said of what is taken from it
 *
 * Finds the tells of an answer. What stands in code is not looked at, nor what the answer quotes
 * from the prompt.
 *
 * Returns: (transfer full): the tells, with their places in @text
 */
BylTells *
byl_tell_finder_find (BylTellFinder *self,
                      BylReadText   *text,
                      const char    *prompt)
{
  BylTells *tells;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  tells = g_new0 (BylTells, 1);
  g_atomic_ref_count_init (&tells->references);
  find (self, text, prompt, &tells->figures);

  g_array_sort (self->spans, compare_spans);
  leave_out_twins (self->spans);
  tells->n_spans = self->spans->len;
  tells->spans = g_memdup2 (self->spans->data, self->spans->len * sizeof (BylTellSpan));

  return tells;
}

/**
 * byl_tell_finder_measure:
 * @self: a finder
 * @text: an answer, as it is shown
 * @prompt: (nullable): its question
 * @figures: (out caller-allocates): the figures of the answer
 *
 * Finds the figures of an answer without the places.
 *
 * Returns: (transfer none): the answer taken apart, until the next one
 */
const BylTellText *
byl_tell_finder_measure (BylTellFinder     *self,
                         const BylReadText *text,
                         const char        *prompt,
                         BylTellFigures    *figures)
{
  find (self, text, prompt, figures);

  return &self->text;
}
