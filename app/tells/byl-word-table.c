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

#define FIRST_SLOTS 4096u

/* A language has some hundred thousand spellings in use: what comes after so many is no text. */
#define MAX_WORDS 1000000u

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

static BylWordFlags
classify (const char *spelling,
          const char *folded)
{
  gunichar first = g_utf8_get_char (spelling);
  BylLetter letter = byl_letter_get (first);
  BylWordFlags flags = 0;

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
  if (bsearch (folded, abbreviations, G_N_ELEMENTS (abbreviations), sizeof *abbreviations,
               compare_names) != NULL)
    flags |= BYL_WORD_ABBREVIATION;

  return flags;
}

static void
grow (BylWordTable *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);

  for (guint i = 1; i < self->words->len; i++)
    {
      guint slot = byl_word_table_get (self, i)->hash & (self->n_slots - 1);

      while (self->slots[slot] != 0)
        slot = (slot + 1) & (self->n_slots - 1);
      self->slots[slot] = i;
    }
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
  static const BylWord none = { .spelling = "" };

  self->lexicon = lexicon;
  self->words = g_array_new (FALSE, FALSE, sizeof (BylWord));
  g_array_append_val (self->words, none);
  self->symbols = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint32, self->n_slots);
  self->spellings = g_string_chunk_new (16 * 1024);
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
  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->symbols, g_array_unref);
  g_clear_pointer (&self->slots, g_free);
  g_clear_pointer (&self->spellings, g_string_chunk_free);
  if (self->scratch != NULL)
    g_string_free (g_steal_pointer (&self->scratch), TRUE);
}

/**
 * byl_word_table_add:
 * @self: a table
 * @spelling: (array length=length): a word that is not in it
 * @length: bytes of it
 * @head: its first eight bytes
 * @hash: its hash, as byl_word_table_look_up () makes it
 *
 * Finds out what is to be known of a spelling, and keeps it.
 *
 * Returns: the word's number, or 0 if there is no more room
 */
guint32
byl_word_table_add (BylWordTable *self,
                    const char   *spelling,
                    gsize         length,
                    guint64       head,
                    guint32       hash)
{
  BylWord word = { .head = head, .length = length, .hash = hash };
  guint32 index = self->words->len;
  guint slot;

  if (index >= MAX_WORDS)
    return 0;

  word.spelling = g_string_chunk_insert_len (self->spellings, spelling, length);
  word.symbols = self->symbols->len;
  word.folded = index;

  fold (self->scratch, spelling, length);
  word.flags = classify (word.spelling, self->scratch->str);
  if (self->lexicon != NULL)
    {
      byl_lexicon_add_symbols (self->lexicon, word.spelling, self->scratch->str, self->symbols);
      if (byl_lexicon_is_stop_word (self->lexicon, self->scratch->str))
        word.flags |= BYL_WORD_STOP;
    }
  word.n_symbols = self->symbols->len - word.symbols;
  g_array_append_val (self->words, word);

  if (self->words->len * 2 > self->n_slots)
    {
      grow (self);
    }
  else
    {
      for (slot = hash & (self->n_slots - 1); self->slots[slot] != 0;)
        slot = (slot + 1) & (self->n_slots - 1);
      self->slots[slot] = index;
    }

  if (self->scratch->len != length || memcmp (self->scratch->str, spelling, length) != 0)
    {
      g_autofree char *folded = g_strndup (self->scratch->str, self->scratch->len);
      guint32 found = byl_word_table_find (self, folded, strlen (folded));

      g_array_index (self->words, BylWord, index).folded = found;
    }

  return index;
}

/**
 * byl_word_table_find:
 * @self: a table
 * @spelling: (array length=length): a word
 * @length: bytes of it
 *
 * Finds a word, or takes it into the table.
 *
 * Returns: the word's number, or 0 if there is no more room
 */
guint32
byl_word_table_find (BylWordTable *self,
                     const char   *spelling,
                     gsize         length)
{
  return byl_word_table_look_up (self, spelling, length, spelling + length);
}
