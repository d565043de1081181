/* byl-mark-judge.c: what marked words are worth
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-mark-judge.h"

#define LONGEST_OFFER 60u /* characters; what is longer says by its length what it is */

/* Of each character of an answer, the strongest tell on it that favours its writer. */
typedef struct
{
  gunichar *characters;
  guint     length;
  double   *strength; /* z, 0.0 = none */
  BylTell  *tells;
} Coverage;

static void
clear_coverage (Coverage *self)
{
  g_free (self->characters);
  g_free (self->strength);
  g_free (self->tells);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Coverage, clear_coverage)

static void
cover (Coverage         *self,
       BylReadText      *text,
       const BylTells   *tells,
       const BylProfile *profile,
       guint             writer)
{
  guint n_spans;
  const BylTellSpan *spans = byl_tells_get_spans (tells, &n_spans);
  glong length;

  self->characters = g_utf8_to_ucs4_fast (byl_read_text_get_text (text), -1, &length);
  self->length = (guint) length;
  self->strength = g_new0 (double, self->length + 1);
  self->tells = g_new0 (BylTell, self->length + 1);

  for (guint i = 0; i < n_spans; i++)
    {
      const BylMeasure *measure = byl_profile_find_measure (profile, writer, spans[i].tell);

      if (measure == NULL || !(measure->z >= BYL_MARK_MIN_Z))
        continue;

      for (guint j = spans[i].start; j < MIN (spans[i].end, self->length); j++)
        if (measure->z > self->strength[j])
          {
            self->strength[j] = measure->z;
            self->tells[j] = spans[i].tell;
          }
    }
}

/* A word ends at a space; what is written without spaces is counted by the character. */
static guint
find_word_end (const Coverage *self,
               guint           start,
               guint           end)
{
  guint i = start + 1;

  if (g_unichar_iswide (self->characters[start]))
    return i;

  while (i < end && !g_unichar_isspace (self->characters[i])
         && !g_unichar_iswide (self->characters[i]))
    i++;

  return i;
}

static void
count (const Coverage *self,
       guint           start,
       guint           end,
       guint          *words,
       guint          *credited,
       const char    **tell)
{
  double strongest = 0.0;

  *words = 0;
  *credited = 0;
  *tell = NULL;

  for (guint i = start; i < MIN (end, self->length);)
    {
      guint word_end;
      gboolean covered = FALSE;

      if (g_unichar_isspace (self->characters[i]))
        {
          i++;
          continue;
        }

      word_end = find_word_end (self, i, MIN (end, self->length));

      for (; i < word_end; i++)
        {
          covered = covered || self->strength[i] > 0.0;

          if (self->strength[i] > strongest)
            {
              strongest = self->strength[i];
              *tell = byl_tell_kind_get (self->tells[i])->id;
            }
        }

      (*words)++;
      *credited += covered ? 1 : 0;
    }
}

/**
 * byl_mark_judge_new:
 * @marks: the words that the player marked
 * @text: the answer
 * @tells: what was found in it
 * @profile: what is measured in the pack
 * @writer: who wrote the answer, a position in the pack
 *
 * A marked word earns credit where a tell lies on it that favours the true writer, with a z of
 * %BYL_MARK_MIN_Z at least (one-sided 5 %). What all words of the answer would have earned is what
 * marking at random brings.
 *
 * Returns: (transfer full): the marks, judged
 */
BylMarks *
byl_mark_judge_new (const BylMarks   *marks,
                    BylReadText      *text,
                    const BylTells   *tells,
                    const BylProfile *profile,
                    guint             writer)
{
  BylMarks *judged = byl_marks_new ();
  g_auto(Coverage) coverage = { 0, };
  const char *tell;

  cover (&coverage, text, tells, profile, writer);
  judged->judged = TRUE;
  count (&coverage, 0, coverage.length, &judged->all_words, &judged->all_credited, &tell);

  for (guint i = 0; i < marks->marks->len; i++)
    {
      const BylMark *mark = g_ptr_array_index (marks->marks, i);
      BylMark *with_credit = byl_marks_append (judged, mark->start, mark->end);

      count (&coverage, mark->start, mark->end, &with_credit->words, &with_credit->credited, &tell);
      with_credit->tell = g_strdup (tell);
    }

  return judged;
}

/* Whether some writer of the pack is told by it: whose tell it is, is not said. */
static gboolean
tells_anybody (const BylProfile *profile,
               BylTell           tell)
{
  guint n_writers = byl_tell_counts_get_n_writers (byl_profile_get_counts (profile));

  for (guint i = 0; i < n_writers; i++)
    {
      const BylMeasure *measure = byl_profile_find_measure (profile, i, tell);

      if (measure != NULL && measure->is_tell)
        return TRUE;
    }

  return FALSE;
}

/**
 * byl_mark_judge_offer:
 * @tells: what was found in an answer
 * @profile: what is measured in the pack
 *
 * Chooses words that may be worth a mark: they are of kinds that tell some writer of the pack, and
 * nothing in the choice depends on who wrote this answer.
 *
 * Returns: (transfer full) (element-type BylSpan): words in the order of the text, apart
 */
GArray *
byl_mark_judge_offer (const BylTells   *tells,
                      const BylProfile *profile)
{
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (BylSpan));
  guint n_spans;
  const BylTellSpan *spans = byl_tells_get_spans (tells, &n_spans);
  guint last = 0;

  for (guint i = 0; i < n_spans && offers->len < BYL_MARK_MAX_OFFERS; i++)
    {
      BylSpan span = { spans[i].start, spans[i].end };

      if (span.start < last || span.start >= span.end || span.end - span.start > LONGEST_OFFER
          || !tells_anybody (profile, spans[i].tell))
        continue;

      g_array_append_val (offers, span);
      last = span.end;
    }

  return offers;
}
