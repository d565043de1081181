/* byl-text.c: folding, counting and comparing UTF-8 text
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-text.h"

#include <string.h>

/* Letters that scripts without spaces between words need, on average, for a word. */
#define LETTERS_A_WORD 4

/* Words longer than this are not looked up: no id or name is, and the time grows with the
 * square. */
#define LONGEST_NEAR 200

typedef enum
{
  PART_OTHER,     /* parts words: space, most marks of punctuation */
  PART_LETTER,    /* belongs to a word with its neighbours */
  PART_WORD,      /* counts as a word by itself */
  PART_UNSPACED,  /* a letter of a script that writes words without spaces between them */
  PART_MARK,      /* goes with what stands before it */
} Part;

static Part
get_part (gunichar character)
{
  if (g_unichar_ismark (character))
    return PART_MARK;

  if (!g_unichar_isalnum (character))
    return PART_OTHER;

  if (character < 0x0e00)
    return PART_LETTER;

  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_YI:
      return PART_WORD;

    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return PART_UNSPACED;

    default:
      return PART_LETTER;
    }
}

/* Whether a mark of punctuation between two letters or digits leaves them one word: “don’t”,
 * “3.14”. */
static gboolean
joins (gunichar mark,
       gunichar before,
       gunichar after)
{
  if (g_unichar_isdigit (before) && g_unichar_isdigit (after))
    return mark == '.' || mark == ',' || mark == '\'' || mark == 0x2019;

  return (mark == '\'' || mark == 0x2019) && g_unichar_isalpha (before) &&
         g_unichar_isalpha (after);
}

/**
 * byl_text_fold:
 * @text: a text
 *
 * Makes texts comparable that differ only in case or in how their characters are encoded: NFKC,
 * then Unicode case folding, then NFKC again, since folding can take characters apart.
 *
 * Returns: (transfer full): the folded text, valid UTF-8
 */
char *
byl_text_fold (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = g_utf8_casefold (normal, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL_COMPOSE);
}

/**
 * byl_text_collapse:
 * @text: a text
 *
 * Makes any run of white space one space, and takes away what is at the start and the end.
 *
 * Returns: (transfer full): the text in one line, valid UTF-8
 */
char *
byl_text_collapse (const char *text)
{
  g_autofree char *valid = NULL;
  GString *collapsed;
  const char *at;
  gboolean space = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  collapsed = g_string_sized_new (strlen (valid));

  for (at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          space = TRUE;
          continue;
        }

      if (space && collapsed->len > 0)
        g_string_append_c (collapsed, ' ');
      space = FALSE;
      g_string_append_len (collapsed, at, g_utf8_next_char (at) - at);
    }

  return g_string_free (collapsed, FALSE);
}

/**
 * byl_text_hash:
 * @text: a text
 *
 * Names a text by what it says, so that history can tell an edited answer from the old one.
 *
 * Returns: (transfer full): the SHA-256 of its bytes, 64 hexadecimal digits in lower case
 */
char *
byl_text_hash (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/**
 * byl_text_count_words:
 * @text: a text
 *
 * A word is a run of letters, digits and the marks on them; an apostrophe between letters and a
 * point or a comma between digits do not part it. Where words are written without spaces, there is
 * nothing to count but characters: each character of Han, kana, Bopomofo and Yi is a word, and so
 * is every run of up to four letters of Thai, Lao, Khmer and Myanmar, about what such words take.
 * Korean has spaces.
 *
 * Returns: how many words it has
 */
guint
byl_text_count_words (const char *text)
{
  g_autofree char *valid = NULL;
  const char *at;
  gunichar before = 0;
  guint words = 0;
  guint unspaced = 0;
  gboolean inside = FALSE;

  g_return_val_if_fail (text != NULL, 0);

  valid = g_utf8_make_valid (text, -1);

  for (at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      Part part = get_part (character);

      if (part == PART_MARK)
        continue;

      if (part == PART_UNSPACED)
        words += unspaced++ % LETTERS_A_WORD == 0;
      else
        unspaced = 0;

      if (part == PART_WORD)
        words++;
      else if (part == PART_LETTER && !inside)
        words++;

      inside = part == PART_LETTER ||
               (inside && part == PART_OTHER &&
                joins (character, before, g_utf8_get_char (g_utf8_next_char (at))));
      before = character;
    }

  return words;
}

/* The restricted Damerau–Levenshtein distance (optimal string alignment: Boytsov 2011, “Indexing
 * methods for approximate dictionary searching”, section 2.1): insertions, deletions,
 * substitutions, and swaps of neighbours, where no part is edited twice. Gives up with limit + 1 as
 * soon as the limit is passed. */
static guint
measure_distance (const gunichar *first,
                  guint           first_length,
                  const gunichar *second,
                  guint           second_length,
                  guint           limit)
{
  guint rows[3][LONGEST_NEAR + 1];
  guint *older = rows[0];
  guint *old = rows[1];
  guint *row = rows[2];

  if (MAX (first_length, second_length) - MIN (first_length, second_length) > limit)
    return limit + 1;

  for (guint j = 0; j <= second_length; j++)
    old[j] = j;

  for (guint i = 1; i <= first_length; i++)
    {
      guint least = row[0] = i;
      guint *reused = older;

      for (guint j = 1; j <= second_length; j++)
        {
          guint change = old[j - 1] + (first[i - 1] != second[j - 1]);

          row[j] = MIN (change, MIN (old[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
            row[j] = MIN (row[j], older[j - 2] + 1);
          least = MIN (least, row[j]);
        }

      if (least > limit)
        return limit + 1;

      older = old;
      old = row;
      row = reused;
    }

  return old[second_length];
}

static gunichar *
fold_to_characters (const char *word,
                    guint      *length)
{
  g_autofree char *folded = byl_text_fold (word);
  glong count;
  gunichar *characters = g_utf8_to_ucs4_fast (folded, -1, &count);

  *length = count;
  return characters;
}

/**
 * byl_text_nearest:
 * @word: what was written
 * @candidates: (array zero-terminated=1): what could be meant
 *
 * Finds what was probably meant: the candidate with the fewest slips of the pen from @word, case
 * apart, and no more than a third as many as @word has characters. Of equals, the first.
 *
 * Returns: (transfer none) (nullable): one of @candidates, or %NULL where none is near
 */
const char *
byl_text_nearest (const char         *word,
                  const char * const *candidates)
{
  g_autofree gunichar *characters = NULL;
  const char *nearest = NULL;
  guint length;
  guint limit;

  g_return_val_if_fail (word != NULL, NULL);
  g_return_val_if_fail (candidates != NULL, NULL);

  if (strlen (word) > LONGEST_NEAR)
    return NULL;

  characters = fold_to_characters (word, &length);
  limit = length / 3;

  for (guint i = 0; candidates[i] != NULL; i++)
    {
      g_autofree gunichar *candidate = NULL;
      guint candidate_length;
      guint distance;

      if (strlen (candidates[i]) > LONGEST_NEAR)
        continue;

      candidate = fold_to_characters (candidates[i], &candidate_length);
      if (candidate_length > LONGEST_NEAR || length > LONGEST_NEAR)
        continue;

      distance = measure_distance (characters, length, candidate, candidate_length, limit);
      if (distance > limit)
        continue;

      nearest = candidates[i];
      if (distance == 0)
        break;
      limit = distance - 1;
    }

  return nearest;
}
