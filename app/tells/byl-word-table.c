/* byl-word-table.c: every spelling that was met, and what is known of it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-word-table.h"

#include "byl-letter.h"
#include "byl-lexicon-private.h"

#include <stdlib.h>

#define FIRST_PLACES 4096u

/* A language has some hundred thousand spellings in use: what comes after so many is no text. */
#define MAX_WORDS 1000000u

#define LONGEST_ABBREVIATION 8u /* bytes */

/* Words that a point follows within a sentence, in order; in the languages that are written with
 * spaces. A point after a single letter ends no sentence either. */
static const char *const abbreviations[] = {
  "abb", "al", "approx", "ave", "bd", "bspw", "bzgl", "bzw", "ca", "cf", "co", "corp", "dept",
  "dr", "dra", "eg", "ej", "esp", "etw", "fig", "ggf", "hrsg", "ie", "inkl", "jr", "ltd", "mme",
  "mr", "mrs", "ms", "mt", "nr", "núm", "op", "pp", "prof", "pág", "resp", "sog", "sr", "sra",
  "st", "tel", "univ", "usw", "vgl", "viz", "vol", "vs", "zzgl", "напр", "проф", "рис", "руб",
  "ср", "стр", "тел", "тыс", "ул",
};

static int
compare_names (const void *first,
               const void *second)
{
  return strcmp (first, *(const char *const *) second);
}

/* Any apostrophe becomes the plain one, and any letter lower case. */
static void
fold (GString    *folded,
      const char *spelling,
      gsize       length)
{
  const char *end = spelling + length;

  g_string_truncate (folded, 0);
  for (const char *at = spelling; at < end; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character < 0x80)
        g_string_append_c (folded, g_ascii_tolower (character));
      else if (character == 0x2019)
        g_string_append_c (folded, '\'');
      else
        g_string_append_unichar (folded, g_unichar_tolower (character));
    }
}

static guint16
classify (const char *spelling,
          const char *folded)
{
  gunichar first = g_utf8_get_char (spelling);
  BylLetter letter = byl_letter_get (first);
  guint16 flags = 0;

  if (letter == BYL_LETTER_DIGIT)
    {
      flags = BYL_WORD_NUMBER | BYL_WORD_DIGITS;
      for (const char *at = spelling; *at != '\0'; at = g_utf8_next_char (at))
        if (byl_letter_get (g_utf8_get_char (at)) > BYL_LETTER_DIGIT)
          flags &= ~BYL_WORD_DIGITS;
    }

  if (letter == BYL_LETTER_LOWER)
    flags |= BYL_WORD_LOWER;
  if ((letter == BYL_LETTER_LOWER || letter == BYL_LETTER_UPPER) &&
      *g_utf8_next_char (spelling) == '\0' && first != 'I')
    flags |= BYL_WORD_LETTER;
  if (first == 0x2588)
    flags |= BYL_WORD_MASKED;
  if (strlen (folded) <= LONGEST_ABBREVIATION &&
      bsearch (folded, abbreviations, G_N_ELEMENTS (abbreviations), sizeof *abbreviations,
               compare_names) != NULL)
    flags |= BYL_WORD_ABBREVIATION;

  return flags;
}

/* Takes a word to the first free place that its key leads to. */
static BylWord *
put (BylWordTable  *self,
     const BylWord *word)
{
  guint place = byl_word_table_find_place (self, word->length, word->key);

  while (self->words[place].length != 0)
    place = (place + 1) & (self->n_places - 1);
  self->words[place] = *word;

  return &self->words[place];
}

static void
grow (BylWordTable *self)
{
  BylWord *words = self->words;
  guint n_places = self->n_places;

  self->n_places *= 2;
  self->words = g_new0 (BylWord, self->n_places);

  for (guint i = 0; i < n_places; i++)
    if (words[i].length != 0)
      put (self, &words[i]);

  g_free (words);
}

/**
 * byl_word_table_init:
 * @self: a table on the stack or in a struct
 * @lexicon: (nullable): the language; it must live as long as the table
 *
 * Begins a table without words.
 */
void
byl_word_table_init (BylWordTable     *self,
                     const BylLexicon *lexicon)
{
  self->lexicon = lexicon;
  self->n_places = FIRST_PLACES;
  self->words = g_new0 (BylWord, self->n_places);
  self->spellings = g_ptr_array_new ();
  g_ptr_array_add (self->spellings, (char *) "");
  self->symbols = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->chunk = g_string_chunk_new (16 * 1024);
  self->scratch = g_string_new (NULL);
}

/**
 * byl_word_table_clear:
 * @self: a table
 *
 * Frees what is in the table.
 */
void
byl_word_table_clear (BylWordTable *self)
{
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->spellings, g_ptr_array_unref);
  g_clear_pointer (&self->symbols, g_array_unref);
  g_clear_pointer (&self->chunk, g_string_chunk_free);
  if (self->scratch != NULL)
    g_string_free (g_steal_pointer (&self->scratch), TRUE);
}

/**
 * byl_word_table_add:
 * @self: a table
 * @spelling: (array length=length): a word that is not in it
 * @length: bytes of it
 * @key: its key
 *
 * Finds out what is to be known of a spelling, and keeps it.
 *
 * Returns: (transfer none): the word, with the number 0 if there is no more room
 */
const BylWord *
byl_word_table_add (BylWordTable *self,
                    const char   *spelling,
                    gsize         length,
                    guint64       key)
{
  static const BylWord none = { 0 };
  guint n_roots = 0;
  BylWord word = { .key = key, .length = length, .word = self->spellings->len };
  const char *kept;

  if (word.word >= MAX_WORDS)
    return &none;

  if (word.word * 4 > self->n_places * 3)
    grow (self);

  kept = g_string_chunk_insert_len (self->chunk, spelling, length);
  g_ptr_array_add (self->spellings, (char *) kept);
  word.symbols = self->symbols->len;
  word.folded = word.word;

  fold (self->scratch, spelling, length);
  word.flags = classify (kept, self->scratch->str);
  if (self->lexicon != NULL &&
      byl_lexicon_add_symbols (self->lexicon, kept, self->scratch->str, self->symbols, &n_roots))
    word.flags |= BYL_WORD_STOP;
  word.n_symbols = MIN (self->symbols->len - word.symbols, G_MAXUINT8);
  word.n_roots = MIN (n_roots, word.n_symbols);

  if (self->scratch->len != length || memcmp (self->scratch->str, spelling, length) != 0)
    {
      g_autofree char *folded = g_strndup (self->scratch->str, self->scratch->len);
      gsize bytes = self->scratch->len;
      guint64 folded_key = byl_word_table_make_key (folded, bytes, folded + bytes);

      /* To fold what is folded changes nothing, so that this ends here. */
      word.folded = byl_word_table_look_up (self, folded, bytes, folded_key)->word;
    }

  return put (self, &word);
}
