/* byl-word-table.h: every spelling that was met, and what is known of it
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "byl-lexicon.h"

#include <string.h>

G_BEGIN_DECLS

typedef enum
{
  BYL_WORD_NUMBER       = 1 << 0, /* begins with a digit */
  BYL_WORD_DIGITS       = 1 << 1, /* holds nothing but digits and what parts them */
  BYL_WORD_LOWER        = 1 << 2, /* begins in lower case */
  BYL_WORD_LETTER       = 1 << 3, /* is a single letter, not of an unspaced script */
  BYL_WORD_ABBREVIATION = 1 << 4, /* takes a point that ends no sentence */
  BYL_WORD_STOP         = 1 << 5, /* says nothing about what a text is about */
  BYL_WORD_MASKED       = 1 << 6, /* stands for a hidden name */
} BylWordFlags;

/* A spelling. Two of them fill a line of the processor's cache: texts jump about in the table. */
typedef struct
{
  guint64 key;       /* all of it where it has at most eight bytes, else a hash of it */
  guint32 length;    /* bytes; 0 = a free place */
  guint32 word;      /* its number */
  guint32 folded;    /* the number of the word that it is, case apart */
  guint32 symbols;   /* the first of its symbols in the table's list */
  guint8  n_symbols; /* what it is to the lexicon */
  guint8  n_roots;   /* of these, what entries begin with; they come first */
  guint16 flags;     /* BylWordFlags */
} BylWord;

/* The word with the number 0 is none: one that found no more room in the table. */
typedef struct
{
  const BylLexicon *lexicon;   /* (nullable) (unowned) */
  BylWord          *words;     /* by their hashes */
  guint             n_places;  /* a power of two */
  GPtrArray        *spellings; /* (element-type utf8): by their numbers */
  GArray           *symbols;   /* (element-type guint32) */
  GStringChunk     *chunk;     /* of the spellings */
  GString          *scratch;
} BylWordTable;

void           byl_word_table_init  (BylWordTable     *self,
                                     const BylLexicon *lexicon);
void           byl_word_table_clear (BylWordTable     *self);
const BylWord *byl_word_table_add   (BylWordTable     *self,
                                     const char       *spelling,
                                     gsize             length,
                                     guint64           key);

static inline const char *
byl_word_table_get_spelling (const BylWordTable *self,
                             guint32             word)
{
  return self->spellings->pdata[word];
}

/* Eight bytes of a spelling that ends at @end, zeros where it ends before. Nothing is read behind
 * @limit. */
static inline guint64
byl_word_table_load (const char *at,
                     const char *end,
                     const char *limit)
{
  guint64 bytes = 0;

  if (limit - at >= 8)
    {
      memcpy (&bytes, at, 8);
      bytes = GUINT64_FROM_LE (bytes);
      return end - at >= 8 ? bytes : bytes & ((G_GUINT64_CONSTANT (1) << 8 * (end - at)) - 1);
    }

  for (guint i = 0; at + i < end; i++)
    bytes |= (guint64) (guchar) at[i] << 8 * i;

  return bytes;
}

static inline guint64
byl_word_table_mix (guint64 state,
                    guint64 bytes)
{
  guint64 mixed = (state ^ bytes) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return mixed ^ mixed >> 32;
}

/* What a spelling is told from others by; @limit is the end of the text that it stands in. Longer
 * ones are told by 64 bits: among a million of them, two are the same once in 30 million such
 * tables, and are then taken for one word. */
static inline guint64
byl_word_table_make_key (const char *spelling,
                         gsize       length,
                         const char *limit)
{
  const char *end = spelling + length;
  guint64 key = byl_word_table_load (spelling, end, limit);

  for (const char *at = spelling + 8; at < end; at += 8)
    key = byl_word_table_mix (key * 31, byl_word_table_load (at, end, limit));

  return key;
}

static inline guint
byl_word_table_find_place (const BylWordTable *self,
                           gsize               length,
                           guint64             key)
{
  return byl_word_table_mix (length, key) & (self->n_places - 1);
}

/* Says that a word will soon be looked up: it is then mostly there without waiting for memory. */
static inline void
byl_word_table_prepare (const BylWordTable *self,
                        gsize               length,
                        guint64             key)
{
  __builtin_prefetch (&self->words[byl_word_table_find_place (self, length, key)]);
}

/* Finds a spelling, or takes it into the table. What is found stays until the next one is looked
 * up. */
static inline const BylWord *
byl_word_table_look_up (BylWordTable *self,
                        const char   *spelling,
                        gsize         length,
                        guint64       key)
{
  for (guint place = byl_word_table_find_place (self, length, key);
       self->words[place].length != 0; place = (place + 1) & (self->n_places - 1))
    if (self->words[place].key == key && self->words[place].length == length)
      return &self->words[place];

  return byl_word_table_add (self, spelling, length, key);
}

G_END_DECLS
