/* byl-tell-finding-lists.c: what the words of a lexicon say in an answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-finding.h"

#include <math.h>

/* The members of three have at most so many words, or characters. */
#define MAX_MEMBER_WORDS      4u
#define MAX_MEMBER_CHARACTERS 10u

/* So many words of a trailing clause are shown. */
#define MAX_TAIL 8u

/* Between “about” and its number may stand the sign of a currency. */
#define MAX_SIGNS 3u

/* Where lists count that are only looked for in a part of the answer. */
typedef struct
{
  guint praise_end;    /* the token behind the first two sentences */
  guint offer_start;   /* the first token of the last two sentences */
  guint closing_start; /* the first token of the last block */
  guint n_asides;      /* how many parentheses were looked into */
} Places;

static const BylTell tells_of_lists[BYL_N_LISTS] = {
  [BYL_LIST_OPENER_SURE] = BYL_TELL_OPENER_SURE,
  [BYL_LIST_OPENER_HERE_IS] = BYL_TELL_OPENER_HERE_IS,
  [BYL_LIST_PRAISE] = BYL_TELL_PRAISE,
  [BYL_LIST_CLOSING_OFFER] = BYL_TELL_CLOSING_OFFER,
  [BYL_LIST_FIRST_PERSON] = BYL_TELL_FIRST_PERSON,
  [BYL_LIST_SECOND_PERSON] = BYL_TELL_SECOND_PERSON,
  [BYL_LIST_INCLUSIVE] = BYL_TELL_INCLUSIVE,
  [BYL_LIST_CONTRACTION] = BYL_TELL_CONTRACTION,
  [BYL_LIST_IMPERATIVE] = BYL_TELL_IMPERATIVE,
  [BYL_LIST_FORMAL_WORD] = BYL_TELL_FORMAL_WORD,
  [BYL_LIST_METAPHOR] = BYL_TELL_METAPHOR,
  [BYL_LIST_HUMOUR_ASIDE] = BYL_TELL_HUMOUR_ASIDE,
  [BYL_LIST_HEDGE] = BYL_TELL_HEDGE,
  [BYL_LIST_BOOSTER] = BYL_TELL_BOOSTER,
  [BYL_LIST_OWN_DOUBT] = BYL_TELL_OWN_DOUBT,
  [BYL_LIST_KNOWLEDGE_LIMIT] = BYL_TELL_KNOWLEDGE_LIMIT,
  [BYL_LIST_ATTRIBUTION] = BYL_TELL_ATTRIBUTION,
  [BYL_LIST_BOTH_SIDES] = BYL_TELL_BOTH_SIDES,
  [BYL_LIST_CAVEAT] = BYL_TELL_CAVEAT,
  [BYL_LIST_SEE_A_PROFESSIONAL] = BYL_TELL_SEE_A_PROFESSIONAL,
  [BYL_LIST_REFUSAL] = BYL_TELL_REFUSAL,
  [BYL_LIST_APPROXIMATELY] = BYL_TELL_RANGE,
  [BYL_LIST_SOURCES] = BYL_TELL_CITATION,
  [BYL_LIST_NOT_X_BUT_Y] = BYL_TELL_NOT_X_BUT_Y,
  [BYL_LIST_CONJUNCTION] = BYL_TELL_TRIAD,
  [BYL_LIST_PARTICIPLE] = BYL_TELL_ING_CLAUSE,
  [BYL_LIST_SUMMARY_CLOSE] = BYL_TELL_SUMMARY_CLOSE,
  [BYL_LIST_STOP_WORD] = BYL_N_TELLS,
};

static gboolean
is_of_paragraph (const BylTellFinding *self,
                 guint                 sentence)
{
  return self->blocks[byl_tell_finding_get_sentence (self, sentence)->block].kind ==
         BYL_BLOCK_PARAGRAPH;
}

static Places
find_places (const BylTellFinding *self)
{
  Places places = { 0, self->text->n_tokens, self->text->n_tokens, 0 };
  guint n_sentences = self->text->sentences->len;
  guint n_last = 0;

  if (self->first < n_sentences)
    places.praise_end =
      byl_tell_finding_get_sentence (self, MIN (self->first + 1, n_sentences - 1))->last;

  for (guint i = n_sentences; i > 0 && n_last < 2; i--)
    {
      const BylTokenSentence *sentence = byl_tell_finding_get_sentence (self, i - 1);

      if (!is_of_paragraph (self, i - 1))
        continue;

      if (n_last++ == 0)
        places.closing_start = byl_tell_finding_get_block (self, sentence->block)->first_token;
      places.offer_start = sentence->first;
    }

  return places;
}

/* Whether a word goes on from the one before it, with no mark but a hyphen between them. */
static gboolean
goes_on (const BylTellFinding *self,
         guint                 token)
{
  return self->text->tokens[token].gap <= BYL_GAP_HYPHEN;
}

/* How many words stand, without a mark between them, before a token and behind a comma: 0 if there
 * are too many or is no comma. */
static guint
measure_member (const BylTellFinding *self,
                guint                 end,
                guint                 most)
{
  guint length = 0;

  while (end > 0 && length < most)
    {
      length++;
      end--;
      if (self->text->tokens[end].gap == BYL_GAP_COMMA)
        return length;
      if (!goes_on (self, end))
        return 0;
    }

  return 0;
}

/* “A, B, and C”. English mostly has a comma before the last one; where it may be missing, the
 * languages that never have one are not told from a clause behind a comma, and neither are they
 * here. */
static void
find_triad (BylTellFinding     *self,
            const BylTellMatch *match)
{
  const BylToken *tokens = self->text->tokens;
  gboolean is_english = g_str_has_prefix (self->lexicon->language, "en");
  guint most = self->lexicon->in_characters ? MAX_MEMBER_CHARACTERS : MAX_MEMBER_WORDS;
  guint second = measure_member (self, match->first, most);
  guint middle = match->first - second;
  guint first = middle;
  guint last = match->last;

  if (second == 0 || last >= self->text->n_tokens || !goes_on (self, last))
    return;
  if (tokens[match->first].gap != BYL_GAP_COMMA && (is_english || !goes_on (self, match->first)))
    return;

  /* Another comma so near is that of a fourth member. */
  for (guint i = 0; i <= second && first > 0; i++)
    {
      first--;
      if (tokens[first].gap == BYL_GAP_COMMA)
        return;
      if (!goes_on (self, first))
        break;
    }

  /* Where the first and the last member begin and end nobody can tell: they are shown as long as
   * the second, or in characters as far as the next mark. */
  if (!self->lexicon->in_characters)
    first = MAX (first, middle > second ? middle - second : 0);
  for (guint i = 1; i < MAX (second, middle - first); i++)
    {
      if (last + 1 == self->text->n_tokens || !goes_on (self, last + 1))
        break;
      last++;
    }

  if (first < middle)
    byl_tell_finding_add_words (self, BYL_TELL_TRIAD, first, last + 1);
}

/* A participle behind a comma that has words behind it, and is no member of a list. */
static void
find_tail (BylTellFinding     *self,
           const BylTellMatch *match)
{
  guint last = match->last;

  if (last >= self->text->n_tokens || !goes_on (self, last))
    return;

  while (last < self->text->n_tokens && last - match->first < MAX_TAIL && goes_on (self, last))
    last++;
  byl_tell_finding_add_words (self, BYL_TELL_ING_CLAUSE, match->first, last);
}

static void
find_approximate (BylTellFinding     *self,
                  const BylTellMatch *match)
{
  const BylToken *next = &self->text->tokens[match->last];

  if (match->last >= self->text->n_tokens || next->gap > BYL_GAP_MARK ||
      next->start > next[-1].end + MAX_SIGNS ||
      (next->word_flags & BYL_WORD_NUMBER) == 0)
    return;

  byl_tell_finding_add_words (self, BYL_TELL_RANGE, match->first, match->last + 1);
}

/* A parenthesis that holds such words counts once. */
static void
find_aside (BylTellFinding     *self,
            const BylTellMatch *match)
{
  guint start = self->text->tokens[match->first].start;

  for (guint i = 0; i < self->asides->len; i++)
    {
      BylSpan *aside = &g_array_index (self->asides, BylSpan, i);

      if (start < aside->start || start >= aside->end)
        continue;

      byl_tell_finding_add (self, BYL_TELL_HUMOUR_ASIDE, aside->start, aside->end);
      g_array_remove_index (self->asides, i);
      return;
    }
}

static void
take_match (BylTellFinding     *self,
            const Places       *places,
            const BylTellMatch *match)
{
  BylTell tell = tells_of_lists[match->list];

  switch (match->list)
    {
    case BYL_LIST_STOP_WORD:
      return;

    case BYL_LIST_PRAISE:
      if (match->first >= places->praise_end)
        return;
      break;

    case BYL_LIST_CLOSING_OFFER:
      if (match->first < places->offer_start)
        return;
      break;

    case BYL_LIST_SUMMARY_CLOSE:
      if (match->first < places->closing_start)
        return;
      break;

    case BYL_LIST_HUMOUR_ASIDE:
      find_aside (self, match);
      return;

    case BYL_LIST_APPROXIMATELY:
      find_approximate (self, match);
      return;

    case BYL_LIST_CONJUNCTION:
      find_triad (self, match);
      return;

    case BYL_LIST_PARTICIPLE:
      find_tail (self, match);
      return;

    default:
      break;
    }

  if (byl_tell_kind_get (tell)->unit == BYL_TELL_SHARE)
    byl_tell_finding_set_words (self, tell, match->first, match->last);
  else
    byl_tell_finding_add_words (self, tell, match->first, match->last);
}

/* What a language has no words for is not there to be counted. */
static void
forget_missing (BylTellFinding *self)
{
  double *counts = self->figures->counts;

  for (guint i = 0; i < BYL_N_TELLS; i++)
    if (self->is_missing[i])
      counts[i] = NAN;

  counts[BYL_TELL_HEDGE_BALANCE] =
    log ((counts[BYL_TELL_HEDGE] + 0.5) / (counts[BYL_TELL_BOOSTER] + 0.5));
}

/* An answer opens in one way only: what agrees is not asked whether it restates, too. */
static void
find_opener (BylTellFinding *self)
{
  double *counts = self->figures->counts;
  BylTell tell = BYL_N_TELLS;

  if (counts[BYL_TELL_OPENER_SURE] > 0)
    tell = BYL_TELL_OPENER_SURE;
  else if (counts[BYL_TELL_OPENER_HERE_IS] > 0)
    tell = BYL_TELL_OPENER_HERE_IS;
  else if (counts[BYL_TELL_OPENER_RESTATES] > 0)
    tell = BYL_TELL_OPENER_RESTATES;

  if (tell == BYL_N_TELLS)
    return;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const BylTellSpan span = g_array_index (self->spans, BylTellSpan, i);

      if (span.tell == tell)
        {
          byl_tell_finding_set (self, BYL_TELL_OPENER, span.start, span.end);
          return;
        }
    }
}

/**
 * byl_tell_finding_lists:
 * @self: an answer whose marks and sentences are known
 *
 * Counts the words of the lexicon where they count.
 */
void
byl_tell_finding_lists (BylTellFinding *self)
{
  const Places places = find_places (self);
  const BylTokenSentence *first = self->first < self->text->sentences->len
                                    ? byl_tell_finding_get_sentence (self, self->first)
                                    : NULL;

  for (guint i = 0; i < self->matcher->found->len; i++)
    take_match (self, &places, &g_array_index (self->matcher->found, BylTellMatch, i));

  byl_tell_finding_echo (self, first);
  find_opener (self);
  forget_missing (self);
}
