/* byl-term-counter.c: counting the words and pairs of words of many answers
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-term-counter.h"

#include "byl-letter.h"

/* So many words are looked at: more than the largest pack of a published data set has. */
#define MAX_WORDS (16u * 1024u * 1024u)

/* Pairs are counted roughly first, in so many counters: most are there once or twice. */
#define N_COUNTERS (1u << 22)

/* A pair of words that has a number. */
typedef struct
{
  guint64 pair; /* the two words; 0 = a free place */
  guint32 term; /* from 1 */
} Place;

/* The terms while they are counted. */
typedef struct
{
  BylTermCounter *counter;
  BylTellCounts *counts;
  guint8 *rough;       /* how often pairs are there, by their hashes */
  GArray *word_terms;  /* (element-type guint32): by word, its term from 1, 0 = none yet */
  Place *places;       /* the pairs by their hashes */
  guint n_places;      /* a power of two */
  guint n_pairs;
  GArray *pairs;       /* (element-type guint64): by term from 0; a word stands alone in one */
  GArray *last;        /* (element-type guint32): by term, where it was counted last, from 1 */
} Counting;

static guint
hash_pair (guint64 pair)
{
  return byl_word_table_mix (17, pair) >> 8;
}

static guint64
make_pair (guint32 first,
           guint32 second)
{
  return (guint64) first << 32 | second;
}

/* What tells nothing of a style: code, addresses, numbers, hidden names, the question's words, and
 * the letters of “e.g.” and of formulas. */
static gboolean
is_word (const BylToken *token)
{
  gboolean is_letter = (token->word_flags & (BYL_WORD_LETTER | BYL_WORD_STOP)) == BYL_WORD_LETTER;

  return token->folded != 0 && !is_letter &&
         (token->flags & (BYL_TOKEN_CODE | BYL_TOKEN_QUOTED | BYL_TOKEN_ADDRESS)) == 0 &&
         (token->word_flags & (BYL_WORD_MASKED | BYL_WORD_DIGITS)) == 0;
}

/* A word is shown in lower case if it was ever written so: “I” never is. */
static void
note_spelling (BylTermCounter *self,
               const BylToken *token)
{
  guint32 *shown;

  if (token->folded >= self->shown->len)
    {
      g_array_set_size (self->shown, token->folded + 1024);
      g_byte_array_set_size (self->stops, token->folded + 1024);
    }

  shown = &g_array_index (self->shown, guint32, token->folded);
  if (token->word == token->folded || *shown == 0)
    *shown = token->word;
  self->stops->data[token->folded] = (token->word_flags & BYL_WORD_STOP) != 0;
}

static guint32
add_term (Counting *counting,
          guint64   pair)
{
  guint32 none = 0;

  g_array_append_val (counting->pairs, pair);
  g_array_append_val (counting->last, none);

  return counting->pairs->len;
}

static void
put_pair (Counting *counting,
          Place     place)
{
  guint slot = hash_pair (place.pair) & (counting->n_places - 1);

  while (counting->places[slot].pair != 0)
    slot = (slot + 1) & (counting->n_places - 1);
  counting->places[slot] = place;
}

static void
grow (Counting *counting)
{
  Place *places = counting->places;
  guint n_places = counting->n_places;

  counting->n_places *= 2;
  counting->places = g_new0 (Place, counting->n_places);
  for (guint i = 0; i < n_places; i++)
    if (places[i].pair != 0)
      put_pair (counting, places[i]);

  g_free (places);
}

static guint32
find_pair (Counting *counting,
           guint64   pair)
{
  guint slot = hash_pair (pair) & (counting->n_places - 1);
  Place place = { pair, 0 };

  for (; counting->places[slot].pair != 0; slot = (slot + 1) & (counting->n_places - 1))
    if (counting->places[slot].pair == pair)
      return counting->places[slot].term;

  place.term = add_term (counting, pair);
  put_pair (counting, place);
  if (++counting->n_pairs * 2 > counting->n_places)
    grow (counting);

  return place.term;
}

static guint32
find_word (Counting *counting,
           guint32   word)
{
  guint32 *term = &g_array_index (counting->word_terms, guint32, word);

  if (*term == 0)
    *term = add_term (counting, make_pair (0, word));

  return *term;
}

/* Counts a term of the answer that began at a posting. */
static void
count_term (Counting *counting,
            guint32   term,
            guint32   first)
{
  guint32 *last = &g_array_index (counting->last, guint32, term - 1);
  guint32 index = term - 1;
  guint8 once = 1;

  if (*last > first)
    {
      guint8 *times = &counting->counts->times->data[*last - 1];

      *times += *times < 255;
      return;
    }

  g_array_append_val (counting->counts->postings, index);
  g_byte_array_append (counting->counts->times, &once, 1);
  *last = counting->counts->postings->len;
}

static void
count_row (Counting *counting,
           guint     start,
           guint     end)
{
  const guint32 *words = (const guint32 *) counting->counter->words->data;
  guint32 first = counting->counts->postings->len;

  for (guint i = start; i < end; i++)
    {
      if (words[i] == 0)
        continue;

      count_term (counting, find_word (counting, words[i]), first);
      if (i > start && words[i - 1] != 0)
        {
          guint64 pair = make_pair (words[i - 1], words[i]);

          if (counting->rough[hash_pair (pair) & (N_COUNTERS - 1)] >= BYL_TERM_MIN_ANSWERS)
            count_term (counting, find_pair (counting, pair), first);
        }
    }
}

static void
count_roughly (Counting *counting)
{
  const guint32 *words = (const guint32 *) counting->counter->words->data;

  for (guint i = 1; i < counting->counter->words->len; i++)
    if (words[i - 1] != 0 && words[i] != 0)
      {
        guint8 *rough = &counting->rough[hash_pair (make_pair (words[i - 1], words[i])) &
                                         (N_COUNTERS - 1)];

        *rough += *rough < 255;
      }
}

static void
count_rows (Counting *counting)
{
  guint start = 0;

  for (guint i = 0; i < counting->counts->rows->len; i++)
    {
      guint end = g_array_index (counting->counter->ends, guint32, i);
      guint32 first = counting->counts->postings->len;

      g_array_append_val (counting->counts->firsts, first);
      count_row (counting, start, end);
      start = end;
    }

  start = counting->counts->postings->len;
  g_array_append_val (counting->counts->firsts, start);
}

/* The rows of each writer, one writer after the other. */
static guint32 *
sort_rows (const BylTellCounts *counts)
{
  g_autofree guint32 *ends = g_new0 (guint32, counts->n_writers + 1);
  guint32 *order = g_new (guint32, counts->rows->len + 1);

  for (guint i = 0; i < counts->rows->len; i++)
    ends[byl_tell_counts_get_row (counts, i)->writer + 1]++;
  for (guint i = 0; i < counts->n_writers; i++)
    ends[i + 1] += ends[i];
  for (guint i = 0; i < counts->rows->len; i++)
    order[ends[byl_tell_counts_get_row (counts, i)->writer]++] = i;

  return order;
}

/* Which terms a writer has in enough of its answers. */
static gboolean *
find_common (const BylTellCounts *counts,
             guint                n_terms)
{
  gboolean *is_common = g_new0 (gboolean, n_terms + 1);
  g_autofree guint32 *order = sort_rows (counts);
  g_autofree guint64 *seen = g_new0 (guint64, n_terms + 1); /* by whom, and how often */

  for (guint i = 0; i < counts->rows->len; i++)
    {
      guint64 writer = byl_tell_counts_get_row (counts, order[i])->writer + 1;
      guint32 end = g_array_index (counts->firsts, guint32, order[i] + 1);

      for (guint32 j = g_array_index (counts->firsts, guint32, order[i]); j < end; j++)
        {
          guint32 term = g_array_index (counts->postings, guint32, j);

          if (seen[term] >> 32 != writer)
            seen[term] = writer << 32;
          if ((guint32) ++seen[term] >= BYL_TERM_MIN_ANSWERS)
            is_common[term] = TRUE;
        }
    }

  return is_common;
}

static const char *
get_spelling (const BylTermCounter *counter,
              guint32               word)
{
  return byl_word_table_get_spelling (counter->table, g_array_index (counter->shown, guint32,
                                                                     word));
}

/* Between characters of scripts without spaces there is none in a pair either. */
static char *
make_text (const BylTermCounter *counter,
           guint64               pair)
{
  guint32 first = pair >> 32;
  const char *second = get_spelling (counter, (guint32) pair);
  const char *start;

  if (first == 0)
    return g_strdup (second);

  start = get_spelling (counter, first);
  if (byl_letter_get (g_utf8_get_char (start)) == BYL_LETTER_SINGLE &&
      byl_letter_get (g_utf8_get_char (second)) == BYL_LETTER_SINGLE)
    return g_strconcat (start, second, NULL);

  return g_strconcat (start, " ", second, NULL);
}

/* “The” and “of the” are nobody's own, however much they differ: no reader sees them. */
static gboolean
says_nothing (const BylTermCounter *counter,
              guint64               pair)
{
  guint32 first = pair >> 32;

  return counter->stops->data[(guint32) pair] && (first == 0 || counter->stops->data[first]);
}

/* Numbers the common terms, and forgets the others. */
static void
keep_common (Counting *counting)
{
  BylTellCounts *counts = counting->counts;
  g_autofree gboolean *is_common = find_common (counts, counting->pairs->len);
  g_autofree guint32 *numbers = g_new0 (guint32, counting->pairs->len + 1);
  guint32 *postings = (guint32 *) counts->postings->data;
  guint32 *firsts = (guint32 *) counts->firsts->data;
  guint32 kept = 0;

  for (guint i = 0; i < counting->pairs->len; i++)
    {
      guint64 pair = g_array_index (counting->pairs, guint64, i);
      BylTerm term = { NULL, pair >> 32 != 0 };

      is_common[i] = is_common[i] && !says_nothing (counting->counter, pair);
      if (!is_common[i])
        continue;

      numbers[i] = counts->terms->len;
      term.text = make_text (counting->counter, pair);
      g_array_append_val (counts->terms, term);
    }

  for (guint i = 0; i < counts->rows->len; i++)
    {
      guint32 first = firsts[i];

      firsts[i] = kept;
      for (guint32 j = first; j < firsts[i + 1]; j++)
        if (is_common[postings[j]])
          {
            counts->times->data[kept] = counts->times->data[j];
            postings[kept++] = numbers[postings[j]];
          }
    }

  firsts[counts->rows->len] = kept;
  g_array_set_size (counts->postings, kept);
  g_byte_array_set_size (counts->times, kept);
}

/**
 * byl_term_counter_init:
 * @self: a counter on the stack
 *
 * Begins without answers.
 */
void
byl_term_counter_init (BylTermCounter *self)
{
  self->table = NULL;
  self->words = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->shown = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->stops = g_byte_array_new ();
}

/**
 * byl_term_counter_clear:
 * @self: a counter
 *
 * Frees what is in it.
 */
void
byl_term_counter_clear (BylTermCounter *self)
{
  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->ends, g_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->stops, g_byte_array_unref);
}

/**
 * byl_term_counter_add:
 * @self: a counter
 * @text: an answer taken apart, always with the same table of words
 *
 * Adds the words of an answer.
 */
void
byl_term_counter_add (BylTermCounter    *self,
                      const BylTellText *text)
{
  static const guint32 none = 0;
  guint32 end;

  self->table = &text->table;
  for (guint i = 0; i < text->n_tokens && self->words->len < MAX_WORDS; i++)
    {
      const BylToken *token = &text->tokens[i];

      if (token->gap > BYL_GAP_HYPHEN || i == 0)
        g_array_append_val (self->words, none);

      if (is_word (token))
        {
          note_spelling (self, token);
          g_array_append_val (self->words, token->folded);
        }
      else
        {
          g_array_append_val (self->words, none);
        }
    }

  end = self->words->len;
  g_array_append_val (self->ends, end);
}

/**
 * byl_term_counter_finish:
 * @self: a counter to which the answers of all rows were added, in their order
 * @counts: what was counted so far: rows, but no terms
 *
 * Counts the words and pairs that a writer has in at least three of its answers, but for stop words
 * and pairs of them.
 */
void
byl_term_counter_finish (BylTermCounter *self,
                         BylTellCounts  *counts)
{
  Counting counting = { .counter = self, .counts = counts, .n_places = 4096 };

  g_return_if_fail (self->ends->len == counts->rows->len);

  counting.rough = g_malloc0 (N_COUNTERS);
  counting.word_terms = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (counting.word_terms, MAX (self->shown->len, 1));
  counting.places = g_new0 (Place, counting.n_places);
  counting.pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  counting.last = g_array_new (FALSE, FALSE, sizeof (guint32));

  count_roughly (&counting);
  count_rows (&counting);
  keep_common (&counting);

  g_free (counting.rough);
  g_array_unref (counting.word_terms);
  g_free (counting.places);
  g_array_unref (counting.pairs);
  g_array_unref (counting.last);
}
