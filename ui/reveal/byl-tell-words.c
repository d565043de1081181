/* byl-tell-words.c: finding the measured words of a writer in an answer
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-tell-words.h"

#include "byl-letter.h"

#include <string.h>

/* What stands for letters that no word is looked for in. */
#define COVERED ((gunichar) 1)

/* Words or an answer, letter by letter, case and the shape of apostrophes apart. */
typedef struct
{
  gunichar *letters;
  guint     n;
} Letters;

static void
clear_letters (Letters *letters)
{
  g_free (letters->letters);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Letters, clear_letters)

static void
free_found (gpointer data)
{
  BylFoundWord *found = data;

  g_array_unref (found->spans);
  g_free (found);
}

static Letters
read_letters (const char *text,
              gsize       n_characters)
{
  Letters letters = { g_new (gunichar, n_characters + 1), 0 };

  for (; *text != '\0' && letters.n < n_characters; text = g_utf8_next_char (text))
    {
      gunichar letter = g_unichar_tolower (g_utf8_get_char (text));

      /* A pair of words is one with a hyphen, too; an apostrophe is one however it is typed. */
      if (letter == 0x2019)
        letter = '\'';
      else if (letter == 0xa0 || letter == '-' || letter == 0x2010)
        letter = ' ';

      letters.letters[letters.n++] = letter;
    }

  return letters;
}

static void
cover (Letters *letters,
       guint    start,
       guint    end)
{
  for (guint i = start; i < MIN (end, letters->n); i++)
    letters->letters[i] = COVERED;
}

/* Code and hidden names are nobody's words; that is how they were counted. */
static void
cover_what_is_not_said (Letters           *letters,
                        const BylReadText *text)
{
  guint n;
  const BylBlock *blocks = byl_read_text_get_blocks (text, &n);
  const BylRun *runs;

  for (guint i = 0; i < n; i++)
    if (blocks[i].kind == BYL_BLOCK_CODE)
      cover (letters, blocks[i].start, blocks[i].end);

  runs = byl_read_text_get_runs (text, &n);

  for (guint i = 0; i < n; i++)
    if ((runs[i].style & (BYL_RUN_CODE | BYL_RUN_MASKED)) != 0)
      cover (letters, runs[i].start, runs[i].end);
}

static BylLetter
get_letter (const Letters *letters,
            guint          position)
{
  return position < letters->n && letters->letters[position] != COVERED
           ? byl_letter_get (letters->letters[position]) : BYL_LETTER_OTHER;
}

/* Whether a word can begin at a place, or one that ends before it be over there. */
static gboolean
is_edge (const Letters *letters,
         guint          position)
{
  BylLetter before = position > 0 ? get_letter (letters, position - 1) : BYL_LETTER_OTHER;
  BylLetter after = get_letter (letters, position);

  /* Within “it’s” no word begins or ends. */
  if (before != BYL_LETTER_OTHER && position < letters->n && letters->letters[position] == '\'')
    after = get_letter (letters, position + 1);
  else if (after != BYL_LETTER_OTHER && position > 1 && letters->letters[position - 1] == '\'')
    before = get_letter (letters, position - 2);

  return !byl_letter_is_of_word (before) || !byl_letter_is_of_word (after)
         || before == BYL_LETTER_SINGLE || after == BYL_LETTER_SINGLE
         || before == BYL_LETTER_UNSPACED || after == BYL_LETTER_UNSPACED;
}

static gboolean
stands_at (const Letters *term,
           const Letters *text,
           guint          position)
{
  return term->n > 0 && term->letters[0] == text->letters[position]
         && term->n <= text->n - position
         && memcmp (term->letters, text->letters + position, term->n * sizeof (gunichar)) == 0
         && is_edge (text, position + term->n);
}

/* “genuinely” need not be said again where “is genuinely” was. */
static gboolean
says_the_same (const GPtrArray *found,
               const char      *text)
{
  for (guint i = 0; i < found->len; i++)
    {
      const char *other = ((BylFoundWord *) found->pdata[i])->word->text;

      if (strstr (other, text) != NULL || strstr (text, other) != NULL)
        return TRUE;
    }

  return FALSE;
}

static GArray *
find_spans (const Letters *text,
            const GArray  *edges,
            const char    *term)
{
  g_auto(Letters) letters = read_letters (term, strlen (term));
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (BylSpan));

  for (guint i = 0; i < edges->len; i++)
    {
      guint start = g_array_index (edges, guint, i);

      if (stands_at (&letters, text, start))
        {
          BylSpan span = { start, start + letters.n };

          g_array_append_val (spans, span);
        }
    }

  return spans;
}

/**
 * byl_tell_words_find:
 * @text: an answer, as it is shown
 * @words: (array length=n_words): a writer's measured words and pairs
 * @n_words: how many
 * @most: how many to find at most
 *
 * Finds the strongest of @words that an answer has, as whole words, case apart and outside code.
 *
 * Returns: (transfer full) (element-type BylFoundWord): what was found, the strongest first; it
 *   refers to @words
 */
GPtrArray *
byl_tell_words_find (BylReadText           *text,
                     const BylMeasuredWord *words,
                     guint                  n_words,
                     guint                  most)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (free_found);
  g_autoptr(GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto(Letters) letters = read_letters (byl_read_text_get_text (text),
                                          byl_read_text_get_length (text));

  cover_what_is_not_said (&letters, text);

  for (guint i = 0; i < letters.n; i++)
    if (byl_letter_is_of_word (get_letter (&letters, i)) && is_edge (&letters, i))
      g_array_append_val (edges, i);

  for (guint i = 0; i < n_words && found->len < most; i++)
    {
      BylFoundWord *one;
      GArray *spans;

      if (says_the_same (found, words[i].text))
        continue;

      spans = find_spans (&letters, edges, words[i].text);

      if (spans->len == 0)
        {
          g_array_unref (spans);
          continue;
        }

      one = g_new (BylFoundWord, 1);
      one->word = &words[i];
      one->spans = spans;
      g_ptr_array_add (found, one);
    }

  return found;
}
