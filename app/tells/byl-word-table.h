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

/* A spelling. */
typedef struct
{
  guint64      head;      /* its first eight bytes, the rest zero: mostly all of it */
  const char  *spelling;  /* ends in a zero byte */
  guint32      length;    /* bytes */
  guint32      hash;
  guint32      folded;    /* the word that it is, case apart */
  guint32      symbols;   /* the first of its symbols in the table's list */
  guint16      n_symbols; /* what it is to the lexicon */
  BylWordFlags flags;
} BylWord;

/* What has the number 0 is no word: a word that found no more room in the table. */
typedef struct
{
  const BylLexicon *lexicon; /* (nullable) (unowned) */
  GArray           *words;   /* (element-type BylWord) */
  GArray           *symbols; /* (element-type guint32) */
  guint32          *slots;   /* the words by their hashes, 0 where free */
  guint             n_slots; /* a power of two */
  GStringChunk     *spellings;
  GString          *scratch;
} BylWordTable;

void    byl_word_table_init  (BylWordTable     *self,
                              const BylLexicon *lexicon);
void    byl_word_table_clear (BylWordTable     *self);
guint32 byl_word_table_add   (BylWordTable     *self,
                              const char       *spelling,
                              gsize             length,
                              guint64           head,
                              guint32           hash);
guint32 byl_word_table_find  (BylWordTable     *self,
                              const char       *spelling,
                              gsize             length);

static inline const BylWord *
byl_word_table_get (const BylWordTable *self,
                    guint32             word)
{
  return &g_array_index (self->words, BylWord, word);
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

  return mixed ^ (mixed >> 32);
}

/* Looks up a spelling in the fewest steps; @limit is the end of the text that it stands in. */
static inline guint32
byl_word_table_look_up (BylWordTable *self,
                        const char   *spelling,
                        gsize         length,
                        const char   *limit)
{
  const char *end = spelling + length;
  guint64 head = byl_word_table_load (spelling, end, limit);
  guint64 hash = byl_word_table_mix (length, head);

  for (const char *at = spelling + 8; at < end; at += 8)
    hash = byl_word_table_mix (hash, byl_word_table_load (at, end, limit));

  for (guint slot = (guint32) hash & (self->n_slots - 1); self->slots[slot] != 0;
       slot = (slot + 1) & (self->n_slots - 1))
    {
      const BylWord *word = byl_word_table_get (self, self->slots[slot]);

      if (word->head == head && word->length == length &&
          (length <= 8 || memcmp (word->spelling + 8, spelling + 8, length - 8) == 0))
        return self->slots[slot];
    }

  return byl_word_table_add (self, spelling, length, head, (guint32) hash);
}

G_END_DECLS
