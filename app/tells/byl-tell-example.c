/* byl-tell-example.c: short places of answers that show a tell
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-example.h"

#include "byl-blind.h"
#include "byl-excerpt.h"
#include "byl-tell-finder.h"

/* What the search carries from answer to answer. */
typedef struct
{
  GPtrArray     *examples; /* (element-type BylTellExample) */
  BylTellFinder *finder;
  BylMask       *mask;     /* hides nothing: the writers are named beside the examples */
} Search;

/* A place that goes over several blocks is shown by the first of them. */
static const BylBlock *
find_block (BylReadText       *text,
            const BylTellSpan *span)
{
  guint n_blocks;
  const BylBlock *blocks = byl_read_text_get_blocks (text, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    if (span->start >= blocks[i].start && span->start < blocks[i].end)
      return &blocks[i];

  return NULL;
}

static void
try_span (BylTellExample    *example,
          guint              question,
          BylReadText       *text,
          const BylTellSpan *span)
{
  const BylBlock *block = find_block (text, span);
  g_autofree char *excerpt = NULL;
  BylExcerpt place;

  if (block == NULL || span->end <= span->start)
    return;

  place = (BylExcerpt) { .first = block->start, .last = block->end,
                         .start = span->start, .end = MIN (span->end, block->end) };
  excerpt = byl_excerpt_cut (byl_read_text_get_text (text), &place);

  if (excerpt == NULL || (example->text != NULL && place.penalty >= example->penalty))
    return;

  g_free (example->text);
  example->text = g_steal_pointer (&excerpt);
  example->question = question;
  example->start = place.start;
  example->end = place.end;
  example->penalty = place.penalty;
}

static gboolean
is_wanted (const BylTellExample *example,
           guint                 question,
           guint                 writer)
{
  return example->writer == writer && example->avoided != (int) question
         && (example->text == NULL || example->penalty > 0);
}

static void
search_answer (Search            *search,
               guint              position,
               const BylQuestion *question,
               const BylAnswer   *answer)
{
  g_autoptr(BylReadText) text = NULL;
  g_autoptr(BylTells) tells = NULL;
  const BylTellSpan *spans;
  guint n_spans;
  gboolean wanted = FALSE;

  for (guint i = 0; i < search->examples->len && !wanted; i++)
    wanted = is_wanted (g_ptr_array_index (search->examples, i), position, answer->writer);

  if (!wanted)
    return;

  text = byl_blind_answer (answer->text, question->prompt, search->mask, FALSE);
  tells = byl_tell_finder_find (search->finder, text, question->prompt);
  spans = byl_tells_get_spans (tells, &n_spans);

  for (guint i = 0; i < search->examples->len; i++)
    {
      BylTellExample *example = g_ptr_array_index (search->examples, i);

      for (guint j = 0; j < n_spans && is_wanted (example, position, answer->writer); j++)
        if (spans[j].tell == example->tell)
          try_span (example, position, text, &spans[j]);
    }
}

/**
 * byl_tell_example_new:
 * @writer: position of a writer in the pack
 * @tell: a kind
 *
 * Returns: (transfer full): what is to be looked for, not yet found
 */
BylTellExample *
byl_tell_example_new (guint   writer,
                      BylTell tell)
{
  BylTellExample *self = g_new0 (BylTellExample, 1);

  self->writer = writer;
  self->tell = tell;
  self->avoided = -1;

  return self;
}

/**
 * byl_tell_example_free:
 * @self: (nullable) (transfer full): an example
 */
void
byl_tell_example_free (BylTellExample *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self);
}

/**
 * byl_tell_example_find:
 * @examples: (element-type BylTellExample): what to look for; filled in
 * @pack: the pack
 * @lexicon: (nullable): of the pack's language
 * @cancellable: (nullable): stops the search
 * @error: return location for `G_IO_ERROR_CANCELLED`
 *
 * Looks for the most readable place of each kind in each writer's answers, the first of those that
 * are as readable: the same pack gives the same examples. Kinds without places, such as a length,
 * stay without. The answers are read as they are shown, but names are not hidden. It may take as
 * long as measuring the pack does.
 *
 * Returns: whether the search went through
 */
gboolean
byl_tell_example_find (GPtrArray      *examples,
                       const BylPack  *pack,
                       BylLexicon     *lexicon,
                       GCancellable   *cancellable,
                       GError        **error)
{
  g_autoptr(BylTellFinder) finder = byl_tell_finder_new (lexicon);
  g_autoptr(BylMask) mask = byl_mask_new ();
  Search search = { examples, finder, mask };

  g_return_val_if_fail (examples != NULL, FALSE);
  g_return_val_if_fail (pack != NULL, FALSE);

  for (guint i = 0; i < byl_pack_get_n_questions (pack); i++)
    {
      const BylQuestion *question = byl_pack_get_question (pack, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      for (guint j = 0; j < question->n_answers; j++)
        search_answer (&search, i, question, &question->answers[j]);
    }

  return TRUE;
}
